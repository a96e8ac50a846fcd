"""What an export is: which list, which rows, in whose eyes, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any, Self

from django.http import Http404, QueryDict
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur import kroner, visning
from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.lister.definisjon import Liste
from integrering.lister.filer import Fil, Om, Skriver, ny_skriver
from integrering.lister.models import Filformat
from integrering.lister.register import finn_liste
from integrering.lister.rules import MAKS_RADER_XLSX
from integrering.lister.utvalg import Utvalg
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for

MAKS_SPORRING = 1000


def finn_utvalg(*, liste: str, sti: str, sporring: str, av: Aktoer) -> Utvalg:
    """Return the list as it stands at an address, read as one without protected persons.

    Raises:
        Http404: no such list, or the address is not its page.
        IkkeTilgang: the role may not open it.
        Regelbrudd: the filter is written wrongly.
    """
    definisjon = finn_liste(liste)
    if definisjon is None:
        raise Http404
    if av.rolle not in definisjon.roller:
        raise IkkeTilgang(_("Rollen din kan ikke åpne denne listen."))
    utvalg = Utvalg(
        definisjon, replace(av, skjermede=False), QueryDict(sporring), _parametre(definisjon, sti)
    )
    if not utvalg.gyldig or len(utvalg.kanonisk) > MAKS_SPORRING:
        raise Regelbrudd(_("Filteret kan ikke brukes. Rett det og prøv igjen."))
    return utvalg


def _parametre(liste: Liste, sti: str) -> dict[str, Any]:
    try:
        treff = resolve(sti)
    except Resolver404 as feil:
        raise Http404 from feil
    if treff.view_name != liste.adresse:
        raise Http404
    return dict(treff.kwargs)


def uten_skjermede(av: Aktoer) -> AbstractContextManager[None]:
    """Run the block as this one without the scope for protected persons: they are never in an export.

    The database takes them away (restrictive policies), whatever the list asks for.
    """
    return kontekst(replace(kontekst_for(av), skjermede=False))


@dataclass
class Uttrekk:
    """A file in the making: the rows that were written, and the persons they were about."""

    utvalg: Utvalg
    format: Filformat
    skriver: Skriver = field(init=False)
    personer: set[int] = field(default_factory=set)
    fil: Fil | None = None

    def __post_init__(self) -> None:
        liste, av = self.utvalg.liste, self.utvalg.av
        navn = liste.navn.replace(":", "-").replace("_", "-")
        self.skriver = ny_skriver(self.format, navn, str(liste.tittel), liste.kolonner_for(av))
        self._person = attrgetter(liste.person) if liste.person else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, slag: type[BaseException] | None, *_: object) -> None:
        """Throw the file away when something went wrong on the way to it."""
        if slag is None:
            return
        if self.fil:
            self.fil.innhold.close()
        else:
            self.skriver.avbryt()

    def skriv(self, rader: Iterable[Any]) -> None:
        """Write rows, and remember whom they are about.

        Raises:
            Regelbrudd: more rows than a sheet of Excel holds.
        """
        self.skriver.skriv(self._merket(rader))

    def _merket(self, rader: Iterable[Any]) -> Iterator[Any]:
        for rad in rader:
            if self._person and (person := self._person(rad)) is not None:
                self.personer.add(person)
            if self.format is Filformat.XLSX and self.skriver.rader >= MAKS_RADER_XLSX:
                raise Regelbrudd(
                    _("Excel tar høyst %(n)s rader. Velg CSV, eller filtrer listen.")
                    % {"n": kroner.tall(MAKS_RADER_XLSX)}
                )
            yield rad

    def ferdig(self) -> Fil:
        """Write «Om uttrekket» and return the file."""
        self.fil = self.skriver.avslutt(om_uttrekket(self.utvalg, self.skriver.rader))
        return self.fil


def om_uttrekket(utvalg: Utvalg, rader: int) -> Om:
    """Return what a file says of itself: (name, content); headings have no content."""
    liste, av = utvalg.liste, utvalg.av
    linjer = [
        (_("Liste"), str(liste.tittel)),
        (_("Filter i bruk"), utvalg.filter_i_ord),
        (_("Sortering"), utvalg.sortering_i_ord),
        (_("Antall rader"), kroner.tall(rader)),
        (_("Hentet"), visning.tidspunkt(timezone.now())),
        (_("Hentet av"), av.navn),
        (_("Virksomhet"), f"{av.virksomhet_navn} ({av.rollenavn})"),
    ]
    if liste.person:
        linjer.append((_("Adressebeskyttelse"), _("Skjermede personer er ikke med.")))
    forklart = [(str(k.tittel), str(k.definisjon)) for k in liste.kolonner_for(av) if k.definisjon]
    forklart += [(str(ord_), str(mening)) for ord_, mening in liste.definisjoner]
    if forklart:
        linjer += [("", ""), (_("Definisjoner"), ""), *forklart]
    return linjer
