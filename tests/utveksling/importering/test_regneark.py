"""Spreadsheets: what the cells become, and files that are made to do harm."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from integrering.grunnmur.feil import Regelbrudd
from integrering.nir.models import Bosted, FulltidVgo, Person
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.importering import arkleser, regneark
from integrering.utveksling.importering.actions import importer_fil
from integrering.utveksling.importering.les import les_tabell
from tests import fabrikk
from tests.utveksling.importering.flyt import xlsx
from tests.utveksling.importering.hjelp import BOSTEDER, VGO, fil, importer, svar

KJENTE = ("duf", "fra", "til")


def lest(innhold: bytes) -> list[list[str]]:
    """Return the rows of the first sheet."""
    return [celler for _nr, celler in regneark.les_ark(innhold).rader]


@pytest.mark.parametrize(
    ("verdi", "tekst"),
    [
        (209900000112.0, "209900000112"),
        (30.0, "30"),
        (27.5, "27,5"),
        (0.1 + 0.2, "0,3"),
        (1e30, "1e+30"),
        (-4.0, "-4"),
        (date(2023, 3, 1), "01.03.2023"),
        (datetime(2023, 3, 1), "01.03.2023"),  # noqa: DTZ001 - as the library gives it
        (datetime(2023, 3, 1, 12, 30), "2023-03-01T12:30:00"),  # noqa: DTZ001
        (time(8, 5), "08:05"),
        (True, "ja"),
        (False, "nei"),
        ("0301", "0301"),
        (7, "7"),
    ],
)
def test_hva_en_celle_blir(verdi: Any, tekst: str) -> None:
    assert arkleser.tekst_av(verdi) == tekst


@settings(max_examples=200)
@given(st.integers(min_value=0, max_value=10**15))
def test_hele_tall_mister_ingen_sifre(tall: int) -> None:
    assert arkleser.tekst_av(float(tall)) == str(tall)


def test_celler_av_alle_slag() -> None:
    ut = io.BytesIO()
    with xlsxwriter.Workbook(ut, {"in_memory": True, "default_date_format": "dd.mm.yyyy"}) as bok:
        ark = bok.add_worksheet("A")
        ark.merge_range(0, 0, 0, 3, "Deltakere 2026")
        ark.write_row(2, 1, ["duf", "fra", "til"])
        ark.write_row(3, 1, [209900000112, date(2023, 3, 1)])
        ark.set_row(3, None, None, {"hidden": True})
        ark.write_formula(5, 1, "=B4+0", None, 209900000112)
        ark.write_formula(5, 2, '=HYPERLINK("http://x","y")', None, "y")
    tabell = les_tabell(ut.getvalue(), kjente=KJENTE)
    assert [o.strip() for o in tabell.overskrift] == ["", "duf", "fra", "til"]
    assert [(r.linje, r.celler[1:], r.feil) for r in tabell.rader] == [
        (4, ["209900000112", "01.03.2023", ""], ""),
        (6, ["209900000112", "y", ""], ""),
    ]


@pytest.mark.parametrize("fra_1904", [False, True])
def test_datoer_i_begge_kalendere(fra_1904: bool) -> None:
    ut = io.BytesIO()
    valg = {"in_memory": True, "date_1904": fra_1904, "default_date_format": "dd.mm.yyyy"}
    with xlsxwriter.Workbook(ut, valg) as bok:
        bok.add_worksheet().write_row(0, 0, [date(1999, 12, 31), date(2024, 2, 29)])
    assert lest(ut.getvalue()) == [["31.12.1999", "29.02.2024"]]


def endret(innhold: bytes, del_: str, gjoer: Callable[[bytes], bytes]) -> bytes:
    """Return the package with one part changed."""
    ut = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(innhold)) as inn, zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as til:
        for navn in inn.namelist():
            data = inn.read(navn)
            til.writestr(navn, gjoer(data) if navn == del_ else data)
    return ut.getvalue()


def pakke(**deler: bytes) -> bytes:
    """Return an archive with these parts."""
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as til:
        for navn, data in deler.items():
            til.writestr(navn.replace("__", "/"), data)
    return ut.getvalue()


ARK = "xl/worksheets/sheet1.xml"
KRYPTERT = "EncryptedPackage".encode("utf-16-le")


def _kjempestort() -> bytes:
    """Two cells, in the first and the last corner: 17 billion cells to a library that makes room for all."""
    god = xlsx(("duf", "fra"), ("1", "2"))
    return endret(
        god, ARK, lambda x: x.replace(b'r="B2"', b'r="XFD1048576"').replace(b'r="2"', b'r="1048576"')
    )


def _loegn_om_storrelsen() -> bytes:
    god = xlsx(("duf",), ("1",))
    return endret(god, ARK, lambda x: x.replace(b'ref="A1:A2"', b'ref="A1:XFD1048576"'))


def test_et_stort_omraade_i_filen_er_bare_en_paastand() -> None:
    assert lest(_loegn_om_storrelsen()) == [["duf"], ["1"]]


def _bombe() -> bytes:
    return pakke(**{"xl__workbook.xml": b"<x/>", "xl__stor.xml": b"\0" * (arkleser.UTPAKKET + 1)})


@pytest.mark.parametrize(
    ("lag", "melding"),
    [
        (_kjempestort, "Regnearket er for stort"),
        (_bombe, "Regnearket er for stort"),
        (lambda: pakke(**{f"xl__{n}": b"" for n in range(arkleser.DELER + 1)}), "for stort"),
        (lambda: pakke(word__document=b"<x/>"), "Dette er ikke et regneark."),
        (lambda: b"PK\x03\x04" + b"x" * 100, "Regnearket er ødelagt"),
        (lambda: xlsx(("duf",))[:-200], "Regnearket er ødelagt"),
        (lambda: endret(xlsx(("a",)), ARK, lambda _x: b"<ikke xml"), "Regnearket er ødelagt"),
        (
            lambda: pakke(**{"mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
                             "META-INF__manifest.xml": b"<manifest:encryption-data/>"}),
            "låst med passord",
        ),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + KRYPTERT, "låst med passord"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Workbook", "gammelt Excel"),
        (xlsx, "Arket Ark1 er tomt."),
        (lambda: xlsx(*[tuple("x" * 501)]), "Regnearket er for stort"),
    ],
)  # fmt: skip
def test_filer_som_ikke_slipper_inn(lag: Callable[[], bytes], melding: str) -> None:
    with pytest.raises(Regelbrudd, match=melding):
        les_tabell(lag(), kjente=KJENTE)


def test_bare_skjulte_ark(monkeypatch: pytest.MonkeyPatch) -> None:
    skjult = endret(
        xlsx(("a",)), "xl/workbook.xml", lambda x: x.replace(b'name="Ark1"', b'name="Ark1" state="hidden"')
    )
    with pytest.raises(Regelbrudd, match="ingen synlige ark"):
        regneark.les_ark(skjult)


def test_en_leser_som_bruker_for_lang_tid(monkeypatch: pytest.MonkeyPatch) -> None:
    def henger(*_a: Any, **_k: Any) -> None:
        raise subprocess.TimeoutExpired("x", 1)

    monkeypatch.setattr(subprocess, "run", henger)
    with pytest.raises(Regelbrudd, match="for stort"):
        regneark.les_ark(xlsx(("a",)))


def test_leseren_faar_ingen_hemmeligheter_og_har_grenser() -> None:
    """It is started without our environment, and says in JSON what it found, even when it fails."""
    kjoert = subprocess.run(
        [sys.executable, "-I", arkleser.__file__], input=b"tull", capture_output=True, env={}, check=True
    )
    assert json.loads(kjoert.stdout) == {"feil": "oedelagt"}
    assert kjoert.stderr == b""


def test_formler_i_svaret_er_tekst() -> None:
    bok = regneark.skriv_ark(
        iter([["=1+1", "a"], ["=cmd|' /C calc'!A0", ""], ["http://x", "+1"]]), tittel="T"
    )
    assert lest(bok) == [["=1+1", "a"], ["=cmd|' /C calc'!A0", ""], ["http://x", "+1"]]
    with zipfile.ZipFile(io.BytesIO(bok)) as deler:
        assert b"<f>" not in deler.read(ARK)


ODS = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="Ark"><table:table-row>{overskrift}</table:table-row>
<table:table-row>{rad}</table:table-row>{mer}</table:table></office:spreadsheet></office:body></office:document-content>"""


