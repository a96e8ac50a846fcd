"""The public formats: what is read, what is refused, and that no sign ever becomes zero."""

from __future__ import annotations

import pytest

from regionalt.kunnskap.formater import imdi_csv, imdi_html
from regionalt.kunnskap.formater.felles import (
    IKKE_SPURT,
    MANGLER,
    UNDERTRYKT,
    Celle,
    Feil,
    Merke,
    Ulesbar,
    les_aar,
    les_celle,
    les_nummer,
    les_tekst,
)
from tests.kunnskap.verdier import REGISTER, tall


@pytest.mark.parametrize(
    ("tekst", "celle"),
    [
        ("0", tall(0)), (" 12 ", tall(12)), ("1 583", tall(1583)), ("1\u00a0583", tall(1583)),
        ("64,2", tall("64.2")), ("64.2", tall("64.2")),
        (":", UNDERTRYKT), ("-", IKKE_SPURT), ("–", IKKE_SPURT),
        ("", MANGLER), (".", MANGLER), ("..", MANGLER), ("-5", None), ("ca. 10", None), ("avventer", None),
    ],
)  # fmt: skip
def test_en_celle(tekst: str, celle: Celle | None) -> None:
    """A sign is what it is; a value is read as Norwegians write it; the rest is refused."""
    assert les_celle(tekst) == celle


def test_ord_i_en_celle() -> None:
    """Words are a missing figure with a remark, where words may stand; never where there are digits."""
    assert les_celle("avventer  vedtak", ord_er_lov=True) == Celle(Merke.MANGLER, merknad="avventer vedtak")
    assert les_celle("ca. 10", ord_er_lov=True) is None


def test_numre_og_aar() -> None:
    """A number has four digits; a year is named once."""
    assert [les_nummer(t) for t in ("301", "5001", "50011", "K5001")] == ["0301", "5001", None, None]
    assert [les_aar(t) for t in ("Anmodning 2021", "2020–2021", "12021", "ingen")] == [2021, None, None, None]


def test_tekst_av_en_fil() -> None:
    """UTF-8 with or without mark, or ISO-8859-1; no binary, nothing empty."""
    assert les_tekst("\ufeffRøyrvik".encode()) == les_tekst("Røyrvik".encode("latin-1")) == "Røyrvik"
    for innhold, feil in ((b" \n", Feil.TOM), (b"a\x00b", Feil.IKKE_TEKST)):
        with pytest.raises(Ulesbar) as nei:
            les_tekst(innhold)
        assert nei.value.feil is feil


@pytest.mark.parametrize(
    ("navn", "fylke", "svar"),
    [
        ("Trondheim", "", "5001"), ("trondheim kommune", "", "5001"), ("Tråante", "", "5001"),
        ("Røyrvik", "", "5043"), ("Raarvihke – Røyrvik", "", "5043"), ("Raarvihke/Røyrvik", "", "5043"),
        ("Herøy", "", Feil.FLERE_MED_NAVNET), ("Herøy", "Kommuner i Nordland", "1818"),
        ("Herøy (Møre og Romsdal)", "", "1515"),
        ("Snøfjell", "", Feil.UKJENT_NAVN), ("", "", Feil.UKJENT_NAVN),
    ],
)  # fmt: skip
def test_navn(navn: str, fylke: str, svar: str) -> None:
    """Names in Norwegian, Sami and Kven; a name that several have needs the county."""
    assert REGISTER.finn_navn(navn, fylke) == svar


def test_nummer_foran_navn() -> None:
    """A number counts before the name, and must be one."""
    assert REGISTER.finn("301", "Trondheim") == "0301"
    assert REGISTER.finn(" ", "Trondheim") == REGISTER.finn(None, "Trondheim") == "5001"
    assert REGISTER.finn("femti", "Trondheim") is Feil.IKKE_NUMMER


# --- IMDi ---
CSV = """Enhet;År;Kommunenummer;Kommune;Bosetting;Antall
Personer;2020;5001;Trondheim;Opprinnelig anmodning;155
Personer;2020;5001;Trondheim;Anmodning om bosetting;102
Personer;2020;5020;Osen;Faktisk bosetting;:
Personer;2021;5001;Trondheim;Anmodning om bosetting;140
Personer;2021;5001;Trondheim;Vedtak om bosetting;0
Prosent;2021;5001;Trondheim;Vedtak om bosetting;99
"""


def test_imdis_tabell() -> None:
    """A year that was revised has both requests; «:» is hidden; other units are left out."""
    lest = imdi_csv.les(CSV)
    assert imdi_csv.kjenner(CSV.splitlines()[0])
    assert not imdi_csv.kjenner("Kommunenummer;Kommune;Antall")
    assert not lest.feil
    assert [(r.nummer, r.indikator, r.aar, r.versjon, r.celle) for r in lest.rader] == [
        ("5001", "anmodning", 2020, "opprinnelig", tall(155)),
        ("5001", "anmodning", 2020, "revidert", tall(102)),
        ("5020", "bosatt", 2020, "", UNDERTRYKT),
        ("5001", "anmodning", 2021, "opprinnelig", tall(140)),
        ("5001", "vedtak", 2021, "", tall(0)),
    ]
    assert {r.indikator for r in imdi_csv.les(CSV, em=True).rader} == {
        "em_anmodning",
        "em_bosatt",
        "em_vedtak",
    }


