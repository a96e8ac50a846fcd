"""Drafts, locking, sending: what each action does, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import DatabaseError, transaction

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.brev import actions, queries
from integrering.utveksling.brev.models import Brev, Brevfil
from integrering.utveksling.brev.trykk import trykk
from tests import fabrikk
from tests.utveksling.brev.brevhjelp import DAG, Som, lag_brev, mal, saksbehandler, svar

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _i_dag() -> object:
    with time_machine.travel("2026-03-10 12:00+01:00", tick=True):
        yield


@pytest.fixture
def av() -> Aktoer:
    """A case worker at the county."""
    return saksbehandler()


def sett_maalform(nummer: str, maalform: str) -> Virksomhet:
    """Let the municipality have decided a language."""
    with kontekst(motor_kontekst()):
        Virksomhet.objects.filter(type="kommune", nummer=nummer).update(maalform=maalform)
    return fabrikk.virksomhet(nummer)


# --- Drafts ---
def test_numrene_loeper_per_aar(av: Aktoer) -> None:
    """Our reference: one series per county and year."""
    brev = [lag_brev(av), lag_brev(av), lag_brev(av, dato=date(2025, 12, 1))]
    assert [b.referanse for b in brev] == ["2026/00001", "2026/00002", "2025/00001"]


def test_samme_innsending_gir_samme_utkast(av: Aktoer, som: Som) -> None:
    """A form sent twice makes one letter and takes one number."""
    noekkel = uuid4()
    with som(av):
        par = [
            actions.opprett_utkast(
                innsending=noekkel, malversjon=mal("kommune_brev"), svar=svar("kommune_brev"), av=av,
                virksomhet=fabrikk.virksomhet("5001"),
            )
            for _ in range(2)
        ]  # fmt: skip
    assert par[0].pk == par[1].pk
    assert lag_brev(av).referanse == "2026/00002"


@pytest.mark.parametrize(
    ("vedtak", "skrevet", "grunn", "ventet"),
    [
        ("nn", "nn", "", ("nn", "vedtak", "")),
        ("nn", "nb", "Kommunen ba om det", ("nb", "overstyrt", "Kommunen ba om det")),
        ("noeytral", "nb", "uten betydning", ("nb", "noeytral", "")),
        ("noeytral", "nn", "", ("nn", "valgt", "")),
    ],
)
def test_maalformen(av: Aktoer, vedtak: str, skrevet: str, grunn: str, ventet: tuple[str, str, str]) -> None:
    """The decision rules; against it only with a reason, and then the reason is kept."""
    rindal = sett_maalform("5061", vedtak)
    brev = lag_brev(av, til=rindal, maalform=skrevet, maalformgrunn=grunn)
    assert (brev.maalform, brev.maalformkilde, brev.maalformgrunn) == ventet


def test_fylkets_maalform(av: Aktoer, som: Som) -> None:
    """Where the recipient is neutral the county's own decision, else the setting."""
    with kontekst(motor_kontekst()):
        assert queries.fylkets_maalform() == "nb"
        Virksomhet.objects.filter(type="fylkeskommune", nummer="50").update(maalform="nn")
    with som(av):
        assert queries.fylkets_maalform() == "nn"


def test_en_person_faar_svar_paa_sin_maalform(av: Aktoer, som: Som) -> None:
    """The language used in the letter before is the one proposed."""
    person = fabrikk.lag_person()
    with som(av):
        assert queries.maalform_for(virksomhet=None, person=person).maalform == ""
    lag_brev(av, "person_brev", person=person, maalform="nn", tilstand="ferdig")
    with som(av):
        assert queries.maalform_for(virksomhet=None, person=person).maalform == "nn"


@pytest.mark.parametrize(
    ("kode", "endret", "felt"),
    [
        ("kommune_brev", {"maalform": "nn", "verdier": {}}, "felt_emne"),
        ("kommune_brev", {"maalform": "nn", "verdier": {"emne": " \x00 "}}, "felt_emne"),
        ("kommune_brev", {"maalform": "en"}, "maalform"),
        ("kommune_brev", {"maalform": "nb"}, "maalformgrunn"),
        ("kommune_brev", {"maalform": "nn", "fritekst": "\U0001f600"}, ""),
        ("person_brev", {}, "mottaker"),
    ],
)
def test_det_som_avvises(av: Aktoer, kode: str, endret: dict[str, Any], felt: str) -> None:
    """By field; nothing is saved and no number is used."""
    rindal = sett_maalform("5061", "nn")
    with pytest.raises(Regelbrudd) as feil:
        lag_brev(av, kode, til=rindal, **endret)
    assert list(feil.value.meldinger) == [felt]
    with kontekst(motor_kontekst()):
        assert not Brev.objects.exists()
    assert lag_brev(av, til=rindal, maalform="nn").referanse == "2026/00001"


