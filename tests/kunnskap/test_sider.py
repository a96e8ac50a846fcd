"""The pages: the table of municipalities, one of them, and the way of a file from upload to figures."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from integrering.tilgang.roller import Rolle
from regionalt.kunnskap import klienter
from regionalt.kunnskap.models import Tallimport, Vurdering
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_bruker
from tests.kunnskap.hjelp import FOLKETALL, I_DAG, lag_utkast, lag_vurdering, les_inn, som

pytestmark = pytest.mark.django_db
LYSARK = Path(__file__).parent / "lysark_2020.csv"


def logg_inn(client: Client, rolle: Rolle = Rolle.FYLKE_SAKSBEHANDLER) -> None:
    """Log in a new user in a role."""
    client.force_login(lag_bruker(rolle))


def _side(client: Client, navn: str, *arg: object, **kw: Any) -> str:
    svar = client.get(reverse(f"kunnskap:{navn}", args=arg), kw, follow=True)
    assert svar.status_code == 200
    return svar.content.decode()


def test_alle_kommuner(client: Client) -> None:
    """Figures with the year, «:» for what is hidden, judgements; filtered by what is not judged."""
    les_inn()
    les_inn("Kommune;Bosatt 2025\nTrondheim;:\n")
    lag_vurdering("kapasitet", trinn=2)
    logg_inn(client, Rolle.LEDER)
    tekst = _side(client, "kommuner")
    assert "218\u00a0460 (2026)" in tekst
    assert ": (2025)" in tekst
    assert "2 – svakt" in tekst
    for vis, med, uten in (("uten", STEINKJER, TRONDHEIM), ("svak", TRONDHEIM, STEINKJER)):
        tekst = _side(client, "kommuner", slag="kapasitet", vis=vis)
        assert reverse("kunnskap:kommune", args=[med]) in tekst
        assert reverse("kunnskap:kommune", args=[uten]) not in tekst
    assert "Ingenting passer" in _side(client, "kommuner", vis="god")


def test_en_kommune(client: Client) -> None:
    """The last figure and those before it, with source; the judgement with history; what is not judged."""
    for aar, antall in ((2024, 5), (2025, 6)):
        les_inn(f"Kommune;Vedtak {aar}\nTrondheim;{antall}\n", kilde_url="https://www.imdi.no/")
    lag_vurdering("kapasitet", dager=9, trinn=2, sikkerhet="ubekreftet")
    lag_vurdering("kapasitet", trinn=None, tall=25)
    logg_inn(client)
    tekst = _side(client, "kommune", TRONDHEIM)
    for ord_ in (
        "6 personer",
        "2024: 5",
        "Tidligere vurderinger",
        "2 – svakt",
        "Ny vurdering",
        "Ikke vurdert ennå",
    ):
        assert ord_ in tekst
    panelet = client.get(reverse("kommune", args=[TRONDHEIM])).content.decode()
    assert "Tall og vurderinger" in panelet
    assert "6 personer" in panelet


def test_en_kommune_uten_noe(client: Client) -> None:
    """Nothing is known: that is said, to the municipality itself without what only the county may."""
    logg_inn(client, Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    tekst = _side(client, "kommuner")
    assert "Ingen tall er lest inn om kommunen." in tekst
    assert "Vurder<" not in tekst
    assert client.get(reverse("kunnskap:kommune", args=[STEINKJER])).status_code == 404


def test_en_ny_vurdering(client: Client) -> None:
    """Written by the county; refused without judgement and with the number of a person; unknown kind: 404."""
    logg_inn(client)
    url = reverse("kunnskap:vurdering_ny", args=[TRONDHEIM, "planer"])
    felter = {
        "innsending": str(uuid.uuid4()), "trinn": "4", "tekst": "Planen er vedtatt.", "kilde": "Kommunen",
        "dato": f"{I_DAG:%d.%m.%Y}", "sikkerhet": "kilde",
    }  # fmt: skip
    skjema = client.get(url).content.decode()
    assert "Planer for kvalifisering: Trondheim" in skjema and skjema.count("Valgfritt") == 1
    assert "Velg et trinn, skriv et tall, eller begge." in skjema
    assert client.post(url, {**felter, "trinn": ""}).status_code == 422
    assert client.post(url, {**felter, "tekst": "Ring 01017000027"}).status_code == 422
    assert client.post(url, felter).status_code == 302
    with som():
        assert Vurdering.objects.get().trinn == 4
    assert client.get(reverse("kunnskap:vurdering_ny", args=[TRONDHEIM, "annet"])).status_code == 404
    assert client.get(reverse("kunnskap:kommune", args=["0301"])).status_code == 404


def _last_opp(client: Client, innhold: bytes, **felt: str) -> Any:
    data = {
        "innsending": str(uuid.uuid4()), "kilde": "SSB", "hentet": f"{I_DAG:%d.%m.%Y}",
        "fil": SimpleUploadedFile("tall.csv", innhold), **felt,
    }  # fmt: skip
    return client.post(reverse("kunnskap:import_ny"), data, follow=True)


def test_en_fil_fra_opplasting_til_tall(client: Client) -> None:
    """Uploaded, looked over, read in; the history and the table of all figures show it."""
    logg_inn(client)
    tekst = _last_opp(client, FOLKETALL.encode()).content.decode()
    assert "2 nye, 0 endrede, 0 uendrede. 1 tall gjelder kommuner utenfor fylket" in tekst
    with som():
        rad = Tallimport.objects.get()
    url = reverse("kunnskap:import", args=[rad.noekkel])
    assert client.post(url, {"versjon": rad.versjon + 5}).status_code == 409
    assert "Lest inn" in client.post(url, {"versjon": rad.versjon}, follow=True).content.decode()
    assert client.post(url, {"versjon": rad.versjon + 1}).status_code == 422
    assert "tall.csv" in _side(client, "importer", tilstand="innlest")
    assert "24\u00a0007" in _side(client, "tallene", kommune=STEINKJER, indikator="folketall")
    assert "2026" in _side(client, "tall")


def test_en_fil_som_er_gal(client: Client) -> None:
    """Not a table: 422. A row that is wrong: named on the page, and it cannot be read in."""
    logg_inn(client)
    assert _last_opp(client, b"").status_code == 422
    _last_opp(client, (FOLKETALL + "Namsos;mange\nSnøfjell;4\n").encode())
    with som():
        rad = Tallimport.objects.get()
    tekst = _side(client, "import", rad.noekkel)
    assert "Ingen kommune heter «Snøfjell»." in tekst
    assert "Les inn tallene" not in tekst
    svar = client.post(reverse("kunnskap:import", args=[rad.noekkel]), {"versjon": rad.versjon})
    assert (svar.status_code, "rad 5" in svar.content.decode()) == (422, True)
    forkast = reverse("kunnskap:import_forkast", args=[rad.noekkel])
    assert "Forkastet" in client.post(forkast, {"versjon": rad.versjon}, follow=True).content.decode()


def test_aaret_bekreftes(client: Client) -> None:
    """The slide is stopped; the year it is equal to is proposed; confirmed it can be read in."""
    rad = lag_utkast(LYSARK.read_bytes())
    logg_inn(client)
    assert "Verdiene er lik IMDi 2021, kolonnen sier 2020." in _side(client, "import", rad.noekkel)
    assert 'value="2021"' in _side(client, "import_aar", rad.noekkel)
    svar = client.post(
        reverse("kunnskap:import_aar", args=[rad.noekkel]),
        {"versjon": rad.versjon, "aar": "2021"},
        follow=True,
    )
    tekst = svar.content.decode()
    assert "bekreftet" in tekst
    assert "Les inn tallene" in tekst


def test_en_import_som_ikke_finnes(client: Client) -> None:
    """404."""
    logg_inn(client)
    assert client.get(reverse("kunnskap:import", args=[uuid.uuid4()])).status_code == 404


class _Svar:
    """What an address answers."""

    def __init__(self, innhold: bytes) -> None:
        self.innhold = innhold

    def __enter__(self) -> _Svar:
        return self

    def __exit__(self, *feil: object) -> None:
        """Nothing is open."""

    def read(self, antall: int) -> bytes:
        """Return the first bytes."""
        return self.innhold[:antall]


def test_tallene_hentes(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fetched from the source, told who asks, and looked over as any file; no answer: what to do instead."""
    logg_inn(client)
    spurt: list[Any] = []

    def svar(bestilling: Any, timeout: int) -> _Svar:
        spurt.append(bestilling)
        if "07459" in bestilling.full_url:
            raise URLError("nede")
        return _Svar(
            b"Enhet;\xc5r;Kommunenummer;Kommune;Bosetting;Antall\nPersoner;2023;5001;Trondheim;Vedtak;5\n"
        )

    monkeypatch.setattr(klienter, "urlopen", svar)
    url = reverse("kunnskap:hent")
    felter = {"innsending": str(uuid.uuid4()), "kilde": "imdi_bosatt", "aar": "2026"}
    tekst = client.post(url, felter, follow=True).content.decode()
    assert "1 nye" in tekst
    assert spurt[0].get_header("User-agent").startswith("Integrering")
    nei = client.post(url, {**felter, "kilde": "ssb_07459"})
    assert (nei.status_code, "svarer ikke nå" in nei.content.decode()) == (422, True)
    assert b"agg_single:KommGjeldende" in spurt[1].data
