"""What the actions promise: one thing per form sent, conflicts, locked minutes, points that become tasks."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.oppgaver.regelverk import finn_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.moeter import actions
from integrering.utveksling.moeter.actions.felles import Deltakervalg
from integrering.utveksling.moeter.actions.punkt import Punktdata
from integrering.utveksling.moeter.kodeverk import Punkttilstand
from integrering.utveksling.moeter.models import Deltaker, Moete, Moetepunkt
from integrering.utveksling.moeter.queries.moeter import mine_moeter, neste_i_rekken
from integrering.utveksling.moeter.queries.punkter import ansvarlige_for, mine_punkter, punkter_i
from tests.fabrikk import (
    FYLKET,
    SKOLE,
    STEINKJER,
    TRONDHEIM,
    gi_rolle,
    lag_aktoer,
    lag_bruker,
    lag_person,
    virksomhet,
)
from tests.fabrikk import aktoer as som_aktoer
from tests.utveksling.moeter.hjelp import data, inviter, lag_moete, lag_punkt, om

pytestmark = pytest.mark.django_db


@pytest.fixture
def av() -> Iterator[Aktoer]:
    """A case worker of the county; the test runs as them."""
    hvem = lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    with kontekst(kontekst_for(hvem)):
        yield hvem


# --- The meeting ---


def test_samme_skjema_to_ganger_er_ett_moete(av: Aktoer) -> None:
    """A double click calls one meeting, with its participants once."""
    nr = uuid.uuid4()
    valg = inviter(TRONDHEIM, eksterne=(("Kari Prøve", "NAV Prøvedal"),))
    ett = actions.kall_inn(data=data(deltakere=valg), innsending=nr, av=av)
    to = actions.kall_inn(data=data(deltakere=valg), innsending=nr, av=av)
    assert ett.pk == to.pk
    assert sorted(str(d) for d in ett.deltakere.all()) == ["Kari Prøve, NAV Prøvedal", "Trondheim"]


def test_samme_skjema_samtidig_er_ett_moete(av: Aktoer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second that passes the look-up is stopped by the database, and gives the first's meeting."""
    nr = uuid.uuid4()
    ett = actions.kall_inn(data=data(), innsending=nr, av=av)
    ekte, ganger = Moete.objects.filter, iter([True])

    def filter_(*args: object, **kwargs: object) -> object:
        return Moete.objects.none() if next(ganger, False) else ekte(*args, **kwargs)

    monkeypatch.setattr(Moete.objects, "filter", filter_)
    assert actions.kall_inn(data=data(), innsending=nr, av=av).pk == ett.pk


def test_to_neste_moeter_samtidig(av: Aktoer) -> None:
    """A meeting has one next: the database stops the other."""
    forrige = lag_moete(av, -1)
    actions.kall_inn(data=data(), innsending=uuid.uuid4(), av=av, forrige=forrige)
    with pytest.raises(Regelbrudd, match="alt laget"):
        actions.kall_inn(data=data(), innsending=uuid.uuid4(), av=av, forrige=forrige)


@pytest.mark.parametrize(
    ("felt", "verdi", "feil"),
    [
        ("slutt", om(7), "til"),
        ("videolenke", "http://video.eksempel.no", "videolenke"),
        ("tittel", "Sak 01019912345", "tittel"),
        ("dagsorden", "Gjelder DUF 2099 000001 03", "dagsorden"),
        ("deltakere", Deltakervalg(virksomheter=frozenset({0})), "virksomheter"),
        ("deltakere", Deltakervalg(brukere=frozenset({0})), "brukere"),
    ],
)
def test_det_som_ikke_kan_vaere_et_moete(av: Aktoer, felt: str, verdi: object, feil: str) -> None:
    """Each refusal stands at its field, and nothing is saved."""
    felter: dict[str, Any] = {felt: verdi}
    with pytest.raises(Regelbrudd) as brudd:
        actions.kall_inn(data=data(**felter), innsending=uuid.uuid4(), av=av)
    assert list(brudd.value.meldinger) == [feil]
    assert not Moete.objects.exists()


