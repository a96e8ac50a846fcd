"""The words a person is found by."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("nir", "0004_faerre_indekser")]

    operations = [
        migrations.CreateModel(
            name="Soekeord",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "ord", "person", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="soekeord",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                ("ord", models.TextField(db_collation="C", verbose_name="ord")),
            ],
            options={
                "verbose_name": "søkeord",
                "verbose_name_plural": "søkeord",
            },
        ),
    ]
