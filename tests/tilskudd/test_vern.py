"""What the database refuses, whatever the code above it does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import Kontekst, kontekst, kontekst_for, motor_kontekst
from tests import fabrikk
from tests.tilskudd.runder import Runder, sett_satser
from tilskudd import actions
from tilskudd.models import Kjoering, Linje, ManglerSats, Sats

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def satser(db: None) -> Iterator[None]:
    with kontekst(motor_kontekst()):
        sett_satser()
        person = fabrikk.lag_person(registrert=fabrikk.klokken(2023, 3, 1))
        fabrikk.lag_vedtak(person, registrert=fabrikk.klokken(2023, 4, 5))
        yield


@pytest.fixture
def runder() -> Runder:
    return Runder()


def til_godkjenning(runder: Runder, kvartal: str = "2023K2") -> Kjoering:
    return actions.send_til_godkjenning(kjoering=runder.beregn(kvartal), av=runder.raadgiver)


def nektes(sql: str, *verdier: Any, som: Kontekst | None = None, hvorfor: str = ".") -> None:
    """Run the SQL as the county (or as given) and see it refused."""
    hvem = kontekst(som or motor_kontekst())
    with pytest.raises(DatabaseError, match=hvorfor), hvem, connection.cursor() as peker:
        peker.execute(sql, verdier)


def godkjenn_sql(kjoering: Kjoering, av: Aktoer, *, hvorfor: str, bruker: int | None = None) -> None:
    nektes(
        """UPDATE tilskudd_kjoering SET tilstand = 'godkjent', godkjent_av_id = %s, godkjent_tid = now()
           WHERE id = %s""",
        bruker or av.bruker_id, kjoering.pk, som=kontekst_for(av), hvorfor=hvorfor,
    )  # fmt: skip


def test_fire_oeyne_uten_bryter(runder: Runder) -> None:
    kjoering = til_godkjenning(runder)
    godkjenn_sql(kjoering, runder.raadgiver, hvorfor="en annen enn den som beregnet")
    # nor in somebody else's name
    godkjenn_sql(
        kjoering,
        runder.raadgiver,
        bruker=runder.godkjenner.bruker_id,
        hvorfor="en annen enn den som beregnet",
    )
    # nor by first rewriting who calculated
    nektes(
        "UPDATE tilskudd_kjoering SET beregnet_av_id = %s WHERE id = %s",
        runder.godkjenner.bruker_id, kjoering.pk, hvorfor="endres aldri",
    )  # fmt: skip


@pytest.mark.parametrize("til", ["godkjent", "utbetalt", "beregnes", "til_godkjenning"])
def test_ulovlige_overganger(runder: Runder, til: str) -> None:
    kjoering = runder.bokfoer("2023K2") if til != "godkjent" else runder.beregn("2023K2")
    if til == "utbetalt":
        kjoering = actions.merk_utbetalt(kjoering=kjoering, av=runder.raadgiver)
        til = "godkjent"
    nektes("UPDATE tilskudd_kjoering SET tilstand = %s WHERE id = %s", til, kjoering.pk)


def test_en_ny_kjoering_er_ikke_beregnet(runder: Runder) -> None:
    nektes(
        """INSERT INTO tilskudd_kjoering (kvartal, slag, tilstand, skjaeringstidspunkt, utbetalingsdato, demo,
               antall_linjer, antall_mangler, kontrollsum, beregnet_av_id, forkastet_grunn)
           VALUES (8000, 'ordinaer', 'beregnet', '2000-03-31', '2000-04-10', false, 0, 0, '', %s, '')""",
        runder.raadgiver.bruker_id, hvorfor="beregnes først",
    )  # fmt: skip


def test_en_per_kvartal_og_ingen_slettes(runder: Runder) -> None:
    kjoering = runder.beregn("2023K2")
    nektes(
        """INSERT INTO tilskudd_kjoering (kvartal, slag, tilstand, skjaeringstidspunkt, utbetalingsdato, demo,
               antall_linjer, antall_mangler, kontrollsum, beregnet_av_id, forkastet_grunn)
           SELECT kvartal, slag, 'beregnes', skjaeringstidspunkt, utbetalingsdato, demo, 0, 0, '',
                  beregnet_av_id, '' FROM tilskudd_kjoering WHERE id = %s""",
        kjoering.pk, hvorfor="tilskudd_kjoering_en_per_kvartal",
    )  # fmt: skip
    nektes("DELETE FROM tilskudd_kjoering WHERE id = %s", kjoering.pk, hvorfor="slettes aldri")


def test_utbetalingsdatoen_er_etter_skjaeringstidspunktet(runder: Runder) -> None:
    kjoering = runder.beregn("2023K2")
    nektes(
        "UPDATE tilskudd_kjoering SET utbetalingsdato = '2023-06-30' WHERE id = %s",
        kjoering.pk,
        hvorfor="etter",
    )


INNHOLD = ["tilskudd_linje", "tilskudd_mottakersum", "tilskudd_kjoeringssats"]


@pytest.mark.parametrize("tabell", INNHOLD)
def test_godkjente_linjer_og_summer_slettes_og_endres_aldri(runder: Runder, tabell: str) -> None:
    kjoering = runder.bokfoer("2023K2")
    nektes(f"DELETE FROM {tabell} WHERE kjoering_id = %s", kjoering.pk, hvorfor="står fast")
    nektes(f"UPDATE {tabell} SET id = id WHERE kjoering_id = %s", kjoering.pk)
    nektes(f"TRUNCATE {tabell}")
    felt = "kjoering_id = %s"
    nektes(f"UPDATE {tabell} SET {felt}", kjoering.pk)


def test_kjoeringens_egen_tabell_har_samme_vern(runder: Runder) -> None:
    """The lines of a run are a table of their own: only the owner reaches it, and it is guarded too."""
    tabell = f"tilskudd_linje_{runder.bokfoer('2023K2').pk}"
    for setning in (f"TABLE {tabell}", f"DROP TABLE {tabell}"):
        nektes(setning, hvorfor="permission denied|must be owner")
        nektes(setning, som=kontekst_for(runder.raadgiver), hvorfor="permission denied|must be owner")
    with connection.cursor() as peker:
        peker.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass ORDER BY 1", [tabell])
        vakter = {rad[0] for rad in peker.fetchall()}
    assert {"b_vokt_inn", "b_vokt_endring", "b_vokt_ut", "c_aldri_toemt"} <= vakter


def test_en_godkjent_kjoerings_tabell_fjernes_ikke_ved_list(runder: Runder) -> None:
    """A temporary table in the register's name fools nobody: functions of the owner read the real one."""
    kjoering = runder.bokfoer("2023K2")
    fjern = f"SELECT tilskudd_fjern_lager({kjoering.pk})"
    nektes(fjern, hvorfor="forkastet")
    falsk = f"CREATE TEMPORARY TABLE tilskudd_kjoering AS SELECT {kjoering.pk} AS id, 'forkastet' AS tilstand"
    nektes(f"{falsk}; GRANT ALL ON pg_temp.tilskudd_kjoering TO PUBLIC; {fjern}", hvorfor="forkastet")
    assert Linje.objects.filter(kjoering=kjoering).exists()


