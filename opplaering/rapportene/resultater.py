"""The share that reaches the minimum, and the time from the first school day to the goal."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.lister import Listefilter
from integrering.rapporter.rapportene.felles import (
    ANDRE,
    Rapportslag,
    faste_definisjoner,
    kommunerader,
    lenke_til,
)
from integrering.rapporter.rapportene.norskproever import skoleaarsvalg
from integrering.rapporter.rules.skoleaar import skoleaar, skoleaarets_dager, skoleaarets_navn
from integrering.rapporter.rules.smaatall import SUM
from integrering.rapporter.tall import Kryss, Rad, Rapport, Tall, Talltabell, Tekst
from integrering.tilgang.aktoer import Aktoer
from opplaering.queries.resultatstand import Stand, resultatstand
from opplaering.rules.tall import dager_til_maalet, midterste

LISTE = "resultatstand"
NAADD, IKKE = "naadd", "ikke_naadd"
NORSK, SAMFUNNSKUNNSKAP, MAAL = "norsk", "samfunnskunnskap", "maal"
# What the list behind the figures can show: filter value → who is in it.
UTVALG: dict[str, Callable[[Stand, date, date], bool]] = {
    f"{NORSK}_{NAADD}": lambda s, _fra, _til: s.norsk is not None,
    f"{NORSK}_{IKKE}": lambda s, _fra, _til: s.norsk is None,
    f"{SAMFUNNSKUNNSKAP}_{NAADD}": lambda s, _fra, _til: s.samfunnskunnskap is not None,
    f"{SAMFUNNSKUNNSKAP}_{IKKE}": lambda s, _fra, _til: s.samfunnskunnskap is None,
    f"{MAAL}_{NAADD}": lambda s, fra, til: s.maal is not None and fra <= s.maal <= til,
}


class Skoleaarfilter(Listefilter):
    """A school year; this one when none is chosen."""

    skoleaar = forms.ChoiceField(label=gettext_lazy("Skoleår"), choices=skoleaarsvalg)


def valgt_skoleaar(valg: Mapping[str, Any]) -> int:
    """Return the school year that is looked at."""
    return int(valg.get("skoleaar") or skoleaar(timezone.localdate()))


def lag(av: Aktoer, valg: Mapping[str, Any], grense: int) -> Rapport:
    """Return the report of a school year (default: this one)."""
    aar, kommuner = valgt_skoleaar(valg), kommunerader(av)
    fra, til = skoleaarets_dager(aar)
    stand = resultatstand(fra, til)

    def lenke(hva: str) -> Callable[[str, str], str]:
        def til_listen(kommune: str, naadd: str) -> str:
            utvalg = f"{hva}_{naadd}" if naadd else ""
            return lenke_til(av, LISTE, skoleaar=aar, utvalg=utvalg, kommune=kommune if av.er_fylke else "")

        return til_listen

    titler = {
        NORSK: _("Minstekravet i norsk, skoleåret %(aar)s"),
        SAMFUNNSKUNNSKAP: _("Samfunnskunnskap, skoleåret %(aar)s"),
    }
    navn = {"aar": skoleaarets_navn(aar)}
    tabeller = [
        _andeler(titler[hva] % navn, _kryss(hva, stand, kommuner, grense, lenke(hva))) for hva in titler
    ]
    naadd = [s for s in stand if UTVALG[f"{MAAL}_{NAADD}"](s, fra, til)]
    tabeller.append(
        _tid(_("Tid fra skolestart til norskmålet, nådd i skoleåret %(aar)s") % navn, naadd, kommuner, grense,
             lenke(MAAL))
    )  # fmt: skip
    return Rapport(tuple(tabeller), _definisjoner() + faste_definisjoner(grense))


def _sted(stand: Stand, kommuner: Mapping[str, str]) -> str:
    return stand.kommune if stand.kommune in kommuner else ANDRE


def _kryss(
    hva: str, stand: Sequence[Stand], kommuner: Mapping[str, str], grense: int,
    lenke: Callable[[str, str], str],
) -> Kryss:  # fmt: skip
    tall = Counter((_sted(s, kommuner), NAADD if getattr(s, hva) else IKKE) for s in stand)
    return Kryss(kommuner, {NAADD: _("Nådd"), IKKE: _("Ikke nådd")}, tall, grense, lenke)


def _andeler(tittel: str, kryss: Kryss) -> Talltabell:
    radene = kryss.radene(med_sum=_("I alt"))
    return Talltabell(
        tittel, _("Kommune"), (*kryss.kolonner.values(), _("I alt"), _("Andel nådd")),
        tuple(Rad(navn, (*kryss.celler(rad), kryss.andel(rad, (NAADD,)))) for rad, navn in radene),
        tuple(kryss.serie(*rad) for rad in radene if rad[0] != SUM and kryss.celle(rad[0], SUM).verdi),
    )  # fmt: skip


def _tid(
    tittel: str, naadd: Sequence[Stand], kommuner: Mapping[str, str], grense: int,
    lenke: Callable[[str, str], str],
) -> Talltabell:  # fmt: skip
    """How many reached their goal, and the median days; hidden where the number of persons is."""
    dager: dict[str, list[int]] = defaultdict(list)
    for s in naadd:
        for sted in (_sted(s, kommuner), SUM):
            dager[sted].append(dager_til_maalet(s.start, s.maal or s.start))
    tall = {(sted, NAADD): len(d) for sted, d in dager.items() if sted != SUM}
    kryss = Kryss(kommuner, {NAADD: _("Nådd målet")}, tall, grense, lambda rad, _k: lenke(rad, NAADD))
    rader = []
    for rad, navn in kryss.radene(med_sum=_("I alt")):
        antall = kryss.celle(rad, SUM)
        median = Tall(midterste(dager[rad]), antall.skjult) if antall.verdi else Tekst("–")
        rader.append(Rad(navn, (antall, median)))
    return Talltabell(tittel, _("Kommune"), (_("Nådd målet"), _("Dager, median")), tuple(rader))


def _definisjoner() -> tuple[tuple[str, str], ...]:
    return (
        (_("Hvem som telles"), _("De som gikk på videregående minst én dag i skoleåret.")),
        (
            _("Minstekravet i norsk"),
            _(
                "Standpunktkarakteren 2 i norsk, samlet eller i både muntlig og skriftlig "
                "(integreringsforskriften § 28), innen skoleåret er over."
            ),
        ),
        (
            _("Samfunnskunnskap"),
            _("Bestått prøve (integreringsloven § 37), eller karakteren 2 (integreringsforskriften § 24 c)."),
        ),
        (
            _("Norskmålet"),
            _("Målet som er registrert om personen. Resultater fra skolen og fra kommunen telles begge."),
        ),
        (
            _("Dager, median"),
            _("Fra første dag på en videregående skole til dagen målet var nådd. Halvparten brukte færre."),
        ),
    )


RESULTATER = Rapportslag(
    "resultater-i-videregaaende",
    gettext_lazy("Resultater i videregående"),
    gettext_lazy("Andelen som når minstekravet, og hvor lang tid det tar å nå målet i norsk."),
    Skoleaarfilter,
    lag,
)
