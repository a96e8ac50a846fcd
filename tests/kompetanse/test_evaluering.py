"""Evaluation: those who came, once each; nobody learns who said what."""

from __future__ import annotations

import re
import threading
from datetime import date, timedelta
from typing import Any

import psycopg
import pytest
from django.db import ProgrammingError, connection, connections, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from integrering.utveksling.varsler.register import Telling, varselkilder_for
from regionalt.kompetanse import actions
from regionalt.kompetanse.actions import Evalueringsdata, Paameldingsdata
from regionalt.kompetanse.models import Arrangement, Evaluert
from regionalt.kompetanse.queries.evaluering import for_fylket
from regionalt.kompetanse.rules.evaluering import siste_dag, snitt, tar_svar
from regionalt.kompetanse.tasks import slett_gamle_navn
from regionalt.kompetanse.tekster import EVALUERINGEN
from tests.fabrikk import STEINKJER, aktoer, lag_aktoer, lag_bruker
from tests.kompetanse.hjelp import alle, lag_arrangement, oekt, saksbehandler
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

_SVAR = {"nytte": "5", "innhold": "4", "opplegg": "2", "tekst": "Mer tid til spørsmål"}


def _bruker(rolle: Rolle = Rolle.KOMMUNE_FLYKTNINGTJENESTE, nummer: str = "") -> Bruker:
    """Return a user with an address; the address has capitals, as people write them."""
    bruker = lag_bruker(rolle, nummer)
    bruker.email = f"{bruker.username.title()}@kommune.example"
    bruker.save()
    return bruker


def _holdt(*brukere: Bruker, dager: int = -3, moett: bool = True) -> Arrangement:
    """Hold an event so many days from now; these were registered, and came."""
    av = saksbehandler()
    a = lag_arrangement(av=av, oekter=(oekt(dager),))
    with kontekst(kontekst_for(av)):
        (en,) = a.oekter.all()
        meldt = [_meld_paa(a, bruker, av) for bruker in brukere]
        kryss = [(p, en.pk) for p in meldt] if moett else []
        actions.sett_oppmoete(arrangement=a, versjon=a.versjon, moett=kryss, av=av)
        actions.merk_holdt(arrangement=a, versjon=a.versjon, av=av)
    return a


def _meld_paa(a: Arrangement, bruker: Bruker, av: Aktoer) -> int:
    data = Paameldingsdata(str(bruker), "Rådgiver", bruker.email, organisasjon="Prøveetaten")
    return actions.meld_paa(arrangement=a, data=data, av=av).pk


def _svar(a: Arrangement, bruker: Bruker, *svaret: Any) -> None:
    av = aktoer(bruker)
    with kontekst(kontekst_for(av)):
        actions.evaluer(arrangement=a, data=Evalueringsdata(*svaret), av=av)


def _adresse(a: Arrangement, navn: str = "evaluer") -> str:
    return reverse(f"kompetanse:{navn}", args=[a.noekkel])


def _les(klient: Client, adresse: str) -> str:
    return klient.get(adresse).content.decode()


@pytest.mark.django_db
def test_den_som_moette_svarer_en_gang() -> None:
    """From the page, from the list; what is wrong is said; afterwards there is nothing more to do."""
    kari = _bruker()
    a = _holdt(kari)
    klient = inn(kari)
    assert "Du var med. Si hva du synes" in _les(klient, _adresse(a, "arrangement"))
    assert _adresse(a) in _les(klient, reverse("kompetanse:kurs"))
    assert "Svaret er anonymt" in _les(klient, _adresse(a))
    for feil, tekst in (({"nytte": ""}, "Velg et tall fra 1 til 5."), ({"innhold": "6"}, "innhold"),
                        ({"tekst": "Om 01017012345"}, "Ta ut nummeret")):  # fmt: skip
        svar = klient.post(_adresse(a), _SVAR | feil)
        assert svar.status_code == 422 and tekst in svar.content.decode()
    assert "Takk for svaret." in klient.post(_adresse(a), _SVAR, follow=True).content.decode()
    igjen = klient.get(_adresse(a), follow=True).content.decode()
    assert "Du har svart. Takk." in igjen and "Si hva du synes" not in igjen
    assert _adresse(a) not in _les(klient, reverse("kompetanse:kurs"))
    with pytest.raises(Regelbrudd):
        _svar(a, kari, 1, 1, 1)
    assert "1 har svart." in _les(inn(lag_bruker(Rolle.LEDER)), _adresse(a, "arrangement"))


