"""What sets off a review of the integration plan: the table, who keeps it, and what is known to start with."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from integrering.grunnmur.rls import beskytt, regel

KILDE = "Skaun kommune, lysark 27.11.2024 (NIR-rapport)"
# integreringsloven is in force from 1 January 2021; intake days are the practice of the source
FRA = "2021-01-01"
KJENTE = [
    *({"utloeser": "fast_dato", "dag": 1, "maaned": maaned} for maaned in (2, 5, 8, 11)),
    {"utloeser": "ny_klasse"},
    {"utloeser": "overgang_nav"},
]


def _vern():
    """Everyone who works with persons reads; administrators sit at the county. Nothing is deleted."""
    tabell, hendelse = "nir_planvurdering", "nir_planvurderinghendelse"
    les = {"app_enhet": "SELECT", "app_motor": "SELECT"}
    ut = beskytt(tabell, {"app_fylke": "SELECT, INSERT, UPDATE", **les})
    ut += regel(tabell, "fylke_alt", rolle="app_fylke", for_="ALL", bruk="true", sjekk="true")
    for rolle in les:
        ut += regel(tabell, f"{rolle.removeprefix('app_')}_ser", rolle=rolle, for_="SELECT", bruk="true")
    ut += beskytt(hendelse, {"app_fylke": "SELECT, INSERT", "app_motor": "SELECT"})
    ut += regel(hendelse, "fylke_alt", rolle="app_fylke", for_="ALL", bruk="true", sjekk="true")
    return ut + regel(hendelse, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")


def _last(apps, schema_editor):
    modell = apps.get_model("nir", "Planvurdering")
    rader = [modell(gjelder_fra=FRA, kilde=KILDE, **rad) for rad in KJENTE]
    modell.objects.using(schema_editor.connection.alias).bulk_create(rader)


class Migration(migrations.Migration):
    dependencies = [
        ("nir", "0023_familie_og_tillatelser"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanvurderingHendelse",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "utloeser",
                    models.CharField(
                        choices=[
                            ("fast_dato", "Fast dato hvert år"),
                            ("ny_klasse", "Ny klasse eller skole"),
                            ("overgang_nav", "Overgang til Nav"),
                        ],
                        max_length=20,
                        verbose_name="utløses av",
                    ),
                ),
                (
                    "dag",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Bare for faste datoer: 1 for 1. februar.",
                        null=True,
                        verbose_name="dag",
                    ),
                ),
                (
                    "maaned",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Bare for faste datoer: 2 for februar.",
                        null=True,
                        verbose_name="måned",
                    ),
                ),
                ("gjelder_fra", models.DateField(verbose_name="gjelder fra")),
                (
                    "gjelder_til",
                    models.DateField(
                        blank=True,
                        help_text="Tomt: gjelder fortsatt.",
                        null=True,
                        verbose_name="gjelder til og med",
                    ),
                ),
                (
                    "kilde",
                    models.CharField(
                        help_text="Hvor det er bestemt eller lest.", max_length=200, verbose_name="kilde"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Planvurdering",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "utloeser",
                    models.CharField(
                        choices=[
                            ("fast_dato", "Fast dato hvert år"),
                            ("ny_klasse", "Ny klasse eller skole"),
                            ("overgang_nav", "Overgang til Nav"),
                        ],
                        max_length=20,
                        verbose_name="utløses av",
                    ),
                ),
                (
                    "dag",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Bare for faste datoer: 1 for 1. februar.",
                        null=True,
                        verbose_name="dag",
                    ),
                ),
                (
                    "maaned",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Bare for faste datoer: 2 for februar.",
                        null=True,
                        verbose_name="måned",
                    ),
                ),
                ("gjelder_fra", models.DateField(verbose_name="gjelder fra")),
                (
                    "gjelder_til",
                    models.DateField(
                        blank=True,
                        help_text="Tomt: gjelder fortsatt.",
                        null=True,
                        verbose_name="gjelder til og med",
                    ),
                ),
                (
                    "kilde",
                    models.CharField(
                        help_text="Hvor det er bestemt eller lest.", max_length=200, verbose_name="kilde"
                    ),
                ),
            ],
            options={
                "verbose_name": "utløser for vurdering av planen",
                "verbose_name_plural": "utløsere for vurdering av planen",
                "ordering": ["utloeser", "maaned", "dag", "gjelder_fra"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("utloeser__in", ["fast_dato", "ny_klasse", "overgang_nav"])),
                        name="nir_planvurdering_utloeser",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("dag__gte", 1),
                                ("dag__isnull", False),
                                ("dag__lte", 31),
                                ("maaned__gte", 1),
                                ("maaned__isnull", False),
                                ("maaned__lte", 12),
                                ("utloeser", "fast_dato"),
                            ),
                            models.Q(
                                models.Q(("utloeser", "fast_dato"), _negated=True),
                                ("dag__isnull", True),
                                ("maaned__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="nir_planvurdering_fast_dato",
                        violation_error_message="En fast dato har dag og måned; de andre har det ikke.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gjelder_til__isnull", True),
                            ("gjelder_til__gte", models.F("gjelder_fra")),
                            _connector="OR",
                        ),
                        name="nir_planvurdering_til_etter_fra",
                        violation_error_message="Siste dag må være samme dag som første dag eller senere.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kilde", ""), _negated=True), name="nir_planvurdering_har_kilde"
                    ),
                    models.UniqueConstraint(
                        fields=("utloeser", "maaned", "dag", "gjelder_fra"),
                        name="nir_planvurdering_en_per_dag",
                        nulls_distinct=False,
                        violation_error_message="Utløseren er alt lagt inn fra denne dagen.",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planvurdering",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "nir_planvurderinghendelse" ("dag", "gjelder_fra", "gjelder_til", "id", "kilde", "maaned", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "utloeser") VALUES (NEW."dag", NEW."gjelder_fra", NEW."gjelder_til", NEW."id", NEW."kilde", NEW."maaned", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."utloeser"); RETURN NULL;',
                    hash="c5e86c1a5296d7615944f881fc72c299c268bfbf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9f123",
                    table="nir_planvurdering",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planvurdering",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "nir_planvurderinghendelse" ("dag", "gjelder_fra", "gjelder_til", "id", "kilde", "maaned", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "utloeser") VALUES (NEW."dag", NEW."gjelder_fra", NEW."gjelder_til", NEW."id", NEW."kilde", NEW."maaned", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."utloeser"); RETURN NULL;',
                    hash="4a98544f9f09c882bd4bf7ece1e6c0d5bc167cac",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ab8f1",
                    table="nir_planvurdering",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="planvurderinghendelse",
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
            model_name="planvurderinghendelse",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="nir.planvurdering",
            ),
        ),
        migrations.RunSQL(_vern(), migrations.RunSQL.noop),
        migrations.RunPython(_last, migrations.RunPython.noop),
    ]
