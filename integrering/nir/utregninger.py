"""How a person's rights, lengths and deadlines were worked out: the panel «Slik er det regnet ut»."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.nir import regeltekster as ord_
from integrering.nir.actions.roller import kan_registrere
from integrering.nir.faktatyper import Gruppe
from integrering.nir.models.personopplysning import FOERSTE_DAG
from integrering.nir.regeltekster.verdier import svar, verdi
from integrering.nir.rules import lovfrister, norsktid, programtid, rett_norsk, rettigheter
from integrering.nir.rules.beregning import Beregning, Mangel, Steg, Utfall
from integrering.nir.rules.fra_registrerte import fravaer, grunnlag
from integrering.nir.rules.grunnlag import Felt, Grunnlag
from integrering.nir.rules.lov import lov
from integrering.nir.rules.lovfrister import Fristkode
from integrering.nir.rules.regelkoder import Grunn, Regelkode
from integrering.nir.rules.regelsett import Regelrad, Regelsett
from integrering.nir.rules.registrert import Registrerte
from integrering.nir.rules.status import Tilstand
from integrering.nir.statuslenker import felt_url, slag_med
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle

Beregn = Callable[[Grunnlag, Regelsett, date], Beregning[Any]]


@dataclass(frozen=True)
class Linje:
    """One step: what, its value, the paragraph, and which version of a value."""

    hva: str
    verdi: str
    hjemmel: str
    versjon: str


@dataclass(frozen=True)
class Trengs:
    """A fact it takes to know; `url` where it is registered, if anybody can."""

    tekst: str
    url: str


@dataclass(frozen=True)
class Utregning:
    """One question, its answer, and how it came about."""

    navn: str
    svar: str
    trengs: list[Trengs]
    linjer: list[Linje]
    ubekreftet: bool


def utregninger(
    r: Registrerte, regler: Regelsett, dag: date, *, gruppe: Gruppe, noekkel: UUID, av: Aktoer
) -> list[Utregning]:
    """Return the calculations of one page of a person, from what the reader sees."""
    g, hvem = grunnlag(r), (noekkel, av)
    ut = [_utregning(navn, regel(g, regler, dag), *hvem) for navn, regel in _spoersmaal(gruppe)]
    # adult education does not read absence from the programme, which makes it longer
    if gruppe is Gruppe.INTRO and not av.har(Rolle.KOMMUNE_VOKSENOPPLAERING):
        slutt = programtid.programslutt(g, regler, dag, fravaer(r))
        ut.insert(2, _utregning(ord_.frist(Fristkode.PROGRAMSLUTT), slutt, *hvem))
    return ut


def _spoersmaal(gruppe: Gruppe) -> Sequence[tuple[str, Beregn]]:
    match gruppe:
        case Gruppe.OVERSIKT:
            return (
                (_("Lov"), lov),
                (_("Introduksjonsprogram"), rettigheter.intro),
                (_("Kompetansekartlegging"), rettigheter.kompetansekartlegging),
                (_("Karriereveiledning"), rettigheter.karriereveiledning),
                (_("Opplæring i norsk"), rett_norsk.norsk),
                (_("Opplæring i samfunnskunnskap"), rett_norsk.samfunnskunnskap),
                (_("Avsluttende prøve i norsk"), rett_norsk.norskproeve),
                (_("Avsluttende prøve i samfunnskunnskap"), rett_norsk.samfunnskunnskapsproeve),
            )
        case Gruppe.INTRO:
            return (
                (_("Sluttmål som kan settes"), programtid.sluttmaal_valg),
                (_("Programmets lengde"), programtid.programtid),
                (_("Livsmestring"), programtid.livsmestring),
                (_("Foreldreveiledning"), programtid.foreldreveiledning),
                *_frister(Fristkode.INTRO_VEDTAK_OG_START, Fristkode.INTEGRERINGSPLAN,
                          Fristkode.PARTSDOKUMENT, Fristkode.ARBEIDSRETTET),
            )  # fmt: skip
        case Gruppe.OPPLAERING:
            return (
                (_("Timer i norsk"), norsktid.norsk_timer),
                (_("Timer i samfunnskunnskap"), norsktid.samf_timer),
                *_frister(Fristkode.NORSK_TILBUD, Fristkode.NORSK_SLUTT, Fristkode.SAMFUNNSKUNNSKAP,
                          Fristkode.SAMFUNNSKUNNSKAPSPROEVE),
            )  # fmt: skip
    return _frister(Fristkode.KARTLEGGING, Fristkode.KARRIEREVEILEDNING)


def _frister(*koder: Fristkode) -> tuple[tuple[str, Beregn], ...]:
    return tuple((ord_.frist(kode), _frist(kode)) for kode in koder)


def _frist(kode: Fristkode) -> Beregn:
    return lambda g, regler, dag: lovfrister.frist(kode, g, regler, dag).beregning


def _utregning(navn: str, beregning: Beregning[Any], noekkel: UUID, av: Aktoer) -> Utregning:
    return Utregning(
        navn=navn,
        svar=_svar(beregning),
        trengs=[_trenger(hva, noekkel, av) for hva in beregning.mangler],
        linjer=[_linje(steg) for steg in beregning.steg],
        ubekreftet=beregning.ubekreftet,
    )


def _svar(beregning: Beregning[Any]) -> str:
    match beregning.utfall:
        case Utfall.UKJENT:
            return ord_.tilstand(Tilstand.UKJENT)
        case Utfall.GJELDER_IKKE:
            assert beregning.grunn is not None  # noqa: S101 - what does not apply has a reason
            return _("Gjelder ikke: %(grunn)s") % {"grunn": ord_.grunn(beregning.grunn)}
    return svar(beregning.svar)


def _trenger(hva: Mangel, noekkel: UUID, av: Aktoer) -> Trengs:
    if not isinstance(hva, Felt):
        return Trengs(ord_.regelmangel(hva), "")
    slag = slag_med(hva)
    kan = slag is not None and kan_registrere(av, slag)
    return Trengs(ord_.felt(hva), felt_url(noekkel, hva) if kan else "")


def _linje(steg: Steg) -> Linje:
    rad = steg.rad
    return Linje(
        hva=_hva(steg),
        verdi=verdi(steg),
        hjemmel=steg.hjemmel,
        versjon=_versjon(rad) if rad else "",
    )


def _versjon(rad: Regelrad) -> str:
    """Return from when a version holds; the oldest one holds from before the law."""
    if rad.gjelder_fra is None or rad.gjelder_fra <= FOERSTE_DAG:
        return _("Første versjon")
    return _("Gjelder fra %(dag)s") % {"dag": visning.dato(rad.gjelder_fra)}


def _hva(steg: Steg) -> str:
    navn = steg.navn
    if isinstance(navn, Felt):
        return ord_.felt(navn)
    if isinstance(navn, Regelkode):
        return ord_.regelkode(navn)
    if isinstance(navn, Grunn):
        return ord_.grunn(navn)
    return ord_.mellomregning(navn)
