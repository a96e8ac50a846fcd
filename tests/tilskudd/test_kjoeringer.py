"""The way of a run: calculated, sent, approved, paid; what is refused, and what the next run brings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.db import ProgrammingError
from django.test import override_settings
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.jobber import loep
from integrering.grunnmur.kvartal import OSLO, Kvartal
from integrering.grunnmur.models import Jobb, Tilstand
from integrering.nir.models import Person, Vedtak
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.tilskudd.runder import Runder, sett_satser
from tilskudd import actions
from tilskudd.models import Kjoering, Linje, ManglerSats, Mottakersum, Sats
from tilskudd.queries import kontroll

pytestmark = pytest.mark.django_db

Rad = tuple[str, str, str, int]


@pytest.fixture(autouse=True)
def satser() -> Iterator[None]:
    with kontekst(motor_kontekst()):
        sett_satser()
        yield


@pytest.fixture
def runder() -> Runder:
    return Runder()


@pytest.fixture
def person() -> Person:
    """The one of the worked examples."""
    person = fabrikk.lag_person(registrert=fabrikk.klokken(2023, 3, 1))
    fabrikk.lag_vedtak(person, registrert=fabrikk.klokken(2023, 4, 5))
    return person


def linjer(kjoering: Kjoering) -> list[Rad]:
    """Return (recipient, earned quarter, kind, kroner)."""
    return sorted(
        (li.mottaker.kode, str(li.kvartal), li.type, li.beloep)
        for li in Linje.objects.filter(kjoering=kjoering).select_related("mottaker")
    )


def netto(kjoering: Kjoering, kode: str) -> tuple[int, int, int, int]:
    """Return lines, carried in, paid, carried out."""
    rad = next(r for r in Mottakersum.objects.filter(kjoering=kjoering) if r.mottaker.kode == kode)
    return rad.linjer_sum, rad.overfoert_inn, rad.utbetales, rad.overfoert_ut


# --- E2, through the database ---


def test_e2_neste_kvartal_betaler_noeyaktig_det_rettelsen_utgjoer(runder: Runder, person: Person) -> None:
    runder.bokfoer("2023K2")
    assert linjer(runder.bokfoer("2023K3")) == [("K5001", "2023K3", "ordinaer", 9_175)]
    assert linjer(runder.bokfoer("2023K4")) == [("K5001", "2023K4", "ordinaer", 9_174)]
    fabrikk.lag_vgo(person, registrert=fabrikk.klokken(2024, 2, 2))
    kjoering = runder.bokfoer("2024K1")
    assert linjer(kjoering) == [
        ("F50", "2023K3", "etterbetaling", 4_089),
        ("F50", "2023K4", "etterbetaling", 9_174),
        ("F50", "2024K1", "ordinaer", 5_984),
        ("F50", "2024K1", "ordinaer", 6_200),
        ("K5001", "2023K3", "trekk", -4_089),
        ("K5001", "2023K4", "trekk", -9_174),
    ]
    assert netto(kjoering, "K5001") == (-13_263, 0, 0, -13_263)
    assert netto(kjoering, "F50") == (25_447, 0, 25_447, 0)
    # the balance is carried on, also in a round without lines for the municipality
    neste = runder.bokfoer("2024K2")
    assert netto(neste, "K5001") == (2_000, -13_263, 0, -11_263)
    assert all(k.holder for k in kontroll.kontroller())


def test_en_annullert_registrering_trekkes_tilbake_og_linjen_staar_paa_det_den_reverserer(
    runder: Runder, person: Person
) -> None:
    foerst = Linje.objects.get(kjoering=runder.bokfoer("2023K2"), kvartal=Kvartal(2023, 1).indeks)
    fabrikk.rett(Vedtak.objects.get(person=person), naar=fabrikk.klokken(2023, 7, 2), annullert=True)
    kjoering = runder.bokfoer("2023K3")
    trekk = Linje.objects.get(kjoering=kjoering, kvartal=Kvartal(2023, 1).indeks)
    assert (trekk.beloep, trekk.beloep_foer, trekk.beloep_etter, trekk.dager) == (-3_092, 3_092, 0, -31)
    assert (trekk.vedtak_id, trekk.bosted_ider, trekk.strekk) == (foerst.vedtak_id, foerst.bosted_ider, ())
    # nothing is left, and the balance is listed also without lines
    etter = runder.bokfoer("2023K4")
    assert linjer(etter) == []
    assert netto(etter, "K5001") == (0, -12_167, 0, -12_167)
    assert all(k.holder for k in kontroll.kontroller())


def test_beregning_paa_nytt_erstatter_utkastet(runder: Runder, person: Person) -> None:
    foerst = runder.beregn("2023K2")
    actions.send_til_godkjenning(kjoering=foerst, av=runder.raadgiver)
    andre = runder.beregn("2023K2")
    foerst.refresh_from_db()
    assert (foerst.tilstand, foerst.forkastet_grunn) == ("forkastet", "Erstattet av en ny beregning.")
    assert linjer(foerst) == []
    assert len(linjer(andre)) == 2


def test_merkes_utbetalt(runder: Runder, person: Person) -> None:
    kjoering = actions.merk_utbetalt(kjoering=runder.bokfoer("2023K2"), av=runder.raadgiver)
    assert (kjoering.tilstand, kjoering.utbetalt_av_id) == ("utbetalt", runder.raadgiver.bruker_id)
    assert linjer(runder.beregn("2023K3")) == [("K5001", "2023K3", "ordinaer", 9_175)]


# --- who may ---


def test_den_som_beregner_kan_ikke_godkjenne(runder: Runder, person: Person) -> None:
    kjoering = runder.beregn("2023K2")
    actions.send_til_godkjenning(kjoering=kjoering, av=runder.raadgiver)
    samme = fabrikk.lag_bruker(Rolle.TILSKUDDSGODKJENNER)
    bade_og = fabrikk.aktoer(samme)
    egen = type(bade_og)(**{**bade_og.__dict__, "bruker_id": runder.raadgiver.bruker_id})
    with pytest.raises(Regelbrudd, match="kan ikke godkjenne"):
        actions.godkjenn(kjoering=kjoering, av=egen)


@pytest.mark.parametrize("rolle", [Rolle.TILSKUDDSGODKJENNER, Rolle.FYLKE_SAKSBEHANDLER, Rolle.ADMINISTRATOR])
def test_bare_raadgivere_beregner_og_sender(runder: Runder, person: Person, rolle: Rolle) -> None:
    annen = fabrikk.lag_aktoer(rolle)
    with pytest.raises(IkkeTilgang):
        actions.beregn_kjoering(kvartal=Kvartal(2023, 2), av=annen)
    kjoering = runder.beregn("2023K2")
    with pytest.raises(IkkeTilgang):
        actions.send_til_godkjenning(kjoering=kjoering, av=annen)


@pytest.mark.parametrize("rolle", [Rolle.TILSKUDDSRAADGIVER, Rolle.FYLKE_SAKSBEHANDLER, Rolle.ADMINISTRATOR])
def test_bare_godkjennere_godkjenner(runder: Runder, person: Person, rolle: Rolle) -> None:
    kjoering = runder.beregn("2023K2")
    actions.send_til_godkjenning(kjoering=kjoering, av=runder.raadgiver)
    with pytest.raises(IkkeTilgang):
        actions.godkjenn(kjoering=kjoering, av=fabrikk.lag_aktoer(rolle))


def test_kommunen_ser_ingen_kjoeringer(runder: Runder, person: Person) -> None:
    runder.beregn("2023K2")
    kommunen = kontekst_for(fabrikk.lag_aktoer())
    with pytest.raises(ProgrammingError, match="permission denied"), kontekst(kommunen):
        Kjoering.objects.count()


# --- what is refused ---


def test_kjoeringen_starter_tidligst_en_time_etter_skjaeringstidspunktet(runder: Runder) -> None:
    skjaer = datetime(2024, 1, 1, tzinfo=OSLO)
    for_tidlig = time_machine.travel(skjaer + timedelta(minutes=59), tick=False)
    with for_tidlig, pytest.raises(Regelbrudd) as feil:
        runder.beregn("2023K4")
    assert list(feil.value.meldinger) == ["skjaeringstidspunkt"]
    with time_machine.travel(skjaer + timedelta(hours=1), tick=False):
        assert runder.beregn("2023K4").tilstand == "beregnet"


def test_et_kvartal_som_ikke_er_over_kan_ikke_beregnes(runder: Runder) -> None:
    with pytest.raises(Regelbrudd, match="en time etter"):
        runder.beregn(str(Kvartal.for_dato(timezone.localdate())))


def test_egen_frist_og_utbetaling_i_desember(runder: Runder, person: Person) -> None:
    """IMDi's fourth round has been paid in mid-December."""
    kjoering = runder.beregn(
        "2023K4",
        skjaeringstidspunkt=datetime(2023, 12, 10, tzinfo=OSLO),
        utbetalingsdato=date(2023, 12, 15),
    )
    assert str(Kvartal.for_dato(kjoering.utbetalingsdato)) == "2023K4"
    with pytest.raises(Regelbrudd, match="etter skjæringstidspunktet"):
        runder.beregn("2023K4", utbetalingsdato=date(2023, 12, 31))


