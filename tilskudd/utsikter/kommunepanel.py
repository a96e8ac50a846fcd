"""The panel of a municipality's page: what waits because of what it has not registered."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from integrering.tilgang.roller import FYLKESROLLER
from regionalt.kommunepaneler import Felt, Kommunepanel
from regionalt.queries.felt import antall
from tilskudd.utsikter import lister
from tilskudd.utsikter.models import PaaVent


def _felt(dag: date) -> Felt:
    rader = PaaVent.objects.filter(kommune=OuterRef("pk"), person__skjermet=False).order_by()
    venter = Q(kroner__gt=0)
    summer = rader.values("kommune").annotate(s=Sum("kroner", filter=venter)).values("s")
    return {
        "paa_vent_kroner": Coalesce(Subquery(summer), 0),
        "paa_vent_personer": antall(rader, "kommune", venter),
    }


def _innhold(request: HttpRequest, kommune: Any) -> dict[str, Any] | None:
    if not kommune.paa_vent_personer:
        return None
    return {
        "kroner": kommune.paa_vent_kroner,
        "personer": kommune.paa_vent_personer,
        "url": lister.adresse(kommune=kommune.nummer),
    }


KOMMUNEPANEL = Kommunepanel("paa_vent", "utsikter/_kommunepanel.html", _innhold, 30, FYLKESROLLER, _felt)
