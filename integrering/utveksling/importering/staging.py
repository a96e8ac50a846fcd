"""From rows to typed rows in temporary tables, and everything that can be wrong with one row.

COPY is refused on tables with row-level security, and only the role of the jobs may make temporary tables.
So that role makes them and lends them out; whoever imports fills and reads them as themselves, and every look
into the register on the way sees what that user may see.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from django.db import connection
from psycopg.sql import SQL, Composable, Identifier, Literal

from integrering.grunnmur.sql import les_sql
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.importering.format import Kjoering
from integrering.utveksling.importering.historie import historiegrense
from integrering.utveksling.importering.kolonner import Kolonne, Sjekk, Typet
from integrering.utveksling.importering.les import Fil, uten_opprydding

PAKKE = "integrering.utveksling.importering"
NOEKKEL = Kolonne("noekkel", paakrevd=False, maks=100)
AVVIK = SQL("linje int, felt text, kode text, verdi text, mer text, merk boolean")
UTFALL = SQL("linje int, status text")
SPOR = SQL("tabell text, ider int8multirange")
_COPY_BIT = 1 << 16


@dataclass(frozen=True)
class Instant(Typet):
    """When the system is to have known it: a date (its first moment in Oslo) or an ISO time."""

    navn: str = "registrert"
    felt: str = "naar"

    def uttrykk(self) -> Composable:
        """Read as an instant."""
        return SQL("utveksling_instant({})").format(self.raa)

    def egne_sjekker(self) -> list[Sjekk]:
        """An instant that exists, in our time; which ones are open stands in `sql/historisk.sql`."""
        utenfor = SQL("{} < timestamptz '1900-01-01 Europe/Oslo'").format(self.verdi)
        return [self._ulest("tidspunkt"), Sjekk("dato_utenfor", utenfor, self.tekst)]


def sql_fil(navn: str, **deler: Composable) -> Composable:
    """Return a file of `sql/` with its names filled in."""
    return SQL(les_sql(PAKKE, navn)).format(**deler)


def regler(*navn: str) -> tuple[Composable, ...]:
    """Return files of rules."""
    return tuple(sql_fil(n) for n in navn)


def personfeil(start_felt: str) -> Composable:
    """Return the rules about the person of a fact that starts at `start_felt`."""
    return sql_fil(
        "personfeil",
        start_felt=Literal(start_felt),
        start_raa=Identifier(f"raa_{start_felt}"),
        start=Identifier(start_felt),
    )


def kolonner(kjoering: Kjoering) -> tuple[Kolonne, ...]:
    """Return the columns this import reads."""
    ekstra: tuple[Kolonne, ...] = ()
    if kjoering.format.om_person:
        ekstra += (NOEKKEL,)
    if kjoering.historisk:
        ekstra += (Instant(),)
    return kjoering.format.kolonner + ekstra


def lag_tabell(navn: str, innhold: Composable, kjoering: Kjoering) -> None:
    """Make an empty temporary table, and lend it to the one who imports."""
    with kontekst(motor_kontekst(kjoering.av.bruker_id)):
        kjoering.peker.execute(
            SQL("DROP TABLE IF EXISTS {0}; CREATE TEMPORARY TABLE {0} {1} ; GRANT ALL ON {0} TO {2}").format(
                Identifier(navn), innhold, Identifier(kjoering.av.dbrolle.value)
            )
        )


def fyll(navn: str, spoerring: Composable, kjoering: Kjoering) -> None:
    """Make a temporary table of a query: its shape as the jobs' role, its rows as the one who imports."""
    lag_tabell(navn, SQL("AS {} WITH NO DATA").format(spoerring), kjoering)
    kjoering.peker.execute(SQL("INSERT INTO {} {}").format(Identifier(navn), spoerring))


def fyll_som_jobb(navn: str, spoerring: Composable, kjoering: Kjoering) -> None:
    """Make a temporary table of a query with all its rows as the jobs see them, and lend it out."""
    lag_tabell(navn, SQL("AS {}").format(spoerring), kjoering)


def med_spor(tabell: str, innsetting: Composable) -> Composable:
    """Return an INSERT that leaves the ids it made in `utv_spor`, as what an undoing takes up again."""
    return SQL(
        "WITH inn AS ({} RETURNING id) INSERT INTO utv_spor"
        " SELECT {}, range_agg(int8range(id, id, '[]')) FROM inn HAVING count(*) > 0"
    ).format(innsetting, Literal(tabell))


def analyser(navn: str, kjoering: Kjoering) -> None:
    """Tell the planner what the table holds: a nested loop over 100 000 rows costs minutes."""
    with kontekst(motor_kontekst(kjoering.av.bruker_id)):
        kjoering.peker.execute(SQL("ANALYZE {}").format(Identifier(navn)))


