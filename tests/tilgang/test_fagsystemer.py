"""The token of a municipality's professional system: made, shown once, taken back, and kept from others."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.api import actions
from integrering.tilgang.api.models import Apiklient, Apisvar
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from integrering.tilgang.tasks import rydd_apisvar
from tests import fabrikk
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, virksomhet
from tests.nir.api.hjelp import Fagsystem, lag_token
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
OM_ET_AAR = date.today() + timedelta(days=365)


def _forvalter(nummer: str = TRONDHEIM) -> Client:
    return inn(lag_bruker(Rolle.KOMMUNE_ADMINISTRATOR, nummer))


def _skjema(**endret: str) -> dict[str, str]:
    return {"navn": "Velferd", "siste_dag": f"{OM_ET_AAR:%d.%m.%Y}"} | endret


def _lag(klient: Client, nummer: str = TRONDHEIM, **endret: str) -> Any:
    return klient.post(reverse("fagsystem_nytt", args=[nummer]), _skjema(**endret))


def test_tokenet_vises_en_gang_og_virker() -> None:
    klient = _forvalter()
    assert "Ingen" in klient.get(reverse("fagsystemer")).content.decode()
    side = _lag(klient)
    assert (side.status_code, side.headers["Cache-Control"]) == (200, "no-store, private")
    treff = re.search(r"<code>([^<]{43})</code>", side.content.decode())
    assert treff
    token = treff[1]
    assert Fagsystem(token).les("kodelister/").status_code == 200
    liste = klient.get(reverse("fagsystemer")).content.decode()
    assert "Velferd" in liste and f"<code>{token[:8]}</code>" in liste
    assert token not in liste
    with kontekst(motor_kontekst()):
        assert token not in str(list(Apiklient.objects.values()))


def test_bare_ett_fagsystem_om_gangen() -> None:
    klient = _forvalter()
    _lag(klient)
    nei = _lag(klient)
    assert nei.status_code == 422
    assert "har alt et fagsystem" in nei.content.decode()


def test_det_trekkes_tilbake_etter_en_kontroll_og_et_nytt_kan_lages() -> None:
    klient, token = _forvalter(), lag_token()
    with kontekst(motor_kontekst()):
        adresse = reverse("fagsystem_trekk", args=[Apiklient.objects.get().pk])
    assert "mister tilgangen med en gang" in klient.get(adresse).content.decode()
    ferdig = klient.post(adresse, follow=True)
    assert "er trukket tilbake og virker ikke lenger" in ferdig.content.decode()
    assert Fagsystem(token).les("kodelister/").status_code == 401
    assert klient.get(adresse).status_code == 404
    assert _lag(klient).status_code == 200


@pytest.mark.parametrize("dager", [-1, 732])
def test_siste_dag_er_fra_i_dag_til_to_aar_fram(dager: int) -> None:
    dag = date.today() + timedelta(days=dager)
    svar = _lag(_forvalter(), siste_dag=f"{dag:%d.%m.%Y}")
    assert (svar.status_code, "fra i dag til to år fram" in svar.content.decode()) == (422, True)
    assert _lag(_forvalter(), navn="").status_code == 422


def test_fylket_lager_for_sine_kommuner_og_kommunen_for_seg() -> None:
    fylket = inn(lag_bruker(Rolle.ADMINISTRATOR))
    assert _lag(fylket, STEINKJER).status_code == 200
    liste = fylket.get(reverse("fagsystemer")).content.decode()
    assert "Velferd" in liste and "Trondheim" in liste
    assert _lag(fylket, "0301").status_code == 404
    assert _lag(_forvalter(), STEINKJER).status_code == 404
    with kontekst(motor_kontekst()):
        deres = Apiklient.objects.get().pk
    assert _forvalter().get(reverse("fagsystem_trekk", args=[deres])).status_code == 404
    assert "Velferd" not in _forvalter().get(reverse("fagsystemer")).content.decode()


def test_handlingene_sjekker_hvem_som_faar() -> None:
    lag_token()
    with kontekst(motor_kontekst()):
        klient = Apiklient.objects.select_related("virksomhet").get()
    for rolle, nummer in ((Rolle.KOMMUNE_ADMINISTRATOR, STEINKJER), (Rolle.FYLKE_SAKSBEHANDLER, "")):
        av = lag_aktoer(rolle, nummer)
        with kontekst(kontekst_for(av)):
            with pytest.raises(IkkeTilgang):
                actions.trekk_apiklient(klient=klient, av=av)
            with pytest.raises(IkkeTilgang):
                actions.lag_apiklient(virksomhet=virksomhet(TRONDHEIM), navn="x", siste_dag=OM_ET_AAR, av=av)
    admin = lag_aktoer(Rolle.ADMINISTRATOR)
    with kontekst(kontekst_for(admin)), pytest.raises(IkkeTilgang):
        actions.lag_apiklient(virksomhet=virksomhet("50"), navn="x", siste_dag=OM_ET_AAR, av=admin)
    with kontekst(kontekst_for(admin)), pytest.raises(Regelbrudd, match="har alt"):
        actions.lag_apiklient(virksomhet=virksomhet(TRONDHEIM), navn="x", siste_dag=OM_ET_AAR, av=admin)


def test_den_som_registrerer_kan_ikke_logge_inn() -> None:
    lag_token(navn="Velferd")
    bruker = Bruker.objects.get(first_name="Velferd")
    assert not bruker.is_active and not bruker.has_usable_password() and not bruker.email
    klient = Client()
    klient.force_login(bruker, "django.contrib.auth.backends.ModelBackend")
    assert klient.get("/").headers["Location"].startswith("/logg-inn/")


def test_endringene_har_historie_uten_avtrykk_og_bruk() -> None:
    token = lag_token()
    Fagsystem(token).les("kodelister/")
    hendelser = apps.get_model("tilgang", "ApiklientHendelse")._default_manager.values()
    assert [h["pgh_label"] for h in hendelser] == ["insert"]
    assert not {"avtrykk", "sist_brukt"} & set(hendelser[0])


def test_historien_staar_i_administrasjonen() -> None:
    lag_token(navn="Velferd")
    bruker = lag_bruker(Rolle.ADMINISTRATOR)
    Bruker.objects.filter(pk=bruker.pk).update(is_staff=True)
    klient = inn(Bruker.objects.get(pk=bruker.pk))
    for modell in ("apiklient", "apiklienthendelse"):
        assert "Velferd" in klient.get(reverse(f"admin:tilgang_{modell}_changelist")).content.decode()
    assert klient.get(reverse("admin:tilgang_apiklient_add")).status_code == 403


def test_svarene_er_fagsystemets_egne() -> None:
    trondheim, steinkjer = Fagsystem(lag_token()), Fagsystem(lag_token(STEINKJER))
    for system in (trondheim, steinkjer):
        system.send("flyttinger/", {"duf": fabrikk.nytt_duf(), "fra": "2026-01-01"})
    egen = Bruker.objects.get(username__startswith="fagsystem-5001")
    av = lag_aktoer()
    for bruker_id, antall in ((egen.pk, 1), (av.bruker_id, 0)):
        with kontekst(kontekst_for(av)), connection.cursor() as peker:
            peker.execute("SELECT set_config('app.bruker', %s, true)", [str(bruker_id)])
            assert Apisvar.objects.count() == antall
    for rolle in (Rolle.FYLKE_SAKSBEHANDLER, Rolle.KOMMUNE_ADMINISTRATOR):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            kontekst(kontekst_for(lag_aktoer(rolle))),
        ):
            Apisvar.objects.count()
    rydd_apisvar()


def test_flyktningtjenesten_ser_ingen_tokener() -> None:
    lag_token()
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        kontekst(kontekst_for(lag_aktoer())),
    ):
        Apiklient.objects.count()
