"""The contact log: written down, changed, visits, what was agreed, and who sees it."""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from regionalt.kodeverk import Tema
from regionalt.oppfoelging import actions
from regionalt.oppfoelging.actions.punkt import Punktdata
from regionalt.oppfoelging.kodeverk import Kontaktslag
from regionalt.oppfoelging.models import Kontakt, Kontaktkommune, Kontaktpunkt
from tests.fabrikk import STEINKJER, TRONDHEIM, aktoer, lag_aktoer, lag_bruker, virksomhet
from tests.lister.hjelp import antall_spoerringer
from tests.oppfoelging.hjelp import I_DAG, dager, data, fylket, lag_kontakt, lag_punkt, oppgaver
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
DUF_I_TEKST = "Gjelder 2099 000001 05"


def _skjema(bruker_id: int, **felt: Any) -> dict[str, Any]:
    return {
        "innsending": str(uuid.uuid4()),
        "slag": "telefon",
        "dato": f"{I_DAG:%d.%m.%Y}",
        "kommuner": [TRONDHEIM],
        "tema": "norsk",
        "hos_oss": bruker_id,
        "hos_kommunen": "Rektor",
        "notat": "Plasser til høsten",
    } | felt


def test_kontakten_skrives_ned_og_staar_i_loggen() -> None:
    """From the municipality's page: chosen beforehand, one contact however often it is sent."""
    bruker = lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, etternavn="Logg")
    klient = inn(bruker)
    adresse = f"{reverse('oppfoelging:kontakt_ny')}?kommune={TRONDHEIM}&slag=besoek"
    side = klient.get(adresse).content.decode()
    assert re.search(rf'value="{TRONDHEIM}"[^>]*checked', side)
    assert re.search(r'value="besoek"[^>]*selected', side)
    felt = _skjema(bruker.pk, kommuner=[TRONDHEIM, STEINKJER])
    for _nr in range(2):
        svar = klient.post(adresse, felt, follow=True)
    assert "Kontakten er lagret i kontaktloggen." in svar.content.decode()
    assert "Rektor" in svar.content.decode() and "Plasser til høsten" in svar.content.decode()
    liste = klient.get(reverse("oppfoelging:kontakter")).content.decode()
    assert liste.count("Steinkjer, Trondheim") == 1 and "Kari Logg" in liste
    assert ">Norsk og samfunnskunnskap</a>" in liste and "functools" not in liste


@pytest.mark.parametrize(
    ("felt", "tekst"),
    [
        ({"kommuner": []}, "Velg kommuner."),
        ({"dato": f"{dager(1):%d.%m.%Y}"}, "Bare besøk kan planlegges her."),
        ({"notat": DUF_I_TEKST}, "Ta ut nummeret."),
        ({"hos_kommunen": DUF_I_TEKST}, "Ta ut nummeret."),
        ({"slag": ""}, 'href="#id_slag"'),
    ],
)
def test_feil_sies_ved_feltet_og_ingenting_lagres(felt: dict[str, Any], tekst: str) -> None:
    bruker = lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)
    svar = inn(bruker).post(reverse("oppfoelging:kontakt_ny"), _skjema(bruker.pk, **felt))
    assert svar.status_code == 422 and tekst in svar.content.decode()
    with kontekst(kontekst_for(fylket())):
        assert not Kontakt.objects.exists()


def test_listen_filtreres() -> None:
    av = fylket()
    lag_kontakt(av, TRONDHEIM, tema=Tema.NORSK, dato=dager(-40))
    lag_kontakt(av, STEINKJER, tema=Tema.BOSETTING, slag=Kontaktslag.EPOST)
    klient, adresse = inn(lag_bruker(Rolle.ADMINISTRATOR)), reverse("oppfoelging:kontakter")
    for valg, antall in (
        ({}, 2),
        ({"kommune": TRONDHEIM}, 1),
        ({"slag": "epost"}, 1),
        ({"tema": "norsk"}, 1),
        ({"fra": f"{dager(-10):%d.%m.%Y}"}, 1),
        ({"til": f"{dager(-10):%d.%m.%Y}"}, 1),
        ({"hos_oss_id": av.bruker_id}, 2),
        ({"tilstand": "planlagt"}, 0),
    ):
        svar: Any = klient.get(adresse, valg)
        assert len(svar.context["liste"].objekter) == antall, valg


