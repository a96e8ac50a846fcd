"""Veiledende minstenivåer og norskmål: forskriften §§ 27, 28."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrering.nir.rules.grunnlag import Felt
from integrering.nir.rules.minstenivaa import (
    Ferdighet,
    Justeringsmerknad,
    Nivaa,
    Norskmaal,
    Opplaering,
    Proeveresultat,
    maal_naadd,
    merknader_justering,
    minstenivaaer,
)
from tests.nir.regler.personer import I_DAG, REGLER, flyktning

NED, MER, UNDER = (
    Justeringsmerknad.NED, Justeringsmerknad.MER_ENN_ETT_NIVAA, Justeringsmerknad.UNDER_MINSTENIVAA
)  # fmt: skip


def maal(tekst: str) -> Norskmaal:
    """«A2 A2 A2 B1»: lytte, lese, skriftlig, muntlig."""
    return Norskmaal(nivaaer=tuple(zip(Ferdighet, map(Nivaa, tekst.split()), strict=True)))


def resultat(tekst: str) -> list[Proeveresultat]:
    return [Proeveresultat(f, n) for f, n in maal(tekst).nivaaer]


TO = Norskmaal(karakter=2)


@pytest.mark.parametrize(
    ("annet", "opplaering", "b2", "svar"),
    [
        ({"fullfoert_grunnskole": False}, Opplaering.KAP_6, False, (maal("A2 A2 A2 B1"),)),
        ({}, Opplaering.KAP_6, False, (maal("B1 B1 B1 B1"),)),
        ({"har_vgs": True}, Opplaering.KAP_6, False, (maal("B1 B1 B1 B2"),)),
        ({"har_vgs": True}, Opplaering.KAP_6, True, (maal("B2 B2 B2 B2"),)),
        ({"har_vgs": None}, Opplaering.VGO, False, (TO,)),
        ({"har_vgs": None}, Opplaering.FOV, False, (TO, maal("A2 A2 A2 B1"))),
    ],
    ids=["§ 28 første ledd: ikke grunnskole", "§ 28 andre ledd: grunnskole", "§ 28 tredje ledd: VGS",
         "§ 28 fjerde ledd: trenger B2", "§ 28 femte ledd: i VGO", "§ 28 sjette ledd: i FOV"],
)  # fmt: skip
def test_minstenivaa(
    annet: dict[str, Any], opplaering: Opplaering, b2: bool, svar: tuple[Norskmaal, ...]
) -> None:
    assert minstenivaaer(flyktning(**annet), REGLER, I_DAG, opplaering, b2).svar == svar


def test_minstenivaa_mangler() -> None:
    ukjent = flyktning(har_vgs=None, fullfoert_grunnskole=None)
    assert minstenivaaer(ukjent, REGLER, I_DAG).mangler == (Felt.HAR_VGS,)
    uten = flyktning(fullfoert_grunnskole=None)
    assert minstenivaaer(uten, REGLER, I_DAG).mangler == (Felt.FULLFOERT_GRUNNSKOLE,)


@pytest.mark.parametrize(
    ("gammelt", "nytt", "merknader"),
    [
        (None, maal("B1 B1 B1 B1"), ()),
        (None, maal("B1 B1 B1 A2"), (UNDER,)),
        (maal("B1 B1 B1 B1"), maal("B2 B2 B2 B2"), ()),
        (maal("B2 B1 B1 B1"), maal("B1 B1 B1 B1"), (NED,)),
        (maal("B1 B1 B1 B1"), maal("A2 B1 B1 B1"), (NED, UNDER)),
        (maal("B1 B1 B1 B1"), maal("A1 B1 B1 B1"), (NED, MER, UNDER)),
        (maal("C1 C1 C1 C1"), maal("B1 B1 B1 B1"), (NED, MER)),
        (Norskmaal(karakter=3), TO, (NED,)),
        (maal("B1 B1 B1 B1"), TO, ()),
    ],
    ids=["som § 28", "under § 28", "opp ved raskere progresjon", "ned ett nivå, men over § 28",
         "ned ett nivå, under § 28", "ned to nivåer", "fra C1 til B1", "ned en karakter",
         "fra nivåer til karakter kan ikke sammenlignes"],
)  # fmt: skip
def test_justering_av_norskmaalet(
    gammelt: Norskmaal | None, nytt: Norskmaal, merknader: tuple[Justeringsmerknad, ...]
) -> None:
    """§ 27: ned ett nivå om gangen. Bare merknader; ingenting nektes."""
    assert merknader_justering(gammelt, nytt, [maal("B1 B1 B1 B1")]) == merknader


@pytest.mark.parametrize(
    ("mot", "proever", "karakter", "naadd"),
    [
        (maal("A2 A2 A2 B1"), resultat("A2 A2 A2 B1"), None, True),
        (maal("A2 A2 A2 B1"), resultat("B2 B2 B2 A2"), None, False),
        (maal("A2 A2 A2 B1"), resultat("A1 A2 A2 B1") + resultat("A2 A1 A1 A1"), None, True),
        (maal("A2 A2 A2 B1"), resultat("A2 A2 A2 B1")[:3], None, False),
        (maal("B2 B2 B2 B2"), resultat("C1 C1 C1 C1"), None, True),
        (TO, [], 2, True),
        (TO, [], 1, False),
        (TO, resultat("B2 B2 B2 B2"), None, False),
    ],
    ids=["alle delene", "muntlig mangler", "beste resultat av to prøver", "ikke prøvd i muntlig",
         "C1 er over B2", "karakteren 2", "karakteren 1", "karakter mangler"],
)  # fmt: skip
def test_maalet_er_naadd(
    mot: Norskmaal, proever: list[Proeveresultat], karakter: int | None, naadd: bool
) -> None:
    assert maal_naadd(flyktning(), REGLER, I_DAG, mot, proever, karakter).svar is naadd


@given(
    st.lists(st.sampled_from(Nivaa), min_size=4, max_size=4),
    st.sampled_from(Ferdighet),
    st.sampled_from(Nivaa),
)
def test_bedre_resultat_gjoer_aldri_maalet_unaadd(
    har: list[Nivaa], ferdighet: Ferdighet, nytt: Nivaa
) -> None:
    mot = maal("A2 B1 B1 B1")
    proever = [Proeveresultat(f, n) for f, n in zip(Ferdighet, har, strict=True)]
    foer = maal_naadd(flyktning(), REGLER, I_DAG, mot, proever).svar
    etter = maal_naadd(flyktning(), REGLER, I_DAG, mot, [*proever, Proeveresultat(ferdighet, nytt)]).svar
    assert etter or not foer
