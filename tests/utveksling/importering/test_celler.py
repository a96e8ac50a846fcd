"""Bad cells and rows, and what is said about them."""

import pytest

from integrering.nir.models import FulltidVgo, Person, Vedtak
from integrering.tilgang.aktoer import Aktoer
from tests import fabrikk
from tests.utveksling.importering.hjelp import (
    BOSTEDER,
    PERSONER,
    STANS,
    VEDTAK,
    VGO,
    fil,
    importer,
    personrad,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("endret", "melding"),
    [
        ({"duf": "2099"}, "duf: «2099» er ikke et DUF-nummer. Det må ha 12 sifre."),
        ({"duf": ""}, "duf: må fylles ut."),
        ({"fornavn": ""}, "fornavn: må fylles ut."),
        ({"etternavn": "x" * 101}, "etternavn: teksten er for lang, høyst 100 tegn."),
        ({"foedselsdato": "31.02.1995"}, "foedselsdato: «31.02.1995» er ikke en dato."),
        ({"foedselsdato": "i går"}, "foedselsdato: «i går» er ikke en dato."),
        ({"foedselsdato": "1899-12-31"}, "foedselsdato: datoen «1899-12-31» må være mellom 1900 og 2100."),
        (
            {"foedselsdato": "01.01.2090", "tillatelse_dato": "01.01.2091"},
            "foedselsdato: «01.01.2090» kan ikke være fram",
        ),
        ({"kjoenn": "X"}, "kjoenn: «X» er ikke en gyldig verdi. Bruk K, M, U."),
        ({"statsborgerskap": "SY"}, "statsborgerskap: «SY» er ikke en landkode på tre bokstaver"),
        ({"tillatelse": "9x"}, "tillatelse: «9x» er ikke en gyldig verdi."),
        ({"tillatelse_dato": "10.01.1990"}, "tillatelse_dato: datoen 10.01.1990 er før fødselsdatoen."),
        ({"landgruppe": "Q"}, "landgruppe: «Q» er ikke en gyldig verdi. Bruk H, L."),
        ({"adressebeskyttelse": "ja"}, "adressebeskyttelse: «ja» er ikke en gyldig verdi."),
        ({"adressebeskyttelse": "fortrolig"}, "adressebeskyttelse: bare brukere som kan se personer"),
    ],
)
def test_personer(saksbehandler: Aktoer, endret: dict[str, str], melding: str) -> None:
    duf = fabrikk.nytt_duf()
    god = personrad(fabrikk.nytt_duf())
    (foerste, feil), (andre, _) = importer(
        "personer", fil(PERSONER, personrad(**{"duf": duf, **endret}), god), saksbehandler
    )
    assert (foerste, andre) == ("avvist", "ny")
    assert feil.startswith(melding)


def test_alle_feil_i_en_rad_paa_en_gang(saksbehandler: Aktoer) -> None:
    rad = personrad("12", fornavn="", kjoenn="mann", tillatelse_dato="x")
    [(_, feil)] = importer("personer", fil(PERSONER, rad), saksbehandler)
    assert [del_.split(":")[0] for del_ in feil.split(". ") if ":" in del_] == [
        "duf", "fornavn", "kjoenn", "tillatelse_dato",
    ]  # fmt: skip


def test_feil_kontrollsifre_er_bare_en_merknad(saksbehandler: Aktoer) -> None:
    duf = fabrikk.nytt_duf()
    galt = duf[:10] + f"{(int(duf[10:]) + 1) % 11:02d}"
    assert importer("personer", fil(PERSONER, personrad(galt)), saksbehandler) == [
        (
            "ny",
            "Merk: duf: kontrollsifrene i DUF-nummeret stemmer ikke. Sjekk at nummeret er riktig skrevet.",
        )
    ]
    riktige = [personrad(fabrikk.nytt_duf(n)) for n in range(900_000, 900_040)]
    assert set(importer("personer", fil(PERSONER, *riktige), saksbehandler)) == {("ny", "")}


