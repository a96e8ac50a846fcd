"""Every list can be sorted by each of its columns, and taken out as both formats."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from integrering.lister.models import Eksport
from integrering.lister.register import alle_lister, finn_liste
from integrering.nir.models import Flyttesak, Person
from integrering.nir.queries.status import paa_lovspor
from integrering.nir.rules.lovspor import Lovspor
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_person, virksomhet
from tests.lister.hjelp import csv, innhold, ta_ut, xlsx
from tests.tilgang.hjelp import inn
from tests.tilskudd.sideverden import Verden

pytestmark = pytest.mark.django_db

MINE = ("personer", "flyttinger", "tidligere_personer", "tilskudd:satser", "tilskudd:mottaker",
        "tilskudd:mottakere", "tilskudd:linjer")  # fmt: skip


@pytest.fixture
def adresser() -> dict[str, str]:
    """A world where each list has rows, and the addresses of the lists."""
    verden = Verden()
    person = lag_person(kommune=TRONDHEIM, etternavn="Flyttet")
    fabrikk.lag_vedtak(person)
    with kontekst(motor_kontekst()):
        Flyttesak.objects.create(
            person=person,
            til_kommune=virksomhet(STEINKJER),
            fra=date(2024, 1, 1),
            meldt_av_id=verden.runder.raadgiver.bruker_id,
        )
    borte = lag_person(kommune=TRONDHEIM, etternavn="Borte", bosatt_til=date(2023, 12, 31))
    fabrikk.lag_bosted(borte, kommune=STEINKJER, fra=date(2024, 1, 1))
    kvartal = verden.utkast.kvartal
    parametre: dict[str, dict[str, Any]] = {
        "tilskudd:mottaker": {"kvartal": kvartal, "kode": "F50"},
        "tilskudd:mottakere": {"kvartal": kvartal},
        "tilskudd:linjer": {"kvartal": kvartal},
    }
    return {navn: reverse(navn, kwargs=parametre.get(navn, {})) for navn in MINE}


def test_alle_lister_taaler_alle_rekkefoelger_og_begge_formater(adresser: dict[str, str]) -> None:
    for navn, sti in adresser.items():
        liste = finn_liste(navn)
        assert liste is not None
        rolle = Rolle.TILSKUDDSRAADGIVER if Rolle.TILSKUDDSRAADGIVER in liste.roller else None
        klient = inn(fabrikk.lag_bruker(rolle or Rolle.KOMMUNE_FLYKTNINGTJENESTE))
        side = klient.get(sti)
        assert side.context["liste"].objekter, f"{navn}: ingen rader å prøve"
        for kolonne in liste.kolonner:
            if kolonne.sorter:
                for sorter in (kolonne.noekkel, f"-{kolonne.noekkel}"):
                    assert klient.get(f"{sti}?sorter={sorter}").status_code == 200, f"{navn} {sorter}"
        rader, om = xlsx(innhold(ta_ut(klient, sti, liste=navn)))
        tekst, _om = csv(innhold(ta_ut(klient, sti, liste=navn, format="csv")))
        antall = side.context["liste"].antall
        assert len(rader) == antall + 1, navn
        assert len(tekst.strip("\r\n").split("\r\n")) == antall + 1, navn
        assert ("Adressebeskyttelse" in om) is bool(liste.person)


def test_en_liste_uten_personer_gir_ingen_linje_i_innsynsloggen(adresser: dict[str, str]) -> None:
    klient = inn(fabrikk.lag_bruker(Rolle.TILSKUDDSRAADGIVER))
    with kontekst(motor_kontekst()):
        foer = Innsyn.objects.count()
    innhold(ta_ut(klient, adresser["tilskudd:satser"], liste="tilskudd:satser"))
    with kontekst(motor_kontekst()):
        assert (Innsyn.objects.count(), Eksport.objects.get().personer) == (foer, 0)


def test_flyttingen_en_kommune_har_meldt_roeper_ikke_personen(adresser: dict[str, str]) -> None:
    klient = inn(fabrikk.lag_bruker(nummer=STEINKJER))
    rader, _om = xlsx(innhold(ta_ut(klient, "/flyttinger/", liste="flyttinger")))
    assert rader[1][:3] == ["Meldt av dere", "", ""]
    with kontekst(motor_kontekst()):
        assert Innsyn.objects.filter(hvor="eksport-flyttinger").count() == 0


def test_lister_er_rett_beskrevet() -> None:
    """Each list has an order of its own, unique columns, a heading, and a key that is no name."""
    for liste in alle_lister():
        noekler = [k.noekkel for k in liste.kolonner]
        assert len(noekler) == len(set(noekler)), liste.navn
        standard = liste.kolonne(liste.standard.removeprefix("-"))
        assert standard is not None, liste.navn
        assert standard.sorter, liste.navn
        assert all(re.fullmatch(r"[a-z_]+", n) for n in noekler), liste.navn
        assert str(liste.tittel), liste.navn


@pytest.mark.parametrize(
    ("tillatelse", "foedt", "spor"),
    [
        ("9a", 1995, Lovspor.RETT_OG_PLIKT),
        ("9e", 1995, Lovspor.KOLLEKTIV),
        ("28", 1995, Lovspor.PLIKT),
        ("9a", 2010, Lovspor.FEIL_ALDER),
        ("9e", 1940, Lovspor.FEIL_ALDER),
    ],
)
def test_lovspor_i_sql_er_regelen(motor: None, tillatelse: str, foedt: int, spor: Lovspor) -> None:
    lag_person(tillatelse=tillatelse, foedselsdato=date(foedt, 6, 15))
    assert [s for s in Lovspor if paa_lovspor(Person.objects.all(), s).exists()] == [spor]
