"""The leader's figures about contact with the municipalities."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.samlet import Rader, Sporring, tell
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.ledelsestall import Ledelsestall, Tall
from regionalt.lister import LENGE_SIDEN, UTEN
from regionalt.queries.kommuner import ikke_moett_siden, med_sist_moett
from regionalt.queries.kontakter import paa_dagen
from regionalt.rules.kontakt import aaret_foer


def _av(rader: Rader, valg: str) -> Tall | None:
    (telt,) = rader
    if not telt["alle"]:
        return None
    return Tall(
        verdi=_("%(antall)s av %(alle)s") % telt,
        url=f"{reverse('kommuner')}?{valg}",
        farge="warning" if telt["antall"] else "success",
    )


def _spoer_uten_kontakt(dag: date) -> Sporring:
    har = Exists(paa_dagen(dag).filter(kommune=OuterRef("pk")))
    return tell(kommuner_i_fylket(), alle=Count("pk"), antall=Count("pk", filter=~Q(har)))


def _uten_kontakt(rader: Rader, dag: date) -> Tall | None:
    return _av(rader, f"kontakt={UTEN}")


def _spoer_ikke_moett(dag: date) -> Sporring:
    lenge = ikke_moett_siden(aaret_foer(dag))
    return tell(med_sist_moett(kommuner_i_fylket()), alle=Count("pk"), antall=Count("pk", filter=lenge))


def _ikke_moett(rader: Rader, dag: date) -> Tall | None:
    return _av(rader, f"moett={LENGE_SIDEN}")


TALL = (
    Ledelsestall(
        "kommuner_uten_kontakt",
        gettext_lazy("Kommuner uten kontaktperson"),
        gettext_lazy("Kommunene i fylket som ikke har en kontaktperson i fylkeskommunen i dag."),
        _spoer_uten_kontakt,
        _uten_kontakt,
        20,
    ),
    Ledelsestall(
        "kommuner_ikke_moett",
        gettext_lazy("Kommuner vi ikke har møtt på et år"),
        gettext_lazy("Uten møte eller besøk de siste 12 månedene."),
        _spoer_ikke_moett,
        _ikke_moett,
        21,
    ),
)
