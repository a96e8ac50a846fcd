"""Networks, activities in numbers, national plans, and what the rest of the regional work shows of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from regionalt.actions.registerrad import Lagring
from regionalt.forebygging import actions, tall
from regionalt.forebygging.models import Aktivitet, NasjonalPlan, Nettverk, Nettverksmedlem
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, nytt_duf
from tests.forebygging.hjelp import (
    I_DAG,
    aktivitetsfelter,
    dager,
    lag_aktivitet,
    lag_medlem,
    lag_nettverk,
    lag_plan,
    lag_raadgiver,
    lag_tjeneste,
    medlemsfelter,
    planfelter,
    skriver,
    svar,
)
from tests.kompetanse.hjelp import lag_arrangement
from tests.ledelse.hjelp import hjuldagene, lederens_tall
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn
from tests.utveksling.moeter.hjelp import lag_moete

pytestmark = pytest.mark.django_db


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def _url(navn: str, *args: Any) -> str:
    return reverse(f"forebygging:{navn}", args=args)


def _les(klient: Client, adresse: str) -> str:
    svaret = klient.get(adresse)
    assert svaret.status_code == 200
    return svaret.content.decode()


# --- Networks ---


def test_nettverk_faar_medlemmer_og_avsluttes(klient: Client) -> None:
    assert "Ingen nettverk er registrert." in _les(klient, _url("nettverkene"))
    klient.post(_url("nettverk_ny"), {"navn": "Nettverk mot kontroll", "formaal": "Dele."})
    with kontekst(motor_kontekst()):
        rad = Nettverk.objects.get()
    side = _url("nettverk", rad.noekkel)
    assert "Nettverket har ingen medlemmer ennå." in _les(klient, side)
    svaret = klient.post(_url("medlem_ny", rad.noekkel), svar(medlemsfelter()), follow=True)
    assert "Prøvepolitiet" in svaret.content.decode() and "Medlem Med" in svaret.content.decode()
    assert ">1<" in _les(klient, _url("nettverkene"))
    with kontekst(motor_kontekst()):
        medlem = Nettverksmedlem.objects.get()
    endre = _url("medlem_endre", medlem.noekkel)
    assert "Medlem Med" in _les(klient, endre)
    assert klient.post(endre, svar(medlemsfelter(til=dager(-400)))).status_code == 422
    klient.post(endre, svar(medlemsfelter(til=dager(-1))) | {"versjon": 1})
    assert "Har gått ut" in _les(klient, side)
    nytt = {"navn": "Nettverk mot kontroll", "formaal": "Dele.", "til": f"{dager(-1):%d.%m.%Y}", "versjon": 1}
    klient.post(_url("nettverk_endre", rad.noekkel), nytt)
    assert _les(klient, side).count("Har gått ut") == 2
    assert klient.get(_url("medlem_endre", rad.noekkel)).status_code == 404
    assert klient.get(_url("nettverk", medlem.noekkel)).status_code == 404


def test_moetene_er_de_samme_som_ellers(klient: Client) -> None:
    """A network meeting is chosen among those there are; another kind of meeting is not one."""
    nettverk, av = lag_nettverk(), skriver()
    moete = lag_moete(av, -10, tittel="Høstmøtet", type="nettverk")
    annet = lag_moete(av, -5, tittel="Dialogen", type="dialog")
    adresse = _url("moete_knytt", nettverk.noekkel)
    skjemaet = _les(klient, adresse)
    assert "Høstmøtet" in skjemaet and "Dialogen" not in skjemaet
    assert klient.post(adresse, {"moete": str(annet.noekkel)}).status_code == 422
    svaret = klient.post(adresse, {"moete": str(moete.noekkel)}, follow=True)
    assert "Møtet hører nå til nettverket." in svaret.content.decode()
    assert reverse("moete", args=[moete.noekkel]) in _les(klient, _url("nettverk", nettverk.noekkel))
    assert "Høstmøtet" not in _les(klient, adresse)
    with kontekst(kontekst_for(av)):
        with pytest.raises(Regelbrudd, match="alt registrert"):
            actions.knytt_moete(nettverk=nettverk, moete=moete, lagring=Lagring(), av=av)
        with pytest.raises(Regelbrudd, match="nettverksmøte"):
            actions.knytt_moete(nettverk=nettverk, moete=annet, lagring=Lagring(), av=av)
    assert "Prøvenettverket" in _les(klient, _url("moete_nytt", nettverk.noekkel))


# --- Activities and plans ---


def test_aktivitet_registreres_i_tall(klient: Client) -> None:
    plan, nettverk = lag_plan(), lag_nettverk()
    assert "Ingen aktiviteter er registrert." in _les(klient, _url("aktiviteter"))
    felter = svar(aktivitetsfelter(kommuner=[TRONDHEIM], plan=plan, nettverk=nettverk))
    siden = klient.post(_url("aktivitet_ny"), felter, follow=True).content.decode()
    for tekst in ("Aktiviteten er lagret.", "Fagdag for ansatte", "Trondheim", "Prøveplanen", "24"):
        assert tekst in siden
    with kontekst(motor_kontekst()):
        rad = Aktivitet.objects.get()
    endre = _url("aktivitet_endre", rad.noekkel)
    assert f'value="{plan.noekkel}" selected' in _les(klient, endre)
    assert klient.post(endre, felter | {"versjon": 4}).status_code == 409
    assert klient.post(endre, felter | {"versjon": 1, "deltakere": "30"}).status_code == 302
    assert "Fagdag for ansatte" in _les(klient, _url("plan", plan.noekkel))
    assert klient.get(_url("aktivitet", plan.noekkel)).status_code == 404
    assert klient.get(_url("plan", rad.noekkel)).status_code == 404


@pytest.mark.parametrize(
    ("felt", "ved"),
    [
        ({"dato": dager(3), "deltakere": 4}, "deltakere"),
        ({"kommuner": ["0301"]}, "kommuner"),
        ({"tittel": f"Samtale med {nytt_duf(9)}"}, "tittel"),
        ({"maalgruppe": " ".join(nytt_duf(9))}, "maalgruppe"),
        ({"beskrivelse": f"Gjelder {nytt_duf(9)}"}, "beskrivelse"),
    ],
)
def test_aktiviteten_avvises(klient: Client, felt: dict[str, Any], ved: str) -> None:
    """Refused in the form and in the action alike."""
    svaret = klient.post(_url("aktivitet_ny"), svar(aktivitetsfelter(**felt)))
    assert svaret.status_code == 422 and f'href="#id_{ved}' in svaret.content.decode()
    with pytest.raises(Regelbrudd) as feil:
        lag_aktivitet(**felt)
    assert set(feil.value.meldinger) == {ved}


def test_planer_som_har_gaatt_ut_merkes(klient: Client) -> None:
    """In the list, on the activity, where it is chosen, and when it was chosen."""
    gammel = lag_plan(tittel="Gammel plan", fra=dager(-900), til=dager(-200))
    listen = _les(klient, _url("planer"))
    assert "Har gått ut" in listen and "Sjef i eget liv" in listen
    assert f"Gammel plan (gikk ut {dager(-200):%d.%m.%Y})" in _les(klient, _url("aktivitet_ny"))
    siden = klient.post(_url("aktivitet_ny"), svar(aktivitetsfelter(plan=gammel)), follow=True)
    assert "Planen du valgte, har gått ut." in siden.content.decode()
    assert "Planen hadde gått ut" in siden.content.decode()
    i_tide = lag_aktivitet(plan=gammel, dato=dager(-300), tittel="I tide")
    assert "Planen hadde gått ut" not in _les(klient, _url("aktivitet", i_tide.noekkel))
    assert "Har gått ut" in _les(klient, _url("plan", gammel.noekkel))


def test_planene_som_foelger_med_har_kilde() -> None:
    with kontekst(motor_kontekst()):
        alle = list(NasjonalPlan.objects.order_by("fra"))
    assert [p.til and p.til.year for p in alle] == [2020, 2024, 2028]
    assert all(p.kilde and p.kilde_url.startswith("https://") and p.kilde_dato for p in alle)


def test_plan_legges_inn_og_endres(klient: Client) -> None:
    felter = svar(planfelter())
    assert "Planen er lagret." in klient.post(_url("plan_ny"), felter, follow=True).content.decode()
    assert (
        klient.post(_url("plan_ny"), felter | {"tittel": "Ny", "sikkerhet": "kilde", "kilde": ""}).status_code
        == 422
    )
    with kontekst(motor_kontekst()):
        rad = NasjonalPlan.objects.get(tittel="Prøveplanen")
    svaret = klient.post(
        _url("plan_endre", rad.noekkel), felter | {"tittel": "Omdøpt", "versjon": 1}, follow=True
    )
    assert "Omdøpt" in svaret.content.decode()


def test_kommunen_ser_sine_aktiviteter_og_hele_fylkets() -> None:
    hele, min_, andres = (
        lag_aktivitet(tittel="For hele fylket", nettverk=lag_nettverk()),
        lag_aktivitet(tittel="For Trondheim", kommuner=[TRONDHEIM]),
        lag_aktivitet(tittel="For Steinkjer", kommuner=[STEINKJER]),
    )
    klient = inn(lag_bruker())
    listen = _les(klient, _url("aktiviteter"))
    assert "For hele fylket" in listen and "For Trondheim" in listen and "For Steinkjer" not in listen
    assert "Prøvenettverket" not in _les(klient, _url("aktivitet", hele.noekkel))
    assert klient.get(_url("aktivitet", andres.noekkel)).status_code == 404
    assert klient.get(_url("aktivitet", min_.noekkel)).status_code == 200


def test_filtrene_virker(klient: Client) -> None:
    lag_aktivitet(tittel="Kurset", kommuner=[TRONDHEIM])
    lag_aktivitet(tittel="Samtalen", slag="samtale")
    assert "Samtalen" not in _les(klient, _url("aktiviteter") + "?slag=kurs")
    i_steinkjer = _les(klient, _url("aktiviteter") + f"?kommune={STEINKJER}")
    assert "Samtalen" in i_steinkjer and "Kurset" not in i_steinkjer


def test_kurs_om_temaet_staar_ved_aktivitetene(klient: Client) -> None:
    """Read where they are registered: open and held, of this theme only."""
    assert "Ingen kurs eller samlinger har dette temaet." in _les(klient, _url("aktiviteter"))
    kurset = lag_arrangement(tema="forebygging", tittel="Kurs i å oppdage kontroll")
    lag_arrangement(tema="norsk", tittel="Norskkurset")
    lag_arrangement(tema="forebygging", tittel="Utkastet", tilstand="utkast")
    siden = _les(klient, _url("aktiviteter"))
    assert reverse("kompetanse:arrangement", args=[kurset.noekkel]) in siden
    assert "Kurs i å oppdage kontroll" in siden and "Norskkurset" not in siden and "Utkastet" not in siden


def test_bare_de_som_foelger_opp_skriver() -> None:
    av = lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    nettverk = lag_nettverk()
    for lag in (lag_nettverk, lag_aktivitet, lag_plan):
        with pytest.raises(IkkeTilgang):
            lag(av)
    with pytest.raises(IkkeTilgang):
        lag_medlem(nettverk, av)
    with (
        kontekst(kontekst_for(lag_aktoer())),
        pytest.raises(Exception, match="permission denied"),
        transaction.atomic(),
    ):
        Nettverksmedlem.objects.count()


# --- What others show ---


def test_panelet_paa_kommunens_side(klient: Client) -> None:
    adresse = reverse("kommune", args=[TRONDHEIM])
    tom = _les(klient, adresse)
    assert "Ingen er registrert ved skoler i kommunen." in tom
    lag_raadgiver()
    lag_aktivitet(kommuner=[TRONDHEIM])
    lag_aktivitet(tittel="Andres dag", kommuner=[STEINKJER])
    lag_aktivitet(tittel="For lenge siden", dato=dager(-400))
    for leser in (klient, inn(lag_bruker())):
        siden = _les(leser, adresse)
        assert "Råd Givar" in siden and "Fagdag for ansatte" in siden
        assert "Andres dag" not in siden and "For lenge siden" not in siden
        assert antall_spoerringer(leser, adresse) <= 10


def test_lederens_tall_er_det_som_ikke_er_sett_over() -> None:
    lag_tjeneste(gjennomgaas=dager(-1))
    lag_raadgiver(gjennomgaas=dager(-1))
    lag_raadgiver(navn="I Dag", gjennomgaas=I_DAG)
    lag_raadgiver(navn="Slutta Før", gjennomgaas=dager(-9), til=dager(-5))
    av = skriver()
    with kontekst(kontekst_for(av)):
        tallet = lederens_tall("forebygging")
        assert tallet is not None and (tallet.verdi, tallet.farge) == ("2", "warning")
        tidlig = lederens_tall("forebygging", dager(-50))
    assert tidlig is not None and (tidlig.verdi, tidlig.farge) == ("0", "success")


def test_hjulet_har_frister_og_aktiviteter_uten_navn() -> None:
    lag_tjeneste(gjennomgaas=dager(4))
    lag_raadgiver(gjennomgaas=dager(5))
    lag_aktivitet(dato=dager(6), deltakere=None)
    lag_aktivitet(dato=dager(60), deltakere=None, tittel="Utenfor")
    av = skriver()
    with kontekst(kontekst_for(av)):
        dagene = hjuldagene("forebygging", I_DAG, dager(30))
    assert [(d.dato, d.tittel, d.frist) for d in dagene] == [
        (dager(4), "Se over Prøvetelefonen", True),
        (dager(5), "Se over Prøvedal videregående skole", True),
        (dager(6), "Fagdag for ansatte", False),
    ]


def test_kapitlet_teller_aktiviteter_og_deltakere() -> None:
    plan = lag_plan(fra=date(2025, 1, 1))
    lag_aktivitet(dato=date(2025, 3, 1), deltakere=10, plan=plan)
    lag_aktivitet(dato=date(2025, 12, 31), deltakere=5)
    lag_aktivitet(dato=date(2025, 6, 1), deltakere=None, slag="samtale")
    lag_aktivitet(dato=date(2024, 12, 31), deltakere=99)
    with kontekst(kontekst_for(skriver())):
        per_slag, per_plan = tall.kapittel(2025)
    assert per_slag.rader == (("Kurs eller fagdag", 2, 15), ("Dialog eller samtalegruppe", 1, 0))
    assert set(per_plan.rader) == {("Prøveplanen", 1, 10), ("Ingen plan", 2, 5)}


def test_hoeyst_ti_spoerringer(klient: Client) -> None:
    nettverk = lag_nettverk()
    lag_medlem(nettverk)
    aktivitet = lag_aktivitet(kommuner=[TRONDHEIM], plan=lag_plan(), nettverk=nettverk)
    assert aktivitet.plan is not None
    for adresse in (
        _url("nettverk", nettverk.noekkel),
        _url("aktivitet", aktivitet.noekkel),
        _url("aktivitet_endre", aktivitet.noekkel),
        _url("plan", aktivitet.plan.noekkel),
    ):
        assert antall_spoerringer(klient, adresse) <= 10
