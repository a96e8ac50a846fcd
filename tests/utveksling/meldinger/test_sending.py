"""Sende, åpne, kvittere, purre: én gang hver, og bare av dem det gjelder."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.nir.models import Person, Personopplysning
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.meldinger import actions
from integrering.utveksling.meldinger.actions import Innhold
from integrering.utveksling.meldinger.models import Melding, Meldingsvedlegg, Mottak, Purring, Samtale, Utkast
from integrering.utveksling.meldinger.queries import adressater
from integrering.utveksling.meldinger.tasks import purr_om_morgenen
from integrering.utveksling.vedlegg.models import Vedlegg
from tests.fabrikk import (
    FYLKET,
    ORGANISASJON,
    SKOLE,
    STEINKJER,
    TRONDHEIM,
    lag_aktoer,
    lag_bosted,
    lag_person,
    rett,
    virksomhet,
)
from tests.nir.handling import Som
from tests.utveksling.meldinger.post import lag_utkast, mottak, send
from tests.utveksling.vedlegg import filer as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def fylket() -> Aktoer:
    return lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)


@pytest.fixture
def trondheim() -> Aktoer:
    return lag_aktoer()


def _skjerm(person: Person) -> None:
    with kontekst(motor_kontekst()):
        naa = Personopplysning.objects.get(person=person)
    rett(naa, adressebeskyttelse="fortrolig")


def _oppgaver(virksomhet_id: int) -> list[str]:
    with kontekst(motor_kontekst()):
        return sorted(
            Oppgave.objects.filter(virksomhet_id=virksomhet_id, lukket__isnull=True).values_list(
                "regel", flat=True
            )
        )


def test_en_melding_kommer_fram_med_saksnummer_og_vedlegg(
    som: Som, fylket: Aktoer, trondheim: Aktoer
) -> None:
    melding = send(fylket, virksomhet(TRONDHEIM), tittel="Skoleplass", filer=[f.opplastet()])
    assert melding.samtale.saksnummer == f"{timezone.localdate().year}/0001"
    with som(trondheim):
        assert Melding.objects.get().tekst == "Kan dere se på dette?"
        assert Vedlegg.objects.get().laast is not None
        assert Mottak.objects.get().aapnet is None
    with som(fylket):
        assert Utkast.objects.count() == 0
    assert send(fylket, virksomhet(STEINKJER)).samtale.saksnummer.endswith("/0002")


def test_samme_utkast_sendes_en_gang(som: Som, fylket: Aktoer) -> None:
    utkast = lag_utkast(fylket, virksomhet(TRONDHEIM))
    with som(fylket):
        foerste = actions.send(noekkel=utkast.noekkel, versjon=1, av=fylket)
        assert actions.send(noekkel=utkast.noekkel, versjon=1, av=fylket) == foerste
        assert (Melding.objects.count(), Mottak.objects.count(), Samtale.objects.count()) == (1, 1, 1)
        with pytest.raises(Regelbrudd, match="alt sendt"):
            actions.lagre_utkast(noekkel=utkast.noekkel, versjon=0, innhold=Innhold("igjen"), av=fylket)


def test_ingen_andre_kan_sende_eller_se_utkastet(som: Som, fylket: Aktoer, trondheim: Aktoer) -> None:
    utkast = lag_utkast(fylket, virksomhet(TRONDHEIM))
    with som(trondheim):
        assert Utkast.objects.count() == 0
        with pytest.raises(Regelbrudd, match="finnes ikke"):
            actions.send(noekkel=utkast.noekkel, versjon=1, av=trondheim)
        actions.slett_utkast(utkast=utkast, av=trondheim)
    with som(fylket):
        assert Utkast.objects.count() == 1


def test_det_som_ble_kontrollert_er_det_som_sendes(som: Som, fylket: Aktoer) -> None:
    utkast = lag_utkast(fylket, virksomhet(TRONDHEIM))
    with som(fylket):
        innhold = Innhold("Nytt", [virksomhet(TRONDHEIM).pk], "annet")
        actions.lagre_utkast(noekkel=utkast.noekkel, versjon=1, innhold=innhold, av=fylket)
        with pytest.raises(Konflikt):
            actions.send(noekkel=utkast.noekkel, versjon=1, av=fylket)
        with pytest.raises(Konflikt):
            actions.lagre_utkast(noekkel=utkast.noekkel, versjon=1, innhold=innhold, av=fylket)
        assert Utkast.objects.get().tekst == "Nytt"


@pytest.mark.parametrize(
    ("felt", "hvor"),
    [
        ({"tekst": " \n"}, "tekst"),
        ({"tekst": "Gjelder 209900000123, kan dere svare?"}, "tekst"),
        ({"tekst": "Født 15069512345"}, "tekst"),
        ({"emne": ""}, "emne"),
        ({"mottakere": []}, "mottakere"),
        (
            {"krever_kvittering": True, "kvitteringsfrist": timezone.now().date() - timedelta(9)},
            "kvitteringsfrist",
        ),
    ],
)
def test_det_som_mangler_sies_ved_feltet(som: Som, fylket: Aktoer, felt: dict[str, Any], hvor: str) -> None:
    utkast = lag_utkast(fylket, virksomhet(TRONDHEIM), **felt)
    with som(fylket), pytest.raises(Regelbrudd) as brudd:
        actions.send(noekkel=utkast.noekkel, versjon=1, av=fylket)
    assert set(brudd.value.meldinger) == {hvor}


def test_for_lang_tekst_lagres_ikke(som: Som, fylket: Aktoer) -> None:
    with som(fylket), pytest.raises(Regelbrudd, match="for lang"):
        actions.lagre_utkast(noekkel=uuid.uuid4(), versjon=0, innhold=Innhold("a" * 20_001), av=fylket)


@pytest.mark.parametrize("rolle", [Rolle.INNSYNSREVISOR, Rolle.KOMMUNE_ADMINISTRATOR])
def test_roller_uten_meldinger(rolle: Rolle) -> None:
    av = lag_aktoer(rolle)
    with pytest.raises(IkkeTilgang):
        actions.lagre_utkast(noekkel=uuid.uuid4(), versjon=0, innhold=Innhold(), av=av)
    with pytest.raises(IkkeTilgang):
        actions.send(noekkel=uuid.uuid4(), versjon=0, av=av)


def test_skolen_skriver_til_fylket_og_svarer_kommunen(som: Som, trondheim: Aktoer) -> None:
    skolen = lag_aktoer(Rolle.SKOLEKONTAKT)
    utkast = lag_utkast(skolen, virksomhet(TRONDHEIM))
    with som(skolen):
        assert [v.nummer for v in adressater.mulige_mottakere(skolen, None)] == [FYLKET]
        with pytest.raises(Regelbrudd, match="kan ikke skrive til Trondheim"):
            actions.send(noekkel=utkast.noekkel, versjon=1, av=skolen)
    fra_kommunen = send(trondheim, virksomhet(SKOLE), virksomhet(ORGANISASJON))
    with som(skolen):
        samtale = Samtale.objects.get()
    svar = send(skolen, samtale=samtale)
    assert svar.samtale == fra_kommunen.samtale
    with som(lag_aktoer(Rolle.ORGANISASJON_SOEKER)):
        assert Melding.objects.count() == 2
    with som(trondheim):
        assert {m.virksomhet.nummer for m in Mottak.objects.filter(melding=svar)} == {TRONDHEIM, ORGANISASJON}


def test_melding_om_en_person_gaar_bare_mellom_fylket_og_kommunen(
    som: Som, fylket: Aktoer, trondheim: Aktoer
) -> None:
    person = lag_person()
    with som(trondheim):
        assert [v.nummer for v in adressater.mulige_mottakere(trondheim, person)] == [FYLKET]
    with som(fylket):
        assert [v.nummer for v in adressater.mulige_mottakere(fylket, person)] == [TRONDHEIM]
    utkast = lag_utkast(fylket, virksomhet(STEINKJER), virksomhet(SKOLE), person=person)
    with som(fylket), pytest.raises(Regelbrudd) as brudd:
        actions.send(noekkel=utkast.noekkel, versjon=1, av=fylket)
    assert len(brudd.value.meldinger["mottakere"]) == 2


def test_etter_flytting_gaar_ingenting_mer_til_den_gamle_kommunen(
    som: Som, fylket: Aktoer, trondheim: Aktoer
) -> None:
    person = lag_person()
    samtale = send(fylket, virksomhet(TRONDHEIM), person=person).samtale
    assert send(trondheim, samtale=samtale).samtale == samtale
    venter = lag_utkast(trondheim, samtale=samtale)
    with kontekst(motor_kontekst()):
        from integrering.nir.models import Bosted

        gammelt = Bosted.objects.get(person=person)
    rett(gammelt, til=timezone.localdate() - timedelta(days=2))
    lag_bosted(person, kommune=STEINKJER, fra=timezone.localdate() - timedelta(days=1))
    utkast = lag_utkast(fylket, samtale=samtale)
    with som(fylket), pytest.raises(Regelbrudd, match="har ikke lenger personen"):
        actions.send(noekkel=utkast.noekkel, versjon=1, av=fylket)
    with som(trondheim), pytest.raises(Regelbrudd, match="Dere har ikke lenger personen"):
        actions.send(noekkel=venter.noekkel, versjon=1, av=trondheim)


def test_bare_mottakeren_aapner_og_kvitterer(som: Som, fylket: Aktoer, trondheim: Aktoer) -> None:
    melding = send(fylket, virksomhet(TRONDHEIM), virksomhet(STEINKJER), krever_kvittering=True)
    with som(fylket):
        assert actions.aapne(samtale=melding.samtale, av=fylket) == 0
        with pytest.raises(IkkeTilgang):
            actions.kvitter(melding=melding, av=fylket)
    with som(trondheim):
        assert actions.aapne(samtale=melding.samtale, av=trondheim) == 1
        foerste = actions.kvitter(melding=melding, av=trondheim)
    kollega = lag_aktoer()
    with som(kollega):
        assert actions.aapne(samtale=melding.samtale, av=kollega) == 0
        igjen = actions.kvitter(melding=melding, av=kollega)
    assert (igjen.kvittert, igjen.kvittert_av_id) == (foerste.kvittert, trondheim.bruker_id)
    assert igjen.aapnet_av_id == trondheim.bruker_id
    assert mottak(melding, lag_aktoer(nummer=STEINKJER)).aapnet is None


def test_kvittering_er_ogsaa_aapning_og_bare_der_det_bes_om_det(
    som: Som, fylket: Aktoer, trondheim: Aktoer
) -> None:
    uten = send(fylket, virksomhet(TRONDHEIM))
    med = send(fylket, virksomhet(TRONDHEIM), krever_kvittering=True)
    with som(trondheim):
        with pytest.raises(Regelbrudd, match="ber ikke om"):
            actions.kvitter(melding=uten, av=trondheim)
        rad = actions.kvitter(melding=med, av=trondheim)
    assert rad.aapnet == rad.kvittert is not None


def test_oppgaver_kommer_og_gaar(som: Som, fylket: Aktoer, trondheim: Aktoer) -> None:
    les = send(fylket, virksomhet(TRONDHEIM))
    kvitter = send(fylket, virksomhet(TRONDHEIM), krever_kvittering=True)
    assert _oppgaver(trondheim.virksomhet_id) == ["KVITTER_MELDING", "LES_MELDING"]
    with som(trondheim):
        actions.aapne(samtale=les.samtale, av=trondheim)
        assert _oppgaver(trondheim.virksomhet_id) == ["KVITTER_MELDING"]
        actions.kvitter(melding=kvitter, av=trondheim)
    assert _oppgaver(trondheim.virksomhet_id) == []


def test_purring_hoeyst_en_gang_om_dagen(som: Som, fylket: Aktoer, trondheim: Aktoer) -> None:
    melding = send(fylket, virksomhet(TRONDHEIM), krever_kvittering=True)
    rad = mottak(melding, trondheim)
    with som(trondheim), pytest.raises(IkkeTilgang):
        actions.purr(mottak=[rad], av=trondheim)
    with som(fylket):
        assert actions.purr(mottak=[rad], av=fylket) == 1
        assert actions.purr(mottak=[rad], av=fylket) == 0
        assert Purring.objects.get().av_id == fylket.bruker_id
    with som(trondheim):
        actions.kvitter(melding=melding, av=trondheim)
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False), som(fylket):
        assert actions.purr(mottak=[rad], av=fylket) == 0


def test_automatisk_purring_stopper_etter_tre_og_sier_fra_til_avsenderen(
    fylket: Aktoer, trondheim: Aktoer
) -> None:
    send(fylket, virksomhet(TRONDHEIM), krever_kvittering=True)
    antall = []
    for dager in (7, 8, 8, 14, 15, 22, 29):
        with time_machine.travel(timezone.now() + timedelta(days=dager), tick=False):
            antall.append(actions.purr_automatisk())
            purr_om_morgenen()
    assert antall == [0, 1, 0, 0, 1, 1, 0]
    with time_machine.travel(timezone.now() + timedelta(days=29), tick=False):
        from integrering.oppgaver.actions import oppdater_kilde

        oppdater_kilde("meldinger_sendt")
    assert "PURR" in _oppgaver(fylket.virksomhet_id)


def test_en_skolemelding_purres_ogsaa(som: Som, fylket: Aktoer) -> None:
    skolen = lag_aktoer(Rolle.SKOLEKONTAKT)
    melding = send(skolen, virksomhet(FYLKET), krever_kvittering=True)
    with som(skolen):
        assert actions.purr(mottak=[mottak(melding, fylket)], av=skolen) == 1


def test_om_skjermede_sendes_og_purres_ingenting(som: Som, fylket: Aktoer, trondheim: Aktoer) -> None:
    person = lag_person()
    melding = send(
        fylket, virksomhet(TRONDHEIM), person=person, krever_kvittering=True, filer=[f.opplastet()]
    )
    utkast = lag_utkast(fylket, virksomhet(TRONDHEIM), person=person)
    _skjerm(person)
    for hvem in (fylket, trondheim):
        with som(hvem):
            for tabell in (Samtale, Melding, Mottak, Meldingsvedlegg, Utkast, Vedlegg):
                assert tabell.objects.count() == 0, tabell
    ser = lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER, skjermede=True)
    with som(ser):
        with pytest.raises(Regelbrudd, match="for hånd"):
            actions.send(noekkel=utkast.noekkel, versjon=1, av=ser)
        assert actions.purr(mottak=[mottak(melding, trondheim)], av=ser) == 0
        naa = Person.objects.get(pk=person.pk)
        with pytest.raises(Regelbrudd, match="for hånd"):
            actions.lagre_utkast(noekkel=uuid.uuid4(), versjon=0, innhold=Innhold(), av=ser, person=naa)
        assert adressater.mulige_mottakere(ser, naa) == []
    with time_machine.travel(timezone.now() + timedelta(days=60), tick=False):
        assert actions.purr_automatisk() == 0


@pytest.mark.parametrize("tittel", ["DUF 2099 000001 03", "Gjelder 010199", "13097212345"])
def test_tittelen_vises_i_lister_og_har_ingen_nummer_paa_personer(fylket: Aktoer, tittel: str) -> None:
    """The field says «skriv aldri», and a school may be reading: what is not refused is not promised."""
    with pytest.raises(Regelbrudd, match="i tittelen"):
        send(fylket, virksomhet(TRONDHEIM), tittel=tittel)


def test_virksomheter_uten_brukere(som: Som, fylket: Aktoer, trondheim: Aktoer) -> None:
    with som(fylket):
        alle = [virksomhet(TRONDHEIM), virksomhet(STEINKJER)]
        assert [v.nummer for v in adressater.uten_brukere(alle)] == [STEINKJER]


def test_utkast_slettes_med_vedlegg_og_ett_vedlegg_for_seg(som: Som, fylket: Aktoer) -> None:
    utkast = lag_utkast(fylket, virksomhet(TRONDHEIM), filer=[f.opplastet(), f.opplastet("b.pdf")])
    with som(fylket):
        noekkel = Vedlegg.objects.get(tittel="b.pdf").noekkel
        actions.lagre_utkast(
            noekkel=utkast.noekkel, versjon=1, innhold=Innhold(), av=fylket, slett_vedlegg=[noekkel]
        )
        assert Vedlegg.objects.get().tittel == "vedtak.pdf"
        actions.slett_utkast(utkast=utkast, av=fylket)
        assert (Utkast.objects.count(), Vedlegg.objects.count()) == (0, 0)


def test_en_darlig_fil_lagrer_ingenting(som: Som, fylket: Aktoer) -> None:
    with pytest.raises(Regelbrudd):
        lag_utkast(fylket, virksomhet(TRONDHEIM), filer=[f.opplastet(), f.opplastet("x.exe", b"MZ")])
    with som(fylket):
        assert (Utkast.objects.count(), Vedlegg.objects.count()) == (0, 0)