def test_bare_egne_brukere_kan_navngis(av: Aktoer) -> None:
    """Another organisation's users are its own to name; a user who has left is nobody's."""
    andres = lag_bruker(nummer=TRONDHEIM)
    sluttet = lag_bruker(Rolle.TILSKUDDSRAADGIVER)
    sluttet.is_active = False
    sluttet.save()
    for bruker in (andres, sluttet):
        with pytest.raises(Regelbrudd):
            valg = Deltakervalg(brukere=frozenset({bruker.pk}))
            actions.kall_inn(data=data(deltakere=valg), innsending=uuid.uuid4(), av=av)


def test_endring_av_tid_gir_ny_kalenderversjon(av: Aktoer) -> None:
    """Calendars are told of a new time, not of a new title."""
    moete = lag_moete(av)
    actions.endre_moete(moete=moete, versjon=1, data=data(tittel="Nytt navn"), av=av)
    assert (moete.tittel, moete.sekvens, moete.versjon) == ("Nytt navn", 0, 2)
    actions.endre_moete(moete=moete, versjon=2, data=data(8), av=av)
    assert moete.sekvens == 1


def test_to_som_endrer_samtidig(av: Aktoer) -> None:
    """The second is told who was first; participants stay as the first left them."""
    moete = lag_moete(av)
    actions.endre_moete(moete=moete, versjon=1, data=data(deltakere=inviter(TRONDHEIM)), av=av)
    with pytest.raises(Konflikt) as konflikt:
        actions.endre_moete(moete=moete, versjon=1, data=data(tittel="Mitt"), av=av)
    assert konflikt.value.naa.endret_av_id == av.bruker_id
    moete.refresh_from_db()
    assert (moete.tittel, moete.deltakere.count()) == ("Teammøte", 1)


def test_endret_deltakerliste_beholder_andres_paamelding(av: Aktoer) -> None:
    """Whom an invited organisation has named stays; with the organisation, its people go."""
    kari = lag_aktoer(nummer=TRONDHEIM)
    moete = lag_moete(av, deltakere=inviter(TRONDHEIM, SKOLE))
    with kontekst(kontekst_for(kari)):
        actions.meld_paa(moete=moete, brukere=frozenset({kari.bruker_id}), av=kari)
    actions.endre_moete(
        moete=moete,
        versjon=1,
        data=data(deltakere=inviter(TRONDHEIM, brukere=frozenset({av.bruker_id}))),
        av=av,
    )
    assert {(d.virksomhet_id, d.bruker_id) for d in moete.deltakere.all()} == {
        (virksomhet(TRONDHEIM).pk, None),
        (virksomhet(TRONDHEIM).pk, kari.bruker_id),
        (virksomhet(FYLKET).pk, av.bruker_id),
    }
    actions.endre_moete(moete=moete, versjon=2, data=data(), av=av)
    assert not moete.deltakere.exists()


def test_den_som_har_aapne_punkter_maa_vaere_med(av: Aktoer) -> None:
    """An organisation with something to do is not taken out of the meeting where it stands."""
    moete = lag_moete(av, deltakere=inviter(TRONDHEIM))
    lag_punkt(moete, av, til=virksomhet(TRONDHEIM).pk)
    with pytest.raises(Regelbrudd, match="har åpne punkter"):
        actions.endre_moete(moete=moete, versjon=1, data=data(), av=av)


