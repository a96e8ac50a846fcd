"""The digest: to whom, when, once, and without personal data."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from integrering.grunnmur.jobber.loep import kjoer
from integrering.grunnmur.models import Jobb, Tilstand
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.actions import send_utboks
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Bruker, Utsending
from integrering.tilgang.roller import Rolle
from integrering.utveksling.varsler import actions, brev, queries, tasks
from integrering.utveksling.varsler.models import Varsel, Varselvalg
from integrering.utveksling.varsler.register import Telling, Varselkilde, registrer_varselkilde
from tests import fabrikk
from tests.utveksling.varsler.hjelp import (
    ONSDAG,
    TIRSDAG,
    antall_varsler,
    lag_mottaker,
    meld_flytting,
    merke_for,
    morgen,
    sendt,
)

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture(autouse=True)
def epost(settings: Any) -> None:
    """E-mail lands in the test's own outbox."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.NETTADRESSE = "https://integrering.example.no"


# --- Hvem får hva ---


@time_machine.travel(TIRSDAG, tick=False)
def test_nytt_gir_en_epost_med_antall_og_lenker() -> None:
    bruker = lag_mottaker()
    meld_flytting(fabrikk.lag_person(fornavn="Hemmelig"))
    jobb = morgen()
    assert jobb.tilstand == Tilstand.FERDIG
    assert jobb.resultat == {"laget": 1, "feilet": 0, "brukere": 1}
    (epost,) = sendt()
    assert epost.to == [bruker.email]
    assert epost.subject == "Nytt i Integrering"
    assert "- Flyttinger som venter på svar: 1 (1 ny)" in epost.body
    assert "https://integrering.example.no/flyttinger/" in epost.body
    assert epost.extra_headers["List-Unsubscribe"] == "<https://integrering.example.no/varsler/>"


@time_machine.travel(TIRSDAG, tick=False)
def test_ingen_personopplysninger_i_eposten_eller_raden() -> None:
    lag_mottaker(etternavn="Mottaker")
    person = fabrikk.lag_person(fornavn="Hemmelig", etternavn="Hemmeligsen")
    meld_flytting(person)
    morgen()
    with kontekst(motor_kontekst()):
        rad = str(Varsel.objects.values().get())
    for ord_ in ("Hemmelig", person.duf, person.duf_skrevet, "1995", str(person.noekkel)):
        assert ord_ not in sendt()[0].body + sendt()[0].subject + rad


@time_machine.travel(TIRSDAG, tick=False)
def test_ingenting_nytt_gir_ingen_epost() -> None:
    lag_mottaker()
    assert morgen().resultat["laget"] == 0
    assert not sendt()


def test_det_gamle_alene_sendes_ikke_paa_nytt() -> None:
    lag_mottaker()
    with time_machine.travel(TIRSDAG - timedelta(minutes=1), tick=False):
        meld_flytting(fabrikk.lag_person())
    with time_machine.travel(TIRSDAG, tick=False):
        morgen()
    with time_machine.travel(ONSDAG, tick=False):
        morgen()
    assert len(sendt()) == 1, "saken venter fortsatt, men er ikke ny"
    with time_machine.travel(ONSDAG + timedelta(days=1), tick=False):
        meld_flytting(fabrikk.lag_person())
        morgen()
    assert "Flyttinger som venter på svar: 2 (1 ny)" in sendt()[1].body


@pytest.mark.parametrize("dager", [4, 5])
def test_ikke_i_helgen(dager: int) -> None:
    lag_mottaker()
    with time_machine.travel(TIRSDAG + timedelta(days=dager), tick=False):
        meld_flytting(fabrikk.lag_person())
        morgen()
    assert not sendt()


@time_machine.travel(TIRSDAG, tick=False)
def test_bare_det_en_selv_kan_se_telles() -> None:
    lag_mottaker(nummer="5035")
    meld_flytting(fabrikk.lag_person())
    meld_flytting(fabrikk.lag_person(kommune="5035", adressebeskyttelse="fortrolig"))
    morgen()
    assert not sendt(), "andres og skjermede personer er ikke nytt for noen uten tilgang"
    lag_mottaker(nummer="5035", skjermede=True)
    with time_machine.travel(TIRSDAG + timedelta(minutes=5), tick=False):
        morgen()
    assert [e.body.count("Flyttinger som venter på svar: 1 (1 ny)") for e in sendt()] == [1]


@time_machine.travel(TIRSDAG, tick=False)
@pytest.mark.parametrize("hvem", ["uten_adresse", "stengt", "sluttet", "forvalter"])
def test_hvem_som_ikke_faar(hvem: str) -> None:
    rolle = Rolle.KOMMUNE_ADMINISTRATOR if hvem == "forvalter" else Rolle.KOMMUNE_FLYKTNINGTJENESTE
    bruker = lag_mottaker(rolle)
    if hvem == "uten_adresse":
        Bruker.objects.filter(pk=bruker.pk).update(email="")
    if hvem == "stengt":
        Bruker.objects.filter(pk=bruker.pk).update(is_active=False)
    if hvem == "sluttet":
        with kontekst(motor_kontekst()):
            bruker.rolletildelinger.update(til=TIRSDAG.date() - timedelta(days=1))
    meld_flytting(fabrikk.lag_person())
    morgen()
    assert not sendt()


