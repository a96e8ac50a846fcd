"""Answers and values of calculations, as they are written to people."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from integrering.grunnmur import visning
from integrering.nir.kodeverk import Tillatelsestype
from integrering.nir.regeltekster.steg import felt
from integrering.nir.regeltekster.svar import lov, rettsstilling, sluttmaal
from integrering.nir.rules.beregning import Steg
from integrering.nir.rules.grunnlag import Felt
from integrering.nir.rules.lov import Lov
from integrering.nir.rules.lovfrister import Regnet
from integrering.nir.rules.programtid import (
    Foreldreveiledning,
    Livsmestring,
    Programtid,
    Sluttmaalvalg,
)
from integrering.nir.rules.regelsett import Enhet, Regelrad
from integrering.nir.rules.rettigheter import Rettsstilling
from integrering.nir.rules.sluttmaal import Sluttmaal

# What a value means that is the choice of a rule, and neither a law nor a fact.
_KODER = {
    "vedtatt_2020": gettext_lazy("loven slik den ble vedtatt i 2020"),
    "vedtatt_2025": gettext_lazy("loven slik den ble endret i 2025"),
    "alt": gettext_lazy("alt fraværet"),
    "rett_inntraadt": gettext_lazy("dagen retten inntrådte"),
    "ikke_fastsatt": gettext_lazy("loven nevner ingen dag"),
    "grunn_til_aa_tro": gettext_lazy("grunn til å tro at målet nås"),
    "skal_hvis_det_bidrar": gettext_lazy("skal gis når det kan bidra til at målet nås"),
    "integreringskontrakt": gettext_lazy("integreringskontrakt"),
    "integreringserklaering": gettext_lazy("integreringserklæring"),
}


def verdi(steg: Steg) -> str:
    """Return the value of a step; nothing for what the law says."""
    if steg.rad is not None:
        return _regelverdi(steg.rad)
    if steg.navn is Felt.TILLATELSE:
        return str(Tillatelsestype(str(steg.verdi)).label)
    if isinstance(steg.verdi, Sluttmaal):
        return sluttmaal(steg.verdi)
    if isinstance(steg.verdi, bool):
        return _ja_nei(steg.verdi)
    return visning.dato(steg.verdi) if isinstance(steg.verdi, date) else _tekst(steg.verdi)


def _regelverdi(rad: Regelrad) -> str:
    n = rad.tall if rad.verdi.isdigit() else 0
    match rad.enhet:
        case Enhet.JA_NEI:
            return _ja_nei(rad.ja)
        case Enhet.DATO:
            return visning.dato(rad.dato)
        case Enhet.KODE:
            return _kode(rad.verdi)
        case Enhet.AAR:
            return ngettext("%(n)s år", "%(n)s år", n) % {"n": n}
        case Enhet.MAANEDER:
            return _maaneder(n)
        case Enhet.UKER:
            return ngettext("%(n)s uke", "%(n)s uker", n) % {"n": n}
        case Enhet.DAGER:
            return ngettext("%(n)s kalenderdag", "%(n)s kalenderdager", n) % {"n": n}
        case Enhet.VIRKEDAGER:
            return ngettext("%(n)s virkedag", "%(n)s virkedager", n) % {"n": n}
        case Enhet.TIMER:
            return _timer(n)
        case Enhet.PROSENT:
            return _("%(n)s prosent") % {"n": n}
    return rad.verdi


def _kode(kode: str) -> str:
    if kode in set(Lov):
        return lov(Lov(kode))
    if kode in set(Felt):
        return felt(Felt(kode))
    return str(_KODER.get(kode, kode))


def svar(verdi: Any) -> str:
    """Return the answer of a calculation."""
    if isinstance(verdi, Rettsstilling):
        return rettsstilling(verdi)
    if isinstance(verdi, Lov):
        return lov(verdi)
    if isinstance(verdi, Regnet):
        return visning.dato(verdi.dato)
    if isinstance(verdi, Programtid):
        return _programtid(verdi)
    if isinstance(verdi, Sluttmaalvalg):
        return ", ".join(sluttmaal(maal) for maal in verdi.tillatt)
    if isinstance(verdi, Livsmestring):
        deler = {"helse": verdi.helse, "karriere": verdi.karriere}
        return _("%(helse)s timer om helse, %(karriere)s timer om karriere") % deler
    if isinstance(verdi, Foreldreveiledning):
        return _("%(m0)s–%(m1)s møter i gruppe, eller %(s0)s–%(s1)s samtaler alene") % {
            "m0": verdi.moeter[0], "m1": verdi.moeter[1], "s0": verdi.samtaler[0], "s1": verdi.samtaler[1],
        }  # fmt: skip
    return visning.dato(verdi) if isinstance(verdi, date) else _timer(verdi)


def _programtid(tid: Programtid) -> str:
    if not tid.forlengelse:
        return _maaneder(tid.maaneder)
    deler = {"tid": _maaneder(tid.maaneder), "mer": _maaneder(tid.forlengelse)}
    return _("%(tid)s, kan forlenges med %(mer)s") % deler


def _maaneder(n: int) -> str:
    return ngettext("%(n)s måned", "%(n)s måneder", n) % {"n": n}


def _timer(n: int) -> str:
    return ngettext("%(n)s time", "%(n)s timer", n) % {"n": n}


def _ja_nei(verdi: bool) -> str:
    return _("Ja") if verdi else _("Nei")


def _tekst(verdi: Any) -> str:
    return "" if verdi is None else str(verdi)
