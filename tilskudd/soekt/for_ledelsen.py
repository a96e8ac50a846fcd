"""What leaders see of the grants we apply for: the deadlines of the calls."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.samlet import Rader, Sporring
from regionalt.aarshjul import Hjuldag, Hjulkilde, registrer_hjulkilde
from tilskudd.soekt.models import Utlysning


def registrer() -> None:
    """Register the days."""
    registrer_hjulkilde(Hjulkilde("soekt", gettext_lazy("Tilskudd vi søker om"), spoer_frister, frister, 50))


def spoer_frister(fra: date, til: date) -> Sporring:
    """Ask for the calls with a deadline."""
    rader = Utlysning.objects.filter(frist__range=(fra, til)).order_by("frist")
    return rader.values("frist", "navn", "aar", "pk")


def frister(rader: Rader, fra: date, til: date) -> Iterator[Hjuldag]:
    """Yield when applications and reports are due."""
    for u in rader:
        tittel = _("Søknadsfrist: %(navn)s") % {"navn": f"{u['navn']} {u['aar']}"}
        yield Hjuldag(u["frist"], tittel, reverse("soekt:utlysning", args=[u["pk"]]), frist=True)