@time_machine.travel(TIRSDAG, tick=False)
def test_to_roller_er_en_epost_med_to_deler() -> None:
    bruker = lag_mottaker()
    fabrikk.gi_rolle(bruker, Rolle.KOMMUNE_FLYKTNINGTJENESTE, "5035")
    meld_flytting(fabrikk.lag_person())
    meld_flytting(fabrikk.lag_person(kommune="5035"))
    morgen()
    (epost,) = sendt()
    assert "Trondheim" in epost.body
    assert "Stjørdal" in epost.body
    assert epost.body.count(": 1 (1 ny)") == 2


@time_machine.travel(TIRSDAG, tick=False)
def test_eposten_er_paa_spraaket_brukeren_leser() -> None:
    bruker = lag_mottaker()
    Bruker.objects.filter(pk=bruker.pk).update(maalform="nn")
    meld_flytting(fabrikk.lag_person())
    sett: list[Any] = []
    registrer = brev.lag_brev

    def lag(utsending: Any) -> Any:
        svar = registrer(utsending)
        sett.append(svar)
        return svar

    with pytest.MonkeyPatch.context() as lapp:
        lapp.setitem(__import__("integrering.tilgang.epost", fromlist=["_slag"])._slag, brev.SLAG, lag)
        morgen()
    # lazy texts: the language is chosen when the e-mail is written, not when it is made
    assert not isinstance(sett[0].emne, str)
    assert not isinstance(sett[0].verdier["roller"][0]["linjer"][0]["tekst"], str)
    assert len(sendt()) == 1


# --- Én gang ---


@time_machine.travel(TIRSDAG, tick=False)
def test_en_epost_om_dagen_ogsaa_naar_jobben_gaar_to_ganger() -> None:
    lag_mottaker()
    meld_flytting(fabrikk.lag_person())
    morgen()
    meld_flytting(fabrikk.lag_person())
    morgen()
    assert len(sendt()) == antall_varsler() == 1


@time_machine.travel(TIRSDAG, tick=False)
def test_jobben_startes_ikke_mens_den_gaar() -> None:
    tasks.start_dagens()
    tasks.start_dagens()
    assert Jobb.objects.filter(slag=tasks.SLAG).count() == 1


@time_machine.travel(TIRSDAG, tick=False)
def test_drept_midtveis_fortsetter_den_der_den_slapp(monkeypatch: pytest.MonkeyPatch) -> None:
    for _nr in range(3):
        lag_mottaker()
    meld_flytting(fabrikk.lag_person())
    ekte, gjort = actions.lag_varsel, []

    def doe_paa_den_andre(**felt: Any) -> bool:
        gjort.append(felt["bruker_id"])
        if len(gjort) == 2:
            raise OperationalError("server closed the connection")
        return ekte(**felt)

    monkeypatch.setattr(actions, "lag_varsel", doe_paa_den_andre)
    tasks.start_dagens()
    jobb = Jobb.objects.get(slag=tasks.SLAG)
    kjoer(jobb.pk)
    jobb.refresh_from_db()
    assert jobb.tilstand == Tilstand.KJOERER
    assert antall_varsler() == 1
    with time_machine.travel(TIRSDAG + timedelta(minutes=1), tick=False):
        kjoer(jobb.pk)
        send_utboks()
    jobb.refresh_from_db()
    assert jobb.tilstand == Tilstand.FERDIG
    assert len({tuple(e.to) for e in sendt()}) == len(sendt()) == 3


@time_machine.travel(TIRSDAG, tick=False)
def test_to_arbeidere_om_samme_bruker(monkeypatch: pytest.MonkeyPatch) -> None:
    bruker = lag_mottaker()
    meld_flytting(fabrikk.lag_person())
    argumenter: dict[str, Any] = {"bruker_id": bruker.pk, "dag": TIRSDAG.date(), "naa": timezone.now()}
    assert actions.lag_varsel(**argumenter)
    assert not actions.lag_varsel(**argumenter), "en om dagen"
    # the other worker looked before the first one had written
    monkeypatch.setattr(Varsel.objects, "filter", lambda **_: Varsel.objects.none(), raising=False)
    assert not actions.lag_varsel(**argumenter)
    monkeypatch.undo()
    with kontekst(motor_kontekst()):
        assert Utsending.objects.filter(slag=brev.SLAG).count() == 1


@time_machine.travel(TIRSDAG, tick=False)
def test_feil_hos_en_stopper_ikke_de_andre(monkeypatch: pytest.MonkeyPatch) -> None:
    lag_mottaker()
    lag_mottaker()
    meld_flytting(fabrikk.lag_person())
    ekte, gjort = actions.lag_varsel, []

    def feil_hos_den_foerste(**felt: Any) -> bool:
        gjort.append(1)
        if len(gjort) == 1:
            raise ValueError("en kilde er gal")
        return ekte(**felt)

    monkeypatch.setattr(actions, "lag_varsel", feil_hos_den_foerste)
    assert morgen().resultat == {"laget": 1, "feilet": 1, "brukere": 2}


