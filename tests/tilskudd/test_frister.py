"""The cut-off of a run, and the earliest quarter that can pay."""

from __future__ import annotations

from datetime import datetime

import pytest

from integrering.grunnmur.kvartal import Kvartal
from tests.tilskudd.sak import K5001, Sak, kvartal, tid
from tests.tilskudd.test_tilfeller import vanlig_sak
from tilskudd.rules.frister import begge_registrert, skjaeringstidspunkt_for, tidligste_utbetaling


@pytest.mark.parametrize(
    ("oensket", "ventet"),
    [
        (None, "2023-12-31T23:59:59.999999+01:00"),
        ("2024-01-01T00:00:00+01:00", "2023-12-31T23:59:59.999999+01:00"),  # the end, as people write it
        ("2023-12-31T23:00:00+00:00", "2023-12-31T23:59:59.999999+01:00"),  # the same instant elsewhere
        ("2023-12-15T12:00:00+01:00", "2023-12-15T12:00:00+01:00"),
        ("2024-01-02T00:00:00+01:00", "2024-01-02T00:00:00+01:00"),
    ],
)
def test_skjaeringstidspunktet_er_kvartalets_siste_oeyeblikk(oensket: str | None, ventet: str) -> None:
    svar = skjaeringstidspunkt_for(Kvartal(2023, 4), datetime.fromisoformat(oensket) if oensket else None)
    assert svar == datetime.fromisoformat(ventet)


@pytest.mark.parametrize(
    ("vedtak_registrert", "periode_registrert", "tidligst"),
    [
        ("10.01.2025", "02.04.2025", "2025K3"),
        ("02.04.2025", "10.01.2025", "2025K3"),
        ("12.02.2024", "12.02.2024", "2024K2"),
        ("01.01.2024", "31.12.2023", "2024K2"),
        ("31.12.2023", "31.12.2023", "2024K1"),
        ("15.11.2024", "15.11.2024", "2025K1"),
    ],
)
def test_tidligste_utbetaling_er_kvartalet_etter_den_seneste_av_de_to(
    vedtak_registrert: str, periode_registrert: str, tidligst: str
) -> None:
    sak = Sak()
    sak.bor(K5001, "01.03.2023")
    sak.vedtak("01.04.2023", registrert=vedtak_registrert)
    sak.vgo("21.08.2023", "20.06.2025", registrert=periode_registrert)
    begge = begge_registrert(sak.fakta, sak.fakta.vgo[0])
    assert begge is not None
    assert str(tidligste_utbetaling(begge)) == tidligst


def test_en_periode_teller_fra_versjonen_som_foerst_fikk_sluttdato() -> None:
    sak = vanlig_sak()
    foerste = sak.vgo("21.08.2023", None, registrert="01.09.2023")
    sak.slett("vgo", foerste, "05.01.2024")
    andre = sak.vgo("21.08.2023", "20.06.2024", registrert="05.01.2024", samme_som=foerste)
    sak.slett("vgo", andre, "10.04.2024")
    sak.vgo("21.08.2023", "15.05.2024", registrert="10.04.2024", samme_som=foerste)
    assert begge_registrert(sak.fakta, sak.fakta.vgo[-1]) == tid("05.01.2024")


@pytest.mark.parametrize("mangler", ["vedtak", "sluttdato", "timer", "senere vedtak", "opphevet vedtak"])
def test_uten_begge_registreringer_er_det_ingen_tidligste_utbetaling(mangler: str) -> None:
    sak = Sak()
    sak.bor(K5001, "01.03.2023")
    if mangler != "vedtak":
        sak.vedtak("01.04.2027" if mangler == "senere vedtak" else "01.04.2023")
    if mangler == "opphevet vedtak":
        sak.slett("vedtak", sak.fakta.vedtak[0].id, "01.06.2023")
    sak.vgo(
        "21.08.2023",
        None if mangler == "sluttdato" else "20.06.2024",
        timer="20" if mangler == "timer" else "30",
    )
    assert begge_registrert(sak.fakta, sak.fakta.vgo[0]) is None


def test_en_kjoering_med_egen_frist_bestemmer_over_kvartalsskiftet() -> None:
    """IMDi's fourth round has been paid in mid-December (T4)."""
    egne = {kvartal("2024K4"): tid("10.12.2024")}
    assert str(tidligste_utbetaling(tid("09.12.2024"), egne)) == "2025K1"
    assert str(tidligste_utbetaling(tid("20.12.2024"), egne)) == "2025K2"
    assert str(tidligste_utbetaling(tid("20.12.2024"))) == "2025K1"
    sen_frist = {kvartal("2024K4"): tid("10.02.2025")}
    assert str(tidligste_utbetaling(tid("01.02.2025"), sen_frist)) == "2025K1"
