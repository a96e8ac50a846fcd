"""O1 and O2: who goes to school, and one of them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.nir.actions.registreringsstatus import regn_ut_status
from integrering.nir.models import Opplaeringstimer, Person, Proeve, Utdanningsbakgrunn, Vedtak
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Innsyn
from opplaering.models import Resultat
from tests.fabrikk import ANNEN_SKOLE, STEINKJER, lag_person, lag_vedtak, lag_vgo
from tests.fabrikk import registrer as nir
from tests.lister.hjelp import antall_spoerringer, innhold, ta_ut, xlsx
from tests.opplaering.hjelp import (
    ALLE_B1,
    FRA,
    I_DAG,
    TIL,
    lag_hovedansvar,
    lag_klasse,
    lag_maal,
    lag_skole,
    lag_skolegang,
    lag_tilbud,
    registrer,
    skolegangen,
)

pytestmark = pytest.mark.django_db


def _liste(klient: Client, **filter: str) -> Any:
    svar = klient.get(reverse("opplaering"), filter)
    assert svar.status_code == 200
    return svar.context["liste"]


def _navn(klient: Client, **filter: str) -> list[str]:
    return [rad.person.etternavn for rad in _liste(klient, **filter).objekter]


def _side(klient: Client, navn: str, *args: Any) -> str:
    svar = klient.get(reverse(navn, args=args))
    assert svar.status_code == 200
    return svar.content.decode()


# --- O1 ---


def test_listen_viser_hver_sine(klient: Client, skoleklient: Client, kommuneklient: Client) -> None:
    """The county sees all, a school its own pupils, a municipality its own persons."""
    klasse = lag_klasse()
    lag_skolegang(lag_person(etternavn="Her"), klasse=klasse)
    lag_skolegang(lag_person(etternavn="Der"), ANNEN_SKOLE)
    lag_skolegang(lag_person(etternavn="Nabo", kommune=STEINKJER))
    assert _navn(klient) == ["Der", "Her", "Nabo"]
    assert _navn(skoleklient) == ["Her", "Nabo"]
    assert _navn(kommuneklient) == ["Der", "Her"]


def test_filtrene(klient: Client) -> None:
    lag_skolegang(lag_person(etternavn="Program"))
    lag_skolegang(lag_person(etternavn="Plikt", kommune=STEINKJER), ANNEN_SKOLE, maalgruppe="plikt")
    lag_skolegang(lag_person(etternavn="Over"), til=I_DAG - timedelta(days=1))
    skole = lag_skole(ANNEN_SKOLE).nummer
    ventet: list[tuple[dict[str, str], list[str]]] = [
        ({}, ["Plikt", "Program"]),
        ({"periode": "over"}, ["Over"]),
        ({"periode": "alle"}, ["Over", "Plikt", "Program"]),
        ({"maalgruppe": "plikt"}, ["Plikt"]),
        ({"skole": skole}, ["Plikt"]),
        ({"kommune": STEINKJER}, ["Plikt"]),
        ({"framdrift": "ukjent"}, ["Plikt", "Program"]),
        ({"framdrift": "i_fare"}, []),
        ({"nivaa": "A2"}, []),
    ]
    for filter, navn in ventet:
        assert _navn(klient, **filter) == navn, filter


def test_framdrift_og_nivaa_av_begges_resultater(klient: Client) -> None:
    """Three parts taken at the municipality, one at the school: A2 in all, a level short, too little time."""
    person = lag_person(etternavn="Sen")
    lag_skolegang(person, til=I_DAG + timedelta(days=60))
    lag_skolegang(lag_person(etternavn="Annen"))
    lag_maal(person)
    nir(
        Proeve, person, registrert=None, proeve="norskproeve", dato=FRA, lytte="a2", lese="a2", skriftlig="a2"
    )
    nir(Proeve, person, registrert=None, proeve="norskproeve_c1", dato=FRA, muntlig="ikke_bestaatt")
    registrer(Resultat, person, slag="norskproeve", dato=FRA, muntlig="b1")
    registrer(Resultat, person, slag="standpunkt", dato=FRA, fag="norsk", karakter=1)
    assert _navn(klient, framdrift="i_fare") == ["Sen"] == _navn(klient, nivaa="A2")
    assert "Målet nås kanskje ikke" in _side(klient, "opplaering_deltaker", person.noekkel)


def test_en_med_flere_perioder_sees_fra_den_siste(klient: Client) -> None:
    """§ 28: grade 1, and half a year left of the last period or its class."""
    person = lag_person(etternavn="To")
    lag_skolegang(person, til=I_DAG, timer=20)
    lag_skolegang(person, fra=I_DAG + timedelta(days=1), klasse=lag_klasse(til=I_DAG + timedelta(days=200)))
    lag_maal(person, slag="karakter_2", **dict.fromkeys(ALLE_B1, ""))
    registrer(Resultat, person, slag="standpunkt", dato=FRA, fag="norsk", karakter=1)
    assert _navn(klient, framdrift="i_rute") == ["To", "To"]


@pytest.mark.parametrize(("aar_siden", "tilstand"), [(1, "i_rute"), (3, "i_fare")])
def test_retten_kan_ta_slutt_foer_skolen(klient: Client, aar_siden: int, tilstand: str) -> None:
    """§ 32: three years from the offer. Two levels are left: well within the right, or past it."""
    start = I_DAG - timedelta(days=365 * aar_siden + 20)
    person = lag_person(etternavn="Rett", tillatelse_dato=start, bosatt_fra=start)
    lag_skolegang(person, fra=I_DAG - timedelta(days=5), klasse=lag_klasse(til=I_DAG + timedelta(days=1500)))
    nir(
        Vedtak, person, registrert=None, ordning="norsk", vedtakstype="innvilget", vedtaksdato=start,
        startdato=start,
    )  # fmt: skip
    nir(Utdanningsbakgrunn, person, registrert=None, nivaa="grunnskole", vgs_nivaa=False, dato=start)
    lag_maal(person, **dict.fromkeys(ALLE_B1, "b2"))
    nir(Proeve, person, registrert=None, proeve="norskproeve", dato=start, **dict.fromkeys(ALLE_B1, "a2"))
    regn_ut_status([person.pk])
    assert _navn(klient, framdrift=tilstand) == ["Rett"]


def test_maalet_c1_naas_av_c1(klient: Client) -> None:
    person = lag_person(etternavn="C1")
    lag_skolegang(person)
    lag_maal(person, slag="c1", **dict.fromkeys(ALLE_B1, ""))
    nir(Proeve, person, registrert=None, proeve="norskproeve_c1", dato=FRA, muntlig="c1", skriftlig="c1")
    assert _navn(klient, framdrift="naadd") == ["C1"]


def test_hvordan_det_staar_hos_kommunen(klient: Client, skoleklient: Client) -> None:
    """What is registered as we know it, and what is not; nothing is waited for when it is part time."""
    stemmer, mangler, deltid = (lag_person(etternavn=navn) for navn in ("Alt", "Ikke", "Lite"))
    for person, timer in ((stemmer, 30), (mangler, 30), (deltid, 20)):
        lag_skolegang(person, til=TIL, timer=timer)
    for person in (stemmer, mangler):
        lag_vedtak(person)
    lag_vgo(stemmer, fra=FRA, til=TIL)
    side = klient.get(reverse("opplaering")).content.decode()
    assert [rad.avstemt for rad in _liste(klient).objekter] == ["stemmer", "mangler_periode", None]
    assert "Hos kommunen" in side and "Perioden er ikke registrert" in side
    assert "Hos kommunen" not in skoleklient.get(reverse("opplaering")).content.decode()


def test_listen_gjoer_like_mange_spoerringer_uansett(klient: Client) -> None:
    tall = []
    for nr in range(6):
        lag_skolegang(lag_person(etternavn=f"Navn{nr}"), klasse=lag_klasse())
        if nr in (1, 5):
            tall.append(antall_spoerringer(klient, reverse("opplaering")))
    assert tall[0] == tall[1] <= 10


def test_uttrekket_har_det_samme_som_listen(klient: Client, skoleklient: Client) -> None:
    """The school takes out its own pupils; what is the register's, is not in it."""
    lag_skolegang(lag_person(etternavn="Her"), timer=Decimal("22.5"))
    lag_skolegang(lag_person(etternavn="Der"), ANNEN_SKOLE)
    for leser, navn, skole in ((klient, {"Her", "Der"}, True), (skoleklient, {"Her"}, False)):
        rader, _om = xlsx(innhold(ta_ut(leser, reverse("opplaering"), liste="opplaering")))
        overskrifter, *resten = rader
        assert {str(rad[0]).partition(",")[0] for rad in resten} == navn
        assert ("Skole" in overskrifter) is skole and "Ansvar for norsk" in overskrifter


