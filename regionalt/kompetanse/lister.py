"""The lists: events."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from regionalt.kodeverk import Tema
from regionalt.kompetanse.models import Arrangement, Arrangementsslag, Paamelding, Plass, Tilstand
from regionalt.kompetanse.queries.arrangementer import arrangementer, finn_arrangement
from regionalt.kompetanse.queries.naadd import aarene, kommuner_med_naadd
from regionalt.kompetanse.queries.paameldte import paameldte
from regionalt.kompetanse.roller import FYLKET, LESER
from regionalt.kompetanse.tekster import tidsrom

KOMMENDE, TIDLIGERE = "kommende", "tidligere"
_ALLE = ("", _("Alle"))


class Kursfilter(Listefilter):
    """When, theme, kind, where it stands."""

    naar = forms.ChoiceField(
        label=_("Når"), choices=[_ALLE, (KOMMENDE, _("Kommende")), (TIDLIGERE, _("Tidligere"))]
    )
    tema = forms.ChoiceField(label=_("Tema"), choices=[_ALLE, *Tema.choices])
    slag = forms.ChoiceField(label=_("Slag"), choices=[_ALLE, *Arrangementsslag.choices])
    tilstand = forms.ChoiceField(label=_("Status"), choices=[_ALLE, *Tilstand.choices])


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Arrangement]:
    rader, naa = arrangementer(), timezone.now()
    if filter.get("naar"):
        rader = rader.filter(slutt__gte=naa) if filter["naar"] == KOMMENDE else rader.filter(slutt__lt=naa)
    valgt = {felt: filter[felt] for felt in ("tema", "slag", "tilstand") if filter.get(felt)}
    return rader.filter(**valgt)


KURS = Liste(
    navn="kompetanse:kurs",
    tittel=_("Kurs og samlinger"),
    kolonner=(
        Kolonne(
            "tittel", _("Arrangement"), sorter=("tittel",),
            lenke=lambda a: reverse("kompetanse:arrangement", args=[a.noekkel]),
        ),
        Kolonne("slag", _("Slag"), verdi=lambda a: a.get_slag_display(), sorter=("slag", "start")),
        Kolonne("tema", _("Tema"), verdi=lambda a: a.get_tema_display(), sorter=("tema", "start")),
        Kolonne("start", _("Tid"), verdi=lambda a: tidsrom(a.start, a.slutt), sorter=("start",)),
        Kolonne("frist", _("Påmeldingsfrist"), slag=Slag.DATO, sorter=("frist", "start")),
        Kolonne(
            "tilstand", _("Status"), verdi=lambda a: Status(a.get_tilstand_display(), a.farge),
            slag=Slag.STATUS, sorter=("tilstand", "start"),
        ),
    ),
    rader=_rader,
    standard="-start",
    roller=frozenset(LESER),
    filterskjema=Kursfilter,
    noekkel="noekkel",
    tomt=_("Ingen kurs eller samlinger er lagt ut."),
)  # fmt: skip


def _paameldte(av: Aktoer, filter: dict[str, Any], arrangement: Any) -> QuerySet[Paamelding]:
    if finn_arrangement(arrangement) is None:
        raise Http404
    rader = paameldte(arrangement)
    return rader.filter(plass=filter["plass"]) if filter.get("plass") else rader


class Plassfilter(Listefilter):
    """Who has a place, waits, has been taken off."""

    plass = forms.ChoiceField(label=_("Plass"), choices=[_ALLE, *Plass.choices])


PAAMELDTE = Liste(
    navn="kompetanse:paameldte",
    tittel=_("Påmeldte"),
    kolonner=(
        Kolonne("navn", _("Navn"), verdi=lambda p: p.navn or gettext("Navnet er slettet"), sorter=("navn",)),
        Kolonne("stilling", _("Stilling"), sorter=("stilling", "navn")),
        Kolonne("hvorfra", _("Virksomhet"), sorter=("virksomhet__navn", "organisasjon", "navn")),
        Kolonne("epost", _("E-post"), sorter=("epost",)),
        Kolonne("opprettet", _("Påmeldt"), slag=Slag.TIDSPUNKT, sorter=("id",)),
        Kolonne(
            "plass", _("Plass"), verdi=lambda p: Status(p.get_plass_display(), p.farge), slag=Slag.STATUS,
            sorter=("plass", "id"),
        ),
        Kolonne("moett", _("Økter møtt"), slag=Slag.TALL, sorter=("moett", "navn")),
    ),
    rader=_paameldte,
    standard="opprettet",
    roller=frozenset(LESER),
    filterskjema=Plassfilter,
    noekkel="noekkel",
    tomt=_("Ingen er meldt på."),
)  # fmt: skip


class Naaddfilter(Listefilter):
    """Year, theme, reached or not."""

    aar = forms.TypedChoiceField(label=_("År"), choices=[], coerce=int, empty_value=None)
    tema = forms.ChoiceField(label=_("Tema"), choices=[_ALLE, *Tema.choices])
    naadd = forms.ChoiceField(label=_("Nådd"), choices=[_ALLE, ("ja", _("Nådd")), ("nei", _("Ikke nådd"))])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        aar = aarene(timezone.localdate())
        self.fields["aar"].choices = [("", str(aar[0])), *((n, str(n)) for n in aar[1:])]  # type: ignore[attr-defined]


def _naadde(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Virksomhet]:
    aar = filter.get("aar") or timezone.localdate().year
    rader: QuerySet[Any] = kommuner_med_naadd(aar, filter.get("tema") or "").order_by()
    valgt = filter.get("naadd")
    return rader.filter(naadd=valgt == "ja") if valgt else rader


def _naadd(rad: Any) -> Status:
    return Status(gettext("Nådd"), "success") if rad.naadd else Status(gettext("Ikke nådd"), "warning")


NAADDE = Liste(
    navn="kompetanse:naadde",
    tittel=_("Kommunene vi har nådd"),
    kolonner=(
        Kolonne("navn", _("Kommune"), sorter=("navn",), lenke=lambda k: reverse("kommune", args=[k.nummer])),
        Kolonne("nummer", _("Nummer"), sorter=("nummer",)),
        Kolonne(
            "naadd", _("Nådd"), verdi=_naadd, slag=Slag.STATUS, sorter=("naadd", "navn"),
            definisjon=_("Noen fra kommunen møtte på et arrangement som er holdt i året."),
        ),
    ),
    rader=_naadde,
    standard="naadd",
    roller=frozenset(FYLKET),
    filterskjema=Naaddfilter,
    noekkel="nummer",
)  # fmt: skip

LISTER = (KURS, PAAMELDTE, NAADDE)
