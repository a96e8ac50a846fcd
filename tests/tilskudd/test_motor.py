"""The engine's own housekeeping, and columns with values of this domain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.core import serializers
from django.db import connection

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kvartal import Kvartal
from integrering.grunnmur.sql import les_sql
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from tests import fabrikk
from tests.tilskudd.runder import Runder, sett_satser
from tilskudd import actions, motor
from tilskudd.actions import godkjenning
from tilskudd.models import Kjoering, Linje, ManglerSats, Mottakersum, Sats

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def i_kontekst(db: None) -> Iterator[None]:
    with kontekst(motor_kontekst()):
        sett_satser()
        yield


def innstilling(navn: str) -> str:
    with connection.cursor() as peker:
        peker.execute("SELECT current_setting(%s)", [navn])
        return str((peker.fetchone() or ("",))[0])


def test_mye_minne_og_ingen_nestede_loekker_mens_det_regnes_og_bare_da() -> None:
    foer = innstilling("work_mem")
    with motor.for_mengder():
        assert (innstilling("work_mem"), innstilling("enable_nestloop"), innstilling("jit")) == (
            "256MB", "off", "off",
        )  # fmt: skip
    assert (innstilling("work_mem"), innstilling("enable_nestloop")) == (foer, "on")


def test_planen_gaar_aldri_rad_for_rad_over_fakta() -> None:
    """A nested loop over the facts takes many times as long: the tables are scanned and hashed or merged."""
    kjoering = Runder().beregn("2023K2")
    spoerring = motor.endringer(les_sql("tilskudd", "avvik"))
    with motor.for_mengder(), connection.cursor() as peker:
        peker.execute("EXPLAIN " + spoerring, motor.parametre(kjoering))
        plan = [rad for (rad,) in peker.fetchall()]
    for tabell in ("nir_personopplysning", "nir_bosted", "nir_vedtak", "nir_fulltidvgo"):
        # the table itself, not an index of it
        assert sum(bool(re.search(rf" on {tabell}\b(?!_)", rad)) for rad in plan) == 1, tabell


def test_gammel_statistikk_fornyes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(motor, "_UTDATERT_STATISTIKK", "SELECT unnest(%s::text[])")
    motor.analyser_ved_behov()
    with connection.cursor() as peker:
        peker.execute("SELECT reltuples FROM pg_class WHERE relname = 'nir_stans'")
        assert peker.fetchone() == (0.0,)  # −1 until it is analysed


def test_det_reglene_slipper_gjennom_stopper_databasen(monkeypatch: pytest.MonkeyPatch) -> None:
    runder = Runder()
    kjoering = actions.send_til_godkjenning(kjoering=runder.beregn("2023K2"), av=runder.raadgiver)
    monkeypatch.setattr(godkjenning, "_krev_fire_oeyne", lambda *_: None)
    egen = type(runder.godkjenner)(**{**runder.godkjenner.__dict__, "bruker_id": runder.raadgiver.bruker_id})
    with pytest.raises(Regelbrudd, match="Databasen stoppet"):
        actions.godkjenn(kjoering=kjoering, av=egen)
    kjoering.refresh_from_db()
    assert kjoering.tilstand == "til_godkjenning"


def test_linjen_kjenner_datoene_sine() -> None:
    person = fabrikk.lag_person(registrert=fabrikk.klokken(2023, 3, 1), landgruppe="H")
    fabrikk.lag_vedtak(person, registrert=fabrikk.klokken(2023, 4, 5))
    fabrikk.lag_vgo(
        person, fra=date(2023, 5, 1), til=date(2023, 5, 31), registrert=fabrikk.klokken(2023, 4, 5)
    )
    kjoering = Runder().beregn("2023K2")
    linje = Linje.objects.get(kjoering=kjoering, kvartal=Kvartal(2023, 2).indeks, mottaker__type="kommune")
    assert linje.strekk == ((31, 61), (92, 122))
    assert linje.perioder == [
        (date(2023, 4, 1), date(2023, 4, 30)),
        (date(2023, 6, 1), date(2023, 6, 30)),
    ]
    assert str(linje) == "P-AR1-H 2023K2"


def test_navn_paa_rader_og_kvartal_i_kolonner() -> None:
    fabrikk.lag_vedtak(
        fabrikk.lag_person(registrert=fabrikk.klokken(2023, 3, 1)), registrert=fabrikk.klokken(2023, 4, 5)
    )
    fabrikk.lag_vedtak(
        fabrikk.lag_person(registrert=fabrikk.klokken(2023, 3, 1), landgruppe=""),
        registrert=fabrikk.klokken(2023, 4, 5),
    )
    kjoering = Runder().beregn("2023K2")
    kvartaler = Kjoering.objects.filter(kvartal="2023K2") | Kjoering.objects.filter(kvartal=8094)
    assert [str(k) for k in kvartaler] == ["2023K2"]
    assert '"kvartal": "2023K2"' in serializers.serialize("json", [kjoering])
    assert str(Mottakersum.objects.get(kjoering=kjoering)) == "Trondheim"
    assert str(ManglerSats.objects.get(kjoering=kjoering)) == "P-AR 1 2023"
    assert str(kjoering.satser.filter(brukt=True)[0]) == "P-AR1-H 2023"
    assert str(Sats.objects.filter(ordning="P37D")[0]).startswith("P37D-AR1 20")
    assert not kjoering.er_bokfoert
