"""The figures of the leader's page: each app registers its own in AppConfig.ready.

The page asks the database once for all of them. So a figure does not read by itself: `spoer` says what is
to be asked, and `vis` makes the figure of the rows that came. For a count:

    def _spoer(dag: date) -> Sporring:
        return tell(Tiltak.objects.all(), alle=Count("pk"), over=Count("pk", filter=Q(til__lt=dag)))

    def _vis(rader: Rader, dag: date) -> Tall | None:
        (telt,) = rader
        return Tall(kroner.tall(telt["over"]), farge="warning" if telt["over"] else "success")

    registrer_ledelsestall(Ledelsestall("tiltak", _("Tittel"), _("Forklaring."), _spoer, _vis, 70))

`tell` (`integrering.grunnmur.samlet`) always gives one row; any other queryset made with `.values(…)` will do
too. `vis` asks for nothing. What the reader may see, the database decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from integrering.grunnmur.samlet import Rader, Sporring, les_samlet


@dataclass(frozen=True)
class Tall:
    """A figure as it is shown. `verdi` is written out («3 av 38», «1 204 000 kr»); `url` drills down."""

    verdi: str
    detalj: str = ""
    url: str = ""
    # the colour that underlines what the words say: neutral, success, warning, danger
    farge: str = "neutral"


@dataclass(frozen=True)
class Ledelsestall:
    """A figure: what it is called, what it counts, what is asked, and how it is shown (None: not)."""

    navn: str
    tittel: str | Promise
    forklaring: str | Promise
    spoer: Callable[[date], Sporring]
    vis: Callable[[Rader, date], Tall | None]
    rekkefoelge: int


_tall: dict[str, Ledelsestall] = {}


def registrer_ledelsestall(*tall: Ledelsestall) -> None:
    """Add figures to the leader's page (again: replaces them)."""
    _tall.update({t.navn: t for t in tall})


def alle_ledelsestall() -> tuple[Ledelsestall, ...]:
    """Return the figures in order."""
    return tuple(sorted(_tall.values(), key=lambda t: t.rekkefoelge))


def les_ledelsestall(dag: date) -> list[tuple[Ledelsestall, Tall]]:
    """Return the figures that have something to show on a day, in order. One query."""
    alle = alle_ledelsestall()
    rader = les_samlet({t.navn: t.spoer(dag) for t in alle})
    vist = ((t, t.vis(rader[t.navn], dag)) for t in alle)
    return [(t, tall) for t, tall in vist if tall is not None]
