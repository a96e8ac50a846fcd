"""Many messages about persons at once, each in a thread of its own: all are sent, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.personnummer import har_nummer, har_siffer_i_tittel
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.meldinger.actions.saksnummer import neste_saksnumre
from integrering.utveksling.meldinger.actions.sending import meld_endret
from integrering.utveksling.meldinger.actions.utkast import skjermet_tekst
from integrering.utveksling.meldinger.models import Deltaker, Melding, Mottak, Samtale
from integrering.utveksling.meldinger.queries.adressater import hindre_om_personer
from integrering.utveksling.meldinger.rules.oppfoelging import KVITTERINGSFRIST_DAGER


@dataclass(frozen=True)
class Enkeltmelding:
    """A message about one person to one organisation, to be acknowledged. `noekkel`: it is sent once.

    `tittel` and `tekst` are made by the system: no name, no number of a person.
    """

    noekkel: UUID
    person: Person
    mottaker: Virksomhet
    emne: str
    tittel: str
    tekst: str


@transaction.atomic
def send_mange(
    *, meldinger: Sequence[Enkeltmelding], av: Aktoer, egen_oppgave: bool = False
) -> dict[UUID, Melding]:
    """Send these messages, a known number of statements however many. Returns key → message.

    Those sent before are returned as they are.

    Args:
        egen_oppgave: the app above makes the recipients' tasks itself (`egne_oppgaver.py`).

    Raises:
        Regelbrudd: one of them may not be sent; then none is.
        IkkeTilgang: a role without messages.
    """
    av.krev(*ARBEIDSROLLER)
    sendt = {m.idempotens: m for m in Melding.objects.filter(idempotens__in=[m.noekkel for m in meldinger])}
    nye = [m for m in meldinger if m.noekkel not in sendt]
    if not nye:
        return sendt
    _kontroller(nye, av)
    frist = timezone.localdate() + timedelta(days=KVITTERINGSFRIST_DAGER)
    samtaler = _nye_samtaler(nye, av)
    lagret = Melding.objects.bulk_create(
        Melding(
            samtale=samtale, tekst=m.tekst, virksomhet_id=av.virksomhet_id, avsender_id=av.bruker_id,
            idempotens=m.noekkel, krever_kvittering=True, kvitteringsfrist=frist,
        )
        for m, samtale in zip(nye, samtaler, strict=True)
    )  # fmt: skip
    mottak = Mottak.objects.bulk_create(
        Mottak(melding=melding, samtale_id=melding.samtale_id, virksomhet=m.mottaker, sendt=melding.sendt)
        for m, melding in zip(nye, lagret, strict=True)
    )
    if not egen_oppgave:
        meld_endret([m.pk for m in mottak])
    return sendt | {m.idempotens: m for m in lagret}


def _kontroller(meldinger: Sequence[Enkeltmelding], av: Aktoer) -> None:
    if any(m.person.skjermet for m in meldinger):
        raise Regelbrudd(skjermet_tekst())
    if any(har_nummer(m.tekst) or har_siffer_i_tittel(m.tittel) for m in meldinger):
        raise Regelbrudd(_("Ta ut fødselsnummer og DUF-nummer. Knytt heller personen til meldingen."))
    hindret = hindre_om_personer(av=av, par=[(m.mottaker, m.person) for m in meldinger])
    if hindret:
        navn = ", ".join(sorted({v.navn for v in hindret}))
        raise Regelbrudd(_("Dere kan ikke skrive til %(navn)s.") % {"navn": navn})


def _nye_samtaler(meldinger: Sequence[Enkeltmelding], av: Aktoer) -> list[Samtale]:
    numre = neste_saksnumre(len(meldinger), bruker_id=av.bruker_id)
    samtaler = Samtale.objects.bulk_create(
        Samtale(
            saksnummer=nummer, emne=m.emne, tittel=m.tittel, person=m.person, virksomhet_id=av.virksomhet_id,
            opprettet_av_id=av.bruker_id,
        )
        for m, nummer in zip(meldinger, numre, strict=True)
    )  # fmt: skip
    Deltaker.objects.bulk_create(
        Deltaker(samtale=samtale, virksomhet_id=virksomhet_id)
        for m, samtale in zip(meldinger, samtaler, strict=True)
        for virksomhet_id in (av.virksomhet_id, m.mottaker.pk)
    )
    return samtaler
