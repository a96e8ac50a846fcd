"""E-mail to users: plain text in the reader's language, with counts and links only, never personal data.

What is to be sent is put in the outbox (`actions.legg_i_utboks`) by whoever changes something, in the same
transaction, and sent by the worker. An app brings its own kinds with `registrer_epost` in AppConfig.ready.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise

from integrering.tilgang.models import Bruker, Utsending


@dataclass(frozen=True)
class Brev:
    """An e-mail: subject (lazy text), template, what the template reads, headers of its own."""

    emne: str | Promise
    mal: str
    verdier: Mapping[str, Any] = field(default_factory=dict)
    hoder: Mapping[str, str] = field(default_factory=dict)


# Makes the e-mail of a row of the outbox when it is sent; None when there is no longer anything to say.
Brevlager = Callable[[Utsending], Brev | None]
_slag: dict[str, Brevlager] = {}


def registrer_epost(slag: str, lag: Brevlager) -> None:
    """Register how e-mails of a kind are made (again: replaces it)."""
    _slag[slag] = lag


def lag_brev(utsending: Utsending) -> Brev | None:
    """Return the e-mail of a row. Raises KeyError for a kind no app has registered."""
    return _slag[utsending.slag](utsending)


def er_satt_opp() -> bool:
    """Return True when e-mail leads somewhere (a server, or the terminal of the demo)."""
    return not str(settings.EMAIL_BACKEND).endswith("dummy.EmailBackend")


def adresse(sti: str) -> str:
    """Return a page's whole address, for a link in an e-mail."""
    return f"{settings.NETTADRESSE}{sti}"


def send(
    mottaker: Bruker,
    emne: str | Promise,
    mal: str,
    verdier: Mapping[str, Any],
    hoder: Mapping[str, str] | None = None,
) -> None:
    """Render the text in the reader's language and send it. Call from a job, never from a request.

    Raises:
        OSError, smtplib.SMTPException: the server would not take it.
    """
    send_til(mottaker.email, emne, mal, verdier, maalform=mottaker.maalform, hoder=hoder)


def send_til(
    til: str,
    emne: str | Promise,
    mal: str,
    verdier: Mapping[str, Any],
    *,
    maalform: str,
    hoder: Mapping[str, str] | None = None,
) -> None:
    """Send to an address (see `send`)."""
    with translation.override(maalform):
        tekst = render_to_string(mal, {**verdier, "nettadresse": settings.NETTADRESSE})
        overskrift = " ".join(str(emne).split())
    EmailMessage(
        overskrift, tekst.strip() + "\n", settings.EPOST_FRA, [til], headers=dict(hoder or {})
    ).send()
