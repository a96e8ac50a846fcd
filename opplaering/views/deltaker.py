"""O2: one participant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import kodenavn
from integrering.nir.models import Person
from integrering.nir.rules.lov import KOLLEKTIV
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from opplaering import deltakertekster as tekster
from opplaering.kodeverk import TILRETTELEGGING
from opplaering.paneler import deltakerpaneler
from opplaering.queries.ansvar import ansvaret
from opplaering.queries.norsk_hos_kommunen import maaneder_hos_kommunen
from opplaering.queries.skolegang import periodene_til, versjonene_til
from opplaering.roller import ALLE, FYLKET, LESER, SKRIVER
from opplaering.rules.ansvar import Ansvarlig, foelger
from opplaering.rules.fulltid import fulltid
from opplaering.views.felles import vis_elev


@dataclass(frozen=True)
class Periode:
    """A period as the page shows it."""

    rad: Any
    fulltid: str
    tilrettelegging: str


@krever(*ALLE)
@require_safe
def deltaker(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """Where the participant goes and who is responsible, and the sections the parts of the training add."""
    person, av = vis_elev(request, noekkel, "opplaering-deltaker"), aktoer_i(request)
    i_dag = timezone.localdate()
    rader = periodene_til(person, i_dag)
    innhold = {
        "person": person,
        "perioder": [_periode(rad) for rad in rader],
        "endringer": versjonene_til(person),
        "kan_skrive": av.har(*SKRIVER),
        "kan_annullere": av.har(*FYLKET),
        "kan_starte": av.har(*FYLKET) or (av.har(*SKRIVER) and bool(rader)),
        "leser_registeret": av.har(*LESER),
        "paneler": deltakerpaneler(person, av),
        **_ansvaret(person, rader, av, i_dag),
    }
    return render(request, "opplaering/deltaker.html", innhold)


def _periode(rad: Any) -> Periode:
    return Periode(
        rad,
        tekster.fulltid(fulltid(rad.timer_per_uke, rad.fulltid_overstyrt)),
        ", ".join(kodenavn(TILRETTELEGGING, kode) for kode in rad.tilrettelegging),
    )


def _ansvaret(person: Person, rader: list[Any], av: Aktoer, i_dag: date) -> dict[str, Any]:
    """Return who is responsible today, by the period that is on, else the one nearest; and what follows."""
    rad = _naermest(rader, i_dag)
    if rad is None:
        return {}
    svar = ansvaret(rad, i_dag)
    leser = av.har(*LESER)
    krav = foelger(svar.hvem, kollektiv=leser and _er_kollektiv(person))
    fylkets = [(r.fra, r.til) for r in rader if ansvaret(r, r.fra).hvem is Ansvarlig.FYLKE]
    return {
        "ansvar": tekster.ansvarlig(svar.hvem),
        "hvorfor": tekster.steg(svar.grunn.steg),
        "hjemmel": svar.grunn.hjemmel,
        "mangler_bestemmelse": svar.mangler_bestemmelse,
        "gjelder": [(tekster.krav(f.krav), f.hjemmel) for f in krav if f.gjelder],
        "gjelder_ikke": [(tekster.krav(f.krav), f.hjemmel) for f in krav if not f.gjelder],
        "utregninger": [tekster.utregning_av_ansvar(svar)],
        "hos_kommunen": _maaneder(maaneder_hos_kommunen(person, fylkets)) if leser and fylkets else "",
    }


def _maaneder(maaneder: list[date]) -> str:
    return ", ".join(visning.maaned(m) for m in maaneder)


def _naermest(rader: list[Any], i_dag: date) -> Any:
    """Return the period that is on; else the next to begin; else the last. The newest come first."""
    paagaar = [r for r in rader if r.fra <= i_dag and (r.til is None or r.til >= i_dag)]
    kommende = [r for r in rader if r.fra > i_dag]
    return next(iter(paagaar or kommende[-1:] or rader), None)


def _er_kollektiv(person: Person) -> bool:
    # a school may not read the permit, so it is not among what everyone loads
    return Person.objects.filter(pk=person.pk, tillatelse=KOLLEKTIV).exists()
