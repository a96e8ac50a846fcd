"""Who sees which tasks, held by the database."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager

import pytest
from django.db import DatabaseError, ProgrammingError, transaction

from integrering.oppgaver import actions, regelverk
from integrering.oppgaver.models import Oppgave, Oppgavehendelse, Regelinnstilling
from integrering.oppgaver.regelverk import Emne, Forslag, Oppgavekilde, Oppgaveregel, registrer_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import ARBEIDSROLLER, Rolle
from tests import fabrikk
from tests.oppgaver.hjelp import IDAG, en, om, person, valgt

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]


@pytest.fixture
def moeter(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], None]]:
    """Give an organisation a task without a person."""
    monkeypatch.setattr(regelverk, "_kilder", dict(regelverk._kilder))
    emner: list[Emne] = []

    def les(_ider: Collection[int] | None) -> Iterator[tuple[Emne, None]]:
        yield from ((emne, None) for emne in emner)

    regel: Oppgaveregel[None] = Oppgaveregel(
        kode="MOETE", tittel="Møtepunkt", hvorfor="Fordi.", handling="Åpne", hjemmel="§ 1",
        roller=ARBEIDSROLLER, finn=lambda _fakta, dag: [Forslag(dag)],
    )  # fmt: skip
    registrer_kilde(Oppgavekilde("moeter", les, (regel,)))

    def gi(virksomhet_id: int) -> None:
        emner.append(Emne(len(emner) + 1, virksomhet_id, tekst=f"Punkt {virksomhet_id}"))
        actions.oppdater_kilde("moeter")

    yield gi


def test_hver_ser_sine_og_fylket_leser_kommunenes(
    trondheim: Aktoer, steinkjer: Aktoer, fylket: Aktoer, som: Som, moeter: Callable[[int], None]
) -> None:
    skole = fabrikk.lag_aktoer(Rolle.SKOLEKONTAKT)
    lag = fabrikk.lag_aktoer(Rolle.ORGANISASJON_SOEKER)
    hun = person()
    alle = {"t": trondheim, "s": steinkjer, "f": fylket, "skole": skole, "lag": lag}
    for av in alle.values():
        moeter(av.virksomhet_id)
    navn = {av.virksomhet_id: kort for kort, av in alle.items()}
    sett = {}
    for kort, av in alle.items():
        with som(av):
            sett[kort] = sorted(
                navn[v] + ("-person" if p else "")
                for v, p in Oppgave.objects.values_list("virksomhet_id", "person_id")
            )
    assert sett == {
        "t": ["t", "t-person"],
        "s": ["s"],
        "f": ["f", "s", "t", "t-person"],
        "skole": ["skole"],
        "lag": ["lag"],
    }
    assert en(hun).virksomhet_id == trondheim.virksomhet_id


def test_kommunen_ser_ikke_oppgaven_naar_personen_er_flyttet(trondheim: Aktoer, som: Som) -> None:
    """Also before the tasks are computed anew."""
    hun = person(bosatt_til=om(-2))
    with som(trondheim):
        assert Oppgave.objects.count() == 1
    fabrikk.lag_bosted(hun, kommune=fabrikk.STEINKJER, fra=om(-1))
    with som(trondheim):
        assert not Oppgave.objects.exists()


def test_skjermede_er_skjult_for_dem_uten_tilgang(fylket: Aktoer, trondheim: Aktoer, som: Som) -> None:
    person(adressebeskyttelse="strengt_fortrolig")
    for av in (fylket, trondheim):
        with som(av):
            assert not Oppgave.objects.exists()
    for rolle in (Rolle.FYLKE_SAKSBEHANDLER, Rolle.KOMMUNE_FLYKTNINGTJENESTE):
        with som(fabrikk.lag_aktoer(rolle, skjermede=True)):
            assert Oppgave.objects.count() == 1


def test_fylket_leser_men_endrer_ikke_kommunens(fylket: Aktoer, som: Som) -> None:
    hun = person()
    with som(fylket):
        assert Oppgave.objects.filter(pk=en(hun).pk).update(ansvarlig_id=fylket.bruker_id) == 0


def test_ingen_skriver_i_andres_navn_eller_det_maskinen_eier(
    trondheim: Aktoer, kollega: Aktoer, som: Som
) -> None:
    oppgave = en(person())
    for felt in ({"ansvarlig_id": trondheim.bruker_id, "endret_av_id": kollega.bruker_id}, {"frist": IDAG}):
        with som(trondheim), pytest.raises(DatabaseError), transaction.atomic():
            Oppgave.objects.filter(pk=oppgave.pk).update(**felt)
    with som(trondheim), pytest.raises(ProgrammingError), transaction.atomic():
        Oppgave.objects.filter(pk=oppgave.pk).delete()


def test_historikken_foelger_oppgaven_og_skrives_en_gang(
    trondheim: Aktoer, kollega: Aktoer, steinkjer: Aktoer, som: Som
) -> None:
    oppgave = en(person())
    with som(trondheim):
        actions.tildel(valgte=valgt(oppgave), til=trondheim.bruker_id, av=trondheim)
        assert Oppgavehendelse.objects.count() == 1
        for gjoer in (
            lambda: Oppgavehendelse.objects.update(slag="lukket"),
            lambda: Oppgavehendelse.objects.create(
                oppgave=oppgave, slag="lukket", bruker_id=kollega.bruker_id
            ),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                gjoer()
    with som(steinkjer):
        assert not Oppgavehendelse.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            Oppgavehendelse.objects.create(oppgave=oppgave, slag="lukket", bruker_id=steinkjer.bruker_id)


def test_innstillinger_er_fylkets(trondheim: Aktoer, som: Som) -> None:
    with som(trondheim), pytest.raises(ProgrammingError), transaction.atomic():
        Regelinnstilling.objects.exists()
