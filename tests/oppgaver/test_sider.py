"""One task, several tasks, stand-ins: what people meet at the doors."""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.nir.models import Person
from integrering.oppgaver import actions
from integrering.oppgaver.models import Vikariat
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.oppgaver.hjelp import IDAG, en, hoveddel, innlogget, les, om, person, skrevet, valgt

pytestmark = pytest.mark.django_db
VALGTE = "/oppgaver/valgte/"


def side(hun: Person) -> str:
    return reverse("oppgave", args=[en(hun).noekkel])


def vent(hun: Person, **mer: Any) -> dict[str, Any]:
    """Return a filled-in form of the task's own page."""
    return {
        "handling": "vent", "versjon": en(hun).versjon, "vent-grunn": "permisjon", "vent-til": skrevet(om(9)),
    } | mer  # fmt: skip


def tildel_til(hun: Person, kollega: Aktoer, av: Aktoer) -> None:
    with kontekst(kontekst_for(av)):
        actions.tildel(valgte=valgt(en(hun)), til=kollega.bruker_id, av=av)


# --- En oppgave ---


def test_siden_sier_hvorfor_hvem_og_hva_som_er_gjort(trondheim: Aktoer, kollega: Aktoer) -> None:
    hun = person()
    tildel_til(hun, kollega, trondheim)
    tekst = les(innlogget(trondheim), side(hun))
    for ventet in (
        "<h1", "Vedtaket skal være på plass innen tre måneder", "(Integreringsloven § 30)",
        f'href="/personer/{hun.noekkel}/vedtak/ny/">Registrer vedtak', "Trondheim", kollega.navn,
        f"Til {kollega.navn}.", "Laget av regelen", "Sett på vent",
    ):  # fmt: skip
        assert ventet in tekst, ventet
    with kontekst(motor_kontekst()):
        assert Innsyn.objects.filter(person_id=hun.pk, hvor="oppgave").exists()


def test_paa_vent_med_kvittering_og_angre(trondheim: Aktoer) -> None:
    hun, klient = person(), innlogget(trondheim)
    svar = klient.post(side(hun), vent(hun))
    assert (svar.status_code, svar["Location"]) == (302, "/")
    forside = les(klient)
    assert f"På vent til {skrevet(om(9))}: permisjon." in forside
    runde = re.search(r'name="runde" value="([^"]+)"', forside)
    assert runde is not None
    assert "Angre" not in les(klient), "kvitteringen står én gang"
    assert les_etter(klient, "/oppgaver/angre/", {"runde": runde[1]}).count("Angret for 1 oppgave.") == 1
    assert en(hun).vent_til is None
    assert "kan ikke angres lenger" in les_etter(klient, "/oppgaver/angre/", {"runde": runde[1]})
    assert "ingenting å angre" in les_etter(klient, "/oppgaver/angre/", {"runde": "tull"})


def les_etter(klient: Client, adresse: str, data: dict[str, Any]) -> str:
    """Post, follow, and return the whole page with its messages."""
    tekst: str = klient.post(adresse, data, follow=True).content.decode()
    return tekst


def test_ta_opp_igjen_og_tildel(trondheim: Aktoer, kollega: Aktoer) -> None:
    hun, klient = person(), innlogget(trondheim)
    klient.post(side(hun), vent(hun))
    assert "Ta tilbake nå" in les(klient, side(hun))
    tekst = les_etter(klient, side(hun), {"handling": "ta_opp", "versjon": en(hun).versjon})
    assert "Oppgaven er tatt opp igjen." in tekst
    tildel = {"handling": "tildel", "versjon": en(hun).versjon, "tildel-til": str(kollega.bruker_id)}
    assert f"1 oppgave er tildelt: {kollega.navn}." in les_etter(klient, side(hun), tildel)
    tildel |= {"versjon": en(hun).versjon, "tildel-til": "ingen"}
    assert "1 oppgave ligger nå hos alle." in les_etter(klient, side(hun), tildel)
    assert en(hun).ansvarlig_id is None


@pytest.mark.parametrize(
    ("felt", "feil"),
    [
        ({"vent-grunn": ""}, "Velg hva oppgaven venter på."),
        ({"vent-til": ""}, "Skriv dato, for eksempel"),
        ({"vent-til": skrevet(IDAG)}, "Datoen må være etter i dag."),
        ({"vent-grunn": "annet"}, "Skriv kort hva oppgaven venter på."),
        ({"handling": "tildel", "tildel-til": "0"}, "Velg"),
        ({"handling": "tull"}, "Oppgaven kan ikke endres her"),
    ],
)
def test_det_som_mangler_sies_ved_feltet(felt: dict[str, str], feil: str, trondheim: Aktoer) -> None:
    hun = person()
    svar = innlogget(trondheim).post(side(hun), vent(hun, **felt))
    assert svar.status_code == 422
    assert feil in svar.content.decode()
    assert en(hun).vent_til is None


