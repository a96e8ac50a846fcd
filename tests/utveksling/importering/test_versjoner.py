"""What becomes of a good row: new, unchanged, a next version, or in the way of another."""

from datetime import date

import pytest
from django.db import connection

from integrering.grunnmur.feil import Regelbrudd
from integrering.nir.models import Bosted, Person, Personopplysning, Stans, Vedtak
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.importering.models import Import
from tests import fabrikk
from tests.utveksling.importering.hjelp import (
    BOSTEDER,
    PERSONER,
    STANS,
    VEDTAK,
    fil,
    importer,
    importer_alt,
    personrad,
    statuser,
)

pytestmark = pytest.mark.django_db
MED_NOEKKEL = f"{VEDTAK};noekkel"


@pytest.fixture(autouse=True)
def _som_motor(motor: None) -> None:
    """The tests read everything."""


def _vedtak(person: Person, start: str, *, dato: str = "01.03.2023", noekkel: str | None = None) -> str:
    rad = f"{person.duf};norsk;innvilget;{dato};{start}"
    return rad if noekkel is None else f"{rad};{noekkel}"


def _startdatoer(person: Person) -> list[date]:
    return list(
        Vedtak.objects.gjeldende()
        .filter(person=person)
        .order_by("startdato")
        .values_list("startdato", flat=True)
    )


def _alt_henger_sammen() -> None:
    """Run the checks the database saves for the commit."""
    with connection.cursor() as peker:
        peker.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def test_samme_fil_igjen_endrer_ingenting(saksbehandler: Aktoer) -> None:
    duf = fabrikk.nytt_duf()
    filer = [
        ("personer", fil(PERSONER, personrad(duf))),
        ("bosteder", fil(BOSTEDER, f"{duf};5001;01.03.2023;31.12.2023", f"{duf};5006;01.01.2024;")),
        ("vedtak", fil(VEDTAK, f"{duf};norsk;innvilget;01.03.2023;01.04.2023")),
        ("stans", fil(STANS, f"{duf};norsk;01.04.2024;permanent;")),
    ]
    for slag, tekst in filer:
        assert set(statuser(importer(slag, tekst, saksbehandler))) == {"ny"}
    for slag, tekst in filer:
        assert set(statuser(importer(slag, tekst, saksbehandler))) == {"uendret"}
    person = Person.objects.get(duf=duf)
    assert str(person) == "Amal Prøve"
    assert person.kommune is not None and person.kommune.nummer == "5006"
    assert [m.objects.filter(person=person).count() for m in (Personopplysning, Bosted, Vedtak, Stans)] == [
        1,
        2,
        1,
        1,
    ]
    _alt_henger_sammen()


def test_kvitteringen_har_ingen_personopplysninger(saksbehandler: Aktoer, person: Person) -> None:
    utfall = importer_alt(
        "vedtak", fil(VEDTAK, _vedtak(person, "01.04.2023"), _vedtak(person, "x")), saksbehandler
    )
    k = Import.objects.get(pk=utfall.kvittering.pk)
    assert (k.nye, k.uendrede, k.nye_versjoner, k.avviste, k.slag, k.historisk) == (
        1,
        0,
        0,
        1,
        "vedtak",
        False,
    )
    assert (k.bruker_id, k.virksomhet_id, len(k.sha256)) == (
        saksbehandler.bruker_id,
        saksbehandler.virksomhet_id,
        64,
    )
    assert person.duf not in str(k)
    assert not utfall.alt_godt


def test_noekkelen_gir_neste_versjon(saksbehandler: Aktoer, person: Person) -> None:
    for start, status in (("01.04.2023", "ny"), ("15.04.2023", "ny versjon"), ("15.04.2023", "uendret")):
        assert importer("vedtak", fil(MED_NOEKKEL, _vedtak(person, start, noekkel="v1")), saksbehandler) == [
            (status, "")
        ]
    versjoner = Vedtak.objects.filter(person=person).order_by("registrert")
    assert len({v.registrering_id for v in versjoner}) == 1
    assert [(v.startdato.day, v.aarsak, v.noekkel) for v in versjoner] == [
        (1, "", "v1"),
        (15, "Rettet ved import", "v1"),
    ]
    assert versjoner[0].erstattet == versjoner[1].registrert
    _alt_henger_sammen()


def test_nokkelen_er_avsenderens_egen(saksbehandler: Aktoer, trondheim: Aktoer, person: Person) -> None:
    importer("vedtak", fil(MED_NOEKKEL, _vedtak(person, "01.04.2023", noekkel="v1")), saksbehandler)
    assert statuser(
        importer("vedtak", fil(MED_NOEKKEL, _vedtak(person, "01.05.2023", noekkel="v1")), trondheim)
    ) == ["ny"]
    assert len(_startdatoer(person)) == 2


