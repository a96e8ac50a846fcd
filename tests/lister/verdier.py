"""What the walk of all addresses needs: a finished order and a saved filter, both of Trondheim's user."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import QueryDict

from integrering.grunnmur.jobber.loep import kjoer
from integrering.lister import actions
from integrering.lister.models import Filformat
from integrering.lister.register import finn_liste
from integrering.lister.utvalg import Utvalg
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for


def utvalg_for(av: Aktoer, sporring: str = "", liste: str = "personer") -> Utvalg:
    """Return a list as one has asked for it."""
    definisjon = finn_liste(liste)
    assert definisjon is not None
    return Utvalg(definisjon, av, QueryDict(sporring))


def verdier(av: Aktoer) -> dict[str, Any]:
    """Return the parameters `bestilling_id` and `filter_id`."""
    utvalg = utvalg_for(av, "mangler=vedtak")
    with kontekst(kontekst_for(av)):
        bestilling = actions.bestill(
            utvalg=utvalg, sti="/personer/", format_=Filformat.XLSX, noekkel=uuid.uuid4()
        )
        lagret = actions.lagre_filter(utvalg=utvalg, navn="Mangler vedtak", delt=True, av=av)
    assert bestilling.jobb is not None
    kjoer(bestilling.jobb.pk)
    return {"bestilling_id": bestilling.pk, "filter_id": lagret.pk}
