"""Register, take off, confirm a place; let those who wait move up; forget names in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd, krev_gyldig
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from regionalt.kompetanse.actions.felles import PLASSER, brudd_i_tittel, paa_tur
from regionalt.kompetanse.models import Arrangement, Paamelding, Plass
from regionalt.kompetanse.roller import MELDER_PAA, SKRIVER
from regionalt.kompetanse.rules.bevaring import siste_dag_som_slettes
from regionalt.kompetanse.rules.plasser import faar_plass, rykker_opp, stengt_for
from regionalt.kompetanse.tekster import hvorfor_stengt


@dataclass(frozen=True)
class Paameldingsdata:
    """What the form gives. A municipality registers its own: then `virksomhet_id` is its own."""

    navn: str
    stilling: str
    epost: str
    virksomhet_id: int | None = None
    organisasjon: str = ""


@transaction.atomic
def meld_paa(*, arrangement: Arrangement, data: Paameldingsdata, av: Aktoer) -> Paamelding:
    """Register someone: a place while there are any, then the waiting list, in the order they come.

    Two at the same time wait for each other here, so the last place is given once.

    Raises:
        IkkeTilgang: a role that registers nobody, or a municipality for someone else's.
        Regelbrudd: closed, registered already, or numbers about persons in the text.
    """
    av.krev(*MELDER_PAA)
    if av.er_kommune and data.virksomhet_id != av.virksomhet_id:
        raise IkkeTilgang(_("Dere kan bare melde på deres egne."))
    krev_gyldig(brudd_i_tittel(navn=data.navn, stilling=data.stilling, organisasjon=data.organisasjon))
    if (data.virksomhet_id is None) is not bool(data.organisasjon):
        raise Regelbrudd({"organisasjon": [_("Velg en virksomhet, eller skriv hvor personen arbeider.")]})
    naa = paa_tur(arrangement)
    _krev_aapen(naa, av)
    epost = data.epost.lower()
    if _finnes(naa, epost):
        raise Regelbrudd({"epost": [_("En med denne e-postadressen er allerede meldt på.")]})
    plass = faar_plass(kapasitet=naa.kapasitet, opptatt=naa.opptatt, venter=naa.venter)  # type: ignore[attr-defined]
    return Paamelding.objects.create(
        arrangement=naa, virksomhet_id=data.virksomhet_id, organisasjon=data.organisasjon, navn=data.navn,
        stilling=data.stilling, epost=epost, plass=Plass.PLASS if plass else Plass.VENTER,
        registrert_av_id=av.bruker_id,
    )  # fmt: skip


@transaction.atomic
def meld_av(*, paamelding: Paamelding, av: Aktoer) -> None:
    """Take someone off; a place that becomes free goes to the first who waits. Again: no change.

    Raises Regelbrudd, IkkeTilgang.
    """
    _krev_min(paamelding, av)
    naa = paa_tur(paamelding.arrangement)
    if naa.tilstand != "aapen" or (not av.har(*SKRIVER) and naa.start <= timezone.now()):
        raise Regelbrudd(_("Det er for sent å melde av. Si fra til fylkeskommunen."))
    Paamelding.objects.filter(pk=paamelding.pk).update(plass=Plass.AVMELDT)
    oppdater_kilde(PLASSER, [paamelding.pk])
    rykk_opp(arrangement=naa, av=av)


@transaction.atomic
def bekreft(*, paamelding: Paamelding, av: Aktoer) -> None:
    """Confirm a place that came from the waiting list; its task is done. Again: no change."""
    _krev_min(paamelding, av)
    if not paamelding.skal_bekreftes:
        return
    Paamelding.objects.filter(pk=paamelding.pk, plass=Plass.PLASS).update(bekreftet=timezone.now())
    oppdater_kilde(PLASSER, [paamelding.pk])


@transaction.atomic
def rykk_opp(*, arrangement: Arrangement, av: Aktoer) -> int:
    """Give free places to those who wait, the first to come first; each gets a task. Return how many.

    Whose they are does not matter, so it is done as the jobs' role. Nobody moves up after it has begun.
    """
    av.krev(*MELDER_PAA)
    naa = paa_tur(arrangement)
    if naa.tilstand != "aapen" or naa.start <= timezone.now():
        return 0
    antall = rykker_opp(kapasitet=naa.kapasitet, opptatt=naa.opptatt, venter=naa.venter)  # type: ignore[attr-defined]
    with kontekst(motor_kontekst(av.bruker_id)):
        venter = Paamelding.objects.filter(arrangement=naa, plass=Plass.VENTER).order_by("pk")
        neste = list(venter.values_list("pk", flat=True)[:antall])
        Paamelding.objects.filter(pk__in=neste).update(plass=Plass.PLASS, rykket_opp=timezone.now())
    oppdater_kilde(PLASSER, neste)
    return len(neste)


def slett_navn(*, i_dag: date) -> int:
    """Take out names, job titles and addresses of events long past, as the jobs' role. Return how many."""
    tomt = {"navn": "", "stilling": "", "epost": "", "navnet_slettet": timezone.now()}
    with kontekst(motor_kontekst()):
        gamle = Paamelding.objects.filter(
            arrangement__slutt__date__lte=siste_dag_som_slettes(i_dag), navnet_slettet__isnull=True
        )
        return gamle.update(**tomt)


def _krev_aapen(arrangement: Arrangement, av: Aktoer) -> None:
    stengt = stengt_for(
        tilstand=arrangement.tilstand, frist=arrangement.frist, start=arrangement.start,
        naa=timezone.now(), i_dag=timezone.localdate(), fylket=av.har(*SKRIVER),
    )  # fmt: skip
    if stengt is not None:
        raise Regelbrudd(hvorfor_stengt(stengt))


def _finnes(arrangement: Arrangement, epost: str) -> bool:
    with kontekst(motor_kontekst()):  # also among those a municipality does not see
        samme = Paamelding.objects.filter(arrangement=arrangement, epost=epost)
        return samme.exclude(plass=Plass.AVMELDT).exists()


def _krev_min(paamelding: Paamelding, av: Aktoer) -> None:
    av.krev(*MELDER_PAA)
    if av.er_kommune and paamelding.virksomhet_id != av.virksomhet_id:
        raise IkkeTilgang(_("Dere kan bare endre deres egne påmeldinger."))
