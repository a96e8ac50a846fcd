"""Requests for guidance: asked, taken, answered, withdrawn; whose task, how fast, and who sees it."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.oppgaver.actions import registrer_vikariat
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from regionalt.oppfoelging import actions
from regionalt.oppfoelging.actions.forespoersel import Spoersmaal
from regionalt.oppfoelging.kodeverk import Kanal
from regionalt.oppfoelging.models import Forespoersel
from regionalt.oppfoelging.rules.svartid import frist_for
from tests.fabrikk import STEINKJER, TRONDHEIM, aktoer, lag_aktoer, lag_bruker, virksomhet
from tests.lister.hjelp import antall_spoerringer
from tests.oppfoelging.hjelp import I_DAG, dager, fylket, lag_forespoersel, oppgaver
from tests.regionalt.hjelp import lag_kontakt
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
NY = "oppfoelging:forespoersel_ny"


@pytest.fixture
def fylke() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, etternavn="Svarer"))


@pytest.fixture
def kommune() -> Client:
    """The browser of someone at Trondheim's refugee service."""
    return inn(lag_bruker())


def _side(klient: Client, f: Forespoersel, hva: str = "forespoersel") -> str:
    return reverse(f"oppfoelging:{hva}", args=[f.noekkel])


def _eneste() -> Forespoersel:
    with kontekst(kontekst_for(fylket())):
        return Forespoersel.objects.get()


def test_fra_spoersmaal_til_svar(kommune: Client, fylke: Client) -> None:
    """The municipality asks with a file, sees where it stands at each moment, and reads the answer."""
    kontakt = lag_kontakt().kontaktperson
    assert "Spør fylkeskommunen" in kommune.get(reverse(NY)).content.decode()
    felt: dict[str, Any] = {
        "innsending": str(uuid.uuid4()), "tema": "norsk", "spoersmaal": "Hvordan regner vi timer?"
    }  # fmt: skip
    fil = SimpleUploadedFile("rutine.txt", b"Rutine", content_type="text/plain")
    svar = kommune.post(reverse(NY), felt | {"vedlegg": fil}, follow=True)
    assert "Du ser her når den er besvart." in svar.content.decode()
    assert kommune.post(reverse(NY), felt).status_code == 302
    f = _eneste()
    assert (f.kommune.nummer, f.mottatt, f.frist) == (TRONDHEIM, I_DAG, frist_for(I_DAG, 10))
    assert oppgaver("VEILEDNING_SVAR") == [("50", f.frist, kontakt.pk)]

    side = fylke.get(_side(fylke, f)).content.decode()
    assert "Hvordan regner vi timer?" in side and "rutine.txt" in side and "Ta forespørselen" in side
    fylke.post(_side(fylke, f, "forespoersel_begynn"), {"versjon": f.versjon})
    assert "Under arbeid" in kommune.get(_side(kommune, f)).content.decode()
    assert oppgaver("VEILEDNING_SVAR")[0][2] != kontakt.pk

    adresse = _side(fylke, f, "forespoersel_svar")
    assert "Hvordan regner vi timer?" in fylke.get(adresse).content.decode()
    for felt, status in (
        ({"svar": "", "versjon": 2}, 422),
        ({"svar": "Se på 2099 000001 05", "versjon": 2}, 422),
        ({"svar": "Slik", "versjon": 1}, 409),
        ({"svar": "Slik regner dere", "versjon": 2}, 302),
    ):
        assert fylke.post(adresse, felt).status_code == status
    side = kommune.get(_side(kommune, f)).content.decode()
    assert "Slik regner dere" in side and "Besvart" in side and "0 virkedager" in side
    assert "Kari Svarer" in side and "Trekk forespørselen" not in side
    assert oppgaver("VEILEDNING_SVAR") == []
    assert fylke.post(adresse, {"svar": "Igjen", "versjon": 3}).status_code == 422
    liste = fylke.get(reverse("oppfoelging:forespoersler")).content.decode()
    assert "1 av 1 innen fristen" in liste and ">Norsk og samfunnskunnskap</a>" in liste


