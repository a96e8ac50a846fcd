"""The templates that come with the system, first version."""

from django.db import migrations

from integrering.utveksling.brev.grunnmaler import legg_inn


def _inn(apps, schema_editor):
    legg_inn(
        apps.get_model("brev", "Brevmal"),
        apps.get_model("brev", "Brevmalversjon"),
        schema_editor.connection.alias,
    )


class Migration(migrations.Migration):
    dependencies = [("brev", "0002_vern")]
    operations = [migrations.RunPython(_inn, migrations.RunPython.noop)]
