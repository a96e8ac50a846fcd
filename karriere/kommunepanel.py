"""The panel of a municipality's page: who waits for guidance, and how many were guided in time."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, OuterRef
from django.http import HttpRequest
from django.urls import reverse

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.roller import Rolle
from karriere.models import Sak
from karriere.queries.koe import ALLE, med_tilstand
from karriere.queries.tall import utfall_mot_fristen
from karriere.roller import SER
from karriere.rules.koe import VENTER, Koetilstand
from regionalt.kommunepaneler import Felt, Kommunepanel
from regionalt.queries.felt import radene


def _felt(dag: date) -> Felt:
    """Count the cases by where they stand and against the deadline; not those with a protected address."""
    saker = Sak.objects.filter(person__kommune=OuterRef("pk"), person__skjermet=False).order_by()
    telt = med_tilstand(saker, dag).annotate(utfall=utfall_mot_fristen(dag)).values("tilstand", "utfall")
    return {
        "veiledning": radene(telt.annotate(n=Count("pk")), tilstand="tilstand", utfall="utfall", antall="n")
    }


def _sporring(av: Aktoer, nummer: str) -> str:
    """Return the choice of the queue that shows the municipality: not only the counsellor's own centres."""
    if av.er_kommune:
        return ""
    return f"kommune={nummer}&" + ("senter=alle&" if av.har(Rolle.KARRIEREVEILEDER) else "")


def _innhold(request: HttpRequest, kommune: Any) -> dict[str, Any] | None:
    if not (rader := kommune.veiledning):
        return None
    koe = f"{reverse('karriere:koe')}?{_sporring(aktoer_i(request), kommune.nummer)}fane="
    over, avtalt = Koetilstand.OVER_FRIST.value, Koetilstand.AVTALT.value
    return {
        "venter": _antall(rader, "tilstand", *VENTER),
        "over_frist": _antall(rader, "tilstand", over),
        "avtalt": _antall(rader, "tilstand", avtalt),
        "innen": _antall(rader, "utfall", "innen"),
        # those whose deadline has told: guided, or passed without
        "avgjort": _antall(rader, "utfall", "innen", "etter", "ikke"),
        "alle_url": koe + ALLE,
        "over_url": koe + over,
        "avtalt_url": koe + avtalt,
    }


def _antall(rader: list[dict[str, Any]], felt: str, *verdier: str) -> int:
    return sum(rad["antall"] for rad in rader if rad[felt] in verdier)


KOMMUNEPANEL = Kommunepanel("karriere", "karriere/_kommunepanel.html", _innhold, 15, frozenset(SER), _felt)
