"""The list of networks."""

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
from regionalt.kodeverk import Tema
from regionalt.kompetanse.models import Nettverk
from regionalt.kompetanse.queries.nettverk import nettverkene, virker
from regionalt.kompetanse.roller import LESER


class Nettverksfilter(Listefilter):
    """Theme; those that are closed down too."""

    tema = forms.ChoiceField(label=_("Tema"), choices=[("", _("Alle")), *Tema.choices])
    nedlagte = forms.BooleanField(label=_("Vis nedlagte"), required=False)


def nettverksstatus(rad: Nettverk) -> Status:
    """Return whether a network still works."""
    if rad.til is not None and rad.til < timezone.localdate():
        return Status(gettext("Nedlagt"), "neutral")
    return Status(gettext("I gang"), "success")


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Any]:
    dag = timezone.localdate()
    rader = nettverkene(timezone.now(), dag)
    if not filter.get("nedlagte"):
        rader = rader.filter(virker(dag))
    return rader.filter(tema=filter["tema"]) if filter.get("tema") else rader


NETTVERK = Liste(
    navn="kompetanse:nettverkene",
    tittel=_("Nettverk"),
    kolonner=(
        Kolonne(
            "navn", _("Navn"), sorter=("navn",),
            lenke=lambda n: reverse("kompetanse:nettverk", args=[n.noekkel]),
        ),
        Kolonne("tema", _("Tema"), verdi=lambda n: n.get_tema_display(), sorter=("tema", "navn")),
        Kolonne(
            "antall", _("Medlemmer"), slag=Slag.TALL, sorter=("antall", "navn"),
            definisjon=_("De du kan se: fylkeskommunen ser alle, en kommune ser sine egne."),
        ),
        Kolonne("sist", _("Sist møtt"), slag=Slag.TIDSPUNKT, sorter=("sist", "navn")),
        Kolonne("neste", _("Neste møte"), slag=Slag.TIDSPUNKT, sorter=("neste", "navn")),
        Kolonne("status", _("Status"), verdi=nettverksstatus, slag=Slag.STATUS, sorter=("til", "navn")),
    ),
    rader=_rader,
    standard="navn",
    roller=frozenset(LESER),
    filterskjema=Nettverksfilter,
    noekkel="noekkel",
    tomt=_("Ingen nettverk er registrert."),
)  # fmt: skip
