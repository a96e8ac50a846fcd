"""Reasons to wait, and subjects named by a code: the words come from the list, in the reader's language."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver import actions, tekster
from integrering.oppgaver.models import Oppgave
from integrering.oppgaver.queries.koe import med_kodenavn
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Bruker
from tests.grunnmur.kodehjelp import lag_kode, steng
from tests.lister.hjelp import antall_spoerringer
from tests.oppgaver.hjelp import IDAG, en, om, person, valgt
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture
def klient(trondheim: Aktoer) -> Client:
    return inn(Bruker.objects.get(pk=trondheim.bruker_id))


def paa_vent(av: Aktoer, grunn: str) -> Oppgave:
    hun = person()
    with kontekst(kontekst_for(av)):
        actions.sett_paa_vent(valgte=valgt(en(hun)), til=om(10), grunn=grunn, av=av)
    return en(hun)


def test_fylkets_egen_grunn_paa_begge_maalformer(trondheim: Aktoer, klient: Client) -> None:
    lag_kode("ventegrunn", "flyttesak", navn_nb="venter på flyttesaken", navn_nn="ventar på flyttesaka")
    oppgave = paa_vent(trondheim, "flyttesak")
    side = reverse("oppgave", args=[oppgave.noekkel])
    svar = klient.get(side).content.decode()
    assert "venter på flyttesaken." in svar and "Venter på flyttesaken" in svar
    klient.cookies["spraak"] = "nn"
    for adresse in (side, "/?fane=paa-vent"):
        assert "ventar på flyttesaka" in klient.get(adresse).content.decode(), adresse


def test_en_stengt_grunn_velges_ikke_men_det_som_er_paa_vent_staar(trondheim: Aktoer, klient: Client) -> None:
    """The old row keeps its words in the queue, on its page and in its history; undoing restores it."""
    oppgave = paa_vent(trondheim, "skole")
    steng("ventegrunn", "skole")
    side = klient.get(reverse("oppgave", args=[oppgave.noekkel])).content.decode()
    assert side.count("venter på skolen") == 2, "der den venter og i historikken"
    assert "Venter på skolen" not in side, "ikke som valg"
    assert "venter på skolen" in klient.get("/?fane=paa-vent").content.decode()
    with kontekst(kontekst_for(trondheim)):
        with pytest.raises(Regelbrudd, match="Velg hva"):
            actions.sett_paa_vent(
                valgte=[actions.Valgt(oppgave.noekkel, oppgave.versjon)],
                til=om(5),
                grunn="skole",
                av=trondheim,
            )
        utfoert = actions.ta_opp_igjen(valgte=[actions.Valgt(oppgave.noekkel, oppgave.versjon)], av=trondheim)
        assert actions.angre(runde=utfoert.runde, av=trondheim) == (1, 0)
    with kontekst(motor_kontekst()):
        oppgave.refresh_from_db()
    assert tekster.ventetekst(oppgave, IDAG).endswith("venter på skolen.")


def test_databasen_tar_bare_grunner_fra_listen(trondheim: Aktoer) -> None:
    oppgave = paa_vent(trondheim, "skole")
    with kontekst(motor_kontekst()):
        rader = Oppgave.objects.filter(pk=oppgave.pk)
        with (
            pytest.raises(IntegrityError, match="tar bare koder fra listen ventegrunn"),
            transaction.atomic(),
        ):
            rader.update(vent_grunn="fordi")
        with pytest.raises(IntegrityError, match="vent_med_grunn"), transaction.atomic():
            rader.update(vent_grunn="")


def test_navnene_koster_ingen_spoersmaal_i_koeen(trondheim: Aktoer, klient: Client) -> None:
    tomt = antall_spoerringer(klient, "/?fane=paa-vent")
    for grunn in ("skole", "permisjon", "deltaker"):
        paa_vent(trondheim, grunn)
    assert antall_spoerringer(klient, "/?fane=paa-vent") <= tomt + 1, "bare personene kommer til"
    with kontekst(motor_kontekst()):
        oppgaver = list(med_kodenavn(Oppgave.objects.filter(vent_til__isnull=False)))
        with CaptureQueriesContext(connection) as fanget:
            assert len({tekster.ventetekst(o, IDAG) for o in oppgaver}) == 3
        assert len(fanget) == 0
