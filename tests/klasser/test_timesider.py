"""The grid of hours in the browser: typed, refused without losing anything, met by another's, locked."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from integrering.grunnmur import maaneder
from integrering.klasser import actions
from integrering.klasser.models import Klasse
from integrering.nir.models import Opplaeringstimer, Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.klasser.hjelp import FOER, MAANED, lag_deltakere, lag_klasse, timelinje, timene
from tests.klasser.nettleser import celler, post, rutenett, skjult, tekst
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture
def personer() -> list[Person]:
    return lag_deltakere(3)


@pytest.fixture
def klasse(trondheim: Aktoer, personer: list[Person]) -> Klasse:
    return lag_klasse(trondheim, personer)


def lagre(klasse: Klasse, av: Aktoer, person: Person, timer: float) -> None:
    """Register as a colleague does meanwhile."""
    with kontekst(kontekst_for(av)):
        sett = next((t.pk for t in timene(person) if t.maaned == MAANED), None)
        actions.lagre_timer(
            klasse=klasse, maaned=MAANED, linjer=[timelinje(person, timer, sett=sett)], aarsak="Rettet", av=av
        )


def test_lenken_leder_til_maaneden_som_skal_foeres(klient: Client, klasse: Klasse) -> None:
    svar = klient.get(reverse("klasse_timer", args=[klasse.noekkel]))
    assert svar.headers["Location"] == rutenett(klasse)
    siden = tekst(klient.get(rutenett(klasse)))
    assert "Deltaker00, Amina" in siden
    assert "Tomme linjer røres ikke" in siden


def test_foer_timer_for_to_av_tre(klient: Client, klasse: Klasse, personer: list[Person]) -> None:
    svar = post(
        klient, rutenett(klasse), celler(personer[0], "60", "2,5"), celler(personer[1], "58,5", "", "1"),
        celler(personer[2]), aarsak="",
    )  # fmt: skip
    assert svar.headers["Location"] == rutenett(klasse)
    siden = klient.get(rutenett(klasse))
    assert "2 nye" in tekst(siden)
    assert [
        (str(t.timer), str(t.gyldig_fravaer), str(t.ugyldig_fravaer)) for p in personer for t in timene(p)
    ] == [
        ("60.0", "2.5", "0.0"),
        ("58.5", "0.0", "1.0"),
    ]
    assert "Sum 118,5 2,5 1" in tekst(siden)


def test_feil_nevner_rad_og_felt_og_ingenting_gaar_tapt(
    klient: Client, klasse: Klasse, personer: list[Person]
) -> None:
    svar = post(
        klient, rutenett(klasse), celler(personer[0], "60"), celler(personer[1], "mange"),
        celler(personer[2], "", "4"), aarsak="",
    )  # fmt: skip
    assert svar.status_code == 422
    siden = tekst(svar)
    assert "Amina Deltaker01, timer gjennomført, Norsk: Skriv antall timer, for eksempel 22,5." in siden
    assert "Amina Deltaker02, timer gjennomført, Norsk: Skriv timene også, 0 hvis det ikke var noen." in siden
    assert 'value="mange"' in svar.content.decode()
    assert 'value="60"' in svar.content.decode()
    assert not timene(personer[0])


def test_det_databasen_vet_naevnes_ved_linjen(klient: Client, klasse: Klasse) -> None:
    """Someone born after the month."""
    barn = fabrikk.lag_person(etternavn="Ung", foedselsdato=(f := MAANED.replace(day=20)), tillatelse_dato=f)
    with kontekst(kontekst_for(av := fabrikk.lag_aktoer())):
        actions.legg_til(klasse=klasse, personer=[barn], fra=klasse.fra, av=av)
    svar = post(klient, rutenett(klasse), celler(barn, "10"), aarsak="")
    assert svar.status_code == 422
    assert "Amina Ung, timer gjennomført, Norsk: Datoen er før fødselsdatoen" in tekst(svar)


def test_retting_trenger_grunn_og_toemming_avvises(
    klient: Client, klasse: Klasse, trondheim: Aktoer, personer: list[Person]
) -> None:
    lagre(klasse, trondheim, personer[0], 60)
    sett = timene(personer[0])[0].pk
    svar = post(klient, rutenett(klasse), celler(personer[0], "55", "0", "0", sett=sett), aarsak="")
    assert (svar.status_code, "Skriv hvorfor registreringene endres." in tekst(svar)) == (422, True)
    svar = post(klient, rutenett(klasse), celler(personer[0], sett=sett), aarsak="Feil")
    assert (svar.status_code, "Skriv 0, eller annuller" in tekst(svar)) == (422, True)
    svar = post(
        klient, rutenett(klasse), celler(personer[0], "55", "0", "0", sett=sett), aarsak="Feil i lista"
    )
    assert svar.status_code == 302
    assert (timene(personer[0])[0].timer, timene(personer[0])[0].aarsak) == (55, "Feil i lista")


def test_to_paa_samme_rutenett_ser_begge_verdiene(
    klient: Client, klasse: Klasse, trondheim: Aktoer, personer: list[Person]
) -> None:
    lagre(klasse, trondheim, personer[0], 60)
    svar = post(klient, rutenett(klasse), celler(personer[0], "40"), celler(personer[1], "50"), aarsak="")
    assert svar.status_code == 409
    siden = tekst(svar)
    assert "Noen andre lagret mens du skrev" in siden
    assert "timer gjennomført 60" in siden
    assert "timer gjennomført 40" in siden
    assert "Kari Prøve" in siden
    assert not timene(personer[1])
    sett = skjult(svar, f"{personer[0].pk}-norsk-sett")
    assert int(sett) == timene(personer[0])[0].pk
    svar = post(
        klient, rutenett(klasse), celler(personer[0], "40", sett=sett), celler(personer[1], "50"),
        aarsak="Sjekket med læreren",
    )  # fmt: skip
    assert svar.status_code == 302
    assert timene(personer[0])[0].timer == 40


def test_den_som_ble_tatt_ut_mens_siden_sto_aapen(
    klient: Client, klasse: Klasse, trondheim: Aktoer, personer: list[Person]
) -> None:
    """Named, and what was typed for the others is still there."""
    with kontekst(kontekst_for(trondheim)):
        ute = klasse.medlemskap.filter(person=personer[0]).select_related("person", "klasse")
        actions.ta_ut(klasse=klasse, medlemskap=list(ute), av=trondheim)
    svar = post(klient, rutenett(klasse), celler(personer[0], "40"), celler(personer[1], "50"), aarsak="")
    assert svar.status_code == 422
    assert "Disse er ikke i klassen da: Amina Deltaker00" in tekst(svar)
    assert 'value="50"' in svar.content.decode()


def test_fyll_inn_fra_forrige_maaned(
    klient: Client, klasse: Klasse, trondheim: Aktoer, personer: list[Person]
) -> None:
    """Only where nothing is registered, and nothing is saved before «Lagre alle»."""
    with kontekst(kontekst_for(trondheim)):
        linjer = [timelinje(p, 44, maaned=FOER) for p in personer[:2]]
        actions.lagre_timer(klasse=klasse, maaned=FOER, linjer=linjer, av=trondheim)
    lagre(klasse, trondheim, personer[0], 60)
    skjema = klient.get(f"{rutenett(klasse)}?kopier=ja").context["skjema"]
    assert [str(skjema[f"{p.pk}-norsk-timer"].value()) for p in personer] == ["60", "44", "None"]
    assert len(timene(personer[1])) == 1


def test_flere_moduler_har_hver_sine_felt(klient: Client, trondheim: Aktoer, personer: list[Person]) -> None:
    klasse = lag_klasse(trondheim, personer[:1], navn="Samf", moduler=("norsk", "samf_norge"))
    svar = post(
        klient, rutenett(klasse), celler(personer[0], "30"),
        celler(personer[0], "5", "1", modul="samf_norge"), aarsak="",
    )  # fmt: skip
    assert svar.status_code == 302
    assert {t.modul: (int(t.timer), int(t.gyldig_fravaer)) for t in timene(personer[0])} == {
        "norsk": (30, 0),
        "samf_norge": (5, 1),
    }
    assert 'colspan="3"' in klient.get(rutenett(klasse)).content.decode()


def test_laast_maaned_leses_og_laases_opp_med_grunn(
    klient: Client, klasse: Klasse, trondheim: Aktoer, personer: list[Person]
) -> None:
    lagre(klasse, trondheim, personer[0], 60)
    laas = reverse("klasse_laas", args=[klasse.noekkel, maaneder.skriv(MAANED)])
    klient.post(laas, {"handling": "laas"})
    siden = klient.get(rutenett(klasse))
    assert "Låst av Kari Prøve" in tekst(siden)
    assert "<input" not in siden.content.decode().split("<tbody")[1].split("</tbody>")[0]
    # a form that was open meanwhile saves nothing
    svar = post(klient, rutenett(klasse), celler(personer[1], "50"), aarsak="")
    assert not timene(personer[1])
    assert "Låst av" in tekst(svar)
    assert klient.post(laas, {"handling": "laas_opp", "aarsak": ""}).status_code == 422
    klient.post(laas, {"handling": "laas_opp", "aarsak": "En liste kom sent"})
    assert "Lagre alle" in tekst(klient.get(rutenett(klasse)))


def test_det_som_er_endret_etter_laasing_vises(
    klient: Client, klasse: Klasse, trondheim: Aktoer, personer: list[Person]
) -> None:
    """The lock is of the grid; a correction on the person's own page is seen here."""
    with kontekst(kontekst_for(trondheim)), time_machine.travel(timezone.now() - timedelta(days=1)):
        actions.laas_maaned(klasse=klasse, maaned=MAANED, av=trondheim)
    assert "Endret etter låsing" not in tekst(klient.get(rutenett(klasse)))
    fabrikk.registrer(
        Opplaeringstimer, personer[0], registrert=None, modul="norsk", maaned=MAANED, timer=50,
    )  # fmt: skip
    assert "Deltaker00, Amina Endret etter låsing 50" in tekst(klient.get(rutenett(klasse)))


