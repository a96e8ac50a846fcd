"""A file of payments: what is read, what is refused, and what it is held against."""

from __future__ import annotations

from typing import Any

import pytest

from integrering.grunnmur.feil import IkkeTilgang
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering.actions import importer_fil
from tests import fabrikk
from tests.innbetalinger.verden import HODE, Verden
from tilskudd.innbetalinger.models import Avstemmingssum, Innbetaling, Innbetalingsfil

pytestmark = pytest.mark.django_db


@pytest.fixture
def verden() -> Verden:
    return Verden()


def rader() -> list[tuple[Any, ...]]:
    with kontekst(motor_kontekst()):
        return list(
            Innbetaling.objects.order_by("linje").values_list(
                "kode", "kvartal", "oppgitt", "beloep_oere", "gjelder"
            )
        )


@pytest.mark.parametrize(
    ("skrevet", "oere"),
    [
        ("4089", 408_900),
        ("4 089", 408_900),
        ("4089,5", 408_950),
        ("4089.05", 408_905),
        ("-4089,00", -408_900),
        ("−4 089", -408_900),
        ("1.234,50", 123_450),
        ("0,01", 1),
    ],
)
def test_beloep_leses_paa_oeret(verden: Verden, skrevet: str, oere: int) -> None:
    verden.importer(f"{verden.e1.duf};P-AR1-H;2023K3;{skrevet};06.10.2023;a")
    assert [r[3] for r in rader()] == [oere]


@pytest.mark.parametrize(
    ("rad", "feil"),
    [
        ("123;P-AR1-H;2023K3;4089;06.10.2023;a", "må ha 12 sifre"),
        (";P-AR9-H;2023K3;4089;06.10.2023;a", "ikke en kjent tilskuddskode"),
        (";;2023K3;4089;06.10.2023;a", "kode: må fylles ut"),
        (";P-AR1-H;2023K5;4089;06.10.2023;a", "er ikke et kvartal"),
        (";P-AR1-H;2023K3;4.089;06.10.2023;a", "er ikke et beløp"),
        (";P-AR1-H;2023K3;40,895;06.10.2023;a", "er ikke et beløp"),
        (";P-AR1-H;2023K3;0;06.10.2023;a", "kan ikke være 0"),
        (";P-AR1-H;2023K3;4089;06.10.2099;a", "fram i tid"),
        (";P-AR1-H;2023K3;4089;;a", "betalt: må fylles ut"),
    ],
)
def test_det_som_ikke_kan_leses_avvises_med_ord(verden: Verden, rad: str, feil: str) -> None:
    utfall = verden.importer(rad)
    assert feil in utfall.feil[2]
    assert rader() == []


def test_koder_kvartal_og_runde(verden: Verden) -> None:
    verden.importer(
        ";p-ar1-h;4. kvartal 2023;10;15.12.2023;a",
        ";AR-1 EV;2023-4;20;15.12.2023;b",
        ";UN43G;;30;15.12.2023;c",
        ";P37D-AR1;;40;06.10.2023;d",
    )
    assert [(r[0], str(r[1]), *r[2:]) for r in rader()] == [
        ("P-AR1-H", "2023K4", True, 1_000, True),
        ("AR-1_EV", "2023K4", True, 2_000, False),
        ("UN43G", "2023K4", False, 3_000, False),
        ("P37D-AR1", "2023K3", False, 4_000, True),
    ]


def test_samme_fil_to_ganger_gir_ingenting_nytt(verden: Verden) -> None:
    fil = [f"{verden.e1.duf};P-AR1-H;2023K3;4089;06.10.2023;a"] * 2
    assert verden.importer(*fil).antall["ny"] == 2
    foer = verden.poster()
    igjen = verden.importer(*fil)
    assert (igjen.antall["ny"], igjen.antall["uendret"]) == (0, 2)
    assert verden.poster() == foer
    # a third of the same kind is one more payment
    assert verden.importer(*fil, fil[0]).antall["ny"] == 1


