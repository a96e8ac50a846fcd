"""Who gets in, how often, and what everything else is answered."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from integrering.grunnmur.feil import IkkeTilgang
from integrering.tilgang.api.models import Apiklient
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.nir.api.hjelp import Fagsystem, en_dag, lag_token, vedtak
from tests.nir.verktoey import bosatt_i_aar
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
ADRESSER = ("personer/", "personer/oppslag/", "kodelister/", "finnes-ikke/", "flyttinger/", "")


def _nei(svar: Any, status: int, kode: str) -> bool:
    assert svar.headers["Content-Type"] == "application/problem+json", svar.content
    innhold = svar.json()
    return (svar.status_code, innhold["status"], innhold["type"]) == (
        status,
        status,
        f"urn:integrering:{kode}",
    )


@pytest.mark.parametrize("token", ["", "tull", "ø", "x y"])
def test_uten_riktig_token_kommer_ingen_inn(db: None, token: str) -> None:
    for adresse in ADRESSER:
        svar = Fagsystem(token).les(adresse)
        assert _nei(svar, 401, "ikke_innlogget")
        assert svar.headers["WWW-Authenticate"] == 'Token realm="api"'


def test_andre_ord_enn_token_gjelder_ikke(trondheim: Fagsystem) -> None:
    for hode in (f"Bearer {trondheim.token}", trondheim.token, "Token", f"Token {trondheim.token} x"):
        svar = Client().get("/api/v1/personer/", headers={"Authorization": hode})
        assert _nei(svar, 401, "ikke_innlogget"), hode
    stor = Client().get("/api/v1/personer/", headers={"Authorization": f"TOKEN {trondheim.token}"})
    assert stor.status_code == 200


def test_en_innlogget_bruker_er_ingen_i_api_et() -> None:
    for rolle in (Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.ADMINISTRATOR):
        svar = inn(fabrikk.lag_bruker(rolle)).get("/api/v1/personer/")
        assert _nei(svar, 401, "ikke_innlogget")


def test_et_trukket_eller_utgaatt_token_virker_ikke(trondheim: Fagsystem) -> None:
    with time_machine.travel(f"{date.today() + timedelta(days=30)}T12:00:00+01:00"):
        assert trondheim.les("personer/").status_code == 200
    with time_machine.travel(f"{date.today() + timedelta(days=31)}T12:00:00+01:00"):
        assert _nei(trondheim.les("personer/"), 401, "ikke_innlogget")
    with kontekst(motor_kontekst()):
        Virksomhet.objects.filter(nummer="5001").update(aktiv=False)
    assert _nei(trondheim.les("personer/"), 401, "ikke_innlogget")


def test_sist_brukt_og_antall_telles_per_minutt(trondheim: Fagsystem, settings: Any) -> None:
    settings.API_PER_MINUTT = 2
    with time_machine.travel("2026-11-22T10:00:20Z", tick=False):
        svar = [trondheim.les("kodelister/") for _ in range(3)]
    assert [s.status_code for s in svar] == [200, 200, 429]
    assert _nei(svar[2], 429, "for_mange")
    assert svar[2].headers["Retry-After"] == "40"
    with time_machine.travel("2026-11-22T10:01:00Z", tick=False):
        assert trondheim.les("kodelister/").status_code == 200
    annen = Fagsystem(lag_token(fabrikk.STEINKJER))
    assert annen.les("kodelister/").status_code == 200
    with kontekst(motor_kontekst()):
        klient = Apiklient.objects.get(virksomhet__nummer="5001")
    assert (klient.antall, f"{klient.sist_brukt:%H:%M}") == (1, "10:01")


def test_ukjente_adresser_og_metoder(trondheim: Fagsystem) -> None:
    for adresse in (
        "",
        "finnes-ikke/",
        "personer",
        "personer/tull/",
        "../v2/",
        "registreringer/finnes-ikke/",
    ):
        assert _nei(trondheim.les(adresse), 404, "finnes_ikke"), adresse
    assert _nei(trondheim.send("finnes-ikke/", {}), 404, "finnes_ikke")
    for metode in ("delete", "patch", "options", "trace"):
        svar = getattr(trondheim.klient, metode)(
            "/api/v1/personer/", headers={"Authorization": f"Token {trondheim.token}"}
        )
        assert _nei(svar, 405, "metode"), metode
        assert svar.headers["Allow"] == "GET, HEAD, POST"
    hode = trondheim.klient.head("/api/v1/personer/", headers={"Authorization": f"Token {trondheim.token}"})
    assert hode.status_code == 200


@pytest.mark.parametrize(
    ("innhold", "innholdstype", "status", "kode"),
    [
        (b"{", "application/json", 400, "ugyldig_json"),
        (b"\xff", "application/json", 400, "ugyldig_json"),
        (b"[" * 100_000, "application/json", 400, "ugyldig_json"),
        (b'{"verdier": NaN}', "application/json", 400, "ugyldig_json"),
        (b"a=1", "application/x-www-form-urlencoded", 415, "innholdstype"),
        (b"<a/>", "application/xml", 415, "innholdstype"),
        (b"{}", "", 415, "innholdstype"),
        (b"", "application/json", 422, "avvist"),
        (b" " * 3_000_000, "application/json", 413, "for_stort"),
    ],
)
def test_det_som_ikke_kan_leses(
    trondheim: Fagsystem, innhold: bytes, innholdstype: str, status: int, kode: str
) -> None:
    hoder = {"Authorization": f"Token {trondheim.token}", "Idempotency-Key": "1"}
    for sti in (vedtak(bosatt_i_aar()), "registreringer/", "personer/"):
        svar = trondheim.klient.post(f"/api/v1/{sti}", innhold, innholdstype, headers=hoder)
        assert _nei(svar, status, kode), svar.content
        hoder["Idempotency-Key"] += "1"


def test_json_med_tegnsett_leses(trondheim: Fagsystem) -> None:
    hoder = {"Authorization": f"Token {trondheim.token}", "Idempotency-Key": "1"}
    svar = trondheim.klient.post(
        f"/api/v1/{vedtak(bosatt_i_aar())}",
        json.dumps(en_dag()),
        "application/json; charset=utf-8",
        headers=hoder,
    )
    assert svar.status_code == 201


def test_det_uventede_avsloerer_ingenting(trondheim: Fagsystem, monkeypatch: pytest.MonkeyPatch) -> None:
    def feil(*_: Any, **__: Any) -> None:
        raise RuntimeError("hemmelig")

    monkeypatch.setattr("integrering.nir.actions.registrer", feil)
    person = bosatt_i_aar()
    trondheim.klient.raise_request_exception = False
    svar = trondheim.send(vedtak(person), en_dag(), noekkel="a")
    assert _nei(svar, 500, "uventet")
    assert b"hemmelig" not in svar.content
    monkeypatch.undo()
    # nothing was kept of the first, not the key either
    assert trondheim.send(vedtak(person), en_dag(), noekkel="a").status_code == 201
    side = Client(raise_request_exception=False)
    monkeypatch.setattr("integrering.grunnmur.views.JsonResponse", feil)
    assert side.get("/helse/").headers["Content-Type"].startswith("text/html")


def test_svarene_lagres_ikke_paa_veien_og_er_paa_bokmaal(trondheim: Fagsystem) -> None:
    trondheim.klient.cookies["spraak"] = "nn"
    for svar in (trondheim.les("personer/"), trondheim.les("finnes-ikke/")):
        assert svar.headers["Cache-Control"] == "no-store, private"
        assert svar.headers["Content-Language"] == "nb"
    assert svar.json()["title"] == "Finnes ikke, eller er ikke hos dere."


def test_det_handlingen_nekter_er_403_uten_virkning(
    trondheim: Fagsystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nekt(*_: Any, **__: Any) -> None:
        raise IkkeTilgang("nei")

    monkeypatch.setattr("integrering.nir.actions.registrer", nekt)
    assert _nei(trondheim.send(vedtak(bosatt_i_aar()), en_dag()), 403, "ikke_tilgang")
