"""What each wants to be told, how often, and the link out."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.varsler import actions, brev, queries
from integrering.utveksling.varsler.models import Varsel, Varselvalg
from integrering.utveksling.varsler.register import Telling, Varselkilde, registrer_varselkilde
from tests import fabrikk
from tests.tilgang.hjelp import inn
from tests.utveksling.varsler.hjelp import (
    ONSDAG,
    TIRSDAG,
    lag_mottaker,
    meld_flytting,
    merke_for,
    morgen,
    sendt,
)

pytestmark = pytest.mark.django_db(transaction=False)


def _svar(**mer: Any) -> dict[str, Any]:
    return {"hyppighet": "virkedag", "typer": ["flyttinger", "uleste"], "maalform": "nb", "versjon": 0} | mer


def test_valgene_lagres_og_vises() -> None:
    bruker = lag_mottaker()
    klient = inn(bruker)
    side = klient.get("/varsler/").content.decode()
    assert bruker.email in side
    assert "Ingenting. Da sendes det ingen e-post." in side
    assert klient.post("/varsler/", _svar(hyppighet="ukentlig", maalform="nn")).status_code == 302
    with kontekst(motor_kontekst()):
        valg = Varselvalg.objects.get()
    assert (valg.hyppighet, valg.versjon) == ("ukentlig", 1)
    assert "over_frist" in valg.avslaatt
    assert "uleste" not in valg.avslaatt
    bruker.refresh_from_db()
    assert bruker.maalform == "nn"
    assert klient.post("/varsler/", _svar(versjon=1, typer=[])).status_code == 302
    with kontekst(motor_kontekst()):
        assert "uleste" in Varselvalg.objects.get().avslaatt


def test_ukjent_valg_avvises_og_det_skrevne_staar() -> None:
    svar = inn(lag_mottaker()).post("/varsler/", _svar(hyppighet="hver time"))
    assert svar.status_code == 422
    assert "<title>Feil: " in svar.content.decode()


@pytest.mark.parametrize("foerste_versjon", [0, 1])
def test_den_andre_som_lagrer_ser_den_foerstes(foerste_versjon: int) -> None:
    klient = inn(lag_mottaker())
    if foerste_versjon:
        klient.post("/varsler/", _svar())
    klient.post("/varsler/", _svar(versjon=foerste_versjon, hyppighet="aldri"))
    svar = klient.post("/varsler/", _svar(versjon=foerste_versjon, hyppighet="ukentlig", typer=["uleste"]))
    assert svar.status_code == 409
    side = svar.content.decode()
    assert "Aldri" in side
    ny = re.search(r'name="versjon" value="(\d+)"', side)
    assert ny
    assert klient.post("/varsler/", _svar(versjon=ny[1], hyppighet="ukentlig")).status_code == 302


def test_foerste_valg_lagret_to_steder_samtidig(monkeypatch: pytest.MonkeyPatch) -> None:
    av = fabrikk.aktoer(lag_mottaker())
    valg: dict[str, Any] = {"hyppighet": "aldri", "typer": [], "maalform": "nb", "versjon": 0, "av": av}
    with kontekst(kontekst_for(av)):
        tomt = queries.valg_for(av)
        actions.lagre_valg(**valg)
        ekte, kall = queries.valg_for, []

        def foerst_tomt(av: Any) -> Varselvalg:
            kall.append(1)
            return tomt if len(kall) == 1 else ekte(av)

        monkeypatch.setattr(queries, "valg_for", foerst_tomt)
        with pytest.raises(Konflikt) as feil:
            actions.lagre_valg(**valg)
    assert feil.value.naa.pk is not None


def test_uten_sted_i_valget_er_alt_paa_og_nye_slag_ogsaa() -> None:
    av = fabrikk.aktoer(lag_mottaker())
    with kontekst(kontekst_for(av)):
        actions.lagre_valg(av=av, versjon=0, hyppighet="virkedag", typer=["uleste"], maalform="nb")
        with pytest.MonkeyPatch.context() as lapp:
            from integrering.utveksling.varsler import register

            lapp.setattr(register, "_kilder", dict(register._kilder))
            registrer_varselkilde(
                Varselkilde("nytt_slag", "Nytt slag", "forside", lambda av, siden: Telling(1, 1), 1,
                            frozenset({av.rolle}))
            )  # fmt: skip
            koder = [li.kilde.kode for li in queries.linjer(av, queries.valg_for(av), TIRSDAG)]
    assert koder == ["nytt_slag"]


@pytest.mark.parametrize(
    ("hyppighet", "dag", "antall"),
    [("aldri", TIRSDAG, 0), ("ukentlig", TIRSDAG, 0), ("virkedag", TIRSDAG, 1)],
)
def test_hyppigheten_foelges(hyppighet: str, dag: Any, antall: int) -> None:
    bruker = lag_mottaker()
    inn(bruker).post("/varsler/", _svar(hyppighet=hyppighet))
    with time_machine.travel(dag, tick=False):
        meld_flytting(fabrikk.lag_person())
        morgen()
    assert len(sendt()) == antall


def test_ukentlig_teller_hele_uken() -> None:
    bruker = lag_mottaker()
    inn(bruker).post("/varsler/", _svar(hyppighet="ukentlig"))
    with time_machine.travel(TIRSDAG, tick=False):
        meld_flytting(fabrikk.lag_person())
    with time_machine.travel(TIRSDAG + timedelta(days=6), tick=False):
        morgen()
    assert "1 (1 ny)" in sendt()[0].body


def test_andre_ser_ikke_valgene_mine(som: Any) -> None:
    inn(lag_mottaker()).post("/varsler/", _svar())
    with som(fabrikk.lag_aktoer(Rolle.ADMINISTRATOR)):
        assert not Varselvalg.objects.exists()
        assert not Varsel.objects.exists()


@time_machine.travel(TIRSDAG, tick=False)
def test_lenken_i_eposten_slaar_av_ett_slag_uten_innlogging() -> None:
    lag_mottaker()
    meld_flytting(fabrikk.lag_person())
    morgen()
    lenke = re.search(r"https://integrering\.example\.no(/varsler/avmeld/\S+)", sendt()[0].body)
    assert lenke
    klient = Client()
    assert "Vil du slutte" in klient.get(lenke[1]).content.decode()
    with kontekst(motor_kontekst()):
        assert not Varselvalg.objects.exists(), "å åpne lenken endrer ingenting"
    for _gang in range(2):
        assert "Du får ikke lenger e-post" in klient.post(lenke[1]).content.decode()
    with kontekst(motor_kontekst()):
        assert Varselvalg.objects.get().avslaatt == ["flyttinger"]
    with time_machine.travel(ONSDAG, tick=False):
        meld_flytting(fabrikk.lag_person())
        morgen()
    assert len(sendt()) == 1


def test_forfalsket_eller_ukjent_lenke_finnes_ikke() -> None:
    bruker = lag_mottaker()
    merke = merke_for(bruker)
    klient = Client()
    # not the last sign: some of its bits carry nothing
    annet = "B" if merke[-2] == "A" else "A"
    assert klient.get(f"/varsler/avmeld/{merke[:-2]}{annet}{merke[-1]}/").status_code == 404
    assert klient.get(f"/varsler/avmeld/{merke_for(bruker, 'finnes-ikke')}/").status_code == 404


def test_avmelding_av_en_rolle_som_er_borte_gjoer_ingenting() -> None:
    assert not actions.meld_av(avmelding=brev.Avmelding(1, 999_999, "flyttinger"))
    assert brev._linje(Varsel(bruker_id=1), 1, {"kode": "borte", "antall": 1, "nytt": 0})["tekst"] == "borte"
