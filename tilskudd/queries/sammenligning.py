"""A run beside the one it builds on: who is new, who ended, who is corrected, and what is unusual."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection
from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from integrering.grunnmur.sql import les_sql
from integrering.nir.models import Person
from tilskudd.models import Kjoering, Linje, Linjetypevalg, Mottakersum, Slag
from tilskudd.rules.uvanlig import Mottakertall, Uvanlig, uvanlige


@dataclass(frozen=True)
class Gruppe:
    """Persons with the same change: how many, and how many kroner."""

    kode: str
    antall: int
    beloep: int


@dataclass(frozen=True)
class Sammenligning:
    """What is different from the run before, of the persons the reader may see."""

    forrige: Kjoering
    grupper: tuple[Gruppe, ...]
    uvanlige: list[Uvanlig]


def sammenligning(kjoering: Kjoering) -> Sammenligning | None:
    """Return the comparison; None for the first run. Two queries."""
    forrige = kjoering.forrige
    if forrige is None:
        return None
    with connection.cursor() as peker:
        peker.execute(les_sql("tilskudd", "sammenligning"), {"naa": kjoering.pk, "foer": forrige.pk})
        rad = peker.fetchone() or (0,) * 8
    nye, nye_kr, avsluttet, avsluttet_kr, rettet, rettet_kr, med_trekk, over_sats = rad
    return Sammenligning(
        forrige=forrige,
        grupper=(
            Gruppe("nye", nye, nye_kr),
            Gruppe("avsluttet", avsluttet, -avsluttet_kr),
            Gruppe("rettet", rettet, rettet_kr),
        ),
        uvanlige=uvanlige(_mottakere(kjoering, forrige), med_trekk=med_trekk, over_sats=over_sats),
    )


def _mottakere(kjoering: Kjoering, forrige: Kjoering) -> list[Mottakertall]:
    """Return the recipients of both runs. What an opening run holds is not a quarter to compare with."""
    if forrige.slag == Slag.AAPNING:
        return []
    summer: dict[int, dict[int, int]] = {}
    navn: dict[int, tuple[str, str]] = {}
    for rad in Mottakersum.objects.filter(kjoering__in=[kjoering.pk, forrige.pk]).select_related("mottaker"):
        summer.setdefault(rad.mottaker_id, {})[rad.kjoering_id] = rad.linjer_sum
        navn[rad.mottaker_id] = (rad.mottaker.kode, rad.mottaker.navn)
    tall = [
        Mottakertall(*navn[m], naa=per.get(kjoering.pk, 0), foer=per.get(forrige.pk, 0))
        for m, per in summer.items()
    ]
    return sorted(tall, key=lambda t: t.kode)


# --- The persons, as a list ---


def _sum(kjoering: int, felt: Q) -> Coalesce:
    linjer = Linje.objects.filter(felt, kjoering=kjoering, person=OuterRef("pk")).order_by()
    return Coalesce(Subquery(linjer.values("person").annotate(s=Sum("beloep")).values("s")), Value(0))


def endrede_personer(kjoering: Kjoering, gruppe: str = "") -> QuerySet[Person]:
    """Return the persons that are new, ended or corrected, or of one group, with what they got and get."""
    ordinaer = Q(type=Linjetypevalg.ORDINAER)
    foer = kjoering.forrige_id or 0
    i_naa = Exists(Linje.objects.filter(ordinaer, kjoering=kjoering.pk, person=OuterRef("pk")))
    i_foer = Exists(Linje.objects.filter(ordinaer, kjoering=foer, person=OuterRef("pk")))
    rettet = Exists(Linje.objects.filter(~ordinaer, kjoering=kjoering.pk, person=OuterRef("pk")))
    trekk = Exists(
        Linje.objects.filter(type=Linjetypevalg.TREKK, kjoering=kjoering.pk, person=OuterRef("pk"))
    )
    utvalg = {
        "nye": Q(i_naa) & ~Q(i_foer),
        "avsluttet": Q(i_foer) & ~Q(i_naa),
        "rettet": Q(rettet),
        "trekk": Q(trekk),
    }
    personer = Person.objects.annotate(
        foer=_sum(foer, ordinaer), naa=_sum(kjoering.pk, ordinaer), rettet=_sum(kjoering.pk, ~ordinaer)
    )
    if gruppe == "over_sats":
        alle = Linje.objects.filter(kjoering=kjoering.pk).order_by().values("person")
        over = alle.annotate(s=Sum("beloep"), sats=Max("sats")).filter(s__gt=F("sats"))
        return personer.filter(pk__in=over.values("person"))
    return personer.filter(
        utvalg[gruppe] if gruppe else utvalg["nye"] | utvalg["avsluttet"] | utvalg["rettet"]
    )
