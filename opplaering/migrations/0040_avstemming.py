"""Two views: how our full-time periods stand with the municipality, and what it has not been told."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from integrering.grunnmur.sql import les_sql

_ROLLER = "app_felles, app, app_fylke, app_enhet, app_skole, app_frivillig, app_forvalter, app_motor"


def _visning(navn: str, lesere: str) -> str:
    return (
        les_sql("opplaering", navn) + f"REVOKE ALL ON opplaering_{navn} FROM {_ROLLER};"
        f"GRANT SELECT ON opplaering_{navn} TO {lesere};"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("opplaering", "0011_skolen_og_skjermede"),
        ("nir", "0030_flytting_begge_veier"),
        ("tilgang", "0002_vern_og_virksomheter"),
    ]
    operations = [
        migrations.CreateModel(
            name="Avstemming",
            fields=[
                ("noekkel", models.CharField(max_length=24, primary_key=True, serialize=False)),
                ("skolegang", models.UUIDField(null=True)),
                ("fra", models.DateField(null=True)),
                ("til", models.DateField(null=True)),
                ("timer_per_uke", models.DecimalField(decimal_places=1, max_digits=5, null=True)),
                ("registrert", models.UUIDField(null=True)),
                ("registrert_fra", models.DateField(null=True)),
                ("registrert_til", models.DateField(null=True)),
                ("registrert_timer", models.DecimalField(decimal_places=1, max_digits=4, null=True)),
                ("registrert_skole", models.CharField(max_length=200, null=True)),
                ("tilstand", models.CharField(max_length=30)),
                (
                    "avvik",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), size=None
                    ),
                ),
                ("mangler_siden", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "avstemming med kommunen",
                "verbose_name_plural": "avstemming med kommunene",
                "db_table": "opplaering_avstemming",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Umeldt",
            fields=[
                ("noekkel", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("tabell", models.CharField(max_length=30)),
                ("registrering_id", models.UUIDField()),
                ("versjon", models.BigIntegerField()),
                ("slag", models.CharField(max_length=20)),
                ("innhold", models.JSONField()),
                ("kjent", models.DateTimeField()),
                ("hendt", models.DateField()),
                ("frist", models.DateField()),
            ],
            options={
                "verbose_name": "ikke meldt til kommunen",
                "verbose_name_plural": "ikke meldt til kommunen",
                "db_table": "opplaering_umeldt",
                "managed": False,
            },
        ),
        migrations.RunSQL(
            _visning("avstemming", "app_fylke, app_enhet, app_motor")
            + _visning("umeldt", "app_fylke, app_motor"),
            migrations.RunSQL.noop,
        ),
    ]
