"""A municipal administrator reaches the own municipality's users only; the logs are append-only; the outbox is the jobs'."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel

_KOMMUNEROLLER = "rolle IN ('kommune_flyktningtjeneste', 'kommune_administrator')"

# --- Look-ups: nobody changes or deletes, the jobs neither; the owner is stopped by triggers ---
_INNSYN = (
    "DROP POLICY motor_alt ON tilgang_innsyn;\n"
    + regel("tilgang_innsyn", "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    + regel("tilgang_innsyn", "motor_skriver", rolle="app_motor", for_="INSERT", sjekk="true")
    + """
    CREATE FUNCTION tilgang_innsyn_skrives_en_gang() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'innsynsloggen endres og slettes ikke';
    END $$;
    REVOKE ALL ON FUNCTION tilgang_innsyn_skrives_en_gang() FROM PUBLIC;
    CREATE TRIGGER a_endres_ikke BEFORE UPDATE OR DELETE ON tilgang_innsyn
        FOR EACH ROW EXECUTE FUNCTION tilgang_innsyn_skrives_en_gang();
    CREATE TRIGGER b_toemmes_ikke BEFORE TRUNCATE ON tilgang_innsyn
        FOR EACH STATEMENT EXECUTE FUNCTION tilgang_innsyn_skrives_en_gang();
    """
)
# The municipality's, the school's and the organisation's look-ups are their own; theirs are written the same way.
_INNSYN_TILBAKE = "DROP FUNCTION tilgang_innsyn_skrives_en_gang() CASCADE;"


def _aapen_for_alle(tabell: str, *, skriver: tuple[str, ...]) -> str:
    """Row-level security where everybody reads and `skriver` write; what is taken from one role stands apart."""
    return (
        f"ALTER TABLE {tabell} ENABLE ROW LEVEL SECURITY; ALTER TABLE {tabell} FORCE ROW LEVEL SECURITY;"
        f"CREATE POLICY eier_alt ON {tabell} FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);"
        + regel(tabell, "alle_ser", rolle="app_felles", for_="SELECT", bruk="true")
        + "".join(
            regel(
                tabell,
                f"{rolle.removeprefix('app_')}_{navn}",
                rolle=rolle,
                for_=verb,
                bruk=bruk,
                sjekk="true",
            )
            for rolle in skriver
            for verb, navn, bruk in (("INSERT", "oppretter", ""), ("UPDATE", "endrer", "true"))
        )
    )


# --- Roles: the county and the jobs give all; a municipal administrator the municipal ones at home ---
_HJEMME = f"virksomhet_id = {VIRKSOMHET}"
_MIN_ROLLE = f"{_HJEMME} AND {_KOMMUNEROLLER}"
_ROLLER = (
    """
    GRANT INSERT, UPDATE (rolle, fra, til, stengt, versjon, endret, endret_av_id)
        ON tilgang_rolletildeling TO app_forvalter;
    """
    + _aapen_for_alle("tilgang_rolletildeling", skriver=("app_fylke", "app_motor"))
    + regel(
        "tilgang_rolletildeling", "forvalter_oppretter", rolle="app_forvalter", for_="INSERT",
        sjekk=f"{_MIN_ROLLE} AND NOT kan_se_skjermede AND endret_av_id = {BRUKER}",
    )
    # a role with the scope for protected persons was given by the county: it can be closed here, not opened
    + regel(
        "tilgang_rolletildeling", "forvalter_endrer", rolle="app_forvalter", for_="UPDATE", bruk=_MIN_ROLLE,
        sjekk=f"{_MIN_ROLLE} AND (NOT kan_se_skjermede OR stengt IS NOT NULL) AND endret_av_id = {BRUKER}",
    )
    + regel(
        "tilgang_rolletildeling", "forvalter_ser", rolle="app_forvalter", for_="SELECT", streng=True,
        bruk=f"{_HJEMME} OR bruker_id = {BRUKER}",
    )
)  # fmt: skip

# --- Users: a municipal administrator reads those with a role at home, and changes nobody but oneself ---
_BRUKERE = (
    _aapen_for_alle("tilgang_bruker", skriver=("app_felles",))
    + regel(
        "tilgang_bruker", "forvalter_ser", rolle="app_forvalter", for_="SELECT", streng=True,
        bruk=f"id = {BRUKER} OR id IN (SELECT bruker_id FROM tilgang_rolletildeling WHERE {_HJEMME})",
    )
    + regel(
        "tilgang_bruker", "forvalter_oppretter", rolle="app_forvalter", for_="INSERT", streng=True, sjekk="false"
    )
    + regel(
        "tilgang_bruker", "forvalter_endrer", rolle="app_forvalter", for_="UPDATE", streng=True,
        bruk=f"id = {BRUKER}", sjekk=f"id = {BRUKER}",
    )
)  # fmt: skip

# --- Keys and outbox: the jobs' alone; the administration may read that something was sent ---
_BARE_MOTOR = {"app_motor": "SELECT, INSERT, UPDATE"}


def _motorens(tabell: str, rettigheter: dict[str, str]) -> str:
    return beskytt(tabell, rettigheter) + "".join(
        regel(tabell, f"motor_{navn}", rolle="app_motor", for_=verb, bruk=bruk, sjekk=sjekk)
        for verb, navn, bruk, sjekk in (
            ("SELECT", "ser", "true", ""),
            ("INSERT", "oppretter", "", "true"),
            ("UPDATE", "endrer", "true", "true"),
        )
    )


_UTENFRA = (
    _motorens("tilgang_passordlenke", _BARE_MOTOR | {"app_motor": "SELECT, INSERT, UPDATE, DELETE"})
    + regel("tilgang_passordlenke", "motor_sletter", rolle="app_motor", for_="DELETE", bruk="true")
    + _motorens("tilgang_invitasjon", _BARE_MOTOR | {"app_fylke": "SELECT", "app_forvalter": "SELECT"})
    + regel("tilgang_invitasjon", "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
    + regel(
        "tilgang_invitasjon", "forvalter_ser", rolle="app_forvalter", for_="SELECT",
        bruk=f"bruker_id IN (SELECT bruker_id FROM tilgang_rolletildeling WHERE {_HJEMME})",
    )
    + _motorens("tilgang_utsending", _BARE_MOTOR | {"app_fylke": "SELECT"})
    + regel("tilgang_utsending", "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
)  # fmt: skip

# --- Messages about the service: everybody reads, the county writes; the trail is written once ---
_DRIFT = """
    REVOKE INSERT, UPDATE, DELETE ON tilgang_driftsmelding FROM app_felles;
    GRANT INSERT, UPDATE ON tilgang_driftsmelding TO app_fylke, app_motor;
    REVOKE UPDATE, DELETE ON tilgang_driftsmeldinghendelse FROM app_felles;
"""


class Migration(migrations.Migration):
    dependencies = [("tilgang", "0004_brukere_epost_og_driftsmelding")]
    operations = [
        migrations.RunSQL(_INNSYN, _INNSYN_TILBAKE),
        migrations.RunSQL(_ROLLER + _BRUKERE, migrations.RunSQL.noop),
        migrations.RunSQL(_UTENFRA, migrations.RunSQL.noop),
        migrations.RunSQL(_DRIFT, migrations.RunSQL.noop),
    ]