BOSTED_FEIL = [
    ("{duf};9999;01.04.2010;", "kommunenummer: ukjent kommune «9999»."),
    ("{duf};50;01.04.2010;", "kommunenummer: ukjent kommune «50»."),
    ("{duf};5001;01.04.2010;31.03.2010", "til: sluttdatoen 31.03.2010 er før startdatoen 01.04.2010."),
    ("{duf};5001;;", "fra: må fylles ut."),
    ("{duf};5001;01.01.1980;01.02.1980", "fra: datoen 01.01.1980 er før fødselsdatoen."),
    (
        "{duf};5001;01.06.2023;",
        "fra: perioden overlapper en som er registrert: 01.03.2023–. Rett den ene av dem.",
    ),
    ("209999999999;5001;01.06.2023;", "duf: ingen person har DUF-nummeret 209999999999."),
]
VEDTAK_FEIL = [
    (
        "{duf};svensk;innvilget;01.03.2023;01.04.2023",
        "ordning: «svensk» er ikke en gyldig verdi. Bruk intro, norsk, samfunn.",
    ),
    ("{duf};norsk;avslag;01.03.2023;01.04.2023", "vedtakstype: «avslag» er ikke en gyldig verdi."),
    ("{duf};norsk;innvilget;01.03.2090;01.04.2090", "vedtaksdato: «01.03.2090» kan ikke være fram i tid."),
    ("{duf};norsk;innvilget;tretten;01.04.2023", "vedtaksdato: «tretten» er ikke en dato."),
    ("{duf};norsk;innvilget;01.03.1980;01.04.2023", "vedtaksdato: datoen 01.03.1980 er før fødselsdatoen."),
]
VGO_FEIL = [
    ("{duf};99;Skolen;21.08.2023;20.06.2024;30;nei;nei", "fylkesnummer: ukjent fylke «99»."),
    ("{duf};50;;21.08.2023;20.06.2024;30;nei;nei", "skole: må fylles ut."),
    ("{duf};50;Skolen;21.08.2023;20.06.2024;mange;nei;nei", "timer_per_uke: «mange» er ikke et tall"),
    ("{duf};50;Skolen;21.08.2023;20.06.2024;30,25;nei;nei", "timer_per_uke: «30,25» er ikke et tall"),
    ("{duf};50;Skolen;21.08.2023;20.06.2024;0;nei;nei", "timer_per_uke: «0» må være mer enn 0 og høyst 60."),
    (
        "{duf};50;Skolen;21.08.2023;20.06.2024;61;nei;nei",
        "timer_per_uke: «61» må være mer enn 0 og høyst 60.",
    ),
    (
        "{duf};50;Skolen;21.08.2023;20.06.2024;30;kanskje;nei",
        "kombinasjonsklasse: «kanskje» er verken ja eller nei.",
    ),
]
STANS_FEIL = [
    (
        "{duf};norsk;21.08.2023;lenge;",
        "varighet: «lenge» er ikke en gyldig verdi. Bruk permanent, midlertidig.",
    ),
]


@pytest.mark.parametrize(
    ("slag", "overskrift", "rad", "melding"),
    [
        *[("bosteder", BOSTEDER, *f) for f in BOSTED_FEIL],
        *[("vedtak", VEDTAK, *f) for f in VEDTAK_FEIL],
        *[("vgo", VGO, *f) for f in VGO_FEIL],
        *[("stans", STANS, *f) for f in STANS_FEIL],
    ],
)
def test_fakta(
    saksbehandler: Aktoer, person: Person, slag: str, overskrift: str, rad: str, melding: str
) -> None:
    [(status, feil)] = importer(slag, fil(overskrift, rad.format(duf=person.duf)), saksbehandler)
    assert status == "avvist"
    assert feil.startswith(melding)


@pytest.mark.parametrize(
    "rad",
    [
        "{duf};50;Skolen;21.08.2023;20.06.2024;30,0;NEI;nei",
        " {spredt} ;50;  Skolen ;2023-08-21;2024-06-20;30.00;nei;nei",
        "{duf};50;Skolen;21.8.2023;20.6.2024;30;nei;Nei",
    ],
)
def test_det_samme_skrevet_ulikt(saksbehandler: Aktoer, person: Person, rad: str, motor: None) -> None:
    spredt = f"{person.duf[:4]} {person.duf[4:10]} {person.duf[10:]}"
    forventet = ("50", "Skolen", "2023-08-21", "2024-06-20", "30.0", False, False)
    assert importer("vgo", fil(VGO, rad.format(duf=person.duf, spredt=spredt)), saksbehandler) == [("ny", "")]
    p = FulltidVgo.objects.get(person=person)
    assert forventet == (
        p.fylke.nummer, p.skole, str(p.fra), str(p.til), str(p.timer_per_uke),
        p.kombinasjonsklasse, p.hovedansvar_fylke,
    )  # fmt: skip
    assert (p.virksomhet_id, p.registrert_av_id) == (saksbehandler.virksomhet_id, saksbehandler.bruker_id)


def test_raden_med_feil_stopper_ikke_de_andre(saksbehandler: Aktoer, person: Person, motor: None) -> None:
    god, daarlig = f"{person.duf};norsk;innvilget;01.03.2023;01.04.2023", f"{person.duf};norsk"
    svar = importer("vedtak", fil(VEDTAK, daarlig, god), saksbehandler)
    assert svar == [("avvist", "raden har 2 celler, men overskriften har 5."), ("ny", "")]
    assert Vedtak.objects.gjeldende().filter(person=person).count() == 1


def test_uten_ordning_og_vedtakstype(saksbehandler: Aktoer, person: Person, motor: None) -> None:
    """Columns with one sensible answer may be missing, or empty in a row."""
    tekst = fil("duf;vedtaksdato;startdato", f"{person.duf};01.03.2023;01.04.2023")
    assert importer("vedtak", tekst, saksbehandler) == [("ny", "")]
    tomme = fil(VEDTAK, f"{person.duf};;;01.03.2023;01.04.2023")
    assert importer("vedtak", tomme, saksbehandler) == [("uendret", "")]
    stans = fil("duf;fra;varighet;grunn", f"{person.duf};01.06.2023;permanent;")
    assert importer("stans", stans, saksbehandler) == [("ny", "")]
    vedtak = Vedtak.objects.get()
    assert (vedtak.ordning, vedtak.vedtakstype) == ("norsk", "innvilget")
