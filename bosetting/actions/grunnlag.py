"""Take in the figures a round uses, as they are that day."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from bosetting.actions.felles import krev_aapen
from bosetting.grunnlagskilder import les_grunnlaget
from bosetting.models import Grunnlagstall, Runde
from bosetting.roller import SKRIVER
from integrering.tilgang.aktoer import Aktoer

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
    kommuner = {rk.kommune.nummer: rk.kommune for rk in naa.kommuner.select_related("kommune")}
    tall = [
        Grunnlagstall(runde=naa, kommune=kommuner[t.kommune], indikator=t.indikator, **t.verdier)
        for t in les_grunnlaget(kommuner.values(), naa.aar, timezone.localdate())
    ]
    Grunnlagstall.objects.bulk_create(
        tall, update_conflicts=True, unique_fields=["runde", "kommune", "indikator"], update_fields=_FELT
    )
    runde.lagre_over(versjon=naa.versjon, bruker_id=av.bruker_id, grunnlag_hentet=timezone.now())
    return len(tall)
