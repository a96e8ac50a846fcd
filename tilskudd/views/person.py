"""«Hvorfor (ikke)?» of one person."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from integrering.nir.models import Person
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.doerer import aktoer_i
from tilskudd.doerer import for_fylket
from tilskudd.faktatekst import Faktatekst, faktatekst
from tilskudd.hvorforpaneler import hvorforpaneler_for
from tilskudd.models import BOKFOERT, Linje, Sats
from tilskudd.queries import linjeside, personside
from tilskudd.queries.fakta import Versjoner, versjoner_for
from tilskudd.rules.fakta import Versjon
from tilskudd.tekster import HJEMLER, HVEM, SPOERSMAAL, forklaring

Rad = tuple[str, int]


@dataclass(frozen=True)
class Vilkaarstekst:
    """A condition as it reads on the page, with the registrations it rests on."""

    oppfylt: bool
    spoersmaal: str
    forklaring: str
    hvem: str
    hjemmel: str
    bare_fylket: bool
    nye_fakta: tuple[Faktatekst, ...]
    """Registrations told in full: the first condition that rests on them."""
    kjente_fakta: tuple[Faktatekst, ...]
    """Those that an earlier condition has told of."""
    satsrad: Sats | None = None
    """The rate the condition is about, with its source."""


@for_fylket()
@require_safe
def hvorfor(request: HttpRequest, noekkel: uuid.UUID) -> HttpResponse:
    """Show why there is a grant for the person, or why not, and all that has been paid."""
    person = get_object_or_404(Person.objects.select_related("kommune"), noekkel=noekkel)
    registrer_innsyn(person_id=person.pk, av=aktoer_i(request), hvor="tilskudd-person")
    versjoner = versjoner_for(person.pk)
    svar = personside.hvorfor(versjoner, naa=timezone.now(), i_dag=timezone.localdate())
    linjer = linjeside.linjer_for_person(person.pk)
    return render(
        request,
        "tilskudd/person.html",
        {
            "person": person,
            "svar": svar,
            "vilkaar": _tekster(svar, versjoner),
            "paneler": hvorforpaneler_for(request, person, svar),
            "par": [p for p in svar.par if p.vedtak_registrert and p.periode_registrert],
            "linjer": linjer,
            "bokfoert_sum": _sum([li for li in linjer if li.kjoering.tilstand in BOKFOERT]),
            "utkast_sum": _sum([li for li in linjer if li.kjoering.tilstand not in BOKFOERT]),
            "har_utkast": any(li.kjoering.tilstand not in BOKFOERT for li in linjer),
        },
    )


def _sum(linjer: list[Linje]) -> int:
    return sum(li.beloep for li in linjer)


def _tekster(svar: personside.Hvorfor, versjoner: Versjoner) -> list[Vilkaarstekst]:
    satser: dict[tuple[object, object], Sats | None] = {
        (a.aar.kode, a.aar.budsjettaar): a.satsrad for a in svar.aar
    }
    rader = {(type(r).__name__, r.pk): r for r in versjoner}
    fortalt: set[Rad] = set()
    ut = []
    for v in svar.vilkaar:
        noekler = [_noekkel(f) for f in v.fakta]
        ut.append(
            Vilkaarstekst(
                oppfylt=v.oppfylt,
                spoersmaal=str(SPOERSMAAL[v.kode]),
                forklaring=forklaring(v),
                hvem=str(HVEM[v.hvem]),
                hjemmel=str(HJEMLER[v.kode]),
                bare_fylket=v.bare_fylket,
                nye_fakta=tuple(faktatekst(rader[n]) for n in noekler if n not in fortalt),
                kjente_fakta=tuple(faktatekst(rader[n]) for n in noekler if n in fortalt),
                satsrad=satser.get((v.verdier.get("ordning"), v.verdier.get("budsjettaar"))),
            )
        )
        fortalt.update(noekler)
    return ut


def _noekkel(fakta: Versjon) -> Rad:
    """Return the row behind a value: the rules and the models name the kinds alike."""
    return type(fakta).__name__, fakta.id
