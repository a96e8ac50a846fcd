"""Texts out of the code and into the catalogues, without the system's gettext.

The language of the code is bokmål, so nb has no translations of our texts, only of those the libraries
lack (`django.po` of nb says which; they stand in nynorsk too), and keeps Django from falling back to
another language for ours. nynorsk lies in `locale/nn/LC_MESSAGES/django.po`. The
compiled catalogues are in the repository, so nothing is compiled when the system starts; `avvik` says
when they are behind.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages import pofile
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import read_mo, write_mo
from django.utils.translation.template import templatize

SPRAAK = ("nb", "nn")
KODEMAPPER = ("integrering", "tilskudd", "regionalt", "bosetting", "karriere", "opplaering")
MALMAPPER = ("templates",)
HODE = "Nynorsk. Bokmål er språket i koden. Holdes ved like med «manage.py oversett»."
NOEKKELORD: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
_PLASSHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}")

Tekst = str | tuple[str, ...]


@dataclass(frozen=True, order=True)
class Noekkel:
    """What identifies a text: itself (singular and plural) and the context that tells twins apart."""

    tekst: tuple[str, ...]
    kontekst: str = ""

    def __str__(self) -> str:
        kontekst = f" [{self.kontekst}]" if self.kontekst else ""
        return f"«{self.tekst[0]}»{kontekst}"


def _fra_kilde(kilde: str) -> Iterator[Noekkel]:
    for _linje, melding, _kommentarer, kontekst in extract(
        "python", io.BytesIO(kilde.encode()), keywords=NOEKKELORD, options={"encoding": "utf-8"}
    ):
        deler = (melding,) if isinstance(melding, str) else tuple(d for d in melding if d)
        if deler and deler[0]:
            yield Noekkel(deler, kontekst or "")


def tekster_i_kode(kilde: str) -> set[Noekkel]:
    """Return the texts marked for translation in a Python source."""
    return set(_fra_kilde(kilde))


def tekster_i_mal(kilde: str) -> set[Noekkel]:
    """Return the texts marked for translation in a Django template."""
    # templatize keeps the template's indentation, which means nothing and is not Python's.
    return set(_fra_kilde("\n".join(linje.lstrip() for linje in templatize(kilde).splitlines())))


def _filer(rot: Path, mapper: Iterable[str], endelse: str) -> Iterator[Path]:
    for mappe in mapper:
        yield from sorted((rot / mappe).rglob(f"*{endelse}"))


def samle(rot: Path) -> set[Noekkel]:
    """Return every text of the project's Python files and templates."""
    funnet: set[Noekkel] = set()
    for fil in _filer(rot, KODEMAPPER, ".py"):
        if "migrations" not in fil.parts:
            funnet |= tekster_i_kode(fil.read_text(encoding="utf-8"))
    for endelse in (".html", ".txt"):
        for fil in [*_filer(rot, MALMAPPER, endelse), *_filer(rot, KODEMAPPER, endelse)]:
            funnet |= tekster_i_mal(fil.read_text(encoding="utf-8"))
    return funnet


def fra_biblioteker(rot: Path) -> set[Noekkel]:
    """Return the libraries' texts that are translated here: those the catalogue of bokmål holds."""
    return {_noekkel(m) for m in les_katalog(rot, "nb") if m.id}


def _noekkel(melding: Message) -> Noekkel:
    tekst = (melding.id,) if isinstance(melding.id, str) else tuple(melding.id)
    return Noekkel(tekst, melding.context or "")


def _sti(rot: Path, spraak: str, endelse: str) -> Path:
    return rot / "locale" / spraak / "LC_MESSAGES" / f"django.{endelse}"


def les_katalog(rot: Path, spraak: str) -> Catalog:
    """Return the catalogue of a language; an empty one if it has none yet."""
    sti = _sti(rot, spraak, "po")
    if not sti.exists():
        return Catalog(locale=spraak)
    with sti.open("rb") as fil:
        return pofile.read_po(fil, locale=spraak)


class _Katalog(Catalog):
    """A catalogue whose header has no dates and no names: the same texts give the same bytes."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Only what Django needs to read the file."""
        return [
            ("Language", str(self.locale)),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
        ]


def flett(gammel: Catalog, tekster: Iterable[Noekkel], spraak: str) -> Catalog:
    """Return a catalogue of exactly these texts, sorted, with the translations the old one had."""
    oversatt = {_noekkel(m): m for m in gammel if m.id}
    ny = _Katalog(locale=spraak, fuzzy=False)
    for noekkel in sorted(tekster):
        tekst: Tekst = noekkel.tekst[0] if len(noekkel.tekst) == 1 else noekkel.tekst
        kjent = oversatt.get(noekkel)
        flagg = {f for f in kjent.flags if f == "fuzzy"} if kjent else set()
        ny.add(tekst, kjent.string if kjent else None, context=noekkel.kontekst or None, flags=flagg)
    return ny


