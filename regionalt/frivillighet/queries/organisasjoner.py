"""Reads of organisations."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Q, QuerySet

from integrering.grunnmur.alfabet import Alfabetisk
from regionalt.frivillighet.models import Organisasjon, Organisasjonsslag


def organisasjoner() -> QuerySet[Organisasjon]:
    """Return the organisations the one who asks sees, with name, umbrella and `kommunenavn`."""
    rader = Organisasjon.objects.select_related("virksomhet", "paraply__virksomhet")
    return rader.annotate(
        kommunenavn=StringAgg("dekning__kommune__navn", ", ", order_by="dekning__kommune__navn")
    )


def aktive(dag: date) -> Q:
    """Return the condition that an organisation is active on the day."""
    begynt = Q(aktiv_fra__isnull=True) | Q(aktiv_fra__lte=dag)
    return begynt & (Q(aktiv_til__isnull=True) | Q(aktiv_til__gte=dag))


def i_kommunen(kommune_id: int) -> Q:
    """Return the condition that an organisation works in the municipality."""
    return Q(hele_fylket=True) | Q(dekning__kommune_id=kommune_id)


def finn_organisasjon(nummer: str) -> Organisasjon | None:
    """Return an organisation by its number."""
    rader = organisasjoner().select_related("virksomhet", "paraply__virksomhet", "endret_av")
    return rader.filter(virksomhet__nummer=nummer).first()


def den_egne(virksomhet_id: int) -> Organisasjon | None:
    """Return the organisation that this one represents; None when it is not in the overview."""
    return Organisasjon.objects.select_related("virksomhet").filter(virksomhet_id=virksomhet_id).first()


def paraplyer() -> QuerySet[Organisasjon]:
    """Return the umbrellas, by name."""
    rader = Organisasjon.objects.select_related("virksomhet").filter(slag=Organisasjonsslag.PARAPLY)
    return rader.order_by(Alfabetisk("virksomhet__navn"))


def medlemmer_av(paraply: Organisasjon) -> list[Organisasjon]:
    """Return those that belong to an umbrella, by name."""
    rader = Organisasjon.objects.select_related("virksomhet").filter(paraply=paraply)
    return list(rader.order_by(Alfabetisk("virksomhet__navn")))


def soek(tekst: str) -> QuerySet[Organisasjon]:
    """Return the organisations whose name or description holds the text, by name."""
    funnet = Q(virksomhet__navn__icontains=tekst) | Q(beskrivelse__icontains=tekst)
    rader = Organisasjon.objects.select_related("virksomhet").filter(funnet)
    return rader.order_by(Alfabetisk("virksomhet__navn"))
