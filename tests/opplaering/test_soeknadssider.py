"""O7 og O8: sidene, skjemaene og det som går galt på dem."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.nir.models import Norskmaal, Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Innsyn
from opplaering.actions.soeknad import Avgjoerelse, avgjoer_soeknad
from opplaering.lister_soeknader import _siden
from opplaering.models import Avtale, Realkompetanse, Resultat, Samarbeidskontakt, Soeknad
from opplaering.queries.soeknader import realkompetanse_i
from opplaering.rules.vgorett import skoleaar
from tests.fabrikk import STEINKJER, lag_person
from tests.fabrikk import registrer as nir
from tests.lister.hjelp import antall_spoerringer
from tests.opplaering.hjelp import I_DAG, lag_skolegang, lag_tilbud, registrer
from tests.opplaering.soeknadshjelp import lag_avtale, lag_kontakt, lag_soeknad, om

pytestmark = pytest.mark.django_db
DELER = ("lytte", "lese", "skriftlig", "muntlig")


def navnene(svar: Any) -> list[str]:
    """Return the last names of a list's rows, in order."""
    rader = svar.context["liste"].objekter
    return [getattr(rad, "person", rad).etternavn for rad in rader]


def skrevet(**endret: Any) -> dict[str, Any]:
    """Return the form of an application as it is typed."""
    aar = skoleaar(I_DAG)
    return {
        "innsending": str(uuid.uuid4()), "mottatt": f"{I_DAG:%d.%m.%Y}",
        "gruppe": "voksen", "skoleaar": aar + 1, "kompetanse": "nei",
        "grunnskole": "ja", "utland_vgo": "", "rekvalifisert": "",
        "sluttkompetanse_1": "yrkeskompetanse", "program_1": "bygg", "hva_1": "Tømrer",
    } | endret  # fmt: skip


def sett(person: Person) -> list[str]:
    """Return where a person was looked at, the newest last."""
    with kontekst(motor_kontekst()):
        return list(Innsyn.objects.filter(person_id=person.pk).order_by("pk").values_list("hvor", flat=True))


# --- Listen ---


def test_listen_filtreres(
    klient: Client, kommuneklient: Client, skoleklient: Client, koordinator: Aktoer
) -> None:
    venter = lag_soeknad(lag_person(etternavn="Venter"), koordinator)
    ferdig = lag_soeknad(lag_person(etternavn="Ferdig", kommune=STEINKJER), koordinator, grunnskole=False)
    lag_soeknad(lag_person(etternavn="Nettopp"), koordinator, mottatt=I_DAG, skoleaar=skoleaar(I_DAG))
    with kontekst(kontekst_for(koordinator)):
        avgjoer_soeknad(soeknad=ferdig, versjon=1, data=Avgjoerelse("avslag", om(-3)), av=koordinator)
    adresse = reverse("opplaering_soeknader")
    for spoersmaal, ventet in (
        ("", ["Nettopp", "Ferdig", "Venter"]),
        ("?utfall=venter", ["Nettopp", "Venter"]),
        ("?utfall=avslag", ["Ferdig"]),
        ("?rett=18_5", ["Ferdig"]),
        ("?ventet=1", ["Venter"]),
        ("?ventet=3", []),
        (f"?kommune={STEINKJER}", ["Ferdig"]),
    ):
        assert set(navnene(klient.get(f"{adresse}{spoersmaal}"))) == set(ventet), spoersmaal
    assert set(navnene(kommuneklient.get(adresse))) == {"Venter", "Nettopp"}
    assert skoleklient.get(adresse).status_code == 403
    assert str(venter.noekkel) in klient.get(adresse).content.decode()


@pytest.mark.parametrize(
    ("dag", "antall", "ventet"),
    [("2026-03-31", 1, "2026-02-28"), ("2026-03-15", 1, "2026-02-15"), ("2026-01-10", 3, "2025-10-10")],
)
def test_saa_mange_maaneder_siden(dag: str, antall: int, ventet: str) -> None:
    assert _siden(date.fromisoformat(dag), antall) == date.fromisoformat(ventet)


