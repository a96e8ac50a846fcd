"""`manage.py tilskudd …`: the payout from the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from integrering.nir.models import Person, Vedtak
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.tilskudd.runder import lag_satsforslag, sett_satser
from tilskudd.models import Kjoering, Sats

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def verden(db: None) -> Iterator[None]:
    with kontekst(motor_kontekst()):
        sett_satser()
        fabrikk.lag_bruker(Rolle.TILSKUDDSRAADGIVER, brukernavn="rita")
        fabrikk.lag_bruker(Rolle.TILSKUDDSGODKJENNER, brukernavn="gunn")
        yield


@pytest.fixture
def person() -> Person:
    """E2: the period was registered late."""
    person = fabrikk.lag_person(duf="209900000001", registrert=fabrikk.klokken(2023, 3, 1))
    fabrikk.lag_vedtak(person, registrert=fabrikk.klokken(2023, 4, 5))
    fabrikk.lag_vgo(person, registrert=fabrikk.klokken(2024, 2, 2))
    return person


def tilskudd(*ord_: str) -> str:
    """Run the command and return what it wrote."""
    ut = StringIO()
    call_command("tilskudd", *ord_, stdout=ut)
    return ut.getvalue()


def som_json(*ord_: str) -> Any:
    return json.loads(tilskudd(*ord_, "--json"))


def bokfoer(*kvartaler: str) -> None:
    for kvartal in kvartaler:
        tilskudd("beregn", kvartal, "--av", "rita")
        tilskudd("send", kvartal, "--av", "rita")
        tilskudd("godkjenn", kvartal, "--av", "gunn")


def test_e2_som_json(person: Person) -> None:
    bokfoer("2023K2", "2023K3", "2023K4")
    svar = som_json("beregn", "2024K1", "--av", "rita")
    assert svar["kjoering"] == "2024K1"
    assert svar["skjaeringstidspunkt"] == "2024-03-31T23:59:59.999999+02:00"
    felles = {"duf": "209900000001", "ordning": "P-AR1-H", "aar_nr": 1}
    assert svar["linjer"][:2] == [
        {
            **felles,
            "mottaker": "F50",
            "kvartal": "2023K3",
            "dager": 41,
            "beloep": 4_089,
            "type": "etterbetaling",
        },
        {**felles, "mottaker": "K5001", "kvartal": "2023K3", "dager": -41, "beloep": -4_089, "type": "trekk"},
    ]
    assert len(svar["linjer"]) == 6
    assert svar["mottakere"] == [
        {"mottaker": "F50", "linjer_sum": 25_447, "overfoert_inn": 0, "utbetales": 25_447, "overfoert_ut": 0},
        {
            "mottaker": "K5001",
            "linjer_sum": -13_263,
            "overfoert_inn": 0,
            "utbetales": 0,
            "overfoert_ut": -13_263,
        },
    ]
    assert svar["mangler_sats"] == []


def test_som_tekst(person: Person) -> None:
    assert "2023K2 er beregnet: 2 linjer" in tilskudd("beregn", "2023K2", "--av", "rita")
    assert "sendt" in tilskudd("send", "2023K2", "--av", "rita")
    assert "godkjent" in tilskudd("godkjenn", "2023K2", "--av", "gunn")


def test_egen_frist(person: Person) -> None:
    svar = som_json(
        "beregn", "2023K4", "--av", "rita",
        "--skjaeringstidspunkt", "2023-12-10T00:00:00+01:00", "--utbetalingsdato", "2023-12-15",
    )  # fmt: skip
    assert svar["skjaeringstidspunkt"] == "2023-12-10T00:00:00+01:00"
    assert str(Kjoering.objects.get(tilstand="beregnet").utbetalingsdato) == "2023-12-15"
    svar = som_json("beregn", "2023K4", "--av", "rita", "--skjaeringstidspunkt", "2024-02-10")
    assert svar["skjaeringstidspunkt"] == "2024-02-10T00:00:00+01:00"


def test_mangler_sats(person: Person) -> None:
    Sats.objects.filter(aar_nr=1).delete()
    [mangel] = som_json("beregn", "2023K2", "--av", "rita")["mangler_sats"]
    assert (mangel["duf"], mangel["ordning"], mangel["aar_nr"], mangel["grunn"]) == (
        "209900000001", "P-AR", 1, "ingen_sats",
    )  # fmt: skip
    with pytest.raises(CommandError, match="mangler en vedtatt sats"):
        tilskudd("send", "2023K2", "--av", "rita")


def test_skjermede_er_en_linje_uten_navn(person: Person) -> None:
    skjermet = fabrikk.lag_person(registrert=fabrikk.klokken(2023, 3, 1), adressebeskyttelse="fortrolig")
    fabrikk.lag_vedtak(skjermet, registrert=fabrikk.klokken(2023, 4, 5))
    svar = som_json("beregn", "2023K2", "--av", "rita")
    assert [(li["duf"], li["type"], li["beloep"]) for li in svar["linjer"]] == [
        ("209900000001", "etterbetaling", 3_092),
        ("209900000001", "ordinaer", 9_075),
        (None, "skjermet", 12_167),
    ]
    assert sum(li["beloep"] for li in svar["linjer"]) == svar["mottakere"][0]["linjer_sum"]


@pytest.mark.parametrize(
    ("ord_", "hvorfor"),
    [
        (("beregn", "2023K2", "--av", "gunn"), "rollen"),
        (("beregn", "2023K2", "--av", "ingen"), "rollen"),
        (("send", "2023K2", "--av", "rita"), "ikke beregnet"),
        (("godkjenn", "2023K2", "--av", "gunn"), "ikke beregnet"),
        (("beregn", "2023K5", "--av", "rita"), "ikke et kvartal"),
        (("beregn", "2023K4", "--av", "rita", "--skjaeringstidspunkt", "i går"), "ikke et tidspunkt"),
        (("beregn", "2023K4", "--av", "rita", "--utbetalingsdato", "i dag"), "ikke en dato"),
        (("beregn", "2099K4", "--av", "rita"), "for langt fram i tid"),
        (("forklar", "209912345678"), "Ingen person"),
    ],
)
def test_det_som_ikke_gaar_sies_tydelig(ord_: tuple[str, ...], hvorfor: str) -> None:
    with pytest.raises(CommandError, match=hvorfor):
        tilskudd(*ord_)


def test_forklar(person: Person) -> None:
    bokfoer("2023K2")
    svar = som_json("forklar", "2099 000000 01")
    assert (svar["fylket_faar"], svar["tidligste_utbetaling"], svar["mangler"]) == (True, "2024K2", [])
    assert {v["vilkaar"] for v in svar["vilkaar"] if not v["oppfylt"]} == set()
    assert sorted((li["kjoering"], li["kvartal"], li["beloep"]) for li in svar["linjer"]) == [
        ("2023K2", "2023K1", 3_092),
        ("2023K2", "2023K2", 9_075),
    ]
    assert sum(o["dager"] for o in svar["opptjent"]) == 366 + 365 + 365
    assert "Tidligste utbetaling: 2024K2" in tilskudd("forklar", "209900000001")


def test_forklar_mangler_sluttdato_og_loggfoerer_hvem_som_saa() -> None:
    person = fabrikk.lag_person(duf="209900000002", registrert=fabrikk.klokken(2023, 3, 1))
    fabrikk.lag_vedtak(person, registrert=fabrikk.klokken(2023, 4, 5))
    fabrikk.lag_vgo(person, til=None, registrert=fabrikk.klokken(2023, 9, 10))
    ut = tilskudd("forklar", person.duf, "--av", "rita")
    assert "-> mangler sluttdato" in ut
    assert "ingen, før registreringene er gjort" in ut
    assert Innsyn.objects.get().person_id == person.pk
    assert som_json("forklar", person.duf)["tidligste_utbetaling"] is None


def test_kontroller(person: Person) -> None:
    assert tilskudd("kontroller").count("OK") == 7
    bokfoer("2023K2", "2023K3", "2023K4", "2024K1")
    assert tilskudd("kontroller").count("OK") == 7


def test_kontroller_finner_det_som_ikke_stemmer(person: Person) -> None:
    """As if a fact had been changed behind the cut-off of an approved run, which no action allows."""
    bokfoer("2023K2")
    siste = Kjoering.objects.get()
    fabrikk.rett(
        Vedtak.objects.get(person=person),
        naar=siste.skjaeringstidspunkt,
        annullert=True,
    )
    ut = StringIO()
    with pytest.raises(CommandError, match="fant feil"):
        call_command("tilskudd", "kontroller", stdout=ut)
    assert "FEIL Bokførte linjer er det som er opptjent" in ut.getvalue()
    assert "FEIL Alle linjer står på fakta" in ut.getvalue()


def test_satser_vedtas_av_en_annen_for_ett_aar_om_gangen() -> None:
    lag_satsforslag()
    lag_satsforslag(budsjettaar=2032)
    assert "1 satser er vedtatt." in tilskudd("vedta-satser", "--budsjettaar", "2031", "--av", "gunn")
    assert Sats.objects.filter(budsjettaar__in=[2031, 2032]).count() == 1
    assert "P-AR1-H 2032  41 000" in tilskudd("vedta-satser", "--av", "gunn").replace("\xa0", " ")
    with pytest.raises(CommandError, match="ikke rollen som trengs"):
        tilskudd("vedta-satser", "--av", "ukjent")