def test_paamelding(av: Aktoer) -> None:
    """The invited say who comes, again and again; the owner does it elsewhere; called off is as it was."""
    kari = lag_aktoer(nummer=TRONDHEIM)
    moete = lag_moete(av, deltakere=inviter(TRONDHEIM))
    with pytest.raises(IkkeTilgang):
        actions.meld_paa(moete=moete, brukere=frozenset(), av=av)
    with kontekst(kontekst_for(kari)):
        for brukere in ({kari.bruker_id}, {kari.bruker_id}, set[int]()):
            actions.meld_paa(moete=moete, brukere=frozenset(brukere), av=kari)
            mine = Deltaker.objects.filter(bruker__isnull=False).values_list("bruker_id", flat=True)
            assert set(mine) == brukere
        with pytest.raises(Regelbrudd):
            actions.meld_paa(moete=moete, brukere=frozenset({av.bruker_id}), av=kari)
    actions.avlys(moete=moete, versjon=1, grunn="Snøvær", av=av)
    with kontekst(kontekst_for(kari)), pytest.raises(Regelbrudd):
        actions.meld_paa(moete=moete, brukere=frozenset(), av=kari)


def test_kommuner_moetet_gjelder(av: Aktoer) -> None:
    """Only municipalities; a municipality's own meeting concerns itself."""
    begge = frozenset({virksomhet(TRONDHEIM).pk, virksomhet(FYLKET).pk})
    moete = lag_moete(av, kommuner=begge)
    assert [k.kommune.nummer for k in moete.kommuner.all()] == [TRONDHEIM]
    actions.endre_moete(
        moete=moete, versjon=1, data=data(kommuner=frozenset({virksomhet(STEINKJER).pk})), av=av
    )
    assert [str(k) for k in moete.kommuner.all()] == [virksomhet(STEINKJER).navn]
    kari = lag_aktoer(nummer=TRONDHEIM)
    eget = lag_moete(kari)
    with kontekst(kontekst_for(kari)):
        assert [k.kommune.nummer for k in eget.kommuner.all()] == [TRONDHEIM]


def test_avlysning(av: Aktoer) -> None:
    """With a reason, once, and nothing is changed after it."""
    moete = lag_moete(av)
    with pytest.raises(Regelbrudd) as uten:
        actions.avlys(moete=moete, versjon=1, grunn=" ", av=av)
    assert list(uten.value.meldinger) == ["grunn"]
    actions.avlys(moete=moete, versjon=1, grunn="Snøvær", av=av)
    assert (moete.avlyst, moete.sekvens, moete.farge) == (True, 1, "warning")
    with pytest.raises(Regelbrudd, match="planlagte"):
        actions.avlys(moete=moete, versjon=2, grunn="Igjen", av=av)
    with pytest.raises(Regelbrudd, match="avlyst"):
        actions.endre_moete(moete=moete, versjon=2, data=data(), av=av)
    with pytest.raises(Regelbrudd, match="avlyst"):
        actions.merk_avholdt(moete=moete, versjon=2, av=av)


def test_avholdt(av: Aktoer) -> None:
    """Not before it has begun; twice is as once."""
    with pytest.raises(Regelbrudd, match="ikke begynt"):
        actions.merk_avholdt(moete=lag_moete(av), versjon=1, av=av)
    moete = lag_moete(av, -1)
    actions.merk_avholdt(moete=moete, versjon=1, av=av)
    actions.merk_avholdt(moete=moete, versjon=1, av=av)
    assert (moete.tilstand, moete.versjon) == ("avholdt", 2)


def test_personer(av: Aktoer) -> None:
    """Added once, taken out, added again; the row of the first time stays."""
    person, moete = lag_person(), lag_moete(av)
    assert actions.legg_til_personer(moete=moete, personer=[person], av=av) == 1
    assert actions.legg_til_personer(moete=moete, personer=[person], av=av) == 0
    actions.ta_ut_person(moete=moete, person=person, av=av)
    actions.ta_ut_person(moete=moete, person=person, av=av)
    assert actions.legg_til_personer(moete=moete, personer=[person], av=av) == 1
    assert [rad.tatt_ut is None for rad in moete.personer.order_by("pk")] == [False, True]


