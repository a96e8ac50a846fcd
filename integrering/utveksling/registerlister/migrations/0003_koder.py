"""The register's words that are known from sources."""

from django.db import migrations

from integrering.utveksling.registerlister.kodedata import rader


def legg_inn(apps, schema_editor):
    """Load them."""
    kobling = apps.get_model("registerlister", "Kodekobling")
    kobling.objects.using(schema_editor.connection.alias).bulk_create(kobling(**rad) for rad in rader())


class Migration(migrations.Migration):
    dependencies = [("registerlister", "0002_vern")]
    operations = [migrations.RunPython(legg_inn, migrations.RunPython.noop)]
