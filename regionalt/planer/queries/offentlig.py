"""What is published of a plan (ADR 0016)."""

from __future__ import annotations

from datetime import date
from typing import Any

from regionalt.planer.models import Arbeidskraftbehov, Plan, Planvedtak, Tilbud
from regionalt.planer.queries.hoering import hoeringen_av
from regionalt.planer.queries.kunnskap import behov_for, tilbud_for
from regionalt.planer.queries.planer import Maalrad, maalene_i

_TILTAK = ("tittel", "beskrivelse", "utfoerer", "partnere", "kroner", "finansiering", "indikator", "status")
_BEHOV = ("yrke", "styrk08", "antall", "opplaering", "virkemidler")
_TILBUD = ("navn", "tilbyder", "maalgruppe", "innhold", "plasser")
_VEDTAK = ("organ", "saksnummer", "tekst", "for_stemmer", "mot_stemmer")


def innholdet(plan: Plan) -> dict[str, Any]:
    """Return what is published of a plan: codes and days as text, whole kroner; nobody who works here."""
    vedtak = Planvedtak.objects.filter(plan=plan).first()
    return {
        "tittel": plan.tittel,
        "slag": plan.slag,
        "beskrivelse": plan.beskrivelse,
        "fra": _iso(plan.fra),
        "til": _iso(plan.til),
        "tilstand": plan.tilstand,
        "hoeringsfrist": _iso(plan.hoeringsfrist),
        "maal": [_maal(rad) for rad in maalene_i(plan)],
        "behov": [_kunnskap(b, _BEHOV) for b in behov_for(plan)],
        "tilbud": [_kunnskap(t, _TILBUD) for t in tilbud_for(plan)],
        "hoering": [
            {"navn": str(rad.instans), "svart": rad.mottatt is not None, "bruk": rad.instans.bruk,
             "hvorfor": rad.instans.bruk_hvorfor}
            for rad in hoeringen_av(plan)
        ],
        "vedtak": _vedtak(vedtak) if vedtak else None,
    }  # fmt: skip


def _vedtak(vedtak: Planvedtak) -> dict[str, Any]:
    return {"dato": _iso(vedtak.dato)} | {felt: getattr(vedtak, felt) for felt in _VEDTAK}


def _maal(rad: Maalrad) -> dict[str, Any]:
    tiltak = [
        {felt: getattr(t, felt) for felt in _TILTAK}
        | {"fra": _iso(t.fra), "til": _iso(t.til), "kommune": t.kommune.navn if t.kommune else ""}
        for t in rad.tiltak
    ]
    return {
        "nummer": rad.maal.nummer,
        "tekst": rad.maal.tekst,
        "indikator": rad.maal.indikator,
        "tiltak": tiltak,
    }


def _kunnskap(rad: Arbeidskraftbehov | Tilbud, felt: tuple[str, ...]) -> dict[str, Any]:
    ut = {navn: getattr(rad, navn) for navn in (*felt, "kilde", "sikkerhet")}
    return ut | {"kilde_dato": _iso(rad.kilde_dato), "kommune": rad.kommune.navn if rad.kommune else ""}


def _iso(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None
