"""What a round takes in: fetched figures before those carried, the last round before the year, judgements."""

from __future__ import annotations

import uuid
from decimal import Decimal
from fractions import Fraction

import pytest
from django.urls import reverse

from bosetting import actions
from bosetting.grunnlagskilder import Lest, aarets
from bosetting.kodeverk import Indikator
from bosetting.models import Grunnlagstall, Runde
from bosetting.queries.regnegrunnlag import kommuneradene, regnegrunnlag
from integrering.tilgang.roller import Rolle
from tests.bosetting.hjelp import lag_anbefalt, lag_kriterium, lag_runde, saksbehandler, som
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_bruker
from tests.kunnskap.hjelp import lag_vurdering, les_inn
from tests.tilgang.hjelp import inn

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


def test_en_revidert_runde_holdes_mot_anmodningen_for_aaret() -> None:
    """The first revision against the original request of the year, the next against the revised one."""
    les_inn("Kommune;Anmodning\nTrondheim;400\n", indikator="anmodning", aar=2027)
    les_inn("Kommune;Anmodning\nTrondheim;300\n", indikator="anmodning", aar=2027, utgave="revidert")
    runde = lag_anbefalt(2027)
    assert (_tall(runde, "anmodning").verdi, _tall(runde, "anmodning").aar) == (Decimal(450), 2026)
    revidert = _revider(runde)
    assert (_tall(revidert, "anmodning").verdi, _tall(revidert, "anmodning").aar) == (Decimal(400), 2027)
    with som(saksbehandler()) as av:
        actions.hent_grunnlag(runde=revidert, av=av)
    assert _tall(revidert, "anmodning").verdi == Decimal(400)
    assert [(t.kommune, t.verdier["verdi"]) for t in _aarets(2027, 2)] == [(TRONDHEIM, Decimal(300))]


def test_aarets_anmodning_fra_tallene_systemet_har_med_seg() -> None:
    """2020 was asked for twice: 155 in Trondheim, and then 102. Nothing is known of 2031."""
    forste = {t.kommune: t.verdier["verdi"] for t in _aarets(2020, 1)}
    neste = {t.kommune: t.verdier["verdi"] for t in _aarets(2020, 2)}
    assert (forste[TRONDHEIM], neste[TRONDHEIM]) == (Decimal(155), Decimal(102))
    assert _aarets(2031, 1) == _aarets(2020, 0) == []
    assert _tall(lag_runde(2023), "anmodning").verdi == Decimal(740)


def _aarets(aar: int, utgave: int) -> list[Lest]:
    with som(saksbehandler()):
        return list(aarets({TRONDHEIM}, aar, utgave))


def _revider(runde: Runde) -> Runde:
    with som(saksbehandler()) as av:
        return actions.revider(
            runde=runde, ramme=500, em_ramme=5, rammekilde="Brev", innsending=uuid.uuid4(), av=av
        )


def test_flytting_er_et_kriterium_sett_mot_folketallet() -> None:
    """Trondheim has more who moved on, but fewer per inhabitant: it stands better. «:» is no figure."""
    les_inn(
        "Kommune;Folketall 2026;Flyttet ut 2026;Flyttet inn 2026\n"
        "Trondheim;200000;100;40\nSteinkjer;20000;90;:\nNamsos;10000;20;4\n"
    )
    runde = lag_runde(ramme=600)
    for navn, indikator in (("Ut", Indikator.FLYTTING_UT), ("Inn", Indikator.FLYTTING_INN)):
        lag_kriterium(runde, navn=navn, indikatorer=[indikator], vekt=Decimal("0.1"), motsatt=True)
    with som(saksbehandler()):
        grunnlag = regnegrunnlag(runde, kommuneradene(runde))
    ut, inn_ = (k.kode for k in grunnlag.kriterier)
    z = {k.nummer: k.z for k in grunnlag.kommuner}
    assert (z[TRONDHEIM][ut], z[STEINKJER][ut]) == (Fraction(15, 16), Fraction(-1))
    assert z[STEINKJER][inn_] is None
    assert grunnlag.uten_folketall == ()
    side = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)).get(
        reverse("bosetting:kommune", args=[runde.noekkel, TRONDHEIM])
    )
    assert "Flyktninger som flyttet ut<" in side.content.decode()
