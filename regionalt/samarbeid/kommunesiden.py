"""What a municipality's page shows of the cooperation: the forums it is a member of."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.urls import reverse

from regionalt.kommunepaneler import Felt, Kommunepanel
from regionalt.queries.felt import antall, radene
from regionalt.roller import LESER
from regionalt.samarbeid.models import Forum, Forumvedtak, Medlem
from regionalt.samarbeid.queries.fora import er_med
from regionalt.samarbeid.queries.vedtak import aapne


def _felt(dag: date) -> Felt:
    med = Medlem.objects.filter(er_med(dag), forum=OuterRef("pk"), virksomhet=OuterRef(OuterRef("pk")))
    fora = Forum.objects.filter(Q(nedlagt__isnull=True) | Q(nedlagt__gt=dag), Exists(med))
    vedtak = Forumvedtak.objects.filter(aapne(), forum=OuterRef("pk"))
    return {
        "fora": radene(
            fora.annotate(venter=antall(vedtak, "forum")).order_by("navn"),
            navn="navn",
            noekkel="noekkel",
            hyppighet="hyppighet",
            venter="venter",
        )
    }


def _innhold(request: HttpRequest, kommune: Any) -> dict[str, Any] | None:
    return {"fora": [{**f, "url": reverse("samarbeid:forum", args=[f["noekkel"]])} for f in kommune.fora]}


PANEL = Kommunepanel("samarbeid", "samarbeid/kommunepanel.html", _innhold, 70, frozenset(LESER), _felt)
