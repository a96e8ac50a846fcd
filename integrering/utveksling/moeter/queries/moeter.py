"""Reads of meetings."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.kodeverk import Moetetilstand
from integrering.utveksling.moeter.models import Deltaker, Moete, Moeteperson, Moetevedlegg, Referatrettelse
from integrering.utveksling.vedlegg.queries import med_versjoner


def finn_moete(noekkel: UUID) -> Moete | None:
    """Return a meeting the one who asks sees."""
    return (
        Moete.objects.select_related("eier", "endret_av", "opprettet_av", "referat_godkjent_av")
        .filter(noekkel=noekkel)
        .first()
    )


def mine_moeter(av: Aktoer) -> QuerySet[Moete]:
    """Return the meetings in my calendar.

    Those I called, those I am named in, and those my organisation is invited to without having named anyone.
    """
    vaare = Deltaker.objects.filter(moete=OuterRef("pk"), virksomhet_id=av.virksomhet_id)
    navngitt = vaare.filter(bruker__isnull=False)
    mine = (
        Q(opprettet_av_id=av.bruker_id, eier_id=av.virksomhet_id)
        | Exists(navngitt.filter(bruker_id=av.bruker_id))
        | Exists(vaare) & ~Exists(navngitt)
    )
    return Moete.objects.select_related("eier").filter(mine).order_by("start", "pk")


def kommende(moeter: QuerySet[Moete], naa: datetime) -> QuerySet[Moete]:
    """Return those that are not over and not called off."""
    return moeter.filter(slutt__gte=naa).exclude(tilstand=Moetetilstand.AVLYST)


def deltakere_i(moete: Moete) -> list[Deltaker]:
    """Return who takes part: by organisation, the named ones after it, people from outside last."""
    alle = moete.deltakere.select_related("virksomhet", "bruker")
    return sorted(alle, key=_rekkefoelge)


def _rekkefoelge(d: Deltaker) -> tuple[bool, str, str]:
    return d.virksomhet is None, d.virksomhet.navn if d.virksomhet else "", str(d.bruker or d.navn)


def personer_i(moete: Moete, av: Aktoer) -> list[Person]:
    """Return the persons concerned that the one who asks may see; schools and organisations see none."""
    if not (av.er_fylke or av.er_kommune):
        return []
    rader = Moeteperson.objects.filter(moete=moete, tatt_ut__isnull=True)
    return list(
        Person.objects.select_related("kommune")
        .filter(pk__in=rader.values("person_id"))
        .order_by("sortering", "pk")
    )


def moeter_om(person: Person, antall: int) -> list[Moete]:
    """Return the latest meetings a person is concerned in."""
    rader = Moeteperson.objects.filter(person=person, tatt_ut__isnull=True)
    moeter = Moete.objects.select_related("eier").filter(pk__in=rader.values("moete_id"))
    return list(moeter.order_by("-start", "-pk")[:antall])


def rettelser_i(moete: Moete) -> list[Referatrettelse]:
    """Return the corrections of the minutes, newest first."""
    return list(moete.rettelser.select_related("av").order_by("-tid", "-pk"))


def vedlegg_i(moete: Moete) -> list[Moetevedlegg]:
    """Return the files of a meeting, with their versions."""
    lenker = list(Moetevedlegg.objects.select_related("virksomhet").filter(moete=moete).order_by("pk"))
    filer = {v.pk: v for v in med_versjoner([lenke.vedlegg_id for lenke in lenker])}
    for lenke in lenker:
        lenke.vedlegg = filer[lenke.vedlegg_id]
    return lenker


def neste_i_rekken(moete: Moete) -> Moete | None:
    """Return the meeting that was made as the next, or the slot's next planned one."""
    neste = Moete.objects.filter(forrige=moete).first()
    if neste is None and moete.fast_tid_id:
        neste = (
            Moete.objects.filter(
                fast_tid_id=moete.fast_tid_id, start__gt=moete.start, tilstand=Moetetilstand.PLANLAGT
            )
            .order_by("start")
            .first()
        )
    return neste
