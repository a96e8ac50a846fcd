"""What the reader has asked a list for: filter, order, number of rows on a page. Read from a query string."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from integrering.grunnmur.skjema import Chip, valgte_filtre
from integrering.lister import keyset
from integrering.lister.definisjon import Kolonne, Liste, Listefilter
from integrering.tilgang.aktoer import Aktoer

ANTALL = (25, 50, 100)
STANDARD_ANTALL = 50


@dataclass(frozen=True)
class Utvalg:
    """A list as one reader has asked for it."""

    liste: Liste
    av: Aktoer
    sporring: QueryDict
    parametre: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def skjema(self) -> Listefilter | None:
        """The filter form; bound when something is chosen."""
        if self.liste.filterskjema is None:
            return None
        ubundet = self.liste.filterskjema(av=self.av)
        valgt = any(self.sporring.get(ubundet.add_prefix(navn)) for navn in ubundet.fields)
        return self.liste.filterskjema(self.sporring, av=self.av) if valgt else ubundet

    @cached_property
    def gyldig(self) -> bool:
        """False when a filter was written wrongly: then there are no rows."""
        return self.skjema is None or not self.skjema.is_bound or self.skjema.is_valid()

    @cached_property
    def filter(self) -> dict[str, Any]:
        """What is filtered by."""
        if self.skjema is None or not self.skjema.is_bound or not self.gyldig:
            return {}
        return dict(self.skjema.cleaned_data)

    @cached_property
    def chips(self) -> list[Chip]:
        """The filters in use, in words."""
        return valgte_filtre(self.skjema, self.sporring) if self.skjema and self.skjema.is_bound else []

    @cached_property
    def antall(self) -> int:
        """Rows on a page."""
        tekst = self.sporring.get("antall", "")
        return int(tekst) if tekst in {str(n) for n in ANTALL} else STANDARD_ANTALL

    @cached_property
    def _sortering(self) -> tuple[Kolonne, bool]:
        for oenske in (self.sporring.get("sorter", ""), self.liste.standard):
            kolonne = self.liste.kolonne(oenske.removeprefix("-"))
            if kolonne and kolonne.sorter and kolonne in self.liste.kolonner_for(self.av):
                return kolonne, oenske.startswith("-")
        raise LookupError(f"{self.liste.navn}: standard {self.liste.standard!r}")

    @property
    def sortert_etter(self) -> Kolonne:
        """The column the list is ordered by."""
        return self._sortering[0]

    @property
    def synkende(self) -> bool:
        """True when the greatest comes first."""
        return self._sortering[1]

    @property
    def sorter(self) -> str:
        """The order as it stands in the address: «navn», «-navn»."""
        return f"{'-' if self.synkende else ''}{self.sortert_etter.noekkel}"

    @property
    def sortering_i_ord(self) -> str:
        """The order in words: «Navn, stigende»."""
        moenster = _("%(kolonne)s, synkende") if self.synkende else _("%(kolonne)s, stigende")
        return moenster % {"kolonne": self.sortert_etter.tittel}

    @property
    def filter_i_ord(self) -> str:
        """The filters in words, or that there are none."""
        return "; ".join(c.tekst for c in self.chips) or _("Ingen filter")

    def alle(self, filter_: dict[str, Any] | None = None) -> QuerySet[Any]:
        """Return the rows, unordered: those that are chosen, or with another filter."""
        return self._valgte if filter_ is None else self.liste.rader(self.av, filter_, **self.parametre)

    @cached_property
    def _valgte(self) -> QuerySet[Any]:
        # asked for by the page and by its count; a list may have to ask much to know which rows they are
        return self.liste.rader(self.av, self.filter, **self.parametre)

    def nivaaer(self, rader: QuerySet[Any]) -> tuple[keyset.Nivaa, ...]:
        """Return the order as steps of the keyset."""
        return keyset.orden(rader.model, self.sortert_etter, synkende=self.synkende)

    def ordnet(self) -> QuerySet[Any]:
        """Return all rows in order: what an export holds."""
        rader = self.alle()
        return rader.order_by(*(nivaa.orden for nivaa in self.nivaaer(rader)))

    @cached_property
    def kanonisk(self) -> str:
        """The query string without the place in the list: known names only, one text for one list."""
        ren = QueryDict(mutable=True)
        if self.skjema and self.skjema.is_bound:
            for navn in self.skjema.fields:
                noekkel = self.skjema.add_prefix(navn)
                if verdier := [v for v in self.sporring.getlist(noekkel) if v]:
                    ren.setlist(noekkel, verdier)
        if self.sorter != self.liste.standard:
            ren["sorter"] = self.sorter
        if self.antall != STANDARD_ANTALL:
            ren["antall"] = str(self.antall)
        return ren.urlencode()

    def adresse(self, **endringer: str) -> str:
        """Return the address of the same list with something changed; the place in the list falls away."""
        ny = QueryDict(self.kanonisk, mutable=True)
        for navn, verdi in endringer.items():
            ny[navn] = verdi
        return f"?{ny.urlencode()}"
