"""What persons lack for the grant, in SQL: the same as `rules.utbetaling.mangler`, for many at once."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    DateField,
    Exists,
    F,
    Func,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Greatest

from integrering.nir.faktatyper import BOSTED, VEDTAK, Faktatype
from integrering.nir.models import FulltidVgo, Person, Personopplysning
from integrering.nir.rules.lovspor import ALDER_FRA, ALDER_TIL, SPOR_FOR_TILLATELSE, TILSKUDDSAAR, Lovspor
from integrering.nir.rules.vgo import FULLTID_TIMER

FULLTID = Q(timer_per_uke__gte=FULLTID_TIMER) | Q(kombinasjonsklasse=True, hovedansvar_fylke=True)


class PlussAar(Func):
    """A date some years later; 29 February becomes 28 February in a common year, as in `grunnmur.datoer`."""

    template = "(%(expressions)s + interval '%(aar)s years')::date"
    output_field = DateField()

    def __init__(self, uttrykk: Any, aar: int) -> None:
        super().__init__(uttrykk, aar=aar)


def _tillatelser(*spor: Lovspor) -> list[str]:
    return [kode for kode, s in SPOR_FOR_TILLATELSE.items() if s in spor]


def _kan_utloese() -> QuerySet[Personopplysning]:
    """Return the details of the person (outer `pk`) that open a grant: permit and age."""
    return Personopplysning.objects.gjeldende().filter(
        person=OuterRef("pk"),
        tillatelse__in=_tillatelser(Lovspor.RETT_OG_PLIKT, Lovspor.KOLLEKTIV),
        tillatelse_dato__gte=PlussAar(F("foedselsdato"), ALDER_FRA),
        tillatelse_dato__lt=PlussAar(F("foedselsdato"), ALDER_TIL),
    )


def _foerste(slag: Faktatype, felt: str) -> Subquery:
    return Subquery(
        slag.gjeldende.filter(person=OuterRef("person"))
        .order_by()
        .values("person")
        .annotate(dag=Min(felt))
        .values("dag"),
        output_field=DateField(),
    )


def _tilskuddsaar_igjen(i_dag: date) -> Exists:
    """Return the condition that the last grant year has not ended, or has no known end."""
    kollektiv = Q(tillatelse__in=_tillatelser(Lovspor.KOLLEKTIV))
    slutt = Case(
        When(kollektiv, then=PlussAar(F("foerste_vedtak"), TILSKUDDSAAR[Lovspor.KOLLEKTIV])),
        When(foerste_bosted__isnull=True, then=Value(None)),
        default=PlussAar(Greatest("tillatelse_dato", "foerste_bosted"), TILSKUDDSAAR[Lovspor.RETT_OG_PLIKT]),
        output_field=DateField(),
    )
    return Exists(
        _kan_utloese()
        .annotate(foerste_bosted=_foerste(BOSTED, "fra"), foerste_vedtak=_foerste(VEDTAK, "startdato"))
        .annotate(slutt=slutt)
        .filter(Q(slutt__isnull=True) | Q(slutt__gt=i_dag))
    )


def _vgo(**mer: Any) -> QuerySet[FulltidVgo]:
    return FulltidVgo.objects.gjeldende().filter(person=OuterRef("pk"), **mer)


def har_vedtak() -> Exists:
    """Return the condition that a vedtak om norskopplæring holds."""
    return Exists(VEDTAK.gjeldende.filter(person=OuterRef("pk")))


def har_periode() -> Exists:
    """Return the condition that any school period holds."""
    return Exists(_vgo())


def med_status(personer: QuerySet[Person], i_dag: date) -> QuerySet[Person]:
    """Annotate what the list shows: what is registered, and whether a grant is possible at all."""
    return personer.annotate(
        har_vedtak=har_vedtak(),
        har_periode=har_periode(),
        mangler_slutt=Exists(_vgo(til__isnull=True).filter(FULLTID)),
        utloeser=Exists(_vgo(til__isnull=False).filter(FULLTID)),
        kan_utloese=Exists(_kan_utloese()),
        aapent=_tilskuddsaar_igjen(i_dag),
    )


def _uten(har: Exists, ellers: Q) -> Case:
    """Return the condition «not `har`, and `ellers`», asked in that order.

    As two conditions the planner asks the dear one of all persons first: 3 s at 100 000.
    """
    return Case(
        When(har, then=Value(False)),
        When(ellers, then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )


def som_mangler(personer: QuerySet[Person], hva: str, i_dag: date) -> QuerySet[Person]:
    """Return the persons who lack «vedtak», «periode» or «sluttdato» for the grant."""
    match hva:
        case "vedtak":
            i_tide = Q(_tilskuddsaar_igjen(i_dag)) | Q(har_periode())
            return personer.filter(_uten(har_vedtak(), Q(Exists(_kan_utloese())) & i_tide))
        case "periode":
            return personer.filter(_uten(har_periode(), Q(_tilskuddsaar_igjen(i_dag))))
        case "sluttdato":
            aapne = Exists(_vgo(til__isnull=True).filter(FULLTID))
            return personer.filter(Q(Exists(_kan_utloese())), Q(aapne))
        case _:
            raise ValueError(hva)


def paa_lovspor(personer: QuerySet[Person], spor: Lovspor) -> QuerySet[Person]:
    """Return the persons on a law track: the same as `rules.lovspor.lovspor`, for many at once."""
    gjelder = Personopplysning.objects.gjeldende().filter(person=OuterRef("pk"))
    i_alder = Q(
        tillatelse_dato__gte=PlussAar(F("foedselsdato"), ALDER_FRA),
        tillatelse_dato__lt=PlussAar(F("foedselsdato"), ALDER_TIL),
    )
    if spor is Lovspor.FEIL_ALDER:
        return personer.filter(Exists(gjelder.exclude(i_alder)))
    return personer.filter(Exists(gjelder.filter(i_alder, tillatelse__in=_tillatelser(spor))))
