"""What messages put on other pages: the person page, and the search."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.soek import Treff
from integrering.utveksling.meldinger.models import Forespoersel, Samtale
from integrering.utveksling.meldinger.queries.lesing import samtaler_om

PAA_PERSONSIDEN = 5


def personpanel(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Return the newest threads about a person, and the way to write; for the protected, to hand over."""
    samtaler = list(samtaler_om(person)[: PAA_PERSONSIDEN + 1])
    return {
        "samtaler": samtaler[:PAA_PERSONSIDEN],
        "flere": len(samtaler) > PAA_PERSONSIDEN,
        "skjermet": person.skjermet,
        "overlevering_url": reverse("overleveringer", args=[person.noekkel])
        if aktoer_i(request).skjermede
        else "",
        "skriv_url": f"{reverse('melding_ny')}?person={person.noekkel}",
        "forespoersel_url": f"{reverse('forespoersel_ny')}?person={person.noekkel}",
    }


def soek_meldinger(tekst: str, av: Aktoer, antall: int) -> Sequence[Treff]:
    """Find threads by case number or title."""
    nummer = _saksnummer(tekst)
    vilkaar = Q(saksnummer=nummer) if nummer else Q(tittel__icontains=tekst) | Q(referanse=tekst.strip())
    return [
        Treff(
            tekst=str(s),
            url=reverse("samtale", args=[s.noekkel]),
            detalj=_("Melding, startet %(dag)s") % {"dag": visning.dato(s.opprettet)},
            eksakt=bool(nummer),
        )
        for s in Samtale.objects.filter(vilkaar).order_by("-opprettet")[:antall]
    ]


def soek_forespoersler(tekst: str, av: Aktoer, antall: int) -> Sequence[Treff]:
    """Find requests by case number or by who asks."""
    nummer = _saksnummer(tekst)
    vilkaar = Q(saksnummer=nummer) if nummer else Q(organ__icontains=tekst)
    return [
        Treff(
            tekst=f.saksnummer,
            url=reverse("forespoersel", args=[f.noekkel]),
            detalj=_("Informasjonsforespørsel fra %(organ)s") % {"organ": f.organ},
            eksakt=bool(nummer),
        )
        for f in Forespoersel.objects.filter(vilkaar).order_by("-mottatt", "-id")[:antall]
    ]


def _saksnummer(tekst: str) -> str:
    """Return «2026/0012» for «2026/12», «2026-12» and the like; nothing for other texts."""
    treff = re.fullmatch(r"\s*(20\d\d)\s*[/-]\s*(\d{1,6})\s*", tekst)
    return f"{treff[1]}/{int(treff[2]):04d}" if treff else ""