@pytest.mark.django_db
def test_fylket_ser_svarene_fra_tre_av_kommunen_aldri() -> None:
    brukere = [_bruker(), _bruker(nummer=STEINKJER), _bruker(Rolle.FYLKE_SAKSBEHANDLER)]
    a, side = _holdt(*brukere), "arrangement"
    fylket = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    _svar(a, brukere[0], 5, 4, 3, "Øvelsene var best")
    _svar(a, brukere[1], 5, 4, 1, "Alt for kaldt i salen")
    skjult = _les(fylket, _adresse(a, side))
    assert "2 har svart." in skjult and "når minst 3 har svart" in skjult
    assert "Øvelsene" not in skjult and "Snitt" not in skjult
    _svar(a, brukere[2], 4, 1, 1)
    vist = _les(fylket, _adresse(a, side))
    assert vist.index("Alt for kaldt") < vist.index("Øvelsene var best")
    rader = vist[vist.index('id="evaluering"') :].split("<tr")[2:5]
    tallene = [re.findall(r">([0-9,]+)</td>", rad) for rad in rader]
    assert tallene == [
        ["4,7", "0", "0", "0", "1", "2"],
        ["3,0", "1", "0", "0", "2", "0"],
        ["1,7", "2", "0", "1", "0", "0"],
    ]
    assert antall_spoerringer(fylket, _adresse(a, side)) <= 10
    kommunen = _les(inn(brukere[0]), _adresse(a, side))
    assert "Du har svart" in kommunen and "Alt for kaldt" not in kommunen and "Snitt" not in kommunen


@pytest.mark.django_db
def test_uten_kommentarer_sier_siden_det() -> None:
    brukere = [_bruker() for _n in range(3)]
    a = _holdt(*brukere)
    for bruker in brukere:
        _svar(a, bruker, 3, 3, 3)
    fylket = inn(lag_bruker(Rolle.ADMINISTRATOR))
    assert "Ingen skrev en kommentar." in _les(fylket, _adresse(a, "arrangement"))
    with kontekst(kontekst_for(saksbehandler())):
        assert for_fylket(a)[1].fordeling == {felt: [0, 0, 3, 0, 0] for felt in EVALUERINGEN}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("dager", "moett", "status", "tekst"),
    [(-3, False, 403, ""), (-40, True, 200, "Det er ikke åpent for svar nå.")],
)
def test_den_som_ikke_moette_eller_kommer_for_sent_svarer_ikke(
    dager: int, moett: bool, status: int, tekst: str
) -> None:
    kari = _bruker()
    a = _holdt(kari, dager=dager, moett=moett)
    svar = inn(kari).get(_adresse(a), follow=True)
    assert svar.status_code == status and tekst in svar.content.decode()
    assert "Si hva du synes" not in _les(inn(kari), _adresse(a, "arrangement"))
    with pytest.raises(Regelbrudd):
        _svar(a, kari, 1, 1, 1)


@pytest.mark.django_db
def test_bare_den_som_ser_arrangementer_svarer_og_teksten_proeves_ogsaa_i_handlingen() -> None:
    kari, skolen = _bruker(), _bruker(Rolle.SKOLEKONTAKT)
    a = _holdt(kari, skolen)
    with pytest.raises(IkkeTilgang):
        _svar(a, skolen, 1, 1, 1)
    with pytest.raises(Regelbrudd) as feil:
        _svar(a, kari, 1, 1, 1, "01017012345")
    assert "tekst" in feil.value.meldinger