def test_registrert_i_foerste_oeyeblikk_av_neste_kvartal_er_ikke_med(runder: Runder) -> None:
    person = fabrikk.lag_person(registrert=fabrikk.klokken(2023, 3, 1))
    fabrikk.lag_vedtak(person, registrert=fabrikk.klokken(2024, 1, 1, 0))
    assert linjer(runder.bokfoer("2023K4")) == []
    assert len(linjer(runder.bokfoer("2024K1"))) == 6


def test_godkjente_kvartaler_beregnes_ikke_paa_nytt_og_fristen_gaar_ikke_bakover(
    runder: Runder, person: Person
) -> None:
    runder.bokfoer("2023K3")
    for kvartal in ("2023K3", "2023K2"):
        with pytest.raises(Regelbrudd, match=r"3\. kvartal 2023 er godkjent"):
            runder.beregn(kvartal)
    with pytest.raises(Regelbrudd, match="kan ikke være før"):
        runder.beregn("2023K4", skjaeringstidspunkt=datetime(2023, 9, 1, tzinfo=OSLO))


def test_kvartalene_godkjennes_i_rekkefoelge(runder: Runder, person: Person) -> None:
    runder.bokfoer("2023K2")
    k4 = runder.beregn("2023K4")
    with pytest.raises(Regelbrudd, match=r"Den neste er 3\. kvartal 2023"):
        runder.godkjenn(k4)


