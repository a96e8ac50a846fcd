"""The pages of letters: the way from template to answer, the recipient's side, conflicts, double clicks."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.urls import reverse

from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Innsyn, Virksomhet
from integrering.tilgang.roller import Rolle
from integrering.utveksling.brev.arkivpakke import NAVNEROM
from integrering.utveksling.brev.models import Brev
from tests import fabrikk
from tests.tilskudd.sideverden import klient, les, rader
from tests.utveksling.brev.brevhjelp import lag_brev, saksbehandler

pytestmark = pytest.mark.django_db


@pytest.fixture
def nett() -> Client:
    """A case worker's browser."""
    return klient(saksbehandler())


def skjult(svar: Any) -> dict[str, str]:
    """Return the hidden fields of the page."""
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', svar.content.decode()))


def siste() -> Brev:
    """Return the newest letter."""
    with kontekst(motor_kontekst()):
        return Brev.objects.latest("id")


def side(navn: str, brev: Brev) -> str:
    """Return the address of one of a letter's pages."""
    return reverse(navn, args=[brev.noekkel])


FELLES = {"dato": "02.03.2026", "kontakt_navn": "Kari Prøve", "fritekst": "Hei **dere**"}


def test_fra_mal_til_svar(nett: Client) -> None:
    """Choose, write, look, finish, send, answer."""
    assert "Påminning om registreringer som mangler" in les(nett.get("/brev/nytt/"))
    adresse = "/brev/nytt/?mal=dialogmoete"
    trondheim = fabrikk.virksomhet("5001").pk
    data = {
        **skjult(nett.get(adresse)), **FELLES, "virksomhet": trondheim, "maalform": "",
        "felt_moetedato": "08.04.2026", "felt_moetetid": "kl. 10", "felt_moetested": "Her",
        "felt_svarfrist": "16.3.26",
    }  # fmt: skip
    tekst = les(nett.post(adresse, data | {"felt_svarfrist": "2.3.26"}), 422)
    assert tekst.count("Svarfristen må være etter datoen i brevet.") == 2  # in the summary and at the field
    nett.post(adresse, data)
    brev = siste()
    nett.post(adresse, data)  # the second click
    assert siste().pk == brev.pk
    tekst = les(nett.get(side("brev_vis", brev)))
    assert "Vi inviterer Trondheim kommune til dialogmøte 8. april 2026 kl. 10" in tekst
    assert "nøytral" in tekst
    versjon = skjult(nett.get(side("brev_ferdig", brev)))
    assert nett.post(side("brev_ferdig", brev), versjon).status_code == 302
    assert nett.get(side("brev_pdf", brev)).content.startswith(b"%PDF")
    assert "Noe annet" not in les(nett.get(side("brev_sendt", brev)))
    assert nett.post(side("brev_sendt", brev), {"maate": "svarut", "dato": "01.01.2099"}).status_code == 422
    assert nett.post(side("brev_sendt", brev), {"maate": "svarut", "dato": "02.03.2026"}).status_code == 302
    assert "Ingen hos mottakeren har åpnet" in les(nett.get(side("brev_vis", brev)))
    assert nett.post(side("brev_svar", brev), {"dato": "01.03.2026"}).status_code == 422
    assert nett.post(side("brev_svar", brev), {"dato": "03.03.2026", "notat": "Kommer"}).status_code == 302
    assert "Kommer" in les(nett.get(side("brev_vis", brev)))
    for navn in ("brev_ferdig", "brev_sendt", "brev_svar", "brev_slett", "brev_endre"):
        assert nett.get(side(navn, brev)).status_code == 302


def test_feil_i_skjemaet(nett: Client) -> None:
    """What is missing, beside its field; what the rules refuse too."""
    with kontekst(motor_kontekst()):
        Virksomhet.objects.filter(type="kommune", nummer="5061").update(maalform="nn")
    adresse = "/brev/nytt/?mal=kommune_brev"
    svar = nett.post(adresse, {})
    assert "Fyll ut emne." in les(svar, 422)
    data = {**skjult(nett.get(adresse)), **FELLES, "felt_emne": "Emnet", "maalform": "nb"}
    data["virksomhet"] = str(fabrikk.virksomhet("5061").pk)
    assert "Skriv hvorfor du velger denne" in les(nett.post(adresse, data), 422)
    assert nett.post(adresse, data | {"duf": "209900000199"}).status_code == 422
    assert "Fant ingen person" in les(nett.post(adresse, data | {"duf": fabrikk.nytt_duf()}), 422)


