"""The grant pages, as an adviser and an approver meet them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from integrering.grunnmur.jobber import loep
from integrering.grunnmur.kvartal import Kvartal
from integrering.grunnmur.models import Jobb
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.tilskudd.runder import Runder, sett_satser
from tests.tilskudd.sideverden import K, Verden, e2_person, klient, les, rader, som_rolle
from tilskudd import actions
from tilskudd.models import Kjoering, Sats

pytestmark = pytest.mark.django_db


@pytest.fixture
def verden() -> Verden:
    return Verden()


# --- Who comes in ---

SIDER = [
    "/tilskudd/",
    "/tilskudd/satser/",
    K,
    f"{K}mottaker/F50/",
    f"{K}beregn/",
    f"{K}send/",
    f"{K}godkjenn/",
    f"{K}forkast/",
    f"{K}utbetalt/",
]


def test_kommunen_faar_vite_at_sidene_er_for_fylket(verden: Verden) -> None:
    flyktningtjenesten = som_rolle(Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    linje = verden.linje(kjoering=verden.utkast, kvartal="2023K4", beloep__gt=0)
    for adresse in [*SIDER, f"/tilskudd/linje/{linje.pk}/", f"/tilskudd/person/{verden.person.noekkel}/"]:
        assert "Tilskuddssidene er for fylkeskommunen." in les(flyktningtjenesten.get(adresse), 403)


def test_uten_innlogging_kommer_man_til_innloggingen() -> None:
    assert Client().get(K)["Location"] == f"/logg-inn/?next={K}"


@pytest.mark.parametrize("rolle", [Rolle.FYLKE_SAKSBEHANDLER, Rolle.ADMINISTRATOR])
def test_andre_i_fylket_leser_og_faar_vite_hvem_som_kan(verden: Verden, rolle: Rolle) -> None:
    leser = som_rolle(rolle)
    assert "Neste: en tilskuddsrådgiver sender kjøringen" in les(leser.get(K))
    for steg, hvem in (
        ("beregn", "Bare tilskuddsrådgivere kan"),
        ("send", "Bare tilskuddsrådgivere kan"),
        ("godkjenn", "Bare tilskuddsgodkjennere kan"),
        ("forkast", "Bare tilskuddsrådgivere og tilskuddsgodkjennere kan"),
    ):
        for svar in (leser.get(f"{K}{steg}/"), leser.post(f"{K}{steg}/")):
            assert hvem in les(svar, 403)
    assert verden.naa().tilstand == "beregnet"


@pytest.mark.parametrize(
    "adresse",
    [
        "/tilskudd/kvartal/2031-2/",
        "/tilskudd/kvartal/0001-2/",
        "/tilskudd/kvartal/2024-1/mottaker/K0301/",
        "/tilskudd/linje/1/",
        "/tilskudd/person/00000000-0000-0000-0000-000000000000/",
        "/tilskudd/kvartal/2031-2/godkjenn/",
        "/tilskudd/satser/999999/endre/",
    ],
)
def test_det_som_ikke_finnes(adresse: str) -> None:
    rolle = Rolle.TILSKUDDSGODKJENNER if "godkjenn" in adresse else Rolle.TILSKUDDSRAADGIVER
    assert som_rolle(rolle).get(adresse).status_code == 404


# --- Overview and calculation ---


def test_uten_kjoeringer_forklares_aapningskjoeringen() -> None:
    tekst = les(som_rolle(Rolle.TILSKUDDSRAADGIVER).get("/tilskudd/"))
    assert "Ingen kvartaler er beregnet ennå" in tekst
    assert "åpningskjøring" in tekst


def test_oversikten_viser_kvartalene_og_hva_som_venter(
    verden: Verden, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(19):
        svar = verden.raadgiver.get("/tilskudd/")
    tekst = les(svar)
    assert "Beregnet, men ikke sendt til godkjenning." in tekst
    assert rader(svar, "Kvartaler")[1:] == [
        "1. kvartal 2024 Beregnet 31.03.2024 10.04.2024 25 447 kr 0 kr Kari Prøve –",
        "4. kvartal 2023 Godkjent 31.12.2023 10.01.2024 0 kr 9 174 kr Kari Prøve Kari Prøve",
        "3. kvartal 2023 Godkjent 30.09.2023 10.10.2023 0 kr 21 342 kr Kari Prøve Kari Prøve",
    ]


def test_satser_som_mangler_varsles() -> None:
    sett_satser(status="ubekreftet")
    e2_person()
    tekst = les(som_rolle(Rolle.TILSKUDDSRAADGIVER).get("/tilskudd/"))
    assert "mangler eller er ikke vedtatt: P-AR1-H, P-AR1-L" in tekst


def test_beregning_fra_skjema_til_ferdig_side(verden: Verden) -> None:
    verden.runder.godkjenn(verden.utkast)
    assert "Beregn 2. kvartal 2024" in les(verden.raadgiver.get("/tilskudd/"))
    adresse = "/tilskudd/kvartal/2024-2/beregn/"
    skjema = verden.raadgiver.get(adresse)
    assert skjema.context["skjema"].initial == {
        "siste_dag": date(2024, 6, 30),
        "utbetalingsdato": date(2024, 7, 10),
    }
    feil = verden.raadgiver.post(adresse, {"siste_dag": "30.06.2024", "utbetalingsdato": "30.06.2024"})
    assert "Utbetalingsdatoen må være etter siste dag" in les(feil, 422)
    svar = verden.raadgiver.post(adresse, {"siste_dag": "30.06.2024", "utbetalingsdato": "10.07.2024"})
    jobb = Jobb.objects.get()
    assert svar["Location"] == f"/jobber/{jobb.pk}/?foelg"
    assert "Beregningen pågår" in les(verden.raadgiver.get("/tilskudd/"))
    loep.kjoer(jobb.pk)
    jobb.refresh_from_db()
    assert (jobb.tilstand, jobb.resultat_url) == ("ferdig", "/tilskudd/kvartal/2024-2/")
    assert "18 200 kr" in les(verden.raadgiver.get(jobb.resultat_url))


def test_for_tidlig_skjaeringstidspunkt_staar_ved_feltet(verden: Verden) -> None:
    neste = Kvartal.for_dato(timezone.localdate()).neste()
    adresse = f"/tilskudd/kvartal/{neste.slug}/beregn/"
    assert "Kvartalet er ikke slutt" in les(verden.raadgiver.get(adresse))
    utbetales = f"{neste.til + timedelta(days=10):%d.%m.%Y}"
    svar = verden.raadgiver.post(
        adresse, {"siste_dag": f"{neste.til:%d.%m.%Y}", "utbetalingsdato": utbetales}
    )
    assert "en time etter skjæringstidspunktet" in les(svar, 422)
    assert "siste_dag" in svar.context["skjema"].errors


def test_et_kvartal_langt_fram_kan_ikke_beregnes(verden: Verden) -> None:
    """The next quarter may be looked at ahead, with an early cut-off; the one after it may not."""
    neste = Kvartal.for_dato(timezone.localdate()).neste()
    adresse = f"/tilskudd/kvartal/{neste.neste().slug}/beregn/"
    assert "er for langt fram i tid" in les(verden.raadgiver.get(adresse))
    svar = verden.raadgiver.post(adresse, {"siste_dag": "30.06.2024", "utbetalingsdato": "10.07.2024"})
    assert "er for langt fram i tid" in les(svar, 422)
    assert not Jobb.objects.exists()
    svar = verden.raadgiver.post(
        f"/tilskudd/kvartal/{neste.slug}/beregn/",
        {"siste_dag": "30.06.2024", "utbetalingsdato": "10.07.2024"},
    )
    assert svar.status_code == 302


def test_utkastet_som_erstattes_nevnes_og_et_godkjent_kvartal_kan_ikke_beregnes(verden: Verden) -> None:
    assert "blir forkastet og erstattet" in les(verden.raadgiver.get(f"{K}beregn/"))
    tekst = les(verden.raadgiver.get("/tilskudd/kvartal/2023-4/beregn/"))
    assert "er godkjent og kan ikke beregnes på nytt" in tekst
    svar = verden.raadgiver.post(
        "/tilskudd/kvartal/2023-4/beregn/", {"siste_dag": "31.12.2023", "utbetalingsdato": "10.01.2024"}
    )
    assert svar.status_code == 422


# --- The run ---


def test_kjoeringen_viser_summer_slag_og_forskjell(
    verden: Verden, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(16):
        svar = verden.raadgiver.get(K)
    assert "Personer 1 Linjer 6 Registrert til og med 31.03.2024 kl. 23.59" in les(svar)
    assert rader(svar, "Mottakere")[1:] == [
        "Trøndelag fylkeskommune 25 447 kr 0 kr 25 447 kr 0 kr +25 447 kr",
        "Trondheim −13 263 kr 0 kr 0 kr −13 263 kr −9 174 kr",
        "Alle mottakere 12 184 kr 0 kr 25 447 kr −13 263 kr +16 273 kr",
    ]
    assert rader(svar, "Hva linjene er")[1:] == [
        "Ordinær: opptjent i kvartalet 2 12 184 kr 9 174 kr +3 010 kr",
        "Etterbetaling: opptjent før, registrert nå 2 13 263 kr 0 kr +13 263 kr",
        "Trekk: utbetalt før, ikke opptjent 2 −13 263 kr 0 kr −13 263 kr",
        "Sum av linjer 6 12 184 kr 9 174 kr +3 010 kr",
    ]


def test_skjermede_linjer_er_ett_beloep_saa_summene_gaar_opp() -> None:
    sett_satser()
    runder = Runder()
    e2_person()
    skjult = e2_person(adressebeskyttelse="fortrolig", etternavn="Hemmelig")
    kjoering = runder.beregn("2023K3")
    vanlig = som_rolle(Rolle.TILSKUDDSRAADGIVER)
    side = "/tilskudd/kvartal/2023-3/"
    assert rader(vanlig.get(side), "Hva linjene er")[-2:] == [
        "Skjermet – 21 342 kr",
        "Sum av linjer 3 42 684 kr",
    ]
    mottaker = vanlig.get(f"{side}mottaker/K5001/")
    assert "Hemmelig" not in les(mottaker)
    assert rader(mottaker, "Linjer")[-2:] == [
        "Skjermet – 21 342 kr",
        "Sum av linjer for mottakeren – 42 684 kr",
    ]
    assert vanlig.get(f"/tilskudd/person/{skjult.noekkel}/").status_code == 404
    ser_alt = klient(runder.raadgiver).get(f"{side}mottaker/K5001/")
    assert "Hemmelig" in les(ser_alt)
    assert "Skjermet" not in les(ser_alt)
    assert kjoering.antall_linjer == 6


def test_mangler_sats_listes_med_anslag_og_sperrer() -> None:
    sett_satser(status="forslag")
    runder = Runder()
    e2_person()
    runder.beregn("2023K3")
    raadgiver = klient(runder.raadgiver)
    svar = raadgiver.get("/tilskudd/kvartal/2023-3/")
    assert "Satser mangler. Legg inn satsene og beregn på nytt" in les(svar)
    [rad] = rader(svar, "Tilskuddsår uten sats")[1:]
    assert rad.startswith("Amina Eksempel Persontilskudd, ordinær målgruppe, år 1 (H) 2023")
    assert rad.endswith("214 21 342 kr")
    sendt = raadgiver.post("/tilskudd/kvartal/2023-3/send/", {"sett": _sett(raadgiver, "2023-3", "send")})
    assert "mangler en vedtatt sats" in les(sendt, 422)


def test_en_tom_kjoering_sier_det() -> None:
    sett_satser()
    runder = Runder()
    runder.beregn("2023K3")
    assert "Kjøringen har ingen linjer" in les(klient(runder.raadgiver).get("/tilskudd/kvartal/2023-3/"))


# --- Decisions ---


def _sett(c: Client, kvartal: str, steg: str) -> str:
    svar = c.get(f"/tilskudd/kvartal/{kvartal}/{steg}/")
    return str(svar.context["skjema"]["sett"].value())


def test_fra_beregnet_til_utbetalt(verden: Verden) -> None:
    r, g = verden.raadgiver, verden.godkjenner
    assert "Tilskuddsår uten sats Ingen" in les(r.get(f"{K}send/"))
    svar = r.post(f"{K}send/", {"sett": _sett(r, "2024-1", "send")}, follow=True)
    assert "1. kvartal 2024 er sendt til godkjenning." in svar.content.decode()
    assert "Neste: en tilskuddsgodkjenner kontrollerer" in les(svar)
    tekst = les(g.get(f"{K}godkjenn/"))
    assert "Oppfylt: Du er en annen enn den som beregnet" in tekst
    assert "Ikke oppfylt" not in tekst
    assert "Kontroller og godkjenn" in g.get("/").content.decode()
    g.post(f"{K}godkjenn/", {"sett": _sett(g, "2024-1", "godkjenn")})
    assert verden.naa().tilstand == "godkjent"
    g.post(f"{K}utbetalt/", {"sett": _sett(g, "2024-1", "utbetalt")})
    assert verden.naa().tilstand == "utbetalt"
    historie = les(g.get(K))
    for steg in ("Beregnet", "Sendt til godkjenning", "Godkjent", "Merket som utbetalt"):
        assert steg in historie


def test_forkast_krever_begrunnelse_og_viser_den(verden: Verden) -> None:
    r = verden.raadgiver
    sett = _sett(r, "2024-1", "forkast")
    assert "Fyll ut begrunnelse." in les(r.post(f"{K}forkast/", {"sett": sett, "grunn": ""}), 422)
    r.post(f"{K}forkast/", {"sett": sett, "grunn": "Feil sats for 2024"})
    tekst = les(r.get(K))
    assert "Begrunnelse: Feil sats for 2024" in tekst
    assert "Beregn på nytt" in tekst


def test_noen_andre_var_foerst(verden: Verden) -> None:
    """The page that was shown is another run, or another state, than the one in the database."""
    r = verden.raadgiver
    gammel = _sett(r, "2024-1", "send")
    verden.utkast = verden.runder.beregn("2024K1")
    svar = r.post(f"{K}send/", {"sett": gammel}, follow=True)
    assert "Kjøringen er endret siden du åpnet siden" in svar.content.decode()
    assert verden.naa().tilstand == "beregnet"
    svar = verden.godkjenner.post(f"{K}godkjenn/", {"sett": gammel}, follow=True)
    assert "er nå «beregnet»" in svar.content.decode()


def test_den_som_beregnet_kan_ikke_godkjenne(verden: Verden) -> None:
    beregner = fabrikk.lag_bruker(Rolle.TILSKUDDSRAADGIVER, fornavn="To", etternavn="Roller")
    verden.runder.raadgiver = fabrikk.aktoer(beregner)
    verden.utkast = verden.runder.beregn("2024K1")
    r = klient(verden.runder.raadgiver)
    r.post(f"{K}send/", {"sett": _sett(r, "2024-1", "send")})
    with kontekst(motor_kontekst()):
        beregner.rolletildelinger.update(rolle=Rolle.TILSKUDDSGODKJENNER.value)
    assert "En annen tilskuddsgodkjenner må godkjenne den." in les(r.get(K))
    assert "Ikke oppfylt: Du er en annen enn den som beregnet" in les(r.get(f"{K}godkjenn/"))
    svar = r.post(f"{K}godkjenn/", {"sett": _sett(r, "2024-1", "godkjenn")})
    assert "kan ikke godkjenne den" in les(svar, 422)
    assert verden.naa().tilstand == "til_godkjenning"


def test_satser_som_er_endret_vises_foer_godkjenning(verden: Verden) -> None:
    r, g = verden.raadgiver, verden.godkjenner
    r.post(f"{K}send/", {"sett": _sett(r, "2024-1", "send")})
    with kontekst(motor_kontekst()):
        kjoering = Kjoering.objects.get(pk=verden.utkast.pk)
    assert kjoering.tilstand == "til_godkjenning"
    with kontekst(motor_kontekst()):
        Sats.objects.filter(ordning="P-AR", aar_nr=1, landgruppe="H", budsjettaar=2023).update(beloep=40_000)
    assert "Ikke oppfylt: Satsene er de samme" in les(g.get(f"{K}godkjenn/"))
    svar = g.post(f"{K}godkjenn/", {"sett": _sett(g, "2024-1", "godkjenn")})
    assert "Satser er endret" in les(svar, 422)


def test_rekkefoelgen_kontrolleres_foer_godkjenning() -> None:
    sett_satser()
    runder = Runder()
    e2_person()
    foerste, neste = runder.beregn("2023K3"), runder.beregn("2023K4")
    g = klient(runder.godkjenner)
    for kjoering in (foerste, neste):
        actions.send_til_godkjenning(kjoering=kjoering, av=runder.raadgiver)
    assert "Dette er den første kjøringen." in les(g.get("/tilskudd/kvartal/2023-3/godkjenn/"))
    actions.godkjenn(kjoering=foerste, av=runder.godkjenner)
    assert "Ikke oppfylt: Kvartalene godkjennes i rekkefølge" in les(
        g.get("/tilskudd/kvartal/2023-4/godkjenn/")
    )


def test_hver_tilstand_sier_hva_som_er_neste_og_hvem_som_kan(verden: Verden) -> None:
    leser = som_rolle(Rolle.FYLKE_SAKSBEHANDLER)
    verden.runder.godkjenn(verden.utkast)
    assert "en tilskuddsrådgiver eller tilskuddsgodkjenner merker den" in les(leser.get(K))
    assert "Neste: merk som utbetalt når pengene er kommet." in les(verden.raadgiver.get(K))
    actions.merk_utbetalt(kjoering=verden.utkast, av=verden.runder.godkjenner)
    assert "Ferdig. Det som endres etter dette" in les(leser.get(K))
    neste = verden.runder.beregn("2024K2")
    actions.forkast(kjoering=neste, grunn="Prøve", av=verden.runder.godkjenner)
    side = "/tilskudd/kvartal/2024-2/"
    assert "Kjøringen er forkastet og teller ikke." in les(leser.get(side))
    assert "beregn/" not in leser.get(side).content.decode()
    assert f"{side}beregn/" in verden.raadgiver.get(side).content.decode()


# --- Every look at a person is logged ---


def test_oppslag_logges(verden: Verden) -> None:
    linje = verden.linje(kjoering=verden.utkast, kvartal="2023K4", beloep__gt=0)
    verden.raadgiver.get(f"/tilskudd/linje/{linje.pk}/")
    verden.raadgiver.get(f"/tilskudd/person/{verden.person.noekkel}/")
    with kontekst(motor_kontekst()):
        logg = Innsyn.objects.filter(person_id=verden.person.pk).values_list("hvor", flat=True)
        assert set(logg) == {"tilskudd-linje", "tilskudd-person"}
