"""The import of a file against one INSERT … SELECT of its rows, and against `create()` in a loop.

Import: the whole way of the command, from the file on disk to the answer on disk and the constraints checked
at the end. INSERT … SELECT: the same rows, already typed and looked up, from a table without keys into the
same table with its keys, policies and triggers, as the same role. Both are rolled back.
"""

from __future__ import annotations

import csv
import tempfile
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection, connections, transaction
from psycopg import sql

from benchmarks.rapport import Rapport
from integrering.nir.models import Bosted, FulltidVgo, Vedtak
from integrering.nir.rules import duf_kontroll
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Bruker, Rolletildeling, Virksomhet
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering.management.commands.importer import importer_til
from opplaering.models import Maanedsfravaer

RUNDER = 3
LOEKKE = 2000
GRENSE_INSERT, GRENSE_LOEKKE = 2.0, 10.0


class _Tilbake(Exception):
    """Undo the transaction."""


@dataclass(frozen=True)
class Slag:
    """A kind of file: its rows, and what one row is as an object."""

    navn: str
    overskrift: tuple[str, ...]
    rad: Callable[[int, str], tuple[str, ...]]
    tabell: str
    kolonner: tuple[str, ...]
    objekt: Callable[[int, dict[str, Any]], object] | None = None
    # What has to be there before the file is taken in.
    foer: Callable[[Aktoer], None] | None = None
    # The number of rows the loop is measured at, and whether one INSERT … SELECT is a limit: not when every
    # row is looked up in other records.
    loekke_ved: int = 100_000
    mot_insert: bool = True


def _dag(i: int) -> date:
    return date(2023, 1, 2) + timedelta(days=i % 700)


def _skrevet(dag: date) -> str:
    return f"{dag:%d.%m.%Y}"


FELLES = ("registrering_id", "annullert", "aarsak", "registrert_av_id", "virksomhet_id", "noekkel")
_TIMER = ("timer_per_uke", "kombinasjonsklasse", "hovedansvar_fylke")
_KOMMUNER = ("5001", "5006", "5035", "5037")


def _lag_vedtak(i: int, felles: dict[str, Any]) -> object:
    return Vedtak.objects.create(vedtaksdato=_dag(i), startdato=_dag(i), **felles)


def _lag_bosted(i: int, felles: dict[str, Any]) -> object:
    return Bosted.objects.create(kommune_id=felles["virksomhet_id"], fra=_dag(i), **felles)


def _lag_vgo(i: int, felles: dict[str, Any]) -> object:
    return FulltidVgo.objects.create(
        fylke_id=felles["virksomhet_id"], skole="Skole", fra=_dag(i), til=_dag(i) + timedelta(300),
        timer_per_uke=30, **felles,
    )  # fmt: skip


@cache
def _skolen() -> int:
    """Return the number of the school everyone goes to."""
    with kontekst(motor_kontekst()):
        skole, _ny = Virksomhet.objects.get_or_create(
            type="skole", nummer="099000001", defaults={"navn": "Prøvedal videregående skole"}
        )
    return skole.pk


def _gaa_paa_skole(av: Aktoer) -> None:
    """Let everyone go to a school since August."""
    with kontekst(kontekst_for(av)), connection.cursor() as peker:
        peker.execute(
            "INSERT INTO opplaering_skolegang (person_id, skole_id, fra, timer_per_uke, maalgruppe,"
            " sluttgrunn, overstyrt_grunn, laereplan, tilrettelegging, registrering_id, annullert, aarsak,"
            " registrert_av_id, virksomhet_id, noekkel)"
            " SELECT p.id, %s, date '2025-08-18', 30, 'program', '', '', '', '{}', gen_random_uuid(), false,"
            " '', %s, %s, '' FROM nir_person p"
            " WHERE NOT EXISTS (SELECT FROM opplaering_skolegang s WHERE s.person_id = p.id)",
            [_skolen(), av.bruker_id, av.virksomhet_id],
        )
    with connections["eier"].cursor() as peker:
        peker.execute("VACUUM ANALYZE opplaering_skolegang")


def _lag_fravaer(i: int, felles: dict[str, Any]) -> object:
    return Maanedsfravaer.objects.create(
        skole_id=_skolen(), undervisning="alt", maaned=date(2025, 10, 1), timer=90, gyldig=i % 5, **felles
    )