def test_noen_andre_var_foerst(trondheim: Aktoer, kollega: Aktoer) -> None:
    hun, klient = person(), innlogget(trondheim)
    skjema = vent(hun, **{"vent-grunn": "annet", "vent-merknad": "ny timeplan"})
    tildel_til(hun, kollega, kollega)
    svar = klient.post(side(hun), skjema)
    tekst = hoveddel(svar.content.decode())
    assert svar.status_code == 409
    assert f"Endret av {kollega.navn}" in tekst
    assert "ny timeplan" in tekst, "det som ble skrevet, står"
    assert f'name="versjon" value="{en(hun).versjon}"' in tekst
    assert klient.post(side(hun), skjema | {"versjon": en(hun).versjon}).status_code == 302


def test_ferdige_og_andres_oppgaver_kan_leses_men_ikke_endres(trondheim: Aktoer, fylket: Aktoer) -> None:
    hun = person()
    adresse, skjema = side(hun), vent(hun)
    klient = innlogget(fylket)
    tekst = les(klient, adresse)
    assert "ligger hos Trondheim" in tekst
    assert "Registrer vedtak" not in tekst
    assert klient.post(adresse, skjema).status_code == 422
    fabrikk.lag_vedtak(hun, startdato=IDAG)
    actions.oppdater_kilde("nir", [hun.pk])
    egen = innlogget(trondheim)
    assert "Oppgaven er ferdig" in les(egen, adresse)
    assert egen.post(adresse, skjema).status_code == 422


def test_oppgaven_som_ikke_finnes_for_leseren(steinkjer: Aktoer) -> None:
    klient = innlogget(steinkjer)
    assert klient.get(side(person())).status_code == 404
    assert klient.get(reverse("oppgave", args=[uuid.uuid4()])).status_code == 404
    skole = innlogget(fabrikk.lag_aktoer(Rolle.SKOLEKONTAKT))
    assert skole.get(reverse("oppgave", args=[uuid.uuid4()])).status_code == 404


# --- Flere på en gang ---


def bekreft(tekst: str, **mer: str) -> dict[str, Any]:
    """Return the form of the check page, confirmed."""
    sett = re.findall(r'name="sett" value="([^"]+)"', tekst)
    return {"sett": sett, "bekreft": "ja"} | mer


def test_flere_settes_paa_vent_etter_kontroll(trondheim: Aktoer) -> None:
    en_, to = person(etternavn="En"), person(etternavn="To")
    klient = innlogget(trondheim)
    valg = {
        "handling": "vent",
        "valgt": [str(en(en_).noekkel), str(en(to).noekkel), "tull", str(uuid.uuid4())],
    }
    kontroll = hoveddel(klient.post(VALGTE, valg).content.decode())
    assert "Sett 2 oppgaver på vent" in kontroll
    assert "Amina En" in kontroll
    assert en(en_).vent_til is None, "ingenting er gjort ennå"
    skjema = bekreft(kontroll, handling="vent", **{"vent-grunn": "skole", "vent-til": skrevet(om(9))})
    assert klient.post(VALGTE, skjema | {"vent-grunn": ""}).status_code == 422
    assert klient.post(VALGTE, skjema | {"vent-til": skrevet(IDAG)}).status_code == 422
    tekst = les_etter(klient, VALGTE, skjema)
    assert f"2 oppgaver: På vent til {skrevet(om(9))}: venter på skolen." in tekst
    assert "Angre" in tekst
    assert {en(en_).vent_grunn, en(to).vent_grunn} == {"skole"}


def test_flere_tildeles_og_tas_tilbake(trondheim: Aktoer, kollega: Aktoer) -> None:
    hun, klient = person(), innlogget(trondheim)
    valgt_ = {"valgt": str(en(hun).noekkel)}
    kontroll = klient.post(VALGTE, valgt_ | {"handling": "tildel"}).content.decode()
    assert f"Meg ({trondheim.navn})" in kontroll
    til = {"tildel-til": str(kollega.bruker_id)}
    assert "er tildelt: " in les_etter(klient, VALGTE, bekreft(kontroll, handling="tildel", **til))
    klient.post(side(hun), vent(hun))
    kontroll = klient.post(VALGTE, valgt_ | {"handling": "ta_opp"}).content.decode()
    assert "Ta tilbake 1 oppgave" in kontroll
    skjema = bekreft(kontroll, handling="ta_opp")
    assert "1 oppgave er tatt tilbake." in les_etter(klient, VALGTE, skjema)
    fabrikk.lag_vedtak(hun, startdato=IDAG)
    actions.oppdater_kilde("nir", [hun.pk])
    svar = klient.post(VALGTE, skjema)
    assert svar.status_code == 422
    assert "alt ferdige" in svar.content.decode()


