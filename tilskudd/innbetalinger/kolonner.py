"""Columns of IMDi's files: grant code, payment round, amount in kroner and øre."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from psycopg.sql import SQL, Composable, Literal

from integrering.utveksling.importering.kodekolonner import vis_koder
from integrering.utveksling.importering.kolonner import Sjekk, Typet
from tilskudd.innbetalinger.kodeverk import TILSKUDDSKODE


@dataclass(frozen=True)
class Tilskuddskode(Typet):
    """One of IMDi's codes, in any case and with spaces; the list is kept by administrators."""

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        return _("En av kodene: %(koder)s") % {"koder": vis_koder(TILSKUDDSKODE)}

    def slagets_eksempel(self) -> str:
        """Return an example that any column of this kind can have."""
        return "P-AR1-H"

    def uttrykk(self) -> Composable:
        """Read as the code of the list, by the join."""
        return SQL("imdikode.kode")

    def oppslag(self) -> Composable:
        """Return the join; a closed code too, for payments are about the past."""
        return SQL(
            "LEFT JOIN grunnmur_kode imdikode ON imdikode.liste = {}"
            " AND lower(imdikode.kode) = lower(replace({}, ' ', '_'))"
        ).format(Literal(TILSKUDDSKODE), self.raa)

    def egne_sjekker(self) -> list[Sjekk]:
        """Of the list."""
        return [self._ulest("tilskuddskode")]


@dataclass(frozen=True)
class Kvartalskolonne(Typet):
    """A quarter: «2023K4», «2023-4», «4. kvartal 2023»; kept as its index (see `KvartalFelt`)."""

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        return _("Kvartal, som 2023K4. Tom: runden regnes ut av betalingsdatoen")

    def slagets_eksempel(self) -> str:
        """Return an example that any column of this kind can have."""
        return "2025K4"

    def uttrykk(self) -> Composable:
        """Read the year and the number."""
        return SQL(
            "CASE WHEN {0} ~* '^20[0-9]{{2}} ?[k-] ?[1-4]$'"
            " THEN left({0}, 4)::int * 4 + right({0}, 1)::int - 1"
            " WHEN {0} ~* '^[1-4][.]? ?kvartal 20[0-9]{{2}}$'"
            " THEN right({0}, 4)::int * 4 + left({0}, 1)::int - 1 END"
        ).format(self.raa)

    def egne_sjekker(self) -> list[Sjekk]:
        """A quarter of our time."""
        return [self._ulest("kvartal")]


@dataclass(frozen=True)
class Beloep(Typet):
    """An amount with at most two decimals and a sign, kept exactly: in øre.

    IMDi's own published totals have øre, so to refuse them would be to refuse the files. Rounded they would
    not add up to what came to the bank.
    """

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        return _("Kroner, gjerne med øre. Minus foran det som er trukket")

    def slagets_eksempel(self) -> str:
        """Return an example that any column of this kind can have."""
        return "9174,00"

    def uttrykk(self) -> Composable:
        """Read «12 345», «−4 089,50», «4089.5» and «1.234,50»; «1.234» could be either, and is not read."""
        rensket = SQL("translate({}, E'\\u2212\\u2013 \\u00a0', '--')").format(self.raa)
        return SQL(
            "CASE WHEN {0} ~ '^-?[0-9]{{1,10}}([.,][0-9]{{1,2}})?$'"
            " THEN (replace({0}, ',', '.')::numeric * 100)::bigint"
            " WHEN {0} ~ '^-?[0-9]{{1,3}}([.][0-9]{{3}}){{1,3}},[0-9]{{1,2}}$'"
            " THEN (replace(replace({0}, '.', ''), ',', '.')::numeric * 100)::bigint END"
        ).format(rensket)

    def egne_sjekker(self) -> list[Sjekk]:
        """An amount, and not nothing."""
        return [
            self._ulest("beloep"),
            Sjekk("beloep_null", SQL("{} = 0").format(self.verdi), self.tekst),
        ]
