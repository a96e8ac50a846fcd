"""The list of municipalities."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import CharField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Concat, Trim
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import FYLKESROLLER
from regionalt.queries.kommuner import ikke_moett_siden, kommunene, med_sist_moett
from regionalt.queries.kontakter import kontaktvalg
from regionalt.rules.kontakt import aaret_foer

UTEN, LENGE_SIDEN = "uten", "lenge"


class Kommunefilter(Listefilter):
    """Those of one contact, or those without; those we have not met for a year."""

    kontakt = forms.ChoiceField(label=_("Kontaktperson"), choices=[])
    moett = forms.ChoiceField(
        label=_("Møtt"), choices=[("", _("Alle")), (LENGE_SIDEN, _("Ikke møtt de siste 12 månedene"))]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [(str(b.pk), str(b)) for b in kontaktvalg()]
        felt = self.fields["kontakt"]
        felt.choices = [("", _("Alle")), (UTEN, _("Uten kontaktperson")), *valg]  # type: ignore[attr-defined]


def _navn(felt: str) -> Subquery:
    navn = Trim(Concat("first_name", Value(" "), "last_name", output_field=CharField()))
    return Subquery(Bruker.objects.filter(pk=OuterRef(felt)).values_list(navn)[:1])


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Any]:
    i_dag = timezone.localdate()
    rader: QuerySet[Any] = kommunene(i_dag).order_by()
    rader = med_sist_moett(rader).annotate(kontakt=_navn("kontaktperson_id"), vikar=_navn("stedfortreder_id"))
    if filter.get("moett"):
        rader = rader.filter(ikke_moett_siden(aaret_foer(i_dag)))
    valgt = filter.get("kontakt")
    if valgt == UTEN:
        return rader.filter(kontaktperson_id__isnull=True)
    return rader.filter(kontaktperson_id=int(valgt)) if valgt else rader


def _kontakt(rad: Any) -> Status:
    return Status(rad.kontakt) if rad.kontakt else Status(gettext("Ingen kontaktperson"), "warning")


KOMMUNER = Liste(
    navn="kommuner",
    tittel=_("Kommuner"),
    kolonner=(
        Kolonne("navn", _("Kommune"), lenke=lambda k: reverse("kommune", args=[k.nummer]), sorter=("navn",)),
        Kolonne("nummer", _("Nummer"), sorter=("nummer",)),
        Kolonne("kontakt", _("Kontaktperson"), verdi=_kontakt, slag=Slag.STATUS, sorter=("kontakt", "navn")),
        Kolonne("vikar", _("Stedfortreder"), verdi=lambda k: k.vikar or ""),
        Kolonne("sist_moett", _("Sist møtt"), slag=Slag.DATO, sorter=("sist_moett",)),
        Kolonne("maalform", _("Målform"), verdi="get_maalform_display"),
        Kolonne("innbyggere", _("Innbyggere"), slag=Slag.TALL, sorter=("innbyggere",)),
    ),
    rader=_rader,
    standard="navn",
    roller=frozenset(FYLKESROLLER),
    filterskjema=Kommunefilter,
    noekkel="nummer",
    tomt=_("Ingen kommuner passer til filteret."),
)
