"""Reads of what has come of an application: rounds, decisions, money, reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from integrering.tilgang.models import Virksomhet
from tilskudd.gitt.models import Krav, Rapport, Soeknad, Soeknadstilstand, Utbetaling, Utlysning, Vedtak

T = Soeknadstilstand
_SISTE = Vedtak.objects.filter(soeknad=OuterRef("pk")).order_by("-runde")


def runden(soeknad: Soeknad) -> int:
    """Return the round the application is in: the first, or the one a complaint opens."""
    return soeknad.vedtak.count() + 1


def til_vurdering(soeknad: Soeknad) -> bool:
    """Return True when the application is to be assessed and decided now."""
    if soeknad.tilstand == T.SENDT:
        return True
    return soeknad.tilstand == T.AVGJORT and soeknad.klager.filter(runde=runden(soeknad)).exists()


def siste_vedtak(soeknad: Soeknad) -> Vedtak | None:
    """Return the decision that counts."""
    return soeknad.vedtak.select_related("av", "brev").order_by("-runde").first()


def med_vedtak(soeknader: QuerySet[Soeknad]) -> QuerySet[Soeknad]:
    """Add `vedtatt`: what the last decision grants, 0 without one."""
    return soeknader.annotate(vedtatt=Coalesce(Subquery(_SISTE.values("beloep")[:1]), 0))


def innvilget_ellers(soeknad: Soeknad) -> int:
    """Return what is granted of the same call to all others."""
    andre = Soeknad.objects.filter(utlysning_id=soeknad.utlysning_id).exclude(pk=soeknad.pk)
    return _innvilget(andre)


def _innvilget(soeknader: QuerySet[Soeknad]) -> int:
    alle: Any = med_vedtak(soeknader)  # mypy does not see what is annotated
    return sum(alle.values_list("vedtatt", flat=True))


@dataclass(frozen=True)
class Oppgjoer:
    """The money of one application, in whole kroner. `brukt`: of the approved report; None without one."""

    vedtatt: int
    registrert: int
    betalt: int
    brukt: int | None


def oppgjoeret(soeknad: Soeknad) -> Oppgjoer:
    """Return granted, registered, paid and used."""
    siste = siste_vedtak(soeknad)
    gjelder = soeknad.utbetalinger.filter(forkastet=False)
    godkjent = soeknad.rapporter.filter(godkjent=True).order_by("-nummer").first()
    return Oppgjoer(
        vedtatt=siste.beloep if siste else 0,
        registrert=_sum(gjelder),
        betalt=_sum(gjelder.filter(godkjent__isnull=False)),
        brukt=godkjent.brukt if godkjent else None,
    )


def _sum(rader: QuerySet[Utbetaling]) -> int:
    return int(rader.aggregate(s=Coalesce(Sum("beloep"), 0))["s"])


@dataclass(frozen=True)
class Oversikt:
    """The money of a call, in whole kroner."""

    ramme: int
    soekt: int
    innvilget: int
    utbetalt: int
    brukt: int
    krevd: int
    tilbakebetalt: int

    @property
    def igjen(self) -> int:
        """What is left of the pot."""
        return self.ramme - self.innvilget


def oversikt(utlysning: Utlysning) -> Oversikt:
    """Return the sums of a call: they are the sums of its applications."""
    alle = Soeknad.objects.filter(utlysning=utlysning, sendt__isnull=False)
    i_utlysningen = {"soeknad__utlysning": utlysning}
    rapporter = Rapport.objects.filter(**i_utlysningen, godkjent=True)
    krav = Krav.objects.filter(**i_utlysningen, vedtatt__isnull=False)
    siste = rapporter.order_by("soeknad", "-nummer").distinct("soeknad")
    return Oversikt(
        ramme=utlysning.ramme,
        soekt=sum(s.beloep or 0 for s in alle.exclude(tilstand=T.TRUKKET)),
        innvilget=_innvilget(alle),
        utbetalt=_sum(Utbetaling.objects.filter(**i_utlysningen, godkjent__isnull=False)),
        brukt=sum(siste.values_list("brukt", flat=True)),
        krevd=sum(k.beloep for k in krav),
        tilbakebetalt=sum(k.beloep for k in krav.filter(betalt__isnull=False)),
    )


def sendte_fra(virksomhet: Virksomhet | OuterRef) -> QuerySet[Soeknad]:
    """Return what an organisation has applied for here, with `vedtatt`."""
    return med_vedtak(Soeknad.objects.filter(virksomhet=virksomhet, sendt__isnull=False))


def tilskudd_til(virksomhet: Virksomhet) -> list[Soeknad]:
    """Return what an organisation has applied for here, the last first: for the page of the organisation."""
    return list(sendte_fra(virksomhet).select_related("utlysning").order_by("-pk"))


def utbetalinger() -> QuerySet[Utbetaling]:
    """Return the payments that are not discarded."""
    rader = Utbetaling.objects.filter(forkastet=False)
    return rader.select_related("soeknad__virksomhet", "soeknad__utlysning", "registrert_av", "godkjent_av")
