"""An expired session loses no typed text.

What was posted without a login is carried by the login page itself, signed, and offered for sending again
after the login. Nothing is stored on the server or put in an address; passwords and files are left out.

Whose text is it? At login the browser gets a signed cookie (`sist`): who logged in, in which role, and
fingerprints of the CSRF secrets that this user's forms were made with. A form made with one of those is this
user's, and is given back to this user only. A request from another site has no such secret.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase
from django.middleware.csrf import (  # type: ignore[attr-defined]
    CSRF_SECRET_LENGTH,
    CSRF_TOKEN_LENGTH,
    _unmask_cipher_token,
)
from django.urls import reverse
from django.utils.crypto import salted_hmac

from integrering.tilgang import rules

KAKE = "sist"
_SALT_KAKE, _SALT_FELT = "tilgang.sist", "tilgang.bevart"
_VARER = 24 * 3600
_HEMMELIGHETER = 5
# Characters of text that is carried; more than this is not kept.
MEST = 300_000
# Passwords and keys live here: nothing posted to these is ever carried.
_ALDRI = ("logg_inn", "logg_ut", "spraak", "glemt_passord", "nytt_passord", "invitasjon", "min_side_passord")


@dataclass(frozen=True)
class Sist:
    """Who logged in last in this browser, in which role (or None), with which CSRF secrets (fingerprints)."""

    bruker_id: int
    tildeling_id: int | None
    merker: tuple[str, ...]


@dataclass(frozen=True)
class Bevart:
    """What was typed: where it was to be sent, and the fields; whose it is; whether anything was left out."""

    sti: str
    felter: tuple[tuple[str, str], ...]
    bruker_id: int
    tildeling_id: int | None
    utelatt: bool
    for_lang: bool

    @property
    def tekster(self) -> list[str]:
        """Return what somebody has written, for showing."""
        return rules.fri_tekst([verdi for _navn, verdi in self.felter])


def husk(request: HttpRequest, svar: HttpResponseBase, *, bruker_id: int, tildeling_id: int | None) -> None:
    """Remember in the browser who is logged in. Call when the login, the role or the CSRF secret is new."""
    forrige = _les_kake(request)
    merker = list(forrige.merker) if forrige and forrige.bruker_id == bruker_id else []
    hemmelighet = str(request.META.get("CSRF_COOKIE", ""))
    if hemmelighet and (merke := _merke(hemmelighet)) not in merker:
        merker.append(merke)
    svar.set_cookie(
        KAKE,
        signing.dumps([bruker_id, tildeling_id, merker[-_HEMMELIGHETER:]], salt=_SALT_KAKE),
        max_age=_VARER, samesite="Lax", httponly=True, secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip


def bevar(request: HttpRequest) -> Bevart | None:
    """Return what was posted, when it is a form that one of our users was given; else None."""
    if request.path in {reverse(navn) for navn in _ALDRI}:
        return None
    eier = _eier(request)
    if eier is None:
        return None
    felter = [(navn, str(v)) for navn in request.POST for v in request.POST.getlist(navn)]
    rene = [(n, v) for n, v in felter if n != "csrfmiddlewaretoken" and not rules.passordfelt(n)]
    for_lang = sum(len(n) + len(v) for n, v in rene) > MEST
    return Bevart(
        sti=request.get_full_path(),
        felter=() if for_lang else tuple(rene),
        bruker_id=eier.bruker_id,
        tildeling_id=eier.tildeling_id,
        utelatt=bool(request.FILES) or any(rules.passordfelt(n) for n, _v in felter),
        for_lang=for_lang,
    )


def pakk(bevart: Bevart) -> str:
    """Return the text a page carries."""
    return signing.dumps(
        [bevart.sti, bevart.felter, bevart.bruker_id, bevart.tildeling_id, bevart.utelatt, bevart.for_lang],
        salt=_SALT_FELT, compress=True,
    )  # fmt: skip


def pakk_opp(tekst: str) -> Bevart | None:
    """Return what a page carried; None when it is not ours or too old."""
    try:
        sti, felter, bruker_id, tildeling_id, utelatt, for_lang = signing.loads(
            tekst, salt=_SALT_FELT, max_age=_VARER
        )
    except (signing.BadSignature, ValueError):
        return None
    return Bevart(sti, _par(felter), bruker_id, tildeling_id, utelatt, for_lang)


def _par(felter: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((navn, verdi) for navn, verdi in felter)


def _eier(request: HttpRequest) -> Sist | None:
    """Return whose form this is: the one who logged in last here, if it was made with a secret of theirs."""
    sist = _les_kake(request)
    hemmelighet = _sendt_hemmelighet(request)
    return sist if sist and hemmelighet and _merke(hemmelighet) in sist.merker else None


def _sendt_hemmelighet(request: HttpRequest) -> str:
    """Return the CSRF secret behind the token in the form (or the header htmx sends)."""
    merke = str(request.POST.get("csrfmiddlewaretoken") or request.headers.get("X-CSRFToken") or "")
    if not (merke.isascii() and merke.isalnum()):
        return ""
    if len(merke) == CSRF_TOKEN_LENGTH:
        return str(_unmask_cipher_token(merke))
    return merke if len(merke) == CSRF_SECRET_LENGTH else ""


def _les_kake(request: HttpRequest) -> Sist | None:
    try:
        innhold: Any = signing.loads(request.COOKIES.get(KAKE, ""), salt=_SALT_KAKE, max_age=_VARER)
        bruker_id, tildeling_id, merker = innhold
    except (signing.BadSignature, json.JSONDecodeError, ValueError):
        return None
    return Sist(bruker_id, tildeling_id, tuple(merker))


def _merke(hemmelighet: str) -> str:
    return salted_hmac("integrering.tilgang.bevaring", hemmelighet, algorithm="sha256").hexdigest()[:20]
