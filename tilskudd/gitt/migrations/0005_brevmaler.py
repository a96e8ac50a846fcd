"""The letters of a decision and of a reclaim, where the letters were installed before them."""

from django.db import migrations

from integrering.utveksling.brev.grunnmaler import legg_inn


def _inn(apps, schema_editor):
    legg_inn(
        apps.get_model("brev", "Brevmal"),
        apps.get_model("brev", "Brevmalversjon"),
        schema_editor.connection.alias,
    )


class Migration(migrations.Migration):
    dependencies = [("gitt", "0004_vedtaksvern"), ("brev", "0004_vedlegg")]
    operations = [migrations.RunPython(_inn, migrations.RunPython.noop)]
