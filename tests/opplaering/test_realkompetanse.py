"""Realkompetansevurdering: godkjent eller ikke godkjent per fag (opplæringsforskrifta §§ 15-3 og 15-5)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from opplaering.actions.realkompetanse import Faglinje, Gridkonflikt, Linjefeil, lagre_realkompetanse
from opplaering.models import Realkompetanse, Soeknad
from opplaering.queries.soeknader import realkompetanse_i
from tests.fabrikk import lag_person
from tests.nir.handling import Som, meldinger
from tests.opplaering.soeknadshjelp import lag_soeknad, om

pytestmark = pytest.mark.django_db

NORSK = Faglinje("Norsk", "godkjent", om(-5), "NOR1267", "Prøvedal videregående skole")
MATTE = Faglinje("Matematikk", "ikke_godkjent", om(-5))


def fagene(soeknad: Soeknad) -> dict[str, str]:
    """Return subject → result, of those that hold."""
    with kontekst(motor_kontekst()):
        return {rad.fag: rad.resultat for rad in realkompetanse_i(soeknad)}


@pytest.fixture
def soeknad(koordinator: Aktoer) -> Soeknad:
    """An application."""
    return lag_soeknad(lag_person(), koordinator)


def sett(soeknad: Soeknad, fag: str) -> int:
    """Return the version of a subject that holds."""
    with kontekst(motor_kontekst()):
        nummer: int = Realkompetanse.objects.gjeldende().get(soeknad=soeknad, fag=fag).pk
    return nummer


def test_lagre_rette_og_la_staa(som: Som, koordinator: Aktoer, soeknad: Soeknad) -> None:
    with som(koordinator):
        assert lagre_realkompetanse(soeknad=soeknad, linjer=[NORSK, MATTE], av=koordinator) == 2
        norsk = replace(NORSK, sett=sett(soeknad, "Norsk"))
        matte = replace(MATTE, sett=sett(soeknad, "Matematikk"), resultat="godkjent")
        with pytest.raises(Regelbrudd) as uten_grunn:
            lagre_realkompetanse(soeknad=soeknad, linjer=[norsk, matte], aarsak=" ", av=koordinator)
        assert set(uten_grunn.value.meldinger) == {"aarsak"}
        antall = lagre_realkompetanse(
            soeknad=soeknad, linjer=[norsk, matte], aarsak="Ny dokumentasjon", av=koordinator
        )
    assert antall == 1  # det som er likt, røres ikke
    assert fagene(soeknad) == {"Norsk": "godkjent", "Matematikk": "godkjent"}
    with kontekst(motor_kontekst()):
        versjoner = Realkompetanse.objects.filter(fag="Matematikk").order_by("pk")
        assert [(v.resultat, v.aarsak) for v in versjoner] == [
            ("ikke_godkjent", ""),
            ("godkjent", "Ny dokumentasjon"),
        ]


def test_det_som_ble_foert_ved_en_feil(som: Som, koordinator: Aktoer, soeknad: Soeknad) -> None:
    with som(koordinator):
        lagre_realkompetanse(soeknad=soeknad, linjer=[NORSK], av=koordinator)
        bort = replace(NORSK, sett=sett(soeknad, "Norsk"), bort=True)
        lagre_realkompetanse(soeknad=soeknad, linjer=[bort], aarsak="Feil søker", av=koordinator)
        assert fagene(soeknad) == {}
        # den andre, som ikke så det, får beskjed
        with pytest.raises(Gridkonflikt) as konflikt:
            lagre_realkompetanse(soeknad=soeknad, linjer=[bort], aarsak="Feil søker", av=koordinator)
    assert konflikt.value.naa == []


@pytest.mark.parametrize(
    ("felt", "endret"),
    [
        ("fag", {"fag": ""}),
        ("fag", {"fag": "Norsk 010199"}),
        ("hvor", {"hvor": "2099 000001 03"}),
        ("dato", {"dato": None}),
        ("dato", {"dato": om(1)}),
        ("resultat", {"resultat": ""}),
        ("resultat", {"resultat": "kanskje"}),
    ],
)
def test_en_linje_som_ikke_kan_lagres(
    som: Som, koordinator: Aktoer, soeknad: Soeknad, felt: str, endret: dict[str, str]
) -> None:
    linjer = [MATTE, replace(NORSK, **endret)]  # type: ignore[arg-type]
    with som(koordinator), pytest.raises(Linjefeil) as feil:
        lagre_realkompetanse(soeknad=soeknad, linjer=linjer, av=koordinator)
    assert {nr: list(f) for nr, f in feil.value.per_linje.items()} == {1: [felt]}
    assert fagene(soeknad) == {}


def test_samme_fag_to_ganger_og_grunnen_uten_nummer(som: Som, koordinator: Aktoer, soeknad: Soeknad) -> None:
    with som(koordinator), pytest.raises(Linjefeil, match="to ganger"):
        lagre_realkompetanse(soeknad=soeknad, linjer=[NORSK, NORSK], av=koordinator)
    with som(koordinator):
        brudd = meldinger(
            lambda: lagre_realkompetanse(soeknad=soeknad, linjer=[NORSK], aarsak="010199", av=koordinator)
        )
    assert set(brudd) == {"aarsak"}


def test_bare_fylket_vurderer(som: Som, trondheim: Aktoer, soeknad: Soeknad) -> None:
    with som(trondheim), pytest.raises(IkkeTilgang):
        lagre_realkompetanse(soeknad=soeknad, linjer=[NORSK], av=trondheim)
