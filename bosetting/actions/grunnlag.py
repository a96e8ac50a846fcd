"""Take in the figures a round uses, as they are that day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils import timezone

from bosetting.actions.felles import krev_aapen
from bosetting.grunnlagskilder import Lest, les_grunnlaget
from bosetting.models import Grunnlagstall, Runde
from bosetting.roller import SKRIVER
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet

_FELT = ("verdi", "merke", "aar", "tekst", "kilde", "hentet")


@transaction.atomic
def hent_grunnlag(*, runde: Runde, av: Aktoer) -> int:
    """Copy figures and judgements into an open round, over those it had. Return how many.

    Raises:
        IkkeTilgang: a role that does not keep the rounds.
        Regelbrudd: the round is locked.
    """
    av.krev(*SKRIVER)
    naa = krev_aapen(runde)
    kommuner = kommunene(naa)
    antall = lagre_tall(
        naa, kommuner, les_grunnlaget(kommuner.values(), naa.aar, timezone.localdate(), naa.utgave)
    )
    runde.lagre_over(versjon=naa.versjon, bruker_id=av.bruker_id, grunnlag_hentet=timezone.now())
    return antall


def kommunene(runde: Runde) -> dict[str, Virksomhet]:
    """Return the municipalities of a round by number."""
    return {rk.kommune.nummer: rk.kommune for rk in runde.kommuner.select_related("kommune")}


def lagre_tall(runde: Runde, kommuner: Mapping[str, Virksomhet], lest: Iterable[Lest]) -> int:
    """Save figures of a round over those it has; the caller has checked who may. Return how many."""
    tall = [
        Grunnlagstall(runde=runde, kommune=kommuner[t.kommune], indikator=t.indikator, **t.verdier)
        for t in lest
    ]
    Grunnlagstall.objects.bulk_create(
        tall, update_conflicts=True, unique_fields=["runde", "kommune", "indikator"], update_fields=_FELT
    )
    return len(tall)
