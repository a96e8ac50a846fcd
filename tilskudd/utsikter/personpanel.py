"""What waits for one person, and what the municipality has been asked: on «Hvorfor (ikke)?»."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from integrering.nir.models import Person
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.queries import kommuner_i_fylket
from opplaering.rules.avstemming import Avvik
from tilskudd.doerer import BEREGNER
from tilskudd.queries.fakta import versjoner_for
from tilskudd.queries.personside import Hvorfor, hvorfor
from tilskudd.rules.hvorfor import Hvem, Kode
from tilskudd.utsikter import tekster
from tilskudd.utsikter.models import PaaVent, PaaVentKvartal
from tilskudd.utsikter.queries import paa_vent as les

_GRUNN = {Kode.VEDTAK: Avvik.VEDTAK, Kode.VGO: Avvik.PERIODE, Kode.SLUTTDATO: Avvik.SLUTTDATO}


@dataclass(frozen=True)
class Stand:
    """What waits for a person, and what the municipality can be asked for."""

    rad: PaaVent | None
    kvartaler: tuple[PaaVentKvartal, ...]
    grunner: tuple[str, ...]
    kan_spoerres: bool

    @property
    def kroner(self) -> int:
        """What waits, whole kroner."""
        return self.rad.kroner if self.rad else 0


def stand(person: Person, svar: Hvorfor | None = None) -> Stand:
    """Return how it stands; `svar` is the page's own answer, where it is known."""
    rad, kvartaler = les.for_person(person.pk)
    if rad is None and svar is None:
        svar = hvorfor(versjoner_for(person.pk), naa=timezone.now(), i_dag=timezone.localdate())
    grunner = tuple(rad.grunner) if rad else _av_vilkaarene(svar)
    kommune = person.kommune_id or 0
    kan = bool(grunner) and not person.skjermet and kommuner_i_fylket().filter(pk=kommune).exists()
    return Stand(rad, kvartaler, grunner, kan)


def _av_vilkaarene(svar: Hvorfor | None) -> tuple[str, ...]:
    """Return what the municipality can mend, where that is all that is in the way."""
    if svar is None or not svar.kan_ordnes:
        return ()
    funnet = [v.kode for v in svar.vilkaar if not v.oppfylt and v.hvem is Hvem.KOMMUNEN]
    return tuple(dict.fromkeys(_GRUNN[kode].value for kode in funnet if kode in _GRUNN))


def panel(request: HttpRequest, person: Person, svar: Hvorfor) -> dict[str, Any]:
    """Return the panel's data. Five queries at most."""
    hvordan = stand(person, svar)
    return {
        "noekkel": person.noekkel,
        "stand": hvordan,
        "mangler": tekster.mangler(hvordan.grunner),
        "paaminnelser": [
            (p, tekster.mangler(p.grunner), tekster.paaminnelse(_steg(p)))
            for p in les.paaminnelser_om([person.pk])
        ],
        "kan_spoerre": hvordan.kan_spoerres and aktoer_i(request).har(*BEREGNER),
        "tidligst": svar.hvis_i_dag,
    }


def _steg(p: Any) -> str:
    return "kvittert" if p.kvittert else "aapnet" if p.aapnet else "sendt"
