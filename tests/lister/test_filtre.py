"""Saved filters: own and shared, walls, conflict; and what the list does with what stands in its address."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from django.db import connection

from integrering.grunnmur.feil import IkkeTilgang
from integrering.lister import actions, queries
from integrering.lister.models import Filterrydding, LagretFilter
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.lister.verdier import utvalg_for
from tests.tilgang.hjelp import inn
from tests.tilgang.vegghjelp import nektet

pytestmark = pytest.mark.django_db


def _lagre(bruker: Bruker, navn: str = "Uten vedtak", sporring: str = "mangler=vedtak", **felt: str) -> int:
    valgt = urlencode({"liste": "personer", "sti": "/personer/", "sporring": sporring})
    return inn(bruker).post(f"/filtre/nytt/?{valgt}", {"navn": navn, **felt}).status_code


def test_lagre_bruke_endre_og_slette() -> None:
    bruker = fabrikk.lag_bruker()
    klient = inn(bruker)
    side = klient.get("/personer/?mangler=vedtak&etter=tull").content.decode()
    (url,) = re.findall(r'href="(/filtre/nytt/[^"]+)"', side)
    url = url.replace("&amp;", "&")
    assert "Registreringer: Mangler vedtak" in klient.get(url).content.decode()
    assert klient.post(url, {"navn": ""}).status_code == 422
    assert klient.post(url, {"navn": "Uten vedtak"})["Location"] == "/personer/?mangler=vedtak"
    assert klient.post(url, {"navn": "Uten vedtak"}).status_code == 422, "navnet er brukt"
    side = klient.get("/personer/?mangler=vedtak").content.decode()
    assert 'href="?mangler=vedtak" aria-current="page">Uten vedtak<' in side
    assert "Lagre filteret" not in side, "det har alt et navn"
    with kontekst(kontekst_for(fabrikk.aktoer(bruker))):
        lagret = LagretFilter.objects.get()
    assert "Uten vedtak" in klient.get("/filtre/").content.decode()
    adresse = f"/filtre/{lagret.pk}/"
    assert klient.post(f"{adresse}endre/", {"navn": "Nytt", "versjon": "1"}).status_code == 302
    svar = klient.post(f"{adresse}endre/", {"navn": "Mitt", "delt": "on", "versjon": "1"})
    tekst = svar.content.decode()
    assert (svar.status_code, "mens du skrev" in tekst, 'value="Mitt"' in tekst) == (409, True, True)
    assert klient.post(f"{adresse}endre/", {"navn": "Mitt", "versjon": "2"}).status_code == 302
    assert "Slett filteret?" in klient.get(f"{adresse}slett/").content.decode()
    assert klient.post(f"{adresse}slett/", {"bekreft": "ja"}).status_code == 302
    assert "Du har ingen lagrede filtre" in klient.get("/filtre/").content.decode()


def test_delt_med_kollegene_og_ingen_andre() -> None:
    min_, kollega = fabrikk.lag_bruker(), fabrikk.lag_bruker()
    andre = [fabrikk.lag_bruker(nummer="5006"), fabrikk.lag_bruker(Rolle.ADMINISTRATOR)]
    _lagre(min_, "Mitt eget")
    _lagre(min_, "Delt", "mangler=periode", delt="on")
    side = inn(kollega).get("/personer/").content.decode()
    assert ("Delt" in side, "Mitt eget" in side) == (True, False)
    for bruker in andre:
        assert "Delt</a>" not in inn(bruker).get("/personer/").content.decode()
    with kontekst(kontekst_for(fabrikk.aktoer(kollega))):
        (sett,) = LagretFilter.objects.all()
        assert LagretFilter.objects.update(navn="Tatt") == 0
        assert LagretFilter.objects.all().delete()[0] == 0
        with nektet("row-level security"):
            LagretFilter.objects.create(
                navn="x", liste="personer", bruker_id=min_.pk, virksomhet_id=sett.virksomhet_id
            )
    for hva in ("endre", "slett"):
        assert inn(kollega).get(f"/filtre/{sett.pk}/{hva}/").status_code == 404


def _delt(bruker: Bruker, navn: str = "Delt") -> str:
    """Return the address of a new filter the user shares."""
    with kontekst(kontekst_for(fabrikk.aktoer(bruker))):
        av = fabrikk.aktoer(bruker)
        lagret = actions.lagre_filter(utvalg=utvalg_for(av), navn=navn, delt=True, av=av)
    return f"/filtre/{lagret.pk}/slett/"


@pytest.mark.parametrize(
    ("administrator", "kollega"),
    [
        (Rolle.KOMMUNE_ADMINISTRATOR, Rolle.KOMMUNE_FLYKTNINGTJENESTE),
        (Rolle.ADMINISTRATOR, Rolle.FYLKE_SAKSBEHANDLER),
    ],
)
def test_administratoren_rydder_i_det_kollegene_deler(administrator: Rolle, kollega: Rolle) -> None:
    """Ends the sharing, or deletes; both stand on the page of everyone in the organisation."""
    eier = fabrikk.lag_bruker(kollega, fornavn="Eva", etternavn="Eier")
    admin = fabrikk.lag_bruker(administrator, fornavn="Adam", etternavn="Administrator")
    beholdes, slettes = _delt(eier, "Beholdes"), _delt(eier, "Slettes")
    klient = inn(admin)
    assert "Slett eller slutt å dele" in klient.get("/filtre/").content.decode()
    assert "Slutt å dele</button>" in klient.get(beholdes).content.decode()
    assert klient.post(beholdes, {"bekreft": "deling"})["Location"] == "/filtre/"
    assert klient.post(slettes, {"bekreft": "ja"})["Location"] == "/filtre/"
    with kontekst(kontekst_for(fabrikk.aktoer(eier))):
        (igjen,) = LagretFilter.objects.all()
        assert (igjen.navn, igjen.delt, igjen.versjon, igjen.endret_av_id) == ("Beholdes", False, 2, admin.pk)
    for bruker in (eier, admin):
        side = inn(bruker).get("/filtre/").content.decode()
        assert "«Slettes» (Personer), laget av Eva Eier: slettet av Adam Administrator" in side
        assert "«Beholdes» (Personer), laget av Eva Eier: Adam Administrator sluttet å dele det" in side
    assert klient.get(beholdes).status_code == 404, "det er ikke delt lenger"


def test_den_som_ikke_administrerer_virksomheten_rydder_ikke() -> None:
    """Not a colleague, not another organisation's administrator; not past the page either."""
    eier = fabrikk.lag_bruker()
    adresse = _delt(eier)
    with kontekst(kontekst_for(fabrikk.aktoer(eier))):
        lagret = LagretFilter.objects.get()
    for bruker in (
        fabrikk.lag_bruker(),
        fabrikk.lag_bruker(Rolle.KOMMUNE_ADMINISTRATOR, nummer=fabrikk.STEINKJER),
        fabrikk.lag_bruker(Rolle.ADMINISTRATOR),
    ):
        assert inn(bruker).get(adresse).status_code == 404
        assert inn(bruker).post(adresse, {"bekreft": "ja"}).status_code == 404
        av = fabrikk.aktoer(bruker)
        with pytest.raises(IkkeTilgang), kontekst(kontekst_for(av)):
            actions.rydd_delt_filter(lagret=lagret, slett=True, av=av)
    saksbehandler = fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    with kontekst(kontekst_for(saksbehandler)), nektet("bare en administrator"), connection.cursor() as peker:
        peker.execute("SELECT lister_rydd_delt(%s, true)", [lagret.pk])
    with (
        kontekst(kontekst_for(fabrikk.lag_aktoer())),
        nektet("permission denied"),
        connection.cursor() as peker,
    ):
        peker.execute("SELECT lister_rydd_delt(%s, true)", [lagret.pk])
    with kontekst(kontekst_for(saksbehandler)), nektet("permission denied"):
        Filterrydding.objects.update(navn="x")


