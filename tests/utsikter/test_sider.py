"""The pages: what waits, by municipality and person; reminders; the panel of «Hvorfor (ikke)?»."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from integrering.utveksling.meldinger.actions import aapne, kvitter
from integrering.utveksling.meldinger.models import Melding, Mottak
from tests import fabrikk
from tests.tilskudd.runder import sett_satser
from tests.tilskudd.sideverden import les, rader, som_rolle
from tests.utsikter.hjelp import elev
from tilskudd.models import Sats
from tilskudd.utsikter.actions.beregning import oppdater_paa_vent
from tilskudd.utsikter.models import Paaminnelse

pytestmark = pytest.mark.django_db
STEINKJER = "5006"
PAAMINN, MANGLER, PERSONER = "/tilskudd/mangler/paaminn/", "/tilskudd/mangler/", "/tilskudd/mangler/personer/"


@pytest.fixture
def raadgiver(db: None) -> Client:
    sett_satser()
    return som_rolle(Rolle.TILSKUDDSRAADGIVER)


def to_kommuner() -> tuple[Person, Person, Person]:
    """Two in Trondheim without a period, one in Steinkjer without a vedtak."""
    personer = (
        elev(etternavn="Ahmadi"),
        elev(etternavn="Berhe"),
        elev(etternavn="Cetin", kommune=STEINKJER, vedtak=False),
    )
    oppdater_paa_vent()
    return personer


def test_tom_side(raadgiver: Client) -> None:
    tekst = les(raadgiver.get(MANGLER))
    assert "Ingenting venter. Alt fylkeskommunen kjenner til, er registrert." in tekst


def test_sum_per_kvartal_og_kommune(raadgiver: Client) -> None:
    to_kommuner()
    svar = raadgiver.get(MANGLER)
    tekst = les(svar)
    assert "På vent 124 941 kr" in tekst  # 3 × 41 647
    assert "Eldste mangel 21.08.2023" in tekst
    kvartaler = rader(svar, "På vent per kvartal")[1:]
    assert kvartaler == [
        "3. kvartal 2023 12 267 kr",
        "4. kvartal 2023 27 522 kr",
        "1. kvartal 2024 36 552 kr",
        "2. kvartal 2024 48 600 kr",
    ]
    [trondheim, steinkjer] = rader(svar, "Penger på vent")[1:]
    assert "Trondheim" in trondheim and "83 294 kr" in trondheim
    assert "Steinkjer" in steinkjer and "41 647 kr" in steinkjer


def test_personene_i_en_kommune_og_et_kvartal(raadgiver: Client) -> None:
    to_kommuner()
    svar = raadgiver.get(f"{PERSONER}?kommune={STEINKJER}")
    [rad] = rader(svar, "Personer det venter penger for")[1:]
    assert "Cetin" in rad and "vedtak, periode" in rad and "41 647 kr" in rad
    assert rader(svar, "På vent per kvartal")[1] == "3. kvartal 2023 4 089 kr"
    svar = raadgiver.get(f"{PERSONER}?kvartal=2023-3&grunn=vedtak&paamint=nei")
    [rad] = rader(svar, "Personer det venter penger for")[1:]
    assert "Cetin" in rad and "4 089 kr" in rad
    assert "Ingenting passer til filteret" in les(raadgiver.get(f"{PERSONER}?paamint=kvittert"))


def test_skjermede_er_en_sum_uten_kommune_og_antall(raadgiver: Client) -> None:
    elev(etternavn="Skjult", adressebeskyttelse="fortrolig")
    oppdater_paa_vent()
    svar = raadgiver.get(MANGLER)
    tekst = les(svar)
    assert "Skjermet 41 647 kr" in tekst and "Personer 0" in tekst
    assert "Skjult" not in tekst and "Trondheim" not in tekst
    assert rader(svar, "På vent per kvartal")[1] == "3. kvartal 2023 0 kr 4 089 kr 4 089 kr"
    assert "Skjult" not in les(raadgiver.get(PERSONER))
    ser = som_rolle(Rolle.TILSKUDDSRAADGIVER, skjermede=True)
    assert "Skjermet 41 647 kr" in les(ser.get(MANGLER))
    assert "Skjult" in les(ser.get(PERSONER))


# --- Reminders ---


def meldinger_til(person: Person) -> list[Melding]:
    with kontekst(motor_kontekst()):
        return list(Melding.objects.filter(samtale__person=person).order_by("pk"))


def test_paaminnelser_sees_over_og_sendes_en_gang(raadgiver: Client) -> None:
    ene, andre, _tredje = to_kommuner()
    noekler = [str(ene.noekkel), str(andre.noekkel)]
    tekst = les(raadgiver.post(PAAMINN, {"hva": "personer", "valgt": noekler}))
    assert "Send 2 påminnelser" in tekst and "Ahmadi" in tekst and "periode" in tekst
    assert not meldinger_til(ene)
    with kontekst(motor_kontekst()):
        assert Innsyn.objects.filter(hvor="utsikter-paaminnelse").count() == 2
    svar = raadgiver.post(PAAMINN, {"valgt": noekler, "bekreft": "ja"}, follow=True)
    assert "2 påminnelser er sendt." in svar.content.decode()
    svar = raadgiver.post(PAAMINN, {"valgt": noekler, "bekreft": "ja"}, follow=True)
    assert "0 påminnelser er sendt." in svar.content.decode()
    [melding] = meldinger_til(ene)
    assert "Perioden på fulltid videregående er ikke registrert." in melding.tekst
    assert "21.08.2023–20.06.2024" in melding.tekst
    assert melding.krever_kvittering
    tekst = les(raadgiver.post(PAAMINN, {"hva": "personer", "valgt": noekler}))
    assert "påminnet om disse de siste 14 dagene" in tekst and "Ingen påminnelser å sende" in tekst
    [_hode, foerste, *_] = rader(raadgiver.get(f"{PERSONER}?paamint=venter"), "Personer det venter")
    assert f"{timezone.localdate():%d.%m.%Y}" in foerste and "Sendt" in foerste


def test_hele_kommunen_velges_paa_en_gang_og_faar_sin_maalform(raadgiver: Client) -> None:
    ene, _andre, tredje = to_kommuner()
    fabrikk.virksomhet(STEINKJER)
    tekst = les(raadgiver.post(PAAMINN, {"hva": "kommuner", "valgt": [STEINKJER]}))
    assert "Send 1 påminnelse" in tekst and "Cetin" in tekst and "Ahmadi" not in tekst
    raadgiver.post(PAAMINN, {"valgt": [str(tredje.noekkel)], "bekreft": "ja"})
    assert len(meldinger_til(tredje)) == 1 and not meldinger_til(ene)


def test_ingenting_valgt(raadgiver: Client) -> None:
    to_kommuner()
    for valgt in ([], ["tull"], ["5001; drop"]):
        svar = raadgiver.post(PAAMINN, {"hva": "personer", "valgt": valgt}, follow=True)
        assert "Velg minst én rad." in svar.content.decode()


def test_skjermede_og_andre_fylker_faar_ingen_melding() -> None:
    sett_satser()
    raadgiver = som_rolle(Rolle.TILSKUDDSRAADGIVER, skjermede=True)
    skjult = elev(etternavn="Skjult", adressebeskyttelse="strengt_fortrolig")
    borte = elev(etternavn="Borte", kommune="4601")
    oppdater_paa_vent()
    valgt = [str(skjult.noekkel), str(borte.noekkel)]
    tekst = les(raadgiver.post(PAAMINN, {"hva": "personer", "valgt": valgt}))
    assert "Overleveres for hånd" in tekst and "Bor i en kommune vi ikke kan skrive til" in tekst
    raadgiver.post(PAAMINN, {"valgt": valgt, "bekreft": "ja"})
    assert not meldinger_til(skjult) and not meldinger_til(borte)


def test_det_meldingene_ikke_slipper_gjennom_sies_paa_siden(
    raadgiver: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tilskudd.utsikter.actions.paaminnelse.hindre_om_personer", lambda **_: [])
    borte = elev(etternavn="Borte", kommune="4601")
    oppdater_paa_vent()
    svar = raadgiver.post(PAAMINN, {"valgt": [str(borte.noekkel)], "bekreft": "ja"})
    assert "Dere kan ikke skrive til Bergen." in les(svar, status=422)


# --- «Hvorfor (ikke)?» ---


def hvorfor(person: Person) -> str:
    return f"/tilskudd/person/{person.noekkel}/"


def test_spoer_kommunen_fra_hvorfor(raadgiver: Client) -> None:
    person = elev()
    oppdater_paa_vent()
    tekst = les(raadgiver.get(hvorfor(person)))
    assert "41 647 kr venter (forventet), siden 21.08.2023." in tekst
    assert "Mangler eller er ulikt hos kommunen: periode." in tekst
    assert "Kilde til satsen: Prøve (vedtatt)." in tekst
    tekst = les(raadgiver.get(f"{hvorfor(person)}spoer/"))
    assert "Perioden på fulltid videregående er ikke registrert." in tekst
    svar = raadgiver.post(f"{hvorfor(person)}spoer/", {"tekst": "Kan dere registrere perioden?"}, follow=True)
    assert "Meldingen er sendt til kommunen." in svar.content.decode()
    raadgiver.post(f"{hvorfor(person)}spoer/", {"tekst": "Kan dere registrere perioden?"})
    [melding] = meldinger_til(person)
    assert melding.tekst == "Kan dere registrere perioden?"
    assert "Trondheim ble spurt" in les(raadgiver.get(hvorfor(person)))


def test_naar_det_er_kvittert_og_registrert(raadgiver: Client) -> None:
    person = elev()
    oppdater_paa_vent()
    raadgiver.post(f"{hvorfor(person)}spoer/", {"tekst": "Kan dere registrere perioden?"})
    kommunen = fabrikk.lag_aktoer()
    with kontekst(kontekst_for(kommunen)):
        [melding] = Melding.objects.all()
        aapne(samtale=melding.samtale, av=kommunen)
        kvitter(melding=melding, av=kommunen)
    assert "Kvittert" in les(raadgiver.get(hvorfor(person)))
    fabrikk.lag_vgo(person)
    oppdater_paa_vent([person.pk])
    tekst = les(raadgiver.get(hvorfor(person)))
    assert "Ingenting venter lenger" in tekst and "Kvittert" in tekst
    svar = raadgiver.get(f"{hvorfor(person)}spoer/", follow=True)
    assert "Det er ingenting å spørre kommunen om." in svar.content.decode()


def test_meldingen_avvises_med_fodselsnummer(raadgiver: Client) -> None:
    person = elev()
    oppdater_paa_vent()
    svar = raadgiver.post(f"{hvorfor(person)}spoer/", {"tekst": "Gjelder 15069512345"})
    assert svar.status_code == 422 and not meldinger_til(person)


def test_den_som_ikke_er_paa_skolen_kan_ogsaa_spoerres_om(raadgiver: Client) -> None:
    """Both registrations are missing, and we have nobody at school: the conditions say what to ask for."""
    person = fabrikk.lag_person(tillatelse_dato=date(2026, 1, 10), bosatt_fra=date(2026, 2, 1))
    assert "Mangler eller er ulikt hos kommunen: vedtak, periode." in les(raadgiver.get(hvorfor(person)))
    tekst = les(raadgiver.get(f"{hvorfor(person)}spoer/"))
    assert "Går personen ikke i videregående, skriv det i svaret." in tekst


def test_uten_sats_staar_dagene(raadgiver: Client) -> None:
    with kontekst(motor_kontekst()):
        Sats.objects.all().delete()
    person = elev()
    oppdater_paa_vent()
    assert "305 dager har ingen kroner, fordi satsen mangler." in les(raadgiver.get(hvorfor(person)))
    assert rader(raadgiver.get(MANGLER), "På vent per kvartal")[1] == "3. kvartal 2023 0 kr 41"


def test_kommunen_leser_sine_egne_rader_og_skriver_ingenting(raadgiver: Client) -> None:
    from tilskudd.utsikter.models import PaaVent

    to_kommuner()
    kommunen = fabrikk.lag_aktoer(nummer=STEINKJER)
    with kontekst(kontekst_for(kommunen)):
        assert [r.person.etternavn for r in PaaVent.objects.select_related("person")] == ["Cetin"]
        assert not Paaminnelse.objects.exists()
    with kontekst(motor_kontekst()):
        assert Mottak.objects.count() == 0