SLAG = (
    Slag(
        "skolefravaer",
        ("duf", "maaned", "timer", "gyldig", "ugyldig", "ikke_avklart"),
        lambda i, duf: (duf, "10.2025", str(80 + i % 20), str(i % 5), str(i % 3), ""),
        "opplaering_maanedsfravaer",
        ("person_id", "skole_id", "undervisning", "maaned", "timer", "gyldig", "ugyldig", "uavklart"),
        _lag_fravaer,
        foer=_gaa_paa_skole,
        loekke_ved=10_000,
        mot_insert=False,
    ),
    Slag(
        "bosteder",
        ("duf", "kommunenummer", "fra", "til"),
        lambda i, duf: (duf, _KOMMUNER[i % 4], _skrevet(_dag(i)), ""),
        "nir_bosted",
        ("person_id", "kommune_id", "fra", "til"),
        _lag_bosted,
    ),
    Slag(
        "vedtak",
        ("duf", "ordning", "vedtakstype", "vedtaksdato", "startdato"),
        lambda i, duf: (duf, "norsk", "innvilget", _skrevet(_dag(i)), _skrevet(_dag(i + 30))),
        "nir_vedtak",
        ("person_id", "ordning", "vedtakstype", "vedtaksdato", "startdato"),
        _lag_vedtak,
    ),
    Slag(
        "vgo",
        ("duf", "fylkesnummer", "skole", "fra", "til", *_TIMER),
        lambda i, duf: (
            duf, "50", f"Skole {i % 40}", _skrevet(_dag(i)), _skrevet(_dag(i) + timedelta(300)),
            "30", "nei", "nei",
        ),
        "nir_fulltidvgo",
        (
            "person_id", "fylke_id", "skole", "fra", "til", *_TIMER,
        ),
        _lag_vgo,
    ),
)  # fmt: skip
PERSONER = Slag(
    "personer",
    (
        "duf", "fornavn", "etternavn", "foedselsdato", "kjoenn", "statsborgerskap", "tillatelse",
        "tillatelse_dato", "landgruppe", "adressebeskyttelse",
    ),
    lambda i, duf: (
        duf, f"Fornavn{i}", f"Etternavn{i % 999}", "15.06.1995", "KM"[i % 2], "SYR", "9a", "10.01.2023",
        "H", "",
    ),
    "nir_personopplysning",
    (
        "person_id", "fornavn", "etternavn", "foedselsdato", "kjoenn", "statsborgerskap", "tillatelse",
        "tillatelse_dato", "landgruppe", "adressebeskyttelse",
    ),
)  # fmt: skip


def kjoer(skriv: Rapport) -> None:
    """Measure 10 000 and 100 000 rows."""
    av = _bruker()
    skriv.overskrift("Import of a file")
    start = 0
    with tempfile.TemporaryDirectory() as mappe:
        for antall in (10_000, 100_000):
            dufer = [_duf(start + i) for i in range(antall)]
            start += antall
            for slag in (PERSONER, *SLAG):
                fil = _skriv_fil(Path(mappe) / f"{slag.navn}.csv", slag, dufer)
                _maal(skriv, slag, fil, antall, av)


def _maal(skriv: Rapport, slag: Slag, fil: Path, antall: int, av: Aktoer) -> None:
    if slag.foer:
        slag.foer(av)
    _behold_radene(slag, fil, av)
    importer, inserter = [], []
    for _runde in range(RUNDER):
        _vakuum()
        inserter.append(_tid(lambda: _insert_select(slag, av)))
        _vakuum()
        importer.append(_tid(lambda: _importer(slag, fil, av, tilbake=True)))
    ett, alt = min(inserter), min(importer)
    stor = antall >= 100_000 and slag.mot_insert
    skriv.forhold(
        f"{slag.navn}, {antall:,} rows: import / one INSERT … SELECT".replace(",", " "),
        alt / ett,
        krav="≤ 2 ×" if stor else "–",
        holder=not stor or alt / ett <= GRENSE_INSERT,
        tider=f"{alt:.2f} s, {ett:.2f} s",
    )
    if slag.objekt and antall >= slag.loekke_ved:
        loekke = _tid(lambda: _loekke(slag, av)) * antall / LOEKKE
        skriv.forhold(
            f"{slag.navn}, {antall:,} rows: `create()` in a loop / import".replace(",", " "),
            loekke / alt,
            krav="≥ 10 ×",
            holder=loekke / alt >= GRENSE_LOEKKE,
            tider=f"{loekke:.1f} s (from {LOEKKE} rows), {alt:.2f} s",
        )
    _importer(slag, fil, av, tilbake=False)
    _vakuum()


def _tid(hva: Callable[[], None]) -> float:
    foer = time.perf_counter()
    hva()
    return time.perf_counter() - foer


def _duf(nr: int) -> str:
    return (ti := f"2099{nr:06d}") + duf_kontroll(ti)


def _bruker() -> Aktoer:
    fylke = Virksomhet.objects.get(type="fylkeskommune", nummer="50")
    bruker, _ny = Bruker.objects.get_or_create(username="import-bench")
    with kontekst(motor_kontekst()):
        Rolletildeling.objects.get_or_create(
            bruker=bruker, virksomhet=fylke, rolle=Rolle.FYLKE_SAKSBEHANDLER, fra=date(2020, 1, 1)
        )
    av = aktoer_med_rolle(bruker.username, Rolle.FYLKE_SAKSBEHANDLER)
    if av is None:
        raise RuntimeError("no user to import as")
    return av