def ods(overskrift: list[str], rad: str, mer: str = "") -> bytes:
    """Return an OpenDocument sheet."""
    celler = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{o}</text:p></table:table-cell>'
        for o in overskrift
    )
    return pakke(
        **{
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "META-INF__manifest.xml": b"<manifest/>",
            "content.xml": ODS.format(overskrift=celler, rad=rad, mer=mer).encode(),
        }
    )


def test_opendocument() -> None:
    rad = (
        '<table:table-cell office:value-type="float" office:value="209900000112"/>'
        '<table:table-cell office:value-type="date" office:date-value="2023-03-01"/>'
    )
    tomme = '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'  # noqa: E501
    bok = ods(["duf", "fra"], rad, tomme)
    assert regneark.endelse(bok) in ("ods", "xlsx")
    assert lest(bok) == [["duf", "fra"], ["209900000112", "01.03.2023"]]


def test_opendocument_som_gjentar_en_celle_i_det_uendelige() -> None:
    celle = (
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>'
    )
    rader = f'<table:table-row table:number-rows-repeated="1048574">{celle}</table:table-row>'
    with pytest.raises(Regelbrudd, match=r"for stort|ødelagt"):
        regneark.les_ark(ods(["duf"], celle, rader))


# --- Through the import ---


@pytest.mark.django_db
def test_nuller_som_regnearket_tok(saksbehandler: Aktoer, person: Person, motor: None) -> None:
    vgo = FulltidVgo.objects.count()
    innhold = xlsx(
        tuple(BOSTEDER.split(";")), (int(person.duf), 301, date(2010, 1, 1), date(2010, 12, 31)),
    )  # fmt: skip
    [(status, feil)] = svar(importer_fil(slag="bosteder", innhold=innhold, av=saksbehandler))
    assert (status, feil) == ("ny", "Merk: kommunenummer: nullen foran manglet: «301» er lest som 0301.")
    assert Bosted.objects.get(person=person, kommune__nummer="0301").til == date(2010, 12, 31)
    rad = f"{person.duf};3;Skolen;21.08.2023;20.06.2024;30;nei;nei"
    assert importer("vgo", fil(VGO, rad), saksbehandler)[0][1].startswith(
        "Merk: fylkesnummer: nullen foran manglet"
    )
    assert FulltidVgo.objects.count() == vgo + 1
    [(status, feil)] = importer("bosteder", fil(BOSTEDER, "2,099E+11;5001;01.04.2010;"), saksbehandler)
    assert (status, "gjort om til et tall" in feil) == ("avvist", True)


