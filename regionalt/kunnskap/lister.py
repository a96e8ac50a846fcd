"""The lists: municipalities and what is known about them, figures, imports."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.kunnskap.kodeverk import Importtilstand, Indikator, Kunnskap
from regionalt.kunnskap.models import Tall, Tallimport
from regionalt.kunnskap.queries.importer import importene
from regionalt.kunnskap.queries.kommuner import NOEKKELTALL, kommunene_med_kunnskap
from regionalt.kunnskap.queries.tall import gjeldende
from regionalt.kunnskap.visning import tallet, tallet_med_aar, utgaven, vurderingen
from regionalt.roller import FYLKET

_ALLE = ("", _("Alle"))
UTEN, SVAK, GOD = "uten", "svak", "god"


class Kunnskapsfilter(Listefilter):
    """A kind of knowledge, and where the municipalities stand in it."""

    slag = forms.ChoiceField(label=_("Vurdering av"), choices=[_ALLE, *Kunnskap.choices])
    vis = forms.ChoiceField(
        label=_("Vis"),
        choices=[
            _ALLE,
            (UTEN, _("Ikke vurdert")),
            (SVAK, _("Svakt (1 eller 2)")),
            (GOD, _("Godt (4 eller 5)")),
        ],
    )


def _kommuner(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Any]:
    rader = kommunene_med_kunnskap()
    vis = filter.get("vis")
    if not vis:
        return rader
    slagene = [filter["slag"]] if filter.get("slag") else Kunnskap.values
    treff = Q()
    for slag in slagene:
        treff |= {
            UTEN: Q(**{f"trinn_{slag}__isnull": True, f"mengde_{slag}__isnull": True}),
            SVAK: Q(**{f"trinn_{slag}__lte": 2}),
            GOD: Q(**{f"trinn_{slag}__gte": 4}),
        }[vis]
    return rader.filter(treff)


def _tallkolonne(kode: Indikator) -> Kolonne:
    navn = f"tall_{kode.value}"
    return Kolonne(
        kode.value, kode.label, verdi=lambda k: tallet_med_aar(getattr(k, navn)),
        sorter=(f"verdi_{kode.value}", "navn"), definisjon=_("Det siste tallet, med året det gjelder."),
    )  # fmt: skip


def _vurderingskolonne(slag: Kunnskap) -> Kolonne:
    trinn, tall = f"trinn_{slag.value}", f"mengde_{slag.value}"
    return Kolonne(
        slag.value, slag.label, verdi=lambda k: vurderingen(getattr(k, trinn), getattr(k, tall)),
        sorter=(trinn, "navn"), definisjon=_("Fylkeskommunens siste vurdering, fra 1 til 5."),
    )  # fmt: skip


KUNNSKAP = Liste(
    navn="kunnskap:kommuner",
    tittel=_("Kunnskap om kommunene"),
    kolonner=(
        Kolonne(
            "navn", _("Kommune"), sorter=("navn",),
            lenke=lambda k: reverse("kunnskap:kommune", args=[k.nummer]),
        ),
        *map(_tallkolonne, NOEKKELTALL),
        *map(_vurderingskolonne, Kunnskap),
    ),
    rader=_kommuner,
    standard="navn",
    roller=frozenset(FYLKET),
    filterskjema=Kunnskapsfilter,
    noekkel="nummer",
    tomt=_("Fylket har ingen kommuner."),
)  # fmt: skip


class Tallfilter(Listefilter):
    """What about, which municipality, from which year."""

    indikator = forms.ChoiceField(label=_("Tall om"), choices=[_ALLE, *Indikator.choices])
    kommune = forms.ChoiceField(label=_("Kommune"), choices=[])
    fra = forms.IntegerField(label=_("Fra og med år"), min_value=1990, max_value=2100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [_ALLE, *((k.nummer, k.navn) for k in kommuner_i_fylket())]
        self.fields["kommune"].choices = valg  # type: ignore[attr-defined]


def _tall(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Tall]:
    kolonner = {"indikator": "indikator", "kommune": "kommune__nummer", "fra": "aar__gte"}
    return gjeldende().filter(**{kolonner[felt]: v for felt, v in filter.items() if v})


TALL = Liste(
    navn="kunnskap:tallene",
    tittel=_("Alle tall om kommunene"),
    kolonner=(
        Kolonne(
            "kommune", _("Kommune"), verdi="kommune.navn", sorter=("kommune__navn",),
            lenke=lambda t: reverse("kunnskap:kommune", args=[t.kommune.nummer]),
        ),
        Kolonne("nummer", _("Kommunenummer"), verdi="kommune.nummer", side=False),
        Kolonne("indikator", _("Tall om"), verdi="get_indikator_display", sorter=("indikator", "aar")),
        Kolonne("aar", _("År"), verdi=lambda t: str(t.aar), sorter=("aar", "kommune__navn")),
        Kolonne("utgave", _("Utgave"), verdi=lambda t: utgaven(t.utgave)),
        Kolonne("verdi", _("Verdi"), verdi=lambda t: tallet(t.verdi, t.merke), sorter=("verdi",)),
        Kolonne("merknad", _("Merknad")),
        Kolonne("kilde", _("Kilde"), verdi="tallimport.kilde"),
        Kolonne("hentet", _("Hentet"), verdi="tallimport.hentet", slag=Slag.DATO),
    ),
    rader=_tall,
    standard="-aar",
    roller=frozenset(FYLKET),
    filterskjema=Tallfilter,
    tomt=_("Ingen tall er lest inn. Last opp en fil, eller hent tallene fra kilden."),
)  # fmt: skip


class Importfilter(Listefilter):
    """Where they stand."""

    tilstand = forms.ChoiceField(label=_("Status"), choices=[_ALLE, *Importtilstand.choices])


def _importer(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Tallimport]:
    rader = importene()
    return rader.filter(tilstand=filter["tilstand"]) if filter.get("tilstand") else rader


IMPORTER = Liste(
    navn="kunnskap:importer",
    tittel=_("Importer av tall"),
    kolonner=(
        Kolonne(
            "fil", _("Fil"), verdi="filnavn", lenke=lambda i: reverse("kunnskap:import", args=[i.noekkel])
        ),
        Kolonne("format", _("Format"), verdi="get_format_display"),
        Kolonne("kilde", _("Kilde")),
        Kolonne("opprettet", _("Lastet opp"), slag=Slag.TIDSPUNKT, sorter=("opprettet",)),
        Kolonne("av", _("Av"), verdi=lambda i: str(i.opprettet_av)),
        Kolonne(
            "tilstand", _("Status"), slag=Slag.STATUS, sorter=("tilstand", "opprettet"),
            verdi=lambda i: Status(str(i.get_tilstand_display()), i.farge),
        ),
        Kolonne("nye", _("Nye"), slag=Slag.TALL),
        Kolonne("endrede", _("Endrede"), slag=Slag.TALL),
        Kolonne("sjekksum", _("Sjekksum"), verdi="sha256", side=False),
    ),
    rader=_importer,
    standard="-opprettet",
    roller=frozenset(FYLKET),
    filterskjema=Importfilter,
    noekkel="noekkel",
    tomt=_("Ingen filer er lastet opp."),
)  # fmt: skip
ALLE = (KUNNSKAP, TALL, IMPORTER)
