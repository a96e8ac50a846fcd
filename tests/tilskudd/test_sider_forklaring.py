"""Every krone can be explained from the pages: a line, its arithmetic, its facts; and why there is none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from integrering.grunnmur.kvartal import Kvartal
from integrering.lister import utvalg
from integrering.nir.models import FulltidVgo, Person
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.tilskudd.runder import Runder, sett_satser
from tests.tilskudd.sideverden import K, Verden, e2_person, klient, les, rader, som_rolle
from tilskudd import actions
from tilskudd.models import Linje, Sats

pytestmark = pytest.mark.django_db


@pytest.fixture
def verden() -> Verden:
    return Verden()


def forklart(verden: Verden, **felt: object) -> str:
    linje: Linje = verden.linje(kjoering=verden.utkast, **felt)
    return les(verden.raadgiver.get(f"/tilskudd/linje/{linje.pk}/"))


def test_etterbetaling_med_dager_datoer_og_regnestykke(
    verden: Verden, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    linje = verden.linje(kjoering=verden.utkast, kvartal="2023K3", beloep__gt=0)
    with django_assert_num_queries(17):
        svar = verden.raadgiver.get(f"/tilskudd/linje/{linje.pk}/")
    tekst = les(svar)
    assert "4 089 kr til Trøndelag fylkeskommune Etterbetaling" in tekst
    assert "dagene er opptjent i 3. kvartal 2023, men kom først med i 1. kvartal 2024" in tekst
    assert rader(svar, "Før og nå")[1:] == [
        "Nå, etter det som er registrert 41 4 089 kr",
        "Før, i godkjente kjøringer 0 0 kr",
        "Forskjellen er denne linjen 41 4 089 kr",
    ]
    assert "Dag 173–213 i tilskuddsåret = 21.08.2023–30.09.2023, 41 dager." in tekst
    assert "De første 214 dagene: 36 500 × 214 / 366 = 21 342 kr." in tekst
    assert "De første 173 dagene: 36 500 × 173 / 366 = 17 253 kr." in tekst
    assert "21 342 kr − 17 253 kr = 4 089 kr" in tekst
    assert "36 500 kr Vedtatt" in tekst
    assert "Prøve" in tekst  # the source of the rate


def test_hva_som_er_registrert_siden_forrige_kjoering(verden: Verden) -> None:
    linje = verden.linje(kjoering=verden.utkast, kvartal="2023K3", beloep__gt=0)
    svar = verden.raadgiver.get(f"/tilskudd/linje/{linje.pk}/")
    [nytt] = rader(svar, "Registrert siden forrige kjøring")[1:]
    assert nytt.startswith(
        "Fulltid videregående Prøve videregående skole (Trøndelag fylkeskommune), 21.08.2023–20.06.2024"
    )
    assert "02.02.2024 kl. 12.00" in nytt
    grunnlag = rader(svar, "Grunnlag for beløpet")[1:]
    assert [r.split()[0] for r in grunnlag] == ["Personopplysninger", "Bosted", "Vedtak", "Fulltid"]
    assert "Ny siden forrige kjøring" in grunnlag[-1]
    assert "02.03.2023 kl. 12.00" in grunnlag[0]


def test_trekk_viser_linjen_den_retter_og_hvor_dagene_gikk(verden: Verden) -> None:
    tekst = forklart(verden, kvartal="2023K4", beloep__lt=0)
    assert "Trekk: 9 174 kr for 92 dager i 4. kvartal 2023 er utbetalt før" in tekst
    assert "trekkes tilbake: 0 kr − 9 174 kr = −9 174 kr." in tekst
    assert "Godkjente linjer for samme mottaker, tilskuddsår og kvartal" in tekst
    assert "Trøndelag fylkeskommune P-AR1-H 4. kvartal 2023 Etterbetaling 92 9 174 kr" in tekst


def test_delvis_trekk(verden: Verden) -> None:
    tekst = forklart(verden, kvartal="2023K3", beloep__lt=0)
    assert "det er utbetalt mer for 3. kvartal 2023 enn det som er opptjent" in tekst
    assert "Opptjent nå 5 086 kr − utbetalt før 9 175 kr = −4 089 kr." in tekst


def test_en_linje_staar_paa_faktaene_slik_de_var(verden: Verden) -> None:
    """A correction after the cut-off does not change what the page says the run saw."""
    linje = verden.linje(kjoering=verden.utkast, kvartal="2023K4", beloep__gt=0)
    with kontekst(motor_kontekst()):
        periode = FulltidVgo.objects.get(person=verden.person)
    fabrikk.rett(periode, til=date(2023, 12, 20), aarsak="Sluttet før jul")
    svar = verden.raadgiver.get(f"/tilskudd/linje/{linje.pk}/")
    vgo = rader(svar, "Grunnlag for beløpet")[-1]
    assert "21.08.2023–20.06.2024" in vgo
    assert "Erstattet" in vgo
    assert "Sluttet før jul" not in vgo


# --- A recipient ---


def test_mottakerens_linjer_filtreres_og_summeres(
    verden: Verden, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(12):
        svar = verden.raadgiver.get(f"{K}mottaker/F50/")
    linjer = rader(svar, "Linjer")
    assert linjer[-1] == "Sum av linjene (4) 224 25 447 kr"
    assert len(linjer) == 6
    filtrert = verden.raadgiver.get(f"{K}mottaker/F50/?type=etterbetaling")
    assert rader(filtrert, "Linjer")[-1] == "Sum av linjene i filteret (2) 133 13 263 kr"
    tomt = les(verden.raadgiver.get(f"{K}mottaker/F50/?type=trekk"))
    assert "Ingen linjer av denne typen." in tomt
    assert "4" in les(verden.raadgiver.get(f"{K}mottaker/F50/?etter=x"))
    assert verden.raadgiver.get(f"{K}mottaker/F50/?type=tull").status_code == 422


def test_en_mottaker_med_bare_overfoert_saldo_staar_uten_linjer(verden: Verden) -> None:
    verden.runder.godkjenn(verden.utkast)
    verden.runder.beregn("2024K2")
    tekst = les(verden.raadgiver.get("/tilskudd/kvartal/2024-2/mottaker/K5001/"))
    assert "Overført fra forrige −13 263 kr" in tekst


def test_sidene_blar_begge_veier(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(utvalg, "STANDARD_ANTALL", 3)
    adresse = f"{K}mottaker/F50/"
    foerste = verden.raadgiver.get(adresse)
    assert (foerste.context["liste"].forrige, len(rader(foerste, "Linjer"))) == ("", 5)
    andre = verden.raadgiver.get(adresse + foerste.context["liste"].neste)
    assert (andre.context["liste"].neste, len(rader(andre, "Linjer"))) == ("", 3)
    tilbake = verden.raadgiver.get(adresse + andre.context["liste"].forrige)
    assert rader(tilbake, "Linjer") == rader(foerste, "Linjer")
    assert tilbake.context["liste"].forrige == ""


# --- Why (not)? ---


def hvorfor(person: Person) -> str:
    return les(som_rolle(Rolle.FYLKE_SAKSBEHANDLER).get(f"/tilskudd/person/{person.noekkel}/"))


def test_hvorfor_fylket_faar(verden: Verden, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(21):
        svar = verden.raadgiver.get(f"/tilskudd/person/{verden.person.noekkel}/")
    tekst = les(svar)
    assert (
        "Trøndelag fylkeskommune får tilskudd for dagene i fulltid videregående. "
        "Vedtak registrert 05.04.2023, periode registrert 02.02.2024. Tidligste utbetaling: 2. kvartal 2024."
    ) in tekst
    # known from 21 August, two months are over on 21 October: paid later, and not less (T4)
    assert "Registrert etter fristen 21.10.2023 Beløpet er det samme, men kommer senere" in tekst
    assert "Ikke oppfylt" not in tekst
    assert rader(svar, "Dager og kroner per tilskuddsår")[1:3] == [
        "P-AR1-H 01.03.2023–29.02.2024 sats 36 500 kr Trøndelag fylkeskommune 193 19 247 kr",
        "Trondheim 173 17 253 kr",
    ]
    assert "Sum i godkjente kjøringer: 30 516 kr. I utkast: 12 184 kr." in tekst
    assert len(rader(svar, "Linjer for personen")) == 1 + 6 + 1 + 3


IDAG = date.today()


def ny_person(**mer: object) -> Person:
    bosatt = IDAG - timedelta(days=200)
    return fabrikk.lag_person(bosatt_fra=bosatt, tillatelse_dato=bosatt, **mer)  # type: ignore[arg-type]


def test_en_periode_som_er_registrert_i_tide_merkes_ikke() -> None:
    person = ny_person()
    fabrikk.lag_vedtak(person, startdato=IDAG - timedelta(days=150))
    fabrikk.lag_vgo(person, fra=IDAG - timedelta(days=30), til=IDAG + timedelta(days=200))
    tekst = hvorfor(person)
    assert "periode registrert" in tekst and "Registrert etter fristen" not in tekst


def test_begge_registreringene_mangler() -> None:
    sett_satser()
    tekst = hvorfor(ny_person())
    assert "Det gis ikke tilskudd nå. Blir det som mangler, registrert i dag" in tekst
    assert "Vedtak om norskopplæring er registrert. Vedtak om norskopplæring mangler." in tekst
    assert "Kommunen må registrere eller rette." in tekst
    assert "Ikke utløst: ingen vedtak starter før året er over." in tekst
    assert "Personen er ikke med i noen kjøring." in tekst


def test_periode_uten_sluttdato_gir_kommunen() -> None:
    sett_satser()
    person = ny_person()
    fabrikk.lag_vedtak(person, startdato=IDAG - timedelta(days=150))
    fabrikk.lag_vgo(person, fra=IDAG - timedelta(days=100), til=None, timer=20)
    tekst = hvorfor(person)
    assert "Kommunen får tilskuddet. Fylkeskommunen får ingenting ennå." in tekst
    assert "Uten sluttdato utløser perioden ikke tilskudd til fylkeskommunen." in tekst
    assert "20 timer i uken. Fulltid er minst 30 timer" in tekst
    assert "uten sluttdato" in tekst


def test_kombinasjonsklasse_med_hovedansvar_hos_fylket() -> None:
    sett_satser()
    person = ny_person()
    fabrikk.lag_vedtak(person, startdato=IDAG - timedelta(days=150))
    for fra, hovedansvar in ((100, True), (40, False)):
        fabrikk.lag_vgo(
            person,
            fra=IDAG - timedelta(days=fra),
            til=IDAG - timedelta(days=fra - 30),
            timer=20,
            kombinasjonsklasse=True,
            hovedansvar_fylke=hovedansvar,
        )
    tekst = hvorfor(person)
    assert "Trøndelag fylkeskommune får tilskudd for dagene" in tekst
    assert "kombinasjonsklasse med hovedansvar hos fylkeskommunen" in tekst
    assert "kombinasjonsklasse. Registrert" in tekst


def test_satsen_er_endret_siden_de_tidligere_linjene(verden: Verden) -> None:
    with kontekst(motor_kontekst()):
        Sats.objects.filter(ordning="P-AR", aar_nr=1, landgruppe="H", budsjettaar=2023).update(beloep=40_000)
    verden.utkast = verden.runder.beregn("2024K1")
    tekst = forklart(verden, kvartal="2023K3", beloep__lt=0)
    assert "40 000 kr Vedtatt De tidligere linjene sto på 36 500 kr. Satsen er endret siden." in tekst


def test_aapningskjoeringen_forklares() -> None:
    sett_satser()
    runder, person = Runder(), e2_person()
    linje = actions.Aapningslinje(
        person_id=person.pk, mottaker_id=fabrikk.virksomhet("5001").pk, ordning="P-AR1-H", aar_nr=1,
        kvartal=Kvartal(2023, 1), dager=31, beloep=3092, sats=36_500, aar_fra=date(2023, 3, 1),
        dager_i_aaret=366,
    )  # fmt: skip
    runder.godkjenn(
        actions.foer_aapningskjoering(kvartal=Kvartal(2023, 2), linjer=[linje], av=runder.raadgiver)
    )
    c = klient(runder.raadgiver)
    assert "2. kvartal 2023 Godkjent Åpning" in les(c.get("/tilskudd/"))
    [vist] = c.get("/tilskudd/kvartal/2023-2/mottaker/K5001/").context["liste"].objekter
    tekst = les(c.get(f"/tilskudd/linje/{vist.pk}/"))
    assert "Åpning: utbetalt for 1. kvartal 2023 før systemet ble tatt i bruk." in tekst
    assert "Slik er beløpet regnet ut" not in tekst


def test_periode_utenfor_tilskuddsaarene() -> None:
    sett_satser()
    person = ny_person()
    fabrikk.lag_vedtak(person, startdato=IDAG - timedelta(days=150))
    fabrikk.lag_vgo(person, fra=IDAG - timedelta(days=500), til=IDAG - timedelta(days=400))
    assert "Perioden i videregående ligger utenfor dagene" in hvorfor(person)


def test_aarene_er_over() -> None:
    sett_satser()
    person = fabrikk.lag_person(tillatelse_dato=date(2019, 1, 1), bosatt_fra=date(2019, 1, 1))
    fabrikk.lag_vedtak(person, startdato=date(2019, 2, 1))
    tekst = hvorfor(person)
    assert "Tilskuddsårene er over. Siste dag var 31.12.2021. Fylkeskommunen fikk ingenting." in tekst
    assert "registrert i dag, er" not in tekst


@pytest.mark.parametrize(
    ("felt", "forklaring"),
    [
        ({"tillatelse": "28"}, "gir ikke tilskudd."),
        ({"foedselsdato": date(IDAG.year - 10, 1, 1)}, "Da gis det ikke tilskudd, heller ikke senere."),
        ({"foedselsdato": date(1950, 1, 1)}, "Dager fra og med da gir ikke tilskudd."),
        ({"landgruppe": ""}, "Uten landgruppe vet vi ikke hvilken sats som gjelder."),
    ],
)
def test_personen_selv(felt: dict[str, object], forklaring: str) -> None:
    sett_satser()
    assert forklaring in hvorfor(ny_person(**felt))


def test_stans_sats_og_bosted() -> None:
    sett_satser(status="ubekreftet")
    person = ny_person(bosatt_til=IDAG - timedelta(days=1))
    fabrikk.lag_vedtak(person, startdato=IDAG - timedelta(days=150))
    fabrikk.lag_stans(person, fra=IDAG - timedelta(days=20))
    tekst = hvorfor(person)
    assert "Stanset for godt fra" in tekst
    assert "mangler eller er ikke vedtatt. Tilskuddsåret begynte" in tekst
    assert "Satsen mangler eller er ikke vedtatt." in tekst


def test_vedtak_etter_alle_aarene_og_stans_som_kommer() -> None:
    sett_satser()
    sen = ny_person()
    fabrikk.lag_vedtak(sen, startdato=IDAG + timedelta(days=1200))
    assert "etter at alle tilskuddsårene er over" in hvorfor(sen)
    kommer = ny_person()
    fabrikk.lag_vedtak(kommer, startdato=IDAG - timedelta(days=100))
    fabrikk.lag_stans(kommer, fra=IDAG + timedelta(days=20))
    assert "Stanses for godt fra" in hvorfor(kommer)


def test_personsiden_viser_veien_hit_for_fylket_men_ikke_for_kommunen() -> None:
    person = ny_person()
    lenke = f"/tilskudd/person/{person.noekkel}/"
    fylket = som_rolle(Rolle.FYLKE_SAKSBEHANDLER).get(f"/personer/{person.noekkel}/")
    kommunen = som_rolle(Rolle.KOMMUNE_FLYKTNINGTJENESTE).get(f"/personer/{person.noekkel}/")
    assert lenke in fylket.content.decode()
    assert lenke not in kommunen.content.decode()


def test_eksempelsatser_er_merket(settings: object) -> None:
    settings.DEMO = True  # type: ignore[attr-defined]
    sett_satser(status="eksempel")
    runder = Runder()
    e2_person()
    runder.bokfoer("2023K3")
    c = klient(runder.raadgiver)
    for adresse in ("/tilskudd/kvartal/2023-3/", "/tilskudd/satser/"):
        assert "Eksempelsats" in les(c.get(adresse))
    runder.godkjenn(runder.beregn("2023K4"))
    actions.send_til_godkjenning(kjoering=runder.beregn("2024K1"), av=runder.raadgiver)
    godkjenn = les(klient(runder.godkjenner).get(f"{K}godkjenn/"))
    assert "Oppfylt: Eksempelsatser brukes bare i en demo" in godkjenn
    [linje, *_] = c.get("/tilskudd/kvartal/2023-3/mottaker/K5001/").context["liste"].objekter
    assert "Eksempelsats. Beløpene er regnet ut med satser som er laget for demoen." in les(
        c.get(f"/tilskudd/linje/{linje.pk}/")
    )
