"""The national plans that have a source."""

from django.db import migrations

from regionalt.forebygging.kjent import last


def _last(apps, schema_editor):
    last(apps.get_model("forebygging", "NasjonalPlan"), "plan", schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [("forebygging", "0005_vern")]
    operations = [migrations.RunPython(_last, migrations.RunPython.noop)]
