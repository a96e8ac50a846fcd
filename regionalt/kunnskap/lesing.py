"""A file of figures, whatever its form, read into rows of today's municipalities."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from integrering.tilgang.models import Virksomhet
from integrering.utveksling.importering.regneark import endelse, krev_lesbar, les_ark
from regionalt.kunnskap.formater import imdi_csv, imdi_html, jsonstat, tabell
from regionalt.kunnskap.formater.aarskontroll import Kjent
from regionalt.kunnskap.formater.felles import Feil, Lest, Radfeil, Tallrad, Ulesbar, les_tekst
from regionalt.kunnskap.formater.kommuneendringer import Endring, baer_fram, les_fil
from regionalt.kunnskap.formater.register import Kommunenavn, Register
from regionalt.kunnskap.kodeverk import Format, Indikator, kan_legges_sammen
from regionalt.kunnskap.queries.tall import anmodninger

STOERST = 5_000_000  # bytes
_HUNDRE = 100  # per cent
_DESIMALER = 2  # spreadsheets may write a whole number as 12,00


@dataclass(frozen=True)
class Oppskrift:
    """How a file is read: the form, and what the file itself does not say."""

    format: str
    aar: int | None = None
    utgave: str = ""
    indikator: str = ""


@dataclass(frozen=True)
class Innhold:
    """A file that has been read: figures of today's municipalities, rows of no such, and what is wrong."""

    lest: Lest
    rader: list[Tallrad]
    ukjente: list[Tallrad]


def gjett_format(innhold: bytes) -> str:
    """Return what form a file has, by its content. Raises Ulesbar, Regelbrudd."""
    if endelse(innhold) != "csv":
        return Format.TABELL
    krev_lesbar(innhold)
    tekst = les_tekst(innhold)
    if jsonstat.kjenner(tekst):
        return Format.JSONSTAT
    if imdi_html.kjenner(tekst):
        return Format.IMDI_HTML
    if imdi_csv.kjenner(tekst.splitlines()[0]):
        return Format.IMDI_EM if "anmodning, vedtak" in tekst[:400].casefold() else Format.IMDI_CSV
    return Format.TABELL


def les(innhold: bytes, oppskrift: Oppskrift) -> Innhold:
    """Read a file.

    Raises:
        Ulesbar: the whole of it cannot be read.
        Regelbrudd: a spreadsheet that is locked, broken or too large.
    """
    if len(innhold) > STOERST:
        raise Ulesbar(Feil.FOR_STOR)
    register = kommuneregister()
    lest = _rimelige(_les(innhold, oppskrift, register))
    rader, ukjente = baer_fram(lest.rader, kommuneendringer(), register.kjent, kan_legges_sammen)
    return Innhold(lest, rader, ukjente)


def _rimelige(lest: Lest) -> Lest:
    """Refuse values that cannot be: 218.460 persons, or a count where a share should be."""
    funnet = [(r, _urimelig(r)) for r in lest.rader]
    lest.feil += [
        Radfeil(r.linje, str(Indikator(r.indikator).label), feil, f"{r.celle.verdi}")
        for r, feil in funnet
        if feil
    ]
    lest.rader = [r for r, feil in funnet if not feil]
    return lest


def _urimelig(rad: Tallrad) -> Feil | None:
    verdi = rad.celle.verdi
    if verdi is None:
        return None
    if not kan_legges_sammen(rad.indikator):
        return Feil.OVER_HUNDRE if verdi > _HUNDRE else None
    # three decimals, also 000, are the thousands of a number written with a full stop or a comma
    desimaler = -int(verdi.as_tuple().exponent)
    return Feil.IKKE_HELT if desimaler > _DESIMALER or verdi % 1 else None


def _les(innhold: bytes, o: Oppskrift, register: Register) -> Lest:
    utgave = o.utgave or "opprinnelig"
    if o.format == Format.TABELL and endelse(innhold) != "csv":
        ark = les_ark(innhold).rader
        return tabell.les(ark, register, aar=o.aar, versjon=utgave, indikator=o.indikator)
    krev_lesbar(innhold)
    tekst = les_tekst(innhold)
    match o.format:
        case Format.IMDI_CSV | Format.IMDI_EM:
            return imdi_csv.les(tekst, em=o.format == Format.IMDI_EM)
        case Format.IMDI_HTML:
            return imdi_html.les(tekst, register, aar=o.aar, versjon=utgave)
        case Format.JSONSTAT:
            return jsonstat.les(tekst, indikator=o.indikator)
        case _:
            rader = tabell.rader_av_csv(tekst)
            return tabell.les(rader, register, aar=o.aar, versjon=utgave, indikator=o.indikator)


def kommuneregister() -> Register:
    """Return all the municipalities of today, by number and name."""
    rader = Virksomhet.objects.filter(type="kommune", aktiv=True)
    return Register(
        Kommunenavn(*felt) for felt in rader.values_list("nummer", "navn", "navn_andre", "overordnet__navn")
    )


def datafil(navn: str) -> bytes:
    """Return a data file of ours (sources in `data/KILDER.md`)."""
    return files("regionalt.kunnskap").joinpath("data", navn).read_bytes()


@cache
def kommuneendringer() -> tuple[Endring, ...]:
    """Return the municipalities that got a new number or were merged."""
    return tuple(les_fil(datafil("kommuneendringer.csv").decode()))


@cache
def _medfulgte() -> tuple[Tallrad, ...]:
    """Return the requests the product comes with."""
    tekst = les_tekst(datafil("imdi_bosatt_anmodede_trondelag.csv"))
    return tuple(r for r in imdi_csv.les(tekst).rader if r.indikator == "anmodning")


def kjente_anmodninger() -> Kjent:
    """Return the requests a table is held against: those read in, and those the product comes with."""
    kjente = anmodninger()
    for rad in _medfulgte():
        if rad.celle.verdi is not None:
            kjente.setdefault((rad.aar, rad.versjon), {}).setdefault(rad.nummer, rad.celle.verdi)
    return kjente