@pytest.mark.django_db
@pytest.mark.parametrize("tabell", ["kompetanse_evaluering", "kompetanse_evaluert"])
def test_ingen_leser_svarene_utenom_funksjonene(tabell: str) -> None:
    for av in (saksbehandler(), lag_aktoer()):
        with kontekst(kontekst_for(av)), pytest.raises(ProgrammingError), transaction.atomic():
            connection.cursor().execute(f"SELECT FROM {tabell}")


@pytest.mark.django_db
def test_den_som_kan_svare_faar_det_i_varselet() -> None:
    kari = _bruker()
    _holdt(kari)
    av, foer = aktoer(kari), timezone.now() - timedelta(hours=1)
    (kilde,) = (k for k in varselkilder_for(av) if k.kode == "kursevaluering")
    with kontekst(kontekst_for(av)):
        assert kilde.tell(av, foer) == Telling(1, 1)
        assert kilde.tell(av, timezone.now()) == Telling(1, 0)


@pytest.mark.django_db
def test_hvem_som_har_svart_glemmes_naar_det_er_stengt() -> None:
    kari = _bruker()
    a = _holdt(kari)
    _svar(a, kari, 1, 1, 1)
    slett_gamle_navn()
    assert len(alle(Evaluert)) == 1
    siste = siste_dag(timezone.localdate(a.slutt))
    assert actions.glem_hvem_som_svarte(i_dag=siste) == 0
    assert actions.glem_hvem_som_svarte(i_dag=siste + timedelta(days=1)) == 1
    assert alle(Evaluert) == []


def test_to_svar_samtidig_og_ingenting_binder_svaret_til_den_som_svarte(
    egen_database: str, superbruker_dsn: str
) -> None:
    """Each twice at the same time: once each. No column and no transaction tells which answer is whose."""
    brukere = [_bruker(), _bruker(nummer=STEINKJER)]
    a = _holdt(*brukere)
    klare = threading.Barrier(4)
    avvist: list[Bruker] = []

    def svar(bruker: Bruker) -> None:
        klare.wait()
        try:
            _svar(a, bruker, 1, 2, 3)
        except Regelbrudd:
            avvist.append(bruker)
        finally:
            connections.close_all()

    traader = [threading.Thread(target=svar, args=[bruker]) for bruker in brukere * 2]
    for traad in traader:
        traad.start()
    for traad in traader:
        traad.join()
    assert sorted(b.pk for b in avvist) == sorted(b.pk for b in brukere)
    with psycopg.connect(superbruker_dsn) as kobling:
        kolonner = kobling.execute(
            "SELECT column_name::text FROM information_schema.columns"
            " WHERE table_name = 'kompetanse_evaluering'"
        ).fetchall()
        svarene = kobling.execute("SELECT xmin::text, id FROM kompetanse_evaluering").fetchall()
        merkene = kobling.execute("SELECT xmin::text FROM kompetanse_evaluert").fetchall()
    assert {k for (k,) in kolonner} == {"id", "arrangement_id", "nytte", "innhold", "opplegg", "tekst"}
    assert len(svarene) == len(merkene) == 2
    assert len({xmin for xmin, _id in svarene}) == 1 and len(set(merkene)) == 2


@pytest.mark.parametrize(
    ("holdt", "dager", "kan"),
    [(True, 0, True), (True, 28, True), (True, 29, False), (True, -1, False), (False, 3, False)],
)
def test_det_er_aapent_i_fire_uker(holdt: bool, dager: int, kan: bool) -> None:
    slutt = date(2026, 3, 2)
    assert tar_svar(holdt=holdt, slutt=slutt, i_dag=slutt + timedelta(days=dager)) is kan


@pytest.mark.parametrize(
    ("fordeling", "forventet"), [((0, 0, 0, 0, 0), None), ((1, 0, 0, 0, 1), 3.0), ((0, 0, 0, 1, 3), 4.75)]
)
def test_snitt(fordeling: tuple[int, ...], forventet: float | None) -> None:
    assert snitt(fordeling) == forventet
