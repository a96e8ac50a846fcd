"""Browsers, logins and jobs for the tests of the doors."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from integrering.grunnmur.jobber import start_jobb
from integrering.grunnmur.models import Jobb
from integrering.tilgang.models import Bruker

PASSORD = "et langt passord 2099"


def inn(bruker: Bruker) -> Client:
    """Return the browser of a user."""
    klient = Client()
    klient.force_login(bruker, "django.contrib.auth.backends.ModelBackend")
    return klient


def logg_inn(klient: Client, brukernavn: str, passord: str, **ekstra: str) -> Any:
    return klient.post(reverse("logg_inn"), {"username": brukernavn, "password": passord, **ekstra})


def lag_jobb(bruker: Bruker, **felt: Any) -> Jobb:
    aktoer_virksomhet = bruker.rolletildelinger.get().virksomhet_id
    jobb = start_jobb(
        slag="test.ukjent", tittel="Beregner 3. kvartal", parametre={}, bruker_id=bruker.pk,
        virksomhet_id=aktoer_virksomhet, resultat_url="/om/",
    )  # fmt: skip
    Jobb.objects.filter(pk=jobb.pk).update(**felt)
    jobb.refresh_from_db()
    return jobb