def test_godkjenning_nektes_naar_en_annen_er_godkjent_etter_beregningen(
    runder: Runder, person: Person
) -> None:
    k2, k3 = runder.beregn("2023K2"), runder.beregn("2023K3")
    actions.send_til_godkjenning(kjoering=k3, av=runder.raadgiver)
    runder.godkjenn(k2)
    with pytest.raises(Regelbrudd, match="Beregn kvartalet på nytt"):
        actions.godkjenn(kjoering=k3, av=runder.godkjenner)
    runder.bokfoer("2023K3")


def test_det_som_ikke_er_i_riktig_tilstand_nektes(runder: Runder, person: Person) -> None:
    kjoering = runder.beregn("2023K2")
    with pytest.raises(Regelbrudd, match="«Beregnet»"):
        actions.godkjenn(kjoering=kjoering, av=runder.godkjenner)
    with pytest.raises(Regelbrudd):
        actions.merk_utbetalt(kjoering=kjoering, av=runder.raadgiver)
    runder.godkjenn(kjoering)
    with pytest.raises(Regelbrudd, match="«Godkjent»"):
        actions.send_til_godkjenning(kjoering=kjoering, av=runder.raadgiver)
    with pytest.raises(Regelbrudd):
        actions.forkast(kjoering=kjoering, av=runder.godkjenner, grunn="angrer")


def test_forkast_krever_en_grunn(runder: Runder, person: Person) -> None:
    kjoering = runder.beregn("2023K2")
    with pytest.raises(Regelbrudd) as feil:
        actions.forkast(kjoering=kjoering, av=runder.godkjenner, grunn=" ")
    assert list(feil.value.meldinger) == ["grunn"]
    actions.forkast(kjoering=kjoering, av=runder.godkjenner, grunn="Feil kvartal")
    assert (kjoering.tilstand, kjoering.forkastet_grunn) == ("forkastet", "Feil kvartal")


# --- rates ---


def test_manglende_sats_listes_gir_ingen_linje_og_stopper_godkjenning(runder: Runder, person: Person) -> None:
    Sats.objects.filter(aar_nr=1).update(status="forslag")
    kjoering = runder.beregn("2023K2")
    assert linjer(kjoering) == []
    mangel = ManglerSats.objects.get(kjoering=kjoering)
    assert (mangel.grunn, mangel.dager, mangel.anslag) == ("ikke_vedtatt", 122, 12_167)
    with pytest.raises(Regelbrudd, match="1 tilskuddsår mangler"):
        actions.send_til_godkjenning(kjoering=kjoering, av=runder.raadgiver)
    Sats.objects.filter(aar_nr=1).delete()
    assert ManglerSats.objects.get(kjoering=runder.beregn("2023K2")).grunn == "ingen_sats"


def test_en_manglende_sats_roerer_ikke_det_som_er_bokfoert(runder: Runder, person: Person) -> None:
    runder.bokfoer("2023K3")
    Sats.objects.filter(aar_nr=1).delete()
    assert linjer(runder.beregn("2023K4")) == []