def test_hvert_utfall(verden: Verden) -> None:
    ukjent = fabrikk.nytt_duf()
    fremmed = fabrikk.lag_person(etternavn="Annen")
    verden.importer(
        f"{verden.e1.duf};P-AR1-H;2023K3;4089,40;06.10.2023;a",
        f"{verden.e1.duf};P-AR2-H;2023K4;9174;09.01.2024;a",
        f"{ukjent};P-AR1-H;2023K3;100;06.10.2023;a",
        f"{fremmed.duf};P-AR1-H;2023K3;200;06.10.2023;a",
        ";AR-1;2023K3;5000;06.10.2023;a",
    )
    assert verden.poster() == {
        ("2023K3", "P-AR1-H", verden.e1.duf): (408_900, 408_940, "stemmer", "ny"),
        ("2023K4", "P-AR1-H", verden.e1.duf): (917_400, 0, "annen_kode", "ny"),
        ("2023K4", "P-AR2-H", verden.e1.duf): (0, 917_400, "annen_kode", "ny"),
        ("2023K3", "P-AR1-H", ukjent): (0, 10_000, "ukjent_person", "ny"),
        ("2023K3", "P-AR1-H", fremmed.duf): (0, 20_000, "mer", "ny"),
    }


def test_ingenting_mangler_foer_runden_er_betalt(verden: Verden) -> None:
    verden.importer(f"{verden.e1.duf};P-AR1-H;2023K3;4000;06.10.2023;a")
    assert verden.poster() == {("2023K3", "P-AR1-H", verden.e1.duf): (408_900, 400_000, "annet_beloep", "ny")}
    verden.importer(f"{fabrikk.nytt_duf()};P-AR1-H;2023K4;1;09.01.2024;a")
    assert verden.poster()["2023K4", "P-AR1-H", verden.e1.duf] == (917_400, 0, "mangler", "ny")


def test_en_sum_holdes_mot_alle_som_ikke_er_nevnt(verden: Verden) -> None:
    verden.runder.bokfoer("2024K1")
    # E1 earned 5 984 and 6 200 in 2024K1; E2 4 089 + 9 174 + 5 984 and 6 200
    verden.importer(
        f"{verden.e1.duf};P-AR1-H;2024K1;5984;08.04.2024;a",
        ";P-AR1-H;2024K1;19 247;08.04.2024;a",
        ";P-AR2-H;2024K1;12 000;08.04.2024;a",
    )
    assert verden.poster() == {
        ("2024K1", "P-AR1-H", verden.e1.duf): (598_400, 598_400, "stemmer", "ny"),
        ("2024K1", "P-AR1-H", ""): (1_924_700, 1_924_700, "stemmer", "ny"),
        ("2024K1", "P-AR2-H", ""): (1_240_000, 1_200_000, "annet_beloep", "ny"),
    }


def test_summene_gaar_opp_mot_linjer_og_fil(verden: Verden) -> None:
    verden.runder.bokfoer("2024K1")
    verden.importer(
        f"{verden.e1.duf};P-AR1-H;2024K1;5984,33;08.04.2024;a",
        f"{fabrikk.nytt_duf()};P-AR2-H;2024K1;77;08.04.2024;a",
        ";AR-1;2024K1;1;08.04.2024;a",
    )
    with kontekst(motor_kontekst()):
        summer = {s.kode: (s.forventet_oere, s.mottatt_oere) for s in Avstemmingssum.objects.all()}
        fil = Innbetalingsfil.objects.get()
    assert summer == {"P-AR1-H": (2_523_100, 598_433), "P-AR2-H": (1_240_000, 7_700)}
    assert fil.sum_oere == sum(m for _f, m in summer.values()) + 100


def test_bare_tilskuddsraadgiveren_importerer(verden: Verden) -> None:
    for rolle in (Rolle.TILSKUDDSGODKJENNER, Rolle.ADMINISTRATOR, Rolle.FYLKE_SAKSBEHANDLER):
        with pytest.raises(IkkeTilgang):
            importer_fil(slag="innbetalinger", innhold=HODE.encode(), av=fabrikk.lag_aktoer(rolle))
