"""A call: draft, change, open, close, distributed, ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.tilgang.aktoer import Aktoer
from tilskudd.gitt.models import Kriterium, Utlysning, Utlysningstilstand
from tilskudd.gitt.roller import RAADGIVER
from tilskudd.ordninger.models import Ordning
from tilskudd.ordninger.models.ordning import Ordningsslag

T = Utlysningstilstand
Feil = dict[str, list[str]]
_LISTER = ("soekere", "dekker", "vedleggskrav", "kan_fravikes")


@dataclass(frozen=True)
class Utlysningsdata:
    """What the form of a call gives: see the model. `kriterier` are (name, weight in per cent), in order."""

    ordning: Ordning
    navn: str
    tekst: str
    soekere: Sequence[str]
    fra: date
    til: date
    ramme: int
    dekker: Sequence[str]
    rapportfrist: date
    kilde: str
    kriterier: Sequence[tuple[str, int]] = ()
    frist: date | None = None
    andel: int | None = None
    minst: int | None = None
    mest: int | None = None
    vedleggskrav: Sequence[str] = field(default_factory=list)
    krever_register: bool = False
    krever_demokrati: bool = False
    start_innen: int | None = None
    kan_fravikes: Sequence[str] = field(default_factory=list)
    utbetaling: str = "foer"
    foerste_del: int = 100
    eksempel: bool = False


@transaction.atomic
def lag_utlysning(*, data: Utlysningsdata, av: Aktoer) -> Utlysning:
    """Make a draft of a call. Raises Regelbrudd by field, IkkeTilgang."""
    av.krev(*RAADGIVER)
    krev_gyldig(_feil(data))
    utlysning = Utlysning.objects.create(**_felter(data), endret_av_id=av.bruker_id)
    _skriv_kriterier(utlysning, data)
    return utlysning


@transaction.atomic
def endre_utlysning(*, utlysning: Utlysning, versjon: int, data: Utlysningsdata, av: Aktoer) -> None:
    """Change a draft. Raises Regelbrudd by field, Konflikt, IkkeTilgang."""
    av.krev(*RAADGIVER)
    if utlysning.tilstand != T.UTKAST:
        raise Regelbrudd(_("Utlysningen er åpnet. Bare frist og ramme kan endres."))
    krev_gyldig(_feil(data))
    utlysning.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **_felter(data))
    utlysning.kriterier.all().delete()
    _skriv_kriterier(utlysning, data)


@transaction.atomic
def flytt_frist(*, utlysning: Utlysning, versjon: int, frist: date | None, ramme: int, av: Aktoer) -> None:
    """Move the deadline, or change the pot, of an open call. Raises Regelbrudd, Konflikt, IkkeTilgang."""
    av.krev(*RAADGIVER)
    if utlysning.tilstand not in (T.UTLYST, T.LUKKET):
        raise Regelbrudd(_("Frist og ramme kan endres mens utlysningen er åpen eller lukket."))
    feil: Feil = {}
    if frist is None and utlysning.frist is not None:
        feil["frist"] = [_("Utlysningen har en frist. Skriv den nye.")]
    if utlysning.frist is not None and frist is not None and frist < utlysning.frist:
        feil["frist"] = [_("Fristen kan bare flyttes framover: noen kan ha lest den gamle.")]
    krev_gyldig(feil)
    utlysning.lagre_over(versjon=versjon, bruker_id=av.bruker_id, frist=frist, ramme=ramme)


@transaction.atomic
def aapne(*, utlysning: Utlysning, versjon: int, av: Aktoer) -> None:
    """Open a draft, or a closed call, for applications. Raises Regelbrudd, Konflikt, IkkeTilgang."""
    av.krev(*RAADGIVER)
    if utlysning.frist is not None and utlysning.frist < timezone.localdate():
        raise Regelbrudd(_("Søknadsfristen har gått ut. Flytt fristen først."))
    if utlysning.tilstand == T.UTKAST and sum(k.vekt for k in utlysning.kriterier.all()) != 100:
        raise Regelbrudd(_("Vektene til kriteriene må bli 100 prosent til sammen."))
    _gaa(utlysning, versjon, (T.UTKAST, T.LUKKET), T.UTLYST, av)


@transaction.atomic
def lukk(*, utlysning: Utlysning, versjon: int, av: Aktoer) -> None:
    """Close a call for applications. Raises Regelbrudd, Konflikt, IkkeTilgang."""
    av.krev(*RAADGIVER)
    if utlysning.frist is not None and utlysning.frist >= timezone.localdate():
        raise Regelbrudd(_("Søknadsfristen er ikke ute ennå."))
    _gaa(utlysning, versjon, (T.UTLYST,), T.LUKKET, av)


@transaction.atomic
def fordel(*, utlysning: Utlysning, versjon: int, av: Aktoer) -> None:
    """Say that all applications of a closed call are decided. Raises Regelbrudd, Konflikt, IkkeTilgang."""
    av.krev(*RAADGIVER)
    if utlysning.soeknader.filter(tilstand__in=["sendt", "aapnet"]).exists():
        raise Regelbrudd(_("Ikke alle søknadene er avgjort."))
    _gaa(utlysning, versjon, (T.LUKKET,), T.FORDELT, av)


@transaction.atomic
def avslutt(*, utlysning: Utlysning, versjon: int, av: Aktoer) -> None:
    """End a call when all its cases are closed. Raises Regelbrudd, Konflikt, IkkeTilgang."""
    av.krev(*RAADGIVER)
    if utlysning.soeknader.exclude(tilstand__in=["utkast", "trukket", "avsluttet"]).exists():
        raise Regelbrudd(_("Ikke alle sakene er avsluttet."))
    _gaa(utlysning, versjon, (T.FORDELT,), T.AVSLUTTET, av)


def _gaa(utlysning: Utlysning, versjon: int, fra: Sequence[str], til: str, av: Aktoer) -> None:
    if utlysning.tilstand not in fra:
        raise Regelbrudd(_("Utlysningen har gått videre. Last siden på nytt."))
    utlysning.lagre_over(versjon=versjon, bruker_id=av.bruker_id, tilstand=til)


def _felter(data: Utlysningsdata) -> dict[str, Any]:
    felter = {felt.name: getattr(data, felt.name) for felt in fields(data)}
    del felter["kriterier"]
    return felter | {navn: list(felter[navn]) for navn in _LISTER}


def _skriv_kriterier(utlysning: Utlysning, data: Utlysningsdata) -> None:
    Kriterium.objects.bulk_create(
        Kriterium(utlysning=utlysning, nummer=nr, navn=navn, vekt=vekt)
        for nr, (navn, vekt) in enumerate(data.kriterier, start=1)
    )


def _feil(d: Utlysningsdata) -> Feil:
    feil: Feil = {}
    if d.ordning.slag != Ordningsslag.GITT:
        feil["ordning"] = [_("Velg en ordning fylkeskommunen gir tilskudd fra.")]
    if d.til < d.fra:
        feil["til"] = [_("Siste dag kan ikke være før første dag.")]
    if d.frist is not None and d.frist > d.til:
        feil["frist"] = [_("Søknadsfristen kan ikke være etter perioden tilskuddet gjelder.")]
    if d.minst is not None and d.mest is not None and d.mest < d.minst:
        feil["mest"] = [_("Høyeste beløp kan ikke være under minste beløp.")]
    if d.utbetaling == "delt" and not 1 <= d.foerste_del <= 99:
        feil["foerste_del"] = [_("Skriv hvor mange prosent som betales først, fra 1 til 99.")]
    if any(not 1 <= vekt <= 100 for _navn, vekt in d.kriterier):
        feil["kriterier"] = [_("Vekten til et kriterium er fra 1 til 100 prosent.")]
    return feil
