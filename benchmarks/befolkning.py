"""Invented persons and approved quarters, made set-based."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from integrering.grunnmur.kvartal import Kvartal
from integrering.grunnmur.sql import les_sql
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Rolletildeling, Virksomhet
from integrering.tilgang.queries import aktoer_av
from integrering.tilgang.roller import Rolle

_SQL = Path(__file__).parent / "befolkning.sql"
RUNDER = (
    "tilskudd_linje",
    "tilskudd_manglersats",
    "tilskudd_mottakersum",
    "tilskudd_kjoeringssats",
    "tilskudd_kjoering",
)
# tables that refuse to be emptied
_VOKTET = (
    "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal AND tgtype & 32 <> 0"
)
TABELLER = ("nir_person", "nir_personopplysning", "nir_bosted", "nir_vedtak", "nir_fulltidvgo", "nir_stans")
# what concerns persons goes with them; this need not
ARBEID = ("moeter_moete", "meldinger_samtale", "brev_brev")


def lag_aktoer(rolle: Rolle) -> Aktoer:
    """Return a user with a role at Trøndelag."""
    with kontekst(motor_kontekst()):
        bruker, _ = Bruker.objects.get_or_create(username=f"bench-{rolle.value}")
        fylke = Virksomhet.objects.get(type="fylkeskommune", nummer="50")
        tildeling, _ = Rolletildeling.objects.get_or_create(
            bruker=bruker, virksomhet=fylke, rolle=rolle.value, fra=date(2000, 1, 1)
        )
        return aktoer_av(tildeling)


def lag_kommuneaktoer() -> Aktoer:
    """Return a user at Trondheim."""
    with kontekst(motor_kontekst()):
        bruker, _ = Bruker.objects.get_or_create(username="bench-kommune")
        tildeling, _ = Rolletildeling.objects.get_or_create(
            bruker=bruker,
            virksomhet=Virksomhet.objects.get(type="kommune", nummer="5001"),
            rolle=Rolle.KOMMUNE_FLYKTNINGTJENESTE.value,
            fra=date(2000, 1, 1),
        )
        return aktoer_av(tildeling)


@contextmanager
def uten_vakter(*tabeller: str) -> Iterator[CursorWrapper]:
    """Run the block in one transaction as the schema's owner, the triggers of these tables asleep."""
    with transaction.atomic(using="eier"), connections["eier"].cursor() as peker:
        for tabell in tabeller:
            peker.execute(f"ALTER TABLE {tabell} DISABLE TRIGGER USER")
        yield peker
        peker.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for tabell in tabeller:
            peker.execute(f"ALTER TABLE {tabell} ENABLE TRIGGER USER")


def lag_befolkning(antall: int, av: Aktoer) -> None:
    """Put `antall` invented persons with facts into an empty database, registered years ago.

    As owner, with the guards of the two clocks asleep: what is measured comes after.
    """
    with uten_vakter(*TABELLER) as peker:
        peker.execute("SET LOCAL work_mem = '256MB'")
        peker.execute(_SQL.read_text(encoding="utf-8"), {"antall": antall, "bruker": av.bruker_id})
    analyser()


def fyll_buffere() -> None:
    """Give the persons the name, municipality and all else that the sleeping triggers would have given."""
    with uten_vakter(*TABELLER) as peker:
        peker.execute(
            """
            UPDATE nir_person p SET fornavn = o.fornavn, etternavn = o.etternavn,
                foedselsdato = o.foedselsdato, kommune_id = b.kommune_id
            FROM nir_personopplysning o JOIN nir_bosted b USING (person_id)
            WHERE o.person_id = p.id AND b.til IS NULL AND o.erstattet IS NULL AND b.erstattet IS NULL
            """
        )
        peker.execute(les_sql("integrering.nir", "statusfelt_fyll"))
    with connections["eier"].cursor() as peker:
        peker.execute("VACUUM ANALYZE nir_person")


