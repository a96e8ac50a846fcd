"""Evaluate an event; forget in time who has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from regionalt.kompetanse.models import Arrangement, Evaluert, Tilstand
from regionalt.kompetanse.roller import LESER
from regionalt.kompetanse.rules.evaluering import UKER, tar_svar
from regionalt.personvern import brudd_i_tekst


@dataclass(frozen=True)
class Evalueringsdata:
    """Three scores from 1 to 5, and perhaps a comment."""

    nytte: int
    innhold: int
    opplegg: int
    tekst: str = ""


def kan_evalueres(arrangement: Arrangement) -> bool:
    """Return True while those who came may answer."""
    return tar_svar(
        holdt=arrangement.tilstand == Tilstand.HOLDT,
        slutt=timezone.localdate(arrangement.slutt),
        i_dag=timezone.localdate(),
    )


@transaction.atomic
def evaluer(*, arrangement: Arrangement, data: Evalueringsdata, av: Aktoer) -> None:
    """Save what one who came thinks, apart from who it is. Once each: the database sees to it.

    Raises:
        IkkeTilgang: a role that does not see events.
        Regelbrudd: closed, a number of a person in the comment, answered already, or did not come.
    """
    av.krev(*LESER)
    if not kan_evalueres(arrangement):
        raise Regelbrudd(_("Det er ikke åpent for svar nå."))
    krev_gyldig(brudd_i_tekst(tekst=data.tekst))
    with connection.cursor() as peker:
        peker.execute(
            "SELECT kompetanse_evaluer(%s, %s, %s, %s, %s)",
            [arrangement.pk, data.nytte, data.innhold, data.opplegg, data.tekst],
        )
        (lagret,) = peker.fetchone()
    if not lagret:
        raise Regelbrudd(_("Du har svart, eller du er ikke ført som møtt."))


def glem_hvem_som_svarte(*, i_dag: date) -> int:
    """Take out who has answered what is closed for answers, as the jobs' role. Return how many."""
    siste = i_dag - timedelta(weeks=UKER)
    with kontekst(motor_kontekst()):
        gamle = Evaluert.objects.filter(paamelding__arrangement__slutt__date__lt=siste)
        return gamle.delete()[0]
