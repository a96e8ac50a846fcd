"""Saved filters: one shared at the county, one of a municipality's own."""

from __future__ import annotations

from datetime import date

from django.http import QueryDict

from integrering.demo.brukere import BRUKERE
from integrering.lister import actions
from integrering.lister.register import finn_liste
from integrering.lister.utvalg import Utvalg
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle

_FILTRE = (
    (Rolle.FYLKE_SAKSBEHANDLER, "Mangler vedtak", "mangler=vedtak&sorter=kommune", True),
    (Rolle.FYLKE_SAKSBEHANDLER, "Kollektiv beskyttelse", "lovspor=kollektiv", False),
    (Rolle.KOMMUNE_FLYKTNINGTJENESTE, "Perioder uten slutt", "mangler=sluttdato", True),
)


def lag(i_dag: date) -> None:
    """Save the filters as the first demo user of each role."""
    liste = finn_liste("personer")
    if liste is None:
        return
    for rolle, navn, sporring, delt in _FILTRE:
        hvem = (aktoer_med_rolle(bruker.brukernavn, rolle) for bruker in BRUKERE)
        av = next((aktoer for aktoer in hvem if aktoer), None)
        if av is not None:
            with kontekst(kontekst_for(av)):
                utvalg = Utvalg(liste, av, QueryDict(sporring))
                actions.lagre_filter(utvalg=utvalg, navn=navn, delt=delt, av=av)
