"""Registerets koder: ukjente i kø, det som er avklart gjelder neste gang, kjente verdier med kilde."""

from __future__ import annotations

import pytest

from integrering.grunnmur.feil import IkkeTilgang
from integrering.grunnmur.kodelister import les_koder
from integrering.grunnmur.samtidighet import Konflikt
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from integrering.utveksling.registerlister import actions
from integrering.utveksling.registerlister.kodedata import rader
from integrering.utveksling.registerlister.models import Kodekobling
from integrering.utveksling.registerlister.queries.koder import KODELISTER, antall_ukjente
from integrering.utveksling.registerlister.rules.felt import Felt, Kategori
from tests import fabrikk
from tests.nir.handling import Som, meldinger
from tests.utveksling.registerlister import hjelp
from tests.utveksling.registerlister.hjelp import AVSLUTTEDE, avsluttetrad, tekst, utfall

pytestmark = pytest.mark.django_db


@pytest.fixture
def ukjent(trondheim: Aktoer, person: Person, som: Som) -> Kodekobling:
    """A value nobody has seen before, in two rows and two ways of writing."""
    to = [
        avsluttetrad(person, aarsak="Gikk til NAV"),
        avsluttetrad(fabrikk.nytt_duf(), aarsak="gikk til Nav"),
    ]
    hjelp.last_opp(tekst(AVSLUTTEDE, *to), trondheim)
    with som(trondheim):
        return Kodekobling.objects.get(avklart=False)


def avklar(kobling: Kodekobling, av: Aktoer, *koder: str, tom: bool = False) -> Kodekobling:
    return actions.avklar_kode(kobling=kobling, versjon=kobling.versjon, koder=koder, tom=tom, av=av)


def test_en_ukjent_kode_kommer_i_koen_en_gang(trondheim: Aktoer, ukjent: Kodekobling, som: Som) -> None:
    assert (ukjent.felt, ukjent.virksomhet_id) == ("avslutningsaarsak", trondheim.virksomhet_id)
    with som(trondheim):
        assert antall_ukjente(trondheim) == 1


def test_det_som_er_avklart_kjennes_igjen(
    trondheim: Aktoer, person: Person, ukjent: Kodekobling, som: Som
) -> None:
    with som(trondheim):
        avklar(ukjent, trondheim, "nir_nav_tiltak", "nav_andre")
    neste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person, aarsak="GIKK TIL NAV")), trondheim)
    assert utfall(neste, trondheim)[person.duf]["avslutningsaarsak"] == "likt"
    with som(trondheim):
        assert antall_ukjente(trondheim) == 0


@pytest.mark.parametrize(
    ("koder", "tom", "resultat"),
    [((), True, "bare_hos_oss"), ((), False, "ulikt"), (("doed",), False, "ulikt")],
)
def test_hva_betydningen_gjoer(
    trondheim: Aktoer, person: Person, ukjent: Kodekobling, som: Som, koder: tuple[str, ...], tom: bool,
    resultat: str,
) -> None:  # fmt: skip
    with som(trondheim):
        avklar(ukjent, trondheim, *koder, tom=tom)
    neste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person, aarsak="Gikk til NAV")), trondheim)
    assert utfall(neste, trondheim)[person.duf]["avslutningsaarsak"] == resultat


def test_det_som_ikke_kan_lagres(trondheim: Aktoer, fylket: Aktoer, ukjent: Kodekobling, som: Som) -> None:
    with som(trondheim):
        assert "koder" in meldinger(lambda: avklar(ukjent, trondheim, "doed", tom=True))
        assert "koder" in meldinger(lambda: avklar(ukjent, trondheim, "finnes_ikke"))
        gammel = Kodekobling.objects.get(pk=ukjent.pk)
        avklar(ukjent, trondheim, "doed")
        with pytest.raises(Konflikt):
            avklar(gammel, trondheim, "annet")
    with som(fylket), pytest.raises(IkkeTilgang):
        avklar(ukjent, fylket, "doed")
    with pytest.raises(IkkeTilgang):
        avklar(ukjent, fabrikk.lag_aktoer(Rolle.TILSKUDDSGODKJENNER), "doed")


def test_andre_kommuner_ser_ikke_det_som_kan_vaere_et_navn(ukjent: Kodekobling, som: Som) -> None:
    with som(fabrikk.lag_aktoer(nummer="5006")):
        assert not Kodekobling.objects.filter(pk=ukjent.pk).exists()


def test_fylket_avklarer_det_som_fulgte_med(fylket: Aktoer, trondheim: Aktoer, som: Som) -> None:
    with som(fylket):
        felles = Kodekobling.objects.get(virksomhet=None, verdi="Rett til norsk")
        avklar(felles, fylket, "norsk_rett_og_plikt")
    with som(trondheim), pytest.raises(IkkeTilgang):
        avklar(felles, trondheim, "norsk_rett")


def test_verdiene_som_fulgte_med_har_kilde_og_finnes_i_kodelistene(db: None) -> None:
    koder = les_koder(*KODELISTER.values())
    kjente: dict[str, set[str]] = {
        Felt.KATEGORI.value: {str(kode) for kode in Kategori},
        **{felt.value: set(koder[liste]) for felt, liste in KODELISTER.items()},
    }
    alle = rader()
    assert len({(r["felt"], r["lest"]) for r in alle}) == len(alle)
    for rad in alle:
        assert rad["kilde"]
        assert set(rad["koder"]) <= kjente[rad["felt"]], rad["verdi"]
        assert rad["tom"] != bool(rad["koder"]), rad["verdi"]
