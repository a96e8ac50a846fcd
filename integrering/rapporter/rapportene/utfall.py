"""Work or education at the end of the introduction programme: three definitions side by side."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from integrering.rapporter.queries.avsluttede import utfall_per_kommune
from integrering.rapporter.rapportene.felles import (
    ANDRE,
    Kommunefilter,
    Rapportslag,
    faste_definisjoner,
    kommunerader,
    lenke_til,
    valgt_kommune,
)
from integrering.rapporter.rules.smaatall import SUM
from integrering.rapporter.rules.utfall import ARBEID_ELLER_UTDANNING, MED_NAV, Utfall
from integrering.rapporter.tall import Kryss, Rad, Rapport, Talltabell, Tekst
from integrering.tilgang.aktoer import Aktoer

NAVN = {
    Utfall.ARBEID.value: gettext_lazy("Arbeid"),
    Utfall.UTDANNING.value: gettext_lazy("Utdanning"),
    Utfall.NAV.value: gettext_lazy("Tiltak i regi av Nav"),
    Utfall.ANNET.value: gettext_lazy("Annet"),
    Utfall.MANGLER.value: gettext_lazy("Årsak ikke registrert"),
}
AAR_TILBAKE = 5


def aarsvalg() -> list[tuple[str, str]]:
    """Return this year and those before it, as choices."""
    i_aar = timezone.localdate().year
    return [(str(aar), str(aar)) for aar in range(i_aar, i_aar - AAR_TILBAKE, -1)]


def vanlig_aar() -> int:
    """Return the year that is shown when none is chosen: the last that is over."""
    return timezone.localdate().year - 1


class Utfallfilter(Kommunefilter):
    """A year and a municipality."""

    aar = forms.ChoiceField(label=gettext_lazy("Avsluttet i"), choices=aarsvalg)
    field_order = ("aar", "kommune")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aar"].initial = str(vanlig_aar())


@cache
def nasjonale_tall() -> list[dict[str, Any]]:
    """Return the national figures, each with its source."""
    with files("integrering.rapporter").joinpath("data", "nasjonale_tall.toml").open("rb") as fil:
        tall: list[dict[str, Any]] = tomllib.load(fil)["tall"]
    return tall


def lag(av: Aktoer, valg: Mapping[str, Any], grense: int) -> Rapport:
    """Return the report of a year (default: last year) and the years before it."""
    siste = timezone.localdate().year
    aar = int(valg.get("aar") or vanlig_aar())
    kommuner = kommunerader(av)
    nummer, sted = valgt_kommune(valg, kommuner)
    tall = utfall_per_kommune(fra_aar=siste - AAR_TILBAKE + 1, til_aar=siste)
    per_aar = {
        ett: _kryss(av, ett, kommuner, {(k, g): n for (a, k, g), n in tall.items() if a == ett}, grense)
        for ett in range(siste, siste - AAR_TILBAKE, -1)
    }
    tabeller = [_maalene(per_aar[aar], nummer, sted, aar), _aarene(per_aar, nummer, sted)]
    if av.er_fylke:
        tabeller.append(_kommunene(per_aar[aar], nummer, aar))
    return Rapport(tuple(tabeller), _definisjoner() + faste_definisjoner(grense))


def _kryss(
    av: Aktoer, aar: int, kommuner: dict[str, str], tall: Mapping[tuple[str, Utfall], int], grense: int
) -> Kryss:
    samlet: dict[tuple[str, str], int] = {}
    for (kommune, gruppe), n in tall.items():
        noekkel = (kommune if kommune in kommuner else ANDRE, gruppe.value)
        samlet[noekkel] = samlet.get(noekkel, 0) + n
    grupper = {gruppe: str(navn) for gruppe, navn in NAVN.items()}

    def lenke(kommune: str, gruppe: str) -> str:
        return lenke_til(av, "avsluttede", aar=aar, gruppe=gruppe, kommune=kommune if av.er_fylke else "")

    return Kryss(kommuner, grupper, samlet, grense, lenke)


def _maalene(kryss: Kryss, nummer: str, sted: str, aar: int) -> Talltabell:
    """The definitions side by side; of SSB's statuses only what SSB publishes."""
    kolonner = (_("Antall"), _("Av"), _("Andel"), _("Nasjonalt"), _("Kilde til det nasjonale tallet"))
    rader = []
    for kode, navn, deler in (
        ("imdi", _("Arbeid eller utdanning (IMDi)"), ARBEID_ELLER_UTDANNING),
        ("med_nav", _("Arbeid, utdanning eller tiltak i regi av Nav"), MED_NAV),
    ):
        egne = (kryss.samlet(nummer, deler), kryss.celle(nummer, SUM), kryss.andel(nummer, deler))
        rader.append(Rad(navn, (*egne, *_nasjonalt(kode))))
    ikke_her = Tekst(_("Finnes bare hos SSB"))
    rader.append(
        Rad(
            _("Arbeid eller utdanning ett år etter (SSB)"), (ikke_her, ikke_her, ikke_her, *_nasjonalt("ssb"))
        )
    )
    tittel = _("Avsluttet i %(aar)s: tre mål, %(sted)s") % {"aar": aar, "sted": sted}
    return Talltabell(tittel, _("Mål"), kolonner, tuple(rader))


