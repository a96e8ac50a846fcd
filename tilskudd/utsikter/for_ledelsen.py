"""What leaders see of the money that waits."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy, ngettext

from integrering.grunnmur import kroner
from integrering.tilgang.aktoer import Aktoer
from regionalt.ledelsestall import Ledelsestall, Tall, registrer_ledelsestall
from tilskudd.utsikter.models import PaaVent


def registrer() -> None:
    """Register the figure."""
    registrer_ledelsestall(
        Ledelsestall(
            navn="penger_paa_vent",
            tittel=gettext_lazy("Penger på vent"),
            forklaring=gettext_lazy("Forventet tilskudd som ikke utbetales før kommunen har registrert."),
            les=penger_paa_vent,
            rekkefoelge=40,
        )
    )


def penger_paa_vent(av: Aktoer, i_dag: date) -> Tall:
    """Return what waits for registrations, in whole kroner, as «Penger på vent» has it."""
    svar = PaaVent.objects.filter(person__skjermet=False, kroner__gt=0).aggregate(
        sum=Sum("kroner", default=0), antall=Count("pk")
    )
    return Tall(
        verdi=kroner.formater(svar["sum"]),
        detalj=ngettext("for %(antall)s person", "for %(antall)s personer", svar["antall"])
        % {"antall": kroner.tall(svar["antall"])},
        url=reverse("utsikter:mangler"),
        farge="warning" if svar["sum"] else "success",
    )