# --- En søknad ---


def test_finne_den_som_soeker(klient: Client, kommuneklient: Client) -> None:
    person = lag_person(etternavn="Soekesen")
    adresse = reverse("opplaering_soeknad_soek")
    assert klient.post(adresse, {"soek": ""}).status_code == 422
    assert "Ingen treff" in klient.post(adresse, {"soek": "Ingenhetersaa"}).content.decode()
    svar = klient.post(adresse, {"soek": "Soekesen"})
    assert reverse("opplaering_soeknad_ny", args=[person.noekkel]) in svar.content.decode()
    assert sett(person) == ["opplaering-soeknad"]
    assert kommuneklient.get(adresse).status_code == 403


def test_registrere_en_soeknad_og_se_retten(klient: Client, kommuneklient: Client) -> None:
    person = lag_person()
    adresse = reverse("opplaering_soeknad_ny", args=[person.noekkel])
    assert klient.get(adresse).status_code == 200
    svar = klient.post(adresse, skrevet(), follow=True)
    side = svar.content.decode()
    assert "Rett for voksne (§ 18-3)" in side
    assert "opplæringslova § 18-3" in side
    assert "Nummer 1 av 4 (opplæringsforskrifta § 13-4)" in side
    assert "Søknaden er registrert" in side  # historikken
    # kommunen leser den, uten historikk og knapper
    kommunens = kommuneklient.get(svar.request["PATH_INFO"]).content.decode()
    assert "Rett for voksne (§ 18-3)" in kommunens
    assert "Søknaden er registrert" not in kommunens
    assert "/avgjoer/" not in kommunens


@pytest.mark.parametrize(
    ("endret", "felt"),
    [
        ({"mottatt": ""}, "mottatt"),
        ({"sluttkompetanse_1": ""}, "sluttkompetanse_1"),
        ({"sluttkompetanse_3": "studiekompetanse"}, "sluttkompetanse_3"),
        ({"hva_2": "Kokk"}, "sluttkompetanse_2"),
        ({"hva_1": "Født 010199"}, "hva_1"),
    ],
)
def test_et_skjema_som_ikke_er_riktig(klient: Client, endret: dict[str, str], felt: str) -> None:
    adresse = reverse("opplaering_soeknad_ny", args=[lag_person().noekkel])
    svar = klient.post(adresse, skrevet(**endret))
    assert svar.status_code == 422
    assert felt in svar.context["skjema"].errors


def test_endre_naar_en_annen_har_endret(klient: Client, koordinator: Aktoer) -> None:
    soeknad = lag_soeknad(lag_person(), koordinator)
    adresse = reverse("opplaering_soeknad_endre", args=[soeknad.noekkel])
    start = klient.get(adresse).context["skjema"].initial
    assert (start["versjon"], start["grunnskole"], start["hva_1"]) == (1, True, "Tømrer")
    assert klient.post(adresse, skrevet(versjon=1, mottatt=f"{om(-60):%d.%m.%Y}")).status_code == 302
    svar = klient.post(adresse, skrevet(versjon=1, mottatt=f"{om(-60):%d.%m.%Y}", grunnskole="nei"))
    assert svar.status_code == 409
    forskjell = {linje.felt: (linje.deres, linje.ditt) for linje in svar.context["linjer"]}
    assert forskjell["Har fullført grunnskole eller tilsvarende"] == ("Ja", "Nei")
    assert svar.context["skjema"].data["versjon"] == "2"


