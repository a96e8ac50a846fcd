"""What the reports share: municipalities as rows, the filter, and links to the rows behind a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.lister import Listefilter
from integrering.rapporter.roller import SER_PERSONENE
from integrering.rapporter.rules.smaatall import SUM
from integrering.rapporter.tall import Kryss, Rad, Rapport, Talltabell
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import kommuner_i_fylket

ANDRE = "-"
"""The row of those who live outside the county, or nowhere known."""
_UTEN_SKJERMEDE = gettext_lazy("Personer med adressebeskyttelse er aldri med i tallene.")


class Kommunefilter(Listefilter):
    """One municipality or all of them; only for the county."""

    kommune = forms.ChoiceField(label=gettext_lazy("Kommune"), choices=[])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.av.er_fylke:
            del self.fields["kommune"]
            return
        self._velg("kommune", [("", _("Alle kommuner")), *((k.nummer, k.navn) for k in kommuner_i_fylket())])

    def _velg(self, navn: str, valg: list[tuple[str, str]]) -> None:
        felt = self.fields[navn]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        felt.choices = valg


class UtenFilter(Listefilter):
    """Nothing to choose: all that the reader counts."""


@dataclass(frozen=True)
class Rapportslag:
    """A report: its name in addresses, what it is called, what it is for, its filter, and how it is made.

    `lag` takes who asks, the filter's values and the threshold of small numbers.
    """

    navn: str
    tittel: Promise
    ingress: Promise
    filterskjema: type[Listefilter]
    lag: Callable[[Aktoer, Mapping[str, Any], int], Rapport]


def kommunerader(av: Aktoer) -> dict[str, str]:
    """Return number → name of the rows: the county's municipalities and the rest, or the reader's own."""
    if not av.er_fylke:
        egen = Virksomhet.objects.only("nummer", "navn").get(pk=av.virksomhet_id)
        return {egen.nummer: egen.navn}
    return {k.nummer: k.navn for k in kommuner_i_fylket()} | {ANDRE: _("Utenfor fylket eller ukjent")}


def valgt_kommune(valg: Mapping[str, Any], rader: Mapping[str, str]) -> tuple[str, str]:
    """Return key and name of what the tables are about: one municipality, or the sum of all."""
    nummer = valg.get("kommune") or (next(iter(rader)) if len(rader) == 1 else SUM)
    return nummer, rader[nummer] if nummer else _("Hele fylket")


def lenke_til(av: Aktoer, urlnavn: str, **valg: object) -> str:
    """Return the address of a list with a filter; nothing for those who do not see persons."""
    if av.rolle not in SER_PERSONENE or ANDRE in valg.values():
        return ""
    try:
        adresse = reverse(urlnavn)
    except NoReverseMatch:
        return ""
    return f"{adresse}?{urlencode({navn: verdi for navn, verdi in valg.items() if verdi not in ('', None)})}"


def faste_definisjoner(grense: int) -> tuple[tuple[str, str], ...]:
    """Return what is said of every report."""
    return (
        (_("Kommune"), _("Kommunen personen bor i på dagen for uttrekket.")),
        (_("Adressebeskyttelse"), str(_UTEN_SKJERMEDE)),
        (
            _("Skjult (:)"),
            _(
                "Antall fra 1 til %(mest)s er skjult, og så mange andre tall at ingen av dem kan regnes ut. "
                "Andeler av skjulte tall er også skjult."
            )
            % {"mest": grense - 1},
        ),
    )


def i_kjente_rader(
    tall: Mapping[tuple[str, str], int], rader: Mapping[str, str]
) -> dict[tuple[str, str], int]:
    """Return the counts with all rows that are not listed together under `ANDRE`."""
    ut: dict[tuple[str, str], int] = {}
    for (rad, kolonne), n in tall.items():
        hvor = (rad if rad in rader else ANDRE, kolonne)
        ut[hvor] = ut.get(hvor, 0) + n
    return ut


def tabellen(tittel: str, radnavn: str, kryss: Kryss) -> Talltabell:
    """Return counts by row and column as a table with totals, and a bar for each row that has any."""
    radene = kryss.radene(med_sum=_("I alt"))
    kolonner = (*kryss.kolonner.values(), _("I alt"))
    return Talltabell(
        tittel, radnavn, kolonner,
        tuple(Rad(navn, kryss.celler(noekkel)) for noekkel, navn in radene),
        tuple(kryss.serie(*rad) for rad in radene if rad[0] != SUM and kryss.celle(rad[0], SUM).verdi),
    )  # fmt: skip
