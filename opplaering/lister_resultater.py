"""O5: the list of results."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import kodevalg
from integrering.lister import Kolonne, Liste, Listefilter, Slag
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from opplaering import tekster
from opplaering.kodeverk import RESULTATSLAG
from opplaering.models import Resultat
from opplaering.queries.resultater import resultater
from opplaering.queries.skoler import skoler
from opplaering.roller import ALLE, LESER


class Resultatfilter(Listefilter):
    """By kind, school and municipality."""

    slag = forms.ChoiceField(label=_("Prøve eller vurdering"))
    skole = forms.ChoiceField(label=_("Skole"))
    kommune = forms.ChoiceField(label=_("Kommune"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._sett_valg("slag", _("Alle slag"), kodevalg(RESULTATSLAG))
        if self.av.er_fylke:
            self._sett_valg("kommune", _("Alle kommuner"), [(k.nummer, k.navn) for k in kommuner_i_fylket()])
        else:
            del self.fields["kommune"]
        if self.av.er_fylke or self.av.er_kommune:
            self._sett_valg("skole", _("Alle skoler"), [(s.nummer, s.navn) for s in skoler()])
        else:
            del self.fields["skole"]

    def _sett_valg(self, navn: str, alle: Any, valgene: list[tuple[str, str]]) -> None:
        self.fields[navn].choices = [("", alle), *valgene]  # type: ignore[attr-defined]


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Resultat]:
    rader = resultater().annotate(sortering=F("person__sortering"))
    for navn, felt in (
        ("slag", "slag"),
        ("skole", "skole__nummer"),
        ("kommune", "person__kommune__nummer"),
    ):
        if filter.get(navn):
            rader = rader.filter(**{felt: filter[navn]})
    return rader


RESULTATER = Liste(
    navn="opplaering_resultater",
    tittel=_("Prøver og karakterer"),
    kolonner=(
        Kolonne(
            "navn", _("Navn"), verdi="person.navn_etternavn_foerst", mal="opplaering/_navn.html",
            sorter=("sortering", "dato"),
        ),
        Kolonne("duf", _("DUF-nummer"), verdi="person.duf", slag=Slag.DUF, side=False),
        Kolonne("dato", _("Dato"), verdi="dato", slag=Slag.DATO, sorter=("dato", "sortering")),
        Kolonne(
            "hva", _("Prøve eller vurdering"), verdi=lambda r: tekster.slaget(r.slag, r.fag),
            mal="opplaering/_resultatlenke.html",
        ),
        Kolonne("resultat", _("Resultat"), verdi=tekster.resultatet),
        Kolonne("skole", _("Skole"), verdi="skole.navn", roller=frozenset(LESER)),
        Kolonne("kommune", _("Kommune"), verdi="person.kommune.navn"),
    ),
    rader=_rader,
    standard="-dato",
    roller=frozenset(ALLE),
    filterskjema=Resultatfilter,
    noekkel="registrering_id",
    person="person_id",
    tomt=_("Ingen resultater er registrert."),
)  # fmt: skip
