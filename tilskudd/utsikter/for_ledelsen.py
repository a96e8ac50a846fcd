"""What leaders see of the money that waits."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy, ngettext

from integrering.grunnmur import kroner
from integrering.grunnmur.samlet import Rader, Sporring, tell
from regionalt.ledelsestall import Ledelsestall, Tall, registrer_ledelsestall
from tilskudd.utsikter.models import PaaVent


def registrer() -> None:
    """Register the figure."""
    registrer_ledelsestall(
        Ledelsestall(
            navn="penger_paa_vent",
            tittel=gettext_lazy("Penger på vent"),
            forklaring=gettext_lazy("Forventet tilskudd som ikke utbetales før kommunen har registrert."),
            spoer=spoer_paa_vent,
            vis=penger_paa_vent,
            rekkefoelge=40,
        )
    )


def spoer_paa_vent(dag: date) -> Sporring:
    """Ask for what waits for registrations, as «Penger på vent» has it."""
    venter = PaaVent.objects.filter(person__skjermet=False, kroner__gt=0)
    return tell(venter, sum=Sum("kroner", default=0), antall=Count("pk"))


def penger_paa_vent(rader: Rader, dag: date) -> Tall:
    """Return what waits, in whole kroner."""
    (telt,) = rader
    return Tall(
        verdi=kroner.formater(telt["sum"]),
        detalj=ngettext("for %(antall)s person", "for %(antall)s personer", telt["antall"])
        % {"antall": kroner.tall(telt["antall"])},
        url=reverse("utsikter:mangler"),
        farge="warning" if telt["sum"] else "success",
    )
