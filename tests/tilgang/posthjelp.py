"""E-mail in tests: send what waits, and read the link in it."""

from __future__ import annotations

import re
from typing import Any

from django.core import mail

from integrering.tilgang import actions


def les_post() -> list[Any]:
    """Send what waits in the outbox; return the e-mails."""
    mail.outbox.clear()
    actions.send_utboks()
    return list(mail.outbox)


def lenken(brev: Any) -> str:
    """Return the path of the link with a key in an e-mail."""
    treff = re.search(r"http://localhost:8000(/(?:invitasjon|nytt-passord)/\S+)", brev.body)
    assert treff, brev.body
    return treff[1]
