"""The schemes that have a source."""

from django.db import migrations

from tilskudd.ordninger.ordningsdata import last_ordninger


def _last(apps, schema_editor):
    last_ordninger(apps.get_model("ordninger", "Ordning"), schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [("ordninger", "0002_vern")]
    operations = [migrations.RunPython(_last, migrations.RunPython.noop)]