def test_inneværende_maaned_laases_ikke(klient: Client, klasse: Klasse) -> None:
    denne = maaneder.neste(MAANED)
    svar = klient.post(
        reverse("klasse_laas", args=[klasse.noekkel, maaneder.skriv(denne)]),
        {"handling": "laas"},
        follow=True,
    )
    assert "Måneden er ikke over ennå" in tekst(svar)


def test_fylket_leser_og_andre_ser_ingenting(klasse: Klasse) -> None:
    fylket = inn(fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    siden = tekst(fylket.get(rutenett(klasse)))
    assert "Klassen er hos Trondheim" in siden
    assert "Lagre alle" not in siden
    andre = inn(fabrikk.lag_bruker(nummer=fabrikk.STEINKJER))
    assert andre.get(rutenett(klasse)).status_code == 404


@pytest.mark.parametrize("maaned", ["2026-13", "i-dag", "2026-9", "0000-01"])
def test_maaneder_som_ikke_finnes(klient: Client, klasse: Klasse, maaned: str) -> None:
    adresse = reverse("klasse_timer_maaned", args=[klasse.noekkel, maaned])
    assert klient.get(adresse).status_code == 404


def test_innsyn_logges_for_hver_deltaker(klient: Client, klasse: Klasse, personer: list[Person]) -> None:
    klient.get(rutenett(klasse))
    with kontekst(motor_kontekst()):
        assert set(Innsyn.objects.filter(hvor="klasse-timer").values_list("person_id", flat=True)) == {
            p.pk for p in personer
        }


def test_antallet_spoerringer_er_det_samme_for_tjue_deltakere(klient: Client, trondheim: Aktoer) -> None:
    faa = lag_klasse(trondheim, lag_deltakere(2), navn="Liten")
    mange = lag_klasse(trondheim, lag_deltakere(20), navn="Stor")
    tall = [antall_spoerringer(klient, rutenett(k)) for k in (faa, mange)]
    assert tall[0] == tall[1] <= 12
