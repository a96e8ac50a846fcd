"""The next meeting: what it takes with it from the one before."""

from __future__ import annotations

import uuid

import pytest
from django.db import transaction

from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.utveksling.moeter import actions
from integrering.utveksling.moeter.actions.felles import Deltakervalg
from integrering.utveksling.moeter.actions.punkt import Punktdata
from integrering.utveksling.moeter.models import Deltaker, Moete
from integrering.utveksling.moeter.queries.moeter import neste_i_rekken
from integrering.utveksling.moeter.queries.punkter import mine_punkter, punkter_i
from tests.fabrikk import TRONDHEIM, lag_aktoer, lag_person
from tests.utveksling.moeter.hjelp import data, inviter, lag_moete, lag_punkt, oppgaver

pytestmark = pytest.mark.django_db


def test_to_neste_moeter_samtidig(av: Aktoer) -> None:
    """A meeting has one next: the database stops the other."""
    forrige = lag_moete(av, -1)
    actions.kall_inn(data=data(), innsending=uuid.uuid4(), av=av, forrige=forrige)
    with pytest.raises(Regelbrudd, match="alt laget"):
        actions.kall_inn(data=data(), innsending=uuid.uuid4(), av=av, forrige=forrige)


def test_neste_moete_tar_med_deltakere_personer_og_aapne_punkter(av: Aktoer) -> None:
    """Open points are carried over as the same points, once; done ones stay; others' named come along."""
    kari, person = lag_aktoer(nummer=TRONDHEIM), lag_person()
    moete = lag_moete(av, -1, deltakere=inviter(TRONDHEIM), personer=[person])
    with kontekst(kontekst_for(kari)), kontekst(motor_kontekst()):
        Deltaker.objects.create(moete=moete, virksomhet_id=kari.virksomhet_id, bruker_id=kari.bruker_id)
    aapent, gjort = lag_punkt(moete, av, til=kari.virksomhet_id), lag_punkt(moete, av)
    actions.avslutt_punkt(punkt=gjort, versjon=1, tilstand=Punkttilstand.GJORT, av=av)
    nr = uuid.uuid4()

    def lag(valg: Deltakervalg) -> Moete:
        return actions.lag_neste(
            forrige=moete, data=data(deltakere=valg), innsending=nr, viderefoer=True, personer=[person], av=av
        )

    with pytest.raises(Regelbrudd, match="må inviteres"), transaction.atomic():
        lag(Deltakervalg())
    neste = lag(inviter(TRONDHEIM))
    assert lag(inviter(TRONDHEIM)).pk == neste.pk
    assert [p.pk for p in punkter_i(neste)] == [aapent.pk]
    assert [p.pk for p in punkter_i(moete)] == [aapent.pk, gjort.pk]
    assert {d.bruker_id for d in neste.deltakere.all()} == {None, kari.bruker_id}
    assert neste.personer.get().person_id == person.pk
    assert neste_i_rekken(moete) == neste
    assert oppgaver(aapent.pk)[0][1].startswith(f"/moeter/{neste.noekkel}/")
    with pytest.raises(Regelbrudd, match="alt laget"):
        actions.lag_neste(forrige=moete, data=data(), innsending=uuid.uuid4(), viderefoer=False, av=av)


def test_neste_uten_punkter_og_viderefoering_etterpaa(av: Aktoer) -> None:
    """Carrying over can wait; to a meeting that is called off it cannot."""
    moete = lag_moete(av, -1)
    lag_punkt(moete, av)
    neste = actions.lag_neste(forrige=moete, data=data(), innsending=uuid.uuid4(), viderefoer=False, av=av)
    assert neste.plasser.count() == 0
    assert [actions.viderefoer(fra=moete, til=neste, av=av) for _ in range(2)] == [1, 0]
    actions.avlys(moete=neste, versjon=1, grunn="Syk", av=av)
    with pytest.raises(Regelbrudd, match="planlagt"):
        actions.viderefoer(fra=moete, til=neste, av=av)


def test_ny_i_rekken_ser_det_viderefoerte_punktet(av: Aktoer) -> None:
    """Who is invited only to the next meeting sees the point there, not the meeting it came from."""
    kari = lag_aktoer(nummer=TRONDHEIM)
    moete = lag_moete(av, -1)
    punkt = lag_punkt(moete, av)
    neste = actions.lag_neste(
        forrige=moete,
        data=data(deltakere=inviter(TRONDHEIM)),
        innsending=uuid.uuid4(),
        viderefoer=True,
        av=av,
    )
    gitt = Punktdata("Avklar skoleplass", kari.virksomhet_id)
    actions.endre_punkt(punkt=punkt, versjon=1, data=gitt, av=av)
    with kontekst(kontekst_for(kari)):
        assert not Moete.objects.filter(pk=moete.pk).exists()
        assert [vars(p)["moete_noekkel"] for p in mine_punkter(kari)] == [neste.noekkel]
        actions.avslutt_punkt(punkt=punkter_i(neste)[0], versjon=2, tilstand=Punkttilstand.GJORT, av=kari)
