"""Hver kode i reglene har ord, på bokmål og nynorsk."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import pytest
from django.utils.translation import override

from integrering.nir import regeltekster as ord_
from integrering.nir.rules import (
    beregning,
    fravaer,
    fravaersgrenser,
    fritak,
    funn,
    grunnlag,
    lov,
    lovfrister,
    minstenivaa,
    regelkoder,
    registreringer,
    rettigheter,
    sluttmaal,
    status,
)
from integrering.nir.rules.status import Celle, Tilstand

ORDLISTER: list[tuple[Callable[[Any], str], type[StrEnum]]] = [
    (ord_.regelkode, regelkoder.Regelkode),
    (ord_.regelmangel, regelkoder.Regelmangel),
    (ord_.grunn, regelkoder.Grunn),
    (ord_.felt, grunnlag.Felt),
    (ord_.mellomregning, beregning.Mellomregning),
    (ord_.lov, lov.Lov),
    (ord_.lovkolonne, registreringer.Lovkolonne),
    (ord_.registrering, registreringer.Registrering),
    (ord_.krav, registreringer.Krav),
    (ord_.rettsstilling, rettigheter.Rettsstilling),
    (ord_.frist, lovfrister.Fristkode),
    (ord_.sluttmaal, sluttmaal.Sluttmaal),
    (ord_.fritak, fritak.Fritakskode),
    (ord_.fravaerstype, fravaer.Fravaerstype),
    (ord_.vindu, fravaersgrenser.Vindu),
    (ord_.fravaersmerknad, fravaersgrenser.Merknad),
    (ord_.justeringsmerknad, minstenivaa.Justeringsmerknad),
    (ord_.opplaering, minstenivaa.Opplaering),
    (ord_.statusgrunn, funn.Statusgrunn),
    (ord_.tilstand, status.Tilstand),
]


@pytest.mark.parametrize(("ordliste", "koder"), ORDLISTER, ids=lambda o: getattr(o, "__name__", ""))
def test_alle_koder_har_hvert_sitt_ord(ordliste: Callable[[Any], str], koder: type[StrEnum]) -> None:
    for spraak in ("nb", "nn"):
        with override(spraak):
            tekster = [ordliste(kode) for kode in koder]
        assert all(tekster)
        assert len(set(tekster)) == len(tekster)


def test_alle_ordlister_er_med() -> None:
    assert {f.__name__ for f, _koder in ORDLISTER} | {"hvorfor"} == set(ord_.__all__)


@pytest.mark.parametrize(
    ("celle", "ord"),
    [
        (Celle(Tilstand.MANGLER), ""),
        (Celle(Tilstand.MANGLER, grunn="stanset"), "Programmet er stanset permanent."),
        (Celle(Tilstand.GJELDER_IKKE, grunn="uten_barn"), "Personen har ikke barn under 18 år."),
        (Celle(Tilstand.UKJENT, grunn="bosatt foedt"), "Bosatt i kommune, Fødselsdato"),
        (Celle(Tilstand.UKJENT, grunn="ingen_verdi"), "Vi har ingen verdi som gjelder for dagen."),
    ],
)  # fmt: skip
def test_hvorfor_en_celle_er_som_den_er(celle: Celle, ord: str) -> None:
    with override("nb"):
        assert ord_.hvorfor(celle) == ord


def test_nynorsk() -> None:
    with override("nn"):
        assert ord_.grunn(regelkoder.Grunn.I_ARBEID).endswith("i veka.")
