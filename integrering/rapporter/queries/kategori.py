"""The category of the register («Rett til introduksjonsprogram» …) for many persons at once, in SQL.

The same as `nir.rules.rettigheter.intro` for those who have had a programme: by permit, age when it was
granted and, under chapter 6A, the day of the decision. Numbers and days are the dated rule values, not code.
What the rule asks beyond that (work, agreement, time in a municipality) was decided when the programme began.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Expression,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from integrering.nir.kodeverk import Ordning
from integrering.nir.models import Vedtak
from integrering.nir.queries.status import PlussAar
from integrering.nir.rules.lov import KOLLEKTIV, PAR9, Lov
from integrering.nir.rules.regelkoder import Regelkode
from integrering.nir.rules.regelsett import Regelrad, Regelsett, Sammenligning
from integrering.nir.rules.rettigheter import Rettsstilling

NAVN: dict[str, Promise] = {
    Rettsstilling.RETT_OG_PLIKT.value: _("Rett og plikt til introduksjonsprogram"),
    Rettsstilling.RETT.value: _("Rett til introduksjonsprogram"),
    Rettsstilling.KAN_TILBYS.value: _("Kan tilbys introduksjonsprogram"),
    "": _("Kan ikke avgjøres"),
}
_GITT, _FOEDT = "person__tillatelse_dato", "person__foedselsdato"


def med_kategori(rader: Any, regler: Regelsett, dag: date) -> Any:
    """Annotate rows that have a `person` with `kategori`: a key of `NAVN`."""
    vedtak = Vedtak.objects.gjeldende().filter(person=OuterRef("person_id"), ordning=Ordning.INTRO)
    foerste = vedtak.order_by("vedtaksdato").values("vedtaksdato")[:1]
    return rader.annotate(vedtak_intro=Subquery(foerste)).annotate(kategori=_kategori(regler, dag))


def _kategori(regler: Regelsett, dag: date) -> Expression:
    """Return the key: nothing below the lowest age, outside § 9, or under introduksjonsloven."""
    under, over = _alder(regler, Regelkode.INTRO_ALDER_MIN, 0), _over(regler, dag)
    ny_lov = _paa(regler, Regelkode.LOV, _GITT, lambda rad: Value(rad.verdi != Lov.INTRODUKSJONSLOVEN))
    plikt = _paa(regler, Regelkode.KAP_6A_INTRO_PLIKT, "vedtak_intro", lambda rad: Value(rad.ja))
    kollektiv = Q(person__tillatelse=KOLLEKTIV) & _kapittel_6a(regler, dag)
    return Case(
        When(~Q(person__tillatelse__in=sorted(PAR9)) | ~Q(ny_lov) | Q(under), then=Value("")),
        When(Q(over), then=Value(Rettsstilling.KAN_TILBYS.value)),
        When(kollektiv & ~Q(plikt), then=Value(Rettsstilling.RETT.value)),
        default=Value(Rettsstilling.RETT_OG_PLIKT.value),
        output_field=CharField(),
    )


def _over(regler: Regelsett, dag: date) -> Expression:
    """Above the highest age; whether its last year counts is a rule value too."""
    medregnet = regler.verdi(Regelkode.INTRO_MAKSAAR_MEDREGNET, dag)
    ett_til = 1 if medregnet is not None and medregnet.ja else 0
    return _alder(regler, Regelkode.INTRO_ALDER_MAKS, ett_til, over=True)


def _alder(regler: Regelsett, kode: Regelkode, tillegg: int, *, over: bool = False) -> Expression:
    """Return whether the person was below (or, `over`, at or above) the age when the permit was granted."""

    def grense(rad: Regelrad) -> Expression:
        fyller = PlussAar(F(_FOEDT), rad.tall + tillegg)
        return ExpressionWrapper(
            Q(**{f"{_GITT}__gte" if over else f"{_GITT}__lt": fyller}), output_field=BooleanField()
        )

    return _paa(regler, kode, _GITT, grense)


def _paa(
    regler: Regelsett, kode: Regelkode, felt: str, verdi: Callable[[Regelrad], Expression | Value]
) -> Expression:
    """Return the version of a rule value that holds for the row's own day; False when there is none."""
    valg = [
        When(
            **{
                f"{felt}__gt" if rad.sammenligning is Sammenligning.ETTER else f"{felt}__gte": rad.gjelder_fra
            },
            then=verdi(rad),
        )
        for rad in reversed(regler.rader.get(kode, ()))
    ]
    return Case(*valg, default=Value(False), output_field=BooleanField())


def _kapittel_6a(regler: Regelsett, dag: date) -> Q:
    """Permits of § 34 granted since the chapter's first day, while it is in force."""
    i_kraft, fra = regler.verdi(Regelkode.KAP_6A, dag), regler.verdi(Regelkode.KAP_6A_TILLATELSE_FRA, dag)
    if i_kraft is None or not i_kraft.ja or fra is None:
        return Q(pk__in=[])
    return Q(person__tillatelse_dato__gte=fra.dato)
