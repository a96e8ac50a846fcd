"""What leaders see of the grants we apply for: the deadlines of the calls."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.tilgang.aktoer import Aktoer
from regionalt.aarshjul import Hjuldag, Hjulkilde, registrer_hjulkilde
from tilskudd.soekt.models import Utlysning


def registrer() -> None:
    """Register the days."""
    registrer_hjulkilde(Hjulkilde("soekt", gettext_lazy("Tilskudd vi søker om"), frister, 50))


def frister(av: Aktoer, fra: date, til: date) -> Iterator[Hjuldag]:
    """Yield when applications and reports are due."""
    for u in Utlysning.objects.filter(frist__gte=fra, frist__lte=til).order_by("frist"):
        assert u.frist is not None  # noqa: S101 - tells the type
        yield Hjuldag(
            dato=u.frist,
            tittel=_("Søknadsfrist: %(navn)s") % {"navn": u},
            url=reverse("soekt:utlysning", args=[u.pk]),
            frist=True,
        )
