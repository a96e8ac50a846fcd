"""A list as one word for an address: a page that was opened from the list knows who comes next.

Signed, so that only what a list has said of itself is believed: its name, filter, order and the arguments of
its address. Nothing of it is personal (see `docs/lister.md`); who reads it sees what the list shows them.
"""

from __future__ import annotations

from django.core.signing import BadSignature, Signer
from django.http import QueryDict

from integrering.lister.register import finn_liste
from integrering.lister.utvalg import Utvalg
from integrering.tilgang.aktoer import Aktoer

_SIGNERER = Signer(salt="lister.referanse")


def referanse(utvalg: Utvalg) -> str:
    """Return the list as it is asked for, as one word; empty when its rows are not about persons."""
    if not utvalg.liste.person:
        return ""
    parametre = {navn: str(verdi) for navn, verdi in utvalg.parametre.items()}
    return _SIGNERER.sign_object([utvalg.liste.navn, utvalg.kanonisk, parametre])


def les_referanse(tekst: str, av: Aktoer) -> Utvalg | None:
    """Return the list a reference stands for, as this one sees it; None for what is none of ours."""
    if not tekst:
        return None
    try:
        navn, sporring, parametre = _SIGNERER.unsign_object(tekst)
    except (BadSignature, ValueError):
        return None
    liste = finn_liste(navn)
    if liste is None or av.rolle not in liste.roller:
        return None
    utvalg = Utvalg(liste, av, QueryDict(sporring), parametre)
    return utvalg if utvalg.gyldig else None
