"""The matrix as a page: heads with counts, rows with cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.lister.visning import Listeside
from integrering.matrise.celler import Celleskriver
from integrering.matrise.forms.filtre import matriseutvalg
from integrering.matrise.queries.ansvar import fordelt_i
from integrering.matrise.queries.matrise import Hodetall, Matriseutvalg, hodetall
from integrering.matrise.roller import punkter_for
from integrering.matrise.rules.ansvar import STANDARD, Tjeneste, del_av
from integrering.matrise.tekster import DELER, TJENESTER, TJENESTER_KORT, kolonnenavn
from integrering.nir import regeltekster
from integrering.nir.models import Registreringsstatus
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.status import Tilstand


@dataclass(frozen=True)
class Hode:
    """The head of an item's column. `mangler` and `delvis` are None where they are not counted."""

    hva: Registrering
    navn: str
    tjeneste: Tjeneste
    mangler: int | None
    delvis: int | None
    mangler_url: str
    delvis_url: str

    @property
    def tjenestenavn(self) -> str:
        """The responsible service."""
        return str(TJENESTER[self.tjeneste])

    @property
    def tjeneste_kort(self) -> str:
        """The same, as it fits above a narrow column."""
        return str(TJENESTER_KORT[self.tjeneste])


@dataclass(frozen=True)
class Matriserad:
    """One person: name and address, law, next deadline, and the cells of the row as they are written."""

    rad: Registreringsstatus
    navn: str
    regelverk: str
    celler: SafeString


class Matriseside(Listeside):
    """One page of the matrix, for one request."""

    @cached_property
    def valg(self) -> Matriseutvalg:
        """What is asked for."""
        return matriseutvalg(self.av, self.utvalg.filter)

    @cached_property
    def ansvar(self) -> dict[Registrering, Tjeneste]:
        """Who registers what: in the municipality, or by the checklist where there are several."""
        return fordelt_i(self.valg.kommune_id) if self.valg.kommune_id else dict(STANDARD)

    @cached_property
    def punkter(self) -> list[Registrering]:
        """The items shown: all, or those of the service that is asked for."""
        hvem = self.valg.tjeneste
        return [hva for hva in punkter_for(self.av) if hvem in (None, self.ansvar[hva])]

    # --- How many ---
    @cached_property
    def tall(self) -> Hodetall | None:
        """The counts of the whole selection; None as of an earlier day, and for more than we count."""
        if self.valg.per is not None or not self.antall:
            return None
        return hodetall(self.utvalg.alle())

    @property
    def hoder(self) -> list[Hode]:
        """The heads of the items' columns."""
        tall = self.tall
        return [
            Hode(
                hva=hva,
                navn=regeltekster.registrering(hva),
                tjeneste=self.ansvar[hva],
                mangler=None if tall is None else tall.mangler.get(hva, 0),
                delvis=None if tall is None else tall.delvise.get(hva, 0),
                mangler_url=self._de_som(hva, ""),
                delvis_url=self._de_som(hva, Tilstand.DELVIS),
            )
            for hva in self.punkter
        ]

    def _de_som(self, hva: Registrering, tilstand: str) -> str:
        return self.utvalg.adresse(punkt=hva.value, tilstand=tilstand)

    @property
    def deler(self) -> list[tuple[str, int]]:
        """The parts of the checklist, with how many columns each has here."""
        return [(str(DELER[del_]), len(list(hva))) for del_, hva in groupby(self.punkter, del_av)]

    # --- The rows ---
    @property
    def hale(self) -> str:
        """What links to persons and forms carry, so that these know who comes next."""
        return f"?liste={self.referanse}" if self.referanse else ""

    @property
    def matriserader(self) -> Iterator[Matriserad]:
        """The rows of the page."""
        skriver = Celleskriver(self.av, self.hale)
        for rad in self.objekter:
            yield Matriserad(
                rad=rad,
                navn=rad.person.navn_etternavn_foerst,
                regelverk=kolonnenavn(rad.kolonne),
                celler=skriver.skriv(rad, self.punkter),
            )

    @property
    def per_tekst(self) -> str:
        """What the table is called."""
        if self.valg.per is None:
            return self.tittel
        return _("Registreringsmatrise per %(dato)s") % {"dato": visning.dato(self.valg.per)}