@pytest.mark.parametrize("tilstand", ["beregnet", "godkjent"])
def test_linjer_foeyes_bare_til_mens_kjoeringen_beregnes(runder: Runder, tilstand: str) -> None:
    kjoering = runder.beregn("2023K2")
    linje = Linje.objects.filter(kjoering=kjoering)[0]
    if tilstand == "godkjent":
        runder.godkjenn(kjoering)
    linje.pk = None
    with pytest.raises(IntegrityError, match="mens den beregnes"), transaction.atomic():
        linje.save(force_insert=True)


def test_en_linje_er_aldri_null_og_gaar_opp(runder: Runder) -> None:
    kjoering = runder.beregn("2023K2")
    with transaction.atomic():
        linje = Linje.objects.filter(kjoering=kjoering)[0]
        linje.pk, linje.beloep, linje.beloep_foer = None, 0, linje.beloep_etter
        with pytest.raises(IntegrityError, match="tilskudd_linje_endring"), transaction.atomic():
            linje.save(force_insert=True)


def test_rekkefoelge_og_det_den_bygger_paa(runder: Runder) -> None:
    k3 = til_godkjenning(runder, "2023K3")
    runder.bokfoer("2023K2")
    godkjenn_sql(k3, runder.godkjenner, hvorfor="godkjent siden denne")
    nektes(
        "UPDATE tilskudd_kjoering SET forrige_id = tilskudd_siste_godkjente() WHERE id = %s",
        k3.pk, hvorfor="resultatet",
    )  # fmt: skip
    godkjenn_sql(til_godkjenning(runder, "2023K4"), runder.godkjenner, hvorfor="rekkefølge")


def test_manglende_og_endrede_satser(runder: Runder) -> None:
    kjoering = til_godkjenning(runder)
    Sats.objects.filter(aar_nr=1, landgruppe="H").update(status="ubekreftet")
    godkjenn_sql(kjoering, runder.godkjenner, hvorfor="satsene er endret")
    kjoering = runder.beregn("2023K2")
    assert ManglerSats.objects.filter(kjoering=kjoering).count() == 1
    Kjoering.objects.filter(pk=kjoering.pk).update(tilstand="til_godkjenning")
    godkjenn_sql(kjoering, runder.godkjenner, hvorfor="mangler sats")


def test_fylket_skriver_ikke_linjer(runder: Runder) -> None:
    kjoering = runder.beregn("2023K2")
    for tabell in [*INNHOLD, "tilskudd_manglersats"]:
        nektes(
            f"DELETE FROM {tabell} WHERE kjoering_id = %s", kjoering.pk,
            som=kontekst_for(runder.raadgiver), hvorfor="permission denied",
        )  # fmt: skip


def test_skjermede_personers_linjer_sees_bare_av_den_som_kan(runder: Runder) -> None:
    skjermet = fabrikk.lag_person(
        registrert=fabrikk.klokken(2023, 3, 1), adressebeskyttelse="strengt_fortrolig"
    )
    fabrikk.lag_vedtak(skjermet, registrert=fabrikk.klokken(2023, 4, 5))
    kjoering = runder.beregn("2023K2")
    ser = runder.raadgiver
    ser_ikke = type(ser)(**{**ser.__dict__, "skjermede": False})
    for aktoer, antall in ((ser, 4), (ser_ikke, 2)):
        with kontekst(kontekst_for(aktoer)):
            assert Linje.objects.filter(kjoering=kjoering).count() == antall


def test_uten_kontekst_ser_ingen_noe(runder: Runder) -> None:
    runder.beregn("2023K2")
    with connection.cursor() as peker, transaction.atomic():
        peker.execute("SET LOCAL ROLE NONE")
        for tabell in ["tilskudd_kjoering", "tilskudd_sats", "tilskudd_manglersats", *INNHOLD]:
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                peker.execute(f"SELECT count(*) FROM {tabell}")
        peker.execute("SET LOCAL ROLE app_motor")


def test_satsene_har_en_historie(runder: Runder) -> None:
    sats = Sats.objects.all()[0]
    sats.beloep += 1
    sats.save()
    with connection.cursor() as peker:
        peker.execute("SELECT count(*) FROM tilskudd_satshendelse WHERE pgh_obj_id = %s", [sats.pk])
        assert peker.fetchone() == (2,)