def test_brev_til_en_person(nett: Client) -> None:
    """From the person's page: the language has to be said, and every look is logged."""
    person = fabrikk.lag_person()
    assert "Skriv brev" in les(nett.get(reverse("person", args=[person.noekkel])))
    valg = les(nett.get(f"/brev/nytt/?person={person.noekkel}"))
    assert "Svar til privatperson" in valg
    assert "Invitasjon" not in valg
    adresse = f"/brev/nytt/?mal=person_brev&person={person.noekkel}"
    data = {**skjult(nett.get(adresse)), **FELLES, "felt_henvendt": "20.02.2026"}
    assert nett.post(adresse, data).status_code == 422
    nett.post(adresse, data | {"maalform": "nn", "adresse": "Gata 1\n7000 Trondheim"})
    brev = siste()
    assert (brev.person_id, brev.maalform) == (person.pk, "nn")
    assert "Amina Eksempel" in les(nett.get(side("brev_vis", brev)))
    assert "til personen" in les(nett.get(reverse("person", args=[person.noekkel])))
    with kontekst(motor_kontekst()):
        hvor = list(Innsyn.objects.filter(person_id=person.pk).values_list("hvor", flat=True))
    assert {"brev-nytt", "brev"} <= set(hvor)
    # the language of the letter before is proposed once it is finished
    nett.post(side("brev_ferdig", brev), {"versjon": brev.versjon})
    assert 'value="nn" id="id_maalform_1" checked' in nett.get(adresse).content.decode()


def test_person_ved_duf_nummer(nett: Client) -> None:
    """Without a person in the address the number is typed, never put in one."""
    person = fabrikk.lag_person()
    adresse = "/brev/nytt/?mal=person_brev"
    data = {**skjult(nett.get(adresse)), **FELLES, "felt_henvendt": "20.02.2026", "maalform": "nb"}
    svar = nett.post(adresse, data | {"duf": person.duf_skrevet})
    assert svar.status_code == 302
    assert siste().person_id == person.pk


def test_personer_man_ikke_ser(nett: Client) -> None:
    """A protected person is as one who is not there; so is a key that is none."""
    skjermet = fabrikk.lag_person(adressebeskyttelse="fortrolig")
    for noekkel in (skjermet.noekkel, "tull"):
        assert nett.get(f"/brev/nytt/?person={noekkel}").status_code == 404
    med = klient(saksbehandler(skjermede=True))
    svar = med.get(f"/brev/nytt/?mal=person_brev&person={skjermet.noekkel}")
    assert "skriv den på konvolutten for hånd" in les(svar)
    assert "Adresselinjer" not in les(svar)


def test_konflikt_mister_ingenting(nett: Client) -> None:
    """The second sees the first's change beside their own, and may save over it."""
    brev = lag_brev(saksbehandler())
    adresse = side("brev_endre", brev)
    mitt = {**skjult(nett.get(adresse)), **FELLES, "felt_emne": "Mitt emne", "maalform": ""}
    andre = klient(saksbehandler())
    assert andre.post(adresse, mitt | {"felt_emne": "Deres emne"}).status_code == 302
    svar = nett.post(adresse, mitt)
    assert "Endret av Kari Prøve" in les(svar, 409)
    assert rader(svar, "Forskjellene")[1:] == ["Emne Deres emne Mitt emne"]
    nett.post(adresse, mitt | skjult(svar))
    assert siste().overskrift == "Mitt emne"


def test_konflikt_med_ferdig_og_slettet(nett: Client) -> None:
    """Meanwhile finished, or deleted: told so; nothing is overwritten."""
    av = saksbehandler()
    brev = lag_brev(av)
    gammel = skjult(nett.get(side("brev_ferdig", brev)))
    data = {**FELLES, "felt_emne": "Nytt", "maalform": "", "versjon": "1"}
    assert nett.post(side("brev_endre", brev), data).status_code == 302
    for navn in ("brev_ferdig", "brev_slett"):
        assert "mens du så på det" in les(nett.post(side(navn, brev), gammel), 409)
        assert nett.post(side(navn, brev), {}).status_code == 422
    assert nett.post(side("brev_slett", brev), {"versjon": "2"}).status_code == 302
    assert nett.get(side("brev_vis", brev)).status_code == 404


def test_mottakeren_leser(nett: Client) -> None:
    """The municipality reads what is sent, and it is written down; it decides nothing."""
    brev = lag_brev(saksbehandler(), tilstand="sendt", fritekst="Til dere")
    kommune = klient(fabrikk.lag_aktoer())
    assert "Samarbeid" in les(kommune.get("/brev/"))
    tekst = les(kommune.get(side("brev_vis", brev)))
    assert "Til dere" in tekst
    assert "Arkivpakke" not in tekst
    assert kommune.get(side("brev_pdf", brev)).content.startswith(b"%PDF")
    for navn in ("brev_arkiv", "brev_endre", "brev_ferdig", "brev_sendt", "brev_svar", "brev_slett"):
        assert kommune.get(side(navn, brev)).status_code == 403
    assert "Kari Prøve, Trondheim" in les(nett.get(side("brev_vis", brev)))
    annen = klient(fabrikk.lag_aktoer(nummer=fabrikk.STEINKJER))
    assert annen.get(side("brev_vis", brev)).status_code == 404
    assert annen.get(side("brev_pdf", brev)).status_code == 404
    assert "Dere har ikke fått noen brev" in les(annen.get("/brev/"))