def uten_halvparten_av_vedtakene() -> None:
    """Close the vedtak of every other person, so that something is missing."""
    with uten_vakter(*TABELLER) as peker:
        peker.execute("UPDATE nir_vedtak SET erstattet = now() WHERE person_id % 2 = 0")
    analyser()


def gaa_paa_skole(av: Aktoer, *, mangler_hver: int) -> None:
    """Let everyone go to school as is registered, and take the registration from one in `mangler_hver`."""
    from integrering.tilgang.models import Virksomhet

    with kontekst(motor_kontekst()):
        skole, _ny = Virksomhet.objects.get_or_create(
            type="skole", nummer="099000001", defaults={"navn": "Prøvedal videregående skole"}
        )
    with uten_vakter("opplaering_skolegang", *TABELLER) as peker:
        peker.execute(
            """
            INSERT INTO opplaering_skolegang (
                person_id, skole_id, fra, til, timer_per_uke, maalgruppe, sluttgrunn, overstyrt_grunn,
                laereplan, tilrettelegging, registrering_id, registrert, annullert, aarsak, registrert_av_id,
                virksomhet_id, noekkel
            )
            SELECT person_id, %s, fra, til, timer_per_uke, 'program', 'fullfoert', '', '', '{}',
                   gen_random_uuid(), registrert, false, '', %s, %s, ''
            FROM nir_fulltidvgo WHERE erstattet IS NULL
            """,
            [skole.pk, av.bruker_id, av.virksomhet_id],
        )
        peker.execute("UPDATE nir_fulltidvgo SET erstattet = now() WHERE person_id %% %s = 0", [mangler_hver])
    analyser()


def sett_satser() -> None:
    """Give every year a rate that is called adopted."""
    from tilskudd.models import Sats

    noekler = [("P-AR", nr, gruppe) for nr in (1, 2, 3) for gruppe in "HL"] + [("P37D", 1, "")]
    with kontekst(motor_kontekst()):
        Sats.objects.all().delete()
        Sats.objects.bulk_create(
            Sats(
                ordning=ordning, aar_nr=nr, landgruppe=gruppe, budsjettaar=aar, status="vedtatt",
                beloep=20_000 + 7_000 * nr + 500 * (aar - 2018), kilde="Til måling",
            )
            for ordning, nr, gruppe in noekler
            for aar in range(2018, 2030)
        )  # fmt: skip


def bokfoer(kvartal: str, raadgiver: Aktoer, godkjenner: Aktoer) -> None:
    """Calculate, send and approve a quarter."""
    from tilskudd import actions

    kjoering = actions.beregn_kjoering(kvartal=Kvartal.parse(kvartal), av=raadgiver)
    actions.send_til_godkjenning(kjoering=kjoering, av=raadgiver)
    actions.godkjenn(kjoering=kjoering, av=godkjenner)


def analyser() -> None:
    """Give the planner fresh statistics, as autovacuum does."""
    with transaction.atomic(using="eier"), connections["eier"].cursor() as peker:
        peker.execute("ANALYZE")


def fei() -> None:
    """Sweep away what rolled-back measurements left, and empty the keyless table (as owner)."""
    with connections["eier"].cursor() as peker:
        peker.execute("CREATE TABLE IF NOT EXISTS bench_linje (LIKE tilskudd_linje)")
        peker.execute("ALTER TABLE bench_linje ALTER id DROP NOT NULL; GRANT ALL ON bench_linje TO app_motor")
        peker.execute("TRUNCATE bench_linje")
        for tabell in RUNDER:
            peker.execute(f"VACUUM ANALYZE {tabell}")


def toem() -> None:
    """Empty the database of persons and runs (as owner, the guards asleep: nobody else may)."""
    with connections["eier"].cursor() as peker:
        peker.execute(_VOKTET)
        voktet = [navn for (navn,) in peker.fetchall()]
    with uten_vakter(*voktet) as peker:
        peker.execute(f"TRUNCATE {', '.join([*RUNDER, *TABELLER, *ARBEID, 'nir_soekeord'])} CASCADE")
