"""What the database's own catalogue says of the walls. A new table with persons fails until closed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

Rad = tuple[Any, ...]
KONTEKSTROLLER = ("app_fylke", "app_enhet", "app_skole", "app_frivillig", "app_forvalter", "app_motor")
# A role that is another with less: it inherits all, and has restrictive policies only.
ARVER = {"app_opplaering": "app_enhet"}
# Roles that are the county with more: they inherit all of it, and have policies of their own besides.
MER = {"app_saksbehandler": "app_fylke", "app_karriere": "app_fylke"}
# Those who never see protected persons unless the user has the scope.
VERNET_MOT = ("app_fylke", "app_enhet", "app_skole", "app_frivillig")
# A column with one of these names is about a person, also where no foreign key says so.
PERSONKOLONNER = ["person_id", "duf", "fornavn", "etternavn", "foedselsdato"]
VISNINGER = {
    "nir_tidligere_person": {"app_enhet"},
    "opplaering_avstemming": {"app_fylke", "app_enhet", "app_motor"},
    "opplaering_umeldt": {"app_fylke", "app_motor"},
}
# Functions that run as the owner, and who may call them. Trigger functions are called by nobody.
AAPNE_TABELLER = ("tilgang_bruker", "tilgang_rolletildeling", "planer_utgivelse")
SOM_EIER = {
    "lister_rydd_delt": {"app_fylke", "app_forvalter"},
    "nir_skjermede": set(VERNET_MOT),
    "nir_sett_kommune": {"app_motor"},
    "nir_meld_flytting": {"app_enhet"},
    "opplaering_elever": {"app_skole"},
    "opplaering_er_skjermet": {"app_fylke"},
    "nir_bosted_endret": set[str](),
    "nir_personopplysning_endret": set[str](),
    "nir_vedtak_endret": set[str](),
    "nir_fulltidvgo_endret": set[str](),
    "moeter_synlige": set(VERNET_MOT),
    "kompetanse_antall": {"app_fylke", "app_enhet", "app_motor"},
    "kompetanse_mine_evalueringer": {"app_fylke", "app_enhet"},
    "kompetanse_evaluer": {"app_fylke", "app_enhet"},
    "kompetanse_evaluering_samlet": {"app_fylke"},
    "samarbeid_mine_fora": {"app_enhet"},
    "utsikter_skjermet": {"app_fylke", "app_motor"},
    "vedlegg_er_siste": set(VERNET_MOT),
    "brev_vokt_vedlegg": set[str](),
    "brev_laas_vedlegg": set[str](),
    "brev_ny_versjon_av_vedlegg": set[str](),
    "toklokker_kjede": set[str](),
    "utveksling_toem_personer": {"app_motor"},
    "toklokker_har_neste": set[str](),
    "meldinger_synlige": set(VERNET_MOT),
    "meldinger_skjermede_forespoersler": {"app_fylke", "app_enhet"},
    "meldinger_vokt_deltaker": set[str](),
    "meldinger_vokt_melding": set[str](),
    "soekt_vokt_soeknad": set[str](),
    "soekt_vokt_innhold": set[str](),
    "soekt_vokt_bruk": set[str](),
    "soekt_vokt_vedlegg": set[str](),
    "soekt_laas_vedlegg": set[str](),
    "gitt_vurdert": {"app_fylke"},
    "gitt_innvilget": set[str](),
    "gitt_krev_runde": set[str](),
    "gitt_vedtatt": set[str](),
    "gitt_vokt_vurdering": set[str](),
    "gitt_vokt_vedtak": set[str](),
    "gitt_vokt_ramme": set[str](),
    "gitt_vokt_avgjort": set[str](),
    "gitt_vokt_utbetaling": set[str](),
    "gitt_vokt_krav": set[str](),
    "tilskudd_aapne_lager": {"app_motor"},
    "tilskudd_lukk_lager": {"app_motor"},
    "tilskudd_fjern_lager": {"app_motor"},
    "tilskudd_siste_godkjente": {"app_fylke", "app_motor"},
    "tilskudd_vokt_godkjenning": set[str](),
    "tilskudd_vokt_kjoering": set[str](),
    "tilskudd_vokt_innhold": set[str](),
    "tilskudd_vedta_sats": set[str](),
}


@pytest.fixture
def katalog(superbruker_dsn: str) -> Iterator[psycopg.Connection[Rad]]:
    """A connection that reads the catalogue."""
    with psycopg.connect(superbruker_dsn) as kobling:
        yield kobling


def _persontabeller(katalog: psycopg.Connection[Rad], slag: str) -> list[str]:
    rader = katalog.execute(
        """
        SELECT DISTINCT c.relname::text FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind = ANY (%(slag)s) AND (
            a.attname = ANY (%(kolonner)s)
            OR c.oid = 'nir_person'::regclass
            OR EXISTS (SELECT FROM pg_constraint f
                       WHERE f.conrelid = c.oid AND f.confrelid = 'nir_person'::regclass))
        ORDER BY 1
        """,
        {"slag": list(slag), "kolonner": PERSONKOLONNER},
    )
    return [rad[0] for rad in rader]


def _rettigheter(katalog: psycopg.Connection[Rad], tabell: str, rolle: str) -> bool:
    """Return True when the role has any privilege on the table or on a column of it."""
    rad = katalog.execute(
        """
        SELECT has_table_privilege(
                %(r)s, %(t)s, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
            OR has_any_column_privilege(%(r)s, %(t)s, 'SELECT, INSERT, UPDATE, REFERENCES')
        """,
        {"r": rolle, "t": tabell},
    ).fetchone()
    return bool(rad and rad[0])


def test_testen_finner_tabellene(katalog: psycopg.Connection[Rad]) -> None:
    """The search above is not blind."""
    tabeller = _persontabeller(katalog, "rp")
    assert {"nir_person", "nir_bosted", "nir_flyttesak", "tilgang_innsyn"} <= set(tabeller)
    assert _persontabeller(katalog, "vm") == sorted(VISNINGER)


def test_tabeller_med_personer_har_tvungen_radtilgang(katalog: psycopg.Connection[Rad]) -> None:
    """ENABLE and FORCE both; nothing for the login role, the shared role or PUBLIC."""
    for tabell in _persontabeller(katalog, "rp"):
        paa = katalog.execute(
            "SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE oid = %s::regclass", [tabell]
        ).fetchone()
        assert paa == (True, True), f"{tabell}: ENABLE og FORCE ROW LEVEL SECURITY"
        for rolle in ("app", "app_felles", "public"):
            assert not _rettigheter(katalog, tabell, rolle), f"{tabell}: {rolle} har rettigheter"


def test_ingen_kan_toemme_eller_slette(katalog: psycopg.Connection[Rad]) -> None:
    """No role a user acts in may truncate, delete, or put triggers on a table with persons."""
    for tabell in _persontabeller(katalog, "rp"):
        for rolle in VERNET_MOT:
            rad = katalog.execute(
                "SELECT has_table_privilege(%s, %s, 'TRUNCATE, DELETE, TRIGGER, REFERENCES')", [rolle, tabell]
            ).fetchone()
            assert rad == (False,), f"{tabell}: {rolle}"


def test_skjermede_er_skjult_i_hver_tabell(katalog: psycopg.Connection[Rad]) -> None:
    """Whoever may read a table with persons meets a restrictive policy there."""
    for tabell in _persontabeller(katalog, "rp"):
        strenge = {
            rolle
            for (rolle,) in katalog.execute(
                """
                SELECT unnest(roles)::text FROM pg_policies
                WHERE tablename = %s AND permissive = 'RESTRICTIVE' AND cmd = 'ALL'
                  AND qual LIKE '%%app.skjermet%%'
                """,
                [tabell],
            )
        }
        maa_ha = {rolle for rolle in VERNET_MOT if _rettigheter(katalog, tabell, rolle)}
        assert maa_ha <= strenge, f"{tabell}: mangler vern mot {maa_ha - strenge}"


def test_jobbene_leser_hver_tabell_som_peker_paa_personer(katalog: psycopg.Connection[Rad]) -> None:
    """To undo an import is to know that nothing else points at the persons that came with it."""
    rader = katalog.execute(
        """
        SELECT DISTINCT c.conrelid::regclass::text FROM pg_constraint c
        WHERE c.confrelid = 'nir_person'::regclass AND c.contype = 'f'
          AND NOT (has_table_privilege('app_motor', c.conrelid, 'SELECT') AND EXISTS (
              SELECT FROM pg_policy p
              WHERE p.polrelid = c.conrelid AND p.polcmd IN ('r', '*')
                AND 'app_motor'::regrole = ANY (p.polroles)))
        """
    ).fetchall()
    assert rader == []


def test_hver_regel_gjelder_en_rolle(katalog: psycopg.Connection[Rad]) -> None:
    """Policies are per role (never one with OR over scopes), and none for PUBLIC or the login role.

    Users and roles are read before anyone has a role, and published plans by everyone (ADR 0016); what is
    taken from one role again stands apart.
    """
    rader = katalog.execute(
        "SELECT tablename, policyname, roles::text[], permissive FROM pg_policies"
    ).fetchall()
    for tabell, navn, roller, slag in rader:
        assert len(roller) == 1, f"{tabell}.{navn}"
        felles = {"app_felles"} if tabell in AAPNE_TABELLER else set()
        arver = set(ARVER) if slag == "RESTRICTIVE" else set()
        assert roller[0] in {*KONTEKSTROLLER, *MER, "eier", *felles, *arver}, f"{tabell}.{navn}: {roller}"


def test_roller_som_arver_har_ikke_noe_eget(katalog: psycopg.Connection[Rad]) -> None:
    """Adult education is the municipality with less: no privilege of its own, nothing it can become."""
    for rolle, fra in ARVER.items():
        medlem = katalog.execute(
            "SELECT r.rolname::text, m.inherit_option, m.set_option FROM pg_auth_members m"
            " JOIN pg_roles r ON r.oid = m.roleid WHERE m.member = %s::regrole",
            [rolle],
        ).fetchall()
        assert medlem == [(fra, True, False)]
        egne = katalog.execute(
            "SELECT relname FROM pg_class, aclexplode(relacl) a WHERE a.grantee = %s::regrole", [rolle]
        ).fetchall()
        assert egne == []


def test_fylkets_roller_med_mer(katalog: psycopg.Connection[Rad]) -> None:
    """They are the county, inherited, and cannot become anything else."""
    for rolle, fra in MER.items():
        medlem = katalog.execute(
            "SELECT r.rolname::text, m.inherit_option, m.set_option FROM pg_auth_members m"
            " JOIN pg_roles r ON r.oid = m.roleid WHERE m.member = %s::regrole",
            [rolle],
        ).fetchall()
        assert medlem == [(fra, True, False)]


def test_visninger_med_personer(katalog: psycopg.Connection[Rad]) -> None:
    """Each is named with those who may read it, and runs as they are, or as its owner with a barrier."""
    for visning in _persontabeller(katalog, "vm"):
        valg = katalog.execute(
            "SELECT reloptions FROM pg_class WHERE oid = %s::regclass", [visning]
        ).fetchone()
        assert valg is not None and {"security_barrier=true", "security_invoker=true"} & set(valg[0] or [])
        leser = {r for r in ("app", "app_felles", *KONTEKSTROLLER) if _rettigheter(katalog, visning, r)}
        assert leser == VISNINGER[visning]


def test_roller_uten_makt(katalog: psycopg.Connection[Rad]) -> None:
    """None bypasses, none makes roles, only two log in, and `app` has to choose whom it acts as."""
    rader = katalog.execute(
        """
        SELECT rolname::text, rolcanlogin FROM pg_roles
        WHERE rolname LIKE 'app%%' OR rolname = 'eier'
        """
    ).fetchall()
    assert dict(rader) == {
        "app": True,
        "eier": True,
        "app_felles": False,
        **dict.fromkeys((*KONTEKSTROLLER, *ARVER, *MER), False),
    }
    makt = katalog.execute(
        """
        SELECT rolname FROM pg_roles WHERE (rolname LIKE 'app%%' OR rolname = 'eier')
          AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
        """
    ).fetchall()
    assert makt == []
    medlemskap = katalog.execute(
        """
        SELECT r.rolname::text, m.inherit_option, m.set_option, m.admin_option
        FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid WHERE m.member = 'app'::regrole
        """
    ).fetchall()
    assert sorted(medlemskap) == sorted(
        [
            ("app_felles", True, False, False),
            *[(r, False, True, False) for r in (*KONTEKSTROLLER, *ARVER, *MER)],
        ]
    )


def test_app_eier_ingenting(katalog: psycopg.Connection[Rad]) -> None:
    """Neither the login role nor the context roles own anything; `eier` owns every table."""
    eide = katalog.execute(
        """
        SELECT d.objid FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid
        LEFT JOIN pg_database b ON b.oid = d.dbid
        WHERE d.deptype = 'o' AND r.rolname LIKE 'app%%'
          -- The whole cluster shares this catalogue: a temporary table of an import in the
          -- database of another test process is none of ours.
          AND (d.dbid = 0 OR b.datname = current_database())
        """
    ).fetchall()
    assert eide == []
    andres = katalog.execute(
        """
        SELECT c.relname FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
        WHERE c.relkind IN ('r', 'p') AND c.relowner <> 'eier'::regrole
        """
    ).fetchall()
    assert andres == []


def test_funksjoner_som_kjoerer_som_eier(katalog: psycopg.Connection[Rad]) -> None:
    """Each is known here, has a fixed search_path ending in pg_temp, and is called by those named only."""
    rader = katalog.execute(
        """
        SELECT p.proname::text, p.oid, COALESCE(p.proconfig, '{}') FROM pg_proc p
        JOIN pg_namespace n ON n.oid = p.pronamespace AND n.nspname = 'public' WHERE p.prosecdef
        """
    ).fetchall()
    assert {navn for navn, _, _ in rader} == set(SOM_EIER)
    for navn, oid, valg in rader:
        assert "search_path=public, pg_temp" in valg, navn
        kaller = {
            rolle
            for rolle in ("public", "app", "app_felles", *KONTEKSTROLLER)
            if katalog.execute(
                "SELECT has_function_privilege(%s, %s::oid, 'EXECUTE')", [rolle, oid]
            ).fetchone()
            == (True,)
        }
        assert kaller == SOM_EIER[navn], navn


def test_standardrettigheter_og_midlertidige_tabeller(katalog: psycopg.Connection[Rad]) -> None:
    """New tables open for app_felles only; only jobs may make temporary tables (one could pose as ours)."""
    standard = katalog.execute("SELECT defaclobjtype::text, defaclacl::text FROM pg_default_acl").fetchall()
    assert dict(standard) == {"r": "{app_felles=arwd/eier}", "S": "{app_felles=U/eier}"}
    for rolle in ("public", "app", "app_felles", *VERNET_MOT):
        rad = katalog.execute(
            "SELECT has_database_privilege(%s, current_database(), 'TEMPORARY, CREATE'),"
            " has_schema_privilege(%s, 'public', 'CREATE')",
            [rolle, rolle],
        ).fetchone()
        assert rad == (False, False), rolle


def test_spor_og_brukere_slettes_ikke(katalog: psycopg.Connection[Rad]) -> None:
    """Events are written once; users, roles and organisations are never deleted."""
    for tabell in (
        "tilgang_brukerhendelse",
        "tilgang_rolletildelinghendelse",
        "tilgang_virksomhethendelse",
        "tilgang_apiklienthendelse",
    ):
        rad = katalog.execute(
            "SELECT has_table_privilege('app_felles', %s, 'UPDATE, DELETE, TRUNCATE'),"
            " has_table_privilege('app_felles', %s, 'INSERT')",
            [tabell, tabell],
        ).fetchone()
        assert rad == (False, True), tabell
    for tabell in ("tilgang_bruker", "tilgang_rolletildeling", "tilgang_virksomhet"):
        rad = katalog.execute("SELECT has_table_privilege('app_felles', %s, 'DELETE')", [tabell]).fetchone()
        assert rad == (False,), tabell


def test_roller_gis_bare_av_fylket_forvalteren_og_jobbene(katalog: psycopg.Connection[Rad]) -> None:
    """A municipality's case workers, or nobody's context, cannot give anyone a role."""
    for rolle in (
        "app",
        "app_felles",
        "app_enhet",
        "app_skole",
        "app_frivillig",
        "app_forvalter",
        "app_fylke",
        "app_motor",
    ):
        rad = katalog.execute(
            "SELECT has_table_privilege(%s, 'tilgang_rolletildeling', 'INSERT, UPDATE')", [rolle]
        ).fetchone()
        assert rad == (rolle in ("app_fylke", "app_motor", "app_forvalter"),), rolle
    rad = katalog.execute(
        """
        SELECT has_table_privilege('app_forvalter', 'tilgang_rolletildeling', 'UPDATE'),
               has_column_privilege('app_forvalter', 'tilgang_rolletildeling', 'kan_se_skjermede', 'UPDATE'),
               has_column_privilege('app_forvalter', 'tilgang_rolletildeling', 'virksomhet_id', 'UPDATE')
        """
    ).fetchone()
    assert rad == (False, False, False)


def test_innsynsloggen_skrives_en_gang(katalog: psycopg.Connection[Rad]) -> None:
    """No role but the owner could change it, and the owner is stopped by triggers."""
    for rolle in ("app", "app_felles", *KONTEKSTROLLER):
        rad = katalog.execute(
            "SELECT has_table_privilege(%s, 'tilgang_innsyn', 'UPDATE, DELETE, TRUNCATE, TRIGGER')", [rolle]
        ).fetchone()
        assert rad == (False,), rolle
    regler = katalog.execute(
        "SELECT policyname FROM pg_policies WHERE tablename = 'tilgang_innsyn' AND permissive = 'PERMISSIVE'"
        " AND cmd NOT IN ('SELECT', 'INSERT') AND policyname <> 'eier_alt'"
    ).fetchall()
    assert regler == []
    for setning in ("UPDATE tilgang_innsyn SET grunn = ''", "TRUNCATE tilgang_innsyn"):
        katalog.execute("SET LOCAL ROLE eier")
        if setning.startswith("UPDATE"):  # a row trigger needs a row
            katalog.execute(
                "INSERT INTO tilgang_innsyn (tid, bruker_id, virksomhet_id, person_id, hvor, grunn)"
                " VALUES (now(), 1, 1, 1, '', '')"
            )
        with pytest.raises(psycopg.errors.RaiseException, match="innsynsloggen"):
            katalog.execute(setning)
        katalog.rollback()