@pytest.mark.parametrize(
    ("linje", "kolonne", "feil"),
    [
        ("Personer;2020;5001;Trondheim;Noe annet;1", "Bosetting", Feil.MANGLER_INDIKATOR),
        ("Personer;i fjor;5001;Trondheim;Vedtak;1", "År", Feil.IKKE_AAR),
        ("Personer;2020;;Trondheim;Vedtak;1", "Kommunenummer", Feil.IKKE_NUMMER),
        ("Personer;2020;5001;Trondheim;Vedtak;en", "Antall", Feil.IKKE_TALL),
        ("Personer;2020", "Bosetting", Feil.MANGLER_INDIKATOR),
    ],
)
def test_feil_i_imdis_tabell(linje: str, kolonne: str, feil: Feil) -> None:
    """The row and the column are named."""
    lest = imdi_csv.les(f"{CSV.splitlines()[0]}\n{linje}\n")
    assert [(f.linje, f.kolonne, f.feil) for f in lest.feil] == [(2, kolonne, feil)]


def test_imdis_tabell_uten_en_kolonne() -> None:
    """A missing column is named."""
    for uten in ("År", "Bosetting", "Antall"):
        with pytest.raises(Ulesbar) as nei:
            imdi_csv.les(CSV.replace(uten, "X", 1))
        assert (nei.value.feil, nei.value.hva) == (Feil.MANGLER_KOLONNE, uten)


HTML = """<title>Oversikt over anmodningen i 2024 | IMDi</title><h1>Nøkkeltall</h1>
<table><tr><th>Fylke</th><th>Anmodet</th></tr><tr><td>Nordland</td><td>9</td></tr></table><table></table>
<h2>Oversikt over bosettingen i kommunene i 2024</h2><h3>Nordland</h3>
<table><thead><tr><th>Kommune</th><th>Antall personer kommunen har blitt anmodet om &aring; bosette:</th>
<th>Antall personer kommunen har vedtatt å bosette:</th><th>Antall bosatte personer:</th>
<th>Antall bosatte personer med kollektiv beskyttelse:</th></tr></thead>
<tr><td>Her&oslash;y</td><td>10</td><td>-</td><td>avventer vedtak</td><td>4</td></tr>
<tr><td>Sum</td><td>10</td><td>10</td><td>1</td><td>1</td></tr>
</table><h3>Trøndelag</h3><table>
<tr><th>Kommune</th><th>Anmodning</th><th>Enslige mindreårige</th>
<th>Enslige mindreårige under 15 år</th></tr>
<tr><td>Trondheim</td><td>1 000</td><td>:</td><td>2</td></tr>
<tr><td>Fjellheim</td><td>5</td><td></td></tr><tr><td>Steinkjer</td><td>20–30</td><td>1</td></tr><tr></tr>
</table><h4>Igjen</h4><table><tr><th>Kommune</th><th>Anmodet</th></tr><tr><td>Trondheim</td><td>7</td></tr></table>
"""


def test_imdis_nettside() -> None:
    """Columns are known by their headings, municipalities by name and county; text is a missing figure."""
    lest = imdi_html.les(HTML, REGISTER)
    assert imdi_html.kjenner(HTML)
    assert lest.aar_i_filen == 2024
    assert {(r.nummer, r.indikator): r.celle for r in lest.rader} == {
        ("1818", "anmodning"): tall(10),
        ("1818", "vedtak"): IKKE_SPURT,
        ("1818", "bosatt"): Celle(Merke.MANGLER, merknad="avventer vedtak"),
        ("5001", "anmodning"): tall(1000),
        ("5001", "em_anmodning"): UNDERTRYKT,
        ("5006", "em_anmodning"): tall(1),
    }
    assert [(f.kolonne, f.feil, f.verdi) for f in lest.feil] == [
        ("Kommune", Feil.UKJENT_NAVN, "Fjellheim"),
        ("anmodning", Feil.IKKE_TALL, "20–30"),
    ]
    assert {r.aar for r in imdi_html.les(HTML, REGISTER, aar=2023).rader} == {2023}


@pytest.mark.parametrize(
    ("overskrift", "indikatorer"),
    [
        ("Bosatt per 15. september 2026", ["bosatt"]),
        ("Enslige mindreårige", ["em_anmodning"]),
        ("Enslige mindreårige 15–18", []),
        ("Enslige mindreårige 15 til 18", []),
        ("Enslige mindreårige, 15 år og eldre", []),
        ("Enslige mindreårige under 15 år", []),
        ("Bosatte med kollektiv beskyttelse", []),
        ("Avtalt bosatt", []),
    ],
)
def test_hva_en_kolonne_er(overskrift: str, indikatorer: list[str]) -> None:
    """A day in a heading is no age; a part of another column is left out."""
    hode = f"<h1>2026</h1><table><tr><th>Kommune</th><th>{overskrift}</th></tr>"
    side = f"{hode}<tr><td>Oslo</td><td>3</td></tr></table>"
    assert [r.indikator for r in imdi_html.les(side, REGISTER).rader] == indikatorer


def test_nettside_som_ikke_kan_leses() -> None:
    """No table with municipalities, or no year."""
    for tekst, feil in (
        (HTML.replace(">Kommune<", ">Sted<"), Feil.INGEN_TABELL),
        (HTML.replace("2024", ""), Feil.MANGLER_AAR),
    ):
        with pytest.raises(Ulesbar) as nei:
            imdi_html.les(tekst, REGISTER)
        assert nei.value.feil is feil
