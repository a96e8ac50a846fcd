"""What was agreed in a contact: agree on it, finish it, open it again. Each change recomputes its task."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd, krev_gyldig
from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.actions.punkt import avslutt, gjenaapne
from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.tilgang.aktoer import Aktoer
from regionalt.oppfoelging.models import Kontakt, Kontaktpunkt
from regionalt.oppfoelging.queries.kontakter import ansvarlige_for
from regionalt.oppfoelging.roller import FOELGER_OPP, KILDE_PUNKT, SKRIVER
from regionalt.personvern import brudd_i_tekst


@dataclass(frozen=True)
class Punktdata:
    """What the form of a point gives: text, who does it (organisation, perhaps a user), due date."""

    tekst: str
    virksomhet_id: int
    bruker_id: int | None = None
    frist: date | None = None


@transaction.atomic
def nytt_punkt(*, kontakt: Kontakt, data: Punktdata, innsending: UUID, av: Aktoer) -> Kontaktpunkt:
    """Agree on something in a contact. The same form sent twice gives the same point.

    Raises Regelbrudd, IkkeTilgang.
    """
    av.krev(*SKRIVER)
    _kontroller(kontakt, data)
    try:
        with transaction.atomic():
            punkt = Kontaktpunkt.objects.create(
                kontakt=kontakt, innsending=innsending, endret_av_id=av.bruker_id, tekst=data.tekst,
                eier_virksomhet_id=data.virksomhet_id, eier_bruker_id=data.bruker_id, frist=data.frist,
            )  # fmt: skip
    except IntegrityError:
        # sent twice: the first one stands
        return Kontaktpunkt.objects.get(innsending=innsending)
    oppdater_kilde(KILDE_PUNKT, [punkt.pk])
    return punkt


@transaction.atomic
def avslutt_punkt(
    *, punkt: Kontaktpunkt, versjon: int, tilstand: Punkttilstand, grunn: str = "", av: Aktoer
) -> None:
    """Say that it is done, or falls away with a reason: the county, or the municipality that does it.

    Raises Konflikt, Regelbrudd, IkkeTilgang.
    """
    krev_ansvar(av, punkt)
    krev_gyldig(brudd_i_tekst(grunn=grunn))
    avslutt(punkt, versjon=versjon, tilstand=tilstand, grunn=grunn, bruker_id=av.bruker_id, kilde=KILDE_PUNKT)


@transaction.atomic
def gjenaapne_punkt(*, punkt: Kontaktpunkt, versjon: int, av: Aktoer) -> None:
    """Open a point again; an open one stays as it is. Raises Konflikt, IkkeTilgang."""
    krev_ansvar(av, punkt)
    gjenaapne(punkt, versjon=versjon, bruker_id=av.bruker_id, kilde=KILDE_PUNKT)


def har_ansvar(av: Aktoer, punkt: Kontaktpunkt) -> bool:
    """Return True for those who may say that a point is done."""
    return av.har(*SKRIVER) or (av.rolle in FOELGER_OPP and punkt.eier_virksomhet_id == av.virksomhet_id)


def krev_ansvar(av: Aktoer, punkt: Kontaktpunkt) -> None:
    """Raise IkkeTilgang unless `har_ansvar`."""
    if not har_ansvar(av, punkt):
        raise IkkeTilgang(_("Bare fylkeskommunen eller den som skal gjøre det, kan avslutte punktet."))


def _kontroller(kontakt: Kontakt, data: Punktdata) -> None:
    if kontakt.avlyst:
        raise Regelbrudd(_("Besøket er avlyst."))
    brudd = {}
    if (data.virksomhet_id, data.bruker_id) not in {
        (a.virksomhet_id, a.bruker_id) for a in ansvarlige_for(kontakt)
    }:
        brudd["ansvarlig"] = [_("Velg fylkeskommunen eller en av kommunene kontakten var med.")]
    if data.frist and data.frist < timezone.localdate():
        brudd["frist"] = [_("Fristen kan ikke være passert. Skriv i dag eller en senere dag.")]
    krev_gyldig(brudd, brudd_i_tekst(tekst=data.tekst))
