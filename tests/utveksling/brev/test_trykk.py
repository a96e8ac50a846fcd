"""The PDF: accessible, the same bytes every time, and nothing in it is ever read as code."""

from __future__ import annotations

import hashlib
import html
import io
import json
import subprocess
import sys
import time
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrering.grunnmur.feil import Regelbrudd
from integrering.utveksling.brev.flettefelt import eksempler
from integrering.utveksling.brev.grunnmaler import les_grunnmaler
from integrering.utveksling.brev.innhold import Ark, sett_sammen
from integrering.utveksling.brev.models import TEKSTFELT, Brevmal, Brevmalversjon
from integrering.utveksling.brev.rules.tekst import rens
from integrering.utveksling.brev.trykk import lag_pdf, motor, trykk

# Layouts that letters have been made with. A changed file would give other bytes: make a new file instead.
OPPSETT = {
    "1.typ": "c65e909ed91bedddd0c018260c295e1bfc1bc150927c37e824691966cbffcc1c",
    "2.typ": "dd9e26c7d4e7d53e8d49917beaf6f2a05dbabc6aabbf5c68f27cd8fe5ab601f4",
}


def inndata(kode: str = "paaminning", maalform: str = "nb", **endret: Any) -> dict[str, Any]:
    """Return what the typesetter gets for a letter from a template that came with the system."""
    m = les_grunnmaler()[kode]
    mal = Brevmal(kode=kode, formaal=m["formaal"], mottakerslag=m["mottakerslag"])
    tekster = {f"{felt}_{s}": m[s][felt] for felt in TEKSTFELT for s in ("nb", "nn")}
    felt: dict[str, Any] = {
        "maalform": maalform, "avsender": "Trøndelag fylkeskommune", "mottaker": "Rindal kommune",
        "adresse": "Postboks 1\n6657 Rindal", "referanse": "2014/00017", "dato": date(2014, 6, 5),
        "verdier": eksempler(kode, mal.mottakerslag), "fritekst": "", "kontakt": ("Kari Prøve", "", "12 34"),
    }  # fmt: skip
    return sett_sammen(Brevmalversjon(mal=mal, nummer=1, **tekster), Ark(**(felt | endret)))


def les(pdf: bytes) -> pypdf.PdfReader:
    """Return the PDF as another program reads it."""
    return pypdf.PdfReader(io.BytesIO(pdf))


def tekst(pdf: bytes) -> str:
    """Return the text in reading order."""
    return "\n".join(side.extract_text() for side in les(pdf).pages)


