"""The lists of networks, activities and national plans."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.forebygging.models import Aktivitet, Aktivitetsslag, NasjonalPlan, Nettverk
from regionalt.forebygging.queries.aktiviteter import aktivitetene, i_kommunen, planene
from regionalt.forebygging.queries.nettverk import nettverkene
from regionalt.forebygging.rules.gjennomgang import utloept
from regionalt.roller import FYLKET, LESER


class Aktivitetsfilter(Listefilter):
    """Kind, and municipality."""

    slag = forms.ChoiceField(label=_("Slag"), choices=[("", _("Alle")), *Aktivitetsslag.choices])
    kommune = forms.ChoiceField(label=_("Kommune"), choices=[])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [(k.nummer, k.navn) for k in kommuner_i_fylket()]
        self.fields["kommune"].choices = [("", _("Alle kommuner")), *valg]  # type: ignore[attr-defined]


def _aktiviteter(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Aktivitet]:
    rader = aktivitetene()
    if filter.get("slag"):
        rader = rader.filter(slag=filter["slag"])
    return i_kommunen(rader, filter["kommune"]) if filter.get("kommune") else rader


def _hvor(rad: Aktivitet) -> str:
    return str(len(rad.kommuner)) if rad.kommuner else gettext("Hele fylket")


def planstatus(til: Any) -> Status:
    """Return whether a plan or a network still holds."""
    if utloept(til, timezone.localdate()):
        return Status(gettext("Har gått ut"), "warning")
    return Status(gettext("Gjelder"), "success")


def _planer(av: Aktoer, filter: dict[str, Any]) -> QuerySet[NasjonalPlan]:
    return planene()


def _nettverk(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Nettverk]:
    return nettverkene(timezone.localdate())


AKTIVITETER = Liste(
    navn="forebygging:aktiviteter",
    tittel=_("Forebyggende aktiviteter"),
    kolonner=(
        Kolonne(
            "tittel", _("Aktivitet"), sorter=("tittel", "dato"),
            lenke=lambda a: reverse("forebygging:aktivitet", args=[a.noekkel]),
        ),
        Kolonne("dato", _("Dato"), slag=Slag.DATO, sorter=("dato", "tittel")),
        Kolonne("slag", _("Slag"), verdi="get_slag_display"),
        Kolonne("tema", _("Tema"), verdi="get_tema_display"),
        Kolonne("maalgruppe", _("Målgruppe")),
        Kolonne("kommuner", _("Kommuner"), verdi=_hvor),
        Kolonne("deltakere", _("Deltakere"), slag=Slag.TALL, sorter=("deltakere", "tittel")),
    ),
    rader=_aktiviteter,
    standard="-dato",
    roller=frozenset(LESER),
    filterskjema=Aktivitetsfilter,
    noekkel="noekkel",
    tomt=_("Ingen aktiviteter er registrert."),
)  # fmt: skip
PLANER = Liste(
    navn="forebygging:planer",
    tittel=_("Nasjonale planer"),
    kolonner=(
        Kolonne(
            "tittel", _("Plan"), sorter=("tittel",),
            lenke=lambda p: reverse("forebygging:plan", args=[p.noekkel]),
        ),
        Kolonne("fra", _("Fra"), slag=Slag.DATO, sorter=("fra", "tittel")),
        Kolonne("til", _("Til og med"), slag=Slag.DATO, sorter=("til", "tittel")),
        Kolonne("status", _("Status"), verdi=lambda p: planstatus(p.til), slag=Slag.STATUS),
        Kolonne("antall", _("Aktiviteter"), slag=Slag.TALL, sorter=("antall", "tittel")),
    ),
    rader=_planer,
    standard="-fra",
    roller=frozenset(LESER),
    noekkel="noekkel",
    tomt=_("Ingen planer er lagt inn."),
)  # fmt: skip
NETTVERK = Liste(
    navn="forebygging:nettverkene",
    tittel=_("Nettverk"),
    kolonner=(
        Kolonne(
            "navn", _("Nettverk"), sorter=("navn",),
            lenke=lambda n: reverse("forebygging:nettverk", args=[n.noekkel]),
        ),
        Kolonne("formaal", _("Formål")),
        Kolonne("antall", _("Medlemmer"), slag=Slag.TALL, sorter=("antall", "navn")),
        Kolonne("status", _("Status"), verdi=lambda n: planstatus(n.til), slag=Slag.STATUS),
    ),
    rader=_nettverk,
    standard="navn",
    roller=frozenset(FYLKET),
    noekkel="noekkel",
    tomt=_("Ingen nettverk er registrert."),
)  # fmt: skip
LISTER = (AKTIVITETER, PLANER, NETTVERK)
