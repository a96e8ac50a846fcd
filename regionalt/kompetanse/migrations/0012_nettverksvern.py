"""The county keeps networks; a municipality reads them, and of the members its own; jobs take names out."""

from django.db import migrations

from integrering.grunnmur.rls import VIRKSOMHET, regel
from regionalt.vernregler import fylkets_tabell

_M = "kompetanse_nettverksmedlem"


class Migration(migrations.Migration):
    dependencies = [("kompetanse", "0011_nettverk")]
    operations = [
        migrations.RunSQL(
            fylkets_tabell("kompetanse_nettverk", lesere={"app_enhet": "true"})
            + fylkets_tabell(_M, lesere={"app_enhet": f"virksomhet_id = {VIRKSOMHET}"})
            + f"GRANT UPDATE ON {_M} TO app_motor;\n"
            + regel(_M, "motor_tar_ut_navn", rolle="app_motor", for_="UPDATE", bruk="true", sjekk="true"),
            migrations.RunSQL.noop,
        )
    ]