@pytest.mark.parametrize("kode", sorted(les_grunnmaler()))
@pytest.mark.parametrize(("maalform", "spraak"), [("nb", "nb-NO"), ("nn", "nn-NO")])
def test_pdf_ua(kode: str, maalform: str, spraak: str) -> None:
    """Tagged, with language and title, and a declaration of PDF/UA-1; nothing is encrypted."""
    data = inndata(kode, maalform)
    leser = les(lag_pdf(data).pdf)
    rot: Any = leser.trailer["/Root"]
    assert rot["/Lang"] == spraak
    assert rot["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a PDF object
    assert rot["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - a PDF object
    assert leser.metadata is not None
    assert leser.metadata.title == data["tittel"]
    xmp = rot["/Metadata"].get_data().decode()
    for navn, verdi in (("pdfuaid:part", "1"), ("pdfaid:part", "2"), ("pdfaid:conformance", "A")):
        assert f"<{navn}>{verdi}</{navn}>" in xmp
    assert data["tittel"] in html.unescape(xmp)
    assert "/Encrypt" not in leser.trailer


def test_alt_i_brevet_er_merket_og_skriftene_er_med() -> None:
    """Every page reads in the order of the tags, all text is tagged or decoration, no font is left out."""
    leser = les(lag_pdf(inndata(vedlegg=["Timeplan.pdf"], fritekst="\n\n".join(["Avsnitt " * 60] * 12))).pdf)
    assert len(leser.pages) > 1
    for ark in leser.pages:
        assert str(ark["/Tabs"]) == "/S"
        assert "/StructParents" in ark
        for font in ark["/Resources"]["/Font"].values():  # type: ignore[index]
            skrift = font.get_object()
            assert "/ToUnicode" in skrift
            assert "/FontFile3" in skrift["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert _utenfor_merkene(ark) == []


def _utenfor_merkene(ark: pypdf.PageObject) -> list[bytes]:
    """Return the operators that show text outside every tag and every decoration."""
    dybde, funnet = 0, []
    for _, operator in ark.get_contents().operations:  # type: ignore[union-attr]
        if operator in (b"BDC", b"BMC"):
            dybde += 1
        elif operator == b"EMC":
            dybde -= 1
        elif operator in (b"Tj", b"TJ") and dybde == 0:
            funnet.append(operator)
    return funnet


def _merker(node: Any, funnet: list[str]) -> list[str]:
    """Return the structure elements of a tagged PDF, in reading order."""
    node = node.get_object()
    if isinstance(node, pypdf.generic.ArrayObject):
        for barn in node:
            _merker(barn, funnet)
    elif isinstance(node, pypdf.generic.DictionaryObject):
        if "/S" in node:
            funnet.append(str(node["/S"]))
        if "/K" in node:
            _merker(node["/K"], funnet)
    return funnet


def test_overskriftene_og_listene_er_merket() -> None:
    """One heading of level 1, then those below it; lists are lists."""
    merker = _merker(les(lag_pdf(inndata()).pdf).trailer["/Root"]["/StructTreeRoot"], [])  # type: ignore[index]
    assert [m for m in merker if m in ("/H1", "/H2")] == ["/H1", "/H2", "/H2"]
    assert merker.count("/LI") == 6


def test_det_som_staar_i_brevet_i_lesefoelge() -> None:
    """Recipient, reference and date, heading, conclusion first, own text, body, hjemmel, contact, pages."""
    innhold = tekst(lag_pdf(inndata(fritekst="Min egen tekst")).pdf)
    deler = [
        "Rindal kommune", "6657 Rindal", "Vår ref.: 2014/00017", "Dato: 5. juni 2014",
        "Påminning om registreringer som mangler", "Det mangler registreringer",
        "innen 1. desember 2026",
        "Min egen tekst", "personer uten vedtak om norskopplæring: 3", "Hjemmel", "§ 58 andre ledd",
        "Kontaktperson",
        "Kari Prøve", "Telefon: 12 34", "Vennlig hilsen", "Side 1 av 1",
    ]  # fmt: skip
    steder = [innhold.find(d) for d in deler]
    assert -1 not in steder
    assert steder == sorted(steder)


def test_flere_sider() -> None:
    """Page numbers count."""
    pdf = lag_pdf(inndata(fritekst="\n\n".join(["Avsnitt " * 60] * 12))).pdf
    assert len(les(pdf).pages) == 3
    assert "Side 3 av 3" in tekst(pdf)


_ANDRE = """
import hashlib, sys
from integrering.utveksling.brev.trykk import trykk
print(trykk(sys.stdin.read(), 2).sha256)
"""


def test_samme_bytes_i_en_annen_prosess() -> None:
    """Made in another process, at another time, in another time zone: not one byte is different."""
    her = lag_pdf(inndata())
    svar = subprocess.run(
        [sys.executable, "-c", _ANDRE], input=her.inndata, capture_output=True, text=True, check=True,
        env={"TZ": "Asia/Tokyo", "LANG": "C", "PATH": "/usr/bin"},
    )  # fmt: skip
    assert svar.stdout.strip() == her.sha256 == hashlib.sha256(her.pdf).hexdigest()


def test_et_gammelt_brev_blir_det_samme() -> None:
    """A letter from before letters had files, as it was stored: its own layout, byte for byte.

    Another version of the typesetter may give other bytes (docs/brev.md): look at the letter, then add it.
    """
    lagret = Path(__file__).with_name("data").joinpath("oppsett1.json").read_text()
    assert "vedlegg" not in json.loads(lagret)
    assert {motor(): trykk(lagret, 1).sha256} == {
        "typst 0.15.2": "d2bd3263646fb0da3a163c6a0d4174215d5643c55d2a85fab3acceddb0dbc5fd"
    }


def test_oppsett_som_er_brukt_er_laast() -> None:
    """A layout that letters have been made with never changes."""
    mappe = files("integrering.utveksling.brev").joinpath("oppsett")
    naa = {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in mappe.iterdir()}
    assert naa == OPPSETT


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=80),
        st.text(alphabet="#$[]{}*_`~@<>\\/\"'=+-()|^&!;:,.a ", max_size=80),
    )
)
def test_ingenting_blir_kode(skrevet: str) -> None:
    """Whatever is typed in any place comes out as it was typed: nothing is run, nothing is lost."""
    vanlig = rens(skrevet)
    pdf = lag_pdf(
        inndata(
            "kommune_brev",
            mottaker=vanlig,
            adresse=vanlig,
            kontakt=("K", vanlig, ""),
            verdier={"emne": f"Emne {skrevet}"},
        )
    ).pdf
    ventet = "".join(vanlig.split())
    assert "".join(tekst(pdf).split()).count(ventet) >= (5 if ventet else 0)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_hvilken_som_helst_tekst(skrevet: str) -> None:
    """Any string at all is printed, or refused with the sign that cannot be: never a crash."""
    try:
        pdf = lag_pdf(inndata("kommune_brev", fritekst=skrevet, verdier={"emne": skrevet})).pdf
    except Regelbrudd as brudd:
        assert "kan ikke trykkes" in str(brudd) or "Overskriften er tom" in str(brudd)
    else:
        assert pdf.startswith(b"%PDF-1.7")


def test_kode_i_brevet_er_tekst() -> None:
    """Typst that would read a file or stop is printed as it is."""
    for ond in ("#panic()", '#read("/etc/passwd")', '#import "@preview/a:1.0.0"', "$x$", "\\u{41}"):
        assert ond in tekst(lag_pdf(inndata(fritekst=ond)).pdf)


def test_tegn_som_ikke_finnes() -> None:
    """A sign without a glyph is named."""
    with pytest.raises(Regelbrudd, match="kan ikke trykkes"):
        lag_pdf(inndata(fritekst="Hei \U0001f600"))


def test_tom_overskrift() -> None:
    """PDF/UA has no empty heading."""
    with pytest.raises(Regelbrudd, match="Overskriften er tom"):
        lag_pdf(inndata("kommune_brev", verdier={"emne": ""}))


def test_for_langt() -> None:
    """A book is not a letter."""
    with pytest.raises(Regelbrudd, match="for langt"):
        lag_pdf(inndata(fritekst="a" * 70_000))


def test_andre_feil_i_setteren_skjules_ikke() -> None:
    """What is our own fault is raised on."""
    with pytest.raises(RuntimeError):
        trykk(json.dumps({"dato": "2026-01-01"}), 2)


def test_et_brev_tar_ikke_lang_tid() -> None:
    """Far below a second of work, whatever else the machine does."""
    lag_pdf(inndata())
    start = time.process_time()
    for _ in range(10):
        lag_pdf(inndata())
    assert (time.process_time() - start) / 10 < 0.5
