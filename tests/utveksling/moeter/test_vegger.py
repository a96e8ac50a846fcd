"""Who sees and writes what, as the database holds it, and what a calendar may know."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client
from icalendar import Calendar

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Rolletildeling
from integrering.tilgang.roller import Rolle
from integrering.utveksling.moeter import actions, kalender
from integrering.utveksling.moeter.models import (
    Deltaker,
    Kalenderabonnement,
    Moete,
    Moetekommune,
    Moeteperson,
    Moetepunkt,
    Punktplass,
)
from integrering.utveksling.moeter.queries.abonnement import aktoer_for_hemmelighet
from integrering.utveksling.moeter.queries.moeter import moeter_om, personer_i, vedlegg_i
from integrering.utveksling.vedlegg.models import Vedlegg
from tests.fabrikk import SKOLE, STEINKJER, TRONDHEIM, lag_aktoer, lag_person
from tests.utveksling.moeter.hjelp import inviter, lag_moete, lag_punkt, om

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]
SER: tuple[Any, ...] = (Moete, Deltaker, Moetekommune, Moetepunkt, Punktplass)


@pytest.fixture
def fylke() -> Aktoer:
    """A case worker of the county without the scope for protected persons."""
    return lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)


def test_bare_innkaller_og_inviterte_ser(som: Som, fylke: Aktoer) -> None:
    """The owner and the invited see the meeting and all around it; others see no row, the county neither."""
    kari = lag_aktoer(nummer=TRONDHEIM)
    moete = lag_moete(kari, deltakere=inviter(SKOLE))
    lag_punkt(moete, kari)
    skole = lag_aktoer(Rolle.SKOLEKONTAKT)
    for hvem, ser in ((kari, True), (skole, True), (fylke, False), (lag_aktoer(nummer=STEINKJER), False)):
        with som(hvem):
            assert [modell.objects.exists() for modell in SER] == [ser] * len(SER), hvem.rollenavn


def test_personer_vises_bare_for_dem_som_har_tilgang(som: Som, fylke: Aktoer) -> None:
    """Each participant sees its own; a protected one only with the scope; a school nothing at all."""
    med_tilgang = lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER, skjermede=True)
    vaar, deres = lag_person(kommune=TRONDHEIM), lag_person(kommune=STEINKJER)
    skjult = lag_person(kommune=TRONDHEIM, adressebeskyttelse="fortrolig")
    moete = lag_moete(med_tilgang, personer=[vaar, deres, skjult], deltakere=inviter(TRONDHEIM, SKOLE))
    kari, skole = lag_aktoer(nummer=TRONDHEIM), lag_aktoer(Rolle.SKOLEKONTAKT)
    for hvem, venter in (
        (med_tilgang, {vaar, deres, skjult}),
        (fylke, {vaar, deres}),
        (kari, {vaar}),
        (skole, set()),
    ):
        with som(hvem):
            assert set(personer_i(moete, hvem)) == venter
    with som(kari):
        assert [moeter_om(p, 5) for p in (vaar, deres)] == [[moete], []]
    with som(skole), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Moeteperson.objects.exists()


def test_ingen_slipper_seg_selv_inn(som: Som, fylke: Aktoer) -> None:
    """An organisation that is not invited cannot write itself in, nor hang anything on the meeting."""
    moete = lag_moete(fylke, deltakere=inviter(TRONDHEIM))
    ola, kari = lag_aktoer(nummer=STEINKJER), lag_aktoer(nummer=TRONDHEIM)
    with som(ola), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
        Deltaker.objects.create(moete=moete, virksomhet_id=ola.virksomhet_id, bruker_id=ola.bruker_id)
    with som(kari):
        for modell, felt in (
            (Deltaker, {"virksomhet_id": ola.virksomhet_id}),
            (Moetekommune, {"kommune_id": ola.virksomhet_id}),
            (Moeteperson, {"person": lag_person()}),
            (Moetepunkt, {"tekst": "x", "eier_virksomhet_id": kari.virksomhet_id, "innkaller_id": 1}),
        ):
            with pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
                modell.objects.create(moete=moete, **felt)
        assert Moete.objects.filter(pk=moete.pk).update(tittel="Nytt") == 0


# --- Files ---


def _fil(navn: str = "sak.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(navn, b"Innhold", content_type="text/plain")


def test_vedlegg_foelger_moetet(som: Som, fylke: Aktoer) -> None:
    """Who sees the meeting sees its files; each deletes its own; approved minutes lock them."""
    moete = lag_moete(fylke, -1, deltakere=inviter(TRONDHEIM))
    kari, ola = lag_aktoer(nummer=TRONDHEIM), lag_aktoer(nummer=STEINKJER)
    with som(fylke):
        assert actions.legg_ved_moetet(moete=moete, filer=[_fil(), _fil("b.txt")], av=fylke) == 2
    with som(ola):
        assert not Vedlegg.objects.exists()
    with som(kari):
        lenker = vedlegg_i(moete)
        assert [lenke.vedlegg.tittel for lenke in lenker] == ["sak.txt", "b.txt"]
        with pytest.raises(IkkeTilgang):
            actions.slett_vedlegg(lenke=lenker[0], av=kari)
    with som(fylke):
        actions.slett_vedlegg(lenke=vedlegg_i(moete)[0], av=fylke)
        actions.skriv_referat(moete=moete, versjon=1, referat="Enige.", av=fylke)
        actions.godkjenn_referat(moete=moete, versjon=2, av=fylke)
        igjen = vedlegg_i(moete)
        assert [lenke.vedlegg.laast is not None for lenke in igjen] == [True]
        for gjoer in (
            lambda: actions.slett_vedlegg(lenke=igjen[0], av=fylke),
            lambda: actions.legg_ved_moetet(moete=moete, filer=[_fil()], av=fylke),
        ):
            igjen[0].moete.refresh_from_db()
            with pytest.raises(Regelbrudd):
                gjoer()


# --- Calendars ---

# All that may stand in a calendar file; nothing here holds a name or free text.
FELTER = {
    "VCALENDAR": {"PRODID", "VERSION", "METHOD", "X-WR-CALNAME"},
    "VEVENT": {
        "UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND", "SUMMARY", "STATUS", "URL",
    },
}  # fmt: skip


def test_kalenderfilen_har_bare_disse_feltene(som: Som, fylke: Aktoer) -> None:
    """Kind, who called, when and where to log in: nothing that was typed, and nobody's name."""
    moete = lag_moete(
        fylke, type="dialog", tittel="Tittelord", sted="Stedsord", dagsorden="Sakord",
        personer=[lag_person()],
        videolenke="https://lenkeord.eksempel.no",
        deltakere=inviter(TRONDHEIM, eksterne=(("Navnord", "Orgord"),)),
    )  # fmt: skip
    with som(fylke):
        fil = kalender.skriv([kalender.avtale_av(moete, "https://nett.eksempel.no")])
    for ord_ in ("Tittelord", "Stedsord", "Sakord", "lenkeord", "Navnord", "Orgord", "Amina", fylke.navn):
        assert ord_ not in fil.decode()
    lest = Calendar.from_ical(fil)
    assert {del_.name: set(del_.keys()) for del_ in lest.walk()} == FELTER
    avtale: Any = lest.walk("VEVENT")[0]
    assert str(lest["METHOD"]) == "PUBLISH"
    assert str(avtale["UID"]) == f"{moete.noekkel}@integrering"
    assert str(avtale["SUMMARY"]) == "Dialogmøte – Trøndelag fylkeskommune"
    assert avtale["DTSTART"].dt == om(7).astimezone(UTC)
    assert str(avtale["URL"]) == f"https://nett.eksempel.no/moeter/{moete.noekkel}/"
    assert (avtale["SEQUENCE"], str(avtale["STATUS"])) == (0, "CONFIRMED")


