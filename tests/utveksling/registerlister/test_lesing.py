"""Lesing av registerets lister: stygge filer, og at ingen rad går tapt."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from integrering.utveksling.importering.les import les_tabell
from integrering.utveksling.importering.rules import foreslaa, noekkelord
from integrering.utveksling.registerlister.rules.felt import HJEMLER, Felt, Slag, kolonner
from integrering.utveksling.registerlister.rules.lesing import Lestrad, les_dag, les_duf, les_rad

I_DAG = date(2026, 11, 1)
KOMMUNER = {noekkelord("Trondheim"): "Trondheim", "5001": "Trondheim"}


def les(innhold: bytes, slag: Slag = Slag.AVSLUTTEDE) -> list[Lestrad]:
    tabell = les_tabell(innhold, kjente=kolonner(slag))
    plasser = foreslaa(tabell.overskrift, kolonner(slag))
    return [
        les_rad(r.linje, r.celler, plasser=plasser, kommuner=KOMMUNER, i_dag=I_DAG, feil=r.feil)
        for r in tabell.rader
    ]


@pytest.mark.parametrize(
    ("skrevet", "duf"),
    [
        ("2099 000001 12", "209900000112"),
        ("209900000112", "209900000112"),
        ("2099.000001.12", "209900000112"),
        ("2099\u00a0000001\u00a012", "209900000112"),
        ("'209900000112", "209900000112"),
        ("2,099E+11", ""),
        ("2099 000001", ""),
        ("20990000011X", ""),
        ("", ""),
    ],
)
def test_duf_nummer_leses_slik_de_skrives(skrevet: str, duf: str) -> None:
    assert les_duf(skrevet) == duf


@pytest.mark.parametrize(
    ("skrevet", "dag"),
    [
        ("30.06.2026", "2026-06-30"),
        ("1.7.2026", "2026-07-01"),
        ("2026-06-30", "2026-06-30"),
        ("30.06.2026 00:00:00", "2026-06-30"),
        ("2026-06-30T00:00:00", "2026-06-30"),
        ("30/06/2026", "2026-06-30"),
        ("29.02.2024", "2024-02-29"),
        ("29.02.2026", ""),
        ("31.06.2026", ""),
        ("snart", ""),
        ("", ""),
    ],
)
def test_datoer_leses_slik_de_skrives(skrevet: str, dag: str) -> None:
    assert les_dag(skrevet, I_DAG) == dag


RAD = {
    "duf": "2099 000001 12", "navn": "Amina, Prøve", "kategori": "Rett til introduksjonsprogram",
    "maal": "Fullføre videregående opplæring - over 25 år", "aarsak": "Død", "dato": "30.06.2026",
}  # fmt: skip
OVERSKRIFTER = (
    "DUF-nummer|Fornavn, Etternavn|Kategori|Sluttmaal|Avslutningsarsak|Avslutningsdato",
    "DUF-nr|Fornavn, Etternavn|Kategori|Sluttmål|Avslutningsårsak|Avslutningsdato",
    "dufnummer|FORNAVN,ETTERNAVN|kategori|SLUTTMÅL|AVSLUTNINGSÅRSAK|AVSLUTNINGSDATO",
    "DUF|Navn|Kategori|Sluttmaal|Årsak til avslutning|Avsluttet",
)


@pytest.mark.parametrize("overskrift", OVERSKRIFTER)
@pytest.mark.parametrize("skille", [";", "\t"])
@pytest.mark.parametrize("koding", ["utf-8", "utf-8-sig", "iso-8859-1"])
@pytest.mark.parametrize("linjeskift", ["\n", "\r\n"])
def test_stygge_filer_leses_likt(overskrift: str, skille: str, koding: str, linjeskift: str) -> None:
    tekst = linjeskift.join([overskrift.replace("|", skille), skille.join(RAD.values()), ""])
    [rad] = les(tekst.encode(koding))
    assert rad.duf == "209900000112"
    assert {f: v.lest for f, v in rad.verdier.items()} == {
        Felt.NAVN: "Amina, Prøve",
        Felt.KATEGORI: "retttilintroduksjonsprogram",
        Felt.SLUTTMAAL: noekkelord(RAD["maal"]),
        Felt.AVSLUTNINGSAARSAK: noekkelord("Død"),
        Felt.AVSLUTNINGSDATO: "2026-06-30",
    }
    assert rad.raa["duf"] == "2099 000001 12", "raden slik den sto"


def test_en_rad_som_ikke_kan_deles_opp_blir_med_og_nummeret_finnes() -> None:
    hel, delt = les(f"DUF;Navn\n{RAD['duf']};Amina\nAmina;{RAD['duf']};for;mange\n".encode())
    assert not hel.feil
    assert delt.feil
    assert delt.duf == "209900000112"
    assert delt.raa == {"": f"Amina;{RAD['duf']};for;mange"}


def test_en_rad_uten_nummer_blir_med() -> None:
    delt, uten = les(b"DUF;Navn\nx;y;z\nukjent;Amina\n")
    assert (delt.duf, uten.duf) == ("", "")
    assert uten.verdier[Felt.NAVN].raa == "Amina"


def test_bare_valgte_kolonner_lagres() -> None:
    [rad] = les(b"DUF;Navn;Diagnose\n209900000112;Amina;hemmelig\n")
    assert set(rad.raa) == {"duf", "navn"}


def test_navn_i_to_kolonner_settes_sammen_og_kommunen_kan_vaere_et_nummer() -> None:
    [rad] = les("DUF;Fornavn;Etternavn;Kommune\n1;Amina ;Prøve;5001\n".encode(), Slag.PERSONER)
    assert rad.verdier[Felt.NAVN].raa == "Amina Prøve"
    assert rad.verdier[Felt.KOMMUNE].lest == "Trondheim"
    [ukjent] = les("DUF;Etternavn;Kommune\n1;Prøve;Andeby\n".encode(), Slag.PERSONER)
    assert ukjent.verdier[Felt.KOMMUNE].lest == ""
    assert ukjent.verdier[Felt.NAVN].raa == "Prøve"


def test_hvert_felt_har_hjemmel() -> None:
    assert set(HJEMLER) == set(Felt)


_CELLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)


@example([["\r"]])
@example([[" "], ["\u2028", ""]])
@given(st.lists(st.lists(_CELLE, min_size=1, max_size=9), min_size=1, max_size=12))
def test_lesingen_mister_aldri_en_rad(rader: list[list[str]]) -> None:
    """Whatever stands in the cells, each record of the file that is not blank comes back as a row."""
    ut = io.StringIO(newline="")
    skriver = csv.writer(ut, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_ALL)
    skriver.writerows([["DUF-nummer", "Fornavn, Etternavn", "Kategori"], *rader])
    lest = les(ut.getvalue().encode())
    assert len(lest) == sum(1 for rad in rader if "".join(rad).strip())
    assert len({rad.linje for rad in lest}) == len(lest), "hver rad har sin linje"
