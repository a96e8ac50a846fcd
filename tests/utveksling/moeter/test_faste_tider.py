"""Weekly slots: what is made, once; what happens to it when the slot is changed; whose it is."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest
import time_machine
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.moeter import actions
from integrering.utveksling.moeter.models import FastTid, Moete
from integrering.utveksling.moeter.queries.moeter import neste_i_rekken
from integrering.utveksling.moeter.tasks import lag_faste_moeter
from tests.fabrikk import STEINKJER, TRONDHEIM, klokken, lag_aktoer
from tests.utveksling.moeter.hjelp import inviter, lag_punkt, lag_tid, tidsdata

pytestmark = pytest.mark.django_db
# a Monday; Easter is 28 March
NAA = klokken(2027, 3, 1, 8)
I_DAG = date(2027, 3, 1)


@pytest.fixture(autouse=True)
def naa() -> Iterator[None]:
    """Every test runs on Monday 1 March 2027."""
    with time_machine.travel(NAA, tick=False):
        yield


@pytest.fixture
def av(naa: None) -> Iterator[Aktoer]:
    """A case worker of the county; the test runs as them."""
    hvem = lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    with kontekst(kontekst_for(hvem)):
        yield hvem


def _dager(tid: FastTid) -> list[str]:
    moeter = Moete.objects.filter(fast_tid=tid).exclude(tilstand="avlyst").order_by("start")
    return [f"{timezone.localtime(m.start):%d.%m %H.%M}" for m in moeter]


ONSDAGER = [
    "03.03 09.00", "10.03 09.00", "17.03 09.00", "24.03 09.00", "31.03 09.00", "07.04 09.00", "14.04 09.00",
    "21.04 09.00",
]  # fmt: skip


def test_moetene_lages_en_gang(av: Aktoer) -> None:
    """Eight weeks ahead, nine o'clock also in summer time, with the slot's participants; again: none."""
    tid = lag_tid(av, deltakere=inviter(TRONDHEIM, brukere=frozenset({av.bruker_id})))
    assert [actions.lag_moeter(tid=tid, i_dag=I_DAG, av=av) for _ in range(2)] == [8, 0]
    assert _dager(tid) == ONSDAGER
    moete = Moete.objects.filter(fast_tid=tid).order_by("start")[0]
    assert sorted(str(d.bruker_id or d.virksomhet) for d in moete.deltakere.all()) == sorted(
        [str(av.bruker_id), "Trondheim"]
    )
    assert (moete.type, moete.tittel, moete.opprettet_av_id) == ("team", "Ukens teammøte", av.bruker_id)
    kollega = lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    tid2 = lag_tid(av)
    with kontekst(kontekst_for(kollega)):
        assert actions.lag_moeter(tid=tid2, i_dag=I_DAG, av=kollega) == 8


def test_helligdager_og_unntak_hoppes_over(av: Aktoer) -> None:
    """Skjærtorsdag has no meeting, and neither has the day that is said to be without."""
    tid = lag_tid(av, ukedag=4)
    assert not actions.legg_til_unntak(tid=tid, dato=date(2027, 3, 11), grunn="Kurs", av=av)
    assert actions.lag_moeter(tid=tid, i_dag=I_DAG, av=av) == 6
    assert [d[:5] for d in _dager(tid)] == ["04.03", "18.03", "01.04", "08.04", "15.04", "22.04"]
    actions.slett_unntak(tid=tid, dato=date(2027, 3, 11), av=av)
    assert actions.lag_moeter(tid=tid, i_dag=I_DAG, av=av) == 1


def test_unntak_avlyser_moetet_som_er_laget(av: Aktoer) -> None:
    """The invited see why; it is not made again; the other weeks stay."""
    tid = lag_tid(av)
    actions.lag_moeter(tid=tid, i_dag=I_DAG, av=av)
    assert actions.legg_til_unntak(tid=tid, dato=date(2027, 3, 10), grunn="Kurs", av=av)
    avlyst = Moete.objects.get(fast_tid=tid, tilstand="avlyst")
    assert (avlyst.avlyst_grunn, avlyst.sekvens) == ("Kurs", 1)
    assert actions.lag_moeter(tid=tid, i_dag=I_DAG, av=av) == 0
    assert len(_dager(tid)) == 7
    for dato, grunn, felt in ((date(2027, 3, 11), "Kurs", "dato"), (date(2027, 3, 17), " ", "grunn")):
        with pytest.raises(Regelbrudd) as brudd:
            actions.legg_til_unntak(tid=tid, dato=dato, grunn=grunn, av=av)
        assert list(brudd.value.meldinger) == [felt]


def test_endring_som_moetene_foelger(av: Aktoer) -> None:
    """Planned ones move; one moved by hand stays; one on a holiday is called off; calendars are told."""
    tid = lag_tid(av)
    actions.lag_moeter(tid=tid, i_dag=I_DAG, av=av)
    for_haand = Moete.objects.filter(fast_tid=tid).order_by("start")[1]
    Moete.objects.filter(pk=for_haand.pk).update(start=klokken(2027, 3, 9), slutt=klokken(2027, 3, 9, 13))
    lag_punkt(Moete.objects.filter(fast_tid=tid).order_by("start")[0], av)
    ny = tidsdata(ukedag=4, klokkeslett=time(10), tittel="Torsdag", deltakere=inviter(TRONDHEIM))
    antall = actions.endre_fast_tid(tid=tid, versjon=1, data=ny, moetene_foelger=True, av=av)
    assert antall == 7
    assert _dager(tid) == [
        "04.03 10.00", "09.03 12.00", "18.03 10.00", "01.04 10.00", "08.04 10.00", "15.04 10.00",
        "22.04 10.00",
    ]  # fmt: skip
    flyttet = Moete.objects.filter(fast_tid=tid).order_by("start")[0]
    assert (flyttet.tittel, flyttet.sekvens, flyttet.deltakere.count()) == ("Torsdag", 1, 1)
    assert Moete.objects.get(fast_tid=tid, tilstand="avlyst").fast_uke == date(2027, 3, 22)
    igjen = actions.endre_fast_tid(tid=tid, versjon=2, data=ny, moetene_foelger=True, av=av)
    assert igjen == 6
    assert flyttet.deltakere.count() == 1


def test_endring_der_moetene_staar(av: Aktoer) -> None:
    """Those made stay where they are, and their weeks get no second meeting."""
    tid = lag_tid(av)
    actions.lag_moeter(tid=tid, i_dag=I_DAG, av=av)
    ny = tidsdata(ukedag=5, til=date(2027, 6, 30))
    assert actions.endre_fast_tid(tid=tid, versjon=1, data=ny, moetene_foelger=False, av=av) == 0
    assert actions.lag_moeter(tid=tid, i_dag=I_DAG, av=av) == 0
    assert _dager(tid) == ONSDAGER
    with pytest.raises(Konflikt):
        actions.endre_fast_tid(tid=tid, versjon=1, data=ny, moetene_foelger=False, av=av)


def test_nattjobben_holder_ukene_framover(av: Aktoer) -> None:
    """Each night what is missing, for all slots that are not over; no user asks."""
    tid, over = lag_tid(av), lag_tid(av, til=I_DAG + timedelta(days=1))
    kommunens = lag_tid(lag_aktoer(nummer=STEINKJER))
    with kontekst(motor_kontekst()):
        lag_faste_moeter()
        assert _dager(tid) == ONSDAGER
        assert _dager(over) == []
        kommuner = {str(k) for m in Moete.objects.filter(fast_tid=kommunens) for k in m.kommuner.all()}
        assert kommuner == {"Steinkjer"}
        with time_machine.travel(NAA + timedelta(days=7), tick=False):
            assert actions.lag_alle_moeter(i_dag=I_DAG + timedelta(days=7)) == 2
    naermeste = Moete.objects.filter(fast_tid=tid).order_by("start")
    assert neste_i_rekken(naermeste[0]) == naermeste[1]


def test_moete_som_har_begynt_lages_ikke(av: Aktoer) -> None:
    """Today's is made before it begins, not after."""
    tid = lag_tid(av, ukedag=1, klokkeslett=time(7))
    actions.lag_moeter(tid=tid, i_dag=I_DAG, av=av)
    assert _dager(tid)[0] == "08.03 07.00"


