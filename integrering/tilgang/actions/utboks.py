"""The outbox of e-mail: nothing lost, nothing sent twice.

The row is written together with the change it tells of. The worker takes one row at a time: it is marked
before it is sent and after, each in a transaction of its own, so a worker that dies in between leaves a row
that says so (`uvisst`) instead of a second e-mail.
"""

from __future__ import annotations

import smtplib
import uuid
from datetime import timedelta

import structlog
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from integrering.tilgang import epost, rules
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Sending, Utsending

logg = structlog.get_logger(__name__)

# A row that has been «sendes» for this long was in the hands of a worker that died.
DOED_ETTER = timedelta(minutes=10)


def legg_i_utboks(
    *, bruker_id: int | None, slag: str, gjelder: uuid.UUID | None = None, noekkel: str = ""
) -> None:
    """Order an e-mail; it is sent after commit. With a `noekkel` the same one is ordered once only.

    Args:
        bruker_id: to whom; None: to nobody (the same work as if to somebody).
        slag: the kind, registered with `epost.registrer_epost`.
        gjelder: the row it is about.
    """
    # the outbox is the jobs' table: whoever has a change to tell of writes in it through here
    with kontekst(motor_kontekst()):
        ny = Utsending(bruker_id=bruker_id, slag=slag, gjelder=gjelder, noekkel=noekkel)
        Utsending.objects.bulk_create([ny], ignore_conflicts=bool(noekkel))
    transaction.on_commit(_vekk)


def send_utboks(*, mest: int = 500) -> int:
    """Send what is due, at most so many; return how many were sent. Without a mail server all of it waits."""
    if not epost.er_satt_opp():
        return 0
    _legg_bort_doede()
    sendt = 0
    for _nr in range(mest):
        rad = _ta_neste()
        if rad is None:
            break
        sendt += _send(rad)
    return sendt


def _vekk() -> None:
    """Tell the worker. A broker that is down is no error: beat looks every minute."""
    from integrering.tilgang.tasks import send_epost

    try:
        send_epost.apply_async(retry=False, expires=60)
    except Exception:  # the row is the outbox
        logg.warning("utboks_ikke_meldt", exc_info=True)


def _legg_bort_doede() -> None:
    with kontekst(motor_kontekst()):
        Utsending.objects.filter(tilstand=Sending.SENDES, neste__lt=timezone.now() - DOED_ETTER).update(
            tilstand=Sending.UVISST, ferdig=timezone.now()
        )


def _ta_neste() -> Utsending | None:
    """Mark the next row as being sent, and commit."""
    naa = timezone.now()
    with kontekst(motor_kontekst()):
        rad = (
            Utsending.objects.select_for_update(skip_locked=True)
            .filter(Q(tilstand=Sending.VENTER), neste__lte=naa)
            .order_by("neste")
            .first()
        )
        if rad is not None:
            rad.tilstand, rad.forsoek, rad.neste = Sending.SENDES, rad.forsoek + 1, naa
            rad.save(update_fields=["tilstand", "forsoek", "neste"])
    return rad


def _send(rad: Utsending) -> bool:
    """Make the text and send it; write how it went. Logs never name the address or the link."""
    with kontekst(motor_kontekst()):
        mottaker = Bruker.objects.filter(pk=rad.bruker_id or 0, is_active=True).exclude(email="").first()
        brev = epost.lag_brev(rad) if mottaker else None
    if mottaker is None or brev is None:
        _avslutt(
            rad, Sending.SENDT if mottaker or rad.bruker_id is None else Sending.FEILET, "ingen mottaker"
        )
        return False
    try:
        epost.send(mottaker, brev.emne, brev.mal, brev.verdier, brev.hoder)
    except smtplib.SMTPRecipientsRefused:
        _avslutt(rad, Sending.FEILET, "adressen ble avvist")
    except (OSError, smtplib.SMTPException) as feil:
        logg.warning("epost_feilet", utsending=str(rad.pk), slag=rad.slag, feil=type(feil).__name__)
        _proev_igjen(rad, type(feil).__name__)
    else:
        _avslutt(rad, Sending.SENDT)
        return True
    return False


def _avslutt(rad: Utsending, tilstand: Sending, feil: str = "") -> None:
    with kontekst(motor_kontekst()):
        Utsending.objects.filter(pk=rad.pk).update(tilstand=tilstand, ferdig=timezone.now(), feil=feil)


def _proev_igjen(rad: Utsending, feil: str) -> None:
    neste = rules.neste_forsoek(rad.forsoek, timezone.now())
    if neste is None:
        _avslutt(rad, Sending.FEILET, feil)
        return
    with kontekst(motor_kontekst()):
        Utsending.objects.filter(pk=rad.pk).update(tilstand=Sending.VENTER, neste=neste, feil=feil)