@pytest.mark.parametrize(
    ("rader", "melding"),
    [
        (
            ["{a};01.04.2023;v1", "{b};01.04.2023;v1"],
            "noekkel: nøkkelen står på flere rader i filen, med ulike verdier.",
        ),
        (["{a};01.04.2023;", "{a};01.04.2023;v2"], "startdato: den samme registreringen står også på linje"),
    ],
)
def test_rader_i_samme_fil_som_slaar_hverandre_i_hjel(
    saksbehandler: Aktoer, person: Person, rader: list[str], melding: str
) -> None:
    annen = fabrikk.lag_person()
    rader = [
        rad.format(a=f"{person.duf};norsk;innvilget;01.03.2023", b=f"{annen.duf};norsk;innvilget;01.03.2023")
        for rad in rader
    ]
    for rekkefoelge in (rader, rader[::-1]):
        svar = importer("vedtak", fil(MED_NOEKKEL, *rekkefoelge), saksbehandler)
        assert statuser(svar) == ["avvist", "avvist"]
        assert all(feil.startswith(melding) for _s, feil in svar)


def test_like_rader_i_samme_fil_er_en(saksbehandler: Aktoer, person: Person) -> None:
    rader = [_vedtak(person, "01.04.2023")] * 3
    assert statuser(importer("vedtak", fil(VEDTAK, *rader), saksbehandler)) == ["ny", "uendret", "uendret"]
    ulike = [_vedtak(person, "01.05.2023"), _vedtak(person, "01.05.2023", dato="02.03.2023")]
    assert (
        importer("vedtak", fil(VEDTAK, *ulike), saksbehandler)
        == [("avvist", "startdato: flere rader i filen gjelder samme registrering, med ulike verdier.")] * 2
    )


def test_andre_verdier_uten_noekkel_viser_veien(saksbehandler: Aktoer, person: Person) -> None:
    importer("vedtak", fil(VEDTAK, _vedtak(person, "01.04.2023")), saksbehandler)
    [(status, feil)] = importer(
        "vedtak", fil(VEDTAK, _vedtak(person, "01.04.2023", dato="05.03.2023")), saksbehandler
    )
    assert status == "avvist"
    assert "Rett den på personens side, eller send raden med samme noekkel som sist" in feil
    [(status, feil)] = importer("personer", fil(PERSONER, personrad(person.duf, fornavn="Ny")), saksbehandler)
    assert (status, feil.split(".")[0]) == (
        "avvist",
        "duf: personen er alt registrert med andre opplysninger",
    )


def test_ny_noekkel_paa_noe_som_finnes(saksbehandler: Aktoer, person: Person) -> None:
    importer("vedtak", fil(VEDTAK, _vedtak(person, "01.04.2023")), saksbehandler)
    [(status, feil)] = importer(
        "vedtak", fil(MED_NOEKKEL, _vedtak(person, "01.04.2023", noekkel="n")), saksbehandler
    )
    assert status == "uendret"
    assert feil.startswith("Merk: noekkel: registreringen fantes fra før uten nøkkelen «n»")
    ulik = _vedtak(person, "01.04.2023", dato="04.03.2023", noekkel="n")
    [(status, feil)] = importer("vedtak", fil(MED_NOEKKEL, ulik), saksbehandler)
    assert (status, feil.split(":")[0]) == ("avvist", "startdato")


def test_nokkelen_hoerer_til_en_annen_eller_er_annullert(saksbehandler: Aktoer, person: Person) -> None:
    annen = fabrikk.lag_person()
    importer("vedtak", fil(MED_NOEKKEL, _vedtak(annen, "01.04.2023", noekkel="v1")), saksbehandler)
    svar = importer("vedtak", fil(MED_NOEKKEL, _vedtak(person, "01.04.2023", noekkel="v1")), saksbehandler)
    assert svar == [("avvist", "noekkel: nøkkelen «v1» hører til en annen person.")]
    fabrikk.rett(Vedtak.objects.get(person=annen), annullert=True)
    [(status, feil)] = importer(
        "vedtak", fil(MED_NOEKKEL, _vedtak(annen, "02.04.2023", noekkel="v1")), saksbehandler
    )
    assert (status, "er annullert" in feil) == ("avvist", True)


def test_perioder_kan_bytte_plass_i_samme_fil(saksbehandler: Aktoer) -> None:
    person = fabrikk.lag_person(bosatt_fra=date(2020, 1, 1), bosatt_til=date(2020, 12, 31))
    hode = f"{BOSTEDER};noekkel"
    en = fil(hode, f"{person.duf};5001;01.01.2023;30.06.2023;a", f"{person.duf};5006;01.07.2023;;b")
    to = fil(hode, f"{person.duf};5006;01.01.2023;30.06.2023;b", f"{person.duf};5001;01.07.2023;;a")
    assert statuser(importer("bosteder", en, saksbehandler)) == ["ny", "ny"]
    assert statuser(importer("bosteder", to, saksbehandler)) == ["ny versjon", "ny versjon"]
    assert statuser(importer("bosteder", to, saksbehandler)) == ["uendret", "uendret"]
    _alt_henger_sammen()


