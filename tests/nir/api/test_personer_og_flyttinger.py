"""Persons and moves: who is seen, who is not, and that a no tells nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from integrering.grunnmur.feil import IkkeTilgang
from integrering.nir import actions
from integrering.nir.models import Bosted, Flyttesak
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.fabrikk import STEINKJER, nytt_duf
from tests.nir.api.hjelp import Fagsystem, felt_i, lag_token, som_json, vedtak
from tests.nir.handling import NY
from tests.nir.verktoey import alle, bosatt_i_aar

pytestmark = pytest.mark.django_db
I_GAAR = (date.today() - timedelta(days=1)).isoformat()


def _ny(duf: str, **endret: Any) -> dict[str, Any]:
    return {"duf": duf, "fra": "2023-03-01", "opplysninger": som_json(NY) | endret}


def test_en_ny_person_registreres_i_egen_kommune(trondheim: Fagsystem) -> None:
    duf = nytt_duf()
    svar = trondheim.send("personer/", _ny(duf))
    assert svar.status_code == 201, svar.content
    person = svar.json()
    assert (person["duf"], person["fornavn"], person["kommune"]) == (duf, "Amina", "5001")
    assert svar.headers["Location"] == f"/api/v1/personer/{person['noekkel']}/"
    assert trondheim.les(f"personer/{person['noekkel']}/").json() == person
    assert trondheim.send("personer/oppslag/", {"duf": duf}).json() == person
    assert [p.registrert_av.first_name for p in alle(Bosted)] == ["Prøvefag"]


def test_den_samme_personen_to_ganger_avvises(trondheim: Fagsystem) -> None:
    duf = nytt_duf()
    trondheim.send("personer/", _ny(duf))
    assert "duf" in felt_i(trondheim.send("personer/", _ny(duf)))


def test_det_som_er_galt_med_en_person_sies_ved_feltet(trondheim: Fagsystem) -> None:
    galt = _ny("2099", foedselsdato="2099-01-01", statsborgerskap="syr", kjoenn="X") | {"fra": "i går"}
    assert set(felt_i(trondheim.send("personer/", galt))) == {
        "duf", "fra", "opplysninger.statsborgerskap", "opplysninger.kjoenn",
    }  # fmt: skip
    framtid = _ny(nytt_duf(), foedselsdato="2099-01-01", tillatelse_dato="2099-01-01")
    assert "opplysninger.foedselsdato" in felt_i(trondheim.send("personer/", framtid))
    assert "opplysninger.adressebeskyttelse" in felt_i(
        trondheim.send("personer/", _ny(nytt_duf(), adressebeskyttelse="fortrolig"))
    )


def test_bosatt_hos_andre_og_skjult_svarer_likt_og_blir_en_sak(trondheim: Fagsystem) -> None:
    deres = fabrikk.lag_person(kommune=STEINKJER)
    skjult = bosatt_i_aar(adressebeskyttelse="fortrolig")
    svar = [trondheim.send("personer/", _ny(p.duf)) for p in (deres, skjult)]
    assert [s.status_code for s in svar] == [202, 202]
    assert svar[0].json() == svar[1].json()
    assert [s.person_id for s in alle(Flyttesak)] == [deres.pk]


def test_oppslag_paa_ukjent_og_andres_nummer_svarer_likt(trondheim: Fagsystem) -> None:
    andres = [fabrikk.lag_person(kommune=STEINKJER), bosatt_i_aar(adressebeskyttelse="strengt_fortrolig")]
    svar = [
        trondheim.send("personer/oppslag/", {"duf": duf}) for duf in (nytt_duf(), *(p.duf for p in andres))
    ]
    svar += [trondheim.les(f"personer/{p.noekkel}/") for p in andres]
    svar += [trondheim.les(vedtak(p)) for p in andres]
    svar += [trondheim.send(vedtak(p), {}) for p in andres]
    assert {s.status_code for s in svar} == {404}
    assert len({s.content for s in svar}) == 1


def test_listen_over_personer_har_sider_og_bare_egne(trondheim: Fagsystem) -> None:
    egne = [bosatt_i_aar() for _ in range(3)]
    fabrikk.lag_person(kommune=STEINKJER)
    bosatt_i_aar(adressebeskyttelse="fortrolig")
    foerste = trondheim.les("personer/", antall=2).json()
    andre = trondheim.les("personer/", antall=2, etter=foerste["neste"]).json()
    assert [p["duf"] for p in foerste["personer"] + andre["personer"]] == [p.duf for p in egne]
    assert andre["neste"] is None
    assert len(trondheim.les("personer/", antall="mange").json()["personer"]) == 3
    assert "etter" in felt_i(trondheim.les("personer/", etter="tull"))
    assert "etter" in felt_i(trondheim.les("personer/", etter="ø"))


def test_lista_over_registreringer_har_sider_og_det_som_er_endret(trondheim: Fagsystem) -> None:
    personer = [bosatt_i_aar() for _ in range(3)]
    laget = [
        trondheim.send(vedtak(p), {"verdier": {"vedtaksdato": I_GAAR, "startdato": I_GAAR}}) for p in personer
    ]
    fabrikk.lag_vedtak(fabrikk.lag_person(kommune=STEINKJER))
    foerste = trondheim.les("registreringer/vedtak/", antall=2).json()
    andre = trondheim.les("registreringer/vedtak/", antall=2, etter=foerste["neste"]).json()
    assert foerste["registreringer"] + andre["registreringer"] == [s.json() for s in laget]
    sist = laget[2].json()
    sti = f"{vedtak(personer[2])}{sist['registrering']}/annullering/"
    trondheim.send(sti, {"aarsak": "Feil"}, versjon=sist["versjon"])
    assert len(trondheim.les("registreringer/vedtak/").json()["registreringer"]) == 2
    endret = trondheim.les("registreringer/vedtak/", endret_siden=foerste["neste_endret_siden"]).json()
    assert [r["annullert"] for r in endret["registreringer"]] == [False, False, True]
    framtid = "2099-01-01T00:00:00Z"
    assert trondheim.les("registreringer/vedtak/", endret_siden=framtid).json()["registreringer"] == []
    for galt in (
        "i går",
        "2026-01-01",
        "2026-13-01T00:00:00Z",
        "2026-01-01T00:00:00",
        "",
        "0001-01-01T00:00:00+14:00",
    ):
        assert "endret_siden" in felt_i(trondheim.les("registreringer/vedtak/", endret_siden=galt)), galt


def test_oppslag_og_uttrekk_staar_i_innsynsloggen(trondheim: Fagsystem) -> None:
    person = bosatt_i_aar()
    trondheim.les(f"personer/{person.noekkel}/")
    trondheim.les("personer/")
    trondheim.les("registreringer/bosted/")
    trondheim.send("personer/oppslag/", {"duf": person.duf})
    logget = [(i.hvor, i.person_id) for i in alle(Innsyn)]
    assert logget == [(hvor, person.pk) for hvor in ("api", "api-uttrekk", "api-uttrekk", "api")]


def test_en_flytting_meldes_uten_aa_fortelle_om_nummeret_finnes(trondheim: Fagsystem) -> None:
    deres = fabrikk.lag_person(kommune=STEINKJER)
    svar = [trondheim.send("flyttinger/", {"duf": duf, "fra": I_GAAR}) for duf in (deres.duf, nytt_duf())]
    assert [(s.status_code, s.content) for s in svar] == [(202, svar[0].content)] * 2
    (sak,) = trondheim.les("flyttinger/").json()["flyttinger"]
    assert (sak["person"], sak["til_kommune"], sak["fra"], sak["tilstand"]) == (None, "5001", I_GAAR, "aapen")
    assert "duf" in felt_i(trondheim.send("flyttinger/", {"duf": bosatt_i_aar().duf, "fra": I_GAAR}))


def test_fylket_melder_ingen_flytting_til_seg_selv() -> None:
    av = fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    with kontekst(kontekst_for(av)), pytest.raises(IkkeTilgang):
        actions.meld_flytting(duf=nytt_duf(), fra=date.today(), av=av)


def test_den_som_har_personen_svarer_paa_flyttingen(trondheim: Fagsystem) -> None:
    person = bosatt_i_aar()
    steinkjer = Fagsystem(lag_token(STEINKJER))
    steinkjer.send("flyttinger/", {"duf": person.duf, "fra": I_GAAR})
    (sak,) = trondheim.les("flyttinger/").json()["flyttinger"]
    assert sak["person"] == str(person.noekkel)
    sti = f"flyttinger/{sak['id']}/svar/"
    assert steinkjer.send(sti, {"bekreft": True}).status_code == 404
    assert "grunn" in felt_i(trondheim.send(sti, {"bekreft": False}))
    ja = trondheim.send(sti, {"bekreft": True})
    assert (ja.status_code, ja.json()["tilstand"]) == (200, "bekreftet")
    assert steinkjer.send("personer/oppslag/", {"duf": person.duf}).status_code == 200
    assert trondheim.les(f"personer/{person.noekkel}/").status_code == 404
    assert trondheim.send("flyttinger/999999/svar/", {"bekreft": True}).status_code == 404


def test_kodelistene_har_navn_paa_begge_maalformer_og_datoer(trondheim: Fagsystem) -> None:
    lister = {liste["navn"]: liste for liste in trondheim.les("kodelister/").json()["kodelister"]}
    kode = next(k for k in lister["tiltak"]["koder"] if k["kode"] == "videregaaende")
    assert set(kode) == {"kode", "navn_nb", "navn_nn", "gyldig_fra", "gyldig_til", "kilde", "sikkerhet"}
    assert kode["navn_nb"] and kode["navn_nn"] and kode["gyldig_fra"]
    assert "moetetype" not in lister


def test_antallet_spoersmaal_til_basen_foelger_ikke_antallet_rader(trondheim: Fagsystem) -> None:
    def antall(sti: str) -> int:
        with CaptureQueriesContext(connection) as spoersmaal:
            assert trondheim.les(sti).status_code == 200
        return sum(not s["sql"].startswith(("SAVEPOINT", "RELEASE")) for s in spoersmaal)

    lister = ("personer/", "registreringer/bosted/", "registreringer/vedtak/", "status/", "kodelister/")
    foer: dict[str, int] = {}
    for _ in range(2):
        for person in [bosatt_i_aar() for _ in range(3)]:
            trondheim.send(vedtak(person), {"verdier": {"vedtaksdato": I_GAAR, "startdato": I_GAAR}})
        naa = {sti: antall(sti) for sti in lister}
        assert foer in ({}, naa)
        foer = naa
    assert max(foer.values()) <= 10, foer