def test_en_mal_har_sin_mottaker(av: Aktoer, som: Som) -> None:
    """A template for persons does not go to a municipality, and the other way round."""
    person = fabrikk.lag_person()
    with som(av):
        felles: dict[str, Any] = {"innsending": uuid4(), "av": av, "virksomhet": fabrikk.virksomhet("5001")}
        with pytest.raises(Regelbrudd):
            actions.opprett_utkast(
                malversjon=mal("person_brev"), svar=svar("person_brev"), person=person, **felles
            )
        with pytest.raises(Regelbrudd):
            actions.opprett_utkast(
                malversjon=mal("kommune_brev"), svar=svar("kommune_brev"), **(felles | {"virksomhet": None})
            )


def test_paaminningen_teller_det_som_mangler(som: Som) -> None:
    """As in the municipality's list of tasks; a protected person is never counted, whoever writes."""
    felt: dict[str, Any] = {"tillatelse_dato": date(2025, 1, 10), "bosatt_fra": date(2025, 3, 1)}
    uten_alt, uten_periode = fabrikk.lag_person(**felt), fabrikk.lag_person(**felt)
    fabrikk.lag_vedtak(uten_periode)
    skjermet = fabrikk.lag_person(**felt, adressebeskyttelse="fortrolig")
    oppdater_kilde("nir", [uten_alt.pk, uten_periode.pk, skjermet.pk])
    brev = lag_brev(saksbehandler(skjermede=True), "paaminning")
    assert {k: v for k, v in brev.verdier.items() if k.startswith("antall")} == {
        "antall_vedtak": "1", "antall_periode": "1", "antall_sluttdato": "0", "antall_mangler": "2",
    }  # fmt: skip


def test_et_utkast_endres(av: Aktoer, som: Som) -> None:
    """The heading follows the typed fields."""
    brev = lag_brev(av)
    with som(av):
        actions.endre_utkast(
            brev=brev, versjon=1, svar=svar("kommune_brev", verdier={"emne": "Noe annet"}), av=av
        )
    assert (brev.overskrift, brev.versjon) == ("Noe annet", 2)


def test_to_som_endrer_samtidig(av: Aktoer, som: Som) -> None:
    """The second is told, whatever they wanted."""
    brev = lag_brev(av)
    with som(av):
        actions.endre_utkast(brev=brev, versjon=1, svar=svar("kommune_brev"), av=av)
        for handling in (actions.ferdigstill, actions.slett_utkast):
            with pytest.raises(Konflikt):
                handling(brev=brev, versjon=1, av=av)
        with pytest.raises(Konflikt):
            actions.endre_utkast(brev=brev, versjon=1, svar=svar("kommune_brev"), av=av)


def test_et_slettet_utkast_er_tomt(av: Aktoer, som: Som) -> None:
    """Its number stays used; what was written is gone."""
    brev = lag_brev(av, "person_brev", person=fabrikk.lag_person(), adresse="Gata 1", fritekst="Hemmelig")
    with som(av):
        actions.slett_utkast(brev=brev, versjon=1, av=av)
        assert queries.finn_brev(brev.noekkel, av) is None
        assert not queries.med_referanse(brev.referanse).exists()
        for handling in (actions.slett_utkast, actions.ferdigstill):
            with pytest.raises(Regelbrudd):
                handling(brev=brev, versjon=brev.versjon, av=av)
    assert (brev.verdier, brev.fritekst, brev.adresse, brev.person_id) == ({}, "", "", None)
    assert lag_brev(av).referanse == "2026/00002"


# --- Locked ---
def test_et_ferdig_brev_er_laast(av: Aktoer, som: Som) -> None:
    """The file is what was previewed; the database refuses every later change of content."""
    brev = lag_brev(av, fritekst="Teksten")
    with som(av):
        from integrering.utveksling.brev.actions.felter import trykk_av

        forhaandsvist = trykk_av(brev)
        actions.ferdigstill(brev=brev, versjon=1, av=av)
        fil = Brevfil.objects.get(brev=brev)
        assert (bytes(fil.pdf), fil.sha256) == (forhaandsvist.pdf, forhaandsvist.sha256)
        assert trykk(fil.inndata, fil.oppsett).sha256 == fil.sha256
        with pytest.raises(Regelbrudd):
            actions.endre_utkast(brev=brev, versjon=2, svar=svar("kommune_brev"), av=av)
        for felt in ({"fritekst": "Endret"}, {"virksomhet_id": fabrikk.virksomhet("5006").pk}, {"nummer": 99},
                     {"tilstand": "utkast"}, {"ferdig": "2026-01-01T00:00Z"}):  # fmt: skip
            with pytest.raises(DatabaseError), transaction.atomic():
                Brev.objects.filter(pk=brev.pk).update(**felt)
        for setning in (Brevfil.objects.filter(pk=brev.pk).update, Brevfil.objects.filter(pk=brev.pk).delete):
            with pytest.raises(DatabaseError), transaction.atomic():
                setning(**({"sha256": "x"} if setning.__name__ == "update" else {}))


