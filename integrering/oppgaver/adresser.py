"""Addresses of a person's page and forms, made for very many persons at once."""

from __future__ import annotations

from functools import cache
from uuid import UUID

from django.urls import reverse

_A, _B = UUID(int=0xA), UUID(int=0xB)


def adresse(navn: str, noekkel: UUID, registrering: UUID | None = None, slag: str = "") -> str:
    """Return an address of `nir`. Django's `reverse` is asked once: very many times takes seconds."""
    moenster = _moenster(navn, slag, registrering is not None)
    return moenster.replace(str(_A), str(noekkel)).replace(str(_B), str(registrering))


def skjema(noekkel: UUID, slag: str, registrering: UUID | None = None) -> str:
    """Return the address of the form: a new registration of the kind, or the one to correct."""
    return adresse("fakta_rett" if registrering else "fakta_ny", noekkel, registrering, slag)


@cache
def _moenster(navn: str, slag: str, med_registrering: bool) -> str:
    argumenter: list[object] = [_A]
    argumenter += [slag] if slag else []
    argumenter += [_B] if med_registrering else []
    return reverse(navn, args=argumenter)