def test_et_galt_filter_viser_ingen_rader(klient: Client) -> None:
    assert klient.get(reverse("opplaering"), {"maalgruppe": "finnes_ikke"}).status_code == 422


# --- O2 ---


def test_siden_om_en_elev(klient: Client, skoleklient: Client) -> None:
    """The school reads the page of its own pupil, and finds nobody else; the look is written down."""
    elev, annen = lag_person(etternavn="Her"), lag_person(etternavn="Der")
    lag_skolegang(elev, til=I_DAG, tilrettelegging=["spraakstoette"])
    lag_skolegang(annen, ANNEN_SKOLE, fra=FRA)
    side = _side(skoleklient, "opplaering_deltaker", elev.noekkel)
    assert "Prøvedal videregående skole" in side and "Språkstøtte i fagene" in side
    assert "Norskmål" not in side and "Annuller" not in side
    with kontekst(motor_kontekst()):
        assert Innsyn.objects.filter(person_id=elev.pk, hvor="opplaering-deltaker").count() == 1
    borte = reverse("opplaering_deltaker", args=[annen.noekkel])
    assert skoleklient.get(borte).status_code == 404
    assert klient.get(borte).status_code == 200


def test_ansvaret_med_utregning_og_hva_som_gjelder(klient: Client) -> None:
    person = lag_person()
    lag_skolegang(person, timer=28, fulltid_overstyrt=True, overstyrt_grunn="Praksis i tillegg")
    side = _side(klient, "opplaering_deltaker", person.noekkel)
    for tekst in ("Går på fulltid videregående: bestemt for hånd", "Ja, bestemt for hånd",
                  "Praksis i tillegg", "Slik er det regnet ut", "integreringsloven § 30 andre ledd",
                  "Norskplan fra kommunen", "integreringsloven § 34", "I introduksjonsprogram"):  # fmt: skip
        assert tekst in side, tekst


