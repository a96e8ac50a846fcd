"""Rates that wait for a second person."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, Min, QuerySet

from tilskudd.models import Forslagstilstand, Sats, Satsforslag, Satsstatus


def ventende() -> QuerySet[Satsforslag]:
    """Return the proposals that wait, with who entered them."""
    return Satsforslag.objects.filter(tilstand=Forslagstilstand.VENTER).select_related("lagt_inn_av")


def ventende_per_aar() -> list[tuple[int, int, datetime]]:
    """Return budget year, how many rates wait, and since when."""
    return list(
        ventende()
        .order_by("budsjettaar")
        .values_list("budsjettaar")
        .annotate(antall=Count("pk"), siden=Min("lagt_inn_tid"))
    )


def gjelder_naa(forslag: Satsforslag) -> Sats | None:
    """Return the rate a proposal would replace."""
    felt = ("ordning", "aar_nr", "landgruppe", "budsjettaar")
    like = Sats.objects.filter(**{f: getattr(forslag, f) for f in felt})
    return like.exclude(status=Satsstatus.EKSEMPEL).first()


def vedtatt_av(satser: list[Sats]) -> dict[int, Satsforslag]:
    """Return the proposal each rate was last adopted by, for those that two persons adopted here."""
    vedtatt = Satsforslag.objects.filter(
        tilstand=Forslagstilstand.VEDTATT, budsjettaar__in={s.budsjettaar for s in satser}
    ).select_related("lagt_inn_av", "avgjort_av")
    siste = {
        (f.ordning, f.aar_nr, f.landgruppe, f.budsjettaar): f for f in vedtatt.order_by("avgjort_tid", "pk")
    }
    noekler = {s.pk: (s.ordning, s.aar_nr, s.landgruppe, s.budsjettaar) for s in satser}
    return {pk: siste[n] for pk, n in noekler.items() if n in siste}
