"""Systemet lager utkastet etter skjæringstidspunktet; fire øyne holder også da."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobber.loep import kjoer
from integrering.grunnmur.kvartal import Kvartal
from integrering.grunnmur.models import Jobb
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.tilskudd.runder import Runder, sett_satser
from tests.tilskudd.sideverden import klient, les
from tilskudd import actions, motor, tasks
from tilskudd.models import Kjoering
from tilskudd.rules.frister import vanlig_skjaeringstidspunkt

pytestmark = pytest.mark.django_db
K3 = Kvartal.parse("2023K3")
ETTER = vanlig_skjaeringstidspunkt(K3) + timedelta(hours=1)


@pytest.fixture(autouse=True)
def verden(db: None) -> Iterator[None]:
    with kontekst(motor_kontekst()):
        sett_satser()
        person = fabrikk.lag_person(registrert=fabrikk.klokken(2023, 3, 1))
        fabrikk.lag_vedtak(person, registrert=fabrikk.klokken(2023, 4, 5))
        yield


@pytest.fixture
def runder() -> Runder:
    runder = Runder()
    runder.bokfoer("2023K2")
    return runder


def utkast() -> Kjoering:
    jobb = actions.lag_utkast(naa=ETTER)
    assert jobb is not None
    kjoer(jobb.pk)
    return Kjoering.objects.get(kvartal=K3.indeks)


def aapne(regel: str) -> int:
    return Oppgave.objects.filter(regel=regel, lukket__isnull=True).count()


def test_utkastet_lages_en_time_etter_og_bare_en_gang(runder: Runder) -> None:
    assert actions.lag_utkast(naa=ETTER - timedelta(seconds=1)) is None
    kjoering = utkast()
    assert (kjoering.tilstand, kjoering.beregnet_av_id, kjoering.antall_linjer) == ("beregnet", None, 1)
    assert actions.lag_utkast(naa=ETTER + timedelta(days=2)) is None
    assert Kjoering.objects.filter(kvartal=K3.indeks).count() == 1


def test_et_forkastet_utkast_lages_ikke_om_igjen(runder: Runder) -> None:
    actions.forkast(kjoering=utkast(), av=runder.raadgiver, grunn="Feil i grunnlaget")
    assert actions.lag_utkast(naa=ETTER) is None


def test_uten_en_godkjent_kjoering_lages_ingenting() -> None:
    assert actions.lag_utkast(naa=ETTER) is None


def test_det_bygges_ikke_paa_en_kjoering_som_er_endret(
    runder: Runder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(motor, "fingeravtrykk", lambda _id: "en annen")
    with pytest.raises(Regelbrudd, match="Kontrollsummen"):
        actions.lag_utkast(naa=ETTER)


def test_klokka_starter_det_som_er_ferdig(runder: Runder) -> None:
    tasks.utkast_etter_skjaeringstidspunktet()
    tasks.utkast_etter_skjaeringstidspunktet()
    assert Jobb.objects.filter(slag="tilskudd.beregn").count() == 1


def test_en_arbeider_som_doer_lar_den_neste_gjoere_det(
    runder: Runder, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobb = actions.lag_utkast(naa=ETTER)
    assert jobb is not None
    with monkeypatch.context() as m:
        m.setattr(motor, "regn_ut", _doer)
        with pytest.raises(SystemExit):
            kjoer(jobb.pk)
    Jobb.objects.filter(pk=jobb.pk).update(tilstand="venter", leie=None)  # what the sweeper does
    kjoer(jobb.pk)
    kjoer(jobb.pk)  # delivered twice
    kjoering = Kjoering.objects.get(kvartal=K3.indeks)
    assert (kjoering.tilstand, kjoering.linjer.count()) == ("beregnet", 1)


def _doer(_id: int) -> None:
    raise SystemExit


def test_raadgiveren_faar_en_oppgave_og_saa_godkjenneren(runder: Runder) -> None:
    kjoering = utkast()
    assert (aapne("TILSKUDD_UTKAST_KLART"), aapne("TILSKUDD_TIL_GODKJENNING")) == (1, 0)
    actions.send_til_godkjenning(kjoering=kjoering, av=runder.raadgiver)
    assert (aapne("TILSKUDD_UTKAST_KLART"), aapne("TILSKUDD_TIL_GODKJENNING")) == (0, 1)
    actions.godkjenn(kjoering=kjoering, av=runder.godkjenner)
    assert (aapne("TILSKUDD_UTKAST_KLART"), aapne("TILSKUDD_TIL_GODKJENNING")) == (0, 0)


def test_den_som_sender_systemets_utkast_godkjenner_det_ikke(runder: Runder) -> None:
    som_raadgiver = fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    som_godkjenner = dataclasses.replace(som_raadgiver, rolle=Rolle.TILSKUDDSGODKJENNER)
    kjoering = actions.send_til_godkjenning(kjoering=utkast(), av=som_raadgiver)
    with pytest.raises(Regelbrudd, match="Den som har sendt systemets utkast"):
        actions.godkjenn(kjoering=kjoering, av=som_godkjenner)
    setning = """UPDATE tilskudd_kjoering SET tilstand = 'godkjent', godkjent_av_id = %s, godkjent_tid = now()
                 WHERE id = %s"""
    with pytest.raises(DatabaseError, match="fire_oeyne_utkast"), kontekst(kontekst_for(som_godkjenner)):
        _sql(setning, som_raadgiver.bruker_id, kjoering.pk)
    assert actions.godkjenn(kjoering=kjoering, av=runder.godkjenner).er_bokfoert


def _sql(setning: str, *verdier: int | None) -> None:
    with connection.cursor() as peker:
        peker.execute(setning, verdier)


@pytest.mark.parametrize(
    ("setning", "hvorfor"),
    [
        ("UPDATE tilskudd_kjoering SET beregnet_av_id = {en} WHERE id = {k}", "endres aldri"),
        ("UPDATE tilskudd_kjoering SET sendt_av_id = {annen} WHERE id = {k}", "endres aldri"),
        (
            "UPDATE tilskudd_kjoering SET tilstand = 'til_godkjenning', sendt_av_id = {annen} WHERE id = {k}",
            "i eget navn",
        ),
        (
            "INSERT INTO tilskudd_kjoering (kvartal, slag, tilstand, skjaeringstidspunkt, utbetalingsdato,"
            " demo, antall_linjer, antall_mangler, kontrollsum, beregnet_av_id, forkastet_grunn) VALUES"
            " (8000, 'ordinaer', 'beregnes', '2000-03-31', '2000-04-10', false, 0, 0, '', {annen}, '')",
            "i eget navn",
        ),
    ],
)
def test_ingen_skriver_i_en_annens_navn(runder: Runder, setning: str, hvorfor: str) -> None:
    kjoering = utkast()
    ferdig = setning.format(k=kjoering.pk, en=runder.raadgiver.bruker_id, annen=runder.godkjenner.bruker_id)
    with pytest.raises(DatabaseError, match=hvorfor), kontekst(kontekst_for(runder.raadgiver)):
        _sql(ferdig)


def test_siden_sier_at_systemet_beregnet(runder: Runder) -> None:
    kjoering = utkast()
    raadgiver, godkjenner = klient(runder.raadgiver), klient(runder.godkjenner)
    assert "· Systemet" in les(raadgiver.get("/tilskudd/kvartal/2023-3/"))
    actions.send_til_godkjenning(kjoering=kjoering, av=runder.raadgiver)
    assert "Du er en annen enn den som sendte systemets utkast" in les(
        godkjenner.get("/tilskudd/kvartal/2023-3/godkjenn/")
    )