def test_en_skole_leser_sine_brev() -> None:
    """Its role may not read persons: the list and the letter do not ask for any."""
    brev = lag_brev(saksbehandler(), til=fabrikk.virksomhet(fabrikk.SKOLE), tilstand="sendt")
    skolen = klient(fabrikk.lag_aktoer(Rolle.SKOLEKONTAKT))
    assert "Samarbeid" in les(skolen.get("/brev/"))
    assert "Samarbeid" in les(skolen.get(side("brev_vis", brev)))
    assert skolen.get(side("brev_pdf", brev)).content.startswith(b"%PDF")


def test_listen(nett: Client, django_assert_max_num_queries: Any) -> None:
    """Tabs, filter, and few queries."""
    av = saksbehandler()
    person = fabrikk.lag_person()
    for nr, tilstand in enumerate(("utkast", "ferdig", "sendt")):
        lag_brev(av, tilstand=tilstand, verdier={"emne": f"Emne{nr}"})
    lag_brev(av, "person_brev", person=person)
    nett.get("/brev/")  # the filter's choices are kept from here
    with django_assert_max_num_queries(10):
        alle = les(nett.get("/brev/"))
    assert "Amina Eksempel" in alle
    bare = les(nett.get("/brev/?tilstand=sendt&kommune=5001&mal=kommune_brev"))
    assert "Emne2" in bare
    assert "Emne0" not in bare
    kommune = klient(fabrikk.lag_aktoer())
    with django_assert_max_num_queries(10):
        assert "Emne2" in les(kommune.get("/brev/"))


def test_tom_liste_viser_neste_steg(nett: Client) -> None:
    """The next step is a link."""
    assert "Skriv et brev" in les(nett.get("/brev/"))


def test_soek(nett: Client) -> None:
    """A reference finds its letter."""
    from integrering.utveksling.brev.paneler import soek

    av = saksbehandler()
    brev = lag_brev(av)
    with kontekst(motor_kontekst()):
        [treff] = soek(brev.referanse, av, 5)
        assert treff.url == side("brev_vis", brev)
        assert list(soek("Samarbeid", av, 5)) == []


# --- Archive package ---
def _pakke(nett: Client, brev: Brev) -> dict[str, bytes]:
    svar = nett.get(side("brev_arkiv", brev))
    assert svar.content == nett.get(side("brev_arkiv", brev)).content
    with zipfile.ZipFile(io.BytesIO(svar.content)) as arkiv:
        return {navn: arkiv.read(navn) for navn in arkiv.namelist()}


def _felt(xml: bytes, navn: str) -> list[str]:
    return [str(e.text) for e in ET.fromstring(xml).iter(f"{{{NAVNEROM}}}{navn}")]  # noqa: S314 - our own


def test_arkivpakken(nett: Client) -> None:
    """PDF, metadata, manifest; the same bytes twice; a draft has none."""
    brev = lag_brev(saksbehandler(), verdier={"emne": "Emne <& æøå"}, tilstand="sendt")
    filer = _pakke(nett, brev)
    pdf, xml = filer["brev-2026-00001.pdf"], filer["arkivmelding.xml"]
    manifest = json.loads(filer["manifest.json"])
    with kontekst(motor_kontekst()):
        assert bytes(brev.fil.pdf) == pdf
        sha = brev.fil.sha256
    assert _felt(xml, "sjekksum") == [sha]
    assert manifest["filer"][0]["sha256"] == sha
    assert manifest["status"] == "utkast"
    assert b"Utkast til arkivmelding" in xml
    assert _felt(xml, "korrespondansepartNavn") == ["Trøndelag fylkeskommune", "Trondheim kommune"]
    assert _felt(xml, "offentligTittel") == ["Brev til kommune eller annen virksomhet"]
    assert _felt(xml, "sendtDato") == ["2026-03-02"]
    assert _felt(xml, "tilgangsrestriksjon") == []
    assert nett.get(side("brev_arkiv", lag_brev(saksbehandler()))).status_code == 404


@pytest.mark.parametrize(("beskyttelse", "navn"), [("", "Amina Eksempel"), ("fortrolig", "Skjermet")])
def test_arkivpakken_om_en_person(beskyttelse: str, navn: str) -> None:
    """Exempt from the public; a protected person's name is not in the metadata."""
    av = saksbehandler(skjermede=True)
    person = fabrikk.lag_person(adressebeskyttelse=beskyttelse)
    xml = _pakke(klient(av), lag_brev(av, "person_brev", person=person, tilstand="ferdig"))[
        "arkivmelding.xml"
    ]
    assert _felt(xml, "tilgangsrestriksjon") == ["Unntatt offentlighet"]
    assert _felt(xml, "korrespondansepartNavn")[1] == navn
    assert _felt(xml, "sendtDato") == []
    assert "Amina" not in "".join(_felt(xml, "tittel") + _felt(xml, "offentligTittel"))


def test_rolle_uten_brev() -> None:
    """The auditor has no letters."""
    assert klient(fabrikk.lag_aktoer(Rolle.INNSYNSREVISOR)).get("/brev/").status_code == 403
