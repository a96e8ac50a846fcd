"""What the database itself shows of letters: to the county, the recipient, others; protected persons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from integrering.utveksling.brev import actions
from integrering.utveksling.brev.models import (
    Brev,
    Brevaapning,
    Brevbunke,
    Brevfil,
    Brevmalversjon,
    Brevnummer,
)
from tests import fabrikk
from tests.tilgang.vegghjelp import nektet
from tests.utveksling.brev.brevhjelp import Som, lag_brev, mal, saksbehandler

pytestmark = pytest.mark.django_db
_NEI = "permission denied|row-level security"


def sett(som: Som, av: Aktoer) -> int:
    """Return how many letters this one sees; the files are the same letters'."""
    with som(av):
        brev = list(Brev.objects.values_list("pk", flat=True))
        assert set(Brevfil.objects.values_list("brev_id", flat=True)) <= set(brev)
        return len(brev)


def test_mottakeren_ser_det_som_er_sendt(som: Som) -> None:
    """Not drafts, not finished ones, and nothing of others'."""
    av = saksbehandler()
    for tilstand in ("utkast", "ferdig", "sendt"):
        lag_brev(av, tilstand=tilstand)
    lag_brev(av, til=fabrikk.virksomhet(fabrikk.SKOLE), tilstand="sendt")
    ser = {
        "fylke": sett(som, saksbehandler()),
        "trondheim": sett(som, fabrikk.lag_aktoer()),
        "steinkjer": sett(som, fabrikk.lag_aktoer(nummer=fabrikk.STEINKJER)),
        "skole": sett(som, fabrikk.lag_aktoer(Rolle.SKOLEKONTAKT)),
        "organisasjon": sett(som, fabrikk.lag_aktoer(Rolle.ORGANISASJON_SOEKER)),
    }
    assert ser == {"fylke": 4, "trondheim": 1, "steinkjer": 0, "skole": 1, "organisasjon": 0}


def test_administrator_i_kommunen_ser_ingen_brev(som: Som) -> None:
    """The one who keeps users has no way in."""
    lag_brev(saksbehandler(), tilstand="sendt")
    with som(fabrikk.lag_aktoer(Rolle.KOMMUNE_ADMINISTRATOR)), nektet(_NEI):
        Brev.objects.exists()


def test_skjermede_personer(som: Som) -> None:
    """Letters to and about them: only with the scope, also for the municipality that got one."""
    skjermet = fabrikk.lag_person(adressebeskyttelse="fortrolig")
    med = saksbehandler(skjermede=True)
    lag_brev(med, "person_brev", person=skjermet, tilstand="sendt")
    lag_brev(med, "svar_opplysninger", person=skjermet, tilstand="sendt")
    assert sett(som, med) == 2
    assert sett(som, saksbehandler()) == 0
    assert sett(som, fabrikk.lag_aktoer()) == 0
    uten = saksbehandler()
    with som(uten), nektet(_NEI):
        Brev.objects.create(
            innsending=uuid4(), avsender_id=uten.virksomhet_id, aar=2026, nummer=9,
            malversjon=mal("person_brev"), mottakerslag="person", person_id=skjermet.pk, maalform="nb",
            maalformkilde="brukt", dato="2026-01-01", opprettet_av_id=uten.bruker_id,
        )  # fmt: skip


def test_ingen_skriver_i_andres_navn(som: Som) -> None:
    """The county writes its own letters, the municipality none, and templates are never changed."""
    av = saksbehandler()
    brev, utkast = lag_brev(av, tilstand="sendt"), lag_brev(av)
    felt = {"malversjon_id": brev.malversjon_id, "avsender_id": av.virksomhet_id, "laget_av_id": 0}
    with som(av):
        with nektet(_NEI):
            Brevbunke.objects.create(noekkel=uuid4(), **(felt | {"laget_av_id": brev.opprettet_av_id + 1}))
        with nektet(_NEI):
            Brevmalversjon.objects.filter(nummer=1).update(tekst_nb="Endret")
        with nektet(_NEI):
            Brevaapning.objects.create(brev=brev, bruker_id=av.bruker_id, virksomhet_id=av.virksomhet_id)
        with nektet(_NEI):
            Brev.objects.filter(pk=utkast.pk).delete()
    kommune = fabrikk.lag_aktoer()
    with som(kommune):
        handlinger: tuple[Callable[[], Any], ...] = (
            lambda: Brev.objects.filter(pk=brev.pk).update(svar_notat="x"),
            Brevnummer.objects.exists,
            Brevmalversjon.objects.exists,
            Brevbunke.objects.exists,
        )
        for handling in handlinger:
            with nektet(_NEI):
                handling()


def test_aapning_skrives_ned(som: Som) -> None:
    """The recipient's opening, once each time; in one's own name, of a letter one sees."""
    av = saksbehandler()
    brev = lag_brev(av, tilstand="sendt")
    kommune, annen = fabrikk.lag_aktoer(), fabrikk.lag_aktoer(nummer=fabrikk.STEINKJER)
    with som(kommune):
        actions.aapne_brev(brev=brev, av=kommune)
        with nektet(_NEI):
            Brevaapning.objects.update(tid="2020-01-01T00:00Z")
    with som(annen):
        assert not Brevaapning.objects.exists()
        with nektet(_NEI):
            actions.aapne_brev(brev=brev, av=annen)
    with som(av):
        actions.aapne_brev(brev=brev, av=av)
        assert Brevaapning.objects.get().bruker_id == kommune.bruker_id


@pytest.mark.parametrize(
    "rolle", [Rolle.FYLKE_SAKSBEHANDLER, Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.SKOLEKONTAKT]
)
def test_innsyn_i_brev_om_en_person(som: Som, rolle: Rolle) -> None:
    """Whoever opens a letter about a person stands in the look-up log."""
    person = fabrikk.lag_person()
    leser = fabrikk.lag_aktoer(rolle)
    til = fabrikk.virksomhet(fabrikk.SKOLE if rolle is Rolle.SKOLEKONTAKT else "5001")
    brev = lag_brev(saksbehandler(), "svar_opplysninger", til=til, person=person, tilstand="sendt")
    with som(leser):
        actions.aapne_brev(brev=brev, av=leser)
    with kontekst(motor_kontekst()):
        rad = Innsyn.objects.get(person_id=person.pk)
    assert (rad.bruker_id, rad.virksomhet_id, rad.hvor) == (leser.bruker_id, leser.virksomhet_id, "brev")


def test_motoren_kan_heller_ikke_endre_et_laast_brev() -> None:
    """The lock holds for jobs too."""
    brev = lag_brev(saksbehandler(), tilstand="ferdig")
    with kontekst(motor_kontekst()), pytest.raises(DatabaseError), transaction.atomic():
        Brev.objects.filter(pk=brev.pk).update(overskrift="Endret")
