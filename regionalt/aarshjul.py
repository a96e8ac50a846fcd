"""The yearly wheel: each app registers where its deadlines and dates are read. Nothing is written twice.

The wheel asks the database once for all of them. So a source does not read by itself: `spoer` says what is
to be asked about the days between two, and `dager` makes the days of the rows that came:

    def _spoer(fra: date, til: date) -> Sporring:
        return Avtale.objects.filter(til__range=(fra, til)).order_by("til", "pk").values("til", "noekkel")

    def _dager(rader: Rader, fra: date, til: date) -> Iterable[Hjuldag]:
        for rad in rader:
            url = reverse("avtale", args=[rad["noekkel"]])
            yield Hjuldag(rad["til"], _("Avtalen går ut"), url, frist=True)

    registrer_hjulkilde(Hjulkilde("avtaler", _("Avtaler"), _spoer, _dager, 60))

The rows have the values of `.values(…)`. `dager` asks for nothing; a source that is only reckoned has None
for `spoer`. What the reader may see, the database decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from integrering.grunnmur.samlet import Rader, Sporring, les_samlet


@dataclass(frozen=True)
class Hjuldag:
    """A day in the wheel, or a period when `til` is given. Never the name of a participant."""

    dato: date
    tittel: str
    url: str = ""
    til: date | None = None
    frist: bool = False


@dataclass(frozen=True)
class Hjulkilde:
    """Where days are read: the source's name, its title, what is asked, and the days of the rows."""

    navn: str
    tittel: str | Promise
    spoer: Callable[[date, date], Sporring] | None
    dager: Callable[[Rader, date, date], Iterable[Hjuldag]]
    rekkefoelge: int = 0


_kilder: dict[str, Hjulkilde] = {}


def registrer_hjulkilde(*kilder: Hjulkilde) -> None:
    """Add sources to the wheel (again: replaces them)."""
    _kilder.update({k.navn: k for k in kilder})


def hjulkilder() -> tuple[Hjulkilde, ...]:
    """Return the sources in order."""
    return tuple(sorted(_kilder.values(), key=lambda k: (k.rekkefoelge, k.navn)))


def les_hjuldager(fra: date, til: date, kilde: str = "") -> list[tuple[Hjulkilde, Hjuldag]]:
    """Return the days between two, of all sources or one, source by source. One query."""
    valgte = [k for k in hjulkilder() if kilde in ("", k.navn)]
    rader = les_samlet({k.navn: k.spoer(fra, til) if k.spoer else None for k in valgte})
    return [(k, dag) for k in valgte for dag in k.dager(rader[k.navn], fra, til)]