@pytest.mark.parametrize(
    ("felt", "verdi", "feil"),
    [
        ("til", date(2027, 2, 1), "til"),
        ("videolenke", "ftp://x", "videolenke"),
        ("tittel", "Sak 010199", "tittel"),
        ("sted", "Hos 01019912345", "sted"),
    ],
)
def test_det_som_ikke_kan_vaere_en_fast_tid(av: Aktoer, felt: str, verdi: object, feil: str) -> None:
    """Each refusal stands at its field."""
    with pytest.raises(Regelbrudd) as brudd:
        actions.lag_fast_tid(data=tidsdata(**{felt: verdi}), innsending=uuid.uuid4(), av=av)
    assert list(brudd.value.meldinger) == [feil]


def test_samme_skjema_to_ganger_og_andres_tid(av: Aktoer) -> None:
    """One slot per form; another organisation neither sees nor changes it."""
    nr = uuid.uuid4()
    tider = [actions.lag_fast_tid(data=tidsdata(), innsending=nr, av=av) for _ in range(2)]
    assert tider[0].pk == tider[1].pk
    kari = lag_aktoer(nummer=TRONDHEIM)
    with kontekst(kontekst_for(kari)):
        assert not FastTid.objects.exists()
        with pytest.raises(IkkeTilgang):
            actions.lag_moeter(tid=tider[0], i_dag=I_DAG, av=kari)
