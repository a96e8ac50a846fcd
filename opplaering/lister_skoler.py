"""The lists of schools, their classes, and those in a class."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import F, QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import kodenavn
from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle
from opplaering.kodeverk import HOVEDANSVAR
from opplaering.models import Skolegang
from opplaering.queries.skolegang import paa_dagen
from opplaering.queries.skoleklasser import finn_skoleklasse, i_klassen, skoleklasser
from opplaering.queries.skoleoversikt import skoler_med_antall
from opplaering.queries.skoler import skoler
from opplaering.roller import ALLE, LESER

_LESER, _ALLE = frozenset(LESER), frozenset(ALLE)


def _skoler(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Virksomhet]:
    return skoler_med_antall(timezone.localdate())


SKOLER = Liste(
    navn="skoler",
    tittel=_("Skoler"),
    kolonner=(
        Kolonne("navn", _("Skole"), lenke=lambda s: reverse("skole", args=[s.nummer]), sorter=("navn",)),
        Kolonne("tilbud", _("Tilbud"), slag=Slag.TALL, definisjon=_("Tilbud som tar inn nye elever.")),
        Kolonne("klasser", _("Klasser"), slag=Slag.TALL, definisjon=_("Klasser som er i gang i dag.")),
        Kolonne(
            "elever",
            _("Elever"),
            slag=Slag.TALL,
            definisjon=_("Elever i opplæringen som går på skolen i dag, av dem du kan se."),
        ),
    ),
    rader=_skoler,
    standard="navn",
    roller=_LESER,
    tomt=_("Ingen skoler er registrert. Administratoren oppretter skoler under «Brukere»."),
)


class Skoleklassefilter(Listefilter):
    """Which school, those that are over too, and those that lack a decision."""

    skole = forms.ChoiceField(label=_("Skole"), choices=[])
    periode = forms.ChoiceField(
        label=_("Periode"),
        choices=[("", _("I gang og kommende")), ("over", _("Avsluttede")), ("alle", _("Alle"))],
    )
    ansvar = forms.ChoiceField(
        label=_("Hovedansvar"),
        choices=[
            ("", _("Alle klasser")),
            ("kombinasjon", _("Kombinasjonsklasser")),
            ("mangler", _("Kombinasjonsklasser uten avgjørelse")),
        ],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.av.har(Rolle.SKOLEKONTAKT):
            del self.fields["skole"]
            return
        valg = [(s.nummer, s.navn) for s in skoler()]
        self.fields["skole"].choices = [("", _("Alle skoler")), *valg]  # type: ignore[attr-defined]


def _skoleklasser(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Any]:
    i_dag, periode, ansvar = timezone.localdate(), filter.get("periode"), filter.get("ansvar")
    rader = skoleklasser(av, i_dag)
    if filter.get("skole"):
        rader = rader.filter(skole__nummer=filter["skole"])
    if ansvar:
        rader = rader.filter(kombinasjonsklasse=True)
    if ansvar == "mangler":
        rader = rader.filter(ansvar="")
    if periode == "alle":
        return rader
    return rader.filter(til__lt=i_dag) if periode == "over" else rader.filter(til__gte=i_dag)


def _periode(rad: Any) -> str:
    return visning.periode(rad.fra, rad.til)


def ansvarsstatus(rad: Any) -> Status:
    """Return what is decided about a combination class, in words; nothing for other classes."""
    if not rad.kombinasjonsklasse:
        return Status("")
    if not rad.ansvar:
        return Status(gettext("Ikke avgjort"), "warning")
    return Status(kodenavn(HOVEDANSVAR, rad.ansvar), "info")


SKOLEKLASSER = Liste(
    navn="skoleklasser",
    tittel=_("Klasser på skolene"),
    kolonner=(
        Kolonne(
            "navn",
            _("Klasse"),
            lenke=lambda k: reverse("skoleklasse", args=[k.noekkel]),
            sorter=("navn", "fra"),
        ),
        Kolonne("skole", _("Skole"), verdi="skole.navn", sorter=("skole__navn", "navn"), roller=_LESER),
        Kolonne("tilbud", _("Tilbud"), verdi="tilbud.navn"),
        Kolonne("periode", _("Periode"), verdi=_periode, sorter=("fra", "navn"), ingen_brekk=True),
        Kolonne(
            "antall",
            _("Elever"),
            slag=Slag.TALL,
            definisjon=_("Elever i klassen i dag, av dem du kan se."),
        ),
        Kolonne(
            "ansvar",
            _("Hovedansvar"),
            verdi=ansvarsstatus,
            slag=Slag.STATUS,
            definisjon=_("Gjelder kombinasjonsklasser (integreringsloven § 30)."),
        ),
    ),
    rader=_skoleklasser,
    standard="navn",
    roller=_ALLE,
    filterskjema=Skoleklassefilter,
    noekkel="noekkel",
    tomt=_("Ingen klasser er i gang."),
)


class Elevfilter(Listefilter):
    """Those in the class now and later, unless others are asked for."""

    naar = forms.ChoiceField(
        label=_("Når"),
        choices=[("", _("I klassen nå og senere")), ("naa", _("I klassen i dag")), ("alle", _("Alle"))],
    )


def _elever(av: Aktoer, filter: dict[str, Any], skoleklasse_noekkel: UUID | str) -> QuerySet[Skolegang]:
    klasse = finn_skoleklasse(UUID(str(skoleklasse_noekkel)))
    if klasse is None:
        raise Http404
    i_dag, naar = timezone.localdate(), filter.get("naar")
    rader = i_klassen(klasse).annotate(sortering=F("person__sortering"))
    if naar == "alle":
        return rader
    return paa_dagen(rader, i_dag) if naar == "naa" else rader.exclude(til__lt=i_dag)


def _til(rad: Any) -> str:
    return visning.dato(rad.til) or gettext("Ikke bestemt")


SKOLEKLASSEELEVER = Liste(
    navn="skoleklasseelever",
    urlnavn="skoleklasse",
    tittel=_("Elever i klassen"),
    kolonner=(
        Kolonne(
            "navn",
            _("Navn"),
            verdi="person.navn_etternavn_foerst",
            mal="opplaering/_navn.html",
            sorter=("sortering",),
        ),
        Kolonne("foedselsdato", _("Fødselsdato"), verdi="person.foedselsdato", slag=Slag.DATO),
        Kolonne("fra", _("Fra"), slag=Slag.DATO, sorter=("fra", "sortering")),
        Kolonne("til", _("Til og med"), verdi=_til, sorter=("til", "sortering")),
        Kolonne(
            "timer",
            _("Timer per uke"),
            verdi="timer_per_uke",
            slag=Slag.DESIMAL,
            sorter=("timer_per_uke", "sortering"),
        ),
    ),
    rader=_elever,
    standard="navn",
    roller=_ALLE,
    filterskjema=Elevfilter,
    noekkel="registrering_id",
    person="person_id",
    tomt=_("Ingen er i klassen nå."),
)
LISTER = (SKOLER, SKOLEKLASSER, SKOLEKLASSEELEVER)
