"""What the grids of hours of a month share: lines, the month before, and how they read when locked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.http import Http404

from integrering.grunnmur import maaneder, visning
from integrering.klasser.forms.rutenett import Rutelinje
from integrering.klasser.queries.rutenett import registrert
from integrering.nir.faktatyper import Faktatype
from integrering.nir.models import Person


def maaned_eller_404(tekst: str) -> date:
    """Return the month of an address. Raises Http404 for what is no month."""
    maaned = maaneder.les(tekst)
    if maaned is None:
        raise Http404
    return maaned


def maanedslinjer(
    slag: Faktatype, personer: Sequence[Person], inndelinger: Iterable[Mapping[str, Any]], navn: str
) -> list[Rutelinje]:
    """Return a line for each person and set of fixed values, with what is registered.

    Args:
        inndelinger: what the cells of a line share: at least the columns `slag.unike`.
        navn: which of them tells a person's lines apart.
    """
    alle = list(inndelinger)
    finnes = registrert(slag, [p.pk for p in personer], alle)
    return [
        Rutelinje(p, f"{p.pk}-{faste[navn]}", faste, finnes.get((p.pk, *(faste[k] for k in slag.unike))))
        for p in personer
        for faste in alle
    ]


def fra_forrige(
    slag: Faktatype, linjer: Sequence[Rutelinje], maaned: date, felt: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Return line → the hours of the month before, for those that have some."""
    foer = maaneder.forrige(maaned)
    faste = [dict(linje.faste) | {"maaned": foer} for linje in linjer]
    finnes = registrert(slag, [linje.person.pk for linje in linjer], faste) if linjer else {}
    return {
        linje.nr: {navn: getattr(rad, navn) for navn in felt}
        for linje, faste_ in zip(linjer, faste, strict=True)
        if (rad := finnes.get((linje.person.pk, *(faste_[k] for k in slag.unike))))
    }


def leserader(
    linjer: Iterable[Rutelinje], felt: Sequence[str], laast: datetime | None
) -> list[dict[str, Any]]:
    """Return a row for each person as it reads; `endret` when something came after the month was locked."""
    rader: dict[int, dict[str, Any]] = {}
    for linje in linjer:
        rad = rader.setdefault(linje.person.pk, {"person": linje.person, "celler": [], "endret": False})
        rad["celler"] += [visning.desimal(getattr(linje.gammel, navn, None)) for navn in felt]
        rad["endret"] |= bool(laast and linje.gammel and linje.gammel.registrert > laast)
    return list(rader.values())
