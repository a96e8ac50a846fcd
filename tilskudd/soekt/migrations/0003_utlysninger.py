"""The calls that have a source."""

from django.db import migrations

from tilskudd.soekt.utlysningsdata import last_utlysninger


def _last(apps, schema_editor):
    last_utlysninger(apps, schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [("soekt", "0002_vern")]
    operations = [migrations.RunPython(_last, migrations.RunPython.noop)]
