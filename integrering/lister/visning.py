"""A list on a page: read the query string, read one page of rows, write it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from integrering.grunnmur import kroner
from integrering.grunnmur.skjemasvar import AVVIST
from integrering.lister import keyset
from integrering.lister.celler import celle, klasse
from integrering.lister.definisjon import Kolonne, Liste
from integrering.lister.queries import filtre_for
from integrering.lister.referanse import referanse
from integrering.lister.utvalg import ANTALL, Utvalg
from integrering.tilgang.doerer import aktoer_i

# No list is counted beyond this.
TELL_TIL = 50_000


@dataclass(frozen=True)
class Celle:
    """One cell: its content, its class, and whether it names the row."""

    innhold: SafeString | str
    klasse: str
    hode: bool


@dataclass(frozen=True)
class Rad:
    """A row: the object, its key in addresses, its cells."""

    objekt: Any
    noekkel: str
    celler: list[Celle]
    navn: str


@dataclass(frozen=True)
class Overskrift:
    """A column's heading: sorts when `felt` is set."""

    tekst: str
    felt: str
    tall: bool


@dataclass(frozen=True)
class Lagret:
    """A saved filter above the list."""

    navn: str
    url: str
    aktiv: bool
    delt: bool


class Listeside:
    """One page of a list, for one request; goes to the templates under the name `liste`."""

    def __init__(
        self,
        request: HttpRequest,
        liste: Liste,
        *,
        parametre: Mapping[str, Any] | None = None,
        velg: str = "",
    ) -> None:
        self.request, self.definisjon, self.velg = request, liste, velg
        self.av, self.fast = aktoer_i(request), False
        if self.av.rolle not in liste.roller:
            raise PermissionDenied
        treff = request.resolver_match
        adressens = dict(treff.kwargs) if treff else {}
        self.utvalg = Utvalg(liste, self.av, request.GET, adressens if parametre is None else parametre)

    # --- The rows ---
    @cached_property
    def _stykke(self) -> keyset.Stykke:
        if not self.utvalg.gyldig:
            return keyset.Stykke([], foran=False, bak=False)
        rader = self.utvalg.alle()
        nivaaer = self.utvalg.nivaaer(rader)
        etter, foer = (self.request.GET.get(navn, "") for navn in ("etter", "foer"))
        noekkel = etter or foer
        fra = keyset.anker(self.definisjon, self.utvalg.alle({}), nivaaer, noekkel) if noekkel else None
        bakover = bool(foer) and not etter and fra is not None
        return keyset.stykke(rader, nivaaer, self.utvalg.antall, fra=fra, bakover=bakover)

    def vis_bare(self, objekter: list[Any]) -> None:
        """Show these rows and no others: what a search found. No order, no pages, no export."""
        self.fast = True
        self._stykke = keyset.Stykke(objekter, foran=False, bak=False)

    @cached_property
    def objekter(self) -> list[Any]:
        """The rows' objects: here a page may put something on them before it is rendered."""
        return self._stykke.rader

    @cached_property
    def kolonner(self) -> list[Kolonne]:
        """The columns shown."""
        return [k for k in self.definisjon.kolonner_for(self.av) if k.side]

    @property
    def overskrifter(self) -> list[Overskrift]:
        """The headings."""
        return [
            Overskrift(str(k.tittel), k.noekkel if k.sorter and not self.fast else "", k.hoeyrestilt)
            for k in self.kolonner
        ]

    @property
    def rader(self) -> list[Rad]:
        """The rows with their cells."""
        return [
            Rad(
                objekt=rad,
                noekkel=self._noekkel(rad),
                celler=[
                    Celle(celle(k, rad, self.av, self.referanse), klasse(k), nr == 0)
                    for nr, k in enumerate(self.kolonner)
                ],
                navn=str(self.kolonner[0].hent(rad) or ""),
            )
            for rad in self.objekter
        ]

    @cached_property
    def referanse(self) -> str:
        """The list as one word for links; a search is no list one goes through."""
        return "" if self.fast or not self.utvalg.gyldig else referanse(self.utvalg)

    def _noekkel(self, rad: Any) -> str:
        return str(getattr(rad, self.definisjon.noekkel))

    # --- How many ---
    @cached_property
    def antall(self) -> int | None:
        """How many rows the list has; None when they are more than we count."""
        if not self.utvalg.gyldig:
            return 0
        if not self._stykke.foran and not self._stykke.bak:
            return len(self.objekter)
        rader = self.utvalg.alle().order_by().values("pk")
        tall = rader[: TELL_TIL + 1].count()
        return None if tall > TELL_TIL else tall

    @property
    def antall_tekst(self) -> str:
        """«123 rader», «over 50 000 rader»."""
        if self.antall is None:
            return _("over %(n)s rader") % {"n": kroner.tall(TELL_TIL)}
        return ngettext("%(n)s rad", "%(n)s rader", self.antall) % {"n": kroner.tall(self.antall)}

    # --- What one can do with it ---
    @cached_property
    def lagrede(self) -> list[Lagret]:
        """The saved filters of the list: own and shared."""
        naa = self.utvalg.kanonisk
        return [
            Lagret(f.navn, f"?{f.sporring}", f.sporring == naa, f.delt)
            for f in filtre_for(self.definisjon.navn)
        ]

    @property
    def kan_lagres(self) -> bool:
        """True when the list stands in a way that has no name yet."""
        kan = self.utvalg.gyldig and bool(self.utvalg.kanonisk)
        return kan and not any(f.aktiv for f in self.lagrede)

    @property
    def lagre_url(self) -> str:
        """Address of the form that names the filter."""
        valgt = QueryDict(mutable=True)
        valgt.update(self._felles_felt)
        return f"{reverse('filter_nytt')}?{valgt.urlencode()}"

    @property
    def _felles_felt(self) -> dict[str, str]:
        return {
            "liste": self.definisjon.navn,
            "sti": self.request.path,
            "sporring": self.utvalg.kanonisk,
        }

    @property
    def eksportfelt(self) -> dict[str, str]:
        """What the export buttons send beside the format."""
        return self._felles_felt | {"noekkel": str(uuid.uuid4())}

    @property
    def kan_eksporteres(self) -> bool:
        """True when there is something to take out."""
        return self.definisjon.eksport and not self.fast and bool(self.objekter)

    @property
    def eksporttekst(self) -> str:
        """How many rows the file has. One who sees protected persons is told that they are not in it."""
        if self.definisjon.person and self.av.skjermede:
            return _("uten skjermede")
        return self.antall_tekst

    # --- Where one can go ---
    @property
    def tittel(self) -> str:
        """Title of the list."""
        return str(self.definisjon.tittel)

    @property
    def forrige(self) -> str:
        """Address of the former page."""
        stykke = self._stykke
        if not stykke.foran:
            return ""
        # an empty page after the last row: back to the start
        return (
            self.utvalg.adresse(foer=self._noekkel(stykke.rader[0]))
            if stykke.rader
            else self.utvalg.adresse()
        )

    @property
    def neste(self) -> str:
        """Address of the next page."""
        stykke = self._stykke
        return (
            self.utvalg.adresse(etter=self._noekkel(stykke.rader[-1])) if stykke.bak and stykke.rader else ""
        )

    @property
    def sidestoerrelser(self) -> list[tuple[int, str]]:
        """The choice of rows on a page, with addresses («» for the present one); none for a short list."""
        if not (self._stykke.foran or self._stykke.bak) and len(self.objekter) <= min(ANTALL):
            return []
        return [(n, "" if n == self.utvalg.antall else self.utvalg.adresse(antall=str(n))) for n in ANTALL]

    @property
    def skjult(self) -> list[tuple[str, str]]:
        """What the filter form carries along: order and page size."""
        felter = []
        if self.utvalg.sorter != self.definisjon.standard:
            felter.append(("sorter", self.utvalg.sorter))
        if "antall" in self.request.GET:
            felter.append(("antall", str(self.utvalg.antall)))
        return felter

    @property
    def filtrert(self) -> bool:
        """True when a filter is in use."""
        return bool(self.utvalg.chips)


def vis_liste(
    request: HttpRequest,
    liste: Liste,
    *,
    mal: str = "lister/liste.html",
    parametre: Mapping[str, Any] | None = None,
    velg: str = "",
    **kontekst: Any,
) -> HttpResponse:
    """Answer with a page of the list.

    Args:
        mal: template; extends «lister/liste.html», or includes «lister/_liste.html».
        parametre: arguments for `rader`; default those of the address.
        velg: id of the form the row's checkboxes belong to; empty: none.
        kontekst: further names for the template.

    Raises:
        PermissionDenied: the reader's role may not open the list.
    """
    side = Listeside(request, liste, parametre=parametre, velg=velg)
    innhold = {"liste": side, "skjema": side.utvalg.skjema} | kontekst
    return render(request, mal, innhold, status=200 if side.utvalg.gyldig else AVVIST)
