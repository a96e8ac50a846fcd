"""Reading of codes: labels in the reader's language, and what may be chosen on a day.

Within `les_en_gang` (every context: every request, every step of a job) a list is read once; outside it,
each time. Nothing is remembered beyond that.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import NamedTuple

from django.db.models import Case, CharField, Expression, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language

from integrering.grunnmur.models.kode import Kode


class Kodeverdi(NamedTuple):
    """A code as it is read."""

    kode: str
    nb: str
    nn: str
    fra: date
    til: date | None

    @property
    def navn(self) -> str:
        """The label in the reader's language."""
        return self.nn if get_language() == "nn" else self.nb

    def gjelder(self, dag: date) -> bool:
        """Return True when it may be chosen on the day (both ends included)."""
        return self.fra <= dag and (self.til is None or dag <= self.til)


Koder = dict[str, Kodeverdi]
_lest: ContextVar[dict[str, Koder] | None] = ContextVar("kodelister", default=None)


@contextmanager
def les_en_gang() -> Iterator[None]:
    """Within the block each list is read at most once. A block inside another shares what it has read."""
    if _lest.get() is not None:
        yield
        return
    merke = _lest.set({})
    try:
        yield
    finally:
        _lest.reset(merke)


def glem() -> None:
    """Read anew: call it after a code is changed."""
    if (lest := _lest.get()) is not None:
        lest.clear()


def les_koder(*lister: str) -> dict[str, Koder]:
    """Return list → code → what it is, in order, closed codes too. All that are not read yet in one query."""
    husket = _lest.get()
    kjent = husket if husket is not None else {}
    if mangler := [navn for navn in lister if navn not in kjent]:
        nye: dict[str, Koder] = {navn: {} for navn in mangler}
        felt = ("liste", "kode", "navn_nb", "navn_nn", "gyldig_fra", "gyldig_til")
        rader = Kode.objects.filter(liste__in=mangler).order_by("rekkefolge", "kode").values_list(*felt)
        for liste, kode, *resten in rader:
            nye[liste][kode] = Kodeverdi(kode, *resten)
        kjent.update(nye)
    return {navn: kjent[navn] for navn in lister}


def kodenavn(liste: str, kode: str) -> str:
    """Return the label of a code, closed ones too; one the list does not have is shown as it is."""
    funnet = les_koder(liste)[liste].get(kode)
    return funnet.navn if funnet else kode


def kodevalg(liste: str, dag: date | None = None, *, med: str = "") -> list[tuple[str, str]]:
    """Return what may be chosen on a day (default: today), as (code, label with a capital).

    Args:
        med: a code that stays choosable though it is closed: what the row has already.
    """
    paa = dag or timezone.localdate()
    return [
        (v.kode, capfirst(v.navn))
        for v in les_koder(liste)[liste].values()
        if v.gjelder(paa) or v.kode == med
    ]


def alle_kodevalg(liste: str) -> list[tuple[str, str]]:
    """Return every code as (code, label with a capital): for filters, where old rows are looked for too."""
    return [(v.kode, capfirst(v.navn)) for v in les_koder(liste)[liste].values()]


def kan_velges(liste: str, kode: str, dag: date | None = None) -> bool:
    """Return True when the code may be chosen on the day (default: today)."""
    funnet = les_koder(liste)[liste].get(kode)
    return funnet is not None and funnet.gjelder(dag or timezone.localdate())


def kodenavn_i_raden(kode: str, *, liste: str = "", listefelt: str = "") -> Expression:
    """Return an expression for the label of the row's code, in the reader's language: no query of its own.

    Args:
        kode: the field that holds the code; an empty code gives an empty label.
        liste: the list, or `listefelt`: the field that holds its name.
    """
    navn = "navn_nn" if get_language() == "nn" else "navn_nb"
    koder = Kode.objects.filter(liste=OuterRef(listefelt) if listefelt else liste, kode=OuterRef(kode))
    return Case(
        When(~Q(**{kode: ""}), then=Coalesce(Subquery(koder.values(navn)[:1]), F(kode))),
        default=Value(""),
        output_field=CharField(),
    )
