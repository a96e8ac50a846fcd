"""«Lagre og gå til neste»: through a list, in its order, to those who miss the same."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.signing import Signer
from django.test import Client
from django.urls import reverse

from integrering.klasser.models import Klasse
from integrering.nir.models import Person
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.klasser.hjelp import lag_klasse
from tests.nir.eksempler import REGISTRERES, som_skrevet, verdier
from tests.nir.verktoey import VEDTAK, bosatt_i_aar, logg_inn, ny

pytestmark = pytest.mark.django_db
TILTAK = next(slag for slag in REGISTRERES if slag.slug == "tiltak")
SVAR = som_skrevet(verdier(TILTAK))


@pytest.fixture
def klient() -> Client:
    return logg_inn()


@pytest.fixture
def personer() -> list[Person]:
    """Four with names in order; the second has a tiltak already."""
    fire = [bosatt_i_aar(etternavn=navn) for navn in ("Ask", "Berg", "Dal", "Eng")]
    fabrikk.registrer(TILTAK.modell, fire[1], registrert=None, **verdier(TILTAK))
    return fire


def referansen(klient: Client, adresse: str) -> str:
    """Return the reference in the first link of a list to a person or a form."""
    siden = klient.get(adresse).content.decode()
    treff = re.search(r"<th scope=\"row\"[^>]*>.*?\?liste=([^\"]+)\"", siden)
    return unescape(treff[1]) if treff else ""


def skjema(person: Person, liste: str, slag: str = "tiltak") -> str:
    return f"{ny(person, slag)}?liste={liste}"


def gaar_til(svar: Any) -> tuple[str, str]:
    """Return the path it leads to, and the list it carries on."""
    deler = urlsplit(svar.headers["Location"])
    return deler.path, parse_qs(deler.query).get("liste", [""])[0]


def test_gjennom_personlisten(klient: Client, personer: list[Person]) -> None:
    """Whoever has it already is passed by; at the end there is no next."""
    liste = referansen(klient, "/personer/")
    siden = klient.post(skjema(personer[0], liste), SVAR | {"steg": "kontroller"}).content.decode()
    assert "Lagre og gå til neste" in siden
    svar = klient.post(skjema(personer[0], liste), SVAR | {"steg": "lagre_neste"})
    assert gaar_til(svar) == (ny(personer[2], "tiltak"), liste)
    neste = klient.get(svar.headers["Location"]).content.decode()
    assert "Tiltak registrert for Amina Ask. Neste: Amina Dal." in neste
    svar = klient.post(svar.headers["Location"], SVAR | {"steg": "lagre_neste"})
    assert gaar_til(svar) == (ny(personer[3], "tiltak"), liste)
    siden = klient.post(svar.headers["Location"], SVAR | {"steg": "kontroller"}).content.decode()
    assert "Lagre og gå til neste" not in siden
    svar = klient.post(svar.headers["Location"], SVAR | {"steg": "lagre_neste"})
    assert gaar_til(svar)[0].startswith(f"/personer/{personer[3].noekkel}/")


def test_i_listens_rekkefoelge(klient: Client, personer: list[Person]) -> None:
    liste = referansen(klient, "/personer/?sorter=-navn")
    svar = klient.post(skjema(personer[3], liste), SVAR | {"steg": "lagre_neste"})
    assert gaar_til(svar)[0] == ny(personer[2], "tiltak")


def test_raden_kan_forlate_listen_naar_den_er_registrert(klient: Client, personer: list[Person]) -> None:
    """The filter is «mangler vedtak»: after the first is saved, it is not in the list."""
    liste = referansen(klient, "/personer/?mangler=vedtak")
    svar = klient.post(skjema(personer[0], liste, "vedtak"), VEDTAK | {"steg": "lagre_neste"})
    assert gaar_til(svar)[0] == ny(personer[1], "vedtak")


def test_fra_oppgavelisten(klient: Client, personer: list[Person]) -> None:
    oppdater_kilde("nir")
    siden = klient.get("/?fane=alle").content.decode()
    lenker = [unescape(t) for t in re.findall(r'href="(/personer/[^"]*/vedtak/ny/\?liste=[^"]*)"', siden)]
    assert len(lenker) == 4
    svar = klient.post(lenker[0], VEDTAK | {"steg": "lagre_neste"})
    assert gaar_til(svar)[0] == urlsplit(lenker[1]).path


def test_fra_en_klasse(klient: Client, personer: list[Person]) -> None:
    """Only those in the class, whoever else is in the register."""
    klasse: Klasse = lag_klasse(fabrikk.lag_aktoer(), [personer[0], personer[3]])
    liste = referansen(klient, reverse("klasse", args=[klasse.noekkel]))
    svar = klient.post(skjema(personer[0], liste), SVAR | {"steg": "lagre_neste"})
    assert gaar_til(svar)[0] == ny(personer[3], "tiltak")
    andre = logg_inn(nummer=fabrikk.STEINKJER)
    deres = fabrikk.lag_person(kommune=fabrikk.STEINKJER)
    siden = andre.post(skjema(deres, liste), SVAR | {"steg": "kontroller"})
    assert (siden.status_code, "gå til neste" in siden.content.decode()) == (200, False)


def test_personsiden_baerer_listen_videre(klient: Client, personer: list[Person]) -> None:
    liste = referansen(klient, "/personer/")
    siden = klient.get(f"{reverse('person', args=[personer[0].noekkel])}?liste={liste}").content.decode()
    assert f"/vedtak/ny/?liste={liste.replace(':', '%3A')}" in siden
    assert f"/introduksjonsprogram/?liste={liste.replace(':', '%3A')}" in siden


@pytest.mark.parametrize("liste", ["", "tull", "WyJwZXJzb25lciIsIiIse31d:feil"])
def test_det_som_ikke_er_signert_er_ingen_liste(klient: Client, personer: list[Person], liste: str) -> None:
    siden = klient.post(skjema(personer[0], liste), SVAR | {"steg": "kontroller"})
    assert (siden.status_code, "gå til neste" in siden.content.decode()) == (200, False)
    siden = klient.get(f"{reverse('person', args=[personer[0].noekkel])}?liste={liste}")
    assert "/ny/?liste=" not in siden.content.decode()


def test_signert_men_ikke_for_rollen_eller_ikke_gyldig(klient: Client, personer: list[Person]) -> None:
    """A list of another role, one that is gone, a filter that is wrong."""
    signerer = Signer(salt="lister.referanse")
    for navn, sporring in (("innsynslogg", ""), ("finnes_ikke", ""), ("personer", "mangler=tull")):
        liste = signerer.sign_object([navn, sporring, {}])
        siden = klient.post(skjema(personer[0], liste), SVAR | {"steg": "kontroller"})
        assert (siden.status_code, "gå til neste" in siden.content.decode()) == (200, False), navn


def test_et_soek_er_ingen_liste_og_lister_uten_personer_har_ingen(
    klient: Client, personer: list[Person]
) -> None:
    siden = klient.post("/personer/", {"soek": "Amina"}).content.decode()
    assert "Ask, Amina" in siden
    assert "?liste=" not in siden
    assert "?liste=" not in klient.get("/klasser/").content.decode()


def test_den_som_ikke_er_i_listen_begynner_forfra(klient: Client, personer: list[Person]) -> None:
    """The list of a class, and a person who is not in it: the first of the class is next."""
    klasse = lag_klasse(fabrikk.lag_aktoer(), personer[2:])
    liste = referansen(klient, reverse("klasse", args=[klasse.noekkel]))
    svar = klient.post(skjema(personer[0], liste), SVAR | {"steg": "lagre_neste"})
    assert gaar_til(svar)[0] == ny(personer[2], "tiltak")


def test_ingen_navn_eller_nummer_i_adressen(personer: list[Person]) -> None:
    fylket = logg_inn(Rolle.FYLKE_SAKSBEHANDLER)
    liste = referansen(fylket, "/personer/?mangler=vedtak&kommune=5001")
    assert Signer(salt="lister.referanse").unsign_object(liste) == [
        "personer", "mangler=vedtak&kommune=5001", {},
    ]  # fmt: skip