def test_avgjoere_klage_og_begynne(klient: Client, koordinator: Aktoer) -> None:
    tilbud, soeknad = lag_tilbud(), lag_soeknad(lag_person(), koordinator)
    adresse = reverse("opplaering_soeknad_avgjoer", args=[soeknad.noekkel])
    assert "Prøvedal videregående skole: Vg1" in klient.get(adresse).content.decode()
    assert klient.post(adresse, {"versjon": 1, "utfall": "innvilget"}).status_code == 422
    svar = {
        "versjon": 1, "utfall": "innvilget", "vedtaksdato": f"{om(-9):%d.%m.%Y}",
        "tilbud": tilbud.pk, "oppstart": f"{om(30):%d.%m.%Y}",
    }  # fmt: skip
    avgjort = klient.post(adresse, svar, follow=True)
    assert "Tilbud om plass" in avgjort.content.decode()
    # neste steg er å registrere at søkeren begynner, med det som er bestemt fylt ut
    start = avgjort.context["start_url"]
    assert start in avgjort.content.decode().replace("&amp;", "&")
    fylt = klient.get(start).context["skjema"]
    assert fylt["skole"].value() == str(tilbud.skole_id)
    assert fylt["tilbud"].value() == str(tilbud.pk)
    assert fylt["fra"].value() == om(30).isoformat()
    lag_skolegang(soeknad.person, fra=om(30))
    assert klient.get(avgjort.request["PATH_INFO"]).context["start_url"] == ""
    assert klient.post(adresse, svar).status_code == 409
    klage = reverse("opplaering_soeknad_klage", args=[soeknad.noekkel])
    assert klient.get(klage).status_code == 200
    klient.post(klage, {"versjon": 2, "klaget": f"{om(-5):%d.%m.%Y}"})
    assert klient.post(klage, {"versjon": 2, "klaget": ""}).status_code == 409
    with kontekst(motor_kontekst()):
        assert Soeknad.objects.get().klaget == om(-5)


def test_en_soeknad_ingen_andre_ser(klient: Client, kommuneklient: Client, koordinator: Aktoer) -> None:
    soeknad = lag_soeknad(lag_person(kommune=STEINKJER), koordinator)
    side = reverse("opplaering_soeknad", args=[soeknad.noekkel])
    assert kommuneklient.get(side).status_code == 404
    assert klient.get(reverse("opplaering_soeknad", args=[uuid.uuid4()])).status_code == 404
    assert klient.get(side).status_code == 200
    assert sett(soeknad.person) == ["opplaering-soeknad"]


# --- Realkompetanse ---


def linje(nr: int, fag: str, **mer: Any) -> dict[str, Any]:
    """Return a line of the grid as it is typed."""
    verdier = {
        "fag": fag,
        "fagkode": "",
        "resultat": "godkjent",
        "dato": f"{om(-2):%d.%m.%Y}",
        "hvor": "",
        "sett": "",
    }
    return {f"{nr}-{navn}": verdi for navn, verdi in (verdier | mer).items()}


def test_rutenettet_for_realkompetanse(klient: Client, koordinator: Aktoer) -> None:
    soeknad = lag_soeknad(lag_person(), koordinator)
    adresse = reverse("opplaering_realkompetanse", args=[soeknad.noekkel])
    assert len(klient.get(adresse).context["skjema"].rutelinjer) == 5
    feil = klient.post(adresse, linje(0, "Norsk", resultat="") | linje(2, "Engelsk") | {"aarsak": ""})
    assert feil.status_code == 422
    assert "Resultat, linje 1: Velg godkjent eller ikke godkjent." in feil.content.decode()
    lagret = klient.post(
        adresse, linje(0, "Norsk") | linje(2, "Engelsk", resultat="ikke_godkjent"), follow=True
    )
    assert "Ikke godkjent" in lagret.content.decode()
    with kontekst(motor_kontekst()):
        engelsk, norsk = realkompetanse_i(soeknad)
    assert (engelsk.resultat, norsk.resultat) == ("ikke_godkjent", "godkjent")
    # uten grunn, tømt, og sett av en annen
    endret = linje(0, "Engelsk", sett=engelsk.pk) | {"aarsak": ""}
    assert "aarsak" in klient.post(adresse, endret).context["skjema"].errors
    toemt = linje(0, "", sett=engelsk.pk, resultat="", dato="")
    assert klient.post(adresse, toemt).status_code == 422
    assert klient.post(adresse, endret | {"aarsak": "Ny papirer"}).status_code == 302
    konflikt = klient.post(adresse, linje(0, "Engelsk", sett=engelsk.pk) | {"aarsak": "Mer"})
    assert konflikt.status_code == 409
    with kontekst(motor_kontekst()):
        naa = Realkompetanse.objects.gjeldende().get(fag="Engelsk")
    assert konflikt.context["skjema"].data["0-sett"] == str(naa.pk)
    bort = linje(0, "Engelsk", sett=naa.pk) | {"0-bort": "on", "aarsak": "Feil"}
    klient.post(adresse, bort)
    with kontekst(motor_kontekst()):
        assert [rad.fag for rad in realkompetanse_i(soeknad)] == ["Norsk"]