def test_et_filter_som_ikke_er_delt_lenger(monkeypatch: pytest.MonkeyPatch) -> None:
    """The owner stopped sharing between the page and the button: nothing is done, and it is said."""
    eier = fabrikk.lag_bruker()
    adresse = _delt(eier)
    with kontekst(kontekst_for(fabrikk.aktoer(eier))):
        sett = LagretFilter.objects.select_related("bruker").get()
    assert inn(eier).post(f"/filtre/{sett.pk}/endre/", {"navn": "Mitt", "versjon": "1"}).status_code == 302
    monkeypatch.setattr(queries, "delt_filter", lambda filter_id: sett)
    admin = inn(fabrikk.lag_bruker(Rolle.KOMMUNE_ADMINISTRATOR))
    svar = admin.post(adresse, {"bekreft": "ja"}, follow=True)
    assert "Filteret er ikke delt lenger." in svar.content.decode()
    with kontekst(kontekst_for(fabrikk.aktoer(eier))):
        assert LagretFilter.objects.get().navn == "Mitt"
        assert not Filterrydding.objects.exists()


def test_bare_gyldige_filtre_paa_lister_en_har() -> None:
    bruker = fabrikk.lag_bruker()
    assert _lagre(bruker, sporring="mangler=tull") == 404
    assert _lagre(bruker, sporring="kommune=5001&x=<script>") == 302
    with kontekst(kontekst_for(fabrikk.aktoer(bruker))):
        assert LagretFilter.objects.get().sporring == "", "bare kjente felt lagres"
    assert _lagre(fabrikk.lag_bruker(Rolle.SKOLEKONTAKT)) == 403


def test_ikke_flere_enn_det_er_plass_til(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MAKS_FILTRE", 1)
    av = fabrikk.lag_aktoer()
    with kontekst(kontekst_for(av)):
        actions.lagre_filter(utvalg=utvalg_for(av), navn="A", delt=False, av=av)
    bruker = Bruker.objects.get(pk=av.bruker_id)
    assert _lagre(bruker, "B") == 422


def test_listen_er_en_dyp_lenke() -> None:
    for nr in range(60):
        fabrikk.lag_person(etternavn=f"Navn{nr:02d}")
    klient = inn(fabrikk.lag_bruker())
    tekst = klient.get("/personer/?sorter=-navn&antall=25").content.decode()
    assert re.findall(r">(Navn\d\d), Amina<", tekst) == [f"Navn{nr}" for nr in range(59, 34, -1)]
    assert 'aria-sort="descending"' in tekst
    assert "60 rader" in tekst
    (neste,) = re.findall(r'rel="next" href="([^"]+)"', tekst)
    assert re.fullmatch(r"\?sorter=-navn&amp;antall=25&amp;etter=[0-9a-f-]{36}", neste), (
        "ingen navn i adressen"
    )
    assert klient.get("/personer/?sorter=tull&antall=7&etter=tull").status_code == 200
    feil = klient.get("/personer/?mangler=tull")
    assert (feil.status_code, "Rett filteret for å se listen" in feil.content.decode()) == (422, True)
