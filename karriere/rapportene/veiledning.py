"""Career guidance in figures: how many, in time, before the decision, with what note and interpreter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur import visning
from integrering.nir.kodeverk import Tillatelsestype
from integrering.rapporter.queries.antall import antall_per
from integrering.rapporter.rapportene.felles import (
    ANDRE,
    Kommunefilter,
    Rapportslag,
    faste_definisjoner,
    i_kjente_rader,
    kommunerader,
    tabellen,
    valgt_kommune,
)
from integrering.rapporter.rules.smaatall import SUM
from integrering.rapporter.tall import Kryss, Rad, Rapport, Talltabell, Tekst
from integrering.tilgang.aktoer import Aktoer
from karriere.kodeverk import Tolk, Tolkeform
from karriere.models import Senter
from karriere.queries.tall import ALLE, Utvalg, median_dager, saker_i, tolk_i
from karriere.rapportene.definisjoner import definisjoner
from karriere.tekster import TILSTAND

FOERSTE_AAR = 2021
DELT = {
    "kommune": gettext_lazy("Kommune"),
    "senter": gettext_lazy("Karrieresenter"),
    "tillatelse": gettext_lazy("Tillatelse"),
    "kvartal": gettext_lazy("Kvartal bosatt"),
}
# Column → what it is called, table by table.
_I_TIDE = {
    "innen": gettext_lazy("Innen fristen"),
    "etter": gettext_lazy("Etter fristen"),
    "ikke": gettext_lazy("Ikke veiledet, over fristen"),
}
_VEDTAK = {
    "foer": gettext_lazy("Veiledet før vedtaket"),
    "etter": gettext_lazy("Veiledet etter vedtaket"),
    "uten": gettext_lazy("Vedtak uten veiledning"),
}
_NOTAT = {
    "med": gettext_lazy("Notat med anbefaling"),
    "uten_anbefaling": gettext_lazy("Notat uten anbefaling"),
    "uten": gettext_lazy("Uten notat"),
}
_LEST = {
    "foer": gettext_lazy("Lest før vedtaket"),
    "etter": gettext_lazy("Lest etter vedtaket"),
    "ulest": gettext_lazy("Ikke lest"),
}
_HENVIST = {"ja": gettext_lazy("Henvist"), "nei": gettext_lazy("Ikke henvist")}
_UTEBLE = {"ja": gettext_lazy("Har uteblitt"), "nei": gettext_lazy("Har ikke uteblitt")}


def _aarsvalg() -> list[tuple[str, str]]:
    i_aar = timezone.localdate().year
    return [("", _("Alle år")), *((str(aar), str(aar)) for aar in range(i_aar, FOERSTE_AAR - 1, -1))]


class Veiledningsfilter(Kommunefilter):
    """The rows, the year of settlement, and a municipality."""

    etter = forms.ChoiceField(label=gettext_lazy("Fordelt på"), choices=tuple(DELT.items()))
    bosatt = forms.ChoiceField(label=gettext_lazy("Bosatt i"), choices=_aarsvalg)
    field_order = ("etter", "bosatt", "kommune")


def lag(av: Aktoer, valg: Mapping[str, Any], grense: int) -> Rapport:
    """Return the report of those settled in a year (default: all)."""
    delt = valg.get("etter") or "kommune"
    utvalg = Utvalg(
        aar=int(valg["bosatt"]) if valg.get("bosatt") else None, kommune=valg.get("kommune") or ""
    )
    tabeller = _Tabeller(av, utvalg, delt, grense)
    return Rapport(tuple(tabeller.alle()), definisjoner() + faste_definisjoner(grense))


class _Tabeller:
    """The tables of one choice: they share the rows, and read the cases column by column."""

    def __init__(self, av: Aktoer, utvalg: Utvalg, delt: str, grense: int) -> None:
        self.delt, self.utvalg, self.grense = delt, utvalg, grense
        self.saker = saker_i(utvalg, delt, timezone.localdate())
        self.rader = _radene(av, utvalg, delt, self.saker)

    def alle(self) -> list[Talltabell]:
        """Return the tables in the order of the page."""
        tolk = tolk_i(self.utvalg, self.delt)
        return [
            self._tabell(_("Hvor veiledningen står"), self._kryss("tilstand", TILSTAND)),
            self._i_tide(),
            self._tabell(_("Før eller etter vedtaket"), self._kryss("foer_vedtak", _VEDTAK), andel="foer"),
            self._tabell(_("Henvist av kommunen"), self._kryss("er_henvist", _HENVIST), andel="ja"),
            self._tabell(_("Uteblitt fra en samtale"), self._kryss("uteble", _UTEBLE)),
            self._tabell(_("Notat til kommunen"), self._kryss("notat", _NOTAT), andel="med"),
            self._tabell(_("Lest av kommunen"), self._kryss("lest_naar", _LEST), andel="foer"),
            self._tabell(_("Tolk i samtalene"), self._kryss("tolk", dict(Tolk.choices), tolk)),
            self._tabell(_("Hvor tolken var"), self._kryss("hvor", dict(Tolkeform.choices), tolk)),
        ]

    def _kryss(self, kolonne: str, navn: Mapping[str, Any], rader: Any = None) -> Kryss:
        telt = antall_per(self.saker if rader is None else rader, "rad", kolonne)
        kjente = {(rad, kol): n for (rad, kol), n in telt.items() if kol in navn}
        kolonner = {kode: str(tekst) for kode, tekst in navn.items()}
        return Kryss(self.rader, kolonner, i_kjente_rader(kjente, self.rader), self.grense)

    def _tabell(self, tittel: str, kryss: Kryss, andel: str = "") -> Talltabell:
        tabell = tabellen(tittel, str(DELT[self.delt]), kryss)
        if not andel:
            return tabell
        radene = [rad for rad, _navn in kryss.radene(med_sum=_("I alt"))]
        medregnet = tuple(
            Rad(rad.navn, (*rad.celler, kryss.andel(noekkel, (andel,))))
            for noekkel, rad in zip(radene, tabell.rader, strict=True)
        )
        kolonner = (*tabell.kolonner, _("Andel: %(hva)s") % {"hva": kryss.kolonner[andel].lower()})
        return Talltabell(tabell.tittel, tabell.radnavn, kolonner, medregnet, tabell.serier)

    def _i_tide(self) -> Talltabell:
        """In time or not, with the median days from settlement; hidden where few are behind it."""
        kryss = self._kryss("i_tide", _I_TIDE)
        tabell = self._tabell(_("Innen tre måneder etter bosetting"), kryss, andel="innen")
        medianer = median_dager(self.utvalg, self.delt)
        rader = []
        for noekkel, rad in zip([r for r, _n in kryss.radene(med_sum=_("I alt"))], tabell.rader, strict=True):
            dager = medianer.get(noekkel if noekkel != SUM else ALLE)
            veiledet = kryss.samlet(noekkel, ("innen", "etter"))
            tekst = "–" if dager is None or noekkel == ANDRE else visning.desimal(round(dager, 1))
            faa = veiledet.skjult or 0 < veiledet.verdi < self.grense
            rader.append(Rad(rad.navn, (*rad.celler, Tekst(tekst, skjult=faa))))
        kolonner = (*tabell.kolonner, _("Dager fra bosetting, median"))
        return Talltabell(tabell.tittel, tabell.radnavn, kolonner, tuple(rader), tabell.serier)


def _radene(av: Aktoer, utvalg: Utvalg, delt: str, saker: Any) -> dict[str, str]:
    """Return key → name of the rows; what is not known comes last."""
    match delt:
        case "kommune":
            alle = kommunerader(av)
            nummer, sted = valgt_kommune({"kommune": utvalg.kommune}, alle)
            return {nummer: sted} if utvalg.kommune else alle
        case "senter":
            sentre = {str(pk): navn for pk, navn in Senter.objects.values_list("pk", "navn")}
            return sentre | {ANDRE: _("Uten karrieresenter")}
        case "tillatelse":
            return {kode: str(navn) for kode, navn in Tillatelsestype.choices} | {ANDRE: _("Ikke kjent")}
    kvartaler = sorted({rad for rad in saker.order_by().values_list("rad", flat=True).distinct() if rad})
    navn = {rad: _("%(kvartal)s. kvartal %(aar)s") % _delene(rad) for rad in kvartaler}
    return navn | {ANDRE: _("Ikke kjent")}


def _delene(kvartal: str) -> dict[str, str]:
    aar, nr = kvartal.split("-")
    return {"aar": aar, "kvartal": nr}


VEILEDNING = Rapportslag(
    "karriereveiledning",
    gettext_lazy("Karriereveiledning"),
    gettext_lazy(
        "Hvem som er veiledet, om det skjer innen tre måneder og før vedtaket, og hva notatet brukes til."
    ),
    Veiledningsfilter,
    lag,
)
