"""Behov for arbeidskraft og tilbud: med kilde, i kommunen eller hele fylket, og hvem som leser dem."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from regionalt.aarsrapport import kapitlene
from regionalt.ledelsestall import les_ledelsestall
from regionalt.planer.queries.kunnskap import behov_i, tilbud_i
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, virksomhet
from tests.lister.hjelp import antall_spoerringer
from tests.planer.hjelp import (
    I_DAG,
    lag_behov,
    lag_maal,
    lag_plan,
    lag_status,
    lag_tilbud,
    lag_tiltak,
    om,
    saksbehandler,
    skrevet,
    vedta,
)
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def tekst(svar: Any) -> str:
    return str(svar.content.decode())


FELLES = {"kilde": "Nav 2026", "kilde_dato": skrevet(-9), "sikkerhet": "kilde"}


@pytest.mark.parametrize(
    ("slag", "svar", "feil"),
    [
        (
            "behov",
            {"yrke": "Kokk", "styrk08": "5120", "antall": "15", "opplaering": "Fag", "virkemidler": "Lære"},
            [({"styrk08": "51"}, "Skriv fire siffer."), ({"yrke": "Om 01019012345"}, "Ta ut nummeret.")],
        ),
        (
            "tilbud",
            {"navn": "Helsefag", "tilbyder": "Prøve vgs", "plasser": "24", "maalgruppe": "Voksne"},
            [({"plasser": "-1"}, 'href="#id_plasser"'), ({"kilde": ""}, 'href="#id_kilde"')],
        ),
    ],
)  # fmt: skip
def test_skrives_inn_med_kilde_og_endres(
    klient: Client, slag: str, svar: dict[str, str], feil: list[tuple[dict[str, str], str]]
) -> None:
    plan = lag_plan()
    nytt = reverse(f"planer:{slag}_nytt")
    assert f'value="{plan.pk}" selected' in tekst(klient.get(nytt, {"plan": plan.pk}))
    alt = svar | FELLES | {"plan": str(plan.pk), "innsending": str(uuid.uuid4())}
    for felt, ventet in feil:
        nei = klient.post(nytt, alt | felt)
        assert nei.status_code == 422 and ventet in tekst(nei), felt
    her = klient.post(nytt, alt)["Location"]
    assert klient.post(nytt, alt)["Location"] == her
    side = tekst(klient.get(her))
    for verdi in (*svar.values(), "Nav 2026", plan.tittel, "Hele fylket"):
        assert verdi in side
    assert antall_spoerringer(klient, her) <= 10
    endre = her + "endre/"
    assert "Nav 2026" in tekst(klient.get(endre))
    endret = (
        svar | FELLES | {"versjon": "1", "kommune": str(virksomhet(TRONDHEIM).pk), "gjelder_til": skrevet(-1)}
    )
    assert klient.post(endre, endret).status_code == 302
    assert klient.post(endre, endret).status_code == 409
    assert "Trondheim" in tekst(klient.get(her))
    liste = reverse(f"planer:{slag}ene")
    foerste = next(iter(svar.values()))
    assert foerste not in tekst(klient.get(liste)).split("<main")[1]
    assert foerste in tekst(klient.get(liste, {"ogsaa_gamle": "on", "kommune": TRONDHEIM}))
    assert (
        foerste not in tekst(klient.get(liste, {"ogsaa_gamle": "on", "kommune": STEINKJER})).split("<main")[1]
    )
    assert klient.get(reverse(f"planer:{slag}", args=[uuid.uuid4()])).status_code == 404


def test_hva_som_gjelder_i_en_kommune() -> None:
    """Its own and the whole county's, while they hold: what settlement and career guidance read."""
    trondheim, steinkjer = virksomhet(TRONDHEIM), virksomhet(STEINKJER)
    lag_behov(yrke="Alle")
    lag_behov(yrke="Her", kommune_id=trondheim.pk)
    lag_behov(yrke="Gammelt", gjelder_til=om(-1))
    lag_tilbud(navn="Der", kommune_id=steinkjer.pk)
    with kontekst(kontekst_for(saksbehandler())):
        assert [b.yrke for b in behov_i(trondheim, I_DAG)] == ["Alle", "Her"]
        assert [b.yrke for b in behov_i(steinkjer, I_DAG)] == ["Alle"]
        assert [[t.navn for t in tilbud_i(k, I_DAG)] for k in (trondheim, steinkjer)] == [[], ["Der"]]
    with kontekst(kontekst_for(lag_aktoer())):
        assert [b.yrke for b in behov_i(steinkjer, I_DAG)] == ["Alle"]
        assert [b.yrke for b in behov_i(trondheim, I_DAG)] == ["Alle", "Her"]
        assert list(tilbud_i(steinkjer, I_DAG)) == []


def test_kommunens_side_har_det_som_gjelder_den(klient: Client) -> None:
    """Needs and measures of decided plans; the municipality sees the same, and no drafts."""
    lag_behov(yrke="Kokk", kommune_id=virksomhet(TRONDHEIM).pk)
    plan = lag_plan()
    maal = lag_maal(plan)
    lag_tiltak(maal, tittel="Hos oss", kommune_id=virksomhet(TRONDHEIM).pk)
    lag_tiltak(maal, tittel="Hos dem", kommune_id=virksomhet(STEINKJER).pk)
    lag_tiltak(lag_maal(lag_plan(tittel="Utkast")), tittel="Et utkast")
    vedta(plan)
    for leser in (klient, inn(lag_bruker())):
        adresse = reverse("kommune", args=[TRONDHEIM])
        side = tekst(leser.get(adresse))
        assert "Kokk" in side and "Hos oss" in side
        assert "Hos dem" not in side and "Et utkast" not in side
        assert antall_spoerringer(leser, adresse) <= 10


def test_lederen_og_aarsrapporten() -> None:
    plan = lag_plan()
    maal = lag_maal(plan)
    lag_tiltak(maal, til=om(-1))
    forsinket = lag_tiltak(maal, tittel="Meldt forsinket")
    lag_tiltak(maal, tittel="I rute")
    lag_behov(yrke="Kokk", antall=None, kilde_dato=I_DAG)
    with kontekst(kontekst_for(saksbehandler())):
        assert "plantiltak" not in {t.navn for t, _tall in les_ledelsestall(I_DAG)}
    vedta(plan)
    lag_status(forsinket, "forsinket", merknad="Ingen lokaler")  # type: ignore[arg-type]
    with kontekst(kontekst_for(saksbehandler())):
        tall = {t.navn: v for t, v in les_ledelsestall(I_DAG)}["plantiltak"]
        (kapittel,) = [k for k in kapitlene() if k.navn == "planer"]
        tiltak, behov = kapittel.tabeller(I_DAG.year)
    assert (tall.verdi, tall.farge) == ("2 av 3", "warning")
    assert inn(lag_bruker(Rolle.LEDER)).get(tall.url).context["liste"].antall == 2
    assert dict(tiltak.rader) == {"Ikke startet": 2, "Forsinket": 1}  # type: ignore[arg-type]
    assert behov.rader == (("Kokk", "Hele fylket", "ukjent", ""),)
