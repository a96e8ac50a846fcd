"""From six files to approved payouts, by the commands alone: E1 to E3, to the krone.

One person an example. The files are imported as history, then the quarters are calculated, sent and approved
one after the other, as if the county had used the system all the time.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk

pytestmark = pytest.mark.django_db
E1, E2, E3 = "209900000001", "209900000002", "209900000003"
KVARTALER = ["2023K1", "2023K2", "2023K3", "2023K4", "2024K1", "2024K2"]

FILER = {
    "satser": """
        ordning;aar_nr;landgruppe;budsjettaar;beloep;status;kilde
        P-AR;1;H;2023;36 500;vedtatt;Eksempelet
        P-AR;2;H;2024;73 000;vedtatt;Eksempelet
        P37D;1;;2023;45 000;vedtatt;Eksempelet""",
    "personer": f"""
        duf;fornavn;etternavn;foedselsdato;kjoenn;statsborgerskap;tillatelse;tillatelse_dato;landgruppe;adressebeskyttelse;registrert
        {E1};Amal;Eksempel;15.06.1995;K;SYR;9a;10.01.2023;H;;10.01.2023
        {E2};Omar;Eksempel;15.06.1995;M;SYR;9a;10.01.2023;H;;10.01.2023
        {E3};Olena;Eksempel;15.06.1995;K;UKR;9e;01.11.2022;;;01.11.2022""",
    "bosteder": f"""
        duf;kommunenummer;fra;til;registrert
        {E1};5001;01.03.2023;;01.03.2023
        {E2};5001;01.03.2023;;01.03.2023
        {E3};5001;01.12.2022;;01.12.2022""",
    "vedtak": f"""
        duf;ordning;vedtakstype;vedtaksdato;startdato;registrert
        {E1};norsk;innvilget;15.03.2023;01.04.2023;05.04.2023
        {E2};norsk;innvilget;15.03.2023;01.04.2023;05.04.2023
        {E3};norsk;innvilget;15.01.2023;01.02.2023;03.02.2023""",
    "vgo": f"""
        duf;fylkesnummer;skole;fra;til;timer_per_uke;kombinasjonsklasse;hovedansvar_fylke;registrert
        {E1};50;Skole vgs;21.08.2023;20.06.2024;30;nei;nei;10.09.2023
        {E2};50;Skole vgs;21.08.2023;20.06.2024;30;nei;nei;02.02.2024
        {E3};50;Skole vgs;21.08.2023;31.01.2024;30;nei;nei;01.09.2023""",
    "stans": f"""
        duf;ordning;fra;varighet;grunn;registrert
        {E1};norsk;01.10.2023;midlertidig;fravaer;02.10.2023""",
}

Svar = dict[str, dict[str, Any]]


def importer(slag: str, sti: Path) -> None:
    with pytest.raises(SystemExit) as slutt:
        call_command("importer", slag, str(sti), "--av", "ada", "--historisk", stdout=StringIO())
    assert slutt.value.code == 0, sti.with_name(f"{slag}.svar.csv").read_text("utf-8-sig")


def tilskudd(*ord_: str) -> str:
    ut = StringIO()
    call_command("tilskudd", *ord_, stdout=ut)
    return ut.getvalue()


@pytest.fixture(autouse=True)
def filene(db: None, tmp_path: Path) -> Iterator[None]:
    """An empty register with three users and the six files."""
    with kontekst(motor_kontekst()):
        for navn, rolle in (
            ("ada", Rolle.ADMINISTRATOR),
            ("rita", Rolle.TILSKUDDSRAADGIVER),
            ("gunn", Rolle.TILSKUDDSGODKJENNER),
        ):
            fabrikk.lag_bruker(rolle, brukernavn=navn)
        for slag, innhold in FILER.items():
            sti = tmp_path / f"{slag}.csv"
            sti.write_text("\n".join(linje.strip() for linje in innhold.strip().splitlines()))
            importer(slag, sti)
        with pytest.raises(CommandError, match="Du la inn satsen selv"):
            tilskudd("vedta-satser", "--av", "ada")
        assert "3 satser er vedtatt" in tilskudd("vedta-satser", "--av", "rita")
        yield


def bokfoer_alt() -> Svar:
    """Calculate, send and approve every quarter; return what each calculation printed."""
    svar: Svar = {}
    for kvartal in KVARTALER:
        svar[kvartal] = json.loads(tilskudd("beregn", kvartal, "--av", "rita", "--json"))
        tilskudd("send", kvartal, "--av", "rita")
        tilskudd("godkjenn", kvartal, "--av", "gunn")
    return svar


def linjer(svar: dict[str, Any], duf: str) -> set[tuple[str, str, str, int, int, str]]:
    felt = ("kvartal", "ordning", "mottaker", "dager", "beloep", "type")
    return {tuple(linje[f] for f in felt) for linje in svar["linjer"] if linje["duf"] == duf}


def opptjent(svar: Svar, duf: str) -> dict[tuple[str, str, str], tuple[int, int]]:
    """Return days and kroner per earned quarter, scheme and recipient, over all runs."""
    sum_: dict[tuple[str, str, str], tuple[int, int]] = defaultdict(lambda: (0, 0))
    for kjoering in svar.values():
        for kvartal, ordning, mottaker, dager, beloep, _type in linjer(kjoering, duf):
            foer = sum_[kvartal, ordning, mottaker]
            sum_[kvartal, ordning, mottaker] = (foer[0] + dager, foer[1] + beloep)
    return {noekkel: verdi for noekkel, verdi in sum_.items() if verdi != (0, 0)}


TABELLEN_I_E1 = {
    ("2023K1", "P-AR1-H", "K5001"): (31, 3_092),
    ("2023K2", "P-AR1-H", "K5001"): (91, 9_075),
    ("2023K3", "P-AR1-H", "K5001"): (51, 5_086),
    ("2023K3", "P-AR1-H", "F50"): (41, 4_089),
    ("2023K4", "P-AR1-H", "F50"): (92, 9_174),
    ("2024K1", "P-AR1-H", "F50"): (60, 5_984),
    ("2024K1", "P-AR2-H", "F50"): (31, 6_200),
    ("2024K2", "P-AR2-H", "K5001"): (10, 2_000),
    ("2024K2", "P-AR2-H", "F50"): (81, 16_200),
}


def test_eksemplene_til_kronen() -> None:
    svar = bokfoer_alt()

    assert opptjent(svar, E1) == TABELLEN_I_E1
    assert sum(kr for (_k, ordning, _m), (_d, kr) in TABELLEN_I_E1.items() if ordning == "P-AR1-H") == 36_500

    assert linjer(svar["2023K3"], E2) == {("2023K3", "P-AR1-H", "K5001", 92, 9_175, "ordinaer")}
    assert linjer(svar["2023K4"], E2) == {("2023K4", "P-AR1-H", "K5001", 92, 9_174, "ordinaer")}
    assert linjer(svar["2024K1"], E2) == {
        ("2023K3", "P-AR1-H", "F50", 41, 4_089, "etterbetaling"),
        ("2023K4", "P-AR1-H", "F50", 92, 9_174, "etterbetaling"),
        ("2024K1", "P-AR1-H", "F50", 60, 5_984, "ordinaer"),
        ("2024K1", "P-AR2-H", "F50", 31, 6_200, "ordinaer"),
        ("2023K3", "P-AR1-H", "K5001", -41, -4_089, "trekk"),
        ("2023K4", "P-AR1-H", "K5001", -92, -9_174, "trekk"),
    }
    # late registration ends in the same place
    assert opptjent(svar, E2) == TABELLEN_I_E1

    assert {n: v for n, v in opptjent(svar, E3).items() if n[0] <= "2024K1"} == {
        ("2023K1", "P37D-AR1", "K5001"): (59, 7_274),
        ("2023K2", "P37D-AR1", "K5001"): (91, 11_219),
        ("2023K3", "P37D-AR1", "K5001"): (51, 6_288),
        ("2023K3", "P37D-AR1", "F50"): (41, 5_055),
        ("2023K4", "P37D-AR1", "F50"): (92, 11_342),
        ("2024K1", "P37D-AR1", "F50"): (31, 3_822),
    }
    assert sum(kr for _d, kr in opptjent(svar, E3).values()) == 45_000

    assert tilskudd("kontroller").count("OK") == 7


def test_formen_paa_svaret() -> None:
    svar = bokfoer_alt()["2024K1"]
    assert list(svar) == ["kjoering", "skjaeringstidspunkt", "linjer", "mottakere", "mangler_sats"]
    assert (svar["kjoering"], svar["mangler_sats"]) == ("2024K1", [])
    assert svar["linjer"][0] == {
        "duf": E1,
        "ordning": "P-AR1-H",
        "aar_nr": 1,
        "mottaker": "F50",
        "kvartal": "2024K1",
        "dager": 60,
        "beloep": 5_984,
        "type": "ordinaer",
    }
    # the municipality must pay back more than it gets: nothing is paid, and the rest is carried on
    assert svar["mottakere"] == [
        {"mottaker": "F50", "linjer_sum": 41_453, "overfoert_inn": 0, "utbetales": 41_453, "overfoert_ut": 0},
        {
            "mottaker": "K5001",
            "linjer_sum": -13_263,
            "overfoert_inn": 0,
            "utbetales": 0,
            "overfoert_ut": -13_263,
        },
    ]


def test_det_samme_en_gang_til_gir_ingenting_nytt(tmp_path: Path) -> None:
    foerste = bokfoer_alt()
    for kvartal in KVARTALER:
        with pytest.raises(CommandError, match="er godkjent"):
            tilskudd("beregn", kvartal, "--av", "rita")
    utkast = [tilskudd("beregn", "2024K3", "--av", "rita", "--json") for _gang in range(2)]
    assert utkast[0] == utkast[1]
    assert {linje["kvartal"] for linje in json.loads(utkast[0])["linjer"]} == {"2024K3"}
    assert len(foerste) == len(KVARTALER)
