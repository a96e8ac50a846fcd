"""No role reads or writes the answers: functions do. Jobs forget who has answered."""

from django.db import migrations

from integrering.grunnmur.rls import beskytt, regel
from integrering.grunnmur.sql import les_sql

_E = "kompetanse_evaluert"


def _vern() -> str:
    return (
        beskytt("kompetanse_evaluering", {})
        + beskytt(_E, {"app_motor": "SELECT, DELETE"})
        + regel(_E, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
        + regel(_E, "motor_glemmer", rolle="app_motor", for_="DELETE", bruk="true")
    )


class Migration(migrations.Migration):
    dependencies = [("kompetanse", "0009_evaluering")]
    operations = [
        migrations.RunSQL(_vern(), migrations.RunSQL.noop),
        migrations.RunSQL(les_sql("regionalt.kompetanse", "evaluering"), migrations.RunSQL.noop),
    ]
