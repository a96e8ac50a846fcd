"""Calling, changing, cancelling and holding a meeting: one per form sent, conflicts, whose it is."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from integrering.utveksling.moeter import actions
from integrering.utveksling.moeter.actions.felles import Deltakervalg
from integrering.utveksling.moeter.models import Deltaker, Moete
from integrering.utveksling.moeter.queries.moeter import mine_moeter
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
    assert mine_moeter(av).filter(slutt__lt=om(6)).get() == aapen


def test_en_bruker_med_to_virksomheter(av: Aktoer) -> None:
    """My meetings are those of the organisation I represent now."""
    bruker = lag_bruker(nummer=TRONDHEIM)
    kari = som_aktoer(bruker)
    gi_rolle(bruker, Rolle.KOMMUNE_FLYKTNINGTJENESTE, STEINKJER)
    lag_moete(av, deltakere=inviter(STEINKJER))
    with kontekst(kontekst_for(kari)):
        assert list(mine_moeter(kari)) == []