def test_kombinasjonsklasse_uten_bestemmelse_blir_merket(klient: Client) -> None:
    person, klasse = lag_person(), lag_klasse(kombinasjonsklasse=True)
    lag_skolegang(person, klasse=klasse, timer=20)
    merket = "Det er ikke bestemt hvem som har hovedansvaret"
    assert merket in _side(klient, "opplaering_deltaker", person.noekkel)
    lag_hovedansvar(klasse, "fylke", fra=FRA)
    lag_hovedansvar(klasse, "kommune", fra=I_DAG, grunn="avtale")
    side = _side(klient, "opplaering_deltaker", person.noekkel)
    assert merket not in side and "kommunen har hovedansvaret" in side


def test_den_neste_perioden_naar_ingen_paagaar(klient: Client) -> None:
    person = lag_person()
    lag_skolegang(person, til=FRA + timedelta(days=7))
    lag_skolegang(person, fra=I_DAG + timedelta(days=7))
    assert "Har ikke begynt" in _side(klient, "opplaering_deltaker", person.noekkel)


def test_kollektiv_beskyttelse_har_norskplan_fra_kommunen(klient: Client) -> None:
    """§ 37 d: the municipality makes the norskplan although the county is responsible."""
    person = lag_person(tillatelse="9e")
    lag_skolegang(person)
    side = _side(klient, "opplaering_deltaker", person.noekkel)
    assert "integreringsloven § 37 d" in side and "Gjelder ikke så lenge" not in side


