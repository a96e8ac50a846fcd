"""What a sender's headings mean."""

from __future__ import annotations

import pytest

from integrering.grunnmur.feil import Regelbrudd
from integrering.utveksling.importering import rules
from integrering.utveksling.importering.les import les_fil

KJENTE = ("duf", "fornavn", "foedselsdato", "fra", "til", "noekkel")


@pytest.mark.parametrize(
    ("overskrifter", "plasser"),
    [
        (["duf", "fornavn"], {"duf": 0, "fornavn": 1}),
        (["DUF-nummer", " Fornavn "], {"duf": 0, "fornavn": 1}),
        (["Fødselsdato", "Født"], {"foedselsdato": 0}),
        (["Født"], {"foedselsdato": 0}),
        (["FØDSELS-DATO"], {"foedselsdato": 0}),
        (["foedselsdato"], {"foedselsdato": 0}),
        (["Fra dato", "Til og med"], {"fra": 0, "til": 1}),
        (["Fra", "Fra"], {}),
        (["", "Ukjent"], {}),
        (["Startdato", "Fra"], {"fra": 1}),
    ],
)
def test_forslag(overskrifter: list[str], plasser: dict[str, int]) -> None:
    assert rules.foreslaa(overskrifter, KJENTE) == plasser


def test_overskriften_er_raden_som_kan_mest() -> None:
    rader = [["Deltakere 2026", ""], ["", "DUF-nr"], ["Fornavn", "DUF"], ["Amal", "209900000112"]]
    assert rules.finn_overskrift(rader, KJENTE) == 2
    assert rules.finn_overskrift([["a"], ["b"]], KJENTE) == 0


def test_avtrykket_bryr_seg_ikke_om_svarkolonnene() -> None:
    assert rules.avtrykk(["A", " b "]) == rules.avtrykk(["a", "B", "status", "Feil", ""])
    assert rules.avtrykk(["a", "b"]) != rules.avtrykk(["b", "a"])
    assert rules.avtrykk(["status", "a"]) != rules.avtrykk(["a"])


@pytest.mark.parametrize(
    ("plasser", "melding"),
    [
        ({"duf": 0}, "Velg hvilken kolonne som er fra."),
        ({}, "Velg hvilke kolonner som er duf, fra."),
        ({"duf": 0, "fra": 0}, "Samme kolonne i filen er valgt flere ganger."),
        ({"duf": 0, "fra": 9}, "Kolonneoppsettet passer ikke til filen."),
        ({"duf": 0, "fra": -1}, "Kolonneoppsettet passer ikke til filen."),
        ({"duf": 0, "fra": 1, "annet": 2}, "Kolonneoppsettet passer ikke til filen."),
    ],
)
def test_plasser_som_ikke_gaar(plasser: dict[str, int], melding: str) -> None:
    with pytest.raises(Regelbrudd, match=melding):
        les_fil(b"a;b;c\n1;2;3\n", kjente=("duf", "fra"), paakrevde=("duf", "fra"), plasser=plasser)


@pytest.mark.parametrize("koding", ["utf-8", "utf-8-sig", "iso-8859-1"])
@pytest.mark.parametrize("skille", [";", "\t"])
def test_egne_overskrifter_i_alle_kodinger(koding: str, skille: str) -> None:
    tekst = skille.join(["Født", "Nr", "Nr", "Merknad"]) + "\r\n" + skille.join(["1", "2", "3", "å"]) + "\r\n"
    fil = les_fil(
        tekst.encode(koding), kjente=("duf", "fra"), paakrevde=("duf",), plasser={"duf": 2, "fra": 0}
    )
    assert (fil.plass("duf"), fil.plass("til")) == (2, None)
    assert fil.ukjente == ["Nr", "Merknad"]
    assert (fil.kaller("fra"), fil.kaller("duf"), fil.kaller("ukjent")) == ("Født", "Nr", "ukjent")


def test_en_kolonne_som_kan_vaere_vaar_blir_ikke_standardverdi() -> None:
    """«Utfall: avslag» must not become the default «innvilget» without a word."""
    with pytest.raises(Regelbrudd, match=r"Kolonnen Utfall er trolig vedtakstype\."):
        les_fil(b"duf;Utfall\n1;avslag\n", kjente=("duf", "vedtakstype"), paakrevde=("duf",))