def test_fylket_registrerer_det_som_kom_paa_telefon(fylke: Client) -> None:
    adresse = f"{reverse(NY)}?kommune={STEINKJER}"
    side = fylke.get(adresse).content.decode()
    assert f'value="{STEINKJER}" selected' in side and "Sendt her av kommunen" not in side
    felt = {
        "kommune": STEINKJER, "kanal": "telefon", "mottatt": f"{dager(-30):%d.%m.%Y}", "spurt_av": "Rektor",
        "tema": "arbeid", "spoersmaal": "Hvem kan hjelpe med praksis?",
    }  # fmt: skip
    for galt in ({"mottatt": f"{dager(1):%d.%m.%Y}"}, {"kanal": ""}, {"spoersmaal": "2099 000001 05"}):
        assert fylke.post(adresse, felt | galt).status_code == 422
    assert "registrert" in fylke.post(adresse, felt, follow=True).content.decode()
    f = _eneste()
    assert oppgaver("VEILEDNING_SVAR") == [("50", f.frist, None)] and f.frist < I_DAG
    liste: Any = fylke.get(reverse("oppfoelging:forespoersler"), {"tilstand": "over"})
    assert len(liste.context["liste"].objekter) == 1
    assert "Rektor" in inn(lag_bruker(nummer=STEINKJER)).get(_side(fylke, f)).content.decode()


def test_listen_filtreres(fylke: Client, kommune: Client) -> None:
    av = fylket()
    aapen = lag_forespoersel(lag_aktoer())
    lag_forespoersel(av, STEINKJER, mottatt=dager(-60), tema="bosetting")
    with kontekst(kontekst_for(av)):
        actions.begynn(forespoersel=aapen, versjon=1, av=av)
    for valg, antall in (
        ({}, 2),
        ({"tilstand": "aapen"}, 2),
        ({"tilstand": "over"}, 1),
        ({"tilstand": "mottatt"}, 1),
        ({"tilstand": "under_arbeid"}, 1),
        ({"tilstand": "besvart"}, 0),
        ({"kommune": TRONDHEIM}, 1),
        ({"tema": "bosetting"}, 1),
    ):
        svar: Any = fylke.get(reverse("oppfoelging:forespoersler"), valg)
        assert len(svar.context["liste"].objekter) == antall, valg
    mine: Any = kommune.get(reverse("oppfoelging:forespoersler"))
    assert len(mine.context["liste"].objekter) == 1 and "Steinkjer" not in mine.content.decode()


def test_stedfortrederen_faar_oppgaven_mens_kontakten_er_borte() -> None:
    borte = lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, etternavn="Borte")
    vikar = lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, etternavn="Vikar")
    lag_kontakt(kontaktperson=borte, stedfortreder=vikar)
    av = aktoer(borte)
    with kontekst(kontekst_for(av)):
        registrer_vikariat(borte=borte.pk, vikar=vikar.pk, fra=I_DAG, til=dager(7), av=av)
    f = lag_forespoersel(lag_aktoer())
    assert oppgaver("VEILEDNING_SVAR") == [("50", f.frist, vikar.pk)]


def test_en_ny_kontaktperson_faar_det_som_venter() -> None:
    f = lag_forespoersel(lag_aktoer())
    assert oppgaver("VEILEDNING_SVAR") == [("50", f.frist, None)]
    ny = lag_kontakt(fra=I_DAG).kontaktperson
    assert oppgaver("VEILEDNING_SVAR") == [("50", f.frist, ny.pk)]


def test_kommunen_trekker_sin_egen(kommune: Client) -> None:
    f = lag_forespoersel(lag_aktoer())
    adresse = _side(kommune, f, "forespoersel_trekk")
    assert "Trekk forespørselen" in kommune.get(adresse).content.decode()
    assert kommune.post(adresse, {"versjon": 7}).status_code == 409
    assert kommune.post(adresse, {"versjon": 1}).status_code == 302
    assert _eneste().tilstand == "trukket" and oppgaver("VEILEDNING_SVAR") == []
    assert kommune.post(adresse, {"versjon": 2}).status_code == 422
    assert inn(lag_bruker(nummer=STEINKJER)).get(_side(kommune, f)).status_code == 404