def test_besoek_planlegges_og_gjennomfoeres() -> None:
    """Planned, moved past its day: then there is a task, and writing about it holds it."""
    av = fylket()
    besoek = lag_kontakt(av, slag=Kontaktslag.BESOEK, dato=dager(3))
    assert besoek.planlagt and oppgaver("BESOEK_ETTER") == []
    klient = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    endre = reverse("oppfoelging:kontakt_endre", args=[besoek.noekkel])
    assert "Da er det gjennomført." in klient.get(endre).content.decode()
    felt = _skjema(av.bruker_id, slag="besoek", versjon=1, notat="Vi så på klassene")
    assert klient.post(endre, felt | {"versjon": 7}).status_code == 409
    assert klient.post(endre, felt).status_code == 302
    besoek = _lest(besoek)
    assert (besoek.tilstand, besoek.dato, besoek.versjon) == ("gjennomfoert", I_DAG, 2)


def test_et_besoek_ingen_har_skrevet_om_er_en_oppgave(monkeypatch: pytest.MonkeyPatch) -> None:
    av = fylket()
    besoek = lag_kontakt(av, slag=Kontaktslag.BESOEK, dato=dager(3))
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *a, **k: dager(4))
    oppdater_kilde("besoek", [besoek.pk])
    assert oppgaver("BESOEK_ETTER") == [("50", dager(3), av.bruker_id)]


def test_besoek_avlyses_med_grunn() -> None:
    av = fylket()
    besoek = lag_kontakt(av, slag=Kontaktslag.BESOEK, dato=dager(3))
    klient = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    adresse = reverse("oppfoelging:besoek_avlys", args=[besoek.noekkel])
    assert "Trondheim" in klient.get(adresse).content.decode()
    for felt, status in (({"grunn": "", "versjon": 1}, 422), ({"grunn": "Snøstorm", "versjon": 1}, 302)):
        assert klient.post(adresse, felt).status_code == status
    side = klient.get(reverse("oppfoelging:kontakt", args=[besoek.noekkel])).content.decode()
    assert "Avlyst" in side and "Snøstorm" in side and "Nytt avtalt punkt" not in side
    besoek = _lest(besoek)
    with kontekst(kontekst_for(av)):
        for gjoer in (
            lambda: actions.avlys_besoek(kontakt=besoek, versjon=2, grunn="Igjen", av=av),
            lambda: actions.endre_kontakt(kontakt=besoek, versjon=2, data=data(av), av=av),
            lambda: actions.nytt_punkt(
                kontakt=besoek, data=Punktdata("Noe", av.virksomhet_id), innsending=uuid.uuid4(), av=av
            ),
        ):
            with pytest.raises(Regelbrudd):
                gjoer()
        planlagt = lag_kontakt(av, slag=Kontaktslag.BESOEK, dato=dager(3))
        with pytest.raises(Regelbrudd) as feil:
            actions.avlys_besoek(kontakt=planlagt, versjon=1, grunn=" ", av=av)
    assert "grunn" in feil.value.meldinger


def test_bare_fylket_skriver_i_loggen() -> None:
    av, kommune = fylket(), lag_aktoer()
    kontakt = lag_kontakt(av)
    with kontekst(kontekst_for(kommune)):
        for gjoer in (
            lambda: actions.registrer_kontakt(data=data(av), innsending=uuid.uuid4(), av=kommune),
            lambda: actions.endre_kontakt(kontakt=kontakt, versjon=1, data=data(av), av=kommune),
            lambda: actions.avlys_besoek(kontakt=kontakt, versjon=1, grunn="Nei", av=kommune),
            lambda: actions.nytt_punkt(
                kontakt=kontakt, data=Punktdata("Noe", av.virksomhet_id), innsending=uuid.uuid4(), av=kommune
            ),
        ):
            with pytest.raises(IkkeTilgang):
                gjoer()
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            Kontakt.objects.update(notat="Endret")
    with kontekst(kontekst_for(av)), pytest.raises(Regelbrudd) as feil:
        actions.registrer_kontakt(
            data=data(av, hos_oss_id=kommune.bruker_id, kommuner=()), innsending=uuid.uuid4(), av=av
        )
    assert set(feil.value.meldinger) == {"hos_oss", "kommuner"}