@pytest.mark.django_db
def test_samme_fil_som_csv_og_regneark_gir_det_samme(saksbehandler: Aktoer, person: Person) -> None:
    rad = (int(person.duf), 50, "Skolen", date(2023, 8, 21), date(2024, 6, 20), 27.5, False, True)
    som_csv = fil(VGO, f"{person.duf};50;Skolen;21.08.2023;20.06.2024;27,5;nei;ja")
    ark = xlsx(tuple(VGO.split(";")), rad)
    assert svar(importer_fil(slag="vgo", innhold=ark, av=saksbehandler)) == [("ny", "")]
    assert importer("vgo", som_csv, saksbehandler) == [("uendret", "")]


@pytest.mark.django_db
def test_tekst_som_en_formel_er_bare_tekst(saksbehandler: Aktoer, person: Person, motor: None) -> None:
    rad = (person.duf, "50", "'=HYPERLINK", "21.08.2023", "20.06.2024", "30", "nei", "nei")
    importer_fil(slag="vgo", innhold=xlsx(tuple(VGO.split(";")), rad), av=saksbehandler)
    assert FulltidVgo.objects.get(person=person).skole == "'=HYPERLINK"


@pytest.mark.django_db
def test_for_mange_celler_i_en_rad(saksbehandler: Aktoer) -> None:
    innhold = xlsx(tuple(BOSTEDER.split(";")), (fabrikk.nytt_duf(), "5001", "01.01.2020", "", "", "for mye"))
    utfall = importer_fil(slag="bosteder", innhold=innhold, av=saksbehandler)
    assert utfall.feil[2].startswith("raden har 6 celler, men overskriften har 4")
