"""Hvem som kan skrive til hvem, og hva en melding krever; tabeller med eksempler."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from integrering.utveksling.meldinger.rules import forespoersel, oppfoelging
from integrering.utveksling.meldinger.rules.adressater import (
    Hinder,
    OmPerson,
    Part,
    har_personen,
    hinder,
    hoerer_til,
    kan_skrive_til,
)
from integrering.utveksling.meldinger.rules.forespoersel import Forespoerselfakta
from integrering.utveksling.meldinger.rules.oppfoelging import Mottaksfakta

FYLKET, ANNET_FYLKE = Part(1, "fylkeskommune"), Part(2, "fylkeskommune")
A, B = Part(10, "kommune", 1), Part(11, "kommune", 1)
UTENFOR = Part(12, "kommune", 2)
SKOLE, SKOLE_I_A = Part(20, "skole", 1), Part(21, "skole", 10)
LAG = Part(30, "frivillig")

HVEM = [
    (FYLKET, A, True), (FYLKET, UTENFOR, False), (FYLKET, ANNET_FYLKE, False), (FYLKET, SKOLE, True),
    (FYLKET, LAG, True), (FYLKET, FYLKET, False),
    (A, FYLKET, True), (A, B, True), (A, UTENFOR, False), (A, SKOLE, True), (A, SKOLE_I_A, True),
    (B, SKOLE_I_A, False), (A, LAG, True), (A, A, False), (A, ANNET_FYLKE, False),
    (SKOLE, FYLKET, True), (SKOLE, A, False), (SKOLE_I_A, A, True), (SKOLE, LAG, False), (LAG, A, False),
    (LAG, FYLKET, True), (ANNET_FYLKE, A, False),
]  # fmt: skip


@pytest.mark.parametrize(("fra", "til", "lov"), HVEM)
def test_hvem_som_kan_skrive_til_hvem(fra: Part, til: Part, lov: bool) -> None:
    assert kan_skrive_til(fra, til, FYLKET.id) is lov


I_A, SKJERMET = OmPerson(A.id, False), OmPerson(A.id, True)


@pytest.mark.parametrize(
    ("fra", "til", "person", "ventet"),
    [
        (A, FYLKET, None, None),
        (A, A, None, Hinder.SEG_SELV),
        (A, UTENFOR, None, Hinder.IKKE_LOV),
        (A, FYLKET, I_A, None),
        (FYLKET, A, I_A, None),
        (FYLKET, B, I_A, Hinder.IKKE_PERSONEN),
        (A, B, I_A, Hinder.IKKE_PERSONEN),
        (A, SKOLE, I_A, Hinder.IKKE_PERSONEN),
        (FYLKET, A, SKJERMET, Hinder.SKJERMET),
        (FYLKET, A, OmPerson(None, False), Hinder.IKKE_PERSONEN),
    ],
)
def test_en_melding_om_en_person_gaar_bare_til_dem_som_har_personen(
    fra: Part, til: Part, person: OmPerson | None, ventet: Hinder | None
) -> None:
    assert hinder(fra, til, FYLKET.id, person) is ventet


def test_hvem_fylket_tjener() -> None:
    assert [hoerer_til(p, FYLKET.id) for p in (A, UTENFOR, SKOLE, LAG, ANNET_FYLKE)] == [
        True, False, True, True, False,
    ]  # fmt: skip
    assert har_personen(FYLKET, FYLKET.id, I_A)
    assert not har_personen(Part(A.id, "skole"), FYLKET.id, I_A)


SENDT, FRIST = date(2026, 11, 2), date(2026, 11, 9)


def _fakta(
    *purringer: date, aapnet: bool = False, kvittert: bool = False, krever: bool = True, automatiske: int = 0
) -> Mottaksfakta:
    return Mottaksfakta(SENDT, aapnet, kvittert, krever, FRIST if krever else None, purringer, automatiske)


def test_en_melding_skal_leses_innen_en_uke_eller_kvitteres() -> None:
    assert oppfoelging.lesefrist(_fakta(krever=False)) == date(2026, 11, 9)
    assert oppfoelging.lesefrist(_fakta(krever=False, aapnet=True)) is None
    assert oppfoelging.lesefrist(_fakta()) is None
    assert [oppfoelging.venter_paa_kvittering(f) for f in (_fakta(), _fakta(kvittert=True))] == [True, False]
    assert not oppfoelging.venter_paa_kvittering(_fakta(krever=False))


@pytest.mark.parametrize(
    ("fakta", "dag", "automatisk", "avsender"),
    [
        (_fakta(), FRIST, False, False),
        (_fakta(), FRIST + timedelta(1), True, False),
        (_fakta(kvittert=True), FRIST + timedelta(1), False, False),
        (_fakta(krever=False), FRIST + timedelta(1), False, False),
        (_fakta(FRIST + timedelta(1), automatiske=1), FRIST + timedelta(7), False, False),
        (_fakta(FRIST + timedelta(1), automatiske=1), FRIST + timedelta(8), True, False),
        (_fakta(FRIST + timedelta(15), automatiske=3), FRIST + timedelta(21), False, False),
        (_fakta(FRIST + timedelta(15), automatiske=3), FRIST + timedelta(22), False, True),
        (_fakta(FRIST + timedelta(22), automatiske=3), FRIST + timedelta(22), False, False),
        (Mottaksfakta(SENDT, False, False, True, None), FRIST + timedelta(1), False, False),
        (Mottaksfakta(SENDT, False, False, True, None, automatiske=3), FRIST, False, False),
    ],
)
def test_purring(fakta: Mottaksfakta, dag: date, automatisk: bool, avsender: bool) -> None:
    assert oppfoelging.skal_purres_automatisk(fakta, dag) is automatisk
    assert oppfoelging.skal_avsender_purre(fakta, dag) is avsender


def test_for_haand_hoeyst_en_gang_om_dagen() -> None:
    assert oppfoelging.kan_purres(_fakta(), FRIST)
    assert oppfoelging.kan_purres(_fakta(FRIST - timedelta(1)), FRIST)
    assert not oppfoelging.kan_purres(_fakta(FRIST), FRIST)
    assert not oppfoelging.kan_purres(_fakta(kvittert=True), FRIST)


def test_forespoerselens_klokke() -> None:
    assert forespoersel.frist_foreloepig_svar(date(2026, 1, 31)) == date(2026, 2, 28)
    frist = date(2026, 12, 1)
    assert forespoersel.oppgavefrist(Forespoerselfakta(frist, False, None)) == (True, frist)
    assert forespoersel.oppgavefrist(Forespoerselfakta(frist, False, date(2026, 11, 20))) == (True, None)
    assert forespoersel.oppgavefrist(Forespoerselfakta(frist, True, None)) == (False, None)
