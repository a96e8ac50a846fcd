"""The registration status of a person: each item of the checklist, whether it is registered, and due. Pure.

`rules.registreringer` says whether an item applies, the finders (`funn_intro`, `funn_opplaering`) how much of
it is registered; here the two become one cell. What is registered is told whether or not it had to be.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from integrering.nir.rules import funn_intro, funn_opplaering
from integrering.nir.rules.beregning import Beregning, Utfall
from integrering.nir.rules.funn import Finner, Funn, Omfang, Sak, Statusgrunn
from integrering.nir.rules.grunnlag import Grunnlag
from integrering.nir.rules.norsktid import norsk_slutt
from integrering.nir.rules.regelsett import Regelsett
from integrering.nir.rules.registreringer import Krav, Lovkolonne, Registrering, gjelder, lovkolonne
from integrering.nir.rules.registrert import Registrerte


class Tilstand(StrEnum):
    """The five things a cell may say."""

    REGISTRERT = "registrert"
    DELVIS = "delvis"
    MANGLER = "mangler"
    GJELDER_IKKE = "gjelder_ikke"
    UKJENT = "ukjent"
    """Cannot be decided: `grunn` names what is missing to know."""


@dataclass(frozen=True)
class Celle:
    """One item of one person.

    Attributes:
        frist: last day to register what is lacking (also in the past); None: no day is set or known.
        siden: the day it is counted from.
        grunn: a code, or none. DELVIS, MANGLER, REGISTRERT: `Statusgrunn`. GJELDER_IKKE: `Grunn` of the
            law, or `Statusgrunn`. UKJENT: `Felt` and `Regelmangel`, several with a space between.
        dato: the day of what is registered.
        registrering: the registration to correct, where part lacks and no new one is called for.
    """

    tilstand: Tilstand
    frist: date | None = None
    siden: date | None = None
    grunn: str = ""
    dato: date | None = None
    registrering: UUID | None = None

    @property
    def gjenstaar(self) -> bool:
        """True when somebody has something to register."""
        return self.tilstand in (Tilstand.MANGLER, Tilstand.DELVIS)

    def som_json(self) -> dict[str, str | None]:
        """Return the cell as it is stored."""
        ut = {"t": self.tilstand.value, "f": _iso(self.frist), "s": _iso(self.siden), "g": self.grunn,
              "d": _iso(self.dato)}  # fmt: skip
        return ut | ({"r": str(self.registrering)} if self.registrering else {})

    @classmethod
    def fra_json(cls, lagret: Mapping[str, Any]) -> Celle:
        """Return a stored cell."""
        rettes = lagret.get("r")
        return cls(
            Tilstand(lagret["t"]), _dato(lagret["f"]), _dato(lagret["s"]), lagret["g"], _dato(lagret["d"]),
            UUID(rettes) if rettes else None,
        )  # fmt: skip


@dataclass(frozen=True)
class Personstatus:
    """All items of one person, in the order of the checklist.

    Attributes:
        kolonne: None: it is not known which law.
        norsk_slutt: last day of the right to training in Norwegian (§ 32); None: no right, or not known.
    """

    kolonne: Lovkolonne | None
    celler: Mapping[Registrering, Celle]
    norsk_slutt: date | None = None

    @property
    def gjenstaar(self) -> tuple[tuple[Registrering, Celle], ...]:
        """What somebody has to register, the nearest deadline first, those without last."""
        alle = [(hva, celle) for hva, celle in self.celler.items() if celle.gjenstaar]
        return tuple(sorted(alle, key=lambda par: par[1].frist or date.max))


_FINNERE: dict[Registrering, Finner] = funn_intro.FINNERE | funn_opplaering.FINNERE


def personstatus(grunnlag: Grunnlag, registrerte: Registrerte, regler: Regelsett, dag: date) -> Personstatus:
    """Return the status of a person as seen from a day.

    Args:
        grunnlag: what `fra_registrerte.grunnlag` makes of the registrations.
    """
    sak = Sak(grunnlag, registrerte, regler, dag)
    return Personstatus(
        kolonne=lovkolonne(grunnlag, regler, dag).svar,
        celler={hva: celle(gjelder(grunnlag, regler, dag, hva), _FINNERE[hva](sak)) for hva in Registrering},
        norsk_slutt=norsk_slutt(grunnlag, regler, dag).svar,
    )


def celle(krav: Beregning[Krav], funn: Funn) -> Celle:
    """Return what a cell says, from whether the item applies and what is registered of it."""
    if funn.omfang is Omfang.HELT:
        return Celle(Tilstand.REGISTRERT, dato=funn.dato, grunn=funn.grunn or "")
    match krav.utfall:
        case Utfall.UKJENT:
            return Celle(Tilstand.UKJENT, grunn=" ".join(krav.mangler))
        case Utfall.GJELDER_IKKE:
            return Celle(Tilstand.GJELDER_IKKE, grunn=krav.grunn or "")
    if funn.omfang is Omfang.IKKE_ENNAA:
        return Celle(Tilstand.GJELDER_IKKE, grunn=Statusgrunn.IKKE_STARTET)
    if funn.omfang is Omfang.INTET and krav.svar is Krav.NAAR_DET_SKJER and not funn.skjedd:
        return Celle(Tilstand.GJELDER_IKKE, grunn=Statusgrunn.NAAR_DET_SKJER)
    tilstand = Tilstand.DELVIS if funn.omfang is Omfang.DELVIS else Tilstand.MANGLER
    return Celle(tilstand, funn.frist, funn.siden, funn.grunn or "", funn.dato, funn.registrering)


def _iso(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None


def _dato(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None
