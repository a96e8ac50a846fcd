"""Hvor lenge en liste blir liggende, og hvem som sletter den."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang
from integrering.nir.models import Person, Sluttmaal
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.registerlister import actions, tasks
from integrering.utveksling.registerlister.kodeverk import Hvor
from integrering.utveksling.registerlister.models import Feltsammenligning, Registerliste, Registerrad
from tests import fabrikk
from tests.nir.handling import Som, meldinger
from tests.utveksling.registerlister import hjelp
from tests.utveksling.registerlister.hjelp import AVSLUTTEDE, avsluttetrad, felt, tekst

pytestmark = pytest.mark.django_db


@pytest.fixture
def liste(trondheim: Aktoer, person: Person) -> Registerliste:
    """A list where one day differs."""
    return hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person, dato="01.06.2026")), trondheim)


def _tomt() -> bool:
    with kontekst(motor_kontekst()):
        return not any(m._default_manager.exists() for m in (Registerliste, Registerrad, Feltsammenligning))


def test_den_som_lastet_opp_sletter_og_registreringene_staar(
    trondheim: Aktoer, liste: Registerliste, som: Som
) -> None:
    with som(trondheim):
        actions.slett_liste(liste=liste, av=trondheim)
        assert Sluttmaal.objects.count() == 1
    assert _tomt()


def test_ingen_andre_sletter_den(liste: Registerliste, som: Som) -> None:
    kollega = fabrikk.lag_aktoer()
    with som(kollega), pytest.raises(IkkeTilgang):
        actions.slett_liste(liste=liste, av=kollega)


def test_den_slettes_ikke_naar_noe_er_merket_heller_ikke_etter_flytting(
    trondheim: Aktoer, person: Person, liste: Registerliste, som: Som
) -> None:
    with som(trondheim):
        merket = felt(liste, person, "avslutningsdato")
        actions.merk(sammenligning=merket, hvor=Hvor.HOS_OSS, grunn=None, av=trondheim)
    with kontekst(motor_kontekst()):
        bosted = person.bosteder.get(erstattet=None)
    fabrikk.rett(bosted, kommune_id=fabrikk.virksomhet("5006").pk)
    with som(trondheim):
        assert "merket" in str(meldinger(lambda: actions.slett_liste(liste=liste, av=trondheim)))


def test_den_slettes_ikke_mens_den_leses(trondheim: Aktoer, liste: Registerliste, som: Som) -> None:
    with som(trondheim):
        actions.start_sammenligning(liste=liste, av=trondheim)
        assert "leses" in str(meldinger(lambda: actions.slett_liste(liste=liste, av=trondheim)))


def test_en_liste_slettes_av_seg_selv(trondheim: Aktoer, liste: Registerliste, som: Som) -> None:
    tasks.rydd()
    assert not _tomt()
    with som(trondheim):
        Registerliste.objects.update(slettes=timezone.localdate())
    assert actions.rydd() == 1
    assert _tomt()


def test_en_fil_uten_valgte_kolonner_blir_ikke_liggende(trondheim: Aktoer, som: Som) -> None:
    hjelp.last_opp("Ident;Hvem\n1;2\n", trondheim)
    assert actions.rydd() == 0
    with kontekst(motor_kontekst()):
        Registerliste.objects.update(lastet_opp=timezone.now() - timedelta(hours=25))
    assert actions.rydd() == 1


def test_en_liste_som_bekreftet_en_annen_kan_slettes(
    trondheim: Aktoer, person: Person, liste: Registerliste, som: Som
) -> None:
    with som(trondheim):
        merket = felt(liste, person, "avslutningsdato")
        rettelse = actions.merk(sammenligning=merket, hvor=Hvor.REGISTERET, grunn=None, av=trondheim)
    neste = hjelp.last_opp(
        tekst(AVSLUTTEDE, avsluttetrad(person)), trondheim, dato=hjelp.DAG + timedelta(days=1)
    )
    with som(trondheim):
        actions.slett_liste(liste=neste, av=trondheim)
        rettelse.refresh_from_db()
    assert rettelse.bekreftet_i is None
