"""Hvilke filer som slipper inn, og hva de heter etterpå."""

from __future__ import annotations

import pytest

from integrering.utveksling.vedlegg.rules import pakke as pakkeregler
from integrering.utveksling.vedlegg.rules import pdf as pdfregler
from integrering.utveksling.vedlegg.rules.avvist import Avvist, Grunn
from integrering.utveksling.vedlegg.rules.filnavn import LENGDE, rens
from integrering.utveksling.vedlegg.rules.filtype import kjenn_igjen
from tests.utveksling.vedlegg import filer as f

GODE = [
    ("vedtak.pdf", f.PDF, "pdf"),
    ("VEDTAK.PDF", f.PDF, "pdf"),
    ("med lenke.pdf", f.pdf_med(b"/URI (https://example.org) /JSON 1"), "pdf"),
    ("strøm.pdf", f.pdf_med_stroem(b"<< /Type /Page >>"), "pdf"),
    ("ødelagt strøm.pdf", f.pdf_med_stroem(b"ikke pakket", pakk=False), "pdf"),
    ("plan.docx", f.docx(), "docx"),
    ("liste.xlsx", f.xlsx(), "xlsx"),
    ("plan.odt", f.odt(), "odt"),
    ("ark.ods", f.ods(), "ods"),
    ("bilde.png", f.png(), "png"),
    ("bilde.jpg", f.JPG, "jpg"),
    ("bilde.jpeg", f.JPG, "jpg"),
    ("notat.txt", "Blåbær på Røros\n".encode(), "txt"),
    ("notat.txt", b"\xef\xbb\xbfmed BOM", "txt"),
    ("tall.csv", b"a;b\r\n1;2\r\n", "csv"),
    ("regnestykke.txt", b"2 < 3, og det er sant", "txt"),
]

EXE = b"MZ\x90\x00" + b"\x00" * 60
HTML = b"<!DOCTYPE html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100
MAL = '<Relationship Type="x/attachedTemplate" Target="https://example.org/m.dotm" TargetMode="External"/>'
SPRENGT = f.docx(**{"word/media/x.bin": b"0" * (pakkeregler.UTPAKKET_MAKS_BYTE + 1)})

ANGREP = [
    ("null byte", "tom.pdf", b"", Grunn.TOM),
    ("program", "setup.exe", EXE, Grunn.TYPE),
    ("program som heter pdf", "faktura.pdf", EXE, Grunn.UENIG),
    ("program med to endelser", "faktura.pdf.exe", EXE, Grunn.TYPE),
    ("program som tekst", "faktura.txt", EXE, Grunn.UENIG),
    ("uten endelse", "vedtak", f.PDF, Grunn.TYPE),
    ("nettside", "side.html", HTML, Grunn.TYPE),
    ("nettside som heter tekst", "side.txt", HTML, Grunn.UENIG),
    ("nettside med BOM", "side.csv", b"\xef\xbb\xbf \n<script>", Grunn.UENIG),
    ("svg", "tegning.svg", SVG, Grunn.TYPE),
    ("svg som heter png", "tegning.png", SVG, Grunn.UENIG),
    ("pdf som heter docx", "plan.docx", f.PDF, Grunn.UENIG),
    ("docx som heter xlsx", "plan.xlsx", f.docx(), Grunn.UENIG),
    ("docx som heter txt", "plan.txt", f.docx(), Grunn.UENIG),
    ("ren zip", "alt.zip", f.pakke({"a.txt": "a"}), Grunn.TYPE),
    ("zip som heter docx", "alt.docx", f.pakke({"a.txt": "a"}), Grunn.TYPE),
    ("zip med fremmed mimetype", "bok.odt", f.pakke({"mimetype": "application/epub+zip"}), Grunn.TYPE),
    ("presentasjon", "alt.docx", f.pakke({"[Content_Types].xml": "<Types/>"}), Grunn.TYPE),
    ("makroendelse", "plan.docm", f.docm(), Grunn.MAKRO),
    ("makroer som heter docx", "plan.docx", f.docm(), Grunn.MAKRO),
    ("skjult makrodel", "plan.docx", f.docx(**{"word/vbaProject.bin": b"x"}), Grunn.MAKRO),
    ("makro i odt", "plan.odt", f.odt(**{"Basic/Standard/Module1.xml": "x"}), Grunn.MAKRO),
    ("activeX", "plan.docx", f.docx(**{"word/activeX/activeX1.xml": "x"}), Grunn.AKTIVT),
    ("innebygd objekt", "plan.docx", f.docx(**{"word/embeddings/oleObject1.bin": b"x"}), Grunn.AKTIVT),
    ("mal utenfra", "plan.docx", f.docx(**{"word/_rels/settings.xml.rels": MAL}), Grunn.AKTIVT),
    ("passord, ny Office", "plan.docx", OLE, Grunn.KRYPTERT),
    ("passord i zip", "plan.docx", f.kryptert(f.docx()), Grunn.KRYPTERT),
    ("passord i odt", "plan.odt", f.odt(**{"META-INF/manifest.xml": "<m:encryption-data/>"}), Grunn.KRYPTERT),
    ("zipbombe", "plan.docx", SPRENGT, Grunn.BOMBE),
    ("for mange filer", "plan.docx", f.docx(**{f"word/{n}.xml": "" for n in range(5001)}), Grunn.BOMBE),
    ("sti ut av pakken", "plan.docx", f.docx(**{"word/../../etc/passwd": "x"}), Grunn.SKADET),
    ("absolutt sti", "plan.docx", f.docx(**{"/etc/passwd": "x"}), Grunn.SKADET),
    ("avkuttet zip", "plan.docx", f.docx()[:-30], Grunn.SKADET),
    ("feil sum", "plan.docx", f.docx().replace(b"\x03\x04", b"\x03\x04", 1)[:4] + b"\x00" * 50, Grunn.SKADET),
    ("pdf med skript", "skjema.pdf", f.pdf_med(b"/OpenAction << /S /JavaScript /JS (x) >>"), Grunn.AKTIVT),
    ("omskrevet navn", "skjema.pdf", f.pdf_med(b"/S /Java#53cript"), Grunn.AKTIVT),
    ("skript i strøm", "skjema.pdf", f.pdf_med_stroem(b"<< /S /JavaScript >>"), Grunn.AKTIVT),
    ("program i pdf", "skjema.pdf", f.pdf_med(b"/S /Launch /F (cmd.exe)"), Grunn.AKTIVT),
    ("fil i pdf", "skjema.pdf", f.pdf_med(b"/EmbeddedFiles 3 0 R"), Grunn.AKTIVT),
    ("pdf med passord", "skjema.pdf", f.pdf_med(b"/Encrypt 4 0 R"), Grunn.KRYPTERT),
    ("avkuttet pdf", "skjema.pdf", f.PDF[:-7], Grunn.SKADET),
    ("kjempebilde", "bilde.png", f.png(100_000, 100_000), Grunn.BOMBE),
    ("avkuttet png", "bilde.png", f.png()[:-8], Grunn.SKADET),
    ("avkuttet jpg", "bilde.jpg", f.JPG[:-2], Grunn.SKADET),
    ("tekst i latin-1", "notat.txt", "blåbær".encode("latin-1"), Grunn.TEGNSETT),
]  # fmt: skip


