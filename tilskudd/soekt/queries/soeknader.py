"""Applications with their sums, and what one of them lacks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, F, IntegerField, OuterRef, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from tilskudd.soekt.models import (
    Bruk,
    Budsjettlinje,
    Partner,
    Soeknad,
    Tilstand,
    Vilkaar,
    Vilkaarsdel,
    Vilkaarsvar,
)
from tilskudd.soekt.rules.budsjett import Post, summer
from tilskudd.soekt.rules.budsjett import Sum as Budsjettsum
from tilskudd.soekt.rules.hull import Hull, Soeknadsfakta, hull

_HELTALL = IntegerField()
MED_MIDLER = (Tilstand.INNVILGET, Tilstand.I_GANG, Tilstand.RAPPORTERT, Tilstand.AVSLUTTET)


def soeknader() -> QuerySet[Soeknad]:
    """Return all applications with their sums and the deadline that counts now.

    Adds `soekes` (applied for), `brukt`, `igjen` (None before a grant), and `frist`: of the application until
    it is sent, then of the report.
    """
    om = {"soeknad": OuterRef("pk")}
    budsjett = Budsjettlinje.objects.filter(**om).order_by().values("soeknad")
    budsjett = budsjett.annotate(s=Sum(F("faktisk") - F("ordinaer") - F("egenandel")))
    brukt = Bruk.objects.filter(**om, annullert__isnull=True).order_by().values("soeknad")
    brukt = brukt.annotate(s=Sum("beloep"))
    return Soeknad.objects.select_related("utlysning__ordning", "ansvarlig").annotate(
        soekes=Coalesce(F("soekt_beloep"), Subquery(budsjett.values("s")), Value(0), output_field=_HELTALL),
        brukt=Coalesce(Subquery(brukt.values("s")), Value(0), output_field=_HELTALL),
        igjen=F("innvilget") - F("brukt"),
        frist=Case(
            When(tilstand__in=(Tilstand.UTKAST, Tilstand.KLAR), then=F("utlysning__frist")),
            When(tilstand__in=(Tilstand.INNVILGET, Tilstand.I_GANG), then=F("rapportfrist")),
        ),
    )


def finn_soeknad(noekkel: UUID) -> Soeknad | None:
    """Return an application by the id of addresses, with its sums."""
    hvem = (
        "opprettet_av",
        "klar_av",
        "godkjent_av",
        "sendt_av",
        "vedtak_av",
        "rapportert_av",
        "avsluttet_av",
    )
    return soeknader().select_related(*hvem, "endret_av").filter(noekkel=noekkel).first()


def postene(soeknad: Soeknad) -> list[Budsjettlinje]:
    """Return the posts of the budget in order."""
    return list(soeknad.budsjett.order_by("nr", "pk"))


def budsjettsum(poster: list[Budsjettlinje]) -> Budsjettsum:
    """Return the sums of a budget."""
    return summer([som_post(p) for p in poster])


def som_post(linje: Budsjettlinje) -> Post:
    """Return a post as the rules see it."""
    return Post(linje.ordinaer, linje.faktisk, linje.egenandel)


@dataclass(frozen=True)
class Vilkaarslinje:
    """A condition of the call, and what we answered to it (None: nothing yet)."""

    vilkaar: Vilkaar
    svar: Vilkaarsvar | None

    @property
    def oppfylt(self) -> bool:
        """True when the condition is met."""
        return self.svar is not None and self.svar.oppfylt


def vilkaarene(soeknad: Soeknad) -> list[Vilkaarslinje]:
    """Return the conditions that count in an application, target group first, with the answers."""
    svar = {s.vilkaar_id: s for s in soeknad.svar.all()}
    alle = Vilkaar.objects.filter(utlysning_id=soeknad.utlysning_id).order_by("omraade", "nr", "pk")
    # once sent, it is what was asked then
    return [
        Vilkaarslinje(v, svar.get(v.pk))
        for v in alle
        if (v.gjelder if soeknad.tilstand in (Tilstand.UTKAST, Tilstand.KLAR) else v.pk in svar or v.gjelder)
    ]


def partnerne(soeknad: Soeknad) -> list[Partner]:
    """Return the partners by kind and name."""
    return list(soeknad.partnere.order_by("slag", "navn", "pk"))


def hullene(soeknad: Soeknad, i_dag: date) -> list[Hull]:
    """Return what the application lacks before it is sent."""
    return hull(fakta_om(soeknad), i_dag)


def fakta_om(soeknad: Soeknad) -> Soeknadsfakta:
    """Return what the rules need to know of an application."""
    utlysning, sum_ = soeknad.utlysning, budsjettsum(postene(soeknad))
    mangler = [v.vilkaar.omraade for v in vilkaarene(soeknad) if not v.oppfylt]
    partnere = partnerne(soeknad)
    return Soeknadsfakta(
        beskrevet=all(t.strip() for t in (soeknad.tiltak, soeknad.formaal, soeknad.maalgruppe)),
        har_periode=soeknad.fra is not None and soeknad.til is not None,
        deltakere=soeknad.deltakere,
        minst_deltakere=utlysning.minst_deltakere,
        soekes=sum_.soekes,
        egenandel=sum_.egenandel,
        krever_egenandel=utlysning.krever_egenandel,
        mest=utlysning.mest,
        maalgruppe_mangler=mangler.count(Vilkaarsdel.MAALGRUPPE),
        vilkaar_mangler=mangler.count(Vilkaarsdel.VILKAAR),
        partnere=len(partnere),
        uten_avtale=sum(p.avtalt is None for p in partnere),
        frist=utlysning.frist,
    )
