"""Columns of the schools' files: the school, words of their systems, hours that may be left out."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from django.utils.translation import gettext as _
from psycopg.sql import SQL, Composable, Literal

from integrering.utveksling.importering.kodekolonner import Listekode
from integrering.utveksling.importering.kolonner import Desimaltall, Kode, Kolonne, Sjekk, Typet


@cache
def _ordene() -> Mapping[str, Mapping[str, list[str]]]:
    tekst = files("opplaering").joinpath("data/fravaerskoder.toml").read_text(encoding="utf-8")
    return tomllib.loads(tekst)


def oversett(raa: Composable, kolonne: str, standard: str = "") -> Composable:
    """Return a cell in our own codes: the words of schools' systems stand in `data/fravaerskoder.toml`."""
    lest = SQL("lower({})").format(raa)
    par = [(ord_, kode) for kode, ordene in _ordene()[kolonne].items() for ord_ in ordene]
    byttene = SQL(" ").join(SQL("WHEN {} THEN {}").format(Literal(o), Literal(k)) for o, k in par)
    return SQL("CASE {0} WHEN '' THEN {1} {2} ELSE {0} END").format(lest, Literal(standard), byttene)


@dataclass(frozen=True)
class Fravaerstype(Kode):
    """There, or what kind of absence."""

    def uttrykk(self) -> Composable:
        """Read the words of schools' systems as ours."""
        return oversett(self.raa, "type")


@dataclass(frozen=True)
class Undervisning(Listekode):
    """What the hours were in; the whole day when nothing is said."""

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        return _("%(koder)s. Tom, eller uten kolonnen: %(standard)s") % {
            "koder": super().forklaring,
            "standard": self.standard,
        }

    def uttrykk(self) -> Composable:
        """Read the words of schools' systems as ours."""
        return oversett(self.raa, "undervisning", self.standard)


@dataclass(frozen=True)
class Timetall(Desimaltall):
    """Hours; an empty cell is none."""

    ogsaa_null: bool = True

    def uttrykk(self) -> Composable:
        """Read a number; nothing is 0."""
        return SQL("CASE WHEN {} = '' THEN 0 ELSE {} END").format(self.raa, super().uttrykk())


@dataclass(frozen=True)
class Skole(Typet):
    """A school by its number or name; an empty cell, or no column, is where the person went at the time.

    Attributes:
        naar: the column that says when.
        hele_maaneden: any day of the month will do.
    """

    navn: str = "skole"
    felt: str = "skole_id"
    paakrevd: bool = False
    standard: str = "skolegang"
    naar: Kolonne | None = None
    hele_maaneden: bool = False

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        return _("Organisasjonsnummer eller navn. Tom, eller uten kolonnen: der deltakeren gikk da")

    def slagets_eksempel(self) -> str:
        """Return an example that any column of this kind can have."""
        return "974000001"

    def uttrykk(self) -> Composable:
        """Read as the id: the school that is named, or where the person went."""
        return SQL("CASE r.skole WHEN '' THEN gikk.skole_id ELSE v_skole.id END")

    def oppslag(self) -> Composable:
        """Return the joins: schools by number and by name that only one has, and where the person went."""
        assert self.naar is not None  # noqa: S101 - each file says when
        fra, til = perioden(self.naar.uttrykk(), hele_maaneden=self.hele_maaneden)
        return SQL(
            "LEFT JOIN ("
            " SELECT o.ord, min(o.id) AS id FROM ("
            "  SELECT nummer AS ord, id FROM tilgang_virksomhet WHERE type = 'skole'"
            "  UNION SELECT lower(navn), id FROM tilgang_virksomhet WHERE type = 'skole'"
            " ) o GROUP BY o.ord HAVING count(DISTINCT o.id) = 1"
            ") v_skole ON v_skole.ord = lower(r.skole) "
            "LEFT JOIN LATERAL ("
            " SELECT CASE WHEN count(DISTINCT s.skole_id) = 1 THEN min(s.skole_id) END AS skole_id"
            " FROM opplaering_skolegang s"
            " WHERE s.person_id = p.id AND s.erstattet IS NULL AND NOT s.annullert"
            " AND s.fra <= {til} AND (s.til IS NULL OR s.til >= {fra})"
            ") gikk ON r.skole = ''"
        ).format(fra=fra, til=til)

    def egne_sjekker(self) -> list[Sjekk]:
        """Known among the schools."""
        return [self._ulest("ukjent_skole")]


def perioden(dag: Composable, *, hele_maaneden: bool) -> tuple[Composable, Composable]:
    """Return the first and the last day that a value is about: its month, or itself."""
    if not hele_maaneden:
        return dag, dag
    return dag, SQL("({} + interval '1 month' - interval '1 day')::date").format(dag)
