"""A rate is adopted by two: not by action, SQL or job with a user's context can one person do it alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError, connection

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import Kontekst, kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.tilskudd.runder import Runder, lag_satsforslag, sett_satser, vedta
from tilskudd import actions
from tilskudd.models import Linje, Sats, Satsforslag

pytestmark = pytest.mark.django_db
ROLLER = (Rolle.TILSKUDDSRAADGIVER, Rolle.ADMINISTRATOR)


@pytest.fixture(autouse=True)
def i_kontekst(db: None) -> Iterator[None]:
    with kontekst(motor_kontekst()):
        yield


@pytest.fixture
def en() -> Aktoer:
    return fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER)


@pytest.fixture
def annen() -> Aktoer:
    return fabrikk.lag_aktoer(Rolle.TILSKUDDSGODKJENNER)


def satsen() -> tuple[int, str] | None:
    return Sats.objects.filter(budsjettaar=2031).values_list("beloep", "status").first()


@pytest.mark.parametrize("rolle", ROLLER)
def test_den_som_legger_inn_vedtar_ikke_selv(rolle: Rolle) -> None:
    av = fabrikk.lag_aktoer(rolle)
    forslag = lag_satsforslag(av)
    with pytest.raises(Regelbrudd, match="Du la inn satsen selv"):
        actions.vedta_sats(forslag=forslag, av=av)
    with pytest.raises(Regelbrudd, match="Du la inn satsen selv"):
        actions.avvis_sats(forslag=forslag, av=av, grunn="x")
    assert satsen() is None


def test_den_andre_vedtar_og_satsen_gjelder(en: Aktoer, annen: Aktoer) -> None:
    forslag = lag_satsforslag(en)
    assert vedta(forslag, annen).status == "vedtatt"
    forslag.refresh_from_db()
    assert (forslag.lagt_inn_av_id, forslag.avgjort_av_id) == (en.bruker_id, annen.bruker_id)
    assert satsen() == (41_000, "vedtatt")
    with pytest.raises(Regelbrudd, match="alt avgjort: «Vedtatt»"):
        actions.avvis_sats(forslag=forslag, av=annen, grunn="x")


def test_den_andre_avviser_med_grunn(en: Aktoer, annen: Aktoer) -> None:
    forslag = lag_satsforslag(en)
    with pytest.raises(Regelbrudd, match="Skriv hvorfor"):
        actions.avvis_sats(forslag=forslag, av=annen, grunn=" ")
    actions.avvis_sats(forslag=forslag, av=annen, grunn="Gal kilde")
    assert satsen() is None


def test_bare_den_som_la_inn_trekker(en: Aktoer, annen: Aktoer) -> None:
    forslag = lag_satsforslag(en)
    with pytest.raises(Regelbrudd, match="Bare den som la inn"):
        actions.trekk_sats(forslag=forslag, av=annen)
    actions.trekk_sats(forslag=forslag, av=en)
    assert Satsforslag.objects.get().tilstand == "trukket"


@pytest.mark.parametrize("rolle", [Rolle.FYLKE_SAKSBEHANDLER, Rolle.KOMMUNE_FLYKTNINGTJENESTE])
def test_andre_roller_avgjoer_ingenting(en: Aktoer, rolle: Rolle) -> None:
    forslag, av = lag_satsforslag(en), fabrikk.lag_aktoer(rolle)
    with pytest.raises(IkkeTilgang):
        actions.vedta_sats(forslag=forslag, av=av)
    with pytest.raises(IkkeTilgang):
        actions.avvis_sats(forslag=forslag, av=av, grunn="x")
    with pytest.raises(IkkeTilgang):
        actions.trekk_sats(forslag=forslag, av=av)


def test_ett_forslag_venter_om_gangen(en: Aktoer, annen: Aktoer) -> None:
    foerste = lag_satsforslag(en)
    assert lag_satsforslag(en).pk == foerste.pk  # the same again is the same
    nytt = lag_satsforslag(en, beloep=42_000)  # one's own is replaced
    foerste.refresh_from_db()
    assert foerste.tilstand == "trukket"
    with pytest.raises(Regelbrudd, match="venter alt på en til"):
        lag_satsforslag(beloep=50_000)
    vedta(nytt, annen)
    assert satsen() == (42_000, "vedtatt")


def test_uendret_vedtatt_sats_trenger_ingen_til(en: Aktoer) -> None:
    sats = vedta(lag_satsforslag(en))
    verdier = {f: getattr(sats, f) for f in ("ordning", "aar_nr", "landgruppe", "budsjettaar", "beloep",
                                             "status", "kilde")}  # fmt: skip
    assert actions.lagre_sats(**verdier, av=en) == sats
    assert not Satsforslag.objects.filter(tilstand="venter").exists()


def test_en_vedtatt_sats_faar_ogsaa_ny_status_bare_av_to(en: Aktoer) -> None:
    vedta(lag_satsforslag(en))
    tilbake = lag_satsforslag(en, status="ubekreftet")
    assert satsen() == (41_000, "vedtatt")
    vedta(tilbake)
    assert satsen() == (41_000, "ubekreftet")


def test_en_endret_sats_roerer_ikke_godkjente_linjer(en: Aktoer) -> None:
    sett_satser()
    runder = Runder()
    person = fabrikk.lag_person(registrert=fabrikk.klokken(2023, 3, 1))
    fabrikk.lag_vedtak(person, registrert=fabrikk.klokken(2023, 4, 5))
    foer = runder.bokfoer("2023K2")
    linjer = list(Linje.objects.filter(kjoering=foer).values_list("pk", "sats", "beloep"))
    vedta(lag_satsforslag(en, budsjettaar=2023, beloep=40_000))
    assert list(Linje.objects.filter(kjoering=foer).values_list("pk", "sats", "beloep")) == linjer
    assert runder.bokfoer("2023K3").linjer.filter(type="etterbetaling").exists()


# --- The database, whatever the code above does ---


def nektes(sql: str, *verdier: Any, som: Kontekst, hvorfor: str) -> None:
    with pytest.raises(DatabaseError, match=hvorfor), kontekst(som), connection.cursor() as peker:
        peker.execute(sql, verdier)


NY_SATS = """INSERT INTO tilskudd_sats (ordning, aar_nr, landgruppe, budsjettaar, beloep, status, kilde)
             VALUES ('P-AR', 1, 'H', 2031, 1, %s, 'x')"""
FORSLAG = """INSERT INTO tilskudd_satsforslag (ordning, aar_nr, landgruppe, budsjettaar, beloep, status,
                 kilde, tilstand, lagt_inn_av_id, grunn, avgjort_av_id, avgjort_tid)
             VALUES ('P-AR', 1, 'H', 2031, 1, 'vedtatt', 'x', %s, %s, '', %s, %s)"""
AVGJOER = """UPDATE tilskudd_satsforslag
             SET tilstand = %s, avgjort_av_id = %s, avgjort_tid = now(), grunn = 'x' WHERE id = %s"""


@pytest.mark.parametrize("motor", [False, True], ids=["bruker", "brukerens jobb"])
def test_sql_i_en_brukers_navn_vedtar_ikke_alene(en: Aktoer, annen: Aktoer, *, motor: bool) -> None:
    def som(av: Aktoer) -> Kontekst:
        return motor_kontekst(av.bruker_id) if motor else kontekst_for(av)

    av_to = "vedtas, endres og fjernes av to"
    nektes(NY_SATS, "vedtatt", som=som(en), hvorfor=av_to)
    with kontekst(som(en)), connection.cursor() as peker:
        peker.execute(NY_SATS, ["forslag"])
    nektes("UPDATE tilskudd_sats SET status = 'vedtatt' WHERE budsjettaar = 2031", som=som(en), hvorfor=av_to)
    forslag = lag_satsforslag(en)
    nektes(
        AVGJOER, "vedtatt", en.bruker_id, forslag.pk, som=som(en), hvorfor="en annen enn den som la den inn"
    )
    nektes(AVGJOER, "vedtatt", annen.bruker_id, forslag.pk, som=som(en), hvorfor="i eget navn")
    nektes(AVGJOER, "trukket", annen.bruker_id, forslag.pk, som=som(annen), hvorfor="en annen enn")
    nektes(
        "UPDATE tilskudd_satsforslag SET beloep = 2 WHERE id = %s",
        forslag.pk,
        som=som(annen),
        hvorfor="endres",
    )
    nektes(
        "UPDATE tilskudd_satsforslag SET lagt_inn_av_id = %s WHERE id = %s", annen.bruker_id, forslag.pk,
        som=som(en), hvorfor="endres aldri",
    )  # fmt: skip
    nektes(FORSLAG, "venter", annen.bruker_id, None, None, som=som(en), hvorfor="i eget navn")
    nektes(
        FORSLAG,
        "vedtatt",
        en.bruker_id,
        annen.bruker_id,
        "2031-01-01",
        som=som(en),
        hvorfor="venter på en til",
    )
    nektes("DELETE FROM tilskudd_satsforslag", som=som(en), hvorfor="permission denied")
    with kontekst(som(annen)), connection.cursor() as peker:
        peker.execute(AVGJOER, ["vedtatt", annen.bruker_id, forslag.pk])
    assert satsen() == (41_000, "vedtatt")
    for setning in ("UPDATE tilskudd_sats SET beloep = 2", "DELETE FROM tilskudd_sats"):
        nektes(f"{setning} WHERE budsjettaar = 2031", som=som(annen), hvorfor=av_to)
    nektes(AVGJOER, "avvist", annen.bruker_id, forslag.pk, som=som(annen), hvorfor="endres aldri")


# --- The queue ---


def test_oppgaven_kommer_i_koeen_og_gaar_naar_alle_er_avgjort(en: Aktoer) -> None:
    to = [lag_satsforslag(en), lag_satsforslag(en, aar_nr=2)]
    aapne = Oppgave.objects.filter(regel="SATS_VENTER", lukket__isnull=True)
    assert aapne.get().verdier["antall"] == "2"
    vedta(to[0])
    assert aapne.get().verdier["antall"] == "1"
    vedta(to[1])
    assert not aapne.exists()
