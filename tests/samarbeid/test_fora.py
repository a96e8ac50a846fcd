"""Forums: who sees which, members, meetings."""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from integrering.utveksling.moeter.models import Deltaker, Moete
from regionalt.samarbeid import actions
from regionalt.samarbeid.models import Forum
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, virksomhet
from tests.lister.hjelp import antall_spoerringer
from tests.samarbeid.hjelp import lag_forum, lag_medlem, lag_vedtak, om, saksbehandler, skrevet
from tests.tilgang.hjelp import inn
from tests.utveksling.moeter.hjelp import lag_moete

pytestmark = pytest.mark.django_db


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def _adresse(hva: str, forum: Forum) -> str:
    return reverse(f"samarbeid:{hva}", args=[forum.noekkel])


def _side(klient: Client, forum: Forum) -> str:
    svar = klient.get(_adresse("forum", forum))
    assert svar.status_code == 200
    return svar.content.decode()


def test_et_nytt_forum_og_det_endres(klient: Client) -> None:
    adresse = reverse("samarbeid:forum_nytt")
    assert klient.get(adresse).status_code == 200
    svar = {"navn": "Forum for arbeid", "slag": "regionalt", "innsending": uuid.uuid4()}
    assert klient.post(adresse, svar | {"navn": "Om 01019012345"}).status_code == 422
    her = klient.post(adresse, svar)["Location"]
    assert klient.post(adresse, svar)["Location"] == her
    endret = {"navn": "Forum for arbeid", "slag": "nasjonalt", "hyppighet": "To ganger i året", "versjon": 1}
    assert "Forum for arbeid" in klient.get(her + "endre/").content.decode()
    assert klient.post(her + "endre/", endret | {"nedlagt": skrevet(-1)}).status_code == 302
    side = klient.get(her).content.decode()
    assert "Nasjonalt" in side and "To ganger i året" in side and "Nedlagt" in side
    assert klient.post(her + "endre/", endret).status_code == 409
    assert "Forum for arbeid" not in klient.get(reverse("samarbeid:fora")).content.decode()
    alle = klient.get(reverse("samarbeid:fora"), {"nedlagt": "on", "slag": "nasjonalt"}).content.decode()
    assert "Forum for arbeid" in alle


def test_medlemmer_av_huset_og_utenfra(klient: Client) -> None:
    forum = lag_forum()
    adresse = _adresse("medlem_nytt", forum)
    assert klient.get(adresse).status_code == 200
    nav = {"slag": "nav", "organisasjon": "Nav Prøve", "person": "Nina Nav", "fra": skrevet(-3)}
    kommunen = str(virksomhet(TRONDHEIM).pk)
    for felt, tekst in (
        ({"organisasjon": ""}, "Ikke begge."),
        ({"virksomhet": kommunen}, "Ikke begge."),
        ({"til": skrevet(-4)}, "Den siste dagen kan ikke være før den første."),
        ({"person": "010190 12345"}, "Ta ut nummeret."),
    ):
        nei = klient.post(adresse, nav | felt)
        assert nei.status_code == 422 and tekst in nei.content.decode(), felt
    assert klient.post(adresse, nav).status_code == 302
    assert "Nina Nav" in _side(klient, forum)
    medlem = lag_medlem(forum, TRONDHEIM)
    endre = reverse("samarbeid:medlem_endre", args=[medlem.noekkel])
    assert "Endre medlemmet" in klient.get(endre).content.decode()
    svar: dict[str, Any] = {
        "slag": "kommune", "virksomhet": kommunen, "fra": skrevet(-30), "til": skrevet(-1), "versjon": 1
    }  # fmt: skip
    assert klient.post(endre, svar).status_code == 302
    assert "Tidligere medlemmer" in _side(klient, forum)
    assert klient.post(endre, svar).status_code == 409


def test_kommunen_ser_fora_den_er_medlem_av_naa() -> None:
    """Its own, with the other members and the decisions; not others', nor those it has left."""
    med, uten, sluttet = lag_forum(), lag_forum(navn="Andres forum"), lag_forum(navn="Gammelt forum")
    lag_medlem(med, TRONDHEIM)
    lag_medlem(med)
    lag_medlem(sluttet, TRONDHEIM, til=om(-1))
    vedtak = lag_vedtak(med)
    andres = lag_vedtak(uten)
    byen = inn(lag_bruker(nummer=TRONDHEIM))
    liste = byen.get(reverse("samarbeid:fora")).content.decode()
    assert med.navn in liste and "Andres forum" not in liste and "Gammelt forum" not in liste
    side = _side(byen, med)
    assert "Nav Prøve" in side and vedtak.tekst in side and "Nytt vedtak" not in side
    for forum in (uten, sluttet):
        assert byen.get(_adresse("forum", forum)).status_code == 404
    assert byen.get(reverse("samarbeid:vedtak", args=[andres.noekkel])).status_code == 404
    assert vedtak.tekst in byen.get(reverse("samarbeid:vedtak", args=[vedtak.noekkel])).content.decode()
    andre = inn(lag_bruker(nummer=STEINKJER)).get(reverse("samarbeid:fora")).content.decode()
    assert "Ingen fora er registrert." in andre