@pytest.mark.parametrize(("navn", "innhold", "type_"), GODE, ids=[g[0] for g in GODE])
def test_vanlige_filer_slipper_inn(navn: str, innhold: bytes, type_: str) -> None:
    assert kjenn_igjen(navn, innhold) == type_


@pytest.mark.parametrize(("navn", "innhold", "grunn"), [a[1:] for a in ANGREP], ids=[a[0] for a in ANGREP])
def test_resten_stoppes_med_riktig_grunn(navn: str, innhold: bytes, grunn: Grunn) -> None:
    with pytest.raises(Avvist) as avvist:
        kjenn_igjen(navn, innhold)
    assert avvist.value.grunn is grunn


def test_en_pakke_med_feil_sum_er_skadet() -> None:
    data = f.docx(**{"word/media/a.txt": "uten komprimering, så en byte kan byttes" * 3})
    her = data.rfind(b"PK\x01\x02") - 10
    with pytest.raises(Avvist) as avvist:
        kjenn_igjen("plan.docx", data[:her] + bytes([data[her] ^ 0xFF]) + data[her + 1 :])
    assert avvist.value.grunn is Grunn.SKADET


def test_en_pdf_som_svulmer_stoppes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfregler, "_UTPAKKET", 1000)
    assert kjenn_igjen("liten.pdf", f.pdf_med_stroem(b" " * 900)) == "pdf"
    with pytest.raises(Avvist) as avvist:
        kjenn_igjen("stor.pdf", f.pdf_med_stroem(b" " * 1001))
    assert avvist.value.grunn is Grunn.BOMBE


@pytest.mark.parametrize(
    ("skrevet", "lagret"),
    [
        ("vedtak.pdf", "vedtak.pdf"),
        ("Søknad om plass.pdf", "Søknad om plass.pdf"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Brukere\kari\vedtak.pdf", "vedtak.pdf"),
        ("/srv/../vedtak.pdf", "vedtak.pdf"),
        ("a\x00b\r\nc.pdf", "a b c.pdf"),
        ("faktura\u202efdp.exe", "faktura fdp.exe"),
        ("blåbær.pdf", "blåbær.pdf"),
        ('<script>"x".pdf', "script x .pdf".replace(" .", ".")),
        ("...skjult.pdf", "skjult.pdf"),
        (".pdf", "pdf"),
        ("", "vedlegg"),
        ("\u200b.\u200b", "vedlegg"),
        ("...  .pdf", "pdf"),
        ("عقد.pdf", "عقد.pdf"),
    ],
)
def test_filnavn(skrevet: str, lagret: str) -> None:
    assert rens(skrevet) == lagret


def test_lange_navn_kortes_og_beholder_endelsen() -> None:
    assert len(rens("a" * 300)) == LENGDE
    kort = rens("a" * 300 + ".pdf")
    assert len(kort) == LENGDE
    assert kort.endswith("a.pdf")
