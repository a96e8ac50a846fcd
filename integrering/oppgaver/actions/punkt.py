"""Finish a point, open it again. Who may, is for the one who has the points to say."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver.actions.utregning import oppdater_kilde
from integrering.oppgaver.models.punkt import Punkt, Punkttilstand


@transaction.atomic
def avslutt(
    punkt: Punkt, *, versjon: int, tilstand: Punkttilstand, grunn: str, bruker_id: int, kilde: str
) -> None:
    """Say that a point is done, or falls away with a reason. What is already so stays as it is.

    Args:
        kilde: the source of tasks the point belongs to; its task goes away.

    Raises Konflikt, Regelbrudd.
    """
    if tilstand == Punkttilstand.UTGAAR and not grunn.strip():
        raise Regelbrudd({"grunn": [_("Skriv hvorfor punktet utgår.")]})
    if punkt.tilstand == tilstand:
        return
    punkt.lagre_over(
        versjon=versjon,
        bruker_id=bruker_id,
        tilstand=tilstand,
        grunn=grunn.strip(),
        avsluttet=timezone.now(),
        avsluttet_av_id=bruker_id,
    )
    oppdater_kilde(kilde, [punkt.pk])


@transaction.atomic
def gjenaapne(punkt: Punkt, *, versjon: int, bruker_id: int, kilde: str) -> None:
    """Open a point again, and its task with it; an open one stays as it is. Raises Konflikt."""
    if punkt.aapen:
        return
    punkt.lagre_over(
        versjon=versjon,
        bruker_id=bruker_id,
        tilstand=Punkttilstand.AAPEN,
        grunn="",
        avsluttet=None,
        avsluttet_av_id=None,
    )
    oppdater_kilde(kilde, [punkt.pk])