def test_en_kommune_ser_sin_egen_kontakt_og_ikke_andres_loefter() -> None:
    """A contact with two municipalities: each sees itself, the county's promises and its own."""
    av = fylket()
    begge, annen = lag_kontakt(av, TRONDHEIM, STEINKJER), lag_kontakt(av, STEINKJER)
    lag_punkt(begge, av, til=STEINKJER, tekst="Steinkjers løfte")
    lag_punkt(begge, av, til=TRONDHEIM, tekst="Trondheims løfte")
    lag_punkt(begge, av, til="50", tekst="Fylkets løfte")
    klient = inn(lag_bruker())
    side = klient.get(reverse("oppfoelging:kontakt", args=[begge.noekkel])).content.decode()
    assert "Trondheims løfte" in side and "Fylkets løfte" in side and "Trondheim" in side
    assert "Steinkjers løfte" not in side and "Steinkjer" not in side and "Nytt avtalt punkt" not in side
    assert klient.get(reverse("oppfoelging:kontakt", args=[annen.noekkel])).status_code == 404
    liste: Any = klient.get(reverse("oppfoelging:kontakter"))
    assert [rad.pk for rad in liste.context["liste"].objekter] == [begge.pk]
    assert "Registrer kontakt" not in liste.content.decode()


def test_kommuner_rettes_men_ikke_den_som_har_lovet_noe() -> None:
    av = fylket()
    kontakt = lag_kontakt(av, TRONDHEIM, STEINKJER)
    lag_punkt(kontakt, av, til=TRONDHEIM)
    with kontekst(kontekst_for(av)):
        with pytest.raises(Regelbrudd) as feil:
            actions.endre_kontakt(kontakt=kontakt, versjon=1, data=data(av, STEINKJER), av=av)
        assert "kommuner" in feil.value.meldinger
        actions.endre_kontakt(kontakt=kontakt, versjon=1, data=data(av, TRONDHEIM), av=av)
        assert [k.kommune.nummer for k in Kontaktkommune.objects.filter(kontakt=kontakt)] == [TRONDHEIM]
    sluttet = lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, etternavn="Sluttet")
    gammel = lag_kontakt(aktoer(sluttet))
    sluttet.is_active = False
    sluttet.save()
    skjema = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)).get(
        reverse("oppfoelging:kontakt_endre", args=[gammel.noekkel])
    )
    assert "Kari Sluttet" in skjema.content.decode()


# --- What was agreed ---


def test_det_som_avtales_blir_oppgave_og_gjoeres_av_kommunen() -> None:
    av = fylket()
    kontakt = lag_kontakt(av)
    klient = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    adresse = reverse("oppfoelging:punkt_nytt", args=[kontakt.noekkel])
    trondheim = virksomhet(TRONDHEIM)
    assert "Trondheim" in klient.get(adresse).content.decode()
    felt = {
        "innsending": str(uuid.uuid4()), "tekst": "Sende oversikt", "ansvarlig": f"{trondheim.pk}-",
        "frist": f"{dager(5):%d.%m.%Y}",
    }  # fmt: skip
    for galt in ({"frist": f"{dager(-1):%d.%m.%Y}"}, {"tekst": DUF_I_TEKST}, {"ansvarlig": ""}):
        assert klient.post(adresse, felt | galt).status_code == 422
    for _nr in range(2):
        assert klient.post(adresse, felt).status_code == 302
    assert oppgaver("KONTAKTPUNKT") == [(TRONDHEIM, dager(5), None)]
    with kontekst(kontekst_for(av)):
        punkt = Kontaktpunkt.objects.get()
    kommune = inn(lag_bruker())
    avslutt = reverse("oppfoelging:punkt_avslutt", args=[punkt.noekkel])
    assert "Sende oversikt" in kommune.get(avslutt).content.decode()
    assert kommune.post(avslutt, {"versjon": 1, "tilstand": "utgaar", "grunn": ""}).status_code == 422
    assert kommune.post(avslutt, {"versjon": 1, "tilstand": "gjort"}).status_code == 302
    assert oppgaver("KONTAKTPUNKT") == []
    gjenaapne = reverse("oppfoelging:punkt_gjenaapne", args=[punkt.noekkel])
    assert kommune.post(gjenaapne, {"versjon": 2}).status_code == 302
    assert oppgaver("KONTAKTPUNKT") == [(TRONDHEIM, dager(5), None)]


