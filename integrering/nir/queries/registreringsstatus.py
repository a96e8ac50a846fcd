"""The registration status of persons: as stored, as of today, and as it was known on an earlier day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from integrering.grunnmur.datoer import doegnets_slutt
from integrering.nir.models import Person, Registreringsstatus
from integrering.nir.queries.regelverk import regelsett
from integrering.nir.queries.registrerte import registrerte
from integrering.nir.rules.fra_registrerte import grunnlag
from integrering.nir.rules.regelsett import Regelsett
from integrering.nir.rules.registrert import Registrerte
from integrering.nir.rules.status import Personstatus, personstatus
from integrering.tilgang.kontekst import kontekst, motor_kontekst


def statuser(person_ider: Collection[int]) -> dict[int, Personstatus]:
    """Return person number → status as stored, for those the one who asks can see (one query).

    One without a row is not in it: their status is not computed.
    """
    rader = Registreringsstatus.objects.filter(person_id__in=person_ider)
    return {rad.person_id: rad.status for rad in rader}


def status_paa(person_ider: Collection[int], dag: date) -> dict[int, Personstatus]:
    """Return person number → status seen from the day, by what was registered at its end (three queries).

    For the persons the one who asks can see. As what is stored, it is computed from all registrations about
    them, also those the role does not read: the answer is the same for all. Rule values are those that hold
    now, chosen by the day.
    """
    synlige = list(Person.objects.filter(pk__in=person_ider).values_list("pk", flat=True))
    with kontekst(motor_kontekst()):
        return beregn(synlige, dag, instant=doegnets_slutt(dag))


def beregn(
    person_ider: Collection[int], dag: date, *, instant: datetime | None = None
) -> dict[int, Personstatus]:
    """Return person number → status computed from the registrations that hold, or held at the instant."""
    regler, fakta = regelsett(), registrerte(person_ider, instant=instant)
    return {pk: _status(fakta.get(pk, Registrerte()), regler, dag) for pk in person_ider}


def _status(r: Registrerte, regler: Regelsett, dag: date) -> Personstatus:
    return personstatus(grunnlag(r), r, regler, dag)
