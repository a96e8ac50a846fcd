"""Each user sees and changes own choices; the jobs make the digests."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, beskytt, regel

_ROLLER = ("app_fylke", "app_enhet", "app_skole", "app_frivillig")
_MINE = f"bruker_id = {BRUKER}"


def _valg() -> str:
    tabell, skriv = "varsler_varselvalg", "SELECT, INSERT, UPDATE"
    sql = beskytt(tabell, dict.fromkeys((*_ROLLER, "app_motor"), skriv))
    for rolle in _ROLLER:
        sql += regel(tabell, f"mine_{rolle}", rolle=rolle, for_="ALL", bruk=_MINE, sjekk=_MINE)
    return sql + regel(tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")


def _varsel() -> str:
    tabell = "varsler_varsel"
    sql = beskytt(tabell, dict.fromkeys(_ROLLER, "SELECT") | {"app_motor": "SELECT, INSERT"})
    for rolle in _ROLLER:
        sql += regel(tabell, f"mine_{rolle}", rolle=rolle, for_="SELECT", bruk=_MINE)
    return sql + regel(tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")


class Migration(migrations.Migration):
    dependencies = [("varsler", "0001_initial"), ("nir", "0002_vern")]
    operations = [migrations.RunSQL(_valg() + _varsel(), migrations.RunSQL.noop)]
