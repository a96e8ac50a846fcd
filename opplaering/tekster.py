"""What the rules' codes are called on the pages of the training."""

from __future__ import annotations

from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import kodenavn
from opplaering.faktatyper import RESULTAT
from opplaering.kodeverk import RESULTATFAG, RESULTATSLAG
from opplaering.models import Resultat
from opplaering.rules.minste_naadd import Hvorfor
from opplaering.rules.resultat import DELER, Resultatbrudd


def resultatbrudd(hva: Resultatbrudd) -> str:
    """Return what is wrong with a value, and the way out."""
    return {
        Resultatbrudd.RESULTAT_MANGLER: _("Registrer resultatet av prøven."),
        Resultatbrudd.RESULTAT_PASSER_IKKE: _("Resultatet hører ikke til denne prøven."),
        Resultatbrudd.FAG_MANGLER: _("Velg faget det er gitt karakter i."),
        Resultatbrudd.KARAKTER_MANGLER: _("Velg karakteren."),
        Resultatbrudd.KARAKTER_UTENFOR: _("Karakteren må være fra 1 til 6."),
        Resultatbrudd.BARE_KARAKTER: _("La prøvens deler stå tomme når det er gitt karakter."),
        Resultatbrudd.BARE_PROEVE: _("En prøve har verken fag eller karakter."),
    }[hva]


def hvorfor(hva: Hvorfor) -> str:
    """Return what decided whether the minimum is reached."""
    return {
        Hvorfor.KARAKTER: _("Karakteren er høy nok."),
        Hvorfor.NIVAA: _("Alle delene av prøven er på nivået."),
        Hvorfor.PROEVE_BESTAATT: _("Prøven er bestått."),
        Hvorfor.FOR_LAV_KARAKTER: _("Karakteren er for lav."),
        Hvorfor.EN_KARAKTER_MANGLER: _("Standpunktkarakter mangler i norsk muntlig eller skriftlig."),
        Hvorfor.FOR_LAVT_NIVAA: _("Minst én del av prøven er under nivået."),
        Hvorfor.IKKE_BESTAATT: _("Prøven er ikke bestått."),
        Hvorfor.INGEN_RESULTATER: _("Ingen resultater som teller, er registrert."),
    }[hva]


def slaget(slag: str, fag: str) -> str:
    """Return what a result is a result of: «Norskprøve A1–B2», «Standpunktkarakter, Norsk»."""
    navn = kodenavn(RESULTATSLAG, slag)
    return f"{navn}, {kodenavn(RESULTATFAG, fag)}" if fag else navn


def resultatet(rad: Resultat) -> str:
    """Return the result in words: «leseforståelse B1; …», or the grade."""
    if rad.karakter is not None:
        return str(rad.karakter)
    deler = ((navn, getattr(rad, navn)) for navn in DELER)
    return "; ".join(
        f"{RESULTAT.felt(navn).verbose_name} {kodenavn('proeveresultat', kode)}"
        for navn, kode in deler
        if kode
    )


def overskrift(rad: Resultat) -> str:
    """Return «Standpunktkarakter, Norsk 12.06.2026»."""
    return f"{slaget(rad.slag, rad.fag)} {visning.dato(rad.dato)}"
