"""The lists of letters: the county's, and those a recipient has received."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import ARBEIDSROLLER, FYLKESROLLER
from integrering.utveksling.brev import queries
from integrering.utveksling.brev.models import Brev, Brevtilstand
from integrering.utveksling.brev.tekster import FARGE

FANER = (Brevtilstand.UTKAST, Brevtilstand.FERDIG, Brevtilstand.SENDT)


class Brevfilter(Listefilter):
    """Which letters; nothing in it is about one person."""

    tilstand = forms.ChoiceField(
        label=_("Status"), choices=[("", _("Alle")), *((t.value, t.label) for t in FANER)]
    )
    mal = forms.ChoiceField(label=_("Mal"))
    kommune = forms.ChoiceField(label=_("Kommune"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = queries.filtervalg()
        for navn, tomt in (("mal", _("Alle maler")), ("kommune", _("Alle kommuner"))):
            felt = self.fields[navn]
            assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
            felt.choices = [("", tomt), *((kode, tekst) for hva, kode, tekst in valg if hva == navn)]


def _brev(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Brev]:
    brev = queries.alle_brev(av)
    for felt, oppslag in (
        ("tilstand", "tilstand"),
        ("mal", "malversjon__mal__kode"),
        ("kommune", "virksomhet__nummer"),
    ):
        if filter.get(felt):
            brev = brev.filter(**{oppslag: filter[felt]})
    return brev


def _mottatte(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Brev]:
    return queries.alle_brev(av)


def adresse(brev: Brev) -> str:
    """Return the address of the letter's page."""
    return reverse("brev_vis", args=[brev.noekkel])


def mottaker(brev: Brev) -> str:
    """Return who it goes to."""
    if brev.virksomhet:
        return brev.virksomhet.navn
    return brev.person.navn if brev.person else ""


BREV = Liste(
    navn="brev",
    tittel=_("Brev"),
    kolonner=(
        Kolonne("referanse", _("Vår ref."), lenke=adresse, sorter=("aar", "nummer"), ingen_brekk=True),
        Kolonne("overskrift", _("Overskrift"), sorter=("overskrift",)),
        Kolonne("mottaker", _("Mottaker"), verdi=mottaker),
        Kolonne("maalform", _("Målform"), verdi=lambda b: b.get_maalform_display(), sorter=("maalform",)),
        Kolonne("dato", _("Dato"), slag=Slag.DATO, sorter=("dato",)),
        Kolonne(
            "tilstand", _("Status"), slag=Slag.STATUS, sorter=("tilstand",),
            verdi=lambda b: Status(str(b.get_tilstand_display()), FARGE[b.tilstand]),
        ),
        Kolonne("sendt_dato", _("Sendt"), slag=Slag.DATO),
        Kolonne("svar_dato", _("Svar mottatt"), slag=Slag.DATO, side=False),
    ),
    rader=_brev,
    standard="-referanse",
    roller=FYLKESROLLER,
    filterskjema=Brevfilter,
    noekkel="noekkel",
    person="person_id",
    tomt=_("Ingen brev er skrevet."),
)  # fmt: skip

MOTTATTE = Liste(
    navn="mottatte_brev",
    urlnavn="brev",
    tittel=_("Brev"),
    kolonner=(
        Kolonne("overskrift", _("Brev"), lenke=adresse, sorter=("overskrift",)),
        Kolonne("avsender", _("Fra"), verdi="avsender.navn"),
        Kolonne("referanse", _("Avsenderens ref."), ingen_brekk=True),
        Kolonne("dato", _("Dato"), slag=Slag.DATO, sorter=("dato",)),
        Kolonne("sendt_dato", _("Sendt"), slag=Slag.DATO, sorter=("sendt_dato",)),
    ),
    rader=_mottatte,
    standard="-sendt_dato",
    roller=ARBEIDSROLLER - FYLKESROLLER,
    noekkel="noekkel",
    person="person_id",
    tomt=_("Dere har ikke fått noen brev her."),
)


def liste_for(av: Aktoer) -> Liste:
    """Return the list this one sees at /brev/."""
    return BREV if av.er_fylke else MOTTATTE
