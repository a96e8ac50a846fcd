"""What an administrator does with the filters a colleague shares, and that it is written down."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from integrering.grunnmur.rls import VIRKSOMHET, beskytt, regel
from integrering.grunnmur.sql import les_sql

_ROLLER = ("app_fylke", "app_enhet", "app_skole", "app_frivillig", "app_forvalter")


def _rydding() -> str:
    """Whoever could see the shared filter, sees what became of it. Nobody but the function writes."""
    tabell = "lister_filterrydding"
    return beskytt(tabell, dict.fromkeys(_ROLLER, "SELECT")) + "".join(
        regel(
            tabell, f"{rolle.removeprefix('app_')}_ser", rolle=rolle, for_="SELECT",
            bruk=f"virksomhet_id = {VIRKSOMHET}",
        )
        for rolle in _ROLLER
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("lister", "0002_vern"),
        ("tilgang", "0005_vern_av_brukere_og_utsendinger"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Filterrydding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tid", models.DateTimeField(verbose_name="tid")),
                ("liste", models.CharField(max_length=60, verbose_name="liste")),
                ("navn", models.CharField(max_length=80, verbose_name="navn")),
                ("slettet", models.BooleanField(verbose_name="slettet")),
                (
                    "bruker",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bruker",
                    ),
                ),
                (
                    "eier",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="laget av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="virksomhet",
                    ),
                ),
            ],
            options={
                "verbose_name": "rydding av delt filter",
                "verbose_name_plural": "rydding av delte filtre",
                "indexes": [models.Index(fields=["virksomhet", "-tid"], name="lister_filterrydding_siste")],
            },
        ),
        migrations.RunSQL(_rydding() + les_sql("integrering.lister", "rydd_delt"), migrations.RunSQL.noop),
    ]