def test_ferdig_to_ganger_er_ferdig_en_gang(av: Aktoer, som: Som) -> None:
    """The second click finds it done."""
    brev = lag_brev(av, tilstand="ferdig")
    naar = brev.ferdig
    with som(av):
        actions.ferdigstill(brev=brev, versjon=1, av=av)
        assert Brev.objects.get(pk=brev.pk).ferdig == naar


# --- Sent and answered ---
def test_sendt_og_besvart(av: Aktoer, som: Som) -> None:
    """Who, when and how; once each."""
    brev = lag_brev(av)
    with som(av):
        with pytest.raises(Regelbrudd):
            actions.merk_sendt(brev=brev, maate="papir", dato=DAG, av=av)
        actions.ferdigstill(brev=brev, versjon=1, av=av)
        with pytest.raises(Regelbrudd):
            actions.registrer_svar(brev=brev, dato=DAG, notat="", av=av)
        actions.merk_sendt(brev=brev, maate="svarut", dato=DAG, av=av)
        actions.merk_sendt(brev=brev, maate="papir", dato=date(2026, 3, 3), av=av)
        assert (brev.sendemaate, brev.sendt_dato, brev.sendt_av_id) == ("svarut", DAG, av.bruker_id)
        for dag in (date(2026, 3, 1), date(2026, 3, 11)):
            with pytest.raises(Regelbrudd, match="Datoen må være"):
                actions.registrer_svar(brev=brev, dato=dag, notat="", av=av)
        actions.registrer_svar(brev=brev, dato=date(2026, 3, 9), notat="Ja", av=av)
        with pytest.raises(Regelbrudd, match="allerede"):
            actions.registrer_svar(brev=brev, dato=date(2026, 3, 9), notat="Nei", av=av)
    assert (brev.svar_dato, brev.svar_notat) == (date(2026, 3, 9), "Ja")


@pytest.mark.parametrize(
    ("kode", "maate", "dag", "felt"),
    [
        ("kommune_brev", "brevdue", DAG, "maate"),
        ("kommune_brev", "papir", date(2026, 3, 11), "dato"),
        ("person_brev", "epost", DAG, "maate"),
        ("person_brev", "melding", DAG, "maate"),
    ],
)
def test_slik_sendes_det_ikke(av: Aktoer, som: Som, kode: str, maate: str, dag: date, felt: str) -> None:
    """Letters about persons never go by e-mail; no day to come."""
    person = fabrikk.lag_person() if kode == "person_brev" else None
    brev = lag_brev(av, kode, person=person, tilstand="ferdig")
    with som(av), pytest.raises(Regelbrudd) as feil:
        actions.merk_sendt(brev=brev, maate=maate, dato=dag, av=av)
    assert list(feil.value.meldinger) == [felt]


# --- Protected persons ---
def test_adressen_til_en_skjermet_person_lagres_ikke(som: Som) -> None:
    """Not in a draft, and not when the protection came after it."""
    skjermet = fabrikk.lag_person(adressebeskyttelse="fortrolig")
    av = saksbehandler(skjermede=True)
    with pytest.raises(Regelbrudd) as feil:
        lag_brev(av, "person_brev", person=skjermet, adresse="Gata 1")
    assert list(feil.value.meldinger) == ["adresse"]
    assert lag_brev(av, "person_brev", person=skjermet, tilstand="ferdig").adresse == ""

    person = fabrikk.lag_person()
    brev = lag_brev(av, "person_brev", person=person, adresse="Gata 1")
    with kontekst(motor_kontekst()):
        opplysning = person.opplysninger.get()
    fabrikk.rett(
        opplysning, naar=opplysning.registrert + timedelta(hours=1), adressebeskyttelse="strengt_fortrolig"
    )
    with som(av):
        brev = Brev.objects.select_related("avsender", "malversjon__mal", "virksomhet", "person").get(
            pk=brev.pk
        )
        with pytest.raises(Regelbrudd) as feil:
            actions.ferdigstill(brev=brev, versjon=1, av=av)
    assert list(feil.value.meldinger) == ["adresse"]


def test_bare_fylket_skriver(av: Aktoer, som: Som) -> None:
    """Every action asks who may."""
    utkast, sendt = lag_brev(av), lag_brev(av, tilstand="sendt")
    kommune = fabrikk.lag_aktoer()
    kall: list[Callable[[], Any]] = [
        lambda: actions.opprett_utkast(
            innsending=uuid4(), malversjon=utkast.malversjon, svar=svar("kommune_brev"), av=kommune
        ),
        lambda: actions.endre_utkast(brev=utkast, versjon=1, svar=svar("kommune_brev"), av=kommune),
        lambda: actions.ferdigstill(brev=utkast, versjon=1, av=kommune),
        lambda: actions.slett_utkast(brev=utkast, versjon=1, av=kommune),
        lambda: actions.merk_sendt(brev=utkast, maate="papir", dato=DAG, av=kommune),
        lambda: actions.registrer_svar(brev=sendt, dato=DAG, notat="", av=kommune),
    ]
    for ett in kall:
        with pytest.raises(IkkeTilgang):
            ett()
