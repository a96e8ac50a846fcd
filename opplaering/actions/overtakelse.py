"""The municipality takes over what it is told: into its own registrations, in its own name."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir import actions as nir
from integrering.nir.faktatyper import FAKTATYPER, VGO, Faktatype
from integrering.nir.hendelser import samlet
from integrering.nir.models import Person
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import vaart_fylke
from integrering.utveksling.meldinger.actions import aapne, kvitter
from opplaering import meldingstekster
from opplaering.actions.melding import KILDE
from opplaering.models import Kommunemelding
from opplaering.queries.overtakelse import plan_for
from opplaering.roller import KOMMUNEN
from opplaering.rules.overtakelse import Maate, Steg


def aapne_melding(*, melding: Kommunemelding, av: Aktoer) -> bool:
    """Note that the municipality has opened what it is told; return whether it is. Others who look: no."""
    if av.virksomhet_id != melding.kommune_id:
        return False
    aapne(samtale=melding.melding.samtale, av=av)
    return True


@transaction.atomic
def ta_inn(*, melding: Kommunemelding, av: Aktoer) -> None:
    """Register what is told, acknowledge the message, and note what it became. Again: no change.

    Raises:
        IkkeTilgang: not the municipality it was told to, or a role that does not register the kind.
        Regelbrudd: it cannot be registered as it stands; nothing is saved.
    """
    _krev_mottaker(melding, av)
    rad = Kommunemelding.objects.select_for_update(of=("self",)).filter(
        pk=melding.pk, tatt_inn__isnull=True
    ).select_related("skole").first()  # fmt: skip
    if rad is None:
        return
    plan = plan_for(rad)
    if plan.grunn is not None and plan.er_alt is None:
        raise Regelbrudd(meldingstekster.grunn(plan.grunn))
    with samlet():
        gjort = [_gjoer(steg, rad, av) for steg in plan.steg]
    Kommunemelding.objects.filter(pk=rad.pk).update(
        tatt_inn=timezone.now(), tatt_inn_av=av.bruker_id, tatt_inn_som=gjort[-1] if gjort else plan.er_alt
    )
    _kvitter(rad, av)


@transaction.atomic
def kvitter_melding(*, melding: Kommunemelding, av: Aktoer) -> None:
    """Acknowledge what is told, where there is nothing to register. Again: no change.

    Raises:
        IkkeTilgang: not the municipality it was told to.
    """
    _krev_mottaker(melding, av)
    _kvitter(melding, av)


def _krev_mottaker(melding: Kommunemelding, av: Aktoer) -> None:
    av.krev(*KOMMUNEN)
    if melding.kommune_id != av.virksomhet_id:
        raise IkkeTilgang(_("Bare kommunen meldingen er sendt til, kan gjøre dette."))


def _kvitter(melding: Kommunemelding, av: Aktoer) -> None:
    kvitter(melding=melding.melding, av=av)
    oppdater_kilde(KILDE, [melding.pk])


def _gjoer(steg: Steg, melding: Kommunemelding, av: Aktoer) -> UUID:
    """Take one step; return the registration it is about."""
    slag, person = FAKTATYPER[steg.slag], Person.objects.get(pk=melding.person_id)
    felles: dict[str, Any] = {"slag": slag, "person": person, "av": av}
    if steg.maate is Maate.REGISTRER:
        return nir.registrer(verdier=_verdier(slag, steg), **felles).registrering_id
    registrering = steg.registrering
    gammel = slag.gjeldende.get(person=person, registrering_id=registrering)
    felles |= {"registrering": registrering, "sett": gammel.pk, "aarsak": _aarsak(melding)}
    if steg.maate is Maate.ANNULLER:
        return nir.annuller(**felles).registrering_id
    naa = {felt: getattr(gammel, felt) for felt in slag.felter}
    return nir.rett(verdier=naa | dict(steg.verdier), **felles).registrering_id


def _verdier(slag: Faktatype, steg: Steg) -> dict[str, Any]:
    return {**steg.verdier, "fylke": vaart_fylke()} if slag == VGO else dict(steg.verdier)


def _aarsak(melding: Kommunemelding) -> str:
    return _("Meldt av fylkeskommunen %(dag)s.") % {"dag": visning.dato(melding.sendt)}
