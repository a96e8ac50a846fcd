"""Files of every kind of registration: taken in, recognised, undone; and what is said of bad rows."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from integrering.nir.faktatyper import FAKTATYPER, Faktatype
from integrering.nir.models import Person
from integrering.nir.rules.sammenheng import FERDIGHETER, brudd
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.importering.actions import angre_import
from integrering.utveksling.importering.format import finn_format, formater
from integrering.utveksling.importering.formater.registreringer import SLAG
from integrering.utveksling.importering.mal import mal_csv, mal_xlsx
from integrering.utveksling.importering.meldinger import melding
from tests import fabrikk
from tests.nir.eksempler import START, verdier
from tests.utveksling.importering.hjelp import fil, importer, importer_alt, statuser, svar

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _som_motor(motor: None) -> None:
    """The tests read everything."""


def _celle(verdi: Any) -> str:
    if isinstance(verdi, bool):
        return "ja" if verdi else "nei"
    if isinstance(verdi, list):
        return ", ".join(verdi)
    if isinstance(verdi, date):
        return f"{verdi:%d.%m.%Y}"
    return str(verdi).replace(".", ",") if isinstance(verdi, Decimal) else str(verdi)


def _tekst(slag: Faktatype, duf: str, *rader: dict[str, Any]) -> str:
    return fil(
        ";".join(["duf", *slag.felter]),
        *(";".join([duf, *(_celle(rad[felt]) for felt in slag.felter)]) for rad in rader),
    )


def test_alle_slag_tas_inn_kjennes_igjen_og_angres(saksbehandler: Aktoer, person: Person) -> None:
    for slag in SLAG:
        tekst = _tekst(slag, person.duf, verdier(slag))
        utfall = importer_alt(slag.slug, tekst, saksbehandler)
        assert svar(utfall) == [("ny", "")], slag.slug
        [rad] = slag.gjeldende.filter(person=person)
        assert {felt: getattr(rad, felt) for felt in slag.felter} == verdier(slag)
        assert importer(slag.slug, tekst, saksbehandler) == [("uendret", "")], slag.slug
        angre_import(kvittering=utfall.kvittering, av=saksbehandler)
        assert not slag.gjeldende.filter(person=person).exists(), slag.slug
        assert importer(slag.slug, tekst, saksbehandler) == [("ny", "")], slag.slug


def test_kommunen_importerer_alle_slag_om_sine_egne(trondheim: Aktoer, person: Person) -> None:
    annen = fabrikk.lag_person(kommune=fabrikk.STEINKJER)
    for slag in SLAG:
        assert importer(slag.slug, _tekst(slag, person.duf, verdier(slag)), trondheim) == [("ny", "")]
        [(status, feil)] = importer(slag.slug, _tekst(slag, annen.duf, verdier(slag)), trondheim)
        assert status == "avvist" and feil.startswith("duf: dere har ingen person"), slag.slug


def test_historiske_data_far_tidspunktet_fra_filen(administrator: Aktoer, person: Person) -> None:
    for slag in SLAG:
        overskrift, rad = _tekst(slag, person.duf, verdier(slag)).splitlines()
        tekst = fil(f"{overskrift};registrert", f"{rad};{START:%d.%m.%Y}")
        assert importer(slag.slug, tekst, administrator, historisk=True) == [("ny", "")], slag.slug
        assert timezone.localdate(slag.gjeldende.get(person=person).registrert) == START


def test_hvert_slag_har_en_fil() -> None:
    """The others are in the files of persons, bosteder, vgo, vedtak and stans."""
    andre = {s.slug for s in FAKTATYPER.values()} - set(formater())
    assert andre == {
        "opplysninger", "bosted", "fulltid-videregaaende",
        "vedtak-introduksjonsprogram", "vedtak-samfunnskunnskap", "stans-introduksjonsprogram",
    }  # fmt: skip


def test_andre_verdier_for_samme_registrering(saksbehandler: Aktoer, person: Person) -> None:
    slag = FAKTATYPER["spraakferdighet"]
    foerst = verdier(slag)
    importer(slag.slug, _tekst(slag, person.duf, foerst), saksbehandler)
    [(status, feil)] = importer(slag.slug, _tekst(slag, person.duf, foerst | {"nivaa": "c1"}), saksbehandler)
    assert status == "avvist"
    assert feil.startswith("spraak: personen har alt en slik registrering, med andre verdier.")


def test_noekkelen_gir_neste_versjon(saksbehandler: Aktoer, person: Person) -> None:
    slag = FAKTATYPER["tiltak"]
    for timer, status in ((30, "ny"), (0, "ny versjon")):
        rad = f"{person.duf};videregaaende;01.09.2026;;{timer};t1"
        tekst = fil("duf;tiltak;fra;til;timer_per_uke;noekkel", rad)
        assert importer("tiltak", tekst, saksbehandler) == [(status, "")]
    assert slag.gjeldende.get(person=person).timer_per_uke == 0


@pytest.mark.parametrize("skrevet", ["09.2026", "9.2026", "2026-09", "15.09.2026", "2026-09-15"])
def test_maaneden_skrevet_ulikt(saksbehandler: Aktoer, person: Person, skrevet: str) -> None:
    tekst = fil(
        "duf;modul;maaned;timer;gyldig_fravaer;ugyldig_fravaer", f"{person.duf};NORSK;{skrevet};0;0;0"
    )
    assert importer("timer", tekst, saksbehandler) == [("ny", "")]
    assert FAKTATYPER["timer"].gjeldende.get(person=person).maaned == date(2026, 9, 1)


PLAN = "duf;dato;vedtaksdato;innhold;neste_vurdering"


def test_sjekklisten_staar_i_listens_rekkefoelge(saksbehandler: Aktoer, person: Person) -> None:
    for skrevet, status in (("omfang,,NORSKMAAL ,omfang", "ny"), ("norskmaal, omfang", "uendret")):
        tekst = fil(PLAN, f"{person.duf};01.09.2026;;{skrevet};")
        assert statuser(importer("norskplan", tekst, saksbehandler)) == [status]
    tom = fil(PLAN, f"{person.duf};02.09.2026;;;")
    assert importer("norskplan", tom, saksbehandler) == [("ny", "")]


FRAM = f"{date.today() + timedelta(days=40):%d.%m.%Y}"
FEIL = [
    # columns
    ("sluttmaal", {"maal": "rik"}, "maal: «rik» er ikke en gyldig verdi. Bruk "),
    ("sluttmaal", {"maal": ""}, "maal: må fylles ut."),
    ("krav", {"ordning": "svensk"}, "ordning: «svensk» er ikke en gyldig verdi. Bruk intro, norsk, samfunn."),
    (
        "norskplan",
        {"innhold": "omfang, ferie, sol"},
        "innhold: «ferie, sol» er ikke en gyldig verdi. Bruk ",
    ),
    ("spraakferdighet", {"spraak": "norsk"}, "spraak: «norsk» er ikke en språkkode på tre bokstaver"),
    ("timer", {"maaned": "13.2026"}, "maaned: «13.2026» er ikke en måned. Skriv mm.åååå"),
    ("timer", {"maaned": "09.2150"}, "maaned: datoen «09.2150» må være mellom 1900 og 2100."),
    ("timer", {"maaned": FRAM[3:]}, f"maaned: «{FRAM[3:]}» kan ikke være fram i tid."),
    ("timer", {"timer": "301"}, "timer: «301» må være fra 0 til og med 300."),
    ("timer", {"timer": "-1"}, "timer: «-1» er ikke et tall"),
    ("foreldreveiledning", {"moeter": "0"}, "moeter: «0» må være i området 1–60."),
    ("utdanningsbakgrunn", {"aar_skolegang": "31"}, "aar_skolegang: «31» må være i området 0–30."),
    ("utdanningsbakgrunn", {"vgs_nivaa": ""}, "vgs_nivaa: må fylles ut."),
    # rows
    ("bosetting", {"ankomst": "01.01.1980"}, "ankomst: datoen 01.01.1980 er før fødselsdatoen."),
    ("bosetting", {"bosatt": "01.01.1980"}, "bosatt: datoen 01.01.1980 er før fødselsdatoen."),
    ("krav", {"dato": FRAM}, f"dato: «{FRAM}» kan ikke være fram i tid."),
    ("krav", {"duf": "209999999999"}, "duf: ingen person har DUF-nummeret 209999999999."),
    ("fravaer", {"fra": "02.03.2026", "til": "01.03.2026"}, "til: datoen 01.03.2026 er før fra 02.03.2026."),
    (
        "klage",
        {"mottatt": "02.03.2026", "oversendt": "01.03.2026"},
        "oversendt: datoen 01.03.2026 er før mottatt 02.03.2026.",
    ),
    ("klage", {"utfallsdato": ""}, "utfallsdato: utfall og utfallsdato må fylles ut sammen."),
    ("klage", {"utfall": ""}, "utfall: utfall og utfallsdato må fylles ut sammen."),
    ("norskmaal", {"lytte": ""}, "lytte: må fylles ut når slag er nivaa."),
    ("norskmaal", {"slag": "c1"}, "lytte: må stå tom når slag ikke er nivaa."),
    ("fritak", {"rettsgrunnlag": "24a"}, "rettsgrunnlag: «24a» passer ikke: § 23 gjelder norsk"),
    ("proeve", dict.fromkeys(FERDIGHETER, ""), "lytte: prøven må ha et resultat."),
    ("proeve", {"lese": "c1"}, "lese: resultatet «c1» hører ikke til denne prøven."),
]


@pytest.mark.parametrize(("slug", "endret", "sagt"), FEIL)
def test_feil_i_raden(
    saksbehandler: Aktoer, person: Person, slug: str, endret: dict[str, str], sagt: str
) -> None:
    slag = FAKTATYPER[slug]
    rad = {"duf": person.duf, **verdier(slag), **endret}
    tekst = _tekst(slag, rad.pop("duf"), rad)
    [(status, feil)] = importer(slug, tekst, saksbehandler)
    assert status == "avvist"
    assert feil.startswith(sagt)


_RESULTATER = ("", "a2", "c1", "bestaatt", "ikke_bestaatt")
_KOMBINASJONER: dict[str, dict[str, tuple[Any, ...]]] = {
    "norskmaal": {"slag": ("nivaa", "karakter_2", "c1"), **dict.fromkeys(FERDIGHETER, ("", "b1"))},
    "klage": {"utfall": ("", "stadfestet"), "utfallsdato": ("", START)},
    "fritak": {
        "fritak_fra": ("norsk", "samfunn", "norskproeve", "samfunnsproeve"),
        "rettsgrunnlag": ("23a", "23h", "24a", "24e", "25"),
    },
    "proeve": {
        "proeve": ("norskproeve", "norskproeve_c1", "samfunnskunnskap"),
        "lytte": _RESULTATER[:3],
        "lese": ("", "b1"),
        "muntlig": _RESULTATER,
        "skriftlig": ("",),
        "resultat": _RESULTATER,
    },
}


@pytest.mark.parametrize("slug", _KOMBINASJONER)
def test_filene_og_skjemaene_har_samme_regler(saksbehandler: Aktoer, person: Person, slug: str) -> None:
    """What hangs together stands in Python for the forms and in SQL for files: they say the same."""
    slag, valg = FAKTATYPER[slug], _KOMBINASJONER[slug]
    rader = [
        verdier(slag, START - timedelta(days=nr)) | dict(zip(valg, sett, strict=True))
        for nr, sett in enumerate(product(*valg.values()))
    ]
    if slug == "klage":
        rader = [rad | {"oversendt": ""} for rad in rader]
    svarene = importer(slug, _tekst(slag, person.duf, *rader), saksbehandler)
    for rad, (_status, feil) in zip(rader, svarene, strict=True):
        funn = brudd(slug, rad)
        sagt = {melding(felt, kode, str(rad[felt]), "") for felt, kode in funn.items()}
        assert set(filter(None, feil.removesuffix(".").split(". "))) == sagt, rad


def test_siden_viser_slagene_i_grupper_og_malene_virker(leser: Client) -> None:
    side = leser.get(reverse("importer")).content.decode()
    overskrifter = [">Oversikt</h3>", ">Introduksjonsprogram</h3>", ">Kompetanse</h3>"]
    assert all(side.count(overskrift) == 1 for overskrift in overskrifter)
    for slag in SLAG:
        assert f'href="{reverse("import_ny", args=[slag.slug])}"' in side
        format_ = finn_format(slag.slug)
        overskrift = mal_csv(format_).decode("utf-8-sig").strip()
        assert overskrift == ";".join(["duf", *slag.felter])
        assert mal_xlsx(format_).startswith(b"PK")
        assert leser.get(reverse("import_ny", args=[slag.slug])).status_code == 200
        assert all(kolonne.vist_eksempel for kolonne in format_.kolonner)


def test_det_skjemaet_krever_krever_filen() -> None:
    for slag in SLAG:
        paakrevd = {k.navn for k in finn_format(slag.slug).kolonner if k.paakrevd}
        assert paakrevd == {"duf", *(felt for felt in slag.felter if not slag.felt(felt).blank)}
