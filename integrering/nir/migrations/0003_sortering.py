"""Names in Norwegian order, from an index."""

import django.db.models.expressions
from django.db import migrations, models

from integrering.grunnmur.sql import les_sql


class Migration(migrations.Migration):
    dependencies = [("nir", "0002_vern")]
    operations = [
        migrations.RunSQL(les_sql("integrering.nir", "sortering"), migrations.RunSQL.noop),
        migrations.AddField(
            model_name="person",
            name="sortering",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.db.models.expressions.Func(
                    "etternavn", "fornavn", function="nir_sortering"
                ),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["sortering", "id"], name="nir_person_sortering"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["kommune", "sortering", "id"], name="nir_person_i_kommunen"),
        ),
    ]
