"""Code lists: the codes, their history, and what the database holds about them."""

import uuid

import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from integrering.grunnmur.sql import les_sql


class Migration(migrations.Migration):
    dependencies = [
        ("grunnmur", "0002_toklokker"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("tilgang", "0005_vern_av_brukere_og_utsendinger"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="KodeHendelse",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("liste", models.CharField(max_length=40, verbose_name="kodeliste")),
                (
                    "kode",
                    models.CharField(
                        help_text="Lagres i registreringene og kan aldri endres. Bokstavene a–z, tall, - og _.",
                        max_length=40,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Za-z0-9][A-Za-z0-9_-]*$",
                                "Bruk bare bokstavene a–z, tall, bindestrek og understrek.",
                            )
                        ],
                        verbose_name="kode",
                    ),
                ),
                ("navn_nb", models.CharField(max_length=200, verbose_name="navn på bokmål")),
                ("navn_nn", models.CharField(max_length=200, verbose_name="navn på nynorsk")),
                (
                    "rekkefolge",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Laveste tall står først i listen.", verbose_name="rekkefølge"
                    ),
                ),
                ("gyldig_fra", models.DateField(verbose_name="gyldig fra")),
                (
                    "gyldig_til",
                    models.DateField(
                        blank=True,
                        help_text="Tom: gjelder fortsatt. Det som alt er registrert med koden, blir stående.",
                        null=True,
                        verbose_name="gyldig til og med",
                    ),
                ),
                (
                    "kilde",
                    models.CharField(
                        default="egen",
                        help_text="Paragraf, side eller dokument koden er lest i; «egen» når den er vår.",
                        max_length=300,
                        verbose_name="kilde",
                    ),
                ),
                (
                    "sikkerhet",
                    models.CharField(
                        choices=[
                            ("bekreftet", "Bekreftet"),
                            ("observert", "Observert"),
                            ("egen", "Vår egen"),
                            ("ubekreftet", "Ubekreftet"),
                        ],
                        default="egen",
                        max_length=12,
                        verbose_name="sikkerhet",
                    ),
                ),
                (
                    "fast",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="Programmet bruker koden. Navn og rekkefølge kan endres, men den kan ikke stenges.",
                        verbose_name="fast",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AlterField(
            model_name="jobb",
            name="bruker",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="bruker",
            ),
        ),
        migrations.AlterField(
            model_name="jobb",
            name="id",
            field=models.UUIDField(
                default=uuid.uuid4,
                editable=False,
                primary_key=True,
                serialize=False,
                verbose_name="jobbnummer",
            ),
        ),
        migrations.AlterField(
            model_name="jobb",
            name="virksomhet",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tilgang.virksomhet",
                verbose_name="virksomhet",
            ),
        ),
        migrations.CreateModel(
            name="Kode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("liste", models.CharField(max_length=40, verbose_name="kodeliste")),
                (
                    "kode",
                    models.CharField(
                        help_text="Lagres i registreringene og kan aldri endres. Bokstavene a–z, tall, - og _.",
                        max_length=40,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Za-z0-9][A-Za-z0-9_-]*$",
                                "Bruk bare bokstavene a–z, tall, bindestrek og understrek.",
                            )
                        ],
                        verbose_name="kode",
                    ),
                ),
                ("navn_nb", models.CharField(max_length=200, verbose_name="navn på bokmål")),
                ("navn_nn", models.CharField(max_length=200, verbose_name="navn på nynorsk")),
                (
                    "rekkefolge",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Laveste tall står først i listen.", verbose_name="rekkefølge"
                    ),
                ),
                ("gyldig_fra", models.DateField(verbose_name="gyldig fra")),
                (
                    "gyldig_til",
                    models.DateField(
                        blank=True,
                        help_text="Tom: gjelder fortsatt. Det som alt er registrert med koden, blir stående.",
                        null=True,
                        verbose_name="gyldig til og med",
                    ),
                ),
                (
                    "kilde",
                    models.CharField(
                        default="egen",
                        help_text="Paragraf, side eller dokument koden er lest i; «egen» når den er vår.",
                        max_length=300,
                        verbose_name="kilde",
                    ),
                ),
                (
                    "sikkerhet",
                    models.CharField(
                        choices=[
                            ("bekreftet", "Bekreftet"),
                            ("observert", "Observert"),
                            ("egen", "Vår egen"),
                            ("ubekreftet", "Ubekreftet"),
                        ],
                        default="egen",
                        max_length=12,
                        verbose_name="sikkerhet",
                    ),
                ),
                (
                    "fast",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="Programmet bruker koden. Navn og rekkefølge kan endres, men den kan ikke stenges.",
                        verbose_name="fast",
                    ),
                ),
                ("levert", models.JSONField(default=dict, editable=False, verbose_name="levert")),
            ],
            options={
                "verbose_name": "kode",
                "verbose_name_plural": "kodelister",
                "ordering": ["liste", "rekkefolge", "kode"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("liste", "kode"),
                        name="grunnmur_kode_en_i_listen",
                        violation_error_message="Listen har alt denne koden. Velg en annen kode.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("liste__regex", "^[a-z][a-z0-9_]*$")), name="grunnmur_kode_liste"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kode__regex", "^[A-Za-z0-9][A-Za-z0-9_-]*$")),
                        name="grunnmur_kode_kode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("navn_nb", ""), _negated=True), models.Q(("navn_nn", ""), _negated=True)
                        ),
                        name="grunnmur_kode_begge_maalformer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kilde", ""), _negated=True), name="grunnmur_kode_har_kilde"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sikkerhet__in", ["bekreftet", "observert", "egen", "ubekreftet"])
                        ),
                        name="grunnmur_kode_kjent_sikkerhet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gyldig_til__isnull", True),
                            ("gyldig_til__gte", models.F("gyldig_fra")),
                            _connector="OR",
                        ),
                        name="grunnmur_kode_til_etter_fra",
                        violation_error_message="Siste dag må være samme dag som den første, eller senere.",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="kode",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "grunnmur_kodehendelse" ("fast", "gyldig_fra", "gyldig_til", "id", "kilde", "kode", "liste", "navn_nb", "navn_nn", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rekkefolge", "sikkerhet") VALUES (NEW."fast", NEW."gyldig_fra", NEW."gyldig_til", NEW."id", NEW."kilde", NEW."kode", NEW."liste", NEW."navn_nb", NEW."navn_nn", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rekkefolge", NEW."sikkerhet"); RETURN NULL;',
                    hash="430f28ef1718215e2adb33e3330cdc072b0f454c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e1078",
                    table="grunnmur_kode",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="kode",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."fast" IS DISTINCT FROM (NEW."fast") OR OLD."gyldig_fra" IS DISTINCT FROM (NEW."gyldig_fra") OR OLD."gyldig_til" IS DISTINCT FROM (NEW."gyldig_til") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kilde" IS DISTINCT FROM (NEW."kilde") OR OLD."kode" IS DISTINCT FROM (NEW."kode") OR OLD."liste" IS DISTINCT FROM (NEW."liste") OR OLD."navn_nb" IS DISTINCT FROM (NEW."navn_nb") OR OLD."navn_nn" IS DISTINCT FROM (NEW."navn_nn") OR OLD."rekkefolge" IS DISTINCT FROM (NEW."rekkefolge") OR OLD."sikkerhet" IS DISTINCT FROM (NEW."sikkerhet"))',
                    func='INSERT INTO "grunnmur_kodehendelse" ("fast", "gyldig_fra", "gyldig_til", "id", "kilde", "kode", "liste", "navn_nb", "navn_nn", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rekkefolge", "sikkerhet") VALUES (NEW."fast", NEW."gyldig_fra", NEW."gyldig_til", NEW."id", NEW."kilde", NEW."kode", NEW."liste", NEW."navn_nb", NEW."navn_nn", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rekkefolge", NEW."sikkerhet"); RETURN NULL;',
                    hash="374d323765e5e3db2a9c4290969450e4b1f9ac8c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8aac4",
                    table="grunnmur_kode",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="kodehendelse",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="kodehendelse",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="grunnmur.kode",
            ),
        ),
        migrations.RunSQL(les_sql("integrering.grunnmur", "koder"), migrations.RunSQL.noop),
    ]
