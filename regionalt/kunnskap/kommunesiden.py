"""What a municipality's page shows of knowledge: the last figures with source, and the judgements."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from regionalt.kommunepaneler import Felt, Kommunepanel
from regionalt.kunnskap.queries.kommuner import siste_felt
from regionalt.kunnskap.visning import tall_i_panelet, vurderinger_i_panelet
from regionalt.roller import LESER


def _felt(dag: date) -> Felt:
    return siste_felt()


def _innhold(request: HttpRequest, kommune: Any) -> dict[str, Any] | None:
    return {
        "tall": tall_i_panelet(kommune.siste_tall),
        "vurderinger": vurderinger_i_panelet(kommune.siste_vurderinger),
        "url": reverse("kunnskap:kommune", args=[kommune.nummer]),
    }


PANEL = Kommunepanel("kunnskap", "kunnskap/kommunepanel.html", _innhold, 30, frozenset(LESER), _felt)
