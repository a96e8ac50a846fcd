"""Remind those who have not acknowledged: by hand, and by itself. At most once a day each."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.meldinger.actions.sending import meld_endret
from integrering.utveksling.meldinger.models import Mottak, Purring
from integrering.utveksling.meldinger.queries.oppfoelging import fakta_for, til_purring
from integrering.utveksling.meldinger.rules.oppfoelging import kan_purres, skal_purres_automatisk


@transaction.atomic
def purr(*, mottak: Collection[Mottak], av: Aktoer) -> int:
    """Remind these recipients of messages `av`'s organisation has sent. Return how many were reminded now.

    Those who have answered, or were reminded today, are left in peace. Raises IkkeTilgang.
    """
    av.krev(*ARBEIDSROLLER)
    rader = list(til_purring().filter(pk__in=[m.pk for m in mottak]))
    if any(m.melding.virksomhet_id != av.virksomhet_id for m in rader):
        raise IkkeTilgang
    i_dag, skjermede = timezone.localdate(), _om_skjermede(rader)
    ider = [m.pk for m in rader if m.pk not in skjermede and kan_purres(fakta_for(m), i_dag)]
    return _lagre(ider, av.bruker_id)


def purr_automatisk() -> int:
    """Remind everyone who is past the date (every morning). Return how many. Run twice: no change."""
    i_dag = timezone.localdate()
    with kontekst(motor_kontekst()):
        rader = list(til_purring().filter(melding__kvitteringsfrist__lt=i_dag))
        skjermede = _om_skjermede(rader)
        ider = [m.pk for m in rader if m.pk not in skjermede and skal_purres_automatisk(fakta_for(m), i_dag)]
        return _lagre(ider, None)


def _om_skjermede(rader: Collection[Mottak]) -> set[int]:
    """Return those about a protected person: nobody is reminded of them, that is done by hand."""
    personer = {pk for m in rader if (pk := m.melding.samtale.person_id) is not None}
    if not personer:  # schools and organisations never have any, and may not ask
        return set()
    skjermede = set(Person.objects.filter(pk__in=personer, skjermet=True).values_list("pk", flat=True))
    return {m.pk for m in rader if m.melding.samtale.person_id in skjermede}


def _lagre(mottak_ider: list[int], bruker_id: int | None) -> int:
    """Write the reminders; one that is there from a job or a click at the same time stands."""
    i_dag = timezone.localdate()
    foer = Purring.objects.filter(mottak__in=mottak_ider, dag=i_dag).count()
    Purring.objects.bulk_create(
        [Purring(mottak_id=pk, dag=i_dag, av_id=bruker_id) for pk in mottak_ider], ignore_conflicts=True
    )
    if mottak_ider:
        meld_endret(mottak_ider)
    return len(mottak_ider) - foer
