"""Runs the set-based SQL of a payout, in one short transaction and as the role of the jobs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import connection
from django.db.models.functions import Now
from psycopg import sql

from integrering.grunnmur.sql import les_sql
from tilskudd.models import (
    Kjoering,
    Kjoeringssats,
    Kjoeringstilstand,
    ManglerSats,
    Mottakersum,
    Slag,
)

# Approvals and calculations take turns, so that a run always builds on what is approved.
_LAAS = "SELECT pg_advisory_xact_lock(hashtext('tilskudd.kjoering'))"
_FAKTATABELLER = (
    "nir_personopplysning",
    "nir_bosted",
    "nir_vedtak",
    "nir_fulltidvgo",
    "nir_stans",
)
_UTDATERT_STATISTIKK = """
    SELECT relname FROM pg_stat_user_tables
    WHERE relname = ANY (%s)
      AND n_mod_since_analyze > 1000 AND n_mod_since_analyze > 0.2 * n_live_tup
      AND CASE WHEN current_setting('server_version_num')::int >= 170000
               THEN has_table_privilege(relid, 'MAINTAIN') ELSE false END
"""


def parametre(kjoering: Kjoering) -> dict[str, Any]:
    """Return what the SQL of a run takes."""
    return {
        "kjoering": kjoering.pk,
        "t": kjoering.skjaeringstidspunkt,
        "kvartal": kjoering.kvartal.indeks,
        "dag_etter": kjoering.kvartal.til + timedelta(days=1),
    }


def opptjent_av(fakta: str, hale: str) -> str:
    """Return the SQL of what is earned, put together.

    Args:
        fakta: opens with `WITH`, and gives the relations `sats` and `kjent_person`, `kjent_bosted`,
            `kjent_vedtak`, `kjent_stans`, `kjent_vgo` with the columns of `kjente_fakta.sql`.
        hale: what is made of the relation `del` (and those before it), from its comma or its verb on.
    """
    return fakta + les_sql("tilskudd", "opptjening") + hale


def endringer(hale: str) -> str:
    """Return the SQL of what a run would add to what is posted; `hale` is made of the relation `linje`."""
    return opptjent_av(les_sql("tilskudd", "kjente_fakta"), les_sql("tilskudd", "endring") + hale)


def laas() -> None:
    """Wait for a turn among calculations and approvals; held to the end of the transaction."""
    with connection.cursor() as peker:
        peker.execute(_LAAS)


def regn_ut(kjoering_id: int) -> Kjoering:
    """Calculate a run that is waiting for it: its lines, what lacks a rate, and the totals.

    Done again after an interruption it gives the same; a run that is already calculated is left as it is.
    Needs a transaction and the role of the jobs.
    """
    laas()
    kjoering = Kjoering.objects.select_for_update(of=("self",)).get(pk=kjoering_id)
    if kjoering.tilstand != Kjoeringstilstand.BEREGNES or kjoering.slag != Slag.ORDINAER:
        return kjoering
    _fest_satser(kjoering)
    analyser_ved_behov()
    with lager(kjoering) as tabell, for_mengder(), connection.cursor() as peker:
        linjer = les_sql("tilskudd", "linjer").replace("tilskudd_linje_ny", tabell)
        peker.execute(endringer(linjer), parametre(kjoering))
        kjoering.antall_linjer = peker.rowcount
    sum_opp(kjoering)
    _fjern_utkast(kjoering)
    return kjoering


@contextmanager
def lager(kjoering: Kjoering) -> Iterator[str]:
    """Open the run's own table of lines, and give its name; attach it to the others when it is filled."""
    with connection.cursor() as peker:
        peker.execute("SELECT tilskudd_aapne_lager(%s)", [kjoering.pk])
        yield f"tilskudd_linje_{kjoering.pk:d}"
        peker.execute("SELECT tilskudd_lukk_lager(%s)", [kjoering.pk])


