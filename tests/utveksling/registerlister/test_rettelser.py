"""«Marker som rettet»: hvem, når og hvor; neste liste bekrefter eller åpner igjen."""

from __future__ import annotations

from datetime import date

import pytest

from integrering.grunnmur.feil import IkkeTilgang
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.registerlister import actions
from integrering.utveksling.registerlister.kodeverk import Grunn, Hvor
from integrering.utveksling.registerlister.models import Registerliste, Rettelse
from integrering.utveksling.registerlister.queries.lister import tall
from tests import fabrikk
from tests.nir.handling import Som, meldinger
from tests.utveksling.registerlister import hjelp
from tests.utveksling.registerlister.hjelp import AVSLUTTEDE, avsluttetrad, felt, tekst

pytestmark = pytest.mark.django_db
NESTE = date(2026, 11, 15)


def merk(
    liste: Registerliste, hvem: Person | str, av: Aktoer, hvor: Hvor, *, grunn: Grunn | None = None,
    navn: str = "avslutningsdato",
) -> Rettelse:  # fmt: skip
    with kontekst(kontekst_for(av)):
        return actions.merk(sammenligning=felt(liste, hvem, navn), hvor=hvor, grunn=grunn, av=av)


def igjen(merket: Rettelse) -> Rettelse:
    with kontekst(motor_kontekst()):
        return Rettelse.objects.select_related("bekreftet_i").get(pk=merket.pk)


@pytest.fixture
def ulik(trondheim: Aktoer, person: Person) -> Registerliste:
    """A list where the day of the ending differs."""
    return hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person, dato="01.06.2026")), trondheim)


def test_merket_sier_hvem_og_hvor(trondheim: Aktoer, person: Person, ulik: Registerliste, som: Som) -> None:
    merket = merk(ulik, person, trondheim, Hvor.REGISTERET)
    assert (merket.hvor, merket.bruker_id, merket.grunn) == ("registeret", trondheim.bruker_id, "")
    assert merk(ulik, person, trondheim, Hvor.REGISTERET) == merket, "det samme merket to ganger er ett"
    with som(trondheim):
        assert (tall(ulik).avvik, tall(ulik).aapne) == (2, 1), "kategorien er ennå åpen"
    merk(ulik, person, trondheim, Hvor.AAPEN)
    with som(trondheim):
        assert tall(ulik).aapne == 2


def test_det_som_ikke_kan_merkes(trondheim: Aktoer, person: Person, ulik: Registerliste) -> None:
    assert meldinger(lambda: merk(ulik, person, trondheim, Hvor.HOS_OSS, navn="navn")), "feltet er likt"
    assert meldinger(lambda: merk(ulik, person, trondheim, Hvor.AAPEN)), "ikke merket"
    assert "grunn" in meldinger(lambda: merk(ulik, person, trondheim, Hvor.STEMMER))
    with pytest.raises(IkkeTilgang):
        merk(ulik, person, fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER), Hvor.HOS_OSS)
    steinkjer = fabrikk.lag_aktoer(nummer="5006")
    assert meldinger(lambda: merk(ulik, person, steinkjer, Hvor.HOS_OSS)), "andres rader finnes ikke"


def test_neste_liste_bekrefter_det_som_er_rettet(
    trondheim: Aktoer, person: Person, ulik: Registerliste
) -> None:
    merket = merk(ulik, person, trondheim, Hvor.REGISTERET)
    neste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person)), trondheim, dato=NESTE)
    assert igjen(merket).bekreftet_i == neste
    assert not felt(neste, person, "avslutningsdato").gjenaapnet


def test_neste_liste_aapner_det_som_ennaa_er_ulikt(
    trondheim: Aktoer, person: Person, ulik: Registerliste, som: Som
) -> None:
    merket = merk(ulik, person, trondheim, Hvor.REGISTERET)
    neste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person, dato="01.06.2026")), trondheim, dato=NESTE)
    assert felt(neste, person, "avslutningsdato").gjenaapnet
    assert igjen(merket).bekreftet_i is None
    with som(trondheim):
        assert (tall(neste).gjenaapnede, tall(neste).aapne) == (1, 2)


def test_stemmer_likevel_staar_til_opplysningene_endres(
    trondheim: Aktoer, person: Person, ulik: Registerliste, som: Som
) -> None:
    merk(ulik, person, trondheim, Hvor.STEMMER, grunn=Grunn.IKKE_OPPDATERT)
    lik = tekst(AVSLUTTEDE, avsluttetrad(person, dato="01.06.2026"))
    neste = hjelp.last_opp(lik, trondheim, dato=NESTE)
    neste = hjelp.paa_nytt(neste, trondheim)
    with som(trondheim):
        arvet = Rettelse.objects.get(liste=neste)
        assert (arvet.hvor, arvet.grunn, arvet.arvet) == ("stemmer", "ikke_oppdatert", True)
        assert tall(neste).gjenaapnede == 0
    endret = tekst(AVSLUTTEDE, avsluttetrad(person, dato="02.06.2026"))
    tredje = hjelp.last_opp(endret, trondheim, dato=date(2026, 11, 20))
    assert felt(tredje, person, "avslutningsdato").gjenaapnet


def test_en_som_ikke_lenger_staar_i_listen_er_rettet(trondheim: Aktoer, person: Person) -> None:
    ukjent = fabrikk.nytt_duf()
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(ukjent)), trondheim)
    bort = merk(liste, ukjent, trondheim, Hvor.REGISTERET, navn="person")
    inn = merk(liste, person, trondheim, Hvor.REGISTERET, navn="person")
    neste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person)), trondheim, dato=NESTE)
    assert igjen(bort).bekreftet_i == neste
    assert igjen(inn).bekreftet_i == neste


def test_det_som_er_aapnet_igjen_foelger_ikke_med(
    trondheim: Aktoer, person: Person, ulik: Registerliste
) -> None:
    merk(ulik, person, trondheim, Hvor.HOS_OSS)
    merk(ulik, person, trondheim, Hvor.AAPEN)
    neste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person, dato="01.06.2026")), trondheim, dato=NESTE)
    assert not felt(neste, person, "avslutningsdato").gjenaapnet


def test_kommunen_merker_egne_i_fylkets_liste_og_fylkets_neste_bekrefter(
    trondheim: Aktoer, fylket: Aktoer, person: Person
) -> None:
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person, dato="01.06.2026")), fylket)
    merket = merk(liste, person, trondheim, Hvor.REGISTERET)
    neste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person)), fylket, dato=NESTE)
    assert igjen(merket).bekreftet_i == neste
