"""A run that begins just before midnight in Oslo waits for it; no other does."""

from datetime import datetime

import pytest

from tests.doegnet import ventetid


@pytest.mark.parametrize(
    ("naa", "sekunder"),
    [
        ("2026-11-22T12:00:00+01:00", 0),
        ("2026-11-22T23:20:00+01:00", 0),
        ("2026-11-22T23:20:01+01:00", 2400),
        ("2026-11-22T22:59:59+00:00", 2),
        ("2026-11-22T23:55:00+00:00", 0),
        ("2026-07-01T21:59:00+00:00", 61),
        ("2027-01-01T00:00:00+01:00", 0),
    ],
)
def test_bare_de_siste_foerti_minuttene_venter(naa: str, sekunder: int) -> None:
    assert ventetid(datetime.fromisoformat(naa)) == sekunder
