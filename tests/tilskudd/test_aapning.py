"""What was paid before the first run, entered as an opening run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.kvartal import Kvartal
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from tests import fabrikk
from tests.tilskudd.runder import Runder, sett_satser
from tilskudd import actions
from tilskudd.actions import Aapningslinje
from tilskudd.models import Kjoering, Linje, Mottakersum
from tilskudd.queries import kontroll

pytestmark = pytest.mark.django_db
K2 = Kvartal(2023, 2)


@pytest.fixture(autouse=True)
def satser(db: None) -> Iterator[None]:
    with kontekst(motor_kontekst()):
        sett_satser()
        yield


@pytest.fixture
def runder() -> Runder:
    return Runder()


@pytest.fixture
def linje() -> Aapningslinje:
    """The person of the worked examples was paid 3 000 for 2023K1, where 3 092 was due."""
    person = fabrikk.lag_person(registrert=fabrikk.klokken(2023, 3, 1))
    fabrikk.lag_vedtak(person, registrert=fabrikk.klokken(2023, 4, 5))
    return Aapningslinje(
        person_id=person.pk, mottaker_id=fabrikk.virksomhet("5001").pk, ordning="P-AR1-H", aar_nr=1,
        kvartal=Kvartal(2023, 1), dager=30, beloep=3_000, sats=36_500, aar_fra=date(2023, 3, 1),
        dager_i_aaret=366,
    )  # fmt: skip


def netto(kjoering: Kjoering) -> list[tuple[int, int, int, int]]:
    felt = ("linjer_sum", "overfoert_inn", "utbetales", "overfoert_ut")
    return list(Mottakersum.objects.filter(kjoering=kjoering).values_list(*felt))


def test_det_som_er_betalt_foer_trekkes_fra_i_den_foerste_kjoeringen(
    runder: Runder, linje: Aapningslinje
) -> None:
    aapning = actions.foer_aapningskjoering(kvartal=K2, linjer=[linje], av=runder.raadgiver)
    assert netto(aapning) == [(3_000, 0, 3_000, 0)]
    runder.godkjenn(aapning)
    kjoering = runder.bokfoer("2023K3")
    rader = (
        Linje.objects.filter(kjoering=kjoering).order_by("kvartal").values_list("kvartal", "beloep", "dager")
    )
    assert [(str(k), b, d) for k, b, d in rader] == [
        ("2023K1", 92, 1),
        ("2023K2", 9_075, 91),
        ("2023K3", 9_175, 92),
    ]
    assert all(k.holder for k in kontroll.kontroller())


def test_en_linje_som_ikke_var_rett_trekkes_og_har_ingen_fakta(runder: Runder, linje: Aapningslinje) -> None:
    feil = replace(linje, mottaker_id=fabrikk.virksomhet("5006").pk)
    runder.godkjenn(actions.foer_aapningskjoering(kvartal=K2, linjer=[feil], av=runder.raadgiver))
    kjoering = runder.bokfoer("2023K3")
    trekk = Linje.objects.get(kjoering=kjoering, type="trekk")
    assert (trekk.beloep, trekk.vedtak_id, trekk.bosted_ider, trekk.sats) == (-3_000, None, [], 36_500)
    assert all(k.holder for k in kontroll.kontroller())


def test_saldo_som_ble_baaret_foelger_med(runder: Runder, linje: Aapningslinje) -> None:
    mottaker = linje.mottaker_id
    aapning = actions.foer_aapningskjoering(
        kvartal=K2, linjer=[linje], av=runder.raadgiver, saldo={mottaker: -5_000}
    )
    assert netto(aapning) == [(3_000, 0, 8_000, -5_000)]
    runder.godkjenn(aapning)
    assert netto(runder.bokfoer("2023K3")) == [(18_342, -5_000, 13_342, 0)]
    assert all(k.holder for k in kontroll.kontroller())


@pytest.mark.parametrize(
    ("endring", "hvorfor"),
    [
        ({"kvartal": Kvartal(2023, 3)}, "etter kvartalet"),
        ({"beloep": 0}, "null"),
    ],
)
def test_gale_linjer(runder: Runder, linje: Aapningslinje, endring: dict[str, object], hvorfor: str) -> None:
    gal = replace(linje, **endring)  # type: ignore[arg-type]
    with pytest.raises(Regelbrudd, match=hvorfor):
        actions.foer_aapningskjoering(kvartal=K2, linjer=[gal], av=runder.raadgiver)


def test_dobbelt_positiv_saldo_og_negativ_utbetaling(runder: Runder, linje: Aapningslinje) -> None:
    with pytest.raises(Regelbrudd, match="To linjer"):
        actions.foer_aapningskjoering(kvartal=K2, linjer=[linje, linje], av=runder.raadgiver)
    with pytest.raises(Regelbrudd, match="positiv"):
        actions.foer_aapningskjoering(
            kvartal=K2, linjer=[linje], av=runder.raadgiver, saldo={linje.mottaker_id: 1}
        )
    with pytest.raises(Regelbrudd, match="mindre enn null"):
        actions.foer_aapningskjoering(
            kvartal=K2,
            linjer=[replace(linje, beloep=-3_000)],
            av=runder.raadgiver,
            saldo={linje.mottaker_id: -1},
        )


def test_bare_foerst_og_bare_raadgiveren(runder: Runder, linje: Aapningslinje) -> None:
    with pytest.raises(IkkeTilgang):
        actions.foer_aapningskjoering(kvartal=K2, linjer=[linje], av=runder.godkjenner)
    runder.beregn("2023K2")
    with pytest.raises(Regelbrudd, match="før den første"):
        actions.foer_aapningskjoering(kvartal=Kvartal(2023, 1), linjer=[linje], av=runder.raadgiver)
