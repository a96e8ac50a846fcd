"""The list of good examples."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.kodeverk import Tema
from regionalt.kompetanse.models import Eksempel, Eksempeltilstand
from regionalt.kompetanse.queries.eksempler import eksempler
from regionalt.kompetanse.roller import LESER

_ALLE = ("", _("Alle"))
# years back one can choose
_AAR = 10


class Eksempelfilter(Listefilter):
    """Theme, municipality, year, where it stands."""

    tema = forms.ChoiceField(label=_("Tema"), choices=[_ALLE, *Tema.choices])
    kommune = forms.ChoiceField(label=_("Kommune"), choices=[])
    aar = forms.ChoiceField(label=_("År"), choices=[])
    tilstand = forms.ChoiceField(label=_("Status"), choices=[_ALLE, *Eksempeltilstand.choices])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        i_aar = timezone.localdate().year
        kommuner = [_ALLE, *((k.nummer, k.navn) for k in kommuner_i_fylket())]
        self.fields["kommune"].choices = kommuner  # type: ignore[attr-defined]
        self.fields["aar"].choices = [_ALLE, *((str(i_aar - n), str(i_aar - n)) for n in range(_AAR))]  # type: ignore[attr-defined]


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Eksempel]:
    kolonner = {"tema": "tema", "kommune": "kommune__nummer", "aar": "aar", "tilstand": "tilstand"}
    return eksempler().filter(**{kolonner[felt]: v for felt, v in filter.items() if v})


EKSEMPLER = Liste(
    navn="kompetanse:eksempler",
    tittel=_("Gode eksempler"),
    kolonner=(
        Kolonne(
            "tittel", _("Eksempel"), sorter=("tittel",),
            lenke=lambda e: reverse("kompetanse:eksempel", args=[e.noekkel]),
        ),
        Kolonne("kommune", _("Kommune"), verdi="kommune.navn", sorter=("kommune__navn", "tittel")),
        Kolonne("tema", _("Tema"), verdi=lambda e: e.get_tema_display(), sorter=("tema", "tittel")),
        Kolonne("aar", _("År"), verdi=lambda e: str(e.aar), sorter=("aar", "tittel")),
        Kolonne(
            "tilstand", _("Status"), verdi=lambda e: Status(e.get_tilstand_display(), e.farge),
            slag=Slag.STATUS, sorter=("tilstand", "tittel"),
        ),
    ),
    rader=_rader,
    standard="-aar",
    roller=frozenset(LESER),
    filterskjema=Eksempelfilter,
    noekkel="noekkel",
    tomt=_("Ingen eksempler er publisert."),
)  # fmt: skip