def sum_opp(kjoering: Kjoering) -> None:
    """Net the recipients out and mark the run as calculated."""
    kjoering.forrige_id = siste_godkjente_id()
    with connection.cursor() as peker:
        peker.execute(
            les_sql("tilskudd", "mottakere"), {"kjoering": kjoering.pk, "forrige": kjoering.forrige_id}
        )
    kjoering.antall_mangler = kjoering.mangler.count()
    kjoering.tilstand = Kjoeringstilstand.BEREGNET
    kjoering.beregnet_tid = Now()
    kjoering.save()
    kjoering.refresh_from_db()


def siste_godkjente_id() -> int | None:
    """Return the approved run that the next one builds on."""
    with connection.cursor() as peker:
        peker.execute("SELECT tilskudd_siste_godkjente()")
        rad = peker.fetchone()
    return rad[0] if rad else None


def avvik(kjoering: Kjoering) -> list[dict[str, Any]]:
    """Return the lines that a full recalculation of an approved run would still add: none if all is well."""
    with for_mengder(), connection.cursor() as peker:
        peker.execute(endringer(les_sql("tilskudd", "avvik")), parametre(kjoering))
        navn = [kolonne.name for kolonne in peker.description or ()]
        return [dict(zip(navn, rad, strict=True)) for rad in peker.fetchall()]


def fingeravtrykk(kjoering_id: int) -> str:
    """Return a number that changes if any line or total of a run does."""
    with connection.cursor() as peker:
        peker.execute(
            """SELECT coalesce(sum(hashtextextended(l::text, 0)), 0)
               FROM tilskudd_linje l WHERE kjoering_id = %(k)s
               UNION ALL
               SELECT coalesce(sum(hashtextextended(m::text, 0)), 0)
               FROM tilskudd_mottakersum m WHERE kjoering_id = %(k)s""",
            {"k": kjoering_id},
        )
        return "/".join(str(rad[0]) for rad in peker.fetchall())


def _fjern_utkast(kjoering: Kjoering) -> None:
    """Take away what discarded drafts hold. Last in the transaction: it locks the lines for a moment."""
    gamle = Kjoering.objects.filter(
        kvartal__lte=kjoering.kvartal.indeks, tilstand=Kjoeringstilstand.FORKASTET
    )
    ider = list(gamle.values_list("pk", flat=True))
    for modell in (Mottakersum, ManglerSats, Kjoeringssats):
        innhold = modell._default_manager.filter(kjoering__in=ider)
        innhold._raw_delete(innhold.db)  # nothing hangs on these rows
    with connection.cursor() as peker:
        for id_ in ider:
            peker.execute("SELECT tilskudd_fjern_lager(%s)", [id_])


def _fest_satser(kjoering: Kjoering) -> None:
    """Pin the rates that may be used just now."""
    with connection.cursor() as peker:
        peker.execute(
            """INSERT INTO tilskudd_kjoeringssats
                   (kjoering_id, ordning, aar_nr, landgruppe, budsjettaar, beloep, status, brukt)
               SELECT %s, ordning, aar_nr, landgruppe, budsjettaar, beloep, status, false
               FROM tilskudd_brukbare_satser(%s)""",
            [kjoering.pk, kjoering.demo],
        )


def analyser_ved_behov() -> None:
    """Renew the planner's statistics where they are old: a bad plan takes many times as long."""
    with connection.cursor() as peker:
        peker.execute(_UTDATERT_STATISTIKK, [list(_FAKTATABELLER)])
        for (tabell,) in peker.fetchall():
            peker.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(tabell)))


@contextmanager
def for_mengder() -> Iterator[None]:
    """Let hash tables and sorts stay in memory, and keep the planner from walking row by row."""
    with connection.cursor() as peker:
        peker.execute("SET LOCAL work_mem = '256MB'; SET LOCAL jit = off; SET LOCAL enable_nestloop = off")
        yield
        peker.execute(
            "SET LOCAL work_mem = DEFAULT; SET LOCAL jit = DEFAULT; SET LOCAL enable_nestloop = DEFAULT"
        )
