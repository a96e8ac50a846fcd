"""Drafts are their owner's only, saved mappings and answers their organisation's; traces are for the jobs."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, SER_SKJERMEDE, VIRKSOMHET, beskytt, regel
from integrering.grunnmur.sql import les_sql

ROLLER = ("app_fylke", "app_enhet")
MITT = f"bruker_id = {BRUKER} AND virksomhet_id = {VIRKSOMHET}"
VAART = f"virksomhet_id = {VIRKSOMHET}"
MITT_UTKAST = "utkast_id IN (SELECT id FROM utveksling_importutkast)"
VAAR_KVITTERING = f"kvittering_id IN (SELECT id FROM utveksling_import WHERE {VAART})"


def _alt(tabell: str, rettigheter: str, vilkaar: str) -> str:
    """Close the table but for the rows of the condition; jobs see and delete all."""
    sql = beskytt(
        tabell,
        {**dict.fromkeys(ROLLER, rettigheter), "app_motor": "SELECT, INSERT, UPDATE, DELETE"},
    )
    for rolle in ROLLER:
        sql += regel(tabell, f"{rolle}_eget", rolle=rolle, for_="ALL", bruk=vilkaar, sjekk=vilkaar)
    return sql + regel(tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")


def _angring() -> str:
    tabell = "utveksling_angring"
    selv = f"bruker_id = {BRUKER} AND {VAAR_KVITTERING}"
    sql = beskytt(tabell, {**dict.fromkeys(ROLLER, "SELECT, INSERT"), "app_motor": "SELECT, INSERT"})
    for rolle in ROLLER:
        sql += regel(
            tabell, f"{rolle}_ser", rolle=rolle, for_="SELECT",
            bruk="kvittering_id IN (SELECT id FROM utveksling_import)",
        )  # fmt: skip
        sql += regel(tabell, f"{rolle}_angrer", rolle=rolle, for_="INSERT", sjekk=selv)
    return sql + regel(tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")


def _spor() -> str:
    tabell = "utveksling_importspor"
    return beskytt(tabell, {"app_motor": "SELECT, INSERT"}) + regel(
        tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true"
    )


def _svarfil() -> str:
    """Answers of one who may see protected persons are for those who may as well."""
    egen = f"{VAART} AND (NOT skjermede OR {SER_SKJERMEDE} OR bruker_id = {BRUKER})"
    return _alt("utveksling_svarfil", "SELECT", egen)


class Migration(migrations.Migration):
    dependencies = [("utveksling", "0003_utkast_og_angring"), ("nir", "0006_soekeord_vern")]
    operations = [
        migrations.RunSQL(
            _alt("utveksling_importutkast", "SELECT, INSERT, UPDATE", MITT)
            + _alt("utveksling_utkastinnhold", "SELECT, INSERT, UPDATE", MITT_UTKAST)
            + _alt("utveksling_utkastavvik", "SELECT", MITT_UTKAST)
            + _alt("utveksling_kolonnekart", "SELECT, INSERT, UPDATE, DELETE", VAART)
            + _svarfil()
            + _spor()
            + _angring(),
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            les_sql("integrering.utveksling.importering", "angrede_personer"), migrations.RunSQL.noop
        ),
    ]
