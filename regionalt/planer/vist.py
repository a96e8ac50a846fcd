"""A published plan in words: what the open page and the paper show, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from integrering.grunnmur import kroner, visning
from regionalt.planer.models import Bruk, Planslag, Plantilstand, Sikkerhet, Tiltaksstatus

_J = Mapping[str, Any]


@dataclass(frozen=True)
class Visttabell:
    """A table: heading, columns, rows of texts, and perhaps what it rests on."""

    tittel: str
    kolonner: tuple[str, ...]
    rader: tuple[tuple[str, ...], ...]
    kilde: str = ""


@dataclass(frozen=True)
class Vistkapittel:
    """A chapter: heading, paragraphs, tables."""

    tittel: str
    tekst: tuple[str, ...] = ()
    tabeller: tuple[Visttabell, ...] = ()


@dataclass(frozen=True)
class Vistplan:
    """A plan in words."""

    tittel: str
    slag: str
    periode: str
    tilstand: str
    beskrivelse: str
    kapitler: tuple[Vistkapittel, ...]


def vist(innhold: _J) -> Vistplan:
    """Return a published plan (`queries.offentlig.innholdet`) in words."""
    kapitler = (
        _vedtak(innhold["vedtak"]),
        *(_maal(m) for m in innhold["maal"]),
        _behov(innhold["behov"]),
        _tilbud(innhold["tilbud"]),
        _hoering(innhold),
    )
    return Vistplan(
        tittel=innhold["tittel"],
        slag=str(Planslag(innhold["slag"]).label),
        periode=_periode(innhold["fra"], innhold["til"]),
        tilstand=str(Plantilstand(innhold["tilstand"]).label),
        beskrivelse=innhold["beskrivelse"],
        kapitler=tuple(k for k in kapitler if k is not None),
    )


def _vedtak(v: _J | None) -> Vistkapittel | None:
    if v is None:
        return None
    hvem = _("%(organ)s, %(dato)s, sak %(sak)s") % {
        "organ": v["organ"], "dato": _dag(v["dato"]), "sak": v["saksnummer"]
    }  # fmt: skip
    stemmer: tuple[str, ...] = ()
    if v["for_stemmer"] is not None:
        stemmer = (
            _("%(for)s stemte for, %(mot)s mot.") % {"for": v["for_stemmer"], "mot": v["mot_stemmer"]},
        )
    return Vistkapittel(_("Vedtaket"), (hvem, v["tekst"], *stemmer))


def _maal(m: _J) -> Vistkapittel:
    tekst = (_("Indikator: %(hva)s") % {"hva": m["indikator"]},) if m["indikator"] else ()
    kolonner = (_("Tiltak"), _("Hvem"), _("Kroner"), _("Periode"), _("Status"))
    rader = tuple(
        (
            _linjer(t["tittel"], t["beskrivelse"], t["kommune"]),
            _linjer(t["utfoerer"], t["partnere"]),
            _linjer(kroner.formater(t["kroner"]) if t["kroner"] is not None else "", t["finansiering"]),
            _periode(t["fra"], t["til"]),
            str(Tiltaksstatus(t["status"]).label),
        )
        for t in m["tiltak"]
    )
    tabell = Visttabell(_("Tiltak for mål %(nummer)s") % m, kolonner, rader)
    return Vistkapittel(f"{m['nummer']}. {m['tekst']}", tekst, (tabell,) if rader else ())


def _behov(rader: Iterable[_J]) -> Vistkapittel | None:
    kolonner = (
        _("Yrke"),
        _("Kommune"),
        _("Antall"),
        _("Opplæring som trengs"),
        _("Partnernes virkemidler"),
        _("Kilde"),
    )
    celler = tuple(
        (
            _linjer(b["yrke"], b["styrk08"]),
            _sted(b),
            _antall(b["antall"]),
            b["opplaering"],
            b["virkemidler"],
            _kilde(b),
        )
        for b in rader
    )
    return _kunnskap(_("Behov for arbeidskraft"), kolonner, celler)


def _tilbud(rader: Iterable[_J]) -> Vistkapittel | None:
    kolonner = (_("Tilbud"), _("Hvem gir det"), _("Kommune"), _("For hvem"), _("Plasser"), _("Kilde"))
    celler = tuple(
        (
            _linjer(t["navn"], t["innhold"]),
            t["tilbyder"],
            _sted(t),
            t["maalgruppe"],
            _antall(t["plasser"]),
            _kilde(t),
        )
        for t in rader
    )
    return _kunnskap(_("Kvalifiseringstilbud"), kolonner, celler)


def _kunnskap(
    tittel: str, kolonner: tuple[str, ...], rader: tuple[tuple[str, ...], ...]
) -> Vistkapittel | None:
    return Vistkapittel(tittel, (), (Visttabell(tittel, kolonner, rader),)) if rader else None


def _hoering(innhold: _J) -> Vistkapittel | None:
    if not innhold["hoering"]:
        return None
    frist = (_("Høringsfristen er %(dag)s.") if innhold["tilstand"] == Plantilstand.HOERING else
             _("Høringsfristen var %(dag)s.")) % {"dag": _dag(innhold["hoeringsfrist"])}  # fmt: skip
    rader = tuple(
        (
            i["navn"],
            _("Ja") if i["svart"] else _("Nei"),
            str(Bruk(i["bruk"]).label) if i["bruk"] else "",
            i["hvorfor"],
        )
        for i in innhold["hoering"]
    )
    kolonner = (_("Høringsinstans"), _("Har svart"), _("Hvordan svaret er brukt"), _("Begrunnelse"))
    return Vistkapittel(_("Høringen"), (frist,), (Visttabell(_("Hvem som ble hørt"), kolonner, rader),))


def _kilde(rad: _J) -> str:
    merke = "" if rad["sikkerhet"] == Sikkerhet.KILDE else str(Sikkerhet(rad["sikkerhet"]).label)
    return _linjer(rad["kilde"], _dag(rad["kilde_dato"]), merke)


def _sted(rad: _J) -> str:
    return rad["kommune"] or _("Hele fylket")


def _antall(tall: int | None) -> str:
    return _("ukjent") if tall is None else kroner.tall(tall)


def _periode(fra: str, til: str | None) -> str:
    return visning.periode(date.fromisoformat(fra), date.fromisoformat(til) if til else None)


def _dag(iso: str) -> str:
    return visning.dato(date.fromisoformat(iso))


def _linjer(*deler: str) -> str:
    return ". ".join(del_.rstrip(".") for del_ in deler if del_)
