"""The county keeps the directory; municipalities and schools read it; jobs read."""

from django.db import migrations

from regionalt.vernregler import fylkets_tabell

_ALLE = {"app_enhet": "true", "app_skole": "true"}


class Migration(migrations.Migration):
    dependencies = [("forebygging", "0001_initial"), ("tilgang", "0009_opplaeringskoordinator")]
    operations = [
        migrations.RunSQL(
            fylkets_tabell("forebygging_hjelpetjeneste", lesere=_ALLE)
            + fylkets_tabell("forebygging_mangfoldsraadgiver", lesere=_ALLE),
            migrations.RunSQL.noop,
        )
    ]
