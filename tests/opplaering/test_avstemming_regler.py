"""Skolegangen vår mot det kommunen har registrert: tabell med eksempler (forskriften §§ 53 a og 58)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from opplaering.rules.avstemming import Avvik, Skoleperiode, Tilstand, avstem, sammenhengende

I_DAG = date(2026, 11, 20)
HOEST, JUL, SOMMER = date(2026, 8, 17), date(2026, 10, 31), date(2027, 6, 18)


def p(fra: date = HOEST, til: date | None = SOMMER, timer: int = 30, fulltid: bool = True) -> Skoleperiode:
    return Skoleperiode(fra, til, Decimal(timer), fulltid)


EKSEMPLER = [
    # hva, vår, deres, vedtak, tilstand, avvik, siden
    ("alt er likt", p(), p(), True, "stemmer", (), None),
    ("vi vet ikke slutten, de har en som ikke er nådd", p(til=None), p(), True, "stemmer", (), None),
    ("ingenting er registrert", p(), None, False, "mangler_vedtak", ("vedtak", "periode"), HOEST),
    ("periode, men ikke vedtak (§ 53 a)", p(), p(), False, "mangler_vedtak", ("vedtak",), HOEST),
    ("vedtak, men ingen periode (§ 53 a)", p(), None, True, "mangler_periode", ("periode",), HOEST),
    ("uten sluttdato utløses ikke tilskudd (§ 53 a)", p(), p(til=None), True, "mangler_sluttdato",
     ("sluttdato",), HOEST),
    ("sluttdatoen er i dag: ikke sluttet ennå", p(til=I_DAG), p(til=None), True, "mangler_sluttdato",
     ("sluttdato",), HOEST),
    ("sluttet her, løper videre der", p(til=JUL), p(), True, "avsluttet_her_ikke_der", ("til",),
     date(2026, 11, 1)),
    ("sluttet her, uten slutt der", p(til=JUL), p(til=None), True, "avsluttet_her_ikke_der", ("sluttdato",),
     date(2026, 11, 1)),
    ("sluttet begge steder, ulik dag", p(til=JUL), p(til=date(2026, 10, 1)), True, "andre_datoer", ("til",),
     date(2026, 10, 2)),
    ("sluttet der, går fortsatt her", p(til=None), p(til=JUL), True, "andre_datoer", ("til",),
     date(2026, 11, 1)),
    ("begynte før der", p(), p(fra=date(2026, 8, 10)), True, "andre_datoer", ("fra",), date(2026, 8, 10)),
    ("andre timer, fortsatt fulltid", p(), p(timer=32), True, "andre_timer", ("timer",), HOEST),
    ("29 timer her er ikke fulltid, 30 der er det", p(timer=29, fulltid=False), p(), True, "andre_timer",
     ("fulltid",), HOEST),
    ("datoer og timer: datoene rettes først", p(), p(fra=date(2026, 9, 1), timer=32), True, "andre_datoer",
     ("fra", "timer"), HOEST),
    ("registrert der, ikke hos oss", None, p(), True, "ikke_hos_oss", (), HOEST),
]  # fmt: skip


@pytest.mark.parametrize(
    ("egen", "deres", "vedtak", "tilstand", "avvik", "siden"), [e[1:] for e in EKSEMPLER],
    ids=[e[0] for e in EKSEMPLER],
)  # fmt: skip
def test_tilstand(
    egen: Skoleperiode | None, deres: Skoleperiode | None, vedtak: bool, tilstand: str,
    avvik: tuple[str, ...], siden: date | None,
) -> None:  # fmt: skip
    [linje] = avstem([egen] if egen else [], [deres] if deres else [], vedtak=vedtak, i_dag=I_DAG)
    assert (linje.tilstand, linje.avvik, linje.siden) == (tilstand, avvik, siden)
    assert (linje.egen, linje.registrert) == (egen, deres)


def test_det_som_ikke_er_fulltid_noe_sted_spoer_ingen_om() -> None:
    deltid = p(timer=20, fulltid=False)
    assert list(avstem([deltid], [], vedtak=True, i_dag=I_DAG)) == []
    assert list(avstem([deltid], [deltid], vedtak=True, i_dag=I_DAG)) == []


def test_perioden_med_samme_start_er_den_samme() -> None:
    """Kommunen har to perioder som begge dekker noe av vår: den med samme startdato er svaret på vår."""
    foer, samme = p(date(2026, 1, 5), date(2026, 8, 16)), p()
    linjer = list(avstem([p(date(2026, 8, 10), SOMMER)], [foer, samme], vedtak=True, i_dag=I_DAG))
    assert [linje.registrert for linje in linjer] == [foer]
    linjer = list(avstem([samme], [foer, samme], vedtak=True, i_dag=I_DAG))
    assert [(linje.registrert, linje.tilstand) for linje in linjer] == [
        (samme, Tilstand.STEMMER), (foer, Tilstand.IKKE_HOS_OSS),
    ]  # fmt: skip


def test_ny_skole_etter_opphold_mangler_for_seg() -> None:
    foerste, andre = p(til=date(2026, 9, 30)), p(date(2026, 10, 5))
    linjer = list(avstem([andre, foerste], [foerste], vedtak=True, i_dag=I_DAG))
    assert [(li.tilstand, li.avvik) for li in linjer] == [
        (Tilstand.STEMMER, ()), (Tilstand.MANGLER_PERIODE, (Avvik.PERIODE,)),
    ]  # fmt: skip


def test_ny_klasse_deler_perioden_men_ikke_for_kommunen() -> None:
    """Samme skole og timer på begge sider av klassebyttet: én periode. Andre timer er en ny."""
    foer, etter = p(til=date(2026, 9, 30)), p(date(2026, 10, 1))
    [linje] = avstem([etter, foer], [p()], vedtak=True, i_dag=I_DAG)
    assert (linje.tilstand, linje.egen) == (Tilstand.STEMMER, p())
    for ulik in (p(date(2026, 10, 1), timer=31), p(date(2026, 10, 2)), p(date(2026, 10, 1), fulltid=False)):
        assert sammenhengende([foer, ulik]) == [foer, ulik]
    aapen = p(til=None)
    assert sammenhengende([aapen, etter]) == [aapen, etter]
