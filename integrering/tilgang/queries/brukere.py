"""Reads behind the pages of users."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, FilteredRelation, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils import timezone

from integrering.grunnmur.alfabet import Alfabetisk
from integrering.tilgang import rules
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Invitasjon, Rolletildeling, Virksomhet

SIDE = 50

_SORTERING = Alfabetisk(Concat(F("bruker__last_name"), Value(" "), F("bruker__first_name")))


@dataclass(frozen=True)
class Rad:
    """A role in the list: the row, how it stands, and how the invitation of its user stands («» without)."""

    tildeling: Rolletildeling
    status: str
    invitasjon: str
    utloeper: datetime | None


@dataclass(frozen=True)
class Side:
    """One page of the list; `foer` and `etter` are the keys of the pages beside it, or None."""

    rader: list[Rad]
    foer: int | None
    etter: int | None


def brukere_hos(virksomhet: Virksomhet, *, stengte: bool, etter: int | None, foer: int | None) -> Side:
    """Return a page of the organisation's roles by name: those that count or will, or those that are over."""
    i_dag = timezone.localdate()
    over = Q(stengt__isnull=False) | Q(til__lt=i_dag) | Q(bruker__is_active=False)
    alle = (
        _tildelinger()
        .filter(over if stengte else ~over, virksomhet=virksomhet)
        .annotate(sortering=_SORTERING)
    )
    fra = (
        alle.filter(pk__in=[etter or foer]).values_list("sortering", "pk").first() if etter or foer else None
    )
    bakover = bool(foer and fra)
    if fra is not None:
        retning = "lt" if bakover else "gt"
        alle = alle.filter(
            Q(**{f"sortering__{retning}": fra[0]}) | Q(sortering=fra[0], **{f"pk__{retning}": fra[1]})
        )
    rader = list(alle.order_by(*(("-sortering", "-pk") if bakover else ("sortering", "pk")))[: SIDE + 1])
    flere, rader = len(rader) > SIDE, rader[:SIDE]
    if bakover:
        rader.reverse()
    return Side(
        [_rad(r, i_dag) for r in rader],
        rader[0].pk if rader and (flere if bakover else fra is not None) else None,
        rader[-1].pk if rader and (bakover or flere) else None,
    )


def finn_tildeling(tildeling_id: int) -> Rolletildeling | None:
    """Return a role with its user, organisation and invitation."""
    return _tildelinger().filter(pk=tildeling_id).first()


def rad_for(tildeling: Rolletildeling) -> Rad:
    """Return how a role stands today."""
    return _rad(tildeling, timezone.localdate())


def finn_invitasjon(avtrykk: str) -> Invitasjon | None:
    """Return the invitation with this fingerprint, used, expired or not. Nobody need be logged in."""
    with kontekst(motor_kontekst()):
        rader = Invitasjon.objects.select_related("bruker", "virksomhet")
        return rader.filter(avtrykk=avtrykk).first() if avtrykk else None


def _tildelinger() -> QuerySet[Rolletildeling]:
    # there is at most one open invitation to a user
    aapen = Q(bruker__invitasjoner__brukt__isnull=True, bruker__invitasjoner__trukket__isnull=True)
    return (
        Rolletildeling.objects.select_related("bruker", "virksomhet")
        .annotate(invitasjon=FilteredRelation("bruker__invitasjoner", condition=aapen))
        .annotate(
            inv_sendt=F("invitasjon__sendt_antall"),
            inv_utloeper=F("invitasjon__utloeper"),
            inv_bedt=F("invitasjon__bedt_om_ny"),
        )
    )


def _rad(tildeling: Rolletildeling, i_dag: date) -> Rad:
    inv: Any = tildeling  # the annotations above
    tid = rules.Rolletid(
        tildeling.fra, tildeling.til, bool(tildeling.stengt) or not tildeling.bruker.is_active
    )
    status = rules.rollestatus(tid, i_dag)
    if inv.inv_sendt is None:
        return Rad(tildeling, status, "", None)
    invitasjon = rules.invitasjonsstatus(
        sendt=inv.inv_sendt > 0, utloeper=inv.inv_utloeper, bedt_om_ny=bool(inv.inv_bedt), naa=timezone.now()
    )
    return Rad(tildeling, status, invitasjon, inv.inv_utloeper)
