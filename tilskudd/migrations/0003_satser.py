"""The rates that have a source."""

from django.db import migrations

from tilskudd.satsdata import last_satser


def _last(apps, schema_editor):
    last_satser(apps.get_model("tilskudd", "Sats"), schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [("tilskudd", "0002_vern")]
    operations = [migrations.RunPython(_last, migrations.RunPython.noop)]
