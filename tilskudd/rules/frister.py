"""When a run sees, when it may start, and which quarter a registration can reach at the earliest."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from integrering.grunnmur.kvartal import OSLO, Kvartal
from integrering.nir.rules.frister import registreringsfrist
from tilskudd.rules.fakta import Fakta, FulltidVgo, Vedtak
from tilskudd.rules.tilskuddsaar import alle_aar

VENTETID = timedelta(hours=1)
"""No writer is that slow: an hour after the cut-off the versions it sees never change."""
TIDLIG_I_KVARTALET = timedelta(days=9)
"""IMDi pays «early» in April, July, October and January."""
_MINSTE_STEG = timedelta(microseconds=1)


def vanlig_skjaeringstidspunkt(kvartal: Kvartal) -> datetime:
    """Return the last instant of the quarter in Europe/Oslo, to the database's microsecond."""
    return kvartal.slutt_instant() - _MINSTE_STEG


def skjaeringstidspunkt_for(kvartal: Kvartal, oensket: datetime | None) -> datetime:
    """Return the cut-off of a run: the one wished for, else the quarter's last instant.

    The first instant of the next quarter is how people write «the end of this one»: it names the same
    cut-off, so what is registered in that very instant belongs to the next (`docs/tilskuddsmotor.md`).
    """
    if oensket is None or oensket == kvartal.slutt_instant():
        return vanlig_skjaeringstidspunkt(kvartal)
    return oensket


def vanlig_utbetalingsdato(kvartal: Kvartal, skjaeringstidspunkt: datetime) -> date:
    """Return the planned payment date: early in the quarter after, or the day after a later cut-off."""
    dagen_etter = skjaeringstidspunkt.astimezone(OSLO).date() + timedelta(days=1)
    return max(kvartal.neste().fra + TIDLIG_I_KVARTALET, dagen_etter)


def kan_starte(skjaeringstidspunkt: datetime, naa: datetime) -> bool:
    """Return True from one hour after the cut-off."""
    return naa >= skjaeringstidspunkt + VENTETID


def siste_som_kan_beregnes(i_dag: date) -> Kvartal:
    """Return the last quarter there may be a draft of: the next one, for those who look ahead."""
    return Kvartal.for_dato(i_dag).neste()


def tidligste_utbetaling(registrert: datetime, egne: Mapping[Kvartal, datetime] | None = None) -> Kvartal:
    """Return the first quarter that can pay: the one after the first run whose cut-off sees the registration.

    Args:
        registrert: the later of the two registrations.
        egne: cut-offs of runs that have one of their own, by the run's quarter.
    """
    egne = egne or {}
    kvartal = Kvartal.for_instant(registrert).forrige()
    while registrert > egne.get(kvartal, vanlig_skjaeringstidspunkt(kvartal)):
        kvartal = kvartal.neste()
    return kvartal.neste()


def registrert_for_sent(kjent: date, registrert: datetime) -> date | None:
    """Return the deadline that was passed, when a fact was registered too late; nothing when in time.

    Two months from the day it was known (forskriften § 58). What that does to the grant no source says: the
    amount stays, and is paid later.
    """
    frist = registreringsfrist(kjent)
    return frist if registrert.astimezone(OSLO).date() > frist else None


def begge_registrert(fakta: Fakta, periode: FulltidVgo) -> datetime | None:
    """Return when the later of the two registrations was made for a period, or None while one is missing.

    A registration counts from its first version that says enough: of the decision, one that triggers a grant
    year; of the period, one that qualifies and has an end date. `fakta` holds all versions.
    """
    vedtak = [v.registrert for v in fakta.vedtak if _utloeser(fakta, v)]
    perioder = [
        p.registrert
        for p in fakta.vgo
        if p.registrering == periode.registrering and p.kvalifiserer and not p.annullert
    ]
    if not vedtak or not perioder or not periode.kvalifiserer:
        return None
    return max(min(vedtak), min(perioder))


def _utloeser(fakta: Fakta, vedtak: Vedtak) -> bool:
    """Return True when a version belongs to a decision that still holds, and triggers a grant year."""
    gjelder_ennaa = {v.registrering for v in fakta.vedtak if v.erstattet is None and not v.annullert}
    if vedtak.annullert or not vedtak.gjelder or vedtak.registrering not in gjelder_ennaa:
        return False
    gjeldende = Fakta(
        personopplysninger=tuple(
            p for p in fakta.personopplysninger if p.erstattet is None and not p.annullert
        ),
        bosteder=tuple(b for b in fakta.bosteder if b.erstattet is None and not b.annullert),
        vedtak=(vedtak,),
    )
    return any(vedtak.startdato < aar.slutt for aar in alle_aar(gjeldende))
