"""What a case is derived from: right, deadline, mapping, language and outcome, from the registrations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from integrering.nir.rules.fra_registrerte import SLAG as GRUNNSLAG
from integrering.nir.rules.fra_registrerte import grunnlag
from integrering.nir.rules.lovfrister import Fristkode, frist
from integrering.nir.rules.regelsett import Regelsett
from integrering.nir.rules.registrert import Registrerte
from integrering.nir.rules.rettigheter import Rettsstilling, karriereveiledning

# The kinds of registration that are read.
SLAG = (*GRUNNSLAG, "kompetanse", "karriereveiledning")
_RETT = {Rettsstilling.RETT_OG_PLIKT: "rett_og_plikt", Rettsstilling.RETT: "rett"}


@dataclass(frozen=True)
class Avledet:
    """What the registrations say. `rett` is empty without a right (or while it cannot be told)."""

    rett: str
    bosatt: date | None
    frist: date | None
    kartlagt: date | None
    tolkespraak: str
    gjennomfoert: date | None
    intro_vedtak: date | None


def avled(r: Registrerte, regler: Regelsett, dag: date) -> Avledet:
    """Return what a case says of a person, seen from the day (integreringsloven §§ 10, 11, 37 b).

    The right is that of the day; the deadline is counted as if it still holds, so that a person who has lived
    here too long keeps the deadline they had.
    """
    g = grunnlag(r)
    stilling = karriereveiledning(g, regler, dag).svar
    regnet = frist(Fristkode.KARRIEREVEILEDNING, g, regler, dag)
    kartlagt, veiledet = r.siste("kompetansekartlegging"), r.av("karriereveiledning")
    kompetanse = r.siste("kompetanse")
    spraak = (kompetanse.verdier["tolkespraak"] or kompetanse.verdier["morsmaal"]) if kompetanse else ""
    return Avledet(
        rett=_RETT.get(stilling, "") if stilling else "",
        bosatt=g.bosatt,
        frist=regnet.dato,
        kartlagt=kartlagt.start if kartlagt else None,
        tolkespraak=spraak,
        gjennomfoert=min((v.start for v in veiledet), default=None),
        intro_vedtak=g.vedtak_intro,
    )