def _sitat(tekst: str) -> str:
    return '"' + tekst.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def skriv_po(katalog: Catalog) -> str:
    """Return the catalogue as text: one line per text, no positions, no dates."""
    linjer = [f"# {HODE}", 'msgid ""', 'msgstr ""']
    linjer += [f'"{navn}: {verdi}\\n"' for navn, verdi in katalog.mime_headers]
    for melding in katalog:
        if not melding.id:
            continue
        linjer.append("")
        if melding.fuzzy:
            linjer.append("#, fuzzy")
        if melding.context:
            linjer.append(f"msgctxt {_sitat(melding.context)}")
        if isinstance(melding.id, str):
            linjer += [f"msgid {_sitat(melding.id)}", f"msgstr {_sitat(str(melding.string or ''))}"]
            continue
        linjer += [f"msgid {_sitat(melding.id[0])}", f"msgid_plural {_sitat(melding.id[1])}"]
        former = list(melding.string) if melding.string else ["", ""]
        linjer += [f"msgstr[{i}] {_sitat(form or '')}" for i, form in enumerate(former)]
    return "\n".join(linjer) + "\n"


def plassholdere(tekst: str) -> list[str]:
    """Return the placeholders of a text, sorted: «%(navn)s», «%s», «{x}»."""
    return sorted(treff[0] for treff in _PLASSHOLDER.finditer(tekst))


def _oversettelser(melding: Message) -> list[str]:
    if isinstance(melding.string, str):
        return [melding.string]
    return [s or "" for s in melding.string or ()]


def feil_i_melding(melding: Message) -> list[str]:
    """Say what is wrong with one translated text."""
    noekkel = _noekkel(melding)
    former = _oversettelser(melding)
    if not former or not all(former):
        return [f"mangler: {noekkel}"]
    if melding.fuzzy:
        return [f"usikker: {noekkel}"]
    original = noekkel.tekst[-1]
    if any(plassholdere(form) != plassholdere(original) for form in former[-1:]):
        return [f"plassholdere: {noekkel}"]
    return []


def feil_i_katalog(katalog: Catalog, tekster: set[Noekkel]) -> list[str]:
    """Say which texts are missing, uncertain, no longer in use, or have other placeholders."""
    kjente = {_noekkel(m) for m in katalog if m.id}
    feil = [f"mangler: {n}" for n in sorted(tekster - kjente)]
    feil += [f"ikke i bruk: {n}" for n in sorted(kjente - tekster)]
    feil += [f"ikke i bruk: {_noekkel(m)}" for m in katalog.obsolete.values()]
    for melding in katalog:
        if melding.id and _noekkel(melding) in tekster:
            feil += feil_i_melding(melding)
    return feil


def _mo(katalog: Catalog) -> bytes:
    ut = io.BytesIO()
    tekster = [_noekkel(m) for m in katalog if m.id]
    write_mo(ut, flett(katalog, tekster, str(katalog.locale)))
    return ut.getvalue()


def _mo_innhold(innhold: bytes) -> dict[Noekkel, tuple[str, ...]]:
    katalog = read_mo(io.BytesIO(innhold))
    return {_noekkel(m): tuple(_oversettelser(m)) for m in katalog if m.id}


def _kataloger(rot: Path, tekster: set[Noekkel]) -> dict[str, Catalog]:
    return {
        spraak: flett(les_katalog(rot, spraak), tekster if spraak == "nn" else fra_biblioteker(rot), spraak)
        for spraak in SPRAAK
    }


def avvik(rot: Path) -> list[str]:
    """Return everything that is wrong with the catalogues; empty when they are complete."""
    fremmede = fra_biblioteker(rot)
    feil = feil_i_katalog(les_katalog(rot, "nn"), samle(rot) | fremmede)
    feil += feil_i_katalog(les_katalog(rot, "nb"), fremmede)
    for spraak in SPRAAK:
        po, mo = _sti(rot, spraak, "po"), _sti(rot, spraak, "mo")
        if not po.exists() or not mo.exists():
            feil.append(f"fila mangler: {spraak}")
        elif _mo_innhold(mo.read_bytes()) != _mo_innhold(_mo(les_katalog(rot, spraak))):
            feil.append(f"ikke kompilert: {spraak}")
    return feil


def oppdater(rot: Path) -> list[str]:
    """Write catalogues and compiled files; return what still has to be translated."""
    tekster = samle(rot) | fra_biblioteker(rot)
    kataloger = _kataloger(rot, tekster)
    for spraak, katalog in kataloger.items():
        po = _sti(rot, spraak, "po")
        po.parent.mkdir(parents=True, exist_ok=True)
        po.write_text(skriv_po(katalog), encoding="utf-8")
        _sti(rot, spraak, "mo").write_bytes(_mo(katalog))
    return feil_i_katalog(kataloger["nn"], tekster)