def test_godkjenning_nektes_naar_satsen_er_endret(runder: Runder, person: Person) -> None:
    kjoering = runder.beregn("2023K2")
    actions.send_til_godkjenning(kjoering=kjoering, av=runder.raadgiver)
    Sats.objects.filter(aar_nr=3, budsjettaar=2023).update(beloep=1)  # not used by the run
    sats = Sats.objects.get(ordning="P-AR", aar_nr=1, landgruppe="H", budsjettaar=2023)
    Sats.objects.filter(pk=sats.pk).update(beloep=40_000)
    with pytest.raises(Regelbrudd, match="P-AR1-H 2023"):
        actions.godkjenn(kjoering=kjoering, av=runder.godkjenner)
    Sats.objects.filter(pk=sats.pk).update(beloep=sats.beloep)
    actions.godkjenn(kjoering=kjoering, av=runder.godkjenner)


def test_ny_sats_etter_godkjenning_gir_forskjellen_i_neste_kjoering(runder: Runder, person: Person) -> None:
    runder.bokfoer("2023K2")
    Sats.objects.filter(aar_nr=1, landgruppe="H", budsjettaar=2023).update(beloep=36_866)
    assert linjer(runder.bokfoer("2023K3")) == [
        ("K5001", "2023K1", "etterbetaling", 31),
        ("K5001", "2023K2", "etterbetaling", 91),
        ("K5001", "2023K3", "ordinaer", 9_267),
    ]
    assert all(k.holder for k in kontroll.kontroller())


def test_eksempelsatser_bare_i_demo(runder: Runder, person: Person) -> None:
    sett_satser(status="eksempel")
    assert runder.beregn("2023K2").antall_mangler == 1
    with override_settings(DEMO=True):
        kjoering = runder.beregn("2023K2")
        assert (kjoering.demo, kjoering.antall_mangler) == (True, 0)
        actions.send_til_godkjenning(kjoering=kjoering, av=runder.raadgiver)
    with pytest.raises(Regelbrudd, match="bare godkjennes i en demo"):
        actions.godkjenn(kjoering=kjoering, av=runder.godkjenner)
    with override_settings(DEMO=True):
        actions.godkjenn(kjoering=kjoering, av=runder.godkjenner)


def test_en_vedtatt_sats_gaar_foran_et_eksempel(runder: Runder, person: Person) -> None:
    Sats.objects.create(
        ordning="P-AR",
        aar_nr=1,
        landgruppe="H",
        budsjettaar=2023,
        beloep=1_000_000,
        status="eksempel",
        kilde="x",
    )
    with override_settings(DEMO=True):
        assert linjer(runder.beregn("2023K2"))[1] == ("K5001", "2023K2", "ordinaer", 9_075)


# --- the job ---


def test_jobben_regner_ut_og_gir_det_samme_om_igjen(
    runder: Runder, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loep, "_hjerteslag", lambda *_: kontekst(motor_kontekst()))
    jobb = actions.start_beregning(kvartal=Kvartal(2023, 2), av=runder.raadgiver)
    kjoering = Kjoering.objects.get(jobb=jobb)
    assert kjoering.tilstand == "beregnes"
    with pytest.raises(Regelbrudd, match="beregnes nå"):
        actions.start_beregning(kvartal=Kvartal(2023, 2), av=runder.raadgiver)
    loep.kjoer(jobb.pk)
    jobb.refresh_from_db()
    assert (jobb.tilstand, jobb.feil) == (Tilstand.FERDIG, "")
    assert jobb.resultat == {"kjoering": "2023K2", "linjer": 2, "mottakere": 1, "mangler_sats": 0}
    foer = list(Linje.objects.filter(kjoering=kjoering).values_list("pk", flat=True))
    # killed after the lines were committed, before the job was: taken up again
    Jobb.objects.filter(pk=jobb.pk).update(tilstand=Tilstand.VENTER)
    loep.kjoer(jobb.pk)
    assert list(Linje.objects.filter(kjoering=kjoering).values_list("pk", flat=True)) == foer


def test_et_utkast_hvis_jobb_feilet_kan_beregnes_paa_nytt(runder: Runder, person: Person) -> None:
    jobb = actions.start_beregning(kvartal=Kvartal(2023, 2), av=runder.raadgiver)
    Jobb.objects.filter(pk=jobb.pk).update(tilstand=Tilstand.FEILET)
    assert len(linjer(runder.beregn("2023K2"))) == 2


def test_en_forkastet_beregning_stanser_jobben(runder: Runder, person: Person) -> None:
    jobb = actions.start_beregning(kvartal=Kvartal(2023, 2), av=runder.raadgiver)
    kjoering = Kjoering.objects.get(jobb=jobb)
    actions.forkast(kjoering=kjoering, av=runder.raadgiver, grunn="Feil kvartal")
    jobb.refresh_from_db()
    assert jobb.tilstand == Tilstand.AVBRUTT