def test_norsk_hos_kommunen_i_samme_tid_sies_fra_om(klient: Client, kommuneklient: Client) -> None:
    """Told, not refused; the month one begins in is shared."""
    person = lag_person()
    maaned = (FRA.replace(day=1) + timedelta(days=62)).replace(day=1)
    for foerste in (FRA.replace(day=1), maaned):
        nir(Opplaeringstimer, person, registrert=None, modul="norsk", maaned=foerste, timer=Decimal(20))
    adresse = reverse("opplaering_start", args=[person.noekkel])
    svar = klient.post(adresse, _start(fra=FRA + timedelta(days=3)), follow=True)
    side = svar.content.decode()
    assert "Kommunen har ført timer i norsk i samme tid" in side
    assert side.count("Avklar hvem som gir opplæringen") == 2  # where it was registered, and on the page
    assert "Kommunen har ført timer" in _side(kommuneklient, "opplaering_deltaker", person.noekkel)


def test_en_uten_skolegang(klient: Client, skoleklient: Client) -> None:
    person = lag_person()
    side = _side(klient, "opplaering_deltaker", person.noekkel)
    assert "Ingen skolegang er registrert" in side and "Registrer start på skole" in side
    assert skoleklient.get(reverse("opplaering_start", args=[person.noekkel])).status_code == 404


def _start(**felt: Any) -> dict[str, Any]:
    svar = {"skole": lag_skole().pk, "fra": FRA, "timer_per_uke": "30", "maalgruppe": "program"} | felt
    return {k: f"{v:%d.%m.%Y}" if isinstance(v, date) else v for k, v in svar.items()}


def test_skjemaene_fra_start_til_slutt(klient: Client) -> None:
    """Start, other hours, correct, end and annul, each from the participant's page."""
    person, klasse, tilbud = lag_person(), lag_klasse(), lag_tilbud()
    start = reverse("opplaering_start", args=[person.noekkel])
    assert f'value="{tilbud.pk}" selected' in klient.get(start, {"tilbud": tilbud.pk}).content.decode()
    avvist = klient.post(start, _start(timer_per_uke="0"))
    assert avvist.status_code == 422 and "mer enn 0" in avvist.content.decode()
    svar = _start(klasse=klasse.pk, tilbud=tilbud.pk, tilrettelegging=["spraakstoette"], laereplan="norsk",
                  fulltid_overstyrt="ja", overstyrt_grunn="Praksis")  # fmt: skip
    assert klient.post(start, svar).status_code == 302
    (rad,) = skolegangen(person)
    assert (rad.klasse_id, rad.tilbud_id, rad.fulltid_overstyrt, rad.tilrettelegging) == (
        klasse.pk, tilbud.pk, True, ["spraakstoette"],
    )  # fmt: skip
    timer = {"versjon": rad.pk, "fra": f"{I_DAG:%d.%m.%Y}", "timer_per_uke": "22,5"}
    assert klient.post(_adresse("opplaering_timer", person, rad), timer).status_code == 302
    assert klient.post(_adresse("opplaering_timer", person, rad), timer).status_code == 409
    foerst, ny = skolegangen(person)
    assert (ny.timer_per_uke, ny.fulltid_overstyrt) == (Decimal("22.5"), None)
    rettet = _start(versjon=ny.pk, fra=I_DAG, timer_per_uke="25", aarsak="Skrev feil", klasse=klasse.pk)
    assert klient.post(_adresse("opplaering_rett", person, ny), rettet).status_code == 302
    ny = skolegangen(person)[1]
    slutt = {"versjon": ny.pk, "til": f"{TIL:%d.%m.%Y}", "sluttgrunn": "fullfoert"}
    assert klient.post(_adresse("opplaering_slutt", person, ny), slutt).status_code == 302
    ny = skolegangen(person)[1]
    assert (ny.til, ny.timer_per_uke, ny.tilrettelegging) == (TIL, 25, [])
    annuller = {"versjon": ny.pk, "aarsak": "Feil person"}
    assert klient.post(_adresse("opplaering_annuller", person, ny), annuller).status_code == 302
    assert [rad.pk for rad in skolegangen(person)] == [foerst.pk]
    side = _side(klient, "opplaering_deltaker", person.noekkel)
    assert "Vis 4 endringer" in side and "Feil person" in side


