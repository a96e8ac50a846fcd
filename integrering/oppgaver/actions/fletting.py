"""Makes the tasks of some subjects what the rules propose, set by set, as the jobs' role."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg.sql import SQL, Composable, Identifier, Literal

from integrering.grunnmur.sql import les_sql

PAKKE = "integrering.oppgaver"
# Few proposals travel inside the statement; a temporary table costs more than they do.
_FAA = 200
_TYPER = {
    "regel": "text", "emne_id": "bigint", "nr": "text", "virksomhet_id": "int", "person_id": "bigint",
    "frist": "date", "snart_fra": "date", "verdier": "jsonb", "url": "text", "tekst": "text",
    "emneliste": "text", "emnekode": "text", "ansvarlig_id": "int",
}  # fmt: skip


class Rad(NamedTuple):
    """A proposal as it is written; `verdier` is JSON. The order is that of `_TYPER`."""

    regel: str
    emne_id: int
    nr: str
    virksomhet_id: int
    person_id: int | None
    frist: date | None
    snart_fra: date | None
    verdier: str
    url: str
    tekst: str
    emneliste: str
    emnekode: str
    ansvarlig_id: int | None


@dataclass(frozen=True)
class Fletting:
    """How many tasks came and went."""

    nye: int = 0
    aapnet: int = 0
    lukket: int = 0

    def __add__(self, annen: Fletting) -> Fletting:
        return Fletting(self.nye + annen.nye, self.aapnet + annen.aapnet, self.lukket + annen.lukket)


def flett(kilde: str, rader: Sequence[Rad], ider: Collection[int] | None, bruker_id: int | None) -> Fletting:
    """Close, open again, change and add. Holds and assignments stand.

    Args:
        kilde: the source the proposals come from.
        rader: everything its rules propose about the subjects.
        ider: the numbers of the subjects (a `range` is read as one); None: all.
        bruker_id: whose change it was, for the history.
    """
    with connection.cursor() as peker:
        forslag = _forslag(peker, rader)
        deler = {
            "kilde": Literal(kilde),
            "bruker": Literal(bruker_id),
            "forslag": forslag,
            "omfang": _omfang(ider),
        }
        antall = {}
        for navn in ("lukk", "aapne", "endre", "nye"):
            peker.execute(SQL(les_sql(PAKKE, navn)).format(**deler))
            antall[navn] = peker.rowcount
        peker.execute("DROP TABLE IF EXISTS oppgaver_forslag")
    return Fletting(nye=antall["nye"], aapnet=antall["aapne"], lukket=antall["lukk"])


def _omfang(ider: Collection[int] | None) -> Composable:
    if ider is None:
        return SQL("true")
    if isinstance(ider, range):
        return SQL("o.emne_id >= {} AND o.emne_id < {}").format(Literal(ider.start), Literal(ider.stop))
    return SQL("o.emne_id = ANY({})").format(Literal(list(ider)))


def _forslag(peker: CursorWrapper, rader: Sequence[Rad]) -> Composable:
    """Return the relation that holds the proposals."""
    kolonner = SQL(", ").join(SQL("{} {}").format(Identifier(n), SQL(t)) for n, t in _TYPER.items())
    if len(rader) <= _FAA:
        return SQL("jsonb_to_recordset({}::jsonb) AS _ ({})").format(Literal(_som_json(rader)), kolonner)
    # COPY is refused where rows have policies, and only the jobs may make temporary tables
    peker.execute(SQL("CREATE TEMPORARY TABLE oppgaver_forslag ({}) ON COMMIT DROP").format(kolonner))
    with peker.copy("COPY oppgaver_forslag FROM STDIN") as kopi:
        for rad in rader:
            kopi.write_row(rad)
    peker.execute("ANALYZE oppgaver_forslag")
    return Identifier("oppgaver_forslag")


def _som_json(rader: Sequence[Rad]) -> str:
    return json.dumps(
        [rad._asdict() | {"verdier": json.loads(rad.verdier)} for rad in rader], default=date.isoformat
    )
