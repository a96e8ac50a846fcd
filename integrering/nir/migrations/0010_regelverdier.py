"""Dated rule values: the table, who reads and keeps it, and the values that have a source."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import integrering.nir.models.regelverdi
from integrering.grunnmur.rls import beskytt, regel
from integrering.nir.regeldata import last_regelverdier


def _vern():
    """Everyone who works with persons reads; administrators sit at the county. Nothing is deleted."""
    verdi, hendelse = "nir_regelverdi", "nir_regelverdihendelse"
    les = {"app_enhet": "SELECT", "app_motor": "SELECT"}
    ut = beskytt(verdi, {"app_fylke": "SELECT, INSERT, UPDATE", **les})
    ut += regel(verdi, "fylke_alt", rolle="app_fylke", for_="ALL", bruk="true", sjekk="true")
    for rolle in les:
        ut += regel(verdi, f"{rolle.removeprefix('app_')}_ser", rolle=rolle, for_="SELECT", bruk="true")
    ut += beskytt(hendelse, {"app_fylke": "SELECT, INSERT", "app_motor": "SELECT"})
    ut += regel(hendelse, "fylke_alt", rolle="app_fylke", for_="ALL", bruk="true", sjekk="true")
    return ut + regel(hendelse, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")


def _last(apps, schema_editor):
    last_regelverdier(apps.get_model("nir", "Regelverdi"), schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [
        ("nir", "0007_statusfelt"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="RegelverdiHendelse",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kode",
                    models.CharField(
                        choices=integrering.nir.models.regelverdi.koder,
                        max_length=40,
                        verbose_name="regel",
                    ),
                ),
                (
                    "verdi",
                    models.CharField(
                        help_text="Tall, ja eller nei, kode, dato (2026-01-31) eller fire nivåer.",
                        max_length=60,
                        verbose_name="verdi",
                    ),
                ),
                (
                    "enhet",
                    models.CharField(
                        choices=[
                            ("aar", "år"),
                            ("maaneder", "måneder"),
                            ("uker", "uker"),
                            ("dager", "kalenderdager"),
                            ("virkedager", "virkedager"),
                            ("timer", "timer"),
                            ("antall", "antall"),
                            ("prosent", "prosent"),
                            ("ja_nei", "ja eller nei"),
                            ("dato", "dato"),
                            ("kode", "kode"),
                            ("nivaa", "fire nivåer"),
                        ],
                        max_length=12,
                        verbose_name="enhet",
                    ),
                ),
                (
                    "gjelder_fra",
                    models.DateField(
                        blank=True,
                        help_text="Uten dato er verdien slått av.",
                        null=True,
                        verbose_name="gjelder fra",
                    ),
                ),
                (
                    "gjelder_til",
                    models.DateField(
                        blank=True,
                        help_text="Siste dag. Trengs bare når ingen ny verdi tar over.",
                        null=True,
                        verbose_name="gjelder til",
                    ),
                ),
                (
                    "sammenligning",
                    models.CharField(
                        choices=[("fra_og_med", "fra og med dagen"), ("etter", "etter dagen")],
                        default="fra_og_med",
                        max_length=10,
                        verbose_name="første dag",
                    ),
                ),
                (
                    "styres_av",
                    models.CharField(
                        choices=[
                            ("dag", "dagen det spørres om"),
                            ("tillatelse_dato", "dagen tillatelsen ble gitt"),
                            ("tillatelse_eller_ankomst", "det seneste av tillatelse og ankomst"),
                            ("tilbud_oppstart_intro", "tilbud om oppstart i introduksjonsprogram"),
                            ("vedtak_intro", "vedtak om introduksjonsprogram"),
                            ("oppstart_intro", "oppstart i introduksjonsprogram"),
                            ("plan", "integreringsplanen"),
                        ],
                        help_text="Dagen i personens liv som velger verdien.",
                        max_length=30,
                        verbose_name="styres av",
                    ),
                ),
                ("hjemmel", models.CharField(max_length=200, verbose_name="hjemmel")),
                (
                    "kilde",
                    models.CharField(help_text="Hvor verdien er lest.", max_length=200, verbose_name="kilde"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("vedtatt", "Vedtatt"),
                            ("vedtatt_ikke_i_kraft", "Vedtatt, ikke i kraft"),
                            ("forslag", "Forslag"),
                            ("ubekreftet", "Ubekreftet"),
                        ],
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("merknad", models.CharField(blank=True, default="", max_length=400, verbose_name="merknad")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Regelverdi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kode",
                    models.CharField(
                        choices=integrering.nir.models.regelverdi.koder,
                        max_length=40,
                        verbose_name="regel",
                    ),
                ),
                (
                    "verdi",
                    models.CharField(
                        help_text="Tall, ja eller nei, kode, dato (2026-01-31) eller fire nivåer.",
                        max_length=60,
                        verbose_name="verdi",
                    ),
                ),
                (
                    "enhet",
                    models.CharField(
                        choices=[
                            ("aar", "år"),
                            ("maaneder", "måneder"),
                            ("uker", "uker"),
                            ("dager", "kalenderdager"),
                            ("virkedager", "virkedager"),
                            ("timer", "timer"),
                            ("antall", "antall"),
                            ("prosent", "prosent"),
                            ("ja_nei", "ja eller nei"),
                            ("dato", "dato"),
                            ("kode", "kode"),
                            ("nivaa", "fire nivåer"),
                        ],
                        max_length=12,
                        verbose_name="enhet",
                    ),
                ),
                (
                    "gjelder_fra",
                    models.DateField(
                        blank=True,
                        help_text="Uten dato er verdien slått av.",
                        null=True,
                        verbose_name="gjelder fra",
                    ),
                ),
                (
                    "gjelder_til",
                    models.DateField(
                        blank=True,
                        help_text="Siste dag. Trengs bare når ingen ny verdi tar over.",
                        null=True,
                        verbose_name="gjelder til",
                    ),
                ),
                (
                    "sammenligning",
                    models.CharField(
                        choices=[("fra_og_med", "fra og med dagen"), ("etter", "etter dagen")],
                        default="fra_og_med",
                        max_length=10,
                        verbose_name="første dag",
                    ),
                ),
                (
                    "styres_av",
                    models.CharField(
                        choices=[
                            ("dag", "dagen det spørres om"),
                            ("tillatelse_dato", "dagen tillatelsen ble gitt"),
                            ("tillatelse_eller_ankomst", "det seneste av tillatelse og ankomst"),
                            ("tilbud_oppstart_intro", "tilbud om oppstart i introduksjonsprogram"),
                            ("vedtak_intro", "vedtak om introduksjonsprogram"),
                            ("oppstart_intro", "oppstart i introduksjonsprogram"),
                            ("plan", "integreringsplanen"),
                        ],
                        help_text="Dagen i personens liv som velger verdien.",
                        max_length=30,
                        verbose_name="styres av",
                    ),
                ),
                ("hjemmel", models.CharField(max_length=200, verbose_name="hjemmel")),
                (
                    "kilde",
                    models.CharField(help_text="Hvor verdien er lest.", max_length=200, verbose_name="kilde"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("vedtatt", "Vedtatt"),
                            ("vedtatt_ikke_i_kraft", "Vedtatt, ikke i kraft"),
                            ("forslag", "Forslag"),
                            ("ubekreftet", "Ubekreftet"),
                        ],
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("merknad", models.CharField(blank=True, default="", max_length=400, verbose_name="merknad")),
            ],
            options={
                "verbose_name": "regelverdi",
                "verbose_name_plural": "regelverdier",
                "ordering": ["kode", "gjelder_fra", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kode", "gjelder_fra"),
                        name="nir_regelverdi_en_per_dag",
                        violation_error_message="Regelen har alt en verdi fra denne dagen.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gjelder_til__isnull", True),
                            ("gjelder_til__gte", models.F("gjelder_fra")),
                            _connector="OR",
                        ),
                        name="nir_regelverdi_til_etter_fra",
                        violation_error_message="Siste dag må være samme dag som første dag eller senere.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "enhet__in",
                                    [
                                        "aar",
                                        "maaneder",
                                        "uker",
                                        "dager",
                                        "virkedager",
                                        "timer",
                                        "antall",
                                        "prosent",
                                    ],
                                ),
                                ("verdi__regex", "^\\d{1,4}$"),
                            ),
                            models.Q(("enhet", "ja_nei"), ("verdi__regex", "^(ja|nei)$")),
                            models.Q(("enhet", "dato"), ("verdi__regex", "^\\d{4}-\\d{2}-\\d{2}$")),
                            models.Q(("enhet", "kode"), ("verdi__regex", "^[a-z0-9_]{1,40}$")),
                            models.Q(
                                ("enhet", "nivaa"),
                                ("verdi__regex", "^(A1|A2|B1|B2|C1)( (A1|A2|B1|B2|C1)){3}$"),
                            ),
                            _connector="OR",
                        ),
                        name="nir_regelverdi_verdi_passer",
                        violation_error_message="Verdien passer ikke med enheten.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gjelder_fra__isnull", False),
                            ("status__in", ["vedtatt_ikke_i_kraft", "forslag"]),
                            _connector="OR",
                        ),
                        name="nir_regelverdi_i_kraft_har_dag",
                        violation_error_message="En verdi som er vedtatt eller ubekreftet, må ha en første dag.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kilde", ""), _negated=True), models.Q(("hjemmel", ""), _negated=True)
                        ),
                        name="nir_regelverdi_har_kilde",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "enhet__in",
                                [
                                    "aar",
                                    "maaneder",
                                    "uker",
                                    "dager",
                                    "virkedager",
                                    "timer",
                                    "antall",
                                    "prosent",
                                    "ja_nei",
                                    "dato",
                                    "kode",
                                    "nivaa",
                                ],
                            )
                        ),
                        name="nir_regelverdi_enhet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "styres_av__in",
                                [
                                    "dag",
                                    "tillatelse_dato",
                                    "tillatelse_eller_ankomst",
                                    "tilbud_oppstart_intro",
                                    "vedtak_intro",
                                    "oppstart_intro",
                                    "plan",
                                ],
                            )
                        ),
                        name="nir_regelverdi_styres_av",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sammenligning__in", ["fra_og_med", "etter"])),
                        name="nir_regelverdi_sammenligning",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["vedtatt", "vedtatt_ikke_i_kraft", "forslag", "ubekreftet"])
                        ),
                        name="nir_regelverdi_status",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regelverdi",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "nir_regelverdihendelse" ("enhet", "gjelder_fra", "gjelder_til", "hjemmel", "id", "kilde", "kode", "merknad", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sammenligning", "status", "styres_av", "verdi") VALUES (NEW."enhet", NEW."gjelder_fra", NEW."gjelder_til", NEW."hjemmel", NEW."id", NEW."kilde", NEW."kode", NEW."merknad", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sammenligning", NEW."status", NEW."styres_av", NEW."verdi"); RETURN NULL;',
                    hash="5bc93b87f140ce1c7a75ec9f18973c42e7faf3fe",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cda6f",
                    table="nir_regelverdi",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regelverdi",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "nir_regelverdihendelse" ("enhet", "gjelder_fra", "gjelder_til", "hjemmel", "id", "kilde", "kode", "merknad", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sammenligning", "status", "styres_av", "verdi") VALUES (NEW."enhet", NEW."gjelder_fra", NEW."gjelder_til", NEW."hjemmel", NEW."id", NEW."kilde", NEW."kode", NEW."merknad", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sammenligning", NEW."status", NEW."styres_av", NEW."verdi"); RETURN NULL;',
                    hash="b3377311eda0c2028f3d34164b84c0aaf8ae80c7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1fad6",
                    table="nir_regelverdi",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="regelverdihendelse",
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
            model_name="regelverdihendelse",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="nir.regelverdi",
            ),
        ),
        migrations.RunSQL(_vern(), migrations.RunSQL.noop),
        migrations.RunPython(_last, migrations.RunPython.noop),
    ]