# --- Oppfølging ---


@pytest.fixture
def elev(db: None) -> Person:
    """Trondheim's person, at the school."""
    person = lag_person(etternavn="Elevsen")
    lag_skolegang(person)
    return person


def test_alle_tre_leser_siden(
    klient: Client, skoleklient: Client, kommuneklient: Client, elev: Person, koordinator: Aktoer
) -> None:
    lag_avtale(elev, koordinator, frist=om(-3))
    lag_kontakt(elev, koordinator)
    side, liste = reverse("opplaering_samarbeid", args=[elev.noekkel]), reverse("opplaering_oppfoelging")
    nytt_moete = f"{reverse('moete_nytt')}?person={elev.noekkel}"
    for leser, kaller_inn in ((klient, True), (kommuneklient, True), (skoleklient, False)):
        innhold = leser.get(side).content.decode()
        assert "Finne praksisplass" in innhold
        assert "Kari Kontakt" in innhold
        assert (nytt_moete in innhold) is kaller_inn
        assert navnene(leser.get(liste)) == ["Elevsen"]
    assert sett(elev) == ["opplaering-samarbeid"] * 3


def test_registrere_rette_og_gjoere_en_avtale(skoleklient: Client, elev: Person) -> None:
    ny = reverse("opplaering_avtale_ny", args=[elev.noekkel])
    assert skoleklient.get(ny).status_code == 200
    skrev = {
        "dato": f"{om(-1):%d.%m.%Y}",
        "hva": "Ringe hjem",
        "ansvar": "skole",
        "frist": f"{om(4):%d.%m.%Y}",
    }
    assert skoleklient.post(ny, skrev | {"hva": "Ringe 010199"}).status_code == 422
    assert skoleklient.post(ny, skrev).status_code == 302
    rad = _eneste(Avtale)
    adresse = reverse("opplaering_avtale", args=[elev.noekkel, rad.registrering_id])
    assert skoleklient.get(adresse).context["skjema"].initial["hva"] == "Ringe hjem"
    rettet = skrev | {"versjon": rad.pk, "hva": "Skrive hjem", "aarsak": "Skrivefeil"}
    assert skoleklient.post(adresse, rettet).status_code == 302
    konflikt = skoleklient.post(adresse, rettet | {"hva": "Besøke"})
    assert konflikt.status_code == 409
    assert [(x.deres, x.ditt) for x in konflikt.context["linjer"]] == [("Skrive hjem", "Besøke")]
    skoleklient.post(reverse("opplaering_avtale_gjort", args=[elev.noekkel, rad.registrering_id]))
    assert _eneste(Avtale).ferdig == I_DAG
    bort = rettet | {"versjon": _eneste(Avtale).pk, "bort": "on"}
    assert skoleklient.post(adresse, bort).status_code == 302
    assert skoleklient.get(adresse).status_code == 404


def test_registrere_og_rette_en_kontakt(kommuneklient: Client, elev: Person) -> None:
    ny = reverse("opplaering_kontakt_ny", args=[elev.noekkel])
    skrev = {"part": "kommune", "navn": "Per Programrådgiver", "epost": "per@example.org"}
    assert kommuneklient.get(ny).status_code == 200
    assert kommuneklient.post(ny, skrev | {"epost": "per"}).status_code == 422
    assert kommuneklient.post(ny, skrev).status_code == 302
    rad = _eneste(Samarbeidskontakt)
    adresse = reverse("opplaering_kontakt", args=[elev.noekkel, rad.registrering_id])
    rettet = skrev | {"versjon": rad.pk, "telefon": "73 00 00 00", "aarsak": "Nytt nummer"}
    assert kommuneklient.post(adresse, rettet).status_code == 302
    assert kommuneklient.post(adresse, rettet | {"telefon": ""}).status_code == 409
    bort = rettet | {"versjon": _eneste(Samarbeidskontakt).pk, "bort": "on"}
    assert kommuneklient.post(adresse, bort).status_code == 302
    assert kommuneklient.get(adresse).status_code == 404


