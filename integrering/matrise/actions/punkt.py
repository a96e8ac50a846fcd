"""Decision points: write one down, change it, finish it, open it again. Each change recomputes its task."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, krev_gyldig
from integrering.grunnmur.kodelister import kan_velges
from integrering.matrise.actions.felles import KILDE, brudd_i_tekst
from integrering.matrise.kodeverk import ORGAN
from integrering.matrise.models import Oeyeblikksbilde, Vedtakspunkt
from integrering.matrise.roller import FOELGER_OPP, kan_foelge_opp
from integrering.matrise.rules.ansvar import Tjeneste
from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.actions.punkt import avslutt, gjenaapne
from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.queries.deltakere import brukere_i


@dataclass(frozen=True)
class Punktdata:
    """What the form of a point gives."""

    organ: str
    vedtatt: date
    tekst: str
    tjeneste: Tjeneste
    sak: str = ""
    tiltak: str = ""
    ansvarlig_id: int | None = None
    frist: date | None = None
    bilde_id: int | None = None
    sendt: date | None = None
    sendt_til: str = ""


@transaction.atomic
def nytt_punkt(*, data: Punktdata, innsending: UUID, av: Aktoer) -> Vedtakspunkt:
    """Write down a point of one's own municipality. The same form sent twice gives the same point.

    Raises Regelbrudd, IkkeTilgang.
    """
    av.krev(*FOELGER_OPP)
    kontroller(data, av)
    try:
        with transaction.atomic():
            punkt = Vedtakspunkt.objects.create(
                kommune_id=av.virksomhet_id, innsending=innsending, endret_av_id=av.bruker_id, **vars(data)
            )
    except IntegrityError:
        # sent twice: the first one stands
        return Vedtakspunkt.objects.get(innsending=innsending)
    oppdater_kilde(KILDE, [punkt.pk])
    return punkt


@transaction.atomic
def endre_punkt(*, punkt: Vedtakspunkt, versjon: int, data: Punktdata, av: Aktoer) -> None:
    """Change a point. One that is finished may still be sent. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    krev_eier(av, punkt)
    kontroller(data, av, har=punkt)
    punkt.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **vars(data))
    oppdater_kilde(KILDE, [punkt.pk])


@transaction.atomic
def avslutt_punkt(
    *, punkt: Vedtakspunkt, versjon: int, tilstand: Punkttilstand, grunn: str = "", av: Aktoer
) -> None:
    """Say that a point is done, or falls away with a reason. What is already so stays as it is.

    Raises Konflikt, Regelbrudd, IkkeTilgang.
    """
    krev_eier(av, punkt)
    krev_gyldig(brudd_i_tekst(grunn=grunn))
    avslutt(punkt, versjon=versjon, tilstand=tilstand, grunn=grunn, bruker_id=av.bruker_id, kilde=KILDE)


@transaction.atomic
def gjenaapne_punkt(*, punkt: Vedtakspunkt, versjon: int, av: Aktoer) -> None:
    """Open a point again; an open one stays as it is. Raises Konflikt, IkkeTilgang."""
    krev_eier(av, punkt)
    gjenaapne(punkt, versjon=versjon, bruker_id=av.bruker_id, kilde=KILDE)


def eier(av: Aktoer, punkt: Vedtakspunkt) -> bool:
    """Return True for those who keep the points of the municipality."""
    return kan_foelge_opp(av) and punkt.kommune_id == av.virksomhet_id


def krev_eier(av: Aktoer, punkt: Vedtakspunkt) -> None:
    """Raise IkkeTilgang unless `eier`."""
    if not eier(av, punkt):
        raise IkkeTilgang(_("Bare kommunen selv kan endre vedtakspunktet."))


def kontroller(data: Punktdata, av: Aktoer, har: Vedtakspunkt | None = None) -> None:
    """Raise Regelbrudd for what cannot be a point; what it `har` already may stay."""
    i_dag, brudd = timezone.localdate(), {}
    if not kan_velges(ORGAN, data.organ) and data.organ != (har and har.organ):
        brudd["organ"] = [_("Velg hvem som vedtok punktet, fra listen.")]
    if data.vedtatt > i_dag:
        brudd["vedtatt"] = [_("Datoen kan ikke være etter i dag.")]
    if data.frist and data.frist < data.vedtatt:
        brudd["frist"] = [_("Fristen kan ikke være før vedtaket.")]
    brudd |= _brudd_i_ansvarlig(data, av, har) | _brudd_i_bilde(data, av) | _brudd_i_sending(data, i_dag)
    krev_gyldig(
        brudd,
        brudd_i_tekst(tekst=data.tekst, tiltak=data.tiltak, sak=data.sak, sendt_til=data.sendt_til),
    )


def _brudd_i_ansvarlig(data: Punktdata, av: Aktoer, har: Vedtakspunkt | None) -> dict[str, list[str]]:
    if data.ansvarlig_id is None or data.ansvarlig_id == (har and har.ansvarlig_id):
        return {}
    if brukere_i(av.virksomhet_id, timezone.localdate()).filter(pk=data.ansvarlig_id).exists():
        return {}
    return {"ansvarlig": [_("Velg en bruker fra egen kommune.")]}


def _brudd_i_bilde(data: Punktdata, av: Aktoer) -> dict[str, list[str]]:
    if data.bilde_id is None:
        return {}
    if Oeyeblikksbilde.objects.filter(pk=data.bilde_id, kommune_id=av.virksomhet_id).exists():
        return {}
    return {"bilde": [_("Velg et øyeblikksbilde fra egen kommune.")]}


def _brudd_i_sending(data: Punktdata, i_dag: date) -> dict[str, list[str]]:
    if data.sendt is None:
        return {"sendt": [_("Skriv når svaret ble sendt.")]} if data.sendt_til else {}
    if data.sendt > i_dag or data.sendt < data.vedtatt:
        return {"sendt": [_("Datoen må være fra dagen punktet ble vedtatt, til i dag.")]}
    return {} if data.sendt_til else {"sendt_til": [_("Skriv hvem svaret ble sendt til.")]}