def test_jobb_fra_i_gaar_gjoer_ingenting() -> None:
    lag_mottaker()
    with time_machine.travel(TIRSDAG, tick=False):
        meld_flytting(fabrikk.lag_person())
        tasks.start_dagens()
    with time_machine.travel(ONSDAG, tick=False):
        kjoer(Jobb.objects.get(slag=tasks.SLAG).pk)
    assert antall_varsler() == 0


def test_epost_som_ble_liggende_til_neste_dag_sendes_ikke() -> None:
    bruker = lag_mottaker()
    with time_machine.travel(TIRSDAG, tick=False):
        meld_flytting(fabrikk.lag_person())
        actions.lag_varsel(bruker_id=bruker.pk, dag=TIRSDAG.date(), naa=TIRSDAG)
    with time_machine.travel(ONSDAG, tick=False):
        send_utboks()
    assert not sendt()
    with kontekst(motor_kontekst()):
        assert brev.lag_brev(Utsending(gjelder=None)) is None


# --- Valgene ---


def _inn(bruker: Bruker) -> Client:
    klient = Client()
    klient.force_login(bruker, "django.contrib.auth.backends.ModelBackend")
    return klient


def _svar(**mer: Any) -> dict[str, Any]:
    return {"hyppighet": "virkedag", "typer": ["flyttinger", "uleste"], "maalform": "nb", "versjon": 0} | mer


def test_valgene_lagres_og_vises() -> None:
    bruker = lag_mottaker()
    klient = _inn(bruker)
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
    svar = _inn(lag_mottaker()).post("/varsler/", _svar(hyppighet="hver time"))
    assert svar.status_code == 422
    assert "<title>Feil: " in svar.content.decode()


@pytest.mark.parametrize("foerste_versjon", [0, 1])
def test_den_andre_som_lagrer_ser_den_foerstes(foerste_versjon: int) -> None:
    klient = _inn(lag_mottaker())
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
    _inn(bruker).post("/varsler/", _svar(hyppighet=hyppighet))
    with time_machine.travel(dag, tick=False):
        meld_flytting(fabrikk.lag_person())
        morgen()
    assert len(sendt()) == antall


def test_ukentlig_teller_hele_uken() -> None:
    bruker = lag_mottaker()
    _inn(bruker).post("/varsler/", _svar(hyppighet="ukentlig"))
    with time_machine.travel(TIRSDAG, tick=False):
        meld_flytting(fabrikk.lag_person())
    with time_machine.travel(TIRSDAG + timedelta(days=6), tick=False):
        morgen()
    assert "1 (1 ny)" in sendt()[0].body


def test_andre_ser_ikke_valgene_mine(som: Any) -> None:
    _inn(lag_mottaker()).post("/varsler/", _svar())
    with som(fabrikk.lag_aktoer(Rolle.ADMINISTRATOR)):
        assert not Varselvalg.objects.exists()
        assert not Varsel.objects.exists()


# --- Avmelding ---


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
    assert klient.get(f"/varsler/avmeld/{merke[:-1]}A/").status_code == 404
    assert klient.get(f"/varsler/avmeld/{merke_for(bruker, 'finnes-ikke')}/").status_code == 404


def test_avmelding_av_en_rolle_som_er_borte_gjoer_ingenting() -> None:
    assert not actions.meld_av(avmelding=brev.Avmelding(1, 999_999, "flyttinger"))
    assert brev._linje(Varsel(bruker_id=1), 1, {"kode": "borte", "antall": 1, "nytt": 0})["tekst"] == "borte"


# --- Kildene ---


def test_siden_viser_det_som_ville_staatt_i_eposten() -> None:
    klient = _inn(lag_mottaker())
    meld_flytting(fabrikk.lag_person())
    side = " ".join(klient.get("/varsler/").content.decode().split())
    assert 'href="/flyttinger/">Flyttinger som venter på svar</a>: 1 (1 ny)' in side


@pytest.mark.parametrize("rolle", [Rolle.SKOLEKONTAKT, Rolle.ORGANISASJON_SOEKER, Rolle.FYLKE_SAKSBEHANDLER])
def test_alle_kilder_kan_telles_i_hver_rolle(rolle: Rolle) -> None:
    side = _inn(lag_mottaker(rolle)).get("/varsler/").content.decode()
    assert "Uleste meldinger" in side
    assert ("Flyttinger som venter" in side) is (rolle is Rolle.FYLKE_SAKSBEHANDLER)


@pytest.mark.parametrize("rolle", [Rolle.KOMMUNE_ADMINISTRATOR, Rolle.INNSYNSREVISOR])
def test_roller_uten_arbeid_har_ingen_varsler(rolle: Rolle) -> None:
    assert _inn(lag_mottaker(rolle)).get("/varsler/").status_code == 403


def test_et_fast_antall_spoerringer(django_assert_max_num_queries: Any) -> None:
    klient = _inn(lag_mottaker())
    klient.get("/varsler/")
    with django_assert_max_num_queries(20):
        klient.get("/varsler/")
