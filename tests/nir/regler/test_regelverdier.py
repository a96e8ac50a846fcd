"""Regelverdiene i databasen: lastet fra filen, holdt av administratorer, fulgt av historikk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from integrering.grunnmur.feil import HELE, IkkeTilgang, Regelbrudd
from integrering.grunnmur.models import Jobb
from integrering.nir.actions.regelverk import lagre_regelverdi
from integrering.nir.models import Regelverdi
from integrering.nir.queries.regelverk import regelsett
from integrering.nir.regeldata import kjente_regelverdier, last_regelverdier
from integrering.nir.rules.regelkoder import Regelkode
from integrering.nir.rules.regelsett import Regelsett
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.nir.regler.personer import REGLER
from tests.tilgang.hjelp import inn


@pytest.fixture
def administrator(db: None) -> Aktoer:
    """En administrator i fylkeskommunen."""
    return fabrikk.lag_aktoer(Rolle.ADMINISTRATOR)


def ny(**annet: Any) -> Regelverdi:
    felt = {
        "kode": Regelkode.INTRO_ALDER_MAKS.value, "verdi": "60", "enhet": "aar",
        "gjelder_fra": date(2027, 1, 1), "styres_av": "tillatelse_dato", "hjemmel": "integreringsloven § 8",
        "kilde": "Lovdata", "status": "vedtatt",
    }  # fmt: skip
    return Regelverdi(**felt | annet)


def test_databasen_har_filens_verdier_lest_med_ett_oppslag(administrator: Aktoer) -> None:
    with kontekst(kontekst_for(administrator)), CaptureQueriesContext(connection) as spurt:
        fra_databasen = regelsett()
    assert len([q for q in spurt if "nir_regelverdi" in q["sql"]]) == 1
    uten_nummer = {k: tuple(replace(r, nummer=None) for r in v) for k, v in fra_databasen.rader.items()}
    assert Regelsett(uten_nummer) == REGLER


def test_kommunen_leser_verdiene(db: None) -> None:
    with kontekst(kontekst_for(fabrikk.lag_aktoer())):
        assert regelsett().rader.keys() == REGLER.rader.keys()
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            ny().save()


def test_lastes_bare_en_gang(administrator: Aktoer) -> None:
    with kontekst(kontekst_for(administrator)):
        assert last_regelverdier(Regelverdi, "default") == 0
        assert Regelverdi.objects.count() == len(kjente_regelverdier())


def test_ny_verdi_gjelder_fra_dagen_og_foelges_av_historikk(administrator: Aktoer) -> None:
    lagre_regelverdi(verdi=ny(), av=administrator)
    with kontekst(kontekst_for(administrator)):
        regler = regelsett()
        hendelser = apps.get_model("nir", "RegelverdiHendelse").objects.filter(verdi="60")
        assert hendelser.filter(gjelder_fra=date(2027, 1, 1)).count() == 1
    for dag, verdi in ((date(2026, 12, 31), "55"), (date(2027, 1, 1), "60")):
        rad = regler.verdi(Regelkode.INTRO_ALDER_MAKS, dag)
        assert rad is not None
        assert rad.verdi == verdi
        assert rad.nummer
    [jobb] = Jobb.objects.all()
    assert jobb.slag == "nir.registreringsstatus", "det som er registrert, regnes ut på nytt"


def test_bare_administratorer_endrer(db: None) -> None:
    with pytest.raises(IkkeTilgang):
        lagre_regelverdi(verdi=ny(), av=fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER))


@pytest.mark.parametrize(
    ("annet", "felt"),
    [
        ({"enhet": "maaneder"}, "enhet"),
        ({"styres_av": "dag"}, "styres_av"),
        ({"kode": "FINNES_IKKE"}, "kode"),
        ({"verdi": "seksti"}, HELE),
        ({"gjelder_fra": None}, HELE),
        ({"gjelder_til": date(2026, 1, 1)}, HELE),
        ({"gjelder_fra": date(1900, 1, 1)}, HELE),
        ({"kilde": ""}, "kilde"),
    ],
    ids=["annen enhet", "styres av en annen dag", "ukjent regel", "ikke et tall", "vedtatt uten dag",
         "slutter før den begynner", "to verdier samme dag", "uten kilde"],
)  # fmt: skip
def test_verdier_reglene_ikke_kan_lese(administrator: Aktoer, annet: dict[str, Any], felt: str) -> None:
    with pytest.raises(Regelbrudd) as brudd:
        lagre_regelverdi(verdi=ny(**annet), av=administrator)
    assert list(brudd.value.meldinger) == [felt]


@pytest.mark.parametrize(
    "annet", [{"verdi": "x"}, {"gjelder_fra": None}, {"status": "kanskje"}, {"enhet": "liter"}], ids=str
)
def test_databasen_holder_det_ogsaa(administrator: Aktoer, annet: dict[str, Any]) -> None:
    with kontekst(kontekst_for(administrator)), pytest.raises(IntegrityError), transaction.atomic():
        ny(**annet).save()


@pytest.fixture
def nettleser(db: None) -> Client:
    """En administrator som er logget inn i administrasjonen."""
    bruker = fabrikk.lag_bruker(Rolle.ADMINISTRATOR)
    Bruker.objects.filter(pk=bruker.pk).update(is_staff=True)
    return inn(Bruker.objects.get(pk=bruker.pk))


def seksti() -> Regelverdi:
    with kontekst(motor_kontekst()):
        return Regelverdi.objects.get(kode=Regelkode.INTRO_ALDER_MAKS, verdi="60")


def test_administratoren_gir_loven_en_dag(nettleser: Client) -> None:
    klient, rad = nettleser, seksti()
    adresse = f"/admin/nir/regelverdi/{rad.pk}/change/"
    assert klient.get(adresse).status_code == 200
    felt = {f: getattr(rad, f) for f in ("verdi", "sammenligning", "hjemmel", "kilde", "merknad")}
    felt |= {"gjelder_fra": "01.01.2027", "gjelder_til": "", "status": "vedtatt", "kode": "LOV"}
    assert klient.post(adresse, felt).status_code == 302
    rad = seksti()
    assert (rad.gjelder_fra, rad.kode) == (date(2027, 1, 1), Regelkode.INTRO_ALDER_MAKS)
    # samme dag som en annen versjon: skjemaet sier det
    svar = klient.post(adresse, felt | {"gjelder_fra": "01.01.1900"})
    assert svar.status_code == 200
    assert "Regelen har alt en verdi fra denne dagen." in svar.content.decode()
    assert klient.post(f"/admin/nir/regelverdi/{rad.pk}/delete/").status_code == 403
    assert "Høyeste alder for introduksjonsprogram" in klient.get("/admin/nir/regelverdi/").content.decode()
