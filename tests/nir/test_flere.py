"""The same kind of fact about many: all are saved, or none."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir import actions
from integrering.nir.actions import Flererad, Radbrudd
from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.models import Person, Tiltak
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.nir.eksempler import I_DAG, START, verdier

pytestmark = pytest.mark.django_db
TILTAK = FAKTATYPER["tiltak"]
VERDIER = {"tiltak": "praksis", "fra": START, "til": None, "timer_per_uke": Decimal("7.5")}


@pytest.fixture
def personer(av: Aktoer) -> list[Person]:
    return [fabrikk.lag_person(etternavn=f"Nr{n}") for n in range(3)]


def lagre(av: Aktoer, *rader: Flererad, **mer: Any) -> list[Any]:
    with kontekst(kontekst_for(av)):
        return actions.lagre_flere(slag=TILTAK, rader=rader, av=av, **mer)


def alle() -> list[Tiltak]:
    with fabrikk.historisk():
        return list(Tiltak.objects.select_related("person").order_by("pk"))


def test_samme_tiltak_for_tre(av: Aktoer, personer: list[Person], monkeypatch: pytest.MonkeyPatch) -> None:
    meldt: list[Any] = []
    monkeypatch.setattr("integrering.nir.hendelser._lyttere", [meldt.append])
    nye = lagre(av, *(Flererad(p, VERDIER) for p in personer))
    assert [(t.person, t.tiltak, t.registrert_av_id) for t in alle()] == [
        (p, "praksis", av.bruker_id) for p in personer
    ]
    assert len({rad.registrering_id for rad in nye}) == 3
    assert meldt == [[p.pk for p in personer]], "meldes en gang for alle"


def test_noe_som_ikke_kan_lagres_stopper_alt(av: Aktoer, personer: list[Person]) -> None:
    lagre(av, Flererad(personer[1], VERDIER))
    with pytest.raises(Radbrudd) as feil:
        lagre(av, *(Flererad(p, VERDIER) for p in personer))
    assert list(feil.value.per_rad) == [1]
    assert "Amina Nr1: Det er alt registrert tiltak" in feil.value.meldinger["1"][0]
    assert len(alle()) == 1


def test_rette_noen_og_registrere_noen(av: Aktoer, personer: list[Person]) -> None:
    (gammel,) = lagre(av, Flererad(personer[0], VERDIER))
    rader = [
        Flererad(personer[0], VERDIER | {"timer_per_uke": Decimal(10)}, gammel),
        Flererad(personer[1], VERDIER),
    ]
    with pytest.raises(Regelbrudd) as feil:
        lagre(av, *rader)
    assert list(feil.value.meldinger) == ["aarsak"]
    lagre(av, *rader, aarsak=" Feil timetall ")
    assert [(t.person, t.timer_per_uke, t.aarsak, bool(t.erstattet)) for t in alle()] == [
        (personer[0], Decimal("7.5"), "", True),
        (personer[0], 10, "Feil timetall", False),
        (personer[1], Decimal("7.5"), "", False),
    ]


def test_den_andre_rettet_imens(av: Aktoer, personer: list[Person]) -> None:
    (gammel,) = lagre(av, Flererad(personer[0], VERDIER))
    rad = Flererad(personer[0], VERDIER | {"timer_per_uke": Decimal(10)}, gammel)
    lagre(av, rad, aarsak="Feil")
    with pytest.raises(Regelbrudd, match="nettopp"):
        lagre(av, rad, aarsak="Feil")


def test_bare_de_som_registrerer(personer: list[Person]) -> None:
    raadgiver = fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    with pytest.raises(IkkeTilgang):
        lagre(raadgiver, Flererad(personer[0], VERDIER))


@pytest.mark.parametrize("slug", ["tiltak", "norskmaal", "bosetting", "timer"])
def test_kontrollen_er_den_samme_for_en_og_for_flere(av: Aktoer, personer: list[Person], slug: str) -> None:
    """Right, before birth, registered already, a goal set down: the answers are the same."""
    slag, riktig = FAKTATYPER[slug], verdier(FAKTATYPER[slug])
    with kontekst(kontekst_for(av)):
        actions.registrer(slag=slag, person=personer[0], verdier=riktig, av=av)
        foer_foedsel = riktig | {slag.startfelt: I_DAG.replace(year=1990, day=1)}
        senere = riktig | {slag.startfelt: (START + timedelta(days=40)).replace(day=1), "lytte": "a1"}
        rader = [(p, v, None) for p in personer[:2] for v in (riktig, foer_foedsel, senere)]
        sammen = actions.kontroller_flere(slag=slag, rader=rader, av=av)
        for nr, (person, v, _ny) in enumerate(rader):
            try:
                actions.kontroller(slag=slag, person=person, verdier=v, av=av)
                hver: dict[str, list[str]] = {}
            except Regelbrudd as brudd:
                hver = brudd.meldinger
            assert sammen.get(nr, {}) == hver, (slug, nr)
    assert sammen


def test_den_som_rettes_er_ikke_i_veien_for_seg_selv(av: Aktoer, personer: list[Person]) -> None:
    (gammel,) = lagre(av, Flererad(personer[0], VERDIER))
    with kontekst(kontekst_for(av)):
        for registrering, i_veien in ((gammel.registrering_id, False), (None, True)):
            rader = [(personer[0], VERDIER, registrering)]
            assert bool(actions.kontroller_flere(slag=TILTAK, rader=rader, av=av)) is i_veien


def test_slag_uten_noe_som_skiller(av: Aktoer, personer: list[Person]) -> None:
    """The details of a person: nothing tells two apart, and the check asks for nothing."""
    slag = FAKTATYPER["opplysninger"]
    assert not slag.unike
    with kontekst(kontekst_for(av)):
        v = {felt: getattr(personer[0], felt, "") for felt in slag.felter} | {"tillatelse_dato": None}
        assert actions.kontroller_flere(slag=slag, rader=[(personer[0], v, None)], av=av) == {}


def test_voksenopplaeringen_retter_ikke_det_som_gjelder_programmet(personer: list[Person]) -> None:
    vo, ft = fabrikk.lag_aktoer(Rolle.KOMMUNE_VOKSENOPPLAERING), fabrikk.lag_aktoer()
    slag = FAKTATYPER["opplaeringsspraak"]
    v = {"ordning": "intro", "spraak": "ukr", "fra": START}
    with kontekst(kontekst_for(ft)):
        (gammel,) = actions.lagre_flere(slag=slag, rader=[Flererad(personer[0], v)], av=ft)
    rad = Flererad(personer[0], v | {"ordning": "norsk"}, gammel)
    with kontekst(kontekst_for(vo)), pytest.raises(Regelbrudd, match="Flyktningtjenesten"):
        actions.lagre_flere(slag=slag, rader=[rad], aarsak="Feil", av=vo)
