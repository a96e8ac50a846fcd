"""Det appene over motoren legger til på sidene dens."""

import pytest

from tilskudd import oversiktstall
from tilskudd.oversiktstall import Kommunebidrag, Oversiktstall


@pytest.fixture(autouse=True)
def tomt_register(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oversiktstall, "_tall", {})
    monkeypatch.setattr(oversiktstall, "_bidrag", {})


def _tall(navn: str, rekkefoelge: int, tittel: str = "t") -> Oversiktstall:
    return Oversiktstall(navn, tittel, lambda k: {}, lambda k: {}, lambda k, n: "/", rekkefoelge)


def test_tall_kommer_i_rekkefoelge_og_det_samme_navnet_erstatter() -> None:
    oversiktstall.registrer_tall(_tall("b", 20), _tall("a", 10))
    oversiktstall.registrer_tall(_tall("b", 5, "ny"))
    assert [(t.navn, t.tittel) for t in oversiktstall.alle_tall()] == [("b", "ny"), ("a", "t")]


def test_bidrag_kommer_i_rekkefoelge_og_det_samme_navnet_erstatter() -> None:
    def bidrag(navn: str, rekkefoelge: int) -> Kommunebidrag:
        return Kommunebidrag(navn, navn, lambda k, n: [], "Ingenting", rekkefoelge)

    oversiktstall.registrer_kommunebidrag(bidrag("b", 20), bidrag("a", 10))
    oversiktstall.registrer_kommunebidrag(bidrag("b", 5))
    assert [b.navn for b in oversiktstall.kommunebidrag()] == ["b", "a"]