def test_flere_der_noen_andre_var_foerst(trondheim: Aktoer, kollega: Aktoer) -> None:
    en_, to = person(etternavn="En"), person(etternavn="To")
    klient = innlogget(trondheim)
    valg = {"handling": "vent", "valgt": [str(en(en_).noekkel), str(en(to).noekkel)]}
    skjema = bekreft(
        klient.post(VALGTE, valg).content.decode(), handling="vent",
        **{"vent-grunn": "skole", "vent-til": skrevet(om(9))},
    )  # fmt: skip
    tildel_til(to, kollega, kollega)
    svar = klient.post(VALGTE, skjema)
    tekst = hoveddel(svar.content.decode())
    assert svar.status_code == 409
    assert f"Amina To: endret av {kollega.navn}" in tekst
    assert "Amina En: endret" not in tekst
    assert en(en_).vent_til is None
    assert klient.post(VALGTE, skjema | bekreft(tekst)).status_code == 302
    assert en(to).vent_til == om(9)


@pytest.mark.parametrize(
    ("data", "melding"),
    [
        ({"handling": "vent"}, "Velg minst én rad."),
        ({"handling": "tull"}, "Velg hva du vil gjøre"),
        ({}, "Velg hva du vil gjøre"),
    ],
)
def test_uten_valg_er_man_tilbake_i_listen(data: dict[str, str], melding: str, trondheim: Aktoer) -> None:
    klient = innlogget(trondheim)
    svar = klient.post(VALGTE, data | {"tilbake": "/?fane=alle"})
    assert svar["Location"] == "/?fane=alle"
    assert klient.post(VALGTE, data | {"tilbake": "https://andre.no/"})["Location"] == "/"
    assert melding in les_etter(klient, VALGTE, data)


def test_bare_det_som_ligger_hos_en_selv_kan_velges(trondheim: Aktoer, fylket: Aktoer) -> None:
    hun = person()
    data = {"handling": "vent", "valgt": str(en(hun).noekkel)}
    assert "Velg minst én rad." in les_etter(innlogget(fylket), VALGTE, data)


# --- Vikar ---


def test_vikar_registreres_og_avsluttes(trondheim: Aktoer, kollega: Aktoer) -> None:
    klient = innlogget(trondheim)
    assert "Ingen vikarer er registrert." in les(klient, "/oppgaver/vikar/")
    skjema = {
        "borte": trondheim.bruker_id, "vikar": kollega.bruker_id, "fra": skrevet(IDAG), "til": skrevet(om(7)),
    }  # fmt: skip
    assert "er vikar for" in les_etter(klient, "/oppgaver/vikar/", skjema)
    svar = klient.post("/oppgaver/vikar/", skjema)
    assert svar.status_code == 422
    assert "Det er alt registrert en vikar" in svar.content.decode()
    with kontekst(motor_kontekst()):
        vikariat = Vikariat.objects.get()
    avslutt = reverse("oppgaver_vikar_avslutt", args=[vikariat.noekkel])
    assert "Noen andre endret dette" in les_etter(klient, avslutt, {"versjon": "tull"})
    assert "Vikariatet er avsluttet." in les_etter(klient, avslutt, {"versjon": vikariat.versjon})
    assert innlogget(fabrikk.lag_aktoer(nummer="5006")).post(avslutt).status_code == 404


def test_den_som_er_alene_faar_vite_hva_som_kan_gjoeres(trondheim: Aktoer) -> None:
    side = les(innlogget(trondheim), "/oppgaver/vikar/")
    assert "Ingen andre hos dere har en rolle her" in side
    assert "Hvem er vikar?" not in side
    fabrikk.lag_aktoer()
    assert "Hvem er vikar?" in les(innlogget(trondheim), "/oppgaver/vikar/")


def test_tomt_vikarskjema_sier_hva_som_mangler(trondheim: Aktoer, kollega: Aktoer) -> None:
    svar = innlogget(trondheim).post("/oppgaver/vikar/", {"vikar": ""})
    assert svar.status_code == 422
    assert "Velg hvem som er vikar." in svar.content.decode()
    assert "Skriv til-dato" in svar.content.decode()
