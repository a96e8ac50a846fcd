"""What the front page shows of persons and registrations."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.nir import actions
from integrering.nir.faktatyper import VEDTAK, VGO, Faktatype
from integrering.nir.models import FulltidVgo, Person
from integrering.nir.queries import oversikt
from integrering.nir.queries.status import FULLTID
from integrering.tilgang.doerer import aktoer_i

VIST = 10


@dataclass(frozen=True)
class Manglende:
    """A person and the form that mends what is missing."""

    person: Person
    url: str


@dataclass(frozen=True)
class Mangelgruppe:
    """All who lack one thing: how many, and the first of them."""

    tittel: Promise
    handling: Promise
    antall: int
    foerste: list[Manglende]
    alle_url: str
    merknad: str = ""


_GRUPPER: tuple[tuple[str, Promise, Promise, Faktatype], ...] = (
    ("sluttdato", _("Perioden mangler sluttdato"), _("Registrer sluttdato"), VGO),
    ("vedtak", _("Vedtak om norskopplæring mangler"), _("Registrer vedtak"), VEDTAK),
    ("periode", _("Uten periode med fulltid videregående"), _("Registrer periode"), VGO),
)


def kommunens_panel(request: HttpRequest) -> dict[str, Any]:
    """Persons with missing registrations, each with one step to the form."""
    grupper = [_gruppe(*gruppe) for gruppe in _GRUPPER]
    return {
        "grupper": [g for g in grupper if g.antall],
        "flyttesaker": oversikt.aapne_flyttesaker().count(),
        "kan_registrere": actions.kan_registrere(aktoer_i(request)),
    }


def _gruppe(hva: str, tittel: Promise, handling: Promise, slag: Faktatype) -> Mangelgruppe:
    alle = oversikt.mangler(hva)
    foerste = list(alle[:VIST])
    antall = len(foerste) if len(foerste) < VIST else alle.count()
    # Nothing registered here says who attends school: this group is a question, not a fault.
    merknad = gettext("Gjelder bare dem som går i videregående på fulltid.") if hva == "periode" else ""
    adresser = _med_adresse(foerste, hva, slag)
    return Mangelgruppe(tittel, handling, antall, adresser, f"{reverse('personer')}?mangler={hva}", merknad)


def _med_adresse(personer: list[Person], hva: str, slag: Faktatype) -> list[Manglende]:
    if hva != "sluttdato":
        return [Manglende(p, reverse("fakta_ny", args=[p.noekkel, slag.slug])) for p in personer]
    aapne = FulltidVgo.objects.gjeldende().filter(FULLTID, person__in=personer, til__isnull=True)
    perioder = dict(aapne.order_by("-fra").values_list("person_id", "registrering_id"))
    return [
        Manglende(p, reverse("fakta_rett", args=[p.noekkel, slag.slug, perioder[p.pk]])) for p in personer
    ]


def fylkets_panel(request: HttpRequest) -> dict[str, Any]:
    """Missing registrations per municipality, and moves that wait."""
    kommuner = oversikt.mangler_per_kommune()
    sum_ = sum((k.tall for k in kommuner), Counter[str]())
    return {"kommuner": kommuner, "sum": dict(sum_), "flyttesaker": oversikt.aapne_flyttesaker().count()}
