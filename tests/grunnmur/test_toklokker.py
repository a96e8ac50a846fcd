"""The two clocks, held by the database: versions follow each other without gap or overlap."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.db.models.functions import Now
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integrering.nir.models import Bosted, Vedtak
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests.fabrikk import historisk, klokken, lag_aktoer, lag_person, lag_vedtak, rett

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("motor")]


@contextmanager
def nektet(tekst: str) -> Iterator[None]:
    """Expect the database to refuse with these words."""
    with pytest.raises(DatabaseError, match=tekst), transaction.atomic():
        yield


def _naa() -> datetime:
    """Return the database's clock (not the start of the transaction)."""
    with connection.cursor() as peker:
        peker.execute("SELECT clock_timestamp()")
        rad = peker.fetchone()
    assert rad is not None
    instant: datetime = rad[0]
    return instant


def _ny_versjon(gammel: Vedtak, *, aarsak: str = "Feil dato", **endringer: Any) -> Vedtak:
    """Close a version and open the next the way an action does: the database sets both clocks."""
    Vedtak.objects.filter(pk=gammel.pk, erstattet=None).update(erstattet=Now())
    felter = {
        f.attname: getattr(gammel, f.attname) for f in gammel._meta.concrete_fields if not f.primary_key
    }
    for felt in ("registrert", "erstattet"):
        del felter[felt]
    ny = Vedtak.objects.create(**(felter | {"aarsak": aarsak} | endringer))
    ny.refresh_from_db()
    return ny


def _kjede(registrering_id: uuid.UUID) -> list[Vedtak]:
    return list(Vedtak.objects.filter(registrering_id=registrering_id).order_by("registrert", "id"))


def test_foerste_versjon() -> None:
    """The database says when it was registered, and it holds."""
    foer = timezone.now() - timedelta(seconds=30)
    vedtak = lag_vedtak(lag_person())
    assert foer < vedtak.registrert <= _naa()
    assert vedtak.erstattet is None
    assert Vedtak.objects.gjeldende().get() == vedtak


def test_rettelse_uten_hull_og_overlapp() -> None:
    """The next version starts where the former ended; only the last one holds."""
    foerste = lag_vedtak(lag_person())
    andre = _ny_versjon(foerste, startdato=date(2024, 2, 1))
    tredje = _ny_versjon(andre, startdato=date(2024, 3, 1))
    kjede = _kjede(foerste.registrering_id)
    assert [v.pk for v in kjede] == [foerste.pk, andre.pk, tredje.pk]
    for gammel, ny in pairwise(kjede):
        assert gammel.erstattet == ny.registrert
    assert Vedtak.objects.gjeldende().get() == tredje


def test_annullert_er_ikke_gjeldende() -> None:
    """«It was never so» is a version too: nothing holds after it, all is still there."""
    foerste = lag_vedtak(lag_person())
    annullert = _ny_versjon(foerste, annullert=True)
    assert not Vedtak.objects.gjeldende().exists()
    assert not Vedtak.objects.slik_det_var(_naa()).exists()
    assert Vedtak.objects.slik_det_var(annullert.registrert - timedelta(microseconds=1)).get() == foerste


def test_bare_erstattet_kan_endres() -> None:
    """No field of a registration is ever overwritten, alone or together with the closing."""
    vedtak = lag_vedtak(lag_person())
    rad = Vedtak.objects.filter(pk=vedtak.pk)
    # the engine's role may not even try other columns; the owner meets the trigger
    with nektet("permission denied"):
        rad.update(startdato=date(2020, 1, 1))
    with nektet("permission denied"):
        rad.update(startdato=date(2020, 1, 1), erstattet=Now())


def test_ogsaa_superbrukeren_moeter_utloeserne(superbruker_dsn: str) -> None:
    """The triggers hold whoever asks."""
    with (
        psycopg.connect(superbruker_dsn) as kobling,
        pytest.raises(psycopg.Error, match="slettes aldri"),
        kobling.transaction(),
    ):
        kobling.execute("TRUNCATE nir_vedtak CASCADE")


def test_lukkes_bare_en_gang() -> None:
    """A closed version stays closed, as it was."""
    foerste = lag_vedtak(lag_person())
    _ny_versjon(foerste)
    rad = Vedtak.objects.filter(pk=foerste.pk)
    with nektet("bare én gang"):
        rad.update(erstattet=Now())
    with nektet("bare én gang"):
        rad.update(erstattet=None)
    with nektet("bare én gang"):
        rad.update(erstattet=F("registrert"))


def test_lukkes_ikke_uten_en_ny_versjon() -> None:
    """Closing alone would be deleting: the transaction cannot end so."""
    vedtak = lag_vedtak(lag_person())
    with nektet("erstattes av en ny versjon"):
        Vedtak.objects.filter(pk=vedtak.pk).update(erstattet=Now())
        with connection.cursor() as peker:
            peker.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_en_aapen_versjon() -> None:
    """Two open versions of one registration cannot be."""
    vedtak = lag_vedtak(lag_person())
    felter = {"person": vedtak.person, "startdato": date(2024, 1, 1), "vedtaksdato": date(2024, 1, 1)}
    felter |= {"virksomhet_id": vedtak.virksomhet_id, "registrert_av_id": vedtak.registrert_av_id}
    for aarsak in ("", "Rettet"):
        with nektet("en_gjeldende|gjelde samtidig"):
            Vedtak.objects.create(registrering_id=vedtak.registrering_id, aarsak=aarsak, **felter)


