"""When a measure is a task."""

from __future__ import annotations

from datetime import date

import pytest

from regionalt.samarbeid.rules.frister import Tiltaksfakta, tiltak_aa_avslutte

I_DAG = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("ferdig", "til", "frist"),
    [
        (False, None, None),
        (False, date(2026, 7, 2), None),
        (False, date(2026, 7, 1), date(2026, 7, 1)),
        (False, date(2025, 1, 1), date(2025, 1, 1)),
        (True, date(2026, 6, 1), None),
    ],
)
def test_tiltaket_er_en_oppgave_fra_tretti_dager_foer(
    ferdig: bool, til: date | None, frist: date | None
) -> None:
    assert tiltak_aa_avslutte(Tiltaksfakta(ferdig, til), I_DAG) == frist