def kopier_inn(fil: Fil, kjoering: Kjoering) -> None:
    """COPY the rows, all text, into `utv_raa`. Rows that could not be split stay behind, as `utv_avvik`."""
    alle = kolonner(kjoering)
    felt = SQL(", ").join(SQL("{} text NOT NULL").format(Identifier(k.navn)) for k in alle)
    lag_tabell("utv_raa", SQL("(linje int, {})").format(felt), kjoering)
    lag_tabell("utv_avvik", SQL("({})").format(AVVIK), kjoering)
    lag_tabell("utv_utfall", SQL("({})").format(UTFALL), kjoering)
    lag_tabell("utv_spor", SQL("({})").format(SPOR), kjoering)
    with uten_opprydding():
        _kopier("utv_raa", _som_csv(fil, [k.navn for k in alle]))
    uleste = [[r.linje, "", "rad", "", r.feil, "false"] for r in fil.rader if r.feil]
    if uleste:
        _kopier("utv_avvik", _csv_tekst(uleste))


def _som_csv(fil: Fil, navn: Sequence[str]) -> str:
    """Return the rows with our columns, without spaces around the cells; a missing column is empty."""
    bredde = len(fil.overskrift)
    plasser = [bredde if (p := fil.plass(n)) is None else p for n in navn]
    plukk = itemgetter(*plasser)
    plukket = ((linje, plukk([*celler, ""])) for linje, celler, feil in fil.rader if not feil)
    if fil.har_luft:
        return _csv_tekst((linje, *(celle.strip() for celle in celler)) for linje, celler in plukket)
    return _csv_tekst((linje, *celler) for linje, celler in plukket)


def _csv_tekst(rader: Iterable[Sequence[object]]) -> str:
    ut = io.StringIO()
    csv.writer(ut, quoting=csv.QUOTE_MINIMAL, lineterminator="\n").writerows(rader)
    return ut.getvalue()


def _kopier(tabell: str, tekst: str) -> None:
    # An unquoted empty cell is the empty text, as everywhere in the file; this NULL marker never occurs.
    setning = SQL("COPY {} FROM STDIN WITH (FORMAT csv, NULL {})").format(Identifier(tabell), Literal("\x01"))
    with connection.cursor() as peker, peker.copy(setning) as kopi:
        for start in range(0, len(tekst), _COPY_BIT):
            kopi.write(tekst[start : start + _COPY_BIT])


def les_celler(kjoering: Kjoering) -> None:
    """Read the cells into `utv_rad`, with the person each row is about."""
    alle = kolonner(kjoering)
    felt: list[Composable] = [SQL("r.linje")]
    # the person first: a column may look something up about them
    joins: list[Composable] = []
    if kjoering.format.om_person:
        duf = next(k for k in alle if k.navn == "duf")
        joins.append(SQL("LEFT JOIN nir_person p ON p.duf = {}").format(duf.uttrykk()))
    joins += [o for k in alle if (o := k.oppslag())]
    for k in alle:
        felt.append(SQL("{} AS {}").format(k.uttrykk(), Identifier(k.kolonne)))
        if k.typet:
            felt.append(SQL("{} AS {}").format(k.raa, k.tekst))
    if not kjoering.historisk:
        felt.append(SQL("{}::timestamptz AS naar").format(Literal(kjoering.naa.isoformat())))
    if kjoering.format.om_person:
        felt.append(SQL("p.id AS person_id"))
        if not any(k.kolonne == "foedselsdato" for k in alle):
            felt.append(SQL("p.foedselsdato AS foedt"))
    fyll(
        "utv_rad",
        SQL("SELECT {} FROM utv_raa r {}").format(SQL(", ").join(felt), SQL(" ").join(joins)),
        kjoering,
    )
    analyser("utv_rad", kjoering)


def finn_feil(kjoering: Kjoering) -> None:
    """Write down everything that is wrong with each row: its cells first, then the row as a whole."""
    sjekker = [(k, s) for k in kolonner(kjoering) for s in k.sjekker()]
    # one pass finds the rows where anything is wrong; only they are looked at check by check
    celler = SQL("SELECT v.* FROM (SELECT * FROM utv_rad WHERE {}) r CROSS JOIN LATERAL ({}) v").format(
        SQL(" OR ").join(SQL("({})").format(s.feiler_naar) for _k, s in sjekker),
        SQL(" UNION ALL ").join(
            SQL("SELECT r.linje, {}, {}, {}, {}, {} WHERE {}").format(
                Literal(k.navn), Literal(s.kode), s.verdi, Literal(s.mer), Literal(s.merk), s.feiler_naar
            )
            for k, s in sjekker
        ),
    )
    rader = [*([sql_fil("historisk")] if kjoering.historisk else []), *kjoering.format.regler]
    kjoering.peker.execute(
        SQL("INSERT INTO utv_avvik {}").format(SQL("\nUNION ALL\n").join([celler, *rader])),
        {**kjoering.hvem, "grense": historiegrense() if kjoering.historisk else None},
    )
