"""What a move to another municipality leaves to be done, on both sides. Pure.

The registrations follow the person; what runs does not end by itself. The municipality they leave ends what
it is responsible for, the one they come to decides anew (integreringsloven §§ 3, 9, 12, 15, 16, 30, 34).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from integrering.nir.rules.registrert import Registrert, Registrerte

_VEDTAK = {"intro": "vedtak-introduksjonsprogram", "norsk": "vedtak"}


class Hensyn(StrEnum):
    """One thing that someone must see to."""

    TILTAK = "tiltak"
    PERMISJON = "permisjon"
    KLAGE = "klage"
    INTRO_PAAGAAR = "intro_paagaar"
    NORSK_PAAGAAR = "norsk_paagaar"
    VGO_PAAGAAR = "vgo_paagaar"
    VEDTAK_INTRO = "vedtak_intro"
    PLAN = "plan"
    KONTRAKT = "kontrakt"
    VEDTAK_NORSK = "vedtak_norsk"
    NORSKPLAN = "norskplan"


@dataclass(frozen=True)
class Punkt:
    """A thing to see to, the kind of registration it is done with, and whether it is done."""

    hensyn: Hensyn
    slag: str
    gjort: bool = False
    hva: str = ""


def hos_den_gamle(r: Registrerte, flyttet: date) -> tuple[Punkt, ...]:
    """Return what runs past the day of the move and should be ended by the municipality that is left.

    Args:
        flyttet: first day in the new municipality.
    """
    return tuple(_hos_den_gamle(r, flyttet))


def _hos_den_gamle(r: Registrerte, flyttet: date) -> Iterator[Punkt]:
    for tiltak in r.av("tiltak"):
        if tiltak.start < flyttet and not _slutter_foer(tiltak, flyttet):
            yield Punkt(Hensyn.TILTAK, "tiltak", hva=str(tiltak.verdier["tiltak"]))
    for permisjon in r.av("permisjon"):
        if permisjon.start < flyttet and not _slutter_foer(permisjon, flyttet):
            yield Punkt(Hensyn.PERMISJON, "permisjon", hva=str(permisjon.verdier["permisjon"]))
    if any(not klage.verdier["utfall"] for klage in r.av("klage")):
        yield Punkt(Hensyn.KLAGE, "klage")
    for ordning, hensyn in (("intro", Hensyn.INTRO_PAAGAAR), ("norsk", Hensyn.NORSK_PAAGAAR)):
        if _begynte(r, ordning, flyttet):
            yield Punkt(hensyn, "avslutning", gjort=_avsluttet(r, ordning, flyttet))
    if any(p.start < flyttet and not _slutter_foer(p, flyttet) for p in r.av("fulltid-videregaaende")):
        yield Punkt(Hensyn.VGO_PAAGAAR, "fulltid-videregaaende", gjort=True)


def hos_den_nye(r: Registrerte, flyttet: date) -> tuple[Punkt, ...]:
    """Return what the municipality they come to should register, for the schemes the person took part in."""
    nye: list[Punkt] = []
    if _begynte(r, "intro", flyttet):
        nye += [
            _ny(r, Hensyn.VEDTAK_INTRO, "vedtak-introduksjonsprogram", flyttet),
            _ny(r, Hensyn.PLAN, "integreringsplan", flyttet),
            _ny(r, Hensyn.KONTRAKT, "integreringskontrakt", flyttet),
        ]
    if _begynte(r, "norsk", flyttet):
        nye += [
            _ny(r, Hensyn.VEDTAK_NORSK, "vedtak", flyttet),
            _ny(r, Hensyn.NORSKPLAN, "norskplan", flyttet),
        ]
    return tuple(nye)


def _ny(r: Registrerte, hensyn: Hensyn, slag: str, flyttet: date) -> Punkt:
    return Punkt(hensyn, slag, gjort=any(rad.start >= flyttet for rad in r.av(slag)))


def _slutter_foer(rad: Registrert, dag: date) -> bool:
    return rad.slutt is not None and rad.slutt < dag


def _begynte(r: Registrerte, ordning: str, flyttet: date) -> bool:
    """Return True when a decision of the scheme began before the move, and was not ended long before it."""
    startet = [v.start for v in r.av(_VEDTAK[ordning]) if v.start < flyttet]
    if not startet:
        return False
    slutt = _siste_slutt(r, ordning, flyttet)
    return slutt is None or slutt < max(startet) or (flyttet - slutt).days <= 1


def _avsluttet(r: Registrerte, ordning: str, flyttet: date) -> bool:
    startet = max(v.start for v in r.av(_VEDTAK[ordning]) if v.start < flyttet)
    slutt = _siste_slutt(r, ordning, flyttet)
    return slutt is not None and slutt >= startet


def _siste_slutt(r: Registrerte, ordning: str, flyttet: date) -> date | None:
    """Return the last ending before the person moved, if they had not begun again after it."""
    slutter = [a.start for a in r.av("avslutning") if a.verdier["ordning"] == ordning and a.start <= flyttet]
    igjen = [g.start for g in r.av("gjenaapning") if g.verdier["ordning"] == ordning]
    siste = max(slutter, default=None)
    return None if siste is None or any(dag > siste for dag in igjen) else siste
