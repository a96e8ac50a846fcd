"""What the page of an application shows, and what the one who looks may do."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from tilskudd.soekt import tekster
from tilskudd.soekt.ark import talltabellene
from tilskudd.soekt.models import Soeknad, Tilstand
from tilskudd.soekt.queries.bruk import bruken, filene, metodene, per_post
from tilskudd.soekt.queries.historikk import historikk
from tilskudd.soekt.queries.soeknader import (
    MED_MIDLER,
    budsjettsum,
    hullene,
    partnerne,
    postene,
    som_post,
    vilkaarene,
)
from tilskudd.soekt.roller import GODKJENNER, SKRIVER, TREKKER
from tilskudd.soekt.rules.steg import VEIEN, Steg, neste

_T = Tilstand
_FOER_SVAR = (_T.UTKAST, _T.KLAR)
_I_BRUK = (_T.INNVILGET, _T.I_GANG)


def innhold(soeknad: Soeknad, av: Aktoer, dag: date) -> dict[str, Any]:
    """Return what the template needs."""
    mangel = hullene(soeknad, dag) if soeknad.tilstand in _FOER_SVAR else []
    poster, har_midler = postene(soeknad), soeknad.tilstand in MED_MIDLER
    skriver = av.har(*SKRIVER)
    return {
        "soeknad": soeknad,
        "status": tekster.status(soeknad),
        "steg": _neste(soeknad, mangel, av),
        "veien": _veien(soeknad),
        "hull": [(tekster.HULL[h], _rettes(soeknad, h) if skriver else "") for h in mangel],
        "poster": [(p, som_post(p)) for p in poster],
        "sum": budsjettsum(poster),
        "partnere": partnerne(soeknad),
        "vilkaar": vilkaarene(soeknad),
        "per_post": per_post(soeknad) if har_midler else [],
        "bruken": bruken(soeknad) if har_midler else [],
        "tabeller": talltabellene(soeknad) if har_midler else [],
        "metoder": list(metodene().filter(soeknad=soeknad)) if har_midler else [],
        "filer": filene(soeknad),
        "hendelser": historikk(soeknad),
        "har_midler": har_midler,
        "kan_skrive": skriver and soeknad.aapen,
        "kan_foere": skriver and soeknad.tilstand in _I_BRUK,
        "kan_metode": skriver and soeknad.tilstand in (*_I_BRUK, _T.RAPPORTERT),
        "kan_legge_ved": skriver and soeknad.tilstand not in (_T.AVSLUTTET, _T.TRUKKET),
        "kan_trekke": av.har(*TREKKER) and soeknad.tilstand in (*_FOER_SVAR, _T.SENDT),
    }


def _rettes(soeknad: Soeknad, hull: Any) -> str:
    """Return the page where what is lacking is mended, of a draft."""
    navn = tekster.HULL_RETTES.get(hull, "")
    return reverse(f"soekt:{navn}", args=[soeknad.noekkel]) if navn and soeknad.aapen else ""


def _neste(soeknad: Soeknad, mangel: list[Any], av: Aktoer) -> dict[str, Any] | None:
    """Return the next step with its address, or who it waits for."""
    steg = neste(soeknad.tilstand, mangel, godkjent=soeknad.godkjent_av_id is not None)
    if steg is Steg.FERDIG:
        return None
    roller: tuple[Rolle, ...] = GODKJENNER if steg is Steg.GODKJENN else SKRIVER
    kan = av.har(*roller) and not (steg is Steg.GODKJENN and av.bruker_id in soeknad.skrevet_av)
    return {
        "tekst": tekster.NESTE[steg],
        "forklaring": tekster.NESTE_FORKLART[steg],
        "url": reverse(f"soekt:{steg}", args=[soeknad.noekkel]) if kan else "",
    }


def _veien(soeknad: Soeknad) -> list[tuple[str, str]]:
    """Return the states on the way with «ferdig», «naa» or «senere»; none for one refused or withdrawn."""
    if soeknad.tilstand not in VEIEN:
        return []
    her = VEIEN.index(soeknad.tilstand)
    return [
        (str(Tilstand(t).label), "ferdig" if nr < her else "naa" if nr == her else "senere")
        for nr, t in enumerate(VEIEN)
    ]
