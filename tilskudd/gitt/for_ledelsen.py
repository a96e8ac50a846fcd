"""What leaders see of the grants we give: the deadlines of the calls, and what was granted in a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.tilgang.aktoer import Aktoer
from regionalt.aarshjul import Hjuldag, Hjulkilde, registrer_hjulkilde
from regionalt.aarsrapport import Kapittel, Rapporttabell, registrer_kapittel
from tilskudd.gitt.models import Soeknad, Soeknadstilstand, Utlysning, Utlysningstilstand
from tilskudd.gitt.queries.saken import med_vedtak


def registrer() -> None:
    """Register the days and the chapter."""
    registrer_hjulkilde(Hjulkilde("gitt", gettext_lazy("Tilskudd vi gir"), frister, 40))
    registrer_kapittel(Kapittel("gitt", gettext_lazy("Tilskudd vi gir"), innvilget, 70))


def frister(av: Aktoer, fra: date, til: date) -> Iterator[Hjuldag]:
    """Yield the deadlines of the calls that are or have been open."""
    rader = Utlysning.objects.filter(frist__gte=fra, frist__lte=til)
    for u in rader.exclude(tilstand=Utlysningstilstand.UTKAST).order_by("frist"):
        assert u.frist is not None  # noqa: S101 - tells the type
        yield Hjuldag(
            dato=u.frist,
            tittel=_("Søknadsfrist: %(navn)s") % {"navn": u.navn},
            url=reverse("gitt:utlysning", args=[u.noekkel]),
            frist=True,
        )


def innvilget(aar: int) -> Sequence[Rapporttabell]:
    """Return the calls of the year: applications, how many were granted, and whole kroner."""
    borte = (Soeknadstilstand.UTKAST, Soeknadstilstand.TRUKKET)
    soeknader = Soeknad.objects.filter(utlysning__frist__year=aar).exclude(tilstand__in=borte)
    rader = (
        med_vedtak(soeknader)
        .order_by()
        .values_list("utlysning__navn")
        .annotate(antall=Count("pk"), fikk=Count("pk", filter=Q(vedtatt__gt=0)), kroner=Sum("vedtatt"))
        .order_by("utlysning__navn")
    )
    tabell = Rapporttabell(
        tittel=_("Tilskudd som er gitt"),
        kolonner=(_("Utlysning"), _("Søknader"), _("Innvilget"), _("Hele kroner")),
        rader=tuple((navn, antall, fikk, int(kroner or 0)) for navn, antall, fikk, kroner in rader),
        kilde=_("Utlysninger med frist i året. Beløpet er det som er vedtatt, også etter klage."),
    )
    return (tabell,) if tabell.rader else ()
