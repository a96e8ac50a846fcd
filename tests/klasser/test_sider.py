"""The class, those in it, tests, and what is registered for many: in the browser."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.klasser import actions
from integrering.klasser.forms.klasse import klasseverdier
from integrering.klasser.models import Fellesregistrering, Klasse, Medlemskap
from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.models import Person, Proeve, Tiltak
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.klasser.hjelp import I_DAG, MAANED, data, i_klassen, lag_deltakere, lag_klasse, timene
from tests.klasser.nettleser import celler, post, rutenett, skjult, tekst
from tests.nir.eksempler import som_skrevet, verdier
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
FLERE = "/registrer-for-flere/"


def dato(dag: Any) -> str:
    return f"{dag:%d.%m.%Y}"


@pytest.fixture
def personer() -> list[Person]:
    return lag_deltakere(3)


@pytest.fixture
def klasse(trondheim: Aktoer, personer: list[Person]) -> Klasse:
    return lag_klasse(trondheim, personer)


def skjemaet(**felt: Any) -> dict[str, Any]:
    d = data()
    grunn = {
        "innsending": str(uuid.uuid4()), "navn": d.navn, "nivaa": d.nivaa, "moduler": list(d.moduler),
        "fra": dato(d.fra), "til": dato(d.til), "sted": "", "kontakt": "",
    }  # fmt: skip
    return grunn | felt


# --- The class ---


def test_lag_klasse_og_legg_til_fra_en_limt_inn_liste(klient: Client, personer: list[Person]) -> None:
    """DUF with and without spaces, a name, one nobody has, one that several have."""
    svar = klient.post(reverse("klasse_ny"), skjemaet())
    assert "klasse=" in svar.headers["Location"]
    siden = klient.get(svar.headers["Location"])
    klasse = siden.context["skjema"].initial["klasse"]
    hvem = f"{personer[0].duf}\n{personer[1].duf_skrevet};\nDeltaker02\n2099 999999 99\nDeltaker\n\n"
    svarene = {"klasse": klasse, "fra": dato(I_DAG), "hvem": hvem}
    siden = klient.post(reverse("klasse_deltakere"), svarene | {"steg": "kontroller"})
    lest = tekst(siden)
    assert "Finner ingen dere har, for disse linjene 2099 999999 99" in lest
    assert "Flere passer. Skriv DUF-nummeret Deltaker " in lest
    assert "Legg til 3 deltakere" in lest
    siden = klient.post(reverse("klasse_deltakere"), svarene | {"steg": "lagre"}, follow=True)
    assert "3 deltakere er lagt til" in tekst(siden)
    siden = klient.post(reverse("klasse_deltakere"), svarene | {"steg": "kontroller"})
    assert tekst(siden).count("Er alt i klassen") == 3


def test_feil_i_skjemaet_for_deltakere(klient: Client, klasse: Klasse) -> None:
    adresse = reverse("klasse_deltakere")
    assert klient.post(adresse, {"hvem": "", "klasse": "", "fra": ""}).status_code == 422
    svar = klient.post(adresse, {"hvem": "Finnes Ikke", "klasse": str(klasse.noekkel), "fra": dato(I_DAG)})
    assert (svar.status_code, "Ingen av linjene ga en person" in tekst(svar)) == (422, True)
    utenfor = {
        "hvem": "Deltaker00",
        "klasse": str(klasse.noekkel),
        "fra": dato(klasse.til + timedelta(days=1)),
    }
    svar = klient.post(adresse, utenfor | {"steg": "lagre"})
    assert (svar.status_code, "i perioden til klassen" in tekst(svar)) == (422, True)
    assert klient.post(adresse, utenfor | {"steg": "endre"}).status_code == 200


def test_valgte_i_personlisten_legges_i_klasse(klient: Client, personer: list[Person]) -> None:
    siden = klient.get("/personer/")
    assert f'formaction="{reverse("klasse_deltakere")}"' in siden.content.decode()
    svar = klient.post(reverse("klasse_deltakere"), {"valgt": [str(p.noekkel) for p in personer[:2]]})
    assert personer[0].duf_skrevet in tekst(svar)
    assert personer[2].duf_skrevet not in tekst(svar)


def test_knappene_over_personlisten_er_bare_for_dem_som_registrerer(personer: list[Person]) -> None:
    for rolle, ventet in ((Rolle.FYLKE_SAKSBEHANDLER, True), (Rolle.TILSKUDDSRAADGIVER, False)):
        siden = inn(fabrikk.lag_bruker(rolle)).get("/personer/").content.decode()
        assert (f'formaction="{FLERE}"' in siden) is ventet


def test_endre_klassen_og_to_samtidig(klient: Client, klasse: Klasse) -> None:
    adresse = reverse("klasse_endre", args=[klasse.noekkel])
    assert klient.get(adresse).status_code == 200
    assert klient.post(adresse, skjemaet(versjon=1, navn="Kveld")).status_code == 302
    svar = klient.post(adresse, skjemaet(versjon=1, navn="Helg"))
    assert svar.status_code == 409
    assert "Kveld" in tekst(svar)
    assert (
        klient.post(adresse, skjemaet(versjon=2, til=dato(klasse.fra - timedelta(days=1)))).status_code == 422
    )
    with kontekst(motor_kontekst()):
        assert klasseverdier(Klasse.objects.get())["navn"] == "Kveld"


def test_listen_over_klasser(klient: Client, klasse: Klasse, trondheim: Aktoer) -> None:
    lag_klasse(trondheim, navn="I fjor", til=MAANED)
    assert "I fjor" not in tekst(klient.get(reverse("klasser")))
    assert "Spor 2 dagtid Spor 2" in tekst(klient.get(reverse("klasser")))
    assert "I fjor" in tekst(klient.get(f"{reverse('klasser')}?periode=over"))
    assert "I fjor" in tekst(klient.get(f"{reverse('klasser')}?periode=alle"))
    fylket = tekst(inn(fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)).get(reverse("klasser")))
    assert "Spor 2 dagtid" in fylket
    assert "Trondheim" in fylket


def test_klassens_side(klient: Client, klasse: Klasse, trondheim: Aktoer, personer: list[Person]) -> None:
    adresse = reverse("klasse", args=[klasse.noekkel])
    with kontekst(kontekst_for(trondheim)):
        ut = Medlemskap.objects.filter(person=personer[0]).select_related("person", "klasse")
        actions.avslutt(klasse=klasse, medlemskap=list(ut), siste_dag=MAANED, av=trondheim)
    assert "Deltaker00" not in tekst(klient.get(adresse))
    assert "Deltaker00" in tekst(klient.get(f"{adresse}?naar=alle"))
    assert "Deltaker01" in tekst(klient.get(f"{adresse}?naar=naa"))
    leser = inn(fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)).get(adresse)
    assert 'name="valgt"' not in leser.content.decode()
    assert klient.get(reverse("klasse", args=[uuid.uuid4()])).status_code == 404


# --- End, move, take out ---


def medlemmer(klasse: Klasse) -> list[str]:
    with kontekst(motor_kontekst()):
        rader = Medlemskap.objects.gjeldende().filter(klasse=klasse).order_by("person__etternavn")
        return [str(m.registrering_id) for m in rader]


def test_avslutt_flytt_og_ta_ut(klient: Client, klasse: Klasse, trondheim: Aktoer) -> None:
    ny = lag_klasse(trondheim, navn="Spor 3")
    en, to, tre = medlemmer(klasse)
    adresse = reverse("klasse_valgte", args=[klasse.noekkel])
    assert "Velg minst én rad" in tekst(klient.post(adresse, {"handling": "avslutt"}, follow=True))
    assert "Amina Deltaker00" in tekst(klient.post(adresse, {"handling": "avslutt", "valgt": [en]}))
    bekreft = {"bekreft": "ja"}
    svar = klient.post(adresse, bekreft | {"handling": "avslutt", "valgt": [en], "dato": "i går"})
    assert svar.status_code == 422
    svar = klient.post(adresse, bekreft | {"handling": "avslutt", "valgt": [en], "dato": "01.01.1990"})
    assert svar.status_code == 422
    svar = klient.post(
        adresse, bekreft | {"handling": "avslutt", "valgt": [en], "dato": dato(I_DAG)}, follow=True
    )
    assert "avsluttet for Amina Deltaker00" in tekst(svar)
    assert "Flytt 1 deltaker" in tekst(klient.post(adresse, {"handling": "flytt", "valgt": [to]}))
    flytt = {"handling": "flytt", "valgt": [to], "klasse": str(ny.noekkel), "fra": dato(I_DAG)}
    assert "Flyttet: Amina Deltaker01" in tekst(klient.post(adresse, bekreft | flytt, follow=True))
    assert "ved en feil" in tekst(klient.post(adresse, {"handling": "ta_ut", "valgt": [tre]}))
    klient.post(adresse, bekreft | {"handling": "ta_ut", "valgt": [tre]})
    assert set(i_klassen(klasse)) == {"Deltaker00", "Deltaker01"}
    assert set(i_klassen(ny)) == {"Deltaker01"}


# --- Tests ---


def test_resultater_for_klassen(klient: Client, klasse: Klasse, personer: list[Person]) -> None:
    adresse, dag = reverse("klasse_proever", args=[klasse.noekkel]), I_DAG - timedelta(days=2)
    assert "Lytteforståelse" in tekst(klient.get(adresse))
    deler = dict.fromkeys(("lytte", "lese", "skriftlig", "muntlig"), "a2")
    svarene = {f"{p.pk}-{d}": v for p in personer[:2] for d, v in deler.items()}
    uten_dag = klient.post(adresse, svarene | {"dato": "", "aarsak": ""})
    assert (uten_dag.status_code, "Skriv prøvedato" in tekst(uten_dag)) == (422, True)
    svar = klient.post(adresse, svarene | {"dato": dato(dag), "aarsak": ""}, follow=True)
    assert "Lagret for Norskprøve A1–B2" in tekst(svar)
    assert "(2 resultater)" in tekst(svar)
    with kontekst(motor_kontekst()):
        assert Proeve.objects.filter(dato=dag, muntlig="a2").count() == 2
    # someone else's: the same grid without the versions
    svar = klient.post(adresse, svarene | {f"{personer[0].pk}-lese": "b1", "dato": dato(dag), "aarsak": ""})
    assert svar.status_code == 409
    sett = skjult(svar, f"{personer[0].pk}-sett")
    svar = klient.post(
        adresse,
        svarene
        | {
            f"{personer[0].pk}-lese": "b1",
            f"{personer[0].pk}-sett": sett,
            "dato": dato(dag),
            "aarsak": "Avskrift",
        },
    )
    assert svar.status_code == 302
    assert f"dato={dato(dag)}" in svar.headers["Location"]


def test_proever_som_avvises(klient: Client, klasse: Klasse, personer: list[Person]) -> None:
    adresse = reverse("klasse_proever", args=[klasse.noekkel])
    fram = I_DAG + timedelta(days=3)
    svar = klient.post(adresse, {f"{personer[0].pk}-lytte": "a2", "dato": dato(fram), "aarsak": ""})
    assert (svar.status_code, "kan ikke være fram i tid" in tekst(svar)) == (422, True)
    svar = klient.post(adresse, {f"{personer[0].pk}-lytte": "c9", "dato": dato(I_DAG), "aarsak": ""})
    assert (svar.status_code, "Amina Deltaker00, lytteforståelse:" in tekst(svar)) == (422, True)
    foer = klasse.fra - timedelta(days=3)
    svar = klient.post(adresse, {f"{personer[0].pk}-lytte": "a2", "dato": dato(foer), "aarsak": ""})
    assert (svar.status_code, "ikke i klassen da" in tekst(svar)) == (422, True)


def test_samfunnskunnskap_har_ett_resultat(klient: Client, klasse: Klasse, personer: list[Person]) -> None:
    adresse = f"{reverse('klasse_proever', args=[klasse.noekkel])}?proeve=samfunnskunnskap"
    assert "Lytteforståelse" not in tekst(klient.get(adresse))
    klient.post(adresse, {f"{personer[0].pk}-resultat": "bestaatt", "dato": dato(I_DAG), "aarsak": ""})
    with kontekst(motor_kontekst()):
        sett = Proeve.objects.get(resultat="bestaatt").pk
    siden = klient.get(f"{adresse}&dato={dato(I_DAG)}")
    assert skjult(siden, f"{personer[0].pk}-sett") == str(sett)
    svar = post(klient, adresse, {f"{personer[0].pk}-sett": sett, "dato": dato(I_DAG)}, aarsak="")
    assert "Velg et annet, eller annuller" in tekst(svar)


# --- The same for many ---

TILTAK = {"tiltak": "praksis", "fra": dato(I_DAG - timedelta(days=5)), "til": "", "timer_per_uke": "7,5"}


def valgt(personer: list[Person], **mer: Any) -> dict[str, Any]:
    noekler = [str(p.noekkel) for p in personer]
    return {"valgt": noekler, "med": noekler, "slag": "tiltak", "innsending": str(uuid.uuid4())} | mer


def tiltakene() -> list[str]:
    with kontekst(motor_kontekst()):
        rader = Tiltak.objects.order_by("person__etternavn")
        return list(rader.values_list("person__etternavn", flat=True))


def test_samme_tiltak_for_en_klasse(klient: Client, klasse: Klasse, personer: list[Person]) -> None:
    siden = klient.get(f"{FLERE}?klasse={klasse.noekkel}")
    assert "Registrer tiltak for 3" in tekst(siden)
    felt = valgt(personer, innsending=skjult(siden, "innsending"))
    siden = klient.post(FLERE, felt | TILTAK | {"steg": "kontroller"})
    assert tekst(siden).count("Blir registrert") == 3
    svar = klient.post(FLERE, felt | TILTAK | {"steg": "lagre"})
    kvittering = klient.get(svar.headers["Location"])
    assert "Registrert for 3 personer" in tekst(kvittering)
    assert all(p.navn in tekst(kvittering) for p in personer)
    # a double click has one effect
    assert (
        klient.post(FLERE, felt | TILTAK | {"steg": "lagre"}).headers["Location"] == svar.headers["Location"]
    )
    assert len(tiltakene()) == 3


def test_de_det_ikke_kan_gjoeres_for_vises_med_grunn(klient: Client, personer: list[Person]) -> None:
    klient.post(FLERE, valgt(personer[:1]) | TILTAK | {"steg": "lagre"})
    siden = tekst(klient.post(FLERE, valgt(personer) | TILTAK | {"steg": "kontroller"}))
    assert "Amina Deltaker00 Kan ikke registreres: Det er alt registrert tiltak" in siden
    assert siden.count("Blir registrert") == 2
    # chosen all the same, by a page that was open: nothing is half saved
    svar = klient.post(FLERE, valgt(personer) | TILTAK | {"steg": "lagre"})
    assert (svar.status_code, "Ingenting er lagret. Se over på nytt." in tekst(svar)) == (422, True)
    assert tiltakene() == ["Deltaker00"]
    med = [str(personer[2].noekkel)]
    klient.post(FLERE, valgt(personer, med=med) | TILTAK | {"steg": "lagre"})
    assert tiltakene() == ["Deltaker00", "Deltaker02"]


def test_feil_i_svarene_og_ingen_valgt(klient: Client, personer: list[Person]) -> None:
    svar = klient.post(FLERE, valgt(personer) | TILTAK | {"steg": "kontroller", "timer_per_uke": "mange"})
    assert svar.status_code == 422
    # the same for everyone: it is the answers that must be put right
    fram = {"til": dato(I_DAG - timedelta(days=30))}
    svar = klient.post(FLERE, valgt(personer) | TILTAK | fram | {"steg": "kontroller"})
    assert (svar.status_code, "må være samme dag eller etter" in tekst(svar)) == (422, True)
    svar = klient.post(FLERE, valgt(personer, med=[]) | TILTAK | {"steg": "lagre"})
    assert (svar.status_code, "Velg minst én person." in tekst(svar)) == (422, True)
    assert klient.post(FLERE, valgt(personer) | TILTAK | {"steg": "endre"}).status_code == 200
    assert "Velg minst én rad" in tekst(klient.post(FLERE, {}, follow=True))
    assert klient.post(FLERE, valgt(personer, slag="vedtak")).status_code == 404
    assert tiltakene() == []


@pytest.mark.parametrize(
    "slug", ["livsmestring", "foreldreveiledning", "fravaer", "permisjon", "opplaeringsspraak"]
)
def test_hvert_slag_for_flere(klient: Client, personer: list[Person], slug: str) -> None:
    slag = FAKTATYPER[slug]
    felt = valgt(personer, slag=slug) | som_skrevet(verdier(slag))
    assert "Hva registreres" in tekst(klient.post(FLERE, valgt(personer, slag=slug)))
    assert tekst(klient.post(FLERE, felt | {"steg": "kontroller"})).count("Blir registrert") == 3
    kvittering = klient.post(FLERE, felt | {"steg": "lagre"}, follow=True)
    assert "Registrert for 3 personer" in tekst(kvittering)


def test_kvitteringen_er_virksomhetens_egen(klient: Client, personer: list[Person]) -> None:
    svar = klient.post(FLERE, valgt(personer) | TILTAK | {"steg": "lagre"})
    adresse = svar.headers["Location"]
    for hvem in (fabrikk.lag_bruker(nummer=fabrikk.STEINKJER), fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)):
        assert inn(hvem).get(adresse).status_code == 404
    with kontekst(motor_kontekst()):
        assert Fellesregistrering.objects.count() == 1


def test_andres_personer_kan_ikke_velges(klient: Client) -> None:
    deres = fabrikk.lag_person(kommune=fabrikk.STEINKJER)
    assert "Velg minst én rad" in tekst(
        klient.post(FLERE, valgt([deres]) | TILTAK | {"steg": "lagre"}, follow=True)
    )
    assert tiltakene() == []


# --- Adult education ---


def test_voksenopplaeringen_foerer_timer_og_registrerer_opplaeringen(
    klasse: Klasse, personer: list[Person]
) -> None:
    """Tiltak are the refugee service's; absence from the training is adult education's own."""
    vo = inn(fabrikk.lag_bruker(Rolle.KOMMUNE_VOKSENOPPLAERING))
    assert "Lagre alle" in tekst(vo.get(rutenett(klasse)))
    assert post(vo, rutenett(klasse), celler(personer[0], "60"), aarsak="").status_code == 302
    assert timene(personer[0])[0].timer == 60
    siden = tekst(vo.get(f"{FLERE}?klasse={klasse.noekkel}"))
    assert "Registrer fravær for 3" in siden
    assert vo.post(FLERE, valgt(personer) | TILTAK | {"steg": "lagre"}).status_code == 404
    fravaer = som_skrevet(verdier(FAKTATYPER["fravaer"]))
    felt = valgt(personer, slag="fravaer") | fravaer
    svar = vo.post(FLERE, felt | {"ordning": "intro", "steg": "kontroller"})
    assert (svar.status_code, "Flyktningtjenesten registrerer" in tekst(svar)) == (422, True)
    svar = vo.post(FLERE, felt | {"ordning": "intro", "steg": "lagre"})
    assert (svar.status_code, "Flyktningtjenesten registrerer" in tekst(svar)) == (422, True)
    svar = vo.post(FLERE, felt | {"ordning": "norsk", "steg": "lagre"}, follow=True)
    assert "Registrert for 3 personer" in tekst(svar)
