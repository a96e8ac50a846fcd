"""Columns of the registrations: codes of a list in the database, checklists, languages, months."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from psycopg.sql import SQL, Composable, Literal

from integrering.grunnmur.kodelister import kodevalg
from integrering.utveksling.importering.kolonner import Dato, Kolonne, Sjekk, Typet

# How many codes of a list are named in an explanation or a message.
VISTE_KODER = 8


def vis_koder(liste: str) -> str:
    """Return the codes that may be chosen today: the first of them when they are many."""
    koder = [kode for kode, _navn in kodevalg(liste)]
    return ", ".join(koder[:VISTE_KODER]) + (" …" if len(koder) > VISTE_KODER else "")


@dataclass(frozen=True)
class Listekode(Kolonne):
    """A code of a list that administrators keep; closed codes too, as in the table's own check."""

    liste: str = ""

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        return _("En av kodene: %(koder)s") % {"koder": vis_koder(self.liste)}

    def slagets_eksempel(self) -> str:
        """Return an example that any column of this kind can have."""
        return next((kode for kode, _navn in kodevalg(self.liste)), "")

    def uttrykk(self) -> Composable:
        """Read in lower case."""
        return SQL("lower({})").format(self.raa)

    def egne_sjekker(self) -> list[Sjekk]:
        """One of the list."""
        ukjent = SQL("{0} <> '' AND NOT grunnmur_er_kode({1}, {0}, NULL)").format(
            self.verdi, Literal(self.liste)
        )
        return [Sjekk("kode", ukjent, self.verdi, vis_koder(self.liste))]


@dataclass(frozen=True)
class Sjekkliste(Typet):
    """Several codes of a list with comma between, kept in the order of the list as on the form."""

    liste: str = ""

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        return _("Koder med komma mellom: %(koder)s") % {"koder": vis_koder(self.liste)}

    def slagets_eksempel(self) -> str:
        """Return an example that any column of this kind can have."""
        return ", ".join([kode for kode, _navn in kodevalg(self.liste)][:2])

    def uttrykk(self) -> Composable:
        """Read as an array; an empty cell is an empty one."""
        return SQL(
            "ARRAY(SELECT d.kode FROM (SELECT DISTINCT lower(btrim(del)) AS kode"
            " FROM unnest(string_to_array({}, ',')) del) d"
            " LEFT JOIN grunnmur_kode g ON g.liste = {} AND g.kode = d.kode"
            " WHERE d.kode <> '' ORDER BY g.rekkefolge, d.kode)::varchar[]"
        ).format(self.raa, Literal(self.liste))

    def egne_sjekker(self) -> list[Sjekk]:
        """All of the list; those that are not are named."""
        ukjente = SQL(
            "(SELECT string_agg(k, ', ') FROM unnest({}) k WHERE NOT grunnmur_er_kode({}, k, NULL))"
        ).format(self.verdi, Literal(self.liste))
        return [Sjekk("kode", SQL("{} IS NOT NULL").format(ukjente), ukjente, vis_koder(self.liste))]


@dataclass(frozen=True)
class Spraakkode(Kolonne):
    """ISO 639-3."""

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        return _("Språkkode på tre bokstaver")

    def slagets_eksempel(self) -> str:
        """Return an example that any column of this kind can have."""
        return "ukr"

    def uttrykk(self) -> Composable:
        """Read in lower case."""
        return SQL("lower({})").format(self.raa)

    def egne_sjekker(self) -> list[Sjekk]:
        """Three letters."""
        feil = SQL("{0} <> '' AND {0} !~ '^[a-z]{{3}}$'").format(self.verdi)
        return [Sjekk("spraakkode", feil, self.verdi)]


@dataclass(frozen=True)
class Maaned(Dato):
    """A month, kept as its first day; a date is the month it lies in, as on the form."""

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        return _("Måned")

    def slagets_eksempel(self) -> str:
        """Return an example that any column of this kind can have."""
        return "02.2026"

    def uttrykk(self) -> Composable:
        """Read mm.åååå, åååå-mm, or a date."""
        return SQL(
            "date_trunc('month', utveksling_dato(CASE"
            " WHEN {0} ~ '^[0-9]{{1,2}}[.][0-9]{{4}}$' THEN '1.' || {0}"
            " WHEN {0} ~ '^[0-9]{{4}}-[0-9]{{1,2}}$' THEN {0} || '-1'"
            " ELSE {0} END)::timestamp)::date"
        ).format(self.raa)

    def egne_sjekker(self) -> list[Sjekk]:
        """A month that exists, in our time."""
        _dato, utenfor = super().egne_sjekker()
        return [self._ulest("maaned"), utenfor]