# --- Whose ---


def test_bare_den_som_kalte_inn_endrer(av: Aktoer) -> None:
    """An invited municipality reads; it changes nothing of the meeting."""
    kari = lag_aktoer(nummer=TRONDHEIM)
    moete = lag_moete(av, -1, deltakere=inviter(TRONDHEIM))
    with kontekst(kontekst_for(kari)):
        for gjoer in (
            lambda: actions.endre_moete(moete=moete, versjon=1, data=data(), av=kari),
            lambda: actions.avlys(moete=moete, versjon=1, grunn="Nei", av=kari),
            lambda: actions.skriv_referat(moete=moete, versjon=1, referat="Nei", av=kari),
            lambda: actions.legg_til_personer(moete=moete, personer=[], av=kari),
        ):
            with pytest.raises(IkkeTilgang):
                gjoer()
        skole = lag_aktoer(Rolle.SKOLEKONTAKT)
        with pytest.raises(IkkeTilgang):
            actions.kall_inn(data=data(), innsending=uuid.uuid4(), av=skole)


# --- Minutes ---


def test_referat_fra_utkast_til_rettelse(av: Aktoer) -> None:
    """Written, approved (locked), corrected with a reason; what stood is kept."""
    moete = lag_moete(av, -1)
    with pytest.raises(Regelbrudd, match="Skriv referatet før"):
        actions.godkjenn_referat(moete=moete, versjon=1, av=av)
    for referat in (" ", "Barnet 01019912345"):
        with pytest.raises(Regelbrudd) as brudd:
            actions.skriv_referat(moete=moete, versjon=1, referat=referat, av=av)
        assert list(brudd.value.meldinger) == ["referat"]
    with pytest.raises(Regelbrudd, match="ikke godkjent"):
        actions.rett_referat(moete=moete, versjon=1, referat="Ny", aarsak="x", av=av)
    actions.skriv_referat(moete=moete, versjon=1, referat="Enige om alt.", av=av)
    assert moete.tilstand == "avholdt"
    actions.godkjenn_referat(moete=moete, versjon=2, av=av)
    actions.godkjenn_referat(moete=moete, versjon=2, av=av)
    assert (moete.laast, moete.versjon) == (True, 3)
    with pytest.raises(Regelbrudd, match="låst"):
        actions.skriv_referat(moete=moete, versjon=3, referat="Omskrevet", av=av)
    for referat, aarsak, felt in (("Nytt", "", "aarsak"), ("Enige om alt.", "Ingen", "referat")):
        with pytest.raises(Regelbrudd) as brudd:
            actions.rett_referat(moete=moete, versjon=3, referat=referat, aarsak=aarsak, av=av)
        assert list(brudd.value.meldinger) == [felt]
    actions.rett_referat(moete=moete, versjon=3, referat="Enige om mye.", aarsak="Feil ord", av=av)
    rettelse = moete.rettelser.get()
    assert (rettelse.foer, rettelse.etter, moete.referat) == ("Enige om alt.",) + ("Enige om mye.",) * 2


def test_databasen_laaser_godkjent_referat(av: Aktoer) -> None:
    """Whatever the code forgets: approved minutes change only with a correction, and never open again."""
    moete = lag_moete(av, -1)
    actions.skriv_referat(moete=moete, versjon=1, referat="Enige.", av=av)
    actions.godkjenn_referat(moete=moete, versjon=2, av=av)
    for felt in ({"referat": "Smuglet inn"}, {"referat_godkjent": None, "referat_godkjent_av": None}):
        with pytest.raises(DatabaseError, match="godkjent referat"), transaction.atomic():
            Moete.objects.filter(pk=moete.pk).update(**felt)
    for gjoer in (moete.rettelser.all().delete, lambda: moete.rettelser.update(aarsak="Annet")):
        moete.rettelser.create(foer="Enige.", etter="Uenige.", aarsak="Feil", av_id=av.bruker_id)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            gjoer()