def _adresse(navn: str, person: Person, rad: Any) -> str:
    return reverse(navn, args=[person.noekkel, rad.registrering_id])


def test_skolen_spoerres_bare_om_det_den_vet(skoleklient: Client) -> None:
    """A new start is like the last: the target group is the county's to say."""
    person = lag_person()
    rad = lag_skolegang(person, til=I_DAG, maalgruppe="rett_plikt", tilrettelegging=["laereplass"])
    adresse = reverse("opplaering_start", args=[person.noekkel])
    side = skoleklient.get(adresse).content.decode()
    assert 'name="timer_per_uke"' in side and 'name="maalgruppe"' not in side and 'name="skole"' not in side
    svar = {"fra": f"{I_DAG + timedelta(days=3):%d.%m.%Y}", "timer_per_uke": "28"}
    assert skoleklient.post(adresse, svar).status_code == 302
    ny = skolegangen(person)[1]
    assert (ny.maalgruppe, ny.tilrettelegging, ny.skole_id, ny.til) == (
        "rett_plikt", ["laereplass"], rad.skole_id, None,
    )  # fmt: skip
    feil = {"versjon": ny.pk, "fra": svar["fra"], "timer_per_uke": "31", "aarsak": "Skrev feil"}
    assert skoleklient.post(_adresse("opplaering_rett", person, ny), feil).status_code == 302
    assert skolegangen(person)[1].timer_per_uke == 31


def test_en_annens_periode_finnes_ikke_paa_siden(klient: Client) -> None:
    rad, annen = lag_skolegang(lag_person()), lag_person()
    assert klient.get(_adresse("opplaering_timer", annen, rad)).status_code == 404


# --- Panels ---


def test_resultatene_gir_grunn_til_fritak(klient: Client, skoleklient: Client) -> None:
    """§§ 23 e and 24 c, with the register's form filled in; what is decided is not suggested again."""
    person = lag_person()
    lag_skolegang(person)
    registrer(Resultat, person, slag="standpunkt", dato=FRA, fag="norsk", karakter=2)
    registrer(Resultat, person, slag="samfunnskunnskap", dato=FRA, resultat="bestaatt")
    side = _side(klient, "opplaering_deltaker", person.noekkel)
    assert "rettsgrunnlag=23e" in side and "rettsgrunnlag=24a" in side
    skjema = klient.get(reverse("fakta_ny", args=[person.noekkel, "fritak"]) + "?rettsgrunnlag=23e")
    assert '<option value="23e" selected' in skjema.content.decode()
    svar = {
        "fritak_fra": "norsk",
        "rettsgrunnlag": "23e",
        "vedtaksdato": f"{I_DAG:%d.%m.%Y}",
        "steg": "lagre",
    }
    assert klient.post(reverse("fakta_ny", args=[person.noekkel, "fritak"]), svar).status_code == 302
    side = _side(klient, "opplaering_deltaker", person.noekkel)
    assert "rettsgrunnlag=23e" not in side and "rettsgrunnlag=24a" in side
    assert "Grunn til fritak" not in _side(skoleklient, "opplaering_deltaker", person.noekkel)


def test_panelet_paa_personsiden(klient: Client, kommuneklient: Client) -> None:
    person = lag_person()
    assert "Går ikke på videregående nå" in _side(klient, "person", person.noekkel)
    assert "videregående nå" not in _side(kommuneklient, "person", person.noekkel)
    lag_skolegang(person)
    side = _side(kommuneklient, "person", person.noekkel)
    assert "Prøvedal videregående skole" in side and "Ansvar for norsk" in side
