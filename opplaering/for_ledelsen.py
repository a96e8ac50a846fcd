"""What leaders see of the training: what the municipalities lack, and how many went to school in a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur import kroner, visning
from integrering.grunnmur.samlet import Rader, Sporring, tell
from opplaering.queries.avstemming import avstemming
from opplaering.queries.skolegang import skolegang
from opplaering.rules.avstemming import Tilstand
from regionalt.aarsrapport import Kapittel, Rapporttabell, registrer_kapittel
from regionalt.ledelsestall import Ledelsestall, Tall, registrer_ledelsestall


def registrer() -> None:
    """Register the figure and the chapter."""
    registrer_ledelsestall(
        Ledelsestall(
            navn="ikke_avstemt",
            tittel=gettext_lazy("Skoleperioder som ikke stemmer hos kommunen"),
            forklaring=gettext_lazy("Uten vedtak og periode hos kommunen kommer det ikke noe tilskudd."),
            spoer=spoer_avstemming,
            vis=ikke_avstemt,
            rekkefoelge=30,
        )
    )
    registrer_kapittel(Kapittel("opplaering", gettext_lazy("Opplæring i videregående"), aarets_elever, 50))


def spoer_avstemming(dag: date) -> Sporring:
    """Ask for our periods, and those the municipality has registered as we know them.

    What only the municipality has is not counted: there is nothing of ours to compare with.
    """
    vaare = avstemming().exclude(tilstand=Tilstand.IKKE_HOS_OSS)
    stemmer = Count("noekkel", filter=Q(tilstand=Tilstand.STEMMER))
    return tell(vaare, alle=Count("noekkel"), stemmer=stemmer)


def ikke_avstemt(rader: Rader, dag: date) -> Tall:
    """Return how many of our periods the municipality has not registered as we know them."""
    (telt,) = rader
    igjen = telt["alle"] - telt["stemmer"]
    return Tall(
        verdi=kroner.tall(igjen),
        detalj=_("av %(alle)s perioder") % {"alle": kroner.tall(telt["alle"])},
        url=reverse("opplaering_avstemming"),
        farge="warning" if igjen else "success",
    )


def aarets_elever(aar: int) -> Sequence[Rapporttabell]:
    """Return how many participants went to upper secondary in the year, and at its end (or today)."""
    fra, slutt = date(aar, 1, 1), min(date(aar, 12, 31), timezone.localdate())
    paa_slutten = Q(til__isnull=True) | Q(til__gte=slutt)
    tall = (
        skolegang()
        .filter(Q(til__isnull=True) | Q(til__gte=fra), fra__lte=slutt, person__skjermet=False)
        .aggregate(
            i_aaret=Count("person", distinct=True),
            naa=Count("person", distinct=True, filter=paa_slutten),
            skoler=Count("skole", distinct=True),
        )
    )
    if not tall["i_aaret"]:
        return ()
    return (
        Rapporttabell(
            tittel=_("Deltakere i videregående opplæring"),
            kolonner=(_("Hva"), _("Antall")),
            rader=(
                (_("Gikk på skole i løpet av året"), tall["i_aaret"]),
                (_("Gikk på skole %(dag)s") % {"dag": visning.dato(slutt)}, tall["naa"]),
                (_("Skoler"), tall["skoler"]),
            ),
            kilde=_("Fra skolegangen i systemet, uten personer med adressebeskyttelse."),
        ),
    )