def test_den_som_faller_bringer_tilbake_det_den_ville_endre(saksbehandler: Aktoer) -> None:
    """Row b takes the days a would leave; a falls (it collides with c), so b falls too."""
    person = fabrikk.lag_person(bosatt_fra=date(2020, 1, 1), bosatt_til=date(2020, 12, 31))
    hode = f"{BOSTEDER};noekkel"
    start = fil(
        hode, f"{person.duf};5001;01.01.2023;30.06.2023;a", f"{person.duf};5006;01.01.2024;31.12.2024;c"
    )
    importer("bosteder", start, saksbehandler)
    b = f"{person.duf};5006;01.02.2023;31.03.2023;b"
    flytt = fil(hode, f"{person.duf};5001;01.06.2024;30.06.2024;a", b)
    for rader in (flytt, fil(hode, b, f"{person.duf};5001;01.06.2024;30.06.2024;a")):
        svar = importer("bosteder", rader, saksbehandler)
        assert statuser(svar) == ["avvist", "avvist"]
        assert all("overlapper en som er registrert" in feil for _s, feil in svar)


def test_overlapp_i_filen_avviser_begge(saksbehandler: Aktoer) -> None:
    person = fabrikk.lag_person(bosatt_fra=date(2020, 1, 1), bosatt_til=date(2020, 12, 31))
    rader = [
        f"{person.duf};5001;01.01.2023;",
        f"{person.duf};5006;01.02.2023;28.02.2023",
        f"{person.duf};5006;01.01.2022;31.01.2022",
    ]
    svar = importer("bosteder", fil(BOSTEDER, *rader), saksbehandler)
    assert svar == [
        ("avvist", "fra: perioden overlapper en annen i filen (linje 3)."),
        ("avvist", "fra: perioden overlapper en annen i filen (linje 2)."),
        ("ny", ""),
    ]


def test_hundrevis_av_rader_om_det_samme(saksbehandler: Aktoer, person: Person) -> None:
    annen = fabrikk.lag_person()
    om_en = [_vedtak(person, "01.04.2023", noekkel="") for _ in range(501)]
    med_en = [f"{fabrikk.nytt_duf()};norsk;innvilget;01.03.2023;01.04.2023;v" for _ in range(501)]
    god = _vedtak(annen, "01.04.2023", noekkel="v2")
    svar = importer("vedtak", fil(MED_NOEKKEL, *om_en, *med_en, god), saksbehandler)
    assert {feil for _s, feil in svar[:501]} == {f"duf: «{person.duf}» står på flere enn 500 rader i filen."}
    assert all("noekkel: «v» står på flere enn 500 rader i filen" in feil for _s, feil in svar[501:-1])
    assert svar[-1] == ("ny", "")


def test_samme_person_to_ganger_i_filen(saksbehandler: Aktoer) -> None:
    duf = fabrikk.nytt_duf()
    svar = importer("personer", fil(PERSONER, personrad(duf), personrad(duf)), saksbehandler)
    assert statuser(svar) == ["ny", "uendret"]
    nytt = fabrikk.nytt_duf()
    rader = [f"{personrad(nytt)};a", f"{personrad(nytt, fornavn='Berit')};b"]
    svar = importer("personer", fil(f"{PERSONER};noekkel", *rader), saksbehandler)
    assert svar == [
        ("avvist", "duf: samme person står også på linje 3 i filen."),
        ("avvist", "duf: samme person står også på linje 2 i filen."),
    ]
    assert not Person.objects.filter(duf=nytt).exists()


def test_ny_versjon_av_personopplysninger(saksbehandler: Aktoer) -> None:
    duf, hode = fabrikk.nytt_duf(), f"{PERSONER};noekkel"
    importer("personer", fil(hode, f"{personrad(duf)};p1"), saksbehandler)
    assert statuser(
        importer("personer", fil(hode, f"{personrad(duf, etternavn='Ås')};p1"), saksbehandler)
    ) == ["ny versjon"]
    assert Person.objects.get(duf=duf).etternavn == "Ås"
    _alt_henger_sammen()


def test_ingenting_er_lagret_naar_databasen_sier_stopp(
    saksbehandler: Aktoer, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Someone saves between the check and the insert: the whole file is taken back."""
    from integrering.utveksling.importering.actions import importer as actions
    from integrering.utveksling.importering.format import Kjoering, finn_format

    format_ = finn_format("vedtak")
    innsatt = format_.loep

    def med_noen_imellom(kjoering: Kjoering) -> None:
        kjoering.peker.execute("DELETE FROM utv_avvik")
        innsatt(kjoering)

    import dataclasses

    importer("vedtak", fil(VEDTAK, _vedtak(person, "01.04.2023")), saksbehandler)
    utenfor = dataclasses.replace(format_, loep=med_noen_imellom)
    monkeypatch.setattr(actions, "finn_format", lambda navn: utenfor)
    foer = Vedtak.objects.count(), Import.objects.count()
    umulig = fil(VEDTAK, _vedtak(person, "01.05.2023"), f"{person.duf};norsk;innvilget;01.03.2023;01.01.1890")
    with pytest.raises(Regelbrudd, match="Ingenting er lagret"):
        importer("vedtak", umulig, saksbehandler)
    assert (Vedtak.objects.count(), Import.objects.count()) == foer
