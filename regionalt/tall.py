"""The leader's figures about contact with the municipalities."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.ledelsestall import Ledelsestall, Tall
from regionalt.lister import LENGE_SIDEN, UTEN
from regionalt.queries.kommuner import ikke_moett_siden, med_sist_moett
from regionalt.queries.kontakter import paa_dagen
from regionalt.rules.kontakt import aaret_foer


def _av(antall: int, alle: int, valg: str) -> Tall:
    return Tall(
        verdi=_("%(antall)s av %(alle)s") % {"antall": antall, "alle": alle},
        url=f"{reverse('kommuner')}?{valg}",
        farge="warning" if antall else "success",
    )


def _uten_kontakt(av: Aktoer, dag: date) -> Tall | None:
    har = Exists(paa_dagen(dag).filter(kommune=OuterRef("pk")))
    tall: dict[str, Any] = kommuner_i_fylket().aggregate(alle=Count("pk"), uten=Count("pk", filter=~Q(har)))
    return _av(tall["uten"], tall["alle"], f"kontakt={UTEN}") if tall["alle"] else None


def _ikke_moett(av: Aktoer, dag: date) -> Tall | None:
    tall = med_sist_moett(kommuner_i_fylket()).aggregate(
        alle=Count("pk"), lenge=Count("pk", filter=ikke_moett_siden(aaret_foer(dag)))
    )
    return _av(tall["lenge"], tall["alle"], f"moett={LENGE_SIDEN}") if tall["alle"] else None


TALL = (
    Ledelsestall(
        "kommuner_uten_kontakt",
        gettext_lazy("Kommuner uten kontaktperson"),
        gettext_lazy("Kommunene i fylket som ikke har en kontaktperson i fylkeskommunen i dag."),
        _uten_kontakt,
        20,
    ),
    Ledelsestall(
        "kommuner_ikke_moett",
        gettext_lazy("Kommuner vi ikke har møtt på et år"),
        gettext_lazy("Uten møte eller besøk de siste 12 månedene."),
        _ikke_moett,
        21,
    ),
)
