"""Filer fra skolesystemet: timer og fravær per måned og per dag, resultater; feil per rad og felt."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.grunnmur import maaneder
from integrering.nir.models import Person
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.utveksling.importering.actions import angre_import
from integrering.utveksling.importering.format import finn_format
from integrering.utveksling.importering.models import Import
from opplaering.actions.fravaer import FRAVAERSKILDE, laas_skolemaaned
from opplaering.models import Maanedsfravaer, Resultat
from opplaering.rules.resultat import DELER, brudd
from tests import fabrikk
from tests.opplaering import hjelp
from tests.opplaering.hjelp import FRA, I_DAG, lag_klasse, lag_skolegang
from tests.opplaering.test_fravaer import MAANED, fravaeret
from tests.utveksling.importering import flyt
from tests.utveksling.importering.hjelp import fil, importer, importer_alt, svar

pytestmark = pytest.mark.django_db
MAANEDER = "duf;maaned;timer;gyldig;ugyldig;ikke_avklart"
DAGER = "duf;dato;timer;type"
RESULTATER = "duf;slag;dato;lytte;lese;skriftlig;muntlig;resultat;spraak;fag;karakter"
M = f"{MAANED:%m.%Y}"


@pytest.fixture
def person(db: None) -> Person:
    person = fabrikk.lag_person()
    lag_skolegang(person)
    return person


def dag(nr: int) -> str:
    return f"{MAANED.replace(day=nr):%d.%m.%Y}"


def tall(rad: Maanedsfravaer) -> list[float]:
    return [float(t) for t in (rad.timer, rad.gyldig, rad.ugyldig, rad.uavklart)]


# --- Months ---


@pytest.mark.parametrize("hvem", ["skolen", "koordinator"])
def test_skolen_og_fylket_importerer_maaneder_og_kan_angre(
    hvem: str, request: pytest.FixtureRequest, person: Person
) -> None:
    av: Aktoer = request.getfixturevalue(hvem)
    tekst = fil(MAANEDER, f"{person.duf};{M};70,5;2;;1")
    utfall = importer_alt("skolefravaer", tekst, av)
    assert svar(utfall) == [("ny", "")]
    (rad,) = fravaeret(person)
    assert tall(rad) == [70.5, 2, 0, 1]
    assert (rad.undervisning, rad.skole_id) == ("alt", hjelp.lag_skole().pk)
    assert importer("skolefravaer", tekst, av) == [("uendret", "")]
    with kontekst(kontekst_for(av)):
        angre_import(kvittering=utfall.kvittering, av=av)
    assert not fravaeret(person)


def test_fagene_kan_ha_skolesystemets_navn_og_skolen_kan_sies(koordinator: Aktoer, person: Person) -> None:
    """A pupil who went to two schools that month: the file says which."""
    annen = fabrikk.lag_person(etternavn="Byttet")
    lag_skolegang(annen, til=MAANED.replace(day=10))
    lag_skolegang(annen, fabrikk.ANNEN_SKOLE, fra=MAANED.replace(day=11))
    kolonner = f"{MAANEDER};undervisning;skole"
    rader = [
        f"{person.duf};{M};70;;;;NOR;",
        f"{annen.duf};{M};10;;;;Hele skoledagen;{fabrikk.SKOLE}",
        f"{annen.duf};{M};20;;;;;prøvelia VIDEREGÅENDE skole",
        f"{annen.duf};{M};30;;;;;",
        f"{person.duf};{M};30;;;;;Prøvelia videregående skole",
        f"{person.duf};{M};30;;;;;Ukjent skole",
        f"{person.duf};{M};30;;;;matte;",
    ]
    utfall = importer("skolefravaer", fil(kolonner, *rader), koordinator)
    assert utfall == [
        ("ny", ""),
        ("ny", ""),
        ("ny", ""),
        ("avvist", f"duf: deltakeren {annen.duf} gikk på flere skoler da. Skriv skolen i kolonnen skole."),
        ("avvist", f"duf: deltakeren {person.duf} gikk ikke på skolen da."),
        ("avvist", "skole: ukjent skole «Ukjent skole». Skriv organisasjonsnummeret eller navnet."),
        (
            "avvist",
            "undervisning: «matte» er ikke en gyldig verdi. Bruk alt, norsk, samf_arbeidsliv,"
            " samf_hverdagsliv, samf_norge.",
        ),
    ]
    assert fravaeret(person)[0].undervisning == "norsk"


FEIL: list[tuple[str, str, str]] = [
    ("ikke et tall", "{duf};{m};mange;;;", "timer: «mange» er ikke et tall"),
    ("uten timer", "{duf};{m};;2;;", "timer: må fylles ut"),
    ("flere timer enn en måned har", "{duf};{m};301;;;", "timer: «301» må være fra 0 til og med 300"),
    ("ikke en måned", "{duf};13.2025;70;;;", "maaned: «13.2025» er ikke en måned"),
    ("fram i tid", "{duf};{neste};70;;;", "maaned: «{neste}» kan ikke være fram i tid"),
    ("før skolegangen", "{duf};{foer};70;;;", "duf: deltakeren {duf} gikk ikke på skolen da"),
    ("før fødselen", "{duf};05.1990;70;;;", "maaned: datoen 05.1990 er før fødselsdatoen"),
]


@pytest.mark.parametrize(("rad", "feil"), [f[1:] for f in FEIL], ids=[f[0] for f in FEIL])
def test_feil_sier_felt_og_hva(rad: str, feil: str, skolen: Aktoer, person: Person) -> None:
    ord_ = {
        "duf": person.duf,
        "m": M,
        "neste": f"{maaneder.neste(maaneder.maaned(I_DAG)):%m.%Y}",
        "foer": f"{maaneder.forrige(maaneder.maaned(FRA)):%m.%Y}",
    }
    [(status, tekst)] = importer("skolefravaer", fil(MAANEDER, rad.format(**ord_)), skolen)
    assert status == "avvist"
    assert feil.format(**ord_) in tekst


def test_skolen_faar_samme_svar_om_nummeret_finnes_eller_ikke(skolen: Aktoer) -> None:
    annens = fabrikk.lag_person()
    lag_skolegang(annens, fabrikk.ANNEN_SKOLE)
    for duf in (annens.duf, fabrikk.nytt_duf()):
        svaret = importer("skolefravaer", fil(MAANEDER, f"{duf};{M};70;;;"), skolen)
        assert svaret == [("avvist", f"duf: dere har ingen elev med DUF-nummeret {duf}.")]
    assert importer(
        "skolefravaer", fil(MAANEDER, f"{(d := fabrikk.nytt_duf())};{M};70;;;"), hjelp.koordinator()
    ) == [("avvist", f"duf: ingen person har DUF-nummeret {d}. Importer filen personer først.")]


def test_laast_maaned_tar_bare_det_den_alt_har(skolen: Aktoer) -> None:
    klasse, elev = lag_klasse(), fabrikk.lag_person()
    lag_skolegang(elev, klasse=klasse)
    tekst = fil(MAANEDER, f"{elev.duf};{M};70;;;")
    importer("skolefravaer", tekst, skolen)
    with kontekst(kontekst_for(skolen)):
        laas_skolemaaned(klasse=klasse, maaned=MAANED, av=skolen)
    assert importer("skolefravaer", tekst, skolen) == [("uendret", "")]
    for slag, annen in (
        ("skolefravaer", fil(MAANEDER, f"{elev.duf};{M};60;;;")),
        ("skolefravaer-dager", fil(DAGER, f"{elev.duf};{dag(2)};5;t", f"{elev.duf};{dag(3)};5;t")),
    ):
        for status, feil in importer(slag, annen, skolen):
            assert (status, f"måneden {M} er låst i klassen" in feil) == ("avvist", True)


# --- Days ---


def test_dager_summeres_per_maaned_og_sendes_paa_nytt(skolen: Aktoer, person: Person) -> None:
    rader = [
        f"{person.duf};{dag(1)};5;til_stede",
        f"{person.duf};{dag(2)};4,5;Tilstede",
        f"{person.duf};{dag(2)};0,5;G",
        f"{person.duf};{dag(3)};5;udokumentert",
        f"{person.duf};{dag(4)};3;ikke avklart",
    ]
    assert importer("skolefravaer-dager", fil(DAGER, *rader), skolen) == [("ny", "")] * 5
    (rad,) = fravaeret(person)
    assert tall(rad) == [9.5, 0.5, 5, 3]
    assert importer("skolefravaer-dager", fil(DAGER, *rader), skolen) == [("uendret", "")] * 5
    rader[-1] = f"{person.duf};{dag(4)};3;gyldig"
    assert importer("skolefravaer-dager", fil(DAGER, *rader), skolen) == [("ny versjon", "")] * 5
    (rad,) = fravaeret(person)
    assert (tall(rad), rad.aarsak) == ([9.5, 3.5, 5, 0], "Rettet ved import")


def test_en_maaned_med_en_avvist_dag_avvises_helt(skolen: Aktoer, person: Person) -> None:
    annen = fabrikk.lag_person(etternavn="Annen")
    lag_skolegang(annen)
    rader = [
        f"{person.duf};{dag(1)};5;til_stede",
        f"{person.duf};{dag(2)};5;syk",
        f"{annen.duf};{dag(1)};5;til_stede",
    ]
    en, to, tre = importer("skolefravaer-dager", fil(DAGER, *rader), skolen)
    assert en == (
        "avvist",
        "dato: en annen rad for samme deltaker og måned er avvist. Rett den, og ta med hele måneden.",
    )
    assert to[1].startswith("type: «syk» er ikke en gyldig verdi")
    assert tre == ("ny", "")
    assert not fravaeret(person)


def test_en_maaned_har_ikke_mer_enn_300_timer(skolen: Aktoer, person: Person) -> None:
    rader = [f"{person.duf};{dag(nr)};24;til_stede" for nr in range(1, 15)]
    svaret = importer("skolefravaer-dager", fil(DAGER, *rader), skolen)
    assert set(svaret) == {("avvist", "timer: timene i måneden blir 336.0. De kan ikke være mer enn 300.")}
    assert len(svaret) == 14


def test_det_som_er_foert_for_haand_rettes_ikke_av_en_fil(
    skolen: Aktoer, koordinator: Aktoer, person: Person
) -> None:
    importer("skolefravaer", fil(MAANEDER, f"{person.duf};{M};5;;;"), koordinator)
    lik = fil(DAGER, f"{person.duf};{dag(1)};5;t")
    assert importer("skolefravaer-dager", lik, skolen) == [("uendret", "")]
    [(status, feil)] = importer("skolefravaer-dager", fil(DAGER, f"{person.duf};{dag(1)};6;t"), skolen)
    assert (status, feil.startswith("dato: personen har alt en slik registrering")) == ("avvist", True)


def test_oppgaven_om_fravaer_gaar_naar_filen_er_inne(skolen: Aktoer) -> None:
    klasse, elev = lag_klasse(fra=MAANED, undervisning=["alt"]), fabrikk.lag_person()
    lag_skolegang(elev, klasse=klasse)

    def aapne() -> int:
        with kontekst(motor_kontekst()):
            return Oppgave.objects.filter(kilde=FRAVAERSKILDE, emne_id=klasse.pk, lukket=None).count()

    importer("skolefravaer", fil(MAANEDER, f"{elev.duf};{M};5;;;"), skolen)
    assert aapne() == 0
    with kontekst(kontekst_for(skolen)):
        angre_import(kvittering=Import.objects.get(), av=skolen)


# --- Results ---


def test_resultater_tas_inn(skolen: Aktoer, koordinator: Aktoer, person: Person) -> None:
    rader = [
        f"{person.duf};norskproeve;{dag(3)};b1;a2;;b2;;;;",
        f"{person.duf};standpunkt;{dag(4)};;;;;;;norsk;4",
        f"{person.duf};standpunkt;{dag(4)};;;;;;;norsk;7",
    ]
    assert importer("skoleresultat", fil(RESULTATER, *rader), skolen) == [
        ("ny", ""),
        ("ny", ""),
        ("avvist", "karakter: «7» må være i området 1–6."),
    ]
    with kontekst(motor_kontekst()):
        assert {r.skole_id for r in Resultat.objects.filter(person=person)} == {hjelp.lag_skole().pk}
    foer = f"{FRA - timedelta(days=40):%d.%m.%Y}"
    tekst = fil(RESULTATER, f"{person.duf};eksamen;{foer};;;;;;;norsk;4")
    assert importer("skoleresultat", tekst, skolen) == [
        ("avvist", f"duf: deltakeren {person.duf} gikk ikke på skolen da.")
    ]
    assert importer("skoleresultat", tekst, koordinator) == [("ny", "")]


def test_filen_og_skjemaet_er_enige_om_hva_som_henger_sammen(koordinator: Aktoer, person: Person) -> None:
    """The rule in Python and the one in SQL name the same columns."""
    valg: dict[str, tuple[Any, ...]] = {
        "lytte": ("", "b1", "bestaatt"),
        "muntlig": ("", "c1"),
        "resultat": ("", "bestaatt"),
        "fag": ("", "norsk"),
        "karakter": (None, 4),
    }
    slagene = ("norskproeve", "norskproeve_c1", "samfunnskunnskap", "standpunkt")
    rader, ventet = [], []
    for nr, (slag, *celler) in enumerate(product(slagene, *valg.values())):
        v = {**dict.fromkeys(DELER, ""), "slag": slag, **dict(zip(valg, celler, strict=True))}
        dato = f"{date(2026, 1, 1) + timedelta(days=nr):%d.%m.%Y}"
        rest = (v["lytte"], "", "", v["muntlig"], v["resultat"], "", v["fag"], v["karakter"] or "")
        rader.append(";".join(map(str, (person.duf, slag, dato, *rest))))
        ventet.append(set(brudd(v)))
    utfall = importer_alt("skoleresultat", fil(RESULTATER, *rader), koordinator)
    funnet: list[set[str]] = [set() for _ in rader]
    for a in utfall.avvik:
        if a.kode not in ("i_framtiden", "ikke_paa_skolen_da"):
            funnet[a.linje - 2].add(a.felt)
    assert [(r, f) for r, f in zip(rader, funnet, strict=True)] == list(zip(rader, ventet, strict=True))


# --- The way through the browser ---


def test_skolen_importerer_i_nettleseren(skoleklient: Client, person: Person) -> None:
    """Own headings, chosen once; the answer and the receipt are the school's."""
    siden = skoleklient.get(reverse("importer")).content.decode()
    assert reverse("import_ny", args=["skolefravaer"]) in siden
    assert reverse("import_ny", args=["personer"]) not in siden
    tekst = (
        f"DUF-nr;Måned;Timer til stede;Gyldig fravær;Ugyldig fravær;Ikke avklart\n{person.duf};{M};70;1;2;3\n"
    )
    assert flyt.last_opp(skoleklient, "skolefravaer", tekst).status_code == 302
    assert flyt.velg_forslag(skoleklient, husk="on", navn="Skolesystemet").status_code == 302
    flyt.gjoer_jobbene()
    bekreft = reverse("import_bekreft", args=[flyt.utkastet().pk])
    assert skoleklient.post(bekreft).status_code == 302
    [jobb] = flyt.gjoer_jobbene()
    assert jobb.tilstand == "ferdig", jobb.feil
    assert [tall(rad) for rad in fravaeret(person)] == [[70, 1, 2, 3]]
    kvittering = reverse("import_kvittering", args=[flyt.siste_import().noekkel])
    assert skoleklient.get(kvittering).status_code == 200


def test_hver_kolonne_er_forklart_i_malen(db: None) -> None:
    for slag in ("skolefravaer", "skolefravaer-dager", "skoleresultat"):
        for kolonne in finn_format(slag).kolonner:
            assert kolonne.forklaring, kolonne.navn
            assert kolonne.vist_eksempel, kolonne.navn
