"""What leaders see: guidance within three months, and the guidance of a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur import kroner, visning
from integrering.grunnmur.datoer import pluss_maaneder
from integrering.grunnmur.samlet import Rader, Sporring, tell
from karriere.models import Sak
from regionalt.aarsrapport import Kapittel, Rapporttabell, registrer_kapittel
from regionalt.ledelsestall import Ledelsestall, Tall, registrer_ledelsestall

_INNEN = Q(gjennomfoert__lte=F("frist"))


def registrer() -> None:
    """Register the figure and the chapter."""
    registrer_ledelsestall(
        Ledelsestall(
            "karriere_frist",
            gettext_lazy("Veiledet innen tre måneder"),
            gettext_lazy("Av dem som hadde frist for karriereveiledning de siste tolv månedene."),
            spoer,
            i_tide,
            35,
        )
    )
    registrer_kapittel(Kapittel("karriere", gettext_lazy("Karriereveiledning"), aaret, 45))


def spoer(dag: date) -> Sporring:
    """Ask for those whose deadline was passed in the last twelve months, and those guided by then."""
    return tell(_med_frist(pluss_maaneder(dag, -12), dag), alle=Count("pk"), innen=Count("pk", filter=_INNEN))


def _med_frist(etter: date, foer: date) -> QuerySet[Sak]:
    """Those who had a deadline between two days (both out), declined or protected ones left out."""
    return Sak.objects.filter(
        frist__gt=etter, frist__lt=foer, takket_nei__isnull=True, person__skjermet=False
    )


def i_tide(rader: Rader, dag: date) -> Tall | None:
    """Return the share guided in time; None when nobody had a deadline."""
    (telt,) = rader
    if not telt["alle"]:
        return None
    andel = round(100 * telt["innen"] / telt["alle"], 1)
    return Tall(
        verdi=f"{visning.desimal(andel)} %",
        detalj=_("%(innen)s av %(alle)s")
        % {"innen": kroner.tall(telt["innen"]), "alle": kroner.tall(telt["alle"])},
        url=reverse("karriere:koe"),
        farge="success" if telt["innen"] == telt["alle"] else "warning",
    )


def aaret(aar: int) -> Sequence[Rapporttabell]:
    """Return who was guided in a year, by municipality, of the whole county."""
    rader = (
        Sak.objects.filter(gjennomfoert__year=aar, person__skjermet=False)
        .order_by("person__kommune__navn")
        .values_list("person__kommune__navn")
        .annotate(alle=Count("pk"), innen=Count("pk", filter=_INNEN))
    )
    return (
        Rapporttabell(
            tittel=_("Gjennomført karriereveiledning"),
            kolonner=(_("Kommune"), _("Veiledet"), _("Innen tre måneder")),
            rader=tuple((navn or _("Ikke kjent"), alle, innen) for navn, alle, innen in rader),
            kilde=_("Registrerte karriereveiledninger i året. Personer med adressebeskyttelse er ikke med."),
            diagram=True,
        ),
    )
