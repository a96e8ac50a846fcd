"""O3 og O5 i nettleseren, og det deltakerens side sier om fravær og resultater."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from integrering.grunnmur import maaneder, visning
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Innsyn
from opplaering.actions.fravaer import lagre_fravaer
from opplaering.models import Maanedsfravaer, Resultat, Skoleklasse
from tests import fabrikk
from tests.klasser.nettleser import post, tekst
from tests.lister.hjelp import antall_spoerringer
from tests.opplaering.hjelp import I_DAG, lag_klasse, lag_resultat
from tests.opplaering.test_fravaer import MAANED, fravaeret, lag_elever, linje

pytestmark = pytest.mark.django_db
FOER = maaneder.forrige(MAANED)


@pytest.fixture
def klasse(db: None) -> Skoleklasse:
    return lag_klasse()


@pytest.fixture
def personer(klasse: Skoleklasse) -> list[Person]:
    return lag_elever(klasse, 2)


def rutenett(klasse: Skoleklasse, maaned: Any = MAANED) -> str:
    return reverse("skoleklasse_timer_maaned", args=[klasse.noekkel, maaneder.skriv(maaned)])


def celler(person: Person, *verdier: object, sett: object = "") -> dict[str, str]:
    navn = ("timer", "gyldig", "ugyldig", "uavklart")
    skrevet = dict(zip(navn, (*verdier, "", "", "", "")[:4], strict=True)) | {"sett": sett}
    return {f"{person.pk}-norsk-{felt}": str(verdi) for felt, verdi in skrevet.items()}


def lagre(klasse: Skoleklasse, av: Aktoer, *linjer: Any, maaned: date = MAANED) -> None:
    """Register as a colleague does."""
    with kontekst(kontekst_for(av)):
        lagre_fravaer(klasse=klasse, maaned=maaned, linjer=linjer, av=av)


# --- O3 ---


def test_skolen_foerer_en_maaned(skoleklient: Client, klasse: Skoleklasse, personer: list[Person]) -> None:
    foerst = skoleklient.get(reverse("skoleklasse_timer", args=[klasse.noekkel]))
    assert foerst.headers["Location"] == rutenett(klasse)
    svar = post(skoleklient, rutenett(klasse), celler(personer[0], "70", "2,5", "1", "0,5"), aarsak="")
    assert svar.headers["Location"] == rutenett(klasse)
    siden = tekst(skoleklient.get(rutenett(klasse)))
    assert "1 ny" in siden
    assert "Sum 70 2,5 1 0,5" in siden
    assert [str(r.uavklart) for r in fravaeret(personer[0])] == ["0.5"]
    with kontekst(motor_kontekst()):
        sett = Innsyn.objects.filter(person_id=personer[1].pk, hvor="opplaering-timer")
        assert sett.exists(), "alle på siden er sett"


def test_feil_nevner_linje_og_felt(skoleklient: Client, klasse: Skoleklasse, personer: list[Person]) -> None:
    svar = post(
        skoleklient, rutenett(klasse), celler(personer[0], "mange"), celler(personer[1], "", "4"), aarsak=""
    )
    siden = tekst(svar)
    assert svar.status_code == 422
    assert "Amina Elev00, timer til stede, Norsk: Skriv antall timer, for eksempel 22,5." in siden
    assert "Amina Elev01, timer til stede, Norsk: Skriv timene også, 0 hvis det ikke var noen." in siden


def test_toemming_avvises_og_konflikt_viser_begge(
    skoleklient: Client, koordinator: Aktoer, klasse: Skoleklasse, personer: list[Person]
) -> None:
    lagre(klasse, koordinator, linje(personer[0], 60))
    sett = fravaeret(personer[0])[0].pk
    svar = post(skoleklient, rutenett(klasse), celler(personer[0], sett=sett), aarsak="Feil")
    assert (svar.status_code, "Skriv 0 hvis det ikke var noen." in tekst(svar)) == (422, True)
    svar = post(skoleklient, rutenett(klasse), celler(personer[0], "50"), aarsak="")
    siden = tekst(svar)
    assert svar.status_code == 409
    assert "timer til stede 60" in siden
    assert "timer til stede 50" in siden


def test_fyll_inn_fra_maaneden_foer(
    skoleklient: Client, koordinator: Aktoer, klasse: Skoleklasse, personer: list[Person]
) -> None:
    lagre(klasse, koordinator, linje(personer[0], 66, maaned=FOER), maaned=FOER)
    assert 'value="66"' in skoleklient.get(f"{rutenett(klasse)}?kopier=ja").content.decode()
    assert not fravaeret(personer[1])


def test_laas_les_og_laas_opp(
    skoleklient: Client,
    kommuneklient: Client,
    klasse: Skoleklasse,
    personer: list[Person],
    koordinator: Aktoer,
) -> None:
    laas = reverse("skoleklasse_laas", args=[klasse.noekkel, maaneder.skriv(MAANED)])
    denne = reverse("skoleklasse_laas", args=[klasse.noekkel, maaneder.skriv(maaneder.maaned(I_DAG))])
    post(skoleklient, laas, handling="laas")
    siden = tekst(skoleklient.get(rutenett(klasse)))
    assert "er låst." in siden
    assert "Låst av" in siden
    svar = post(skoleklient, laas, handling="laas_opp", aarsak="")
    assert (svar.status_code, "Skriv hvorfor måneden låses opp." in tekst(svar)) == (422, True)
    post(skoleklient, laas, handling="laas_opp", aarsak="Glemte en")
    assert "er låst opp." in tekst(skoleklient.get(rutenett(klasse)))
    post(skoleklient, denne, handling="laas")
    assert "Måneden er ikke over ennå" in tekst(skoleklient.get(rutenett(klasse)))
    siden = tekst(kommuneklient.get(rutenett(klasse)))
    assert "Du kan lese timene, men ikke endre dem." in siden
    assert "Elev00, Amina" in siden


def test_25_elever_er_en_side_med_et_kjent_antall_spoerringer(
    skoleklient: Client, klasse: Skoleklasse, personer: list[Person]
) -> None:
    stor = lag_klasse()
    lag_elever(stor, 25)
    assert antall_spoerringer(skoleklient, rutenett(stor)) == antall_spoerringer(
        skoleklient, rutenett(klasse)
    )


def test_ingen_i_klassen_og_ingen_maaned(skoleklient: Client) -> None:
    tom = lag_klasse()
    assert "Ingen var i klassen denne måneden." in tekst(skoleklient.get(rutenett(tom)))
    assert skoleklient.get(rutenett(tom).replace(maaneder.skriv(MAANED), "2026-13")).status_code == 404


# --- O5 ---


def test_karakterer_for_klassen(skoleklient: Client, klasse: Skoleklasse, personer: list[Person]) -> None:
    adresse = f"{reverse('skoleklasse_proever', args=[klasse.noekkel])}?slag=standpunkt"
    dag = visning.dato(timezone.localdate())
    assert "Norsk muntlig" in tekst(skoleklient.get(adresse))
    svar = post(
        skoleklient, adresse, {f"{personer[0].pk}-karakter": "4"}, dato=dag, fag="norsk_muntlig", aarsak=""
    )
    assert svar.status_code == 302
    siden = tekst(skoleklient.get(svar.headers["Location"]))
    assert f"Standpunktkarakter, Norsk muntlig {dag} (1 resultat)" in siden
    svar = post(
        skoleklient, adresse, {f"{personer[0].pk}-karakter": "5"}, dato=dag, fag="norsk_muntlig", aarsak=""
    )
    assert svar.status_code == 409
    svar = post(skoleklient, adresse, {f"{personer[0].pk}-karakter": "5"}, dato="", fag="norsk", aarsak="")
    assert svar.status_code == 422


def test_en_proeve_for_klassen_og_toemming(
    skoleklient: Client, klasse: Skoleklasse, personer: list[Person]
) -> None:
    adresse = reverse("skoleklasse_proever", args=[klasse.noekkel])
    dag = visning.dato(timezone.localdate())
    svar = post(
        skoleklient, adresse, {f"{personer[0].pk}-lytte": "b1", f"{personer[0].pk}-muntlig": "b2"},
        dato=dag, aarsak="",
    )  # fmt: skip
    siden = skoleklient.get(svar.headers["Location"])
    assert '<option value="b1" selected>' in siden.content.decode()
    with kontekst(motor_kontekst()):
        sett = Resultat.objects.get(person=personer[0]).pk
    svar = post(skoleklient, adresse, {f"{personer[0].pk}-sett": str(sett)}, dato=dag, aarsak="")
    assert (svar.status_code, "Resultatet er alt registrert." in tekst(svar)) == (422, True)
    adresse = f"{adresse}?slag=standpunkt"
    karakter = lag_resultat(personer[1], dato=timezone.localdate())
    svar = post(
        skoleklient, adresse, {f"{personer[1].pk}-sett": str(karakter.pk)}, dato=dag, fag="norsk", aarsak=""
    )
    assert (svar.status_code, "Karakteren er alt registrert." in tekst(svar)) == (422, True)


def test_ett_resultat_registreres_rettes_og_annulleres(
    skoleklient: Client, klasse: Skoleklasse, personer: list[Person]
) -> None:
    person, dag = personer[0], visning.dato(timezone.localdate())
    nytt = f"{reverse('opplaering_resultat_nytt', args=[person.noekkel])}?slag=eksamen"
    svar = post(skoleklient, nytt, dato=dag, fag="norsk", karakter="")
    assert svar.status_code == 422
    svar = post(skoleklient, nytt, dato=dag, fag="norsk", karakter="3")
    assert svar.headers["Location"] == reverse("opplaering_deltaker", args=[person.noekkel])
    with kontekst(motor_kontekst()):
        en = Resultat.objects.get(person=person)
    siden = tekst(skoleklient.get(reverse("opplaering_resultat", args=[en.registrering_id])))
    assert f"Eksamen, Norsk (muntlig og skriftlig samlet) {dag}" in siden
    rett = reverse("opplaering_resultat_rett", args=[en.registrering_id])
    assert '<option value="3" selected>' in skoleklient.get(rett).content.decode()
    svar = post(skoleklient, rett, dato=dag, fag="norsk", karakter="4", aarsak="Feil", versjon="999999")
    assert svar.status_code == 409
    svar = post(skoleklient, rett, dato=dag, fag="norsk", karakter="4", aarsak="Feil", versjon=en.pk)
    assert svar.status_code == 302
    assert "Begrunnelse: Feil" in tekst(skoleklient.get(svar.headers["Location"]))
    with kontekst(motor_kontekst()):
        en = Resultat.objects.gjeldende().get(person=person)
    annuller = reverse("opplaering_resultat_annuller", args=[en.registrering_id])
    assert "Annuller resultatet" in tekst(skoleklient.get(annuller))
    svar = post(skoleklient, annuller, aarsak="Feil elev", versjon="1")
    assert svar.status_code == 409
    svar = post(skoleklient, annuller, aarsak="Feil elev", versjon=en.pk)
    assert svar.status_code == 302
    assert skoleklient.get(annuller).status_code == 404


def test_listen_har_filter_og_skolen_ser_sine(
    klient: Client, skoleklient: Client, klasse: Skoleklasse, personer: list[Person]
) -> None:
    lag_resultat(personer[0])
    lag_resultat(personer[1], "samfunnskunnskap", fabrikk.ANNEN_SKOLE, resultat="bestaatt")
    adresse = reverse("opplaering_resultater")
    siden = tekst(klient.get(adresse))
    assert "Standpunktkarakter, Norsk" in siden
    assert "resultat Bestått" in siden
    assert "resultat Bestått" not in tekst(klient.get(f"{adresse}?slag=standpunkt&skole={fabrikk.SKOLE}"))
    siden = tekst(skoleklient.get(adresse))
    assert "Elev00, Amina" in siden
    assert "Elev01, Amina" not in siden


# --- O2 ---


def test_deltakerens_side_sier_fravaer_minstenivaa_og_fritak(
    skoleklient: Client,
    kommuneklient: Client,
    koordinator: Aktoer,
    klasse: Skoleklasse,
    personer: list[Person],
) -> None:
    lagre(klasse, koordinator, linje(personer[0], 90, 4, 6))
    lag_resultat(personer[0], karakter=3)
    adresse = reverse("opplaering_deltaker", args=[personer[0].noekkel])
    for nettleser in (skoleklient, kommuneklient):
        siden = tekst(nettleser.get(adresse))
        assert (
            "90 timer til stede, 10 timer fravær (gyldig 4, ugyldig 6, ikke avklart 0). Fravær 10 %." in siden
        )
        assert "Minstenivå i norsk Nådd" in siden
        assert "forskriften § 28 femte ledd" in siden
    assert "Registrer resultat" in tekst(skoleklient.get(adresse))
    siden = tekst(kommuneklient.get(reverse("opplaering_deltaker", args=[personer[1].noekkel])))
    assert "Ingen timer er ført." in siden
    assert "Registrer resultat" not in siden
    with kontekst(motor_kontekst()):
        assert Maanedsfravaer.objects.count() == 1
