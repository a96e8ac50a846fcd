"""A municipality sees the group that came of its own proposal, also before its persons have places in it.

There is no person in a session; who takes part stands in `deltakelse`, with walls of its own.
"""

from django.db import migrations

from integrering.grunnmur.rls import VIRKSOMHET, regel

_FORESLAATT = f"id IN (SELECT f.samtale_id FROM karriere_oppleggsforslag f WHERE f.kommune_id = {VIRKSOMHET})"


class Migration(migrations.Migration):
    dependencies = [("karriere", "0003_purret")]
    operations = [
        migrations.RunSQL(
            regel("karriere_samtale", "enhet_foreslo", rolle="app_enhet", for_="SELECT", bruk=_FORESLAATT),
            migrations.RunSQL.noop,
        ),
    ]
