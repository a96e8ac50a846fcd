"""Points: whose they are, who ends them, and the tasks they become."""

from __future__ import annotations

import uuid

import pytest
from django.db import DatabaseError, transaction

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.oppgaver.regelverk import finn_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.utveksling.moeter import actions
from integrering.utveksling.moeter.actions.punkt import Punktdata
from integrering.utveksling.moeter.models import Moetepunkt
from integrering.utveksling.moeter.queries.punkter import ansvarlige_for
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, virksomhet
from tests.utveksling.moeter.hjelp import inviter, lag_moete, lag_punkt, oppgaver

pytestmark = pytest.mark.django_db


def test_punkt_samme_skjema_to_ganger(av: Aktoer) -> None:
    """A double click is one point, in its meeting once."""
    moete, nr = lag_moete(av), uuid.uuid4()
    punkt = Punktdata("Ring skolen", av.virksomhet_id, av.bruker_id)
    to = [actions.nytt_punkt(moete=moete, data=punkt, innsending=nr, av=av) for _ in range(2)]
    assert to[0].pk == to[1].pk
    assert moete.plasser.count() == 1


def test_ansvarlig_maa_vaere_med(av: Aktoer) -> None:
    """A point is given to who takes part: the owner's users, the invited, and those they have named."""
    kari, egen = lag_aktoer(nummer=TRONDHEIM), av
    moete = lag_moete(av, deltakere=inviter(TRONDHEIM))
    with kontekst(kontekst_for(kari)):
        actions.meld_paa(moete=moete, brukere=frozenset({kari.bruker_id}), av=kari)
    trondheim = virksomhet(TRONDHEIM).pk
    assert {(a.virksomhet_id, a.bruker_id) for a in ansvarlige_for(moete)} == {
        (egen.virksomhet_id, None), (egen.virksomhet_id, egen.bruker_id), (trondheim, None),
        (trondheim, kari.bruker_id),
    }  # fmt: skip
    for virksomhet_id, bruker_id in ((virksomhet(STEINKJER).pk, None), (trondheim, av.bruker_id)):
        with pytest.raises(Regelbrudd) as brudd:
            lag_punkt(moete, av, til=virksomhet_id, bruker_id=bruker_id)
        assert list(brudd.value.meldinger) == ["ansvarlig"]


def test_avslutte_og_gjenaapne_punkt(av: Aktoer) -> None:
    """Done, again, opened, falls away with a reason; what is done is not changed."""
    moete = lag_moete(av)
    punkt = lag_punkt(moete, av)
    actions.gjenaapne_punkt(punkt=punkt, versjon=1, av=av)
    with pytest.raises(Regelbrudd) as brudd:
        actions.avslutt_punkt(punkt=punkt, versjon=1, tilstand=Punkttilstand.UTGAAR, av=av)
    assert list(brudd.value.meldinger) == ["grunn"]
    actions.avslutt_punkt(punkt=punkt, versjon=1, tilstand=Punkttilstand.GJORT, av=av)
    actions.avslutt_punkt(punkt=punkt, versjon=1, tilstand=Punkttilstand.GJORT, av=av)
    assert (punkt.versjon, punkt.avsluttet_av_id, punkt.farge) == (2, av.bruker_id, "success")
    nytt = Punktdata("Annet", av.virksomhet_id)
    with pytest.raises(Regelbrudd, match="avsluttet"):
        actions.endre_punkt(punkt=punkt, versjon=2, data=nytt, av=av)
    actions.gjenaapne_punkt(punkt=punkt, versjon=2, av=av)
    actions.endre_punkt(punkt=punkt, versjon=3, data=nytt, av=av)
    with pytest.raises(Konflikt):
        actions.avslutt_punkt(punkt=punkt, versjon=3, tilstand=Punkttilstand.GJORT, av=av)
    actions.avslutt_punkt(punkt=punkt, versjon=4, tilstand=Punkttilstand.UTGAAR, grunn="Løst", av=av)
    assert (punkt.tekst, punkt.grunn, punkt.aapen) == ("Annet", "Løst", False)


def test_hvem_som_avslutter_punkt(av: Aktoer) -> None:
    """Who has the point says it is done and nothing else; another invited organisation may not."""
    kari, ola = lag_aktoer(nummer=TRONDHEIM), lag_aktoer(nummer=STEINKJER)
    moete = lag_moete(av, deltakere=inviter(TRONDHEIM, STEINKJER))
    punkt = lag_punkt(moete, av, til=kari.virksomhet_id)
    with kontekst(kontekst_for(ola)), pytest.raises(IkkeTilgang):
        actions.avslutt_punkt(punkt=punkt, versjon=1, tilstand=Punkttilstand.GJORT, av=ola)
    with kontekst(kontekst_for(kari)):
        with pytest.raises(IkkeTilgang):
            actions.endre_punkt(punkt=punkt, versjon=1, data=Punktdata("x", kari.virksomhet_id), av=kari)
        with pytest.raises(DatabaseError, match="bare den som kalte inn"), transaction.atomic():
            Moetepunkt.objects.filter(pk=punkt.pk).update(tekst="Noe annet")
        actions.avslutt_punkt(punkt=punkt, versjon=1, tilstand=Punkttilstand.GJORT, av=kari)


def test_punkt_er_en_oppgave_til_det_er_gjort(av: Aktoer) -> None:
    """An open point is a task of its owner; finished it is none. Nothing of what it says is in the task."""
    moete = lag_moete(av, type="dialog")
    punkt = lag_punkt(moete, av, tekst="Hemmelig ord", bruker_id=av.bruker_id)
    with kontekst(motor_kontekst()):
        [(emne, _fakta)] = list(finn_kilde("moeter").les([punkt.pk]))
    assert (emne.virksomhet_id, emne.ansvarlig_id, emne.person_id) == (av.virksomhet_id, av.bruker_id, None)
    assert "Hemmelig" not in repr(emne)
    adresse = f"/moeter/{moete.noekkel}/#punkt-{punkt.noekkel}"
    assert oppgaver() == oppgaver(punkt.pk) == [(punkt.pk, adresse, "Følg opp punkt fra dialogmøte")]
    actions.avslutt_punkt(punkt=punkt, versjon=1, tilstand=Punkttilstand.GJORT, av=av)
    assert oppgaver(punkt.pk) == []


def test_oppgaven_lukkes_med_punktet(av: Aktoer) -> None:
    """The queue itself: a task when the point is agreed on, none when it is done."""
    from integrering.oppgaver.models import Oppgave

    def aapne() -> int:
        return Oppgave.objects.filter(url__contains=f"{punkt.noekkel}", lukket__isnull=True).count()

    punkt = lag_punkt(lag_moete(av), av)
    assert aapne() == 1
    actions.avslutt_punkt(punkt=punkt, versjon=1, tilstand=Punkttilstand.GJORT, av=av)
    assert aapne() == 0
