"""The archive package of a letter: PDF, metadata in the shape of an arkivmelding (a draft of one), manifest.

The same letter in the same state gives the same bytes. The title carries no personal data; a letter to or
about a person is marked as exempt, and a protected person's name is not in the metadata at all.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from integrering.utveksling.brev.innhold import mottakernavn
from integrering.utveksling.brev.models import Brev, Brevfil
from integrering.utveksling.vedlegg.models import Vedleggversjon

NAVNEROM = "http://www.arkivverket.no/standarder/noark5/arkivmelding"
UNNTATT = "Unntatt offentlighet"
HJEMMEL = "Offentleglova § 13 jf. forvaltningsloven § 13"
_UTKAST = "Utkast til arkivmelding. Kontroller mot arkivets eget skjema før den brukes."


def filnavn(brev: Brev, endelse: str, skille: str = ".") -> str:
    """Return a name that says no more than the reference: «brev-2026-00017.pdf»."""
    return f"brev-{brev.aar}-{brev.nummer:05d}{skille}{endelse}"


@dataclass(frozen=True)
class Dokument:
    """A document of the package: its file and what the archive is told of it."""

    navn: str
    data: bytes
    tittel: str
    dokumenttype: str
    tilknyttet: str
    variant: str
    format: str


def pakke(brev: Brev, fil: Brevfil, vedlegg: Sequence[tuple[Vedleggversjon, bytes]]) -> bytes:
    """Return the ZIP of a locked letter and its files. Read with its sender, template and recipient."""
    dokumenter = [_hoveddokument(brev, fil)]
    dokumenter += [_vedlegg(brev, nr, *par) for nr, par in enumerate(vedlegg, 1)]
    innhold = [
        (dokumenter[0].navn, dokumenter[0].data),
        ("arkivmelding.xml", _arkivmelding(brev, dokumenter)),
        *((d.navn, d.data) for d in dokumenter[1:]),
    ]
    return _zip([*innhold, ("manifest.json", _manifest(brev, fil, innhold))], brev)


def _hoveddokument(brev: Brev, fil: Brevfil) -> Dokument:
    return Dokument(
        filnavn(brev, "pdf"), bytes(fil.pdf), brev.malversjon.mal.formaal, "Brev", "Hoveddokument",
        "Arkivformat", "PDF/A-2a, PDF/UA-1",
    )  # fmt: skip


def _vedlegg(brev: Brev, nummer: int, versjon: Vedleggversjon, data: bytes) -> Dokument:
    """The file as it was sent. What people called it may tell of someone: it stands in the letter only."""
    navn = filnavn(brev, f"vedlegg-{nummer}.{versjon.filnavn.rpartition('.')[2].lower()}", skille="-")
    return Dokument(
        navn, data, f"Vedlegg {nummer}", "Vedlegg", "Vedlegg", "Produksjonsformat", versjon.medietype
    )


def alle_pdf(brev: Iterable[tuple[Brev, Brevfil]]) -> bytes:
    """Return a ZIP of the PDFs of several letters, and a list of them."""
    par = list(brev)
    innhold = [(filnavn(b, "pdf"), bytes(fil.pdf)) for b, fil in par]
    linjer = [f"{fil.sha256}  {filnavn(b, 'pdf')}\n" for b, fil in par]
    return _zip([*innhold, ("sha256.txt", "".join(linjer).encode())], par[0][0])


def _zip(innhold: Iterable[tuple[str, bytes]], brev: Brev) -> bytes:
    """Return a ZIP with fixed times and no compression (another zlib would give other bytes)."""
    d = brev.dato
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w", zipfile.ZIP_STORED) as arkiv:
        for navn, data in innhold:
            info = zipfile.ZipInfo(navn, (max(d.year, 1980), d.month, d.day, 0, 0, 0))
            info.external_attr = 0o644 << 16
            info.create_system = 3
            arkiv.writestr(info, data)
    return ut.getvalue()


def _manifest(brev: Brev, fil: Brevfil, innhold: list[tuple[str, bytes]]) -> bytes:
    data = {
        "status": "utkast",
        "referanse": brev.referanse,
        "systemID": str(brev.noekkel),
        "maalform": brev.maalform,
        "mal": brev.malversjon.mal.kode,
        "malversjon": brev.malversjon.nummer,
        "motor": fil.motor,
        "oppsett": fil.oppsett,
        "filer": [
            {"navn": navn, "sha256": hashlib.sha256(data).hexdigest(), "byte": len(data)}
            for navn, data in innhold
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _arkivmelding(brev: Brev, dokumenter: Sequence[Dokument]) -> bytes:
    ET.register_namespace("", NAVNEROM)
    ET.register_namespace("xsi", "http://www.w3.org/2001/XMLSchema-instance")
    rot = ET.Element(f"{{{NAVNEROM}}}arkivmelding")
    rot.append(ET.Comment(f" {_UTKAST} "))
    _legg(
        rot, system="Integrering", meldingId=str(brev.noekkel), tidspunkt=_tid(brev.ferdig),
        antallFiler=str(len(dokumenter)),
    )  # fmt: skip
    post = ET.SubElement(rot, f"{{{NAVNEROM}}}registrering")
    post.set("{http://www.w3.org/2001/XMLSchema-instance}type", "journalpost")
    _legg(post, systemID=str(brev.noekkel), opprettetDato=_tid(brev.opprettet))
    _legg(post, opprettetAv=str(brev.opprettet_av))
    for nummer, dokument in enumerate(dokumenter, 1):
        _dokument(post, brev, nummer, dokument)
    _legg(post, tittel=brev.malversjon.mal.formaal, offentligTittel=brev.malversjon.mal.formaal)
    if brev.person_id is not None:
        skjerming = ET.SubElement(post, f"{{{NAVNEROM}}}skjerming")
        _legg(skjerming, tilgangsrestriksjon=UNNTATT, skjermingshjemmel=HJEMMEL)
        _legg(skjerming, skjermingMetadata="korrespondansepart" if brev.til_person else "dokument")
    _parter(post, brev)
    _legg(
        post,
        referanse=brev.referanse,
        journalposttype="Utgående dokument",
        journalstatus="Ekspedert" if brev.sendt_dato else "Ferdigstilt fra saksbehandler",
        dokumentetsDato=brev.dato.isoformat(),
    )
    if brev.sendt_dato:
        _legg(post, sendtDato=brev.sendt_dato.isoformat())
    ET.indent(rot)
    xml: str = ET.tostring(rot, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}\n'.encode()


def _dokument(post: ET.Element, brev: Brev, nummer: int, dokument: Dokument) -> None:
    beskrivelse = ET.SubElement(post, f"{{{NAVNEROM}}}dokumentbeskrivelse")
    _legg(
        beskrivelse,
        dokumenttype=dokument.dokumenttype,
        dokumentstatus="Dokumentet er ferdigstilt",
        tittel=dokument.tittel,
        tilknyttetRegistreringSom=dokument.tilknyttet,
        dokumentnummer=str(nummer),
    )
    objekt = ET.SubElement(beskrivelse, f"{{{NAVNEROM}}}dokumentobjekt")
    _legg(
        objekt,
        versjonsnummer="1",
        variantformat=dokument.variant,
        format=dokument.format,
        opprettetDato=_tid(brev.ferdig),
        referanseDokumentfil=dokument.navn,
        sjekksum=hashlib.sha256(dokument.data).hexdigest(),
        sjekksumAlgoritme="SHA-256",
        filstoerrelse=str(len(dokument.data)),
    )


def _parter(post: ET.Element, brev: Brev) -> None:
    """The sender, and the receiver; of a protected person only that there is one."""
    mottaker = str(brev.verdier.get("mottaker", ""))
    if brev.til_person and brev.person and brev.person.skjermet:
        mottaker = "Skjermet"
    elif brev.virksomhet:
        mottaker = mottakernavn(brev.virksomhet)
    for slag, navn in (("Avsender", brev.avsender.navn), ("Mottaker", mottaker)):
        part = ET.SubElement(post, f"{{{NAVNEROM}}}korrespondansepart")
        _legg(part, korrespondanseparttype=slag, korrespondansepartNavn=navn)
        if slag == "Avsender":
            _legg(part, saksbehandler=brev.kontakt_navn)


def _legg(til: ET.Element, **felter: str) -> None:
    for navn, verdi in felter.items():
        ET.SubElement(til, f"{{{NAVNEROM}}}{navn}").text = verdi


def _tid(instant: datetime | None) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if instant else ""
