"""The panel of a municipality's page about what its registrations lack: the matrix lies below this app."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import OuterRef, Q
from django.http import HttpRequest
from django.urls import reverse

from integrering.matrise.roller import SER_PERSONER
from integrering.nir.models import Registreringsstatus
from integrering.tilgang.doerer import aktoer_i
from regionalt.kommunepaneler import Felt, Kommunepanel
from regionalt.queries.felt import antall


def _felt(dag: date) -> Felt:
    rader = Registreringsstatus.objects.filter(person__kommune=OuterRef("pk"))
    mangler = ~Q(mangler=[])
    return {
        "mangler_noe": antall(rader, "person__kommune", mangler),
        "mangler_over_frist": antall(rader, "person__kommune", mangler & Q(neste_frist__lt=dag)),
    }


def _innhold(request: HttpRequest, kommune: Any) -> dict[str, Any] | None:
    sporring = "" if aktoer_i(request).er_kommune else f"kommune={kommune.nummer}&"
    return {
        "personer": kommune.mangler_noe,
        "over_frist": kommune.mangler_over_frist,
        "url": f"{reverse('registreringsmatrise')}?{sporring}mangler=ja",
    }


MANGLER = Kommunepanel("mangler", "regionalt/_mangler.html", _innhold, 10, SER_PERSONER, _felt)
