"""The county writes and reads the yearly reports; a finished one stays as it is."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, beskytt, regel
from integrering.grunnmur.sql import les_sql

_T = "ledelse_aarsrapport"
_SKREVET_AV = f"endret_av_id = {BRUKER}"


def _vern() -> str:
    return (
        beskytt(_T, {"app_fylke": "SELECT, INSERT, UPDATE", "app_motor": "SELECT"})
        + regel(_T, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(_T, "fylke_skriver", rolle="app_fylke", for_="INSERT", sjekk=_SKREVET_AV)
        + regel(_T, "fylke_endrer", rolle="app_fylke", for_="UPDATE", bruk="true", sjekk=_SKREVET_AV)
        + regel(_T, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    )


class Migration(migrations.Migration):
    dependencies = [("ledelse", "0001_initial"), ("tilgang", "0010_leder")]
    operations = [
        migrations.RunSQL(_vern(), migrations.RunSQL.noop),
        migrations.RunSQL(les_sql("regionalt.ledelse", "ferdig"), migrations.RunSQL.noop),
    ]