def test_fylkets_punkt_har_navn_og_kan_ikke_avsluttes_av_kommunen() -> None:
    av, kommune = fylket(), lag_aktoer()
    kontakt = lag_kontakt(av)
    punkt = lag_punkt(kontakt, av, til="50", bruker_id=av.bruker_id, frist=None)
    assert oppgaver("KONTAKTPUNKT") == [("50", None, av.bruker_id)]
    klient = inn(lag_bruker())
    assert klient.get(reverse("oppfoelging:punkt_avslutt", args=[punkt.noekkel])).status_code == 403
    with kontekst(kontekst_for(kommune)), pytest.raises(IkkeTilgang):
        actions.avslutt_punkt(punkt=punkt, versjon=1, tilstand=Punkttilstand.GJORT, av=kommune)
    with kontekst(kontekst_for(av)):
        with pytest.raises(Regelbrudd) as feil:
            actions.nytt_punkt(
                kontakt=kontakt, data=Punktdata("Noe", virksomhet(STEINKJER).pk), innsending=uuid.uuid4(),
                av=av,
            )  # fmt: skip
        assert "ansvarlig" in feil.value.meldinger
        actions.gjenaapne_punkt(punkt=punkt, versjon=1, av=av)
        actions.avslutt_punkt(
            punkt=punkt, versjon=1, tilstand=Punkttilstand.UTGAAR, grunn="Ikke aktuelt", av=av
        )
    assert oppgaver("KONTAKTPUNKT") == []


def test_databasen_holder_hvem_som_gjoer_hva() -> None:
    """A municipality changes only whether its own point is done; nobody deletes."""
    av, kommune = fylket(), lag_aktoer()
    kontakt = lag_kontakt(av)
    lag_punkt(kontakt, av)
    with kontekst(kontekst_for(kommune)):
        for gjoer in (
            lambda: Kontaktpunkt.objects.update(tekst="Noe annet"),
            lambda: Kontaktkommune.objects.all().delete(),
        ):
            with pytest.raises(Exception, match="permission denied"), transaction.atomic():
                gjoer()
        with pytest.raises(Exception, match="row-level security"), transaction.atomic():
            Kontaktpunkt.objects.update(endret_av_id=av.bruker_id, versjon=9)
    with kontekst(kontekst_for(av)):
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            Kontaktpunkt.objects.all().delete()
        with pytest.raises(IntegrityError, match="uten_nummer"), transaction.atomic():
            Kontakt.objects.update(notat=DUF_I_TEKST, endret_av_id=av.bruker_id)
    with kontekst(kontekst_for(lag_aktoer(nummer=STEINKJER))):
        assert not Kontakt.objects.exists() and not Kontaktpunkt.objects.exists()


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def test_hoeyst_ti_spoerringer(klient: Client) -> None:
    av = fylket()
    kontakt = lag_kontakt(av, TRONDHEIM, STEINKJER)
    for nr in range(5):
        lag_punkt(kontakt, av, tekst=f"Punkt {nr}")
    assert antall_spoerringer(klient, reverse("oppfoelging:kontakt", args=[kontakt.noekkel])) <= 10
    assert antall_spoerringer(klient, reverse("oppfoelging:kontakt_ny")) <= 10


def _lest(kontakt: Kontakt) -> Kontakt:
    with kontekst(kontekst_for(fylket())):
        return Kontakt.objects.get(pk=kontakt.pk)
