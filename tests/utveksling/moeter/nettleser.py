"""A browser, what is typed in it, and what came of it."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from integrering.grunnmur.visning import dato
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.queries import aktoer_av, gyldige_roller
from integrering.tilgang.roller import Rolle
from integrering.utveksling.moeter.models import Moete
from tests.fabrikk import lag_bruker


def logg_inn(rolle: Rolle = Rolle.FYLKE_SAKSBEHANDLER, nummer: str = "") -> tuple[Client, Aktoer]:
    """Return a logged-in client and who it is."""
    bruker: Bruker = lag_bruker(rolle, nummer)
    klient = Client()
    klient.force_login(bruker, "django.contrib.auth.backends.ModelBackend")
    return klient, aktoer_av(gyldige_roller(bruker.pk, timezone.localdate()).get())


def skjema(dager: int = 7, **felt: Any) -> dict[str, Any]:
    """Return a form of a meeting as it is typed."""
    dag = timezone.localdate() + timedelta(days=dager)
    grunn = {
        "innsending": str(uuid.uuid4()), "type": "team", "tittel": "Samarbeid om skolestart",
        "dato": dato(dag), "fra": "9", "til": "10.30",
    }  # fmt: skip
    return grunn | felt


def fersk(moete: Moete) -> Moete:
    with kontekst(motor_kontekst()):
        return Moete.objects.get(pk=moete.pk)
