"""The log of look-ups as lists: all of it, and what concerns one person."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet, Subquery
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt
from integrering.lister import Kolonne, Liste, Listefilter, Slag
from integrering.nir.models import Person
from integrering.nir.queries import innsyn as queries
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.innsynssteder import stedsnavn
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle

LESER = frozenset({Rolle.INNSYNSREVISOR, Rolle.ADMINISTRATOR})


class Innsynsfilter(Listefilter):
    """Who, for whom, when, where."""

    # there are too many for a list: one is chosen by a link, and stands here until it is taken away
    bruker = forms.ChoiceField(label=_("Bruker"), widget=forms.HiddenInput)
    virksomhet = forms.ChoiceField(label=_("Virksomhet"))
    hvor = forms.ChoiceField(label=_("Side eller uttrekk"))
    fra = DatoFelt(label=_("Fra og med"), navn=_("første dag"))
    til = DatoFelt(label=_("Til og med"), navn=_("siste dag"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valgte = queries.bruker_som_valg(str(self.data.get("bruker", "")))
        if valgte:
            self.fields["bruker"].widget = forms.Select()
        for navn, valg in (queries.filtervalg() | {"bruker": valgte}).items():
            felt = self.fields[navn]
            if isinstance(felt, forms.ChoiceField):
                felt.choices = [("", gettext("Alle")), *valg]

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("fra") and data.get("til") and data["til"] < data["fra"]:
            self.add_error("til", gettext("Siste dag må være samme dag som første dag eller senere."))
        return data


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Innsyn]:
    rader = queries.innsyn()
    if bruker := filter.get("bruker"):
        rader = rader.filter(bruker_id=bruker)
    if virksomhet := filter.get("virksomhet"):
        rader = rader.filter(virksomhet_id=virksomhet)
    if hvor := filter.get("hvor"):
        rader = rader.filter(hvor=hvor)
    if fra := filter.get("fra"):
        rader = rader.filter(tid__gte=timezone.make_aware(datetime.combine(fra, time.min)))
    if til := filter.get("til"):
        rader = rader.filter(tid__lt=timezone.make_aware(datetime.combine(til + timedelta(days=1), time.min)))
    return rader


def _rader_om(av: Aktoer, filter: dict[str, Any], *, noekkel: UUID) -> QuerySet[Innsyn]:
    # read once, before the rows: the index on (person, tid) carries the page
    person = Person.objects.filter(noekkel=noekkel).values("pk")[:1]
    return _rader(av, filter).filter(person_id=Subquery(person))


def _bare_bruker(rad: Innsyn) -> str:
    sporring = QueryDict(mutable=True)
    sporring["bruker"] = str(rad.bruker_id)
    return f"{reverse('innsynslogg')}?{sporring.urlencode()}"


def _om_personen(rad: Any) -> str:
    return reverse("innsyn_om_person", args=[rad.noekkel]) if rad.noekkel else ""


_TID = Kolonne("tid", _("Tid"), slag=Slag.TIDSPUNKT, sorter=("tid",), ingen_brekk=True)
_BRUKER = Kolonne("bruker", _("Bruker"), verdi=lambda rad: str(rad.bruker), lenke=_bare_bruker)
_RESTEN = (
    Kolonne("brukernavn", _("Brukernavn"), verdi="bruker.username", side=False),
    Kolonne("virksomhet", _("Virksomhet"), verdi="virksomhet.navn"),
    Kolonne("hvor", _("Side eller uttrekk"), verdi=lambda rad: stedsnavn(rad.hvor)),
    Kolonne("grunn", _("Grunn")),
)
_PERSON = Kolonne(
    "person",
    _("Person"),
    verdi=lambda rad: str(rad.noekkel)[:8] if rad.noekkel else "",
    lenke=_om_personen,
    definisjon=_("De første tegnene i personens nøkkel i løsningen. Navn og nummer er ikke med."),
)

INNSYNSLOGG = Liste(
    navn="innsynslogg",
    tittel=_("Innsynslogg"),
    kolonner=(_TID, _BRUKER, *_RESTEN[:3], _PERSON, _RESTEN[3]),
    rader=_rader,
    standard="-tid",
    roller=LESER,
    filterskjema=Innsynsfilter,
    person="person_id",
    tomt=_("Ingen har sett på en person ennå."),
)
INNSYN_OM_PERSON = Liste(
    navn="innsyn_om_person",
    tittel=_("Hvem har sett denne personen"),
    kolonner=(_TID, _BRUKER, *_RESTEN),
    rader=_rader_om,
    standard="-tid",
    roller=LESER,
    person="person_id",
    tomt=_("Ingen har sett på denne personen."),
)
LISTER = (INNSYNSLOGG, INNSYN_OM_PERSON)


def panel(request: Any, person: Any) -> dict[str, Any]:
    """Return what the panel of the person page links to."""
    return {"url": reverse("innsyn_om_person", args=[person.noekkel])}
