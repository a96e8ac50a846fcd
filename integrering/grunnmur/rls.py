"""Row-level security, written per role: never one policy with OR over scopes (40–60 times slower).

Each function returns SQL for a migration. The schema's owner is granted all rows by a policy of its own, so
that trigger functions marked SECURITY DEFINER and foreign keys keep working under FORCE.
"""

from __future__ import annotations

from collections.abc import Mapping

# What a policy knows about the one who asks. After a local set the value is '', not NULL.
VIRKSOMHET = "(SELECT NULLIF(current_setting('app.virksomhet', true), '')::int)"
BRUKER = "(SELECT NULLIF(current_setting('app.bruker', true), '')::int)"
SER_SKJERMEDE = "(SELECT current_setting('app.skjermet', true) = 'ja')"

_ROLLER = ("app_fylke", "app_enhet", "app_skole", "app_frivillig", "app_forvalter", "app_motor")


def beskytt(tabell: str, rettigheter: Mapping[str, str]) -> str:
    """Close a table: only the named roles get the named privileges, and no row without a policy.

    Args:
        tabell: table name.
        rettigheter: database role → privileges, e.g. `{"app_fylke": "SELECT, INSERT"}`.
    """
    gitt = "\n".join(f"GRANT {hva} ON {tabell} TO {rolle};" for rolle, hva in rettigheter.items())
    return f"""
        REVOKE ALL ON {tabell} FROM app_felles, app, {", ".join(_ROLLER)};
        {gitt}
        ALTER TABLE {tabell} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {tabell} FORCE ROW LEVEL SECURITY;
        CREATE POLICY eier_alt ON {tabell} FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
    """


def regel(
    tabell: str, navn: str, *, rolle: str, for_: str, bruk: str = "", sjekk: str = "", streng: bool = False
) -> str:
    """Return one policy: `bruk` says which rows are seen, `sjekk` which may be written.

    `streng` makes it restrictive: it takes away, on top of what the others give.
    """
    deler = [f"CREATE POLICY {navn} ON {tabell}"]
    if streng:
        deler.append("AS RESTRICTIVE")
    deler.append(f"FOR {for_} TO {rolle}")
    if bruk:
        deler.append(f"USING ({bruk})")
    if sjekk:
        deler.append(f"WITH CHECK ({sjekk})")
    return " ".join(deler) + ";\n"


def skjul_skjermede(tabell: str, uskjermet: str = "person_id NOT IN (SELECT nir_skjermede())") -> str:
    """Hide rows of persons with a protected address from all without the scope (restrictive policies).

    `uskjermet` is the condition that the person is not protected.
    """
    uttrykk = f"{SER_SKJERMEDE} OR {uskjermet}"
    return "".join(
        regel(tabell, f"skjermet_{rolle}", rolle=rolle, for_="ALL", bruk=uttrykk, sjekk=uttrykk, streng=True)
        for rolle in ("app_fylke", "app_enhet", "app_skole", "app_frivillig")
    )


def faktatabell(tabell: str) -> str:
    """Protect a two-clock table of facts about a person (see `arkitektur.md`, «Who sees what»).

    The county sees all; a municipality sees what it registered itself and what is about a person it has, and
    writes only in its own name about a person it can see; jobs see all.
    """
    ser = "person_id IN (SELECT id FROM nir_person)"
    eget = f"virksomhet_id = {VIRKSOMHET} AND registrert_av_id = {BRUKER}"
    skriv = "SELECT, INSERT, UPDATE (erstattet)"
    return (
        beskytt(tabell, {"app_fylke": skriv, "app_enhet": skriv, "app_motor": skriv})
        + regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(tabell, "fylke_registrerer", rolle="app_fylke", for_="INSERT", sjekk=eget)
        + regel(tabell, "fylke_erstatter", rolle="app_fylke", for_="UPDATE", bruk="true", sjekk="true")
        + regel(
            tabell,
            "enhet_ser",
            rolle="app_enhet",
            for_="SELECT",
            bruk=f"virksomhet_id = {VIRKSOMHET} OR {ser}",
        )
        + regel(tabell, "enhet_registrerer", rolle="app_enhet", for_="INSERT", sjekk=f"{eget} AND {ser}")
        + regel(tabell, "enhet_erstatter", rolle="app_enhet", for_="UPDATE", bruk=ser, sjekk=ser)
        + regel(tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")
        + skjul_skjermede(tabell)
    )