def test_ny_versjon_uten_aarsak_kan_ikke_overlappe() -> None:
    """Without a reason the database takes it for a first version; then it must not meet an earlier one."""
    foerste = lag_vedtak(lag_person())
    with nektet("gjelde samtidig"):
        _ny_versjon(foerste, aarsak="")


@pytest.mark.parametrize("rolle", [Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.FYLKE_SAKSBEHANDLER])
def test_historie_er_motorens(rolle: Rolle) -> None:
    """`app.historisk` means something for the engine's role only."""
    vedtak, aktoer = lag_vedtak(lag_person()), lag_aktoer(rolle)
    with kontekst(kontekst_for(aktoer)):
        with connection.cursor() as peker:
            peker.execute("SELECT set_config('app.historisk', 'ja', true)")
        Vedtak.objects.filter(pk=vedtak.pk).update(erstattet=klokken(2020, 1, 1))
        vedtak.refresh_from_db()
        assert vedtak.erstattet is not None and vedtak.erstattet >= vedtak.registrert
        _ny_versjon_for(vedtak, aktoer.bruker_id, aktoer.virksomhet_id)


def _ny_versjon_for(gammel: Vedtak, bruker_id: int, virksomhet_id: int) -> None:
    Vedtak.objects.create(
        person_id=gammel.person_id, registrering_id=gammel.registrering_id, startdato=gammel.startdato,
        vedtaksdato=gammel.vedtaksdato, aarsak="Rettet", registrert_av_id=bruker_id,
        virksomhet_id=virksomhet_id,
    )  # fmt: skip


def test_motoren_skriver_historie() -> None:
    """Imports with history and the demo give the instants themselves, never in the future."""
    person = lag_person(registrert=klokken(2023, 1, 1))
    vedtak = lag_vedtak(person, registrert=klokken(2023, 5, 1))
    assert vedtak.registrert == klokken(2023, 5, 1)
    rettet = rett(vedtak, naar=klokken(2023, 6, 1), startdato=date(2023, 4, 15))
    assert rettet.registrert == klokken(2023, 6, 1)
    assert Vedtak.objects.slik_det_var(klokken(2023, 5, 15)).get() == vedtak
    assert Vedtak.objects.slik_det_var(klokken(2023, 6, 1)).get() == rettet
    assert not Vedtak.objects.slik_det_var(klokken(2023, 4, 30)).exists()
    framtid = lag_vedtak(lag_person(), registrert=timezone.now() + timedelta(days=1))
    assert framtid.registrert <= _naa()


def test_historie_uten_hull_og_overlapp() -> None:
    """Also history given by hand is a chain."""
    vedtak = lag_vedtak(lag_person(), registrert=klokken(2023, 5, 1))
    with nektet("gjelde samtidig"), historisk():
        Vedtak.objects.filter(pk=vedtak.pk).update(erstattet=klokken(2023, 7, 1))
        _innsett(vedtak, registrert=klokken(2023, 6, 1))
    with nektet("erstattes av en ny versjon"), historisk():
        Vedtak.objects.filter(pk=vedtak.pk).update(erstattet=klokken(2023, 7, 1))
        _innsett(vedtak, registrert=klokken(2023, 8, 1))
        with connection.cursor() as peker:
            peker.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _innsett(gammel: Vedtak, **endringer: Any) -> None:
    felter = {
        f.attname: getattr(gammel, f.attname) for f in gammel._meta.concrete_fields if not f.primary_key
    }
    Vedtak.objects.create(**(felter | {"erstattet": None, "aarsak": "Rettet"} | endringer))


def test_overlapp_i_gyldig_tid() -> None:
    """Two current places to live at once cannot be; after a correction they can follow each other."""
    person, aktoer = lag_person(bosatt_fra=date(2023, 1, 1)), lag_aktoer()
    with nektet("uten_overlapp"):
        Bosted.objects.create(
            person=person, registrering_id=uuid.uuid4(), kommune_id=aktoer.virksomhet_id,
            fra=date(2024, 1, 1), registrert_av_id=aktoer.bruker_id, virksomhet_id=aktoer.virksomhet_id,
        )  # fmt: skip


# A chain: minutes between the versions, and whether each says «annullert».
kjeder = st.lists(st.tuples(st.integers(1, 500_000), st.booleans()), min_size=1, max_size=8)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kjeder, st.lists(st.integers(-1000, 4_000_000), min_size=1, max_size=10))
def test_slik_det_var_viser_hoeyst_en_versjon(kjede: list[tuple[int, bool]], minutter: list[int]) -> None:
    """At any instant from the first registration on exactly one version stands, and it is the right one."""
    start = klokken(2015, 1, 1)
    with transaction.atomic(), kontekst(motor_kontekst()):
        person = lag_person(registrert=start)
        versjon = lag_vedtak(person, registrert=start)
        tider = [(start, False)]
        for gap, annullert in kjede:
            tider.append((tider[-1][0] + timedelta(minutes=gap), annullert))
            versjon = rett(versjon, naar=tider[-1][0], annullert=annullert)
        mine = Vedtak.objects.filter(registrering_id=versjon.registrering_id)
        instanter = [start + timedelta(minutes=m) for m in minutter]
        for naar in [*instanter, *(t for t, _ in tider), timezone.now()]:
            stod = [annullert for t, annullert in tider if t <= naar][-1:]
            synlige = mine.slik_det_var(naar).count()
            assert synlige == (1 if stod == [False] else 0)
            assert mine.filter(registrert__lte=naar).exclude(erstattet__lte=naar).count() == len(stod)
