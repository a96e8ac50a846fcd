"""Order a supervision pack (integreringsloven § 48)."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.rapporter.actions import sett_i_gang
from integrering.rapporter.models import Dokumentasjonspakke, Utvalgsmaate
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import FYLKESROLLER

JOBB = "opplaering.tilsynspakke"


def bestill_tilsynspakke(*, fra: date, til: date, innsending: UUID, av: Aktoer) -> Dokumentasjonspakke:
    """Order a pack about a time (both days in). The same `innsending` gives the same pack.

    Raises:
        IkkeTilgang: not the county's.
        Regelbrudd: the time ends before it begins.
    """
    av.krev(*FYLKESROLLER)
    if til < fra:
        raise Regelbrudd({"til": [_("Siste dag må være samme dag som den første, eller senere.")]})
    pakke = Dokumentasjonspakke(
        innsending=innsending,
        maate=Utvalgsmaate.VALGTE,
        utvalg=[],
        antall=0,
        ramme_filter=urlencode({"fra": fra.isoformat(), "til": til.isoformat()}),
        ramme_i_ord=_("Tilsyn etter §§ 11 og 30, %(periode)s") % {"periode": visning.periode(fra, til)},
    )
    return sett_i_gang(pakke, jobb=JOBB, tittel=_("Lager tilsynspakke"), av=av)
