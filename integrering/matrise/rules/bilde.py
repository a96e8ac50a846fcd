"""What a snapshot counts, what it says (OK, OK?, NEI), its checksum, and what differs between two. Pure."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.status import Tilstand

Tilstander = Mapping[Registrering, Tilstand]


class Utfall(StrEnum):
    """What the checklist of the control committees says of an item under a law."""

    OK = "ok"
    USIKKER = "usikker"
    NEI = "nei"
    INGEN = "ingen"


@dataclass(frozen=True)
class Telling:
    """How many persons stand where with one item."""

    registrert: int = 0
    delvis: int = 0
    mangler: int = 0
    gjelder_ikke: int = 0
    ukjent: int = 0

    @property
    def utfall(self) -> Utfall:
        """NEI when somebody lacks it, OK? when something is half done or cannot be decided, else OK.

        An item that applies to nobody is neither.
        """
        if self.mangler:
            return Utfall.NEI
        if self.delvis or self.ukjent:
            return Utfall.USIKKER
        return Utfall.OK if self.registrert else Utfall.INGEN

    @property
    def gjelder(self) -> int:
        """How many persons it applies to, or may apply to."""
        return self.registrert + self.delvis + self.mangler + self.ukjent


def tell(personer: Iterable[tuple[str, Tilstander]]) -> dict[tuple[Registrering, str], Telling]:
    """Return item and column of the law → count, from each person's column («» unknown) and states."""
    antall: dict[tuple[Registrering, str], Counter[str]] = defaultdict(Counter)
    for kolonne, tilstander in personer:
        for hva, tilstand in tilstander.items():
            antall[hva, kolonne][tilstand.value] += 1
    return {noekkel: Telling(**tall) for noekkel, tall in antall.items()}


def avtrykk(innhold: Mapping[str, Any]) -> str:
    """Return SHA-256 of the content, written in one way only."""
    tekst = json.dumps(innhold, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(tekst.encode()).hexdigest()


class Endring(StrEnum):
    """How an item of a person differs between two snapshots."""

    BLE_OK = "ble_ok"
    FALT_TILBAKE = "falt_tilbake"
    NY_MANGEL = "ny_mangel"


_AAPEN = frozenset({Tilstand.MANGLER, Tilstand.DELVIS, Tilstand.UKJENT})


def endring(foer: Tilstand | None, etter: Tilstand | None) -> Endring | None:
    """Return what became of an item; None when nothing worth telling did.

    Args:
        foer: None: the person was not in the first snapshot. `etter`: not in the second.
    """
    if foer in _AAPEN and etter is Tilstand.REGISTRERT:
        return Endring.BLE_OK
    if foer is Tilstand.REGISTRERT and etter in _AAPEN:
        return Endring.FALT_TILBAKE
    if foer in (None, Tilstand.GJELDER_IKKE) and etter is Tilstand.MANGLER:
        return Endring.NY_MANGEL
    return None


@dataclass(frozen=True)
class Forskjell:
    """One item of one person that differs."""

    person: int
    hva: Registrering
    endring: Endring


def forskjeller(foer: Mapping[int, Tilstander], etter: Mapping[int, Tilstander]) -> list[Forskjell]:
    """Return what differs, person by person, items in the order of the checklist."""
    funn = []
    for person in sorted(foer.keys() | etter.keys()):
        a, b = foer.get(person, {}), etter.get(person, {})
        for hva in Registrering:
            if hva_skjedde := endring(a.get(hva), b.get(hva)):
                funn.append(Forskjell(person, hva, hva_skjedde))
    return funn
