"""The walls: who writes what waits and the reminders, and who sees them."""

from __future__ import annotations

import uuid

import pytest
from django.db import ProgrammingError, transaction
from django.db.utils import DatabaseError

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.kvartal import Kvartal
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.tilskudd.runder import sett_satser
from tests.utsikter.hjelp import elev
from tilskudd.utsikter.actions.beregning import oppdater_paa_vent
from tilskudd.utsikter.actions.paaminnelse import paaminn, spoer
from tilskudd.utsikter.bidrag import bidrag
from tilskudd.utsikter.innmelding import _adresse, egne_oppgaver
from tilskudd.utsikter.models import Gruppe, Paaminnelse, PaaVent, PaaVentKvartal, Prognose
from tilskudd.utsikter.queries.paa_vent import per_kommune, per_kvartal

pytestmark = pytest.mark.django_db
K3, K4 = Kvartal(2023, 3), Kvartal(2023, 4)


@pytest.fixture
def raadgiver() -> Aktoer:
    sett_satser()
    return fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER)


def _spurt(person: Person, av: Aktoer) -> Paaminnelse:
    with kontekst(kontekst_for(av)):
        return spoer(person=person, grunner=["periode"], kroner=1, tekst="Kan dere registrere?", av=av)


@pytest.mark.parametrize("modell", [PaaVent, PaaVentKvartal, Prognose])
def test_ingen_bruker_endrer_det_som_er_regnet_ut(modell: type, raadgiver: Aktoer) -> None:
    elev()
    oppdater_paa_vent()
    for forsoek in ("update", "delete"):
        with kontekst(kontekst_for(raadgiver)), pytest.raises(ProgrammingError), transaction.atomic():
            rader = modell.objects.all()  # type: ignore[attr-defined]
            rader.update(dager_uten_sats=0) if forsoek == "update" else rader._raw_delete("default")


def test_en_paaminnelse_skrives_en_gang_i_eget_navn(raadgiver: Aktoer) -> None:
    person = elev()
    sendt = _spurt(person, raadgiver)
    andre = fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    with kontekst(kontekst_for(andre)):
        with pytest.raises(DatabaseError), transaction.atomic():
            Paaminnelse.objects.filter(pk=sendt.pk).update(kroner=2)
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Paaminnelse.objects.create(
                noekkel=uuid.uuid4(), person=person, kommune_id=sendt.kommune_id, melding_id=sendt.melding_id,
                grunner=[], kroner=0, av_id=raadgiver.bruker_id,
            )  # fmt: skip


def test_kommunen_ser_paaminnelsen_og_ingen_annen_kommune(raadgiver: Aktoer) -> None:
    sendt = _spurt(elev(), raadgiver)
    for nummer, ser in (("5001", 1), ("5006", 0)):
        with kontekst(kontekst_for(fabrikk.lag_aktoer(nummer=nummer))):
            assert Paaminnelse.objects.count() == ser
    with kontekst(motor_kontekst()):
        assert egne_oppgaver([sendt.noekkel, uuid.uuid4()]) == {sendt.noekkel}


def test_bare_raadgiveren_spoer(raadgiver: Aktoer) -> None:
    person = elev()
    for rolle in (Rolle.TILSKUDDSGODKJENNER, Rolle.FYLKE_SAKSBEHANDLER):
        with pytest.raises(IkkeTilgang):
            _spurt(person, fabrikk.lag_aktoer(rolle))
        with pytest.raises(IkkeTilgang):
            paaminn(noekler=[person.noekkel], av=fabrikk.lag_aktoer(rolle))


def test_samme_dag_er_det_samme_meldingen_og_naboen_maa_vente(
    raadgiver: Aktoer, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = elev()
    foerste = _spurt(person, raadgiver)
    assert _spurt(person, raadgiver) == foerste
    monkeypatch.setattr("tilskudd.utsikter.actions.paaminnelse._noekkel", lambda *_: uuid.uuid4())
    with pytest.raises(Regelbrudd, match="Spør igjen tidligst"):
        _spurt(person, raadgiver)


def test_ingenting_aa_spoerre_om(raadgiver: Aktoer) -> None:
    with kontekst(kontekst_for(raadgiver)), pytest.raises(Regelbrudd, match="ingenting å spørre"):
        spoer(person=elev(), grunner=[], kroner=0, tekst="Hei", av=raadgiver)
    with kontekst(kontekst_for(raadgiver)):
        assert paaminn(noekler=[], av=raadgiver) == 0


def test_hver_kommune_faar_meldingen_paa_sin_maalform(raadgiver: Aktoer) -> None:
    """A municipality that has chosen nynorsk is written to in nynorsk, whatever the adviser reads."""
    person = elev()
    with kontekst(motor_kontekst()):
        Virksomhet.objects.filter(nummer="5001").update(maalform="nn")
        person.refresh_from_db()
    oppdater_paa_vent()
    with kontekst(kontekst_for(raadgiver)):
        assert paaminn(noekler=[person.noekkel], av=raadgiver) == 1
        [sendt] = Paaminnelse.objects.select_related("melding__samtale")
    assert sendt.kroner == 41_647 and sendt.grunner == ["periode"]
    assert sendt.melding.samtale.tittel


def test_tallene_til_oversikten_og_oppgaven_til_kommunen(raadgiver: Aktoer) -> None:
    elev()
    elev(kommune="5006", vedtak=False)
    elev(adressebeskyttelse="fortrolig")
    oppdater_paa_vent()
    with kontekst(kontekst_for(raadgiver)):
        assert per_kvartal([K3, K4]) == {K3: 3 * 4_089, K4: 3 * 9_174}
        assert per_kvartal([Kvartal(2022, 1)]) == {}
        assert per_kommune([K3]) == {(K3, "5001"): 4_089, (K3, "5006"): 4_089}
        [rad] = bidrag(K4, "5006")
    assert (rad.tekst, rad.antall, rad.beloep) == ("Vedtak, periode", 1, 9_174)
    assert _adresse(K3, "5006") == "/tilskudd/mangler/personer/?kommune=5006&kvartal=2023-3"


def test_navn_paa_rader() -> None:
    kvartal = Kvartal(2026, 4)
    assert str(PaaVent(person_id=7)) == "7"
    assert str(PaaVentKvartal(person_id=7, kvartal=kvartal)) == "7 2026K4"
    assert str(Prognose(gruppe=Gruppe.FYLKET, kvartal=kvartal)) == "fylket 2026K4"
    assert str(Paaminnelse(noekkel=uuid.UUID(int=1))).endswith("0001")