def test_avlyst_moete_tas_ut_av_kalenderen(som: Som, fylke: Aktoer) -> None:
    """The same UID, the next SEQUENCE, CANCELLED; the reason is not told."""
    moete = lag_moete(fylke)
    with som(fylke):
        actions.avlys(moete=moete, versjon=1, grunn="Grunnord", av=fylke)
        fil = kalender.skriv([kalender.avtale_av(moete, "")])
    [avtale] = Calendar.from_ical(fil).walk("VEVENT")
    assert (avtale["SEQUENCE"], str(avtale["STATUS"])) == (1, "CANCELLED")
    assert b"Grunnord" not in fil


def test_abonnement(som: Som, client: Client, fylke: Aktoer) -> None:
    """The secret is kept as a hash, works without login, and stops when it is revoked or replaced."""
    kari = lag_aktoer(nummer=TRONDHEIM)
    moete = lag_moete(fylke, deltakere=inviter(TRONDHEIM))
    lag_moete(fylke, deltakere=inviter(STEINKJER))
    with som(kari):
        foerste, andre = actions.nytt_abonnement(av=kari), actions.nytt_abonnement(av=kari)
    with kontekst(motor_kontekst()):
        rader = list(Kalenderabonnement.objects.order_by("pk"))
        assert [rad.tilbakekalt is None for rad in rader] == [False, True]
        assert not {rad.merke for rad in rader} & {foerste, andre}
    svar = client.get(f"/moeter/abonnement/{andre}.ics")
    assert svar.headers["Content-Type"].startswith("text/calendar")
    assert svar.headers["Cache-Control"] == "no-store, private"
    assert [str(a["UID"]) for a in Calendar.from_ical(svar.content).walk("VEVENT")] == [
        f"{moete.noekkel}@integrering"
    ]
    with som(kari):
        actions.tilbakekall_abonnement(av=kari)
    for hemmelig in (foerste, andre, "feil"):
        assert client.get(f"/moeter/abonnement/{hemmelig}.ics").status_code == 404


def test_abonnement_slutter_med_rollen(som: Som, fylke: Aktoer) -> None:
    """Who no longer has a role for the organisation gets nothing."""
    kari = lag_aktoer(nummer=TRONDHEIM)
    with som(kari):
        hemmelig = actions.nytt_abonnement(av=kari)
    assert aktoer_for_hemmelighet(hemmelig) == kari
    with kontekst(motor_kontekst()):
        Rolletildeling.objects.filter(bruker_id=kari.bruker_id).update(til="2001-01-01")
    assert aktoer_for_hemmelighet(hemmelig) is None


def test_andres_abonnement(som: Som, fylke: Aktoer) -> None:
    """Nobody sees that somebody else has one."""
    kari = lag_aktoer(nummer=TRONDHEIM)
    with kontekst(kontekst_for(kari)):
        actions.nytt_abonnement(av=kari)
    with som(lag_aktoer(nummer=TRONDHEIM)):
        assert not Kalenderabonnement.objects.exists()
