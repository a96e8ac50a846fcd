"""Write down that something about a protected person was handed over by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir.models import Person
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER
from integrering.utveksling.meldinger.models import Overlevering


@dataclass(frozen=True)
class Overlevert:
    """What happened: when, to whom, by whom, how, and what it was about (not what it said)."""

    dato: date
    til_hvem: str
    hvem: str
    maate: str
    hva: str


@transaction.atomic
def registrer_overlevering(
    *,
    person: Person,
    hva: Overlevert,
    noekkel: UUID,
    av: Aktoer,
    retter: Overlevering | None = None,
    aarsak: str = "",
) -> Overlevering:
    """Register a hand-over, once per `noekkel` (of the form); or put right an earlier one, with the reason.

    Raises:
        IkkeTilgang: without the scope for protected persons, or another organisation's to put right.
        Regelbrudd: the person is not protected, the date lies ahead, no reason, already put right.
    """
    av.krev(*FYLKESROLLER, *KOMMUNEROLLER)
    if not av.skjermede or (retter is not None and retter.virksomhet_id != av.virksomhet_id):
        raise IkkeTilgang(_("Du har ikke tilgang til personer med adressebeskyttelse."))
    gjort = Overlevering.objects.filter(idempotens=noekkel).first()
    if gjort is not None:
        return gjort
    if not person.skjermet and retter is None:
        raise Regelbrudd(_("Personen har ikke adressebeskyttelse. Send en melding i stedet."))
    if hva.dato > timezone.localdate():
        raise Regelbrudd({"dato": [_("Datoen kan ikke være fram i tid.")]})
    if retter is not None and not aarsak.strip():
        raise Regelbrudd({"aarsak": [_("Skriv hvorfor den rettes.")]})
    if retter is not None and Overlevering.objects.filter(retter=retter).exists():
        raise Regelbrudd(_("Overleveringen er alt rettet."))
    registrer_innsyn(person_id=person.pk, av=av, hvor="overlevering")
    return Overlevering.objects.create(
        person=person, virksomhet_id=av.virksomhet_id, dato=hva.dato, til_hvem=hva.til_hvem, hvem=hva.hvem,
        maate=hva.maate, hva=hva.hva, registrert_av_id=av.bruker_id, idempotens=noekkel, retter=retter,
        aarsak=aarsak.strip(),
    )  # fmt: skip
