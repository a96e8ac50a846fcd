"""The list of meetings: coming, past, or all."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.alfabet import Alfabetisk
from integrering.grunnmur.kodelister import KodeFelt, kodenavn_i_raden
from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.moeter.kodeverk import MOETETYPE
from integrering.utveksling.moeter.models import Deltaker, Moete, Moetepunkt
from integrering.utveksling.moeter.queries.punkter import mine_punkter
from integrering.utveksling.moeter.tekster import moetets_tid


class Moetefilter(Listefilter):
    """Kind, municipality concerned, organisation that takes part."""

    type = KodeFelt(
        liste=MOETETYPE, tom=pgettext_lazy("alle møtetyper", "Alle"), stengte=True, label=_("Type møte")
    )
    kommune = forms.ChoiceField(label=_("Gjelder kommune"), choices=[])
    virksomhet = forms.ChoiceField(label=_("Deltar"), choices=[])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # one question for both: the county's municipalities, and those that take part in what the reader sees
        deltar = Q(pk__in=Deltaker.objects.values("virksomhet_id"))
        deltar |= Q(pk__in=Moete.objects.values("eier_id"))
        vaar = Q(type="kommune", overordnet__nummer=settings.FYLKESNUMMER, aktiv=True)
        merket = Virksomhet.objects.annotate(
            deltar=ExpressionWrapper(deltar, BooleanField()), vaar=ExpressionWrapper(vaar, BooleanField())
        )
        alle = list(merket.filter(Q(deltar=True) | Q(vaar=True)).order_by(Alfabetisk("navn")))
        self._velg("kommune", _("Alle kommuner"), [(v.nummer, v.navn) for v in alle if v.vaar])
        self._velg("virksomhet", _("Alle virksomheter"), [(str(v.pk), v.navn) for v in alle if v.deltar])

    def _velg(self, navn: str, alle: Any, valg: list[tuple[str, str]]) -> None:
        felt = self.fields[navn]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        felt.choices = [("", alle), *valg]


def avgrens(moeter: QuerySet[Moete], filter: dict[str, Any]) -> QuerySet[Moete]:
    """Return the meetings by the filter, each with the name of its kind (`typenavn`)."""
    if filter.get("type"):
        moeter = moeter.filter(type=filter["type"])
    if filter.get("kommune"):
        moeter = moeter.filter(kommuner__kommune__nummer=filter["kommune"])
    if filter.get("virksomhet"):
        deltar = Deltaker.objects.filter(virksomhet_id=filter["virksomhet"])
        moeter = moeter.filter(Q(eier_id=filter["virksomhet"]) | Q(pk__in=deltar.values("moete_id")))
    navn = kodenavn_i_raden("type", liste=MOETETYPE)
    return moeter.annotate(typenavn=navn).select_related("eier")


def _kommende(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Moete]:
    return avgrens(Moete.objects.filter(slutt__gte=timezone.now()), filter)


def _tidligere(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Moete]:
    return avgrens(Moete.objects.filter(slutt__lt=timezone.now()), filter)


def _mine_punkter(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Moetepunkt]:
    return mine_punkter(av)


def _adresse(moete: Moete) -> str:
    return reverse("moete", args=[moete.noekkel])


_KOLONNER = (
    Kolonne("tittel", _("Møte"), lenke=_adresse, sorter=("tittel",)),
    Kolonne("type", _("Type"), verdi="typenavn", sorter=("typenavn",)),
    Kolonne("start", _("Tid"), slag=Slag.TIDSPUNKT, sorter=("start",), side=False),
    Kolonne("tid", _("Tid"), verdi=moetets_tid, sorter=("start",), eksport=False),
    Kolonne("slutt", _("Slutt"), slag=Slag.TIDSPUNKT, side=False),
    Kolonne("eier", _("Innkalt av"), verdi="eier.navn", sorter=("eier__navn",)),
    Kolonne("sted", _("Sted"), side=False),
    Kolonne(
        "tilstand",
        _("Status"),
        verdi=lambda m: Status(str(m.get_tilstand_display()), m.farge),
        slag=Slag.STATUS,
        sorter=("tilstand",),
    ),
)

MOETER = Liste(
    navn="moeter",
    tittel=_("Møter"),
    kolonner=_KOLONNER,
    rader=_kommende,
    standard="tid",
    roller=ARBEIDSROLLER,
    filterskjema=Moetefilter,
    noekkel="noekkel",
    tomt=_("Ingen kommende møter."),
)
TIDLIGERE_MOETER = Liste(
    navn="tidligere_moeter",
    tittel=_("Tidligere møter"),
    kolonner=_KOLONNER,
    rader=_tidligere,
    standard="-tid",
    roller=ARBEIDSROLLER,
    filterskjema=Moetefilter,
    noekkel="noekkel",
    tomt=_("Ingen tidligere møter."),
)
MINE_PUNKTER = Liste(
    navn="mine_moetepunkter",
    tittel=_("Mine punkter"),
    kolonner=(
        Kolonne(
            "tekst",
            _("Punkt"),
            lenke=lambda p: f"{reverse('moete', args=[p.moete_noekkel])}#punkt-{p.noekkel}",
            eksport=False,  # free text stays on its page
        ),
        Kolonne("moete", _("Møte"), verdi="moete_typenavn"),
        Kolonne("dato", _("Møtedato"), verdi="moete_start", slag=Slag.DATO, sorter=("moete_start",)),
        Kolonne("frist", _("Frist"), slag=Slag.DATO, sorter=("frist",)),
        Kolonne("ansvarlig", _("Ansvarlig"), verdi=lambda p: str(p.eier_bruker or p.eier_virksomhet)),
    ),
    rader=_mine_punkter,
    standard="frist",
    roller=ARBEIDSROLLER,
    noekkel="noekkel",
    tomt=_("Ingen åpne punkter venter på deg."),
)
ALLE = (MOETER, TIDLIGERE_MOETER, MINE_PUNKTER)
