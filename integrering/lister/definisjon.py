"""What a list is: its columns, filter, order and rows. The apps above define theirs and register them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.functional import Promise

from integrering.grunnmur.skjema import Filterskjema
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle

Tekst = str | Promise


class Slag(StrEnum):
    """What kind of value a column holds: decides how it is written on the page and in the file."""

    TEKST = "tekst"
    TALL = "tall"
    DESIMAL = "desimal"
    KRONER = "kroner"
    DATO = "dato"
    TIDSPUNKT = "tidspunkt"
    STATUS = "status"
    DUF = "duf"


class Status(NamedTuple):
    """The value of a status column: always words; the colour only underlines."""

    tekst: str
    farge: str = "neutral"


class Listefilter(Filterskjema):
    """Filter form of a list: knows who asks (`self.av`), so that its choices may depend on it.

    What is chosen stands in the address: only choices, dates and numbers, never a name or an identity number.
    """

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        self.av = av
        super().__init__(*args, **kwargs)


@dataclass(frozen=True)
class Kolonne:
    """A column.

    Args:
        noekkel: its name in the address (`?sorter=navn`), unique in the list.
        tittel: heading on the page and in the file.
        verdi: where the value is: a dotted path on the row (a method at its end is called), or a function of
            the row; default `noekkel`.
        slag: kind of value.
        sorter: ORM fields (or annotations of `rader`) that the column sorts by, «-felt» for falling; empty:
            it cannot be sorted. A tie is settled by the primary key.
        lenke: address the cell leads to («» for no link).
        mal: template of the cell on the page, when plain writing is not enough. It gets `rad`, `verdi`, `av`,
            and `referanse` to the list for links: `?liste={{ referanse }}`.
        definisjon: what the figure means, for «Om uttrekket».
        roller: who sees the column; None is everyone who sees the list.
        side: shown on the page. `eksport`: written to the file.
    """

    noekkel: str
    tittel: Tekst
    verdi: str | Callable[[Any], Any] = ""
    slag: Slag = Slag.TEKST
    sorter: tuple[str, ...] = ()
    lenke: Callable[[Any], str] | None = None
    mal: str = ""
    definisjon: Tekst = ""
    roller: frozenset[Rolle] | None = None
    side: bool = True
    eksport: bool = True
    ingen_brekk: bool = False

    @property
    def hent(self) -> Callable[[Any], Any]:
        """Return the function from row to value; a missing link of a path gives None."""
        if callable(self.verdi):
            return self.verdi
        les = attrgetter(self.verdi or self.noekkel)

        def hent(rad: Any) -> Any:
            try:
                funnet = les(rad)
            except AttributeError:
                return None
            return funnet() if callable(funnet) else funnet

        return hent

    @property
    def hoeyrestilt(self) -> bool:
        """True for numbers."""
        return self.slag in (Slag.TALL, Slag.DESIMAL, Slag.KRONER)


@dataclass(frozen=True)
class Liste:
    """A list: a page that is a deep link, and an export of all its rows.

    Args:
        navn: its name: the url name of its page (two lists on one page: give one of them `urlnavn`).
        tittel: heading, name of the sheet and of the file.
        kolonner: the columns in order; the first names the row (`<th scope="row">`).
        rader: function `(av, filter, **parametre)` → all rows the one who asks may see, unordered. `filter`
            is the cleaned data of the form ({} without one); `parametre` are the arguments of the address.
            Raise Http404 for what does not exist. RLS holds; no access rule belongs here.
        standard: the order without `?sorter=`: a column's key, «-key» for falling.
        roller: who may open and export it.
        filterskjema: class of the filter form.
        noekkel: field that names a row in `?etter=`: opaque, never a name («noekkel», «pk»).
        person: path on the row to the person's number, for the look-up log of exports («pk», «person_id»);
            empty: the rows are not about persons.
        definisjoner: (term, meaning) for «Om uttrekket».
        eksport: False: no export.
        urlnavn: url name of the page, when it is not `navn`.
        tomt: what an empty list says, with the next step.
    """

    navn: str
    tittel: Tekst
    kolonner: tuple[Kolonne, ...]
    rader: Callable[..., QuerySet[Any]]
    standard: str
    roller: frozenset[Rolle]
    filterskjema: type[Listefilter] | None = None
    noekkel: str = "pk"
    person: str = ""
    definisjoner: tuple[tuple[Tekst, Tekst], ...] = ()
    eksport: bool = True
    urlnavn: str = ""
    tomt: Tekst = ""

    @property
    def adresse(self) -> str:
        """Url name of the page the list stands on."""
        return self.urlnavn or self.navn

    def kolonne(self, noekkel: str) -> Kolonne | None:
        """Return the column with this key."""
        return next((k for k in self.kolonner if k.noekkel == noekkel), None)

    def kolonner_for(self, av: Aktoer) -> tuple[Kolonne, ...]:
        """Return the columns this one sees."""
        return tuple(k for k in self.kolonner if k.roller is None or av.rolle in k.roller)
