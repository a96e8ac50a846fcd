"""Finding organisations by name in any of its languages, or by number."""

from __future__ import annotations

import re

from integrering.grunnmur.alfabet import alfabetisk
from integrering.grunnmur.soeketekst import ord_i, treffer
from integrering.tilgang.models import Virksomhet


def soek(tekst: str) -> list[Virksomhet]:
    """Return the active organisations found, those whose name begins with the text first.

    They are some hundreds: read and compared here, with å as aa and the Sámi letters without their marks.
    """
    aktive = Virksomhet.objects.filter(aktiv=True)
    sifre = re.sub(r"[\s.]", "", tekst)
    if re.fullmatch(r"[0-9]{2,9}", sifre):
        return list(aktive.filter(nummer__startswith=sifre).order_by("nummer"))
    soekt = ord_i(tekst)
    funnet = [v for v in aktive if treffer(soekt, (*ord_i(v.navn), *ord_i(v.navn_andre)))]
    return sorted(funnet, key=lambda v: (not ord_i(v.navn)[0].startswith(soekt[0]), alfabetisk(v.navn)))


def finn(nummer: str) -> Virksomhet | None:
    """Return the organisation with the number, also one that is no longer active."""
    return Virksomhet.objects.filter(nummer=nummer).select_related("overordnet").order_by("type").first()
