"""The kinds of news there are: tasks, messages, meetings, moves."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.nir.queries.oversikt import aapne_flyttesaker
from integrering.oppgaver.models import Oppgave
from integrering.oppgaver.queries.koe import Fane, Utsnitt, i_fanen, koe
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import ARBEIDSROLLER, FYLKESROLLER, KOMMUNEROLLER
from integrering.utveksling.meldinger.models import Mottak
from integrering.utveksling.moeter.queries.moeter import kommende, mine_moeter
from integrering.utveksling.varsler.register import TELL_TIL, Telling, Varselkilde, registrer_varselkilde
from integrering.utveksling.varsler.rules import uken


def registrer() -> None:
    """Register them all."""
    alle, registeret = ARBEIDSROLLER, FYLKESROLLER | KOMMUNEROLLER
    for kilde in (
        Varselkilde(
            "over_frist", _("Oppgaver over frist"), "forside", _over_frist, 10, alle, "fane=over-frist"
        ),
        Varselkilde("snart", _("Oppgaver som forfaller snart"), "forside", _snart, 20, alle, "fane=snart"),
        Varselkilde("nye_oppgaver", _("Nye oppgaver"), "forside", _nye, 30, alle, "fane=alle"),
        Varselkilde("uleste", _("Uleste meldinger"), "meldinger", _uleste, 40, alle),
        Varselkilde("kvittering", _("Meldinger som venter på kvittering fra dere"), "meldinger",
                    _kvittering, 50, alle),
        Varselkilde("moeter", _("Møter denne uken"), "moeter", _moeter, 60, alle),
        Varselkilde("flyttinger", _("Flyttinger som venter på svar"), "flyttinger", _flyttinger, 70,
                    registeret),
    ):  # fmt: skip
        registrer_varselkilde(kilde)


def _tell(alle: QuerySet[Any], nye: Q) -> Telling:
    """Count them all and the new ones, neither beyond what is told."""
    rader = alle.order_by()
    antall = rader.values("pk")[:TELL_TIL].count()
    return Telling(antall, rader.filter(nye).values("pk")[:TELL_TIL].count() if antall else 0)


def _over_frist(av: Aktoer, siden: datetime) -> Telling:
    # a task is late the day after its due date
    nye = Q(frist__gte=timezone.localdate(siden)) | Q(opprettet__gte=siden)
    return _tell(_oppgaver(av, Fane.OVER_FRIST), nye)


def _snart(av: Aktoer, siden: datetime) -> Telling:
    nye = Q(snart_fra__gt=timezone.localdate(siden)) | Q(opprettet__gte=siden)
    return _tell(_oppgaver(av, Fane.SNART), nye)


def _nye(av: Aktoer, siden: datetime) -> Telling:
    alle = _oppgaver(av, Fane.ALLE).exclude(i_fanen(Fane.PAA_VENT, timezone.localdate()))
    return _tell(alle.filter(opprettet__gte=siden), Q())


def _oppgaver(av: Aktoer, fane: Fane) -> QuerySet[Oppgave]:
    """Return mine and those nobody has, as the front page shows them."""
    i_dag = timezone.localdate()
    return koe(av, Utsnitt(), i_dag).filter(i_fanen(fane, i_dag))


def _uleste(av: Aktoer, siden: datetime) -> Telling:
    return _tell(_mottatt(av).filter(aapnet__isnull=True), Q(sendt__gte=siden))


def _kvittering(av: Aktoer, siden: datetime) -> Telling:
    venter = _mottatt(av).filter(melding__krever_kvittering=True, kvittert__isnull=True)
    return _tell(venter, Q(sendt__gte=siden))


def _mottatt(av: Aktoer) -> QuerySet[Mottak]:
    return Mottak.objects.filter(virksomhet_id=av.virksomhet_id)


def _moeter(av: Aktoer, siden: datetime) -> Telling:
    naa = timezone.localtime()
    mandag, soendag = uken(naa.date())
    slutt = datetime.combine(soendag, time.max, tzinfo=naa.tzinfo)
    ukens = kommende(mine_moeter(av), naa).filter(start__lte=slutt)
    # the first digest of a week tells of all its meetings, the next ones of what was called or changed since
    ny_uke = timezone.localdate(siden) < mandag
    return _tell(ukens.distinct(), Q() if ny_uke else Q(opprettet__gte=siden) | Q(endret__gte=siden))


def _flyttinger(av: Aktoer, siden: datetime) -> Telling:
    return _tell(aapne_flyttesaker(), Q(meldt__gte=siden))