def test_databasen_sletter_ingenting_og_lar_ingen_andre_skrive() -> None:
    forum, av, byen = lag_forum(), saksbehandler(), lag_aktoer()
    lag_medlem(forum, TRONDHEIM)
    nektes = pytest.raises(Exception, match="permission denied")
    with kontekst(kontekst_for(byen)), nektes, transaction.atomic():
        Forum.objects.update(navn="Vårt forum")
    with kontekst(kontekst_for(av)):
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            Forum.objects.all()._raw_delete("default")
        with pytest.raises(Exception, match="row-level security"), transaction.atomic():
            Forum.objects.update(endret_av_id=byen.bruker_id)


def test_et_moete_i_forumet_har_medlemmene_valgt(klient: Client) -> None:
    forum = lag_forum()
    lag_medlem(forum, TRONDHEIM)
    lag_medlem(forum)
    lag_medlem(forum, STEINKJER, til=om(-1))
    adresse = _adresse("forum_moete", forum)
    side = klient.get(adresse).content.decode()
    assert forum.navn in side and "Nina Nav" in side
    svar: dict[str, Any] = {
        "type": "forum", "tittel": "Høstens forum", "dato": skrevet(8), "fra": "09.00", "til": "11.00",
        "virksomheter": [virksomhet(TRONDHEIM).pk],
    }  # fmt: skip
    assert klient.post(adresse, svar)["Location"] == _adresse("forum", forum)
    assert "Høstens forum" in _side(klient, forum)
    with kontekst(kontekst_for(saksbehandler())):
        moete = Moete.objects.get()
        assert list(Deltaker.objects.values_list("virksomhet__nummer", flat=True)) == [TRONDHEIM]
    byen = inn(lag_bruker(nummer=TRONDHEIM))
    assert reverse("moete", args=[moete.noekkel]) in _side(byen, forum)


def test_et_moete_som_finnes_knyttes_til_forumet(klient: Client) -> None:
    forum, annet, av = lag_forum(), lag_forum(navn="Annet forum"), saksbehandler()
    moete = lag_moete(av, type="forum", tittel="Vårens forum")
    lag_moete(av, tittel="Teammøte hos oss")
    adresse = _adresse("forum_knytt", forum)
    side = klient.get(adresse).content.decode()
    assert "Vårens forum" in side and "Teammøte hos oss" not in side
    assert klient.post(adresse, {"moete": str(moete.noekkel)}).status_code == 302
    assert "Vårens forum" in _side(klient, forum)
    assert klient.post(adresse, {"moete": str(moete.noekkel)}).status_code == 422
    with kontekst(kontekst_for(av)):
        actions.knytt_moete(forum=forum, moete=moete, av=av)
        with pytest.raises(Regelbrudd, match="et annet forum"):
            actions.knytt_moete(forum=annet, moete=moete, av=av)
    andres = lag_moete(lag_aktoer(), tittel="Kommunens møte")
    with kontekst(kontekst_for(av)), pytest.raises(Regelbrudd, match="kalt inn til"):
        actions.knytt_moete(forum=forum, moete=andres, av=av)


def test_alt_om_et_forum_paa_en_side(klient: Client) -> None:
    forum = lag_forum()
    for _nr in range(3):
        lag_medlem(forum)
        lag_vedtak(forum)
    assert antall_spoerringer(klient, _adresse("forum", forum)) <= 10
    assert klient.get(reverse("samarbeid:forum", args=[uuid.uuid4()])).status_code == 404
    assert klient.get(reverse("samarbeid:medlem_endre", args=[uuid.uuid4()])).status_code == 404


def test_panelet_paa_siden_til_kommunen(klient: Client) -> None:
    """The forums it is a member of today, and how many decisions wait; no more questions than before."""
    adresse = reverse("kommune", args=[TRONDHEIM])
    assert "Kommunen er ikke medlem av noe forum." in klient.get(adresse).content.decode()
    forum, sluttet = lag_forum(), lag_forum(navn="Gammelt forum")
    lag_forum(navn="Andres forum")
    lag_medlem(forum, TRONDHEIM)
    lag_medlem(sluttet, TRONDHEIM, til=om(-1))
    lag_vedtak(forum)
    lag_vedtak(forum, oppfoelging="", frist=None)
    for leser in (klient, inn(lag_bruker(nummer=TRONDHEIM))):
        side = leser.get(adresse).content.decode()
        assert _adresse("forum", forum) in side and re.search(r'<td class="tall"[^>]*>1</td>', side)
        assert "Andres forum" not in side and "Gammelt forum" not in side
    assert antall_spoerringer(klient, adresse) <= 10


def test_forum_og_vedtak_finnes_i_soeket(klient: Client) -> None:
    forum = lag_forum(formaal="Samordne bosettingen")
    vedtak = lag_vedtak(forum, tekst="Vi prøver ut felles mottak av familier")
    funnet = klient.post(reverse("soek"), {"q": "samordne"}).content.decode()
    assert _adresse("forum", forum) in funnet
    funnet = klient.post(reverse("soek"), {"q": "felles familier"}).content.decode()
    assert reverse("samarbeid:vedtak", args=[vedtak.noekkel]) in funnet
