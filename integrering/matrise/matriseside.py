"""The matrix as a page: heads with counts, rows with cells. Python, not templates: a thousand cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.lister.visning import TELL_TIL, Listeside
from integrering.matrise.forms.filtre import matriseutvalg
from integrering.matrise.lister import celle_i
from integrering.matrise.queries.ansvar import fordelt_i
from integrering.matrise.queries.matrise import Hodetall, Matriseutvalg, hodetall
from integrering.matrise.roller import punkter_for
from integrering.matrise.rules.ansvar import STANDARD, Tjeneste, del_av
from integrering.matrise.tekster import DELER, MERKER, TJENESTER, TJENESTER_KORT, kolonnenavn
from integrering.nir import regeltekster
from integrering.nir.actions import kan_registrere
from integrering.nir.models import Registreringsstatus
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.status import Celle, Tilstand
from integrering.nir.statuslenker import celle_url, kort_url, slag_for
from integrering.tilgang.aktoer import Aktoer


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
    """One person: name and address, law, next deadline, cells with the names of their columns."""

    rad: Registreringsstatus
    navn: str
    regelverk: str
    celler: list[tuple[str, SafeString]]


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
        """The counts of the whole selection; None as of an earlier day."""
        if self.valg.per is not None or not self.utvalg.gyldig:
            return None
        return hodetall(self.utvalg.alle(), TELL_TIL)

    @cached_property
    def antall(self) -> int | None:
        """How many persons; None when they are more than we count."""
        if self.tall is None:
            return super().antall
        return self.tall.personer if self.tall.personer <= TELL_TIL else None

    @property
    def hoder(self) -> list[Hode]:
        """The heads of the items' columns."""
        tall = self.tall if self.antall is not None else None
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
    def matriserader(self) -> Iterator[Matriserad]:
        """The rows of the page."""
        navn = {hva: regeltekster.registrering(hva) for hva in self.punkter}
        for rad in self.objekter:
            yield Matriserad(
                rad=rad,
                navn=rad.person.navn_etternavn_foerst,
                regelverk=kolonnenavn(rad.kolonne),
                celler=[(navn[hva], _celle(rad, hva, navn[hva], self.av)) for hva in self.punkter],
            )

    @property
    def per_tekst(self) -> str:
        """What the table is called."""
        if self.valg.per is None:
            return self.tittel
        return _("Registreringsmatrise per %(dato)s") % {"dato": visning.dato(self.valg.per)}


def _celle(rad: Registreringsstatus, hva: Registrering, navn: str, av: Aktoer) -> SafeString:
    celle = celle_i(rad, hva)
    if celle is None:
        return format_html('<span class="dempet">{}</span>', _("Ikke regnet ut"))
    url = _adresse(rad, hva, celle, av)
    merke = MERKER[celle.tilstand]
    kort = celle.tilstand in (Tilstand.REGISTRERT, Tilstand.GJELDER_IKKE)
    innhold = format_html(
        '<span class="tegn" aria-hidden="true">{}</span><span class="{}">{}</span>'
        '<span class="ds-sr-only">: {}{}</span>',
        merke.tegn, "ord kort" if kort else "ord", merke.tekst, navn, _frist(celle),
    )  # fmt: skip
    if not url:
        return format_html('<span class="merke {}">{}</span>', merke.klasse, innhold)
    return format_html('<a class="merke {}" href="{}">{}</a>', merke.klasse, url, innhold)


def _adresse(rad: Registreringsstatus, hva: Registrering, celle: Celle, av: Aktoer) -> str:
    """Return where the cell leads: to a form for those who may fill it in, else to what is registered."""
    if celle.tilstand is Tilstand.GJELDER_IKKE:
        return ""
    slag = slag_for(hva, celle)
    if kan_registrere(av) or (celle.gjenstaar and kan_registrere(av, slag)):
        return celle_url(rad.person.noekkel, hva, celle)
    return kort_url(rad.person.noekkel, slag)


def _frist(celle: Celle) -> str:
    if not (celle.frist and celle.gjenstaar):
        return ""
    return ", " + _("frist %(dato)s") % {"dato": visning.dato(celle.frist)}
