"""What leaders see of the grants we give: the deadlines of the calls, and what was granted in a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.samlet import Rader, Sporring
from regionalt.aarshjul import Hjuldag, Hjulkilde, registrer_hjulkilde
from regionalt.aarsrapport import Kapittel, Rapporttabell, registrer_kapittel
from tilskudd.gitt.models import Soeknad, Soeknadstilstand, Utlysning, Utlysningstilstand
from tilskudd.gitt.queries.saken import med_vedtak


def registrer() -> None:
    """Register the days and the chapter."""
    registrer_hjulkilde(Hjulkilde("gitt", gettext_lazy("Tilskudd vi gir"), spoer_frister, frister, 40))
    registrer_kapittel(Kapittel("gitt", gettext_lazy("Tilskudd vi gir"), innvilget, 70))


def spoer_frister(fra: date, til: date) -> Sporring:
    """Ask for the calls that are or have been open."""
    rader = Utlysning.objects.filter(frist__range=(fra, til)).exclude(tilstand=Utlysningstilstand.UTKAST)
    return rader.order_by("frist").values("frist", "navn", "noekkel")


def frister(rader: Rader, fra: date, til: date) -> Iterator[Hjuldag]:
    """Yield the deadlines of the calls."""
    for u in rader:
        tittel = _("Søknadsfrist: %(navn)s") % {"navn": u["navn"]}
        yield Hjuldag(u["frist"], tittel, reverse("gitt:utlysning", args=[u["noekkel"]]), frist=True)


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
