"""Who is the contact of a municipality on a day, and what a new one changes."""

from __future__ import annotations

from datetime import date

import pytest

from regionalt.rules.kontakt import Endring, Hva, Periode, SenereKontakt, ny_fra, paa_dagen

GAMMEL = Periode(1, date(2026, 1, 1), date(2026, 5, 31))
NAA = Periode(2, date(2026, 8, 1), None)


@pytest.mark.parametrize(
    ("dag", "hvem"),
    [
        (date(2025, 12, 31), None),
        (date(2026, 1, 1), 1),
        (date(2026, 5, 31), 1),
        (date(2026, 6, 15), None),
        (date(2026, 8, 1), 2),
        (date(2030, 1, 1), 2),
    ],
)
def test_kontakten_paa_dagen(dag: date, hvem: int | None) -> None:
    funnet = paa_dagen([NAA, GAMMEL], dag)
    assert (funnet.id if funnet else None) == hvem


@pytest.mark.parametrize(
    ("perioder", "fra", "endring"),
    [
        ([], date(2026, 9, 1), Endring(Hva.INGENTING)),
        ([GAMMEL], date(2026, 9, 1), Endring(Hva.INGENTING)),
        ([GAMMEL, NAA], date(2026, 9, 1), Endring(Hva.AVSLUTTES, 2, date(2026, 8, 31))),
        ([GAMMEL, NAA], date(2026, 8, 1), Endring(Hva.ERSTATTES, 2)),
        ([GAMMEL], date(2026, 5, 31), Endring(Hva.AVSLUTTES, 1, date(2026, 5, 30))),
    ],
)
def test_en_ny_kontakt_avslutter_den_forrige(perioder: list[Periode], fra: date, endring: Endring) -> None:
    assert ny_fra(perioder, fra) == endring


def test_en_senere_kontakt_maa_endres_foerst() -> None:
    with pytest.raises(SenereKontakt) as feil:
        ny_fra([GAMMEL, NAA], date(2026, 2, 1))
    assert feil.value.fra == date(2026, 8, 1)
