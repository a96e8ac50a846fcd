"""What a round takes in: fetched figures before those carried, the last round before the year, judgements."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bosetting import actions
from bosetting.models import Grunnlagstall, Runde
from tests.bosetting.hjelp import lag_runde, saksbehandler, som
from tests.fabrikk import STEINKJER, TRONDHEIM
from tests.kunnskap.hjelp import lag_vurdering, les_inn

pytestmark = pytest.mark.django_db


def _tall(runde: Runde, indikator: str, nummer: str = TRONDHEIM) -> Grunnlagstall:
    with som(saksbehandler()):
        return Grunnlagstall.objects.get(runde=runde, indikator=indikator, kommune__nummer=nummer)


def test_hentede_tall_og_vurderinger_gaar_foran_det_systemet_har_med_seg() -> None:
    runde = lag_runde()
    assert (_tall(runde, "anmodning").verdi, _tall(runde, "anmodning").aar) == (Decimal(450), 2026)
    les_inn("Kommune;Folketall 2026\nTrondheim;218461\n")
    les_inn("Kommune;Anmodning\nTrondheim;400\nSteinkjer;-\n", indikator="anmodning", aar=2025)
    lag_vurdering("arbeidskraft", TRONDHEIM, trinn=4)
    with som(saksbehandler()) as av:
        runde.refresh_from_db()
        assert actions.hent_grunnlag(runde=runde, av=av) == 38 + 2 + 1
    assert _tall(runde, "folketall").verdi == Decimal(218461)
    assert _tall(runde, "folketall", STEINKJER).kilde == "SSB, tabell 07459"
    forrige = _tall(runde, "anmodning")
    assert (forrige.verdi, forrige.aar, forrige.navn) == (Decimal(400), 2025, "Forrige anmodning")
    assert _tall(runde, "anmodning", STEINKJER).merke == "ikke_spurt"
    vurdert = _tall(runde, "arbeidskraft")
    assert (vurdert.verdi, vurdert.kilde) == (Decimal(4), "Dialogmøte") and vurdert.tekst
    assert vurdert.navn == "Behov for arbeidskraft (vurdering)"


def test_en_runde_foer_alle_kjente_har_ingen_forrige() -> None:
    runde = lag_runde(2019)
    with som(saksbehandler()):
        assert not Grunnlagstall.objects.filter(runde=runde, indikator="anmodning").exists()