def _nasjonalt(maal: str) -> tuple[Tekst, Tekst]:
    """Return the national figures of a measure, and where they are published."""
    spraak = "nn" if get_language() == "nn" else "nb"
    funnet = [rad for rad in nasjonale_tall() if rad["maal"] == maal]
    if not funnet:
        return Tekst("–"), Tekst("–")
    return (
        Tekst("; ".join(rad[spraak] for rad in funnet)),
        Tekst("; ".join(dict.fromkeys(rad["kilde"] for rad in funnet))),
    )


def _kolonner() -> tuple[str, ...]:
    return (*(str(navn) for navn in NAVN.values()), _("I alt"), _("IMDis andel"), _("Andel med Nav-tiltak"))


def _rad(kryss: Kryss, nummer: str, navn: str) -> Rad:
    andeler = (kryss.andel(nummer, ARBEID_ELLER_UTDANNING), kryss.andel(nummer, MED_NAV))
    return Rad(navn, (*kryss.celler(nummer), *andeler))


def _aarene(per_aar: Mapping[int, Kryss], nummer: str, sted: str) -> Talltabell:
    return Talltabell(
        _("Utvikling, %(sted)s") % {"sted": sted}, _("Avsluttet i"), _kolonner(),
        tuple(_rad(kryss, nummer, str(aar)) for aar, kryss in per_aar.items()),
        tuple(kryss.serie(nummer, str(aar)) for aar, kryss in per_aar.items()),
    )  # fmt: skip


def _kommunene(kryss: Kryss, nummer: str, aar: int) -> Talltabell:
    rader = [(kode, navn) for kode, navn in kryss.radene(med_sum=_("Hele fylket")) if nummer in (SUM, kode)]
    tittel = _("Avsluttet i %(aar)s etter kommune") % {"aar": aar}
    return Talltabell(tittel, _("Kommune"), _kolonner(), tuple(_rad(kryss, *rad) for rad in rader))


def _definisjoner() -> tuple[tuple[str, str], ...]:
    return (
        (
            _("Avsluttet"),
            _(
                "Programmet er registrert som avsluttet det året og ikke gjenåpnet siden. Hver "
                "person telles én gang."
            ),
        ),
        (
            _("Arbeid eller utdanning (IMDi)"),
            _(
                "Andelen med avslutningsårsak arbeid eller utdanning. Utdanning er videregående "
                "eller høyere, ikke "
                "grunnskole. De uten registrert årsak er med i nevneren. Sier årsaken bare at "
                "programmet er fullført, "
                "brukes hovedaktiviteten."
            ),
        ),
        (
            _("Arbeid, utdanning eller tiltak i regi av Nav"),
            _("Det samme, med dem som gikk til tiltak, kvalifiseringsprogram eller lønnstilskudd hos Nav."),
        ),
        (
            _("Arbeid eller utdanning ett år etter (SSB)"),
            _(
                "Status i november året etter at programmet var slutt: sysselsatt, under utdanning "
                "eller begge deler "
                "(SSB, tabell 10824). SSB regner det ut av egne registre. Vi har ikke tallene for "
                "kommunene og fylket, "
                "så de kan ikke vises her. Målet nasjonalt er 70 prosent."
            ),
        ),
    )


UTFALL = Rapportslag(
    "arbeid-eller-utdanning",
    gettext_lazy("Arbeid eller utdanning etter programmet"),
    gettext_lazy("Hva deltakerne gikk til da introduksjonsprogrammet var slutt, etter tre definisjoner."),
    Utfallfilter,
    lag,
)
