"""Takes good rows into a table with two clocks: what each row continues, what collides, what is new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from psycopg.sql import SQL, Composable, Identifier, Literal

from integrering.utveksling.importering.format import Kjoering
from integrering.utveksling.importering.staging import analyser, fyll, med_spor, sql_fil

AARSAK = "Rettet ved import"
# «ny» is what a line is when nothing else is said of it. The sender is told «uendret» of a row said twice.
_UTFALL = (
    "INSERT INTO utv_utfall SELECT linje, CASE utfall WHEN 'gjentatt' THEN 'uendret' ELSE utfall END"
    " FROM utv_loep WHERE utfall <> 'ny'"
)


def _ingen(kjoering: Kjoering) -> None:
    """Nothing has to be there first."""


@dataclass(frozen=True)
class Versjoner:
    """How a kind of file becomes versions of registrations.

    Attributes:
        tabell: the two-clock table.
        verdier: its columns of values, all of them in the file.
        start: the columns that, with the person, say which registration a row without a key is about.
        periode: rows have `fra` and `til`, and never overlap for one person.
        start_felt: the file's column that collisions are told about.
        foer_innsetting: makes what the rows hang on.
    """

    tabell: str
    verdier: tuple[str, ...]
    start: tuple[str, ...] = ()
    periode: bool = False
    start_felt: str = "duf"
    foer_innsetting: Callable[[Kjoering], None] = _ingen

    def __call__(self, kjoering: Kjoering) -> None:
        """Sort the rows out and write them."""
        deler = self._deler(kjoering)
        kjoering.peker.execute(sql_fil("for_mange"))
        fyll("utv_kandidat", sql_fil("kandidater", **deler), kjoering)
        analyser("utv_kandidat", kjoering)
        for navn in ("koblingsfeil", "kjent_uten_noekkel"):
            kjoering.peker.execute(sql_fil(navn, **deler))
        self._sorter(kjoering, deler)
        self.foer_innsetting(kjoering)
        kjoering.peker.execute(
            "DELETE FROM utv_loep WHERE linje IN (SELECT linje FROM utv_avvik WHERE NOT merk)"
        )
        kjoering.peker.execute(sql_fil("lukk", **deler))
        kjoering.peker.execute(
            med_spor(self.tabell, sql_fil("innsett", **deler)),
            {**kjoering.hvem, "aarsak": AARSAK},
        )
        kjoering.peker.execute(_UTFALL)

    def _sorter(self, kjoering: Kjoering, deler: dict[str, Composable]) -> None:
        """Place the rows in order, until nothing more is refused.

        A row that falls may bring back what it would have ended, or the version another row was equal to; so
        the order is made anew after each round of refusals.
        """
        tidslinje = sql_fil("tidslinje", **deler)
        fyll("utv_loep", tidslinje, kjoering)
        analyser("utv_loep", kjoering)
        while self._felles_avvik(kjoering, deler):
            kjoering.peker.execute(SQL("TRUNCATE utv_loep; INSERT INTO utv_loep {}").format(tidslinje))

    def _felles_avvik(self, kjoering: Kjoering, deler: dict[str, Composable]) -> bool:
        for navn in ("kjedefeil", "kollisjon_fil", "kollisjon_register"):
            kjoering.peker.execute(sql_fil(navn, **deler))
            if kjoering.peker.rowcount:
                return True
        return False

    def _deler(self, kjoering: Kjoering) -> dict[str, Composable]:
        """Return the names that the SQL files leave open."""
        enkelt = not self.start
        teller = SQL("true") if enkelt else SQL("NOT {}.annullert")
        return {
            "tabell": Identifier(self.tabell),
            "virksomhet": Literal(kjoering.av.virksomhet_id),
            "historisk": Literal(kjoering.historisk),
            "verdier": SQL(", ").join(Identifier(v) for v in self.verdier),
            "r_verdier": self._liste("r", self.verdier),
            "a_verdier": self._liste("a", self.verdier),
            "k_verdier": self._liste("k", self.verdier),
            "d_verdier": self._liste("d", self.verdier),
            "i_verdier": self._liste("i", self.verdier),
            "r_ident": self._liste("r", ("duf", *self.start)),
            "samme_i": self._samme("i", "r"),
            "samme_ab": self._samme("a", "b"),
            "kolliderer_ab": self._kolliderer(),
            "i_teller": teller.format(Identifier("i")),
            "b_teller": teller.format(Identifier("b")),
            "periode_b": self._periode_tekst(),
            "start_felt": Literal(self.start_felt),
            "andre_verdier": Literal("andre_opplysninger" if enkelt else "andre_verdier"),
            "dobbel": Literal("dobbel_person" if enkelt else "dobbel_start"),
            # details that an undoing annulled are still the person's only ones: they are taken up again
            "i_person": SQL("r.person_id AND (r.noekkel = '' OR i.annullert)")
            if enkelt
            else SQL("CASE r.noekkel WHEN '' THEN r.person_id END"),
            "person": SQL("p.id") if enkelt else SQL("a.person_id"),
            "person_join": SQL("JOIN nir_person p ON p.duf = a.duf") if enkelt else SQL(""),
        }

    @staticmethod
    def _liste(tabell: str, kolonner: tuple[str, ...]) -> Composable:
        return SQL(", ").join(SQL("{}.{}").format(Identifier(tabell), Identifier(k)) for k in kolonner)

    def _samme(self, a: str, b: str) -> Composable:
        like: list[Composable] = [
            SQL("{}.{} = {}.{}").format(Identifier(a), Identifier(k), Identifier(b), Identifier(k))
            for k in self.start
        ]
        return SQL("({})").format(SQL(" AND ").join(like or [SQL("true")]))

    def _kolliderer(self) -> Composable:
        if not self.periode:
            return self._samme("a", "b")
        return SQL("a.fra <= coalesce(b.til, 'infinity') AND b.fra <= coalesce(a.til, 'infinity')")

    def _periode_tekst(self) -> Composable:
        if not self.periode:
            return SQL("''")
        return SQL("to_char(b.fra, 'DD.MM.YYYY') || '–' || coalesce(to_char(b.til, 'DD.MM.YYYY'), '')")
