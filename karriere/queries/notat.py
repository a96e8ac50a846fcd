"""Reads of notes. The database gives each reader only those that are theirs."""

from __future__ import annotations

from django.utils import timezone

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from karriere.models import Notat, Notatlesning, Notatsvar, Notatutkast, Sak
from karriere.queries.saker import mine_sentre


def skriver_notatet(sak: Sak, av: Aktoer) -> bool:
    """Return whether one writes the note: a case worker all, a counsellor those of the own centres."""
    if av.har(Rolle.FYLKE_SAKSBEHANDLER):
        return True
    if sak.senter_id is None or not av.har(Rolle.KARRIEREVEILEDER):
        return False
    return mine_sentre(av.bruker_id, timezone.localdate()).filter(pk=sak.senter_id).exists()


def utkast_til(sak: Sak) -> Notatutkast | None:
    """Return what is being written; None when nothing is."""
    return Notatutkast.objects.select_related("endret_av").filter(sak=sak).first()


def notater_i(sak: Sak) -> list[Notat]:
    """Return the finished versions the reader sees, newest first."""
    return list(sak.notater.select_related("av", "overlevert_av", "overlevert_til").order_by("-nr"))


def finn_notat(sak: Sak, nr: int) -> Notat | None:
    """Return a version; None for one the reader does not see."""
    versjon = sak.notater.select_related("av", "overlevert_av", "overlevert_til").filter(nr=nr).first()
    if versjon is not None:
        versjon.sak = sak
    return versjon


def nyeste_overleverte(person_id: int) -> Notat | None:
    """Return the newest note about a person that the municipality has got; None when there is none to see."""
    rader = Notat.objects.filter(sak__person=person_id, overlevert__isnull=False)
    return rader.select_related("av", "sak__person").order_by("-nr").first()


def lesningene(sak: Sak) -> list[Notatlesning]:
    """Return who has read each version the first time, newest first."""
    rader = Notatlesning.objects.filter(notat__sak=sak).select_related("notat", "bruker", "virksomhet")
    return list(rader.order_by("-tid"))


def svarene(sak: Sak) -> list[Notatsvar]:
    """Return what the municipality answered in its decisions, newest first."""
    return list(sak.notatsvar.select_related("notat", "av").order_by("-tid"))
