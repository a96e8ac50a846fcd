"""Sammenligningen: hva som er likt, ulikt, bare hos den ene, og hva ingen får vite."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir.models import Bosetting, Person, Sluttmaal
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Rolletildeling
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering.models import Kolonnekart
from integrering.utveksling.registerlister import actions
from integrering.utveksling.registerlister.actions import opplasting
from integrering.utveksling.registerlister.actions.opplasting import Listedata
from integrering.utveksling.registerlister.models import (
    Feltsammenligning,
    Registerfil,
    Registerliste,
    Registerrad,
)
from integrering.utveksling.registerlister.queries.lister import tall
from integrering.utveksling.registerlister.rules.felt import Slag
from tests import fabrikk
from tests.nir.handling import Som, meldinger
from tests.utveksling.registerlister import hjelp
from tests.utveksling.registerlister.hjelp import AVSLUTTEDE, PERSONER, avsluttetrad, tekst, utfall

pytestmark = pytest.mark.django_db


def test_en_rad_som_stemmer(trondheim: Aktoer, person: Person) -> None:
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person)), trondheim)
    assert liste.tilstand == "ferdig"
    assert utfall(liste, trondheim)[person.duf] == {
        "person": "likt",
        "navn": "likt",
        "kategori": "bare_hos_oss",
        "sluttmaal": "likt",
        "avslutningsaarsak": "likt",
        "avslutningsdato": "likt",
    }


@pytest.mark.parametrize(
    ("endret", "felt", "resultat"),
    [
        ({"dato": "1.7.2026"}, "avslutningsdato", "ulikt"),
        ({"dato": "i fjor"}, "avslutningsdato", "ulest"),
        ({"dato": ""}, "avslutningsdato", "bare_hos_oss"),
        ({"aarsak": "død"}, "avslutningsaarsak", "ulikt"),
        ({"aarsak": "Avslutningsårsak ikke registrert"}, "avslutningsaarsak", "bare_hos_oss"),
        ({"aarsak": "Noe helt nytt"}, "avslutningsaarsak", "ukjent_kode"),
        ({"maal": ""}, "sluttmaal", "bare_hos_oss"),
        ({"navn": "EKSEMPEL, Amina"}, "navn", "likt"),
        ({"navn": "Eksempel, Aminah"}, "navn", "ulikt"),
    ],
)
def test_hvert_felt_for_seg(
    trondheim: Aktoer, person: Person, endret: dict[str, str], felt: str, resultat: str
) -> None:
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person, **endret)), trondheim)
    assert utfall(liste, trondheim)[person.duf][felt] == resultat


def test_det_registeret_har_og_ikke_vi(trondheim: Aktoer) -> None:
    person = fabrikk.lag_person()
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person)), trondheim)
    funnet = utfall(liste, trondheim)[person.duf]
    assert {funnet[f] for f in ("sluttmaal", "avslutningsaarsak", "avslutningsdato")} == {"bare_register"}


def test_registreringene_vaare_blir_ikke_endret(trondheim: Aktoer, person: Person, som: Som) -> None:
    hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person, maal="Noe annet", dato="01.01.2026")), trondheim)
    with som(trondheim):
        assert [(s.maal, s.registrert_av.username) for s in Sluttmaal.objects.all()] == [
            ("vgo", "registrator-5001")
        ]


def test_personlisten_sammenligner_vedtak_kommune_og_foedselsdato(trondheim: Aktoer) -> None:
    person = fabrikk.lag_person()
    hjelp.med_intro(person)
    fabrikk.lag_vedtak(person)
    rad = f"{person.duf};Amina;Eksempel;15.06.1995;Steinkjer;;;01.01.2024;09.01.2024;1.4.2023"
    liste = hjelp.last_opp(tekst(PERSONER, rad), trondheim, slag=Slag.PERSONER)
    assert utfall(liste, trondheim)[person.duf] == {
        "person": "likt",
        "navn": "likt",
        "foedselsdato": "likt",
        "kommune": "ulikt",
        "kategori": "bare_hos_oss",
        "sluttmaal": "likt",
        "vedtak_intro": "likt",
        "start_intro": "ulikt",
        "vedtak_norsk": "likt",
    }


def test_kategorien_registeret_har_regnet_ut_holdes_mot_vaar_egen(trondheim: Aktoer) -> None:
    """§ 9 a fra 2023, bosatt etter avtale og uten arbeid: rett og plikt (§§ 8 og 9)."""
    person = fabrikk.lag_person()
    fabrikk.registrer(
        Bosetting, person, registrert=None, bosatt=date(2023, 3, 1), etter_avtale=True, ankomst=None,
        i_arbeid=False,
    )  # fmt: skip
    hjelp.med_intro(person, date(2023, 4, 1))
    rader = [
        avsluttetrad(person, kategori="Rett og plikt introduksjonsprogram"),
        avsluttetrad(person, kategori="Rett til introduksjonsprogram"),
    ]
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, *rader), trondheim)
    with kontekst(kontekst_for(trondheim)):
        felt = Feltsammenligning.objects.filter(liste=liste, felt="kategori").order_by("rad__linje")
        assert [(f.utfall, f.register) for f in felt] == [
            ("likt", "Rett og plikt introduksjonsprogram"),
            ("ulikt", "Rett til introduksjonsprogram"),
        ]
        assert "intro_rett_og_plikt" in felt[0].vaar


def test_bare_i_registeret_og_bare_hos_oss(trondheim: Aktoer, person: Person, som: Som) -> None:
    ukjent = fabrikk.nytt_duf()
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(ukjent), "uten nummer;x;;;;"), trondheim)
    funnet = utfall(liste, trondheim)
    assert funnet[ukjent]["person"] == "bare_register"
    assert funnet[ukjent]["sluttmaal"] == "ikke_sammenlignet"
    assert funnet[""]["person"] == "ulest"
    assert funnet[person.duf] == {"person": "bare_hos_oss"}
    with som(trondheim):
        svar = tall(liste)
    assert (svar.personer, svar.bare_register, svar.bare_hos_oss, svar.uleste) == (3, 1, 1, 1)


def test_bare_hos_oss_gjelder_tiden_listen_dekker(trondheim: Aktoer) -> None:
    foer, i_tiden, etter = (fabrikk.lag_person() for _ in range(3))
    for person, dag in ((foer, 1), (i_tiden, 5), (etter, 12)):
        hjelp.avsluttet(person, dato=date(2026, dag, 1))
    ukjent = avsluttetrad(fabrikk.nytt_duf())
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, ukjent), trondheim, avsluttet_fra=date(2026, 3, 1))
    mangler = {duf for duf, felt in utfall(liste, trondheim).items() if felt["person"] == "bare_hos_oss"}
    assert mangler == {i_tiden.duf}


def test_fylket_ser_alle_kommuner_og_kan_avgrense_til_en(fylket: Aktoer) -> None:
    her, der = fabrikk.lag_person(), fabrikk.lag_person(kommune="5006")
    rad = f"{her.duf};Amina;Eksempel;15.06.1995;Trondheim;;;;;"
    hele = hjelp.last_opp(tekst(PERSONER, rad), fylket, slag=Slag.PERSONER)
    assert utfall(hele, fylket)[der.duf] == {"person": "bare_hos_oss"}
    bare = hjelp.last_opp(
        tekst(PERSONER, rad), fylket, slag=Slag.PERSONER, kommune_id=fabrikk.virksomhet("5001").pk
    )
    assert der.duf not in utfall(bare, fylket)


def test_paa_nytt_ser_det_som_er_registrert_siden(trondheim: Aktoer, som: Som) -> None:
    person = fabrikk.lag_person()
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person)), trondheim)
    hjelp.med_sluttmaal(person)
    liste = hjelp.paa_nytt(liste, fabrikk.lag_aktoer())
    assert utfall(liste, trondheim)[person.duf]["sluttmaal"] == "likt"
    with som(trondheim):
        assert Registerrad.objects.filter(liste=liste).count() == 1
        assert not Registerfil.objects.exists(), "filen lagres ikke etter at den er lest"


# --- Opplasting og kolonner ---

EGNE = "Ident;Hvem;Slutt"


def test_ukjente_overskrifter_spoerres_det_om_en_gang(trondheim: Aktoer, person: Person, som: Som) -> None:
    rad = f"{person.duf};Amina Eksempel;30.06.2026"
    liste = hjelp.last_opp(tekst(EGNE, rad), trondheim)
    assert liste.tilstand == "kolonner"
    with som(trondheim):
        assert "duf" in str(meldinger(lambda: actions.velg_kolonner(liste=liste, plasser={}, av=trondheim)))
        to_navn = {"duf": 0, "navn": 1, "fornavn": 2}
        assert meldinger(lambda: actions.velg_kolonner(liste=liste, plasser=to_navn, av=trondheim))
        liste = actions.velg_kolonner(
            liste=liste, plasser={"duf": 0, "navn": 1, "avslutningsdato": 2}, av=trondheim
        )
        assert meldinger(lambda: actions.velg_kolonner(liste=liste, plasser={"duf": 0}, av=trondheim))
    assert utfall(hjelp.ferdig(liste), trondheim)[person.duf]["avslutningsdato"] == "likt"
    assert hjelp.last_opp(tekst(EGNE, rad), trondheim).tilstand == "ferdig", "valget huskes"
    igjen = hjelp.last_opp(tekst(EGNE, rad), trondheim, spoer_om_kolonner=True)
    assert igjen.tilstand == "kolonner"
    with som(trondheim):
        assert meldinger(lambda: actions.start_sammenligning(liste=igjen, av=trondheim))
        actions.velg_kolonner(liste=igjen, plasser={"duf": 0, "navn": 1}, av=trondheim)
        assert Kolonnekart.objects.get().plasser == {"duf": 0, "navn": 1}


def test_det_samme_skjemaet_to_ganger_er_en_liste(trondheim: Aktoer, fylket: Aktoer, som: Som) -> None:
    data, noekkel = Listedata(slag=Slag.AVSLUTTEDE, dato=hjelp.DAG), uuid.uuid4()
    innhold = tekst(AVSLUTTEDE, avsluttetrad(fabrikk.nytt_duf())).encode()
    with som(trondheim):
        to = [
            actions.last_opp(data=data, innhold=innhold, innsending=noekkel, av=trondheim) for _ in range(2)
        ]
        assert to[0] == to[1]
    steinkjer = fabrikk.lag_aktoer(nummer="5006")
    with som(steinkjer), pytest.raises(Regelbrudd, match="ikke tatt imot"):
        actions.last_opp(data=data, innhold=innhold, innsending=noekkel, av=steinkjer)


def test_filer_som_ikke_kan_brukes(trondheim: Aktoer, som: Som, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Regelbrudd, match="ingen rader"):
        hjelp.last_opp(AVSLUTTEDE, trondheim)
    with pytest.raises(Regelbrudd, match="ikke har vært"):
        hjelp.last_opp(tekst(AVSLUTTEDE, "1;2;3;4;5;6"), trondheim, dato=timezone.localdate() + timedelta(1))
    monkeypatch.setattr(opplasting, "MAKS_RADER", 1)
    with pytest.raises(Regelbrudd, match="mer enn 1 rader"):
        hjelp.last_opp(tekst(AVSLUTTEDE, "1;2;3;4;5;6", "1;2;3;4;5;6"), trondheim)


def test_bare_den_som_registrerer_laster_opp(db: None) -> None:
    with pytest.raises(IkkeTilgang):
        hjelp.last_opp(tekst(AVSLUTTEDE, "1;2;3;4;5;6"), fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER))


def test_en_annen_virksomhets_liste_roeres_ikke(trondheim: Aktoer, fylket: Aktoer, som: Som) -> None:
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, "1;2;3;4;5;6"), trondheim)
    with som(fylket), pytest.raises(IkkeTilgang):
        actions.start_sammenligning(liste=liste, av=fylket)


def test_rollen_maa_gjelde_naar_jobben_kjoerer(trondheim: Aktoer, som: Som) -> None:
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, "1;2;3;4;5;6"), trondheim)
    with som(trondheim):
        actions.start_sammenligning(liste=liste, av=trondheim)
    with kontekst(motor_kontekst()):
        Rolletildeling.objects.filter(bruker=trondheim.bruker_id).update(til=date(2020, 1, 1))
    liste = hjelp.ferdig(liste)
    assert liste.jobb is not None
    assert (liste.tilstand, liste.jobb.tilstand) == ("leses", "feilet")


def test_en_rad_staar_to_ganger(trondheim: Aktoer, person: Person, som: Som) -> None:
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person), avsluttetrad(person)), trondheim)
    with som(trondheim):
        assert Registerrad.objects.filter(liste=liste, person=person).count() == 2
        assert Registerliste.objects.get().sammenlignet
