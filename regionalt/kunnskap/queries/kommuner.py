"""What is known about each municipality, as expressions and rows for the pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.kunnskap.kodeverk import Indikator, Kunnskap
from regionalt.kunnskap.models import Tall, Vurdering
from regionalt.kunnskap.queries.tall import RANG, gjeldende
from regionalt.queries.felt import radene

_TALLFELT = {
    "indikator": "indikator", "aar": "aar", "utgave": "utgave", "verdi": "verdi", "merke": "merke",
    "merknad": "merknad", "kilde": "tallimport__kilde", "hentet": "tallimport__hentet",
}  # fmt: skip
_VURDERINGSFELT = ("slag", "trinn", "tall", "tekst", "kilde", "dato", "sikkerhet")
# the figures the table of all municipalities shows
NOEKKELTALL = (
    Indikator.FOLKETALL,
    Indikator.SYSSELSATTE,
    Indikator.ANMODNING,
    Indikator.VEDTAK,
    Indikator.BOSATT,
)


def _her(rader: QuerySet[Any]) -> QuerySet[Any]:
    """Return the rows of the outer query's municipality."""
    return rader.filter(kommune=OuterRef("pk"))


def siste_felt() -> Mapping[str, Any]:
    """Return expressions of a municipality: its last figure of each indicator, its newest judgements."""
    tall = _her(gjeldende()).alias(rang=RANG).order_by("indikator", "-aar", "-rang").distinct("indikator")
    vurderinger = _her(Vurdering.objects.all()).order_by("slag", "-dato", "-pk").distinct("slag")
    return {
        "siste_tall": radene(tall, **_TALLFELT),
        "siste_vurderinger": radene(vurderinger, **{felt: felt for felt in _VURDERINGSFELT}),
    }


def kommunene_med_kunnskap() -> QuerySet[Any]:
    """Return the county's municipalities with `tall_<indikator>`, `verdi_<indikator>` and `trinn_<slag>`."""
    ut: dict[str, Any] = {}
    for kode in NOEKKELTALL:
        rader = _her(gjeldende()).filter(indikator=kode).alias(rang=RANG).order_by("-aar", "-rang")
        felt = JSONObject(**{navn: navn for navn in ("verdi", "merke", "aar", "utgave")})
        ut[f"tall_{kode.value}"] = Subquery(rader.values(json=felt)[:1])
        ut[f"verdi_{kode.value}"] = Subquery(rader.values("verdi")[:1])
    for slag in Kunnskap:
        rader = _her(Vurdering.objects.filter(slag=slag)).order_by("-dato", "-pk")
        ut[f"trinn_{slag.value}"] = Subquery(rader.values("trinn")[:1])
        ut[f"mengde_{slag.value}"] = Subquery(rader.values("tall")[:1])
    return kommuner_i_fylket().order_by().annotate(**ut)


def tallene_til(kommune: Virksomhet) -> list[Tall]:
    """Return the figures of a municipality that count, the newest of each indicator first."""
    rader = gjeldende().filter(kommune=kommune).alias(rang=RANG)
    return list(rader.order_by("indikator", "-aar", "-rang"))


def vurderingene_av(kommune: Virksomhet) -> list[Vurdering]:
    """Return the judgements of a municipality, the newest of each kind first."""
    rader = Vurdering.objects.filter(kommune=kommune).select_related("endret_av")
    return list(rader.order_by("slag", "-dato", "-pk"))