def _skriv_fil(sti: Path, slag: Slag, dufer: list[str]) -> Path:
    with sti.open("w", encoding="utf-8", newline="") as fil:
        skriver = csv.writer(fil, delimiter=";")
        skriver.writerow(slag.overskrift)
        skriver.writerows(slag.rad(i, duf) for i, duf in enumerate(dufer))
    return sti


def _importer(slag: Slag, fil: Path, av: Aktoer, *, tilbake: bool) -> None:
    try:
        with transaction.atomic():
            utfall = importer_til(slag.navn, fil, fil.with_suffix(".svar.csv"), av, historisk=False)
            if not utfall.alt_godt or utfall.antall["ny"] != utfall.kvittering.nye:
                raise RuntimeError(f"{slag.navn}: {utfall.antall}")
            _sjekk_alt()
            if tilbake:
                raise _Tilbake
    except _Tilbake:
        pass


def _sjekk_alt() -> None:
    """Check now what otherwise is checked at commit (foreign keys)."""
    with connection.cursor() as peker:
        peker.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def _behold_radene(slag: Slag, fil: Path, av: Aktoer) -> None:
    """Keep the typed rows of the file in a table without keys, and leave the register as it was."""
    kolonner = sql.SQL(", ").join(sql.Identifier(k) for k in (*slag.kolonner, *FELLES))
    linjer: list[tuple[Any, ...]] = []
    personer: list[tuple[Any, ...]] = []
    try:
        with transaction.atomic():
            importer_til(slag.navn, fil, fil.with_suffix(".svar.csv"), av, historisk=False)
            with kontekst(motor_kontekst()), connection.cursor() as peker:
                peker.execute(
                    sql.SQL("SELECT {} FROM {} WHERE registrert = now()").format(
                        kolonner, sql.Identifier(slag.tabell)
                    )
                )
                linjer = peker.fetchall()
                if slag is PERSONER:
                    peker.execute("SELECT id, noekkel, duf FROM nir_person WHERE opprettet >= now()")
                    personer = peker.fetchall()
            raise _Tilbake
    except _Tilbake:
        pass
    with kontekst(motor_kontekst()), connection.cursor() as peker:
        peker.execute(
            sql.SQL(
                "DROP TABLE IF EXISTS kilde, kilde_person;"
                "CREATE TEMPORARY TABLE kilde AS SELECT {} FROM {} WITH NO DATA;"
                "CREATE TEMPORARY TABLE kilde_person AS SELECT id, noekkel, duf FROM nir_person WITH NO DATA;"
                "GRANT ALL ON kilde, kilde_person TO app_fylke"
            ).format(kolonner, sql.Identifier(slag.tabell))
        )
        for tabell, rader in (("kilde", linjer), ("kilde_person", personer)):
            with peker.copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(tabell))) as kopi:
                for rad in rader:
                    kopi.write_row(rad)
        peker.execute("ANALYZE kilde; ANALYZE kilde_person")


def _insert_select(slag: Slag, av: Aktoer) -> None:
    kolonner = sql.SQL(", ").join(sql.Identifier(k) for k in (*slag.kolonner, *FELLES))
    try:
        with transaction.atomic(), kontekst(kontekst_for(av)), connection.cursor() as peker:
            if slag is PERSONER:
                peker.execute(
                    "INSERT INTO nir_person"
                    " (id, noekkel, duf, fornavn, etternavn, skjermet, opprettet)"
                    " SELECT id, noekkel, duf, '', '', false, now() FROM kilde_person"
                )
            peker.execute(
                sql.SQL("INSERT INTO {} ({}) SELECT {} FROM kilde").format(
                    sql.Identifier(slag.tabell), kolonner, kolonner
                )
            )
            _sjekk_alt()
            raise _Tilbake
    except _Tilbake:
        pass


def _loekke(slag: Slag, av: Aktoer) -> None:
    if slag.objekt is None:
        raise RuntimeError("no object to make")
    with connection.cursor() as peker, kontekst(motor_kontekst()):
        peker.execute("SELECT person_id FROM kilde LIMIT %s", [LOEKKE])
        personer = [rad[0] for rad in peker.fetchall()]
    felles = {"registrert_av_id": av.bruker_id, "virksomhet_id": av.virksomhet_id}
    try:
        with transaction.atomic(), kontekst(kontekst_for(av)):
            for i, person_id in enumerate(personer):
                slag.objekt(i, {"person_id": person_id, "registrering_id": uuid.uuid4(), **felles})
            _sjekk_alt()
            raise _Tilbake
    except _Tilbake:
        pass


def _vakuum() -> None:
    """Clear away what was rolled back, and renew the statistics."""
    with connections["eier"].cursor() as peker:
        for slag in (PERSONER, *SLAG):
            peker.execute(sql.SQL("VACUUM ANALYZE {}").format(sql.Identifier(slag.tabell)))
        peker.execute("VACUUM ANALYZE nir_person")
