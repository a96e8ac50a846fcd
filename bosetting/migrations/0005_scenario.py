"""Calculations kept by name: the county reads and adds, nobody changes them."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from integrering.grunnmur.rls import BRUKER
from regionalt.vernregler import fylkets_tabell

_VERN = fylkets_tabell(
    "bosetting_scenario", lesere={}, skriver=f"av_id = {BRUKER}", rettigheter="SELECT, INSERT"
)


class Migration(migrations.Migration):
    dependencies = [
        ("bosetting", "0004_svarvern"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="Scenario",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "noekkel",
                    models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="nøkkel"),
                ),
                ("navn", models.CharField(max_length=60, verbose_name="navn")),
                ("naar", models.DateTimeField(default=django.utils.timezone.now, verbose_name="når")),
                (
                    "av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="hvem",
                    ),
                ),
                (
                    "beregning",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scenarier",
                        to="bosetting.beregning",
                        verbose_name="beregning",
                    ),
                ),
                (
                    "runde",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scenarier",
                        to="bosetting.runde",
                        verbose_name="runde",
                    ),
                ),
            ],
            options={
                "verbose_name": "scenario",
                "verbose_name_plural": "scenarioer",
                "constraints": [
                    models.UniqueConstraint(fields=("runde", "navn"), name="bosetting_scenario_ett_navn")
                ],
            },
        ),
        migrations.RunSQL(_VERN, migrations.RunSQL.noop),
    ]