def _eneste(modell: Any) -> Any:
    with kontekst(motor_kontekst()):
        return modell.objects.gjeldende().get()


def test_deltakersiden_har_begge(
    klient: Client, skoleklient: Client, elev: Person, koordinator: Aktoer
) -> None:
    soeknad = lag_soeknad(elev, koordinator)
    lag_avtale(elev, koordinator)
    side = reverse("opplaering_deltaker", args=[elev.noekkel])
    fylkets, skolens = (leser.get(side).content.decode() for leser in (klient, skoleklient))
    assert "Finne praksisplass" in fylkets
    assert "Finne praksisplass" in skolens
    assert str(soeknad.noekkel) in fylkets
    assert str(soeknad.noekkel) not in skolens


def test_personsiden_har_soeknadene(klient: Client, kommuneklient: Client, koordinator: Aktoer) -> None:
    person = lag_person()
    side, ny = (reverse(navn, args=[person.noekkel]) for navn in ("person", "opplaering_soeknad_ny"))
    # uten søknader: bare den som kan registrere, ser noe
    assert ny in klient.get(side).content.decode()
    assert "Søknader om videregående" not in kommuneklient.get(side).content.decode()
    soeknad = lag_soeknad(person, koordinator)
    kommunens = kommuneklient.get(side).content.decode()
    assert str(soeknad.noekkel) in kommunens
    assert ny not in kommunens


def test_varselet_om_maalet(klient: Client, skoleklient: Client, koordinator: Aktoer) -> None:
    """Målet er B1, skolegangen slutter om en måned, og prøven viser A1: to nivåer igjen."""
    elev = lag_person(etternavn="Ifare")
    lag_skolegang(elev, til=om(30))
    nir(Norskmaal, elev, registrert=None, slag="nivaa", fra=om(-90), **dict.fromkeys(DELER, "b1"))
    registrer(Resultat, elev, slag="norskproeve", dato=om(-20), **dict.fromkeys(DELER, "a1"))
    lag_avtale(lag_person(etternavn="Avtalt"), koordinator, frist=om(-1))
    side, liste = reverse("opplaering_samarbeid", args=[elev.noekkel]), reverse("opplaering_oppfoelging")
    assert "Målet nås kanskje ikke" in klient.get(side).content.decode()
    assert "Målet nås kanskje ikke" not in skoleklient.get(side).content.decode()
    for filter_, ventet in (("", {"Avtalt"}), ("maal", {"Ifare"}), ("begge", {"Avtalt", "Ifare"})):
        assert set(navnene(klient.get(liste, {"hvorfor": filter_}))) == ventet, filter_
    # skolen leser ikke målet, og filteret er ikke dens
    assert navnene(skoleklient.get(liste, {"hvorfor": "maal"})) == []


def test_sidene_har_et_kjent_antall_spoerringer(klient: Client, elev: Person, koordinator: Aktoer) -> None:
    """The same with one agreement, wish and subject as with several."""
    soeknad = lag_soeknad(elev, koordinator)
    sider = (
        reverse("opplaering_soeknad", args=[soeknad.noekkel]),
        reverse("opplaering_samarbeid", args=[elev.noekkel]),
    )

    def fler(nr: int) -> list[int]:
        lag_avtale(elev, koordinator, hva=f"Avtale {nr}")
        lag_kontakt(elev, koordinator, navn=f"Kontakt {nr}")
        linjer = linje(0, f"Fag {nr}") | {"aarsak": ""}
        klient.post(reverse("opplaering_realkompetanse", args=[soeknad.noekkel]), linjer)
        return [antall_spoerringer(klient, side) for side in sider]

    en = fler(1)
    fler(2)
    assert fler(3) == en == [14, 16]
