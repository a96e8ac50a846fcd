"""Sessions as calendar files. Nothing of them is about a person: calendars are copied to telephones."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from integrering.utveksling.moeter.kalender import Avtale, skriv
from karriere.models import Samtale


def fil(samtaler: Iterable[Samtale], grunnadresse: str, navn: str) -> HttpResponse:
    """Return sessions as a calendar file to download. `grunnadresse` is the site, without the last slash."""
    innhold = skriv(_avtale(samtale, grunnadresse) for samtale in samtaler)
    svar = HttpResponse(innhold, content_type="text/calendar; charset=utf-8; method=PUBLISH")
    svar["Content-Disposition"] = f'attachment; filename="{navn}"'
    svar["Cache-Control"] = "no-store, private"
    return svar


def _avtale(samtale: Samtale, grunnadresse: str) -> Avtale:
    return Avtale(
        noekkel=samtale.noekkel,
        sekvens=samtale.sekvens,
        start=samtale.start,
        slutt=samtale.slutt,
        sammendrag=_("Karriereveiledning – %(senter)s") % {"senter": samtale.senter.navn},
        avlyst=samtale.avlyst is not None,
        endret=samtale.endret,
        url=f"{grunnadresse}{reverse('karriere:samtale', args=[samtale.noekkel])}",
    )
