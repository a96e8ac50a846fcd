"""The request's transaction, and the process that refuses to serve with too much power."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client
from django.urls import path

from integrering.grunnmur.feil import IkkeTilgang
from integrering.nir.models import Person
from integrering.tilgang import kontroll
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import merk_endringer
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from integrering.urls import urlpatterns as ekte
from tests import klynge as kl
from tests.fabrikk import STEINKJER, lag_aktoer, lag_bruker, lag_person


def _endre_navn(request: HttpRequest) -> None:
    Bruker.objects.filter(pk=int(request.user.pk or 0)).update(first_name="Endret")


def _ok(request: HttpRequest) -> HttpResponse:
    _endre_navn(request)
    return HttpResponse("ok")


def _krasj(request: HttpRequest) -> HttpResponse:
    _endre_navn(request)
    raise ZeroDivisionError


def _ugyldig_sql(request: HttpRequest) -> HttpResponse:
    _endre_navn(request)
    with connection.cursor() as peker:
        peker.execute("SELECT tull")
    return HttpResponse()


def _ikke_tilgang(request: HttpRequest) -> HttpResponse:
    raise IkkeTilgang("nei")


def _nektet(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def _finnes_ikke(request: HttpRequest) -> HttpResponse:
    raise Http404


def _stroem(request: HttpRequest) -> StreamingHttpResponse:
    def rader() -> Iterator[str]:
        for person in Person.objects.all():
            yield str(person.pk)

    return StreamingHttpResponse(rader())


urlpatterns = [
    *ekte,
    path("t/ok/", _ok),
    path("t/krasj/", _krasj),
    path("t/sql/", _ugyldig_sql),
    path("t/ikke/", _ikke_tilgang),
    path("t/nektet/", _nektet),
    path("t/borte/", _finnes_ikke),
    path("t/stroem/", _stroem),
]


@pytest.fixture
def klient() -> Client:
    """A logged-in municipal user whose errors come back as pages."""
    klient = Client(raise_request_exception=False)
    klient.force_login(lag_bruker(), "django.contrib.auth.backends.ModelBackend")
    return klient


@pytest.mark.django_db
@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("adresse", "status", "lagret"),
    [
        ("/t/ok/", 200, True),
        ("/t/krasj/", 500, False),
        ("/t/sql/", 500, False),
        ("/t/ikke/", 403, False),
        ("/t/nektet/", 403, False),
        ("/t/borte/", 404, False),
    ],
)
def test_foresporselen_er_en_transaksjon(klient: Client, adresse: str, status: int, lagret: bool) -> None:
    """An error takes everything back, and the page that says so renders all the same."""
    svar = klient.get(adresse)
    assert svar.status_code == status
    if status in (403, 404):
        assert "representerer" in svar.content.decode()
    assert Bruker.objects.filter(first_name="Endret").exists() is lagret
    with connection.cursor() as peker:
        peker.execute("SELECT current_user")
        assert peker.fetchone() == ("app",)


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_en_stroem_ser_ingenting_etter_foresporselen(klient: Client) -> None:
    """A streamed answer is read after the transaction: without a context of its own it is refused."""
    lag_person()
    svar = klient.get("/t/stroem/")
    assert isinstance(svar, StreamingHttpResponse)
    with pytest.raises(DatabaseError, match="permission denied"):
        b"".join(svar.streaming_content)


@pytest.mark.django_db
def test_endringer_sier_hvem(som: Callable[[Aktoer], AbstractContextManager[None]]) -> None:
    """The event of a user carries who made it, for this transaction."""
    aktoer = lag_aktoer(Rolle.ADMINISTRATOR)
    with som(aktoer):
        merk_endringer(bruker_id=aktoer.bruker_id, navn=aktoer.navn, sti="/admin/")
        ny = lag_bruker()
        hendelse: Any = Bruker._meta.apps.get_model("tilgang", "BrukerHendelse")
        spor = hendelse.objects.get(pgh_obj_id=ny.pk).pgh_context.metadata
    assert spor == {"bruker": aktoer.bruker_id, "navn": aktoer.navn, "sti": "/admin/"}


@pytest.mark.django_db
def test_aktoeren_sier_nei() -> None:
    """`krev` names the roles that may."""
    aktoer = lag_aktoer(nummer=STEINKJER)
    aktoer.krev(Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.ADMINISTRATOR)
    with pytest.raises(IkkeTilgang):
        aktoer.krev(Rolle.ADMINISTRATOR)
    assert (aktoer.er_kommune, aktoer.er_fylke) == (True, False)


# --- Start-up ---


@pytest.mark.django_db
def test_app_har_ikke_for_mye_makt() -> None:
    """The login role passes the check."""
    assert not kontroll.har_for_mye_makt(connection)
    assert kontroll.ikke_eier_eller_superbruker(databases=["default"]) == []
    assert kontroll.ikke_eier_eller_superbruker() == []


def _kjoer(dsn: str, *kommando: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *kommando],
        env={**os.environ, "DATABASE_URL": dsn, "DJANGO_SETTINGS_MODULE": "integrering.settings",
             "REDIS_URL": "redis://127.0.0.1:1/0"},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


OPPSTART = {
    "web": ("-c", "import integrering.wsgi"),
    "arbeider": (
        "-c",
        "import integrering.celery as c; c.app.loader.import_default_modules();"
        " from celery.signals import worker_init; worker_init.send(sender=None)",
    ),
    "sjekk": ("manage.py", "check", "--database", "default"),
}


@pytest.mark.parametrize(
    ("hva", "rolle"),
    # that web and worker start as `app`, the tests of the whole system show
    [("web", "eier"), ("arbeider", "postgres"), ("sjekk", "eier"), ("sjekk", "postgres"), ("sjekk", "app")],
)
def test_web_og_arbeider_starter_ikke_med_for_mye_makt(
    klynge: dict[str, Any], django_db_setup: None, hva: str, rolle: str
) -> None:
    """As superuser or owner they stop, with one clear line; as `app` they start."""
    navn = str(connection.settings_dict["NAME"])
    svar = _kjoer(kl.dsn(klynge, navn, rolle), *OPPSTART[hva])
    if rolle == "app":
        assert svar.returncode == 0, svar.stderr
    else:
        assert svar.returncode != 0
        assert kontroll.MELDING in svar.stderr
        assert "Traceback" not in svar.stderr


def test_uten_database_ventes_det_med_sjekken() -> None:
    """A database that is not there yet stops nobody: its first connection is checked when it comes."""
    svar = _kjoer(f"postgresql://app:x@127.0.0.1:1/{uuid.uuid4().hex}", *OPPSTART["web"])
    assert svar.returncode == 0, svar.stderr
    assert "databasen_svarer_ikke_ennaa" in svar.stderr