def test_ingen_gjoer_andres(fylke: Client) -> None:
    """A municipality asks and withdraws for itself only, and never answers."""
    trondheim, andre, av = lag_aktoer(), lag_aktoer(nummer=STEINKJER), fylket()
    f = lag_forespoersel(trondheim)
    skole = lag_aktoer(Rolle.SKOLEKONTAKT)
    spoersmaal = Spoersmaal(virksomhet(TRONDHEIM), "norsk", "Hva nå?")
    with kontekst(kontekst_for(andre)):
        for gjoer in (
            lambda: actions.spoer(data=spoersmaal, innsending=uuid.uuid4(), av=andre),
            lambda: actions.trekk(forespoersel=f, versjon=1, av=andre),
            lambda: actions.besvar(forespoersel=f, versjon=1, svar="Svar", av=andre),
            lambda: actions.begynn(forespoersel=f, versjon=1, av=andre),
            lambda: actions.spoer(data=spoersmaal, innsending=uuid.uuid4(), av=skole),
        ):
            with pytest.raises(IkkeTilgang):
                gjoer()
    with kontekst(kontekst_for(av)):
        with pytest.raises(Regelbrudd) as feil:
            actions.spoer(data=spoersmaal, innsending=uuid.uuid4(), av=av)
        assert "kanal" in feil.value.meldinger
        with pytest.raises(Regelbrudd):
            actions.besvar(forespoersel=f, versjon=1, svar="  ", av=av)
    feil_versjon = fylke.post(_side(fylke, f, "forespoersel_begynn"), {"versjon": 9}, follow=True)
    assert "Noen andre endret dette" in feil_versjon.content.decode()


def test_databasen_holder_hvem_som_spoer_og_svarer() -> None:
    trondheim = lag_aktoer()
    f = lag_forespoersel(trondheim, fil=True)
    ny: dict[str, Any] = {
        "tema": "norsk", "spoersmaal": "Hva?", "mottatt": I_DAG, "frist": I_DAG, "kanal": Kanal.HER,
        "skrevet_av_id": trondheim.bruker_id, "endret_av_id": trondheim.bruker_id,
    }  # fmt: skip
    with kontekst(kontekst_for(trondheim)):
        for gjoer, tekst in (
            (lambda: Forespoersel.objects.update(svar="Vi svarer selv"), "permission denied"),
            (lambda: Forespoersel.objects.update(tilstand="under_arbeid"), "row-level security"),
            (
                lambda: Forespoersel.objects.create(kommune=virksomhet(STEINKJER), **ny),
                "row-level security",
            ),
            (f.delete, "permission denied|referenced|protected"),
        ):
            with pytest.raises(Exception, match=tekst), transaction.atomic():
                gjoer()
        vedlegg = f.vedlegg.get().vedlegg
        assert vedlegg.laast is not None
    versjoner = inn(lag_bruker()).get(reverse("vedlegg_versjoner", args=[vedlegg.noekkel]))
    assert _adressen(f) in versjoner.content.decode()
    assert (
        inn(lag_bruker(nummer=STEINKJER)).get(reverse("vedlegg", args=[vedlegg.noekkel])).status_code == 404
    )


def _adressen(f: Forespoersel) -> str:
    return reverse("oppfoelging:forespoersel", args=[f.noekkel])


def test_hoeyst_ti_spoerringer(fylke: Client, kommune: Client) -> None:
    f = lag_forespoersel(lag_aktoer(), fil=True)
    for klient in (fylke, kommune):
        assert antall_spoerringer(klient, _adressen(f)) <= 10
        assert antall_spoerringer(klient, reverse(NY)) <= 10
