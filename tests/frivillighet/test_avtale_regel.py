"""Where an agreement stands on a day, and when it is a task."""

from __future__ import annotations

from datetime import date

import pytest

from regionalt.frivillighet.rules.avtale import (
    Avtalefakta,
    Avtalestatus,
    avtalestatus,
    gjennomgang_aa_gjoere,
)

I_DAG = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("fra", "til", "status"),
    [
        (date(2026, 6, 2), None, Avtalestatus.KOMMER),
        (date(2026, 6, 1), None, Avtalestatus.GJELDER),
        (date(2026, 1, 1), date(2026, 8, 31), Avtalestatus.GJELDER),
        (date(2026, 1, 1), date(2026, 8, 30), Avtalestatus.GAAR_UT),
        (date(2026, 1, 1), date(2026, 6, 1), Avtalestatus.GAAR_UT),
        (date(2026, 1, 1), date(2026, 5, 31), Avtalestatus.SLUTT),
    ],
)
def test_hvor_avtalen_staar(fra: date, til: date | None, status: Avtalestatus) -> None:
    assert avtalestatus(fra, til, I_DAG) == status


@pytest.mark.parametrize(
    ("til", "gjennomgang", "frist"),
    [
        (None, None, None),
        (None, date(2026, 8, 1), None),
        (None, date(2026, 7, 31), date(2026, 7, 31)),
        (None, date(2026, 1, 1), date(2026, 1, 1)),
        (date(2026, 6, 1), date(2026, 5, 1), date(2026, 5, 1)),
        (date(2026, 5, 31), date(2026, 5, 1), None),
    ],
)
def test_gjennomgangen_er_en_oppgave_fra_seksti_dager_foer(
    til: date | None, gjennomgang: date | None, frist: date | None
) -> None:
    fakta = Avtalefakta(date(2025, 1, 1), til, gjennomgang)
    assert gjennomgang_aa_gjoere(fakta, I_DAG) == frist