# --- Points ---


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


def _oppgaver(*ider: int) -> list[tuple[int, str, str]]:
    """Return what the tasks' source finds now: subject, url, title."""
    kilde = finn_kilde("moeter")
    with kontekst(motor_kontekst()):
        return [
            (emne.id, emne.url, str(regel.tittel))
            for emne, fakta in kilde.les(ider or None)
            for regel in kilde.regler
            for _forslag in regel.finn(fakta, timezone.localdate())
        ]


def test_punkt_er_en_oppgave_til_det_er_gjort(av: Aktoer) -> None:
    """An open point is a task of its owner; finished it is none. Nothing of what it says is in the task."""
    moete = lag_moete(av, type="dialog")
    punkt = lag_punkt(moete, av, tekst="Hemmelig ord", bruker_id=av.bruker_id)
    with kontekst(motor_kontekst()):
        [(emne, _fakta)] = list(finn_kilde("moeter").les([punkt.pk]))
    assert (emne.virksomhet_id, emne.ansvarlig_id, emne.person_id) == (av.virksomhet_id, av.bruker_id, None)
    assert "Hemmelig" not in repr(emne)
    adresse = f"/moeter/{moete.noekkel}/#punkt-{punkt.noekkel}"
    assert _oppgaver() == _oppgaver(punkt.pk) == [(punkt.pk, adresse, "Følg opp punkt fra dialogmøte")]
    actions.avslutt_punkt(punkt=punkt, versjon=1, tilstand=Punkttilstand.GJORT, av=av)
    assert _oppgaver(punkt.pk) == []


def test_oppgaven_lukkes_med_punktet(av: Aktoer) -> None:
    """The queue itself: a task when the point is agreed on, none when it is done."""
    from integrering.oppgaver.models import Oppgave

    def aapne() -> int:
        return Oppgave.objects.filter(url__contains=f"{punkt.noekkel}", lukket__isnull=True).count()

    punkt = lag_punkt(lag_moete(av), av)
    assert aapne() == 1
    actions.avslutt_punkt(punkt=punkt, versjon=1, tilstand=Punkttilstand.GJORT, av=av)
    assert aapne() == 0


# --- The next meeting ---


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
    assert _oppgaver(aapent.pk)[0][1].startswith(f"/moeter/{neste.noekkel}/")
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


# --- Mine ---


def test_mine_moeter(av: Aktoer) -> None:
    """What I called, what I am named in, and my organisation's invitations when it has named nobody."""
    kari, per = lag_aktoer(nummer=TRONDHEIM), lag_aktoer(nummer=TRONDHEIM)
    aapen, navngitt = (lag_moete(av, n, deltakere=inviter(TRONDHEIM)) for n in (5, 6))
    eget = lag_moete(av, 8)
    with kontekst(kontekst_for(kari)):
        actions.meld_paa(moete=navngitt, brukere=frozenset({kari.bruker_id}), av=kari)
        assert list(mine_moeter(kari)) == [aapen, navngitt]
    with kontekst(kontekst_for(per)):
        assert list(mine_moeter(per)) == [aapen]
    assert list(mine_moeter(av)) == [aapen, navngitt, eget]
    assert mine_moeter(av).filter(slutt__lt=timezone.now() + timedelta(days=6)).get() == aapen


def test_en_bruker_med_to_virksomheter(av: Aktoer) -> None:
    """My meetings are those of the organisation I represent now."""
    bruker = lag_bruker(nummer=TRONDHEIM)
    kari = som_aktoer(bruker)
    gi_rolle(bruker, Rolle.KOMMUNE_FLYKTNINGTJENESTE, STEINKJER)
    lag_moete(av, deltakere=inviter(STEINKJER))
    with kontekst(kontekst_for(kari)):
        assert list(mine_moeter(kari)) == []
