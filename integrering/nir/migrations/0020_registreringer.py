"""The registrations of forskriften §§ 46, 47, 52 and 53."""

import datetime

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import integrering.grunnmur.kodelister.kolonne
import integrering.nir.models.felt


class Migration(migrations.Migration):
    dependencies = [
        ("nir", "0011_plass_paa_siden"),
        ("tilgang", "0005_vern_av_brukere_og_utsendinger"),
        ("tilgang", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Avslag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "ordning",
                    models.CharField(
                        choices=[
                            ("intro", "Introduksjonsprogram"),
                            ("norsk", "Opplæring i norsk"),
                            ("samfunn", "Opplæring i samfunnskunnskap"),
                        ],
                        help_text="Forskriften §§ 52 a og 53 a.",
                        max_length=20,
                        verbose_name="ordning",
                    ),
                ),
                (
                    "vedtaksdato",
                    models.DateField(help_text="Dagen kommunen fattet vedtaket.", verbose_name="vedtaksdato"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "avslag",
                "verbose_name_plural": "avslag",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="avslag_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_avslag_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_avslag_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_avslag_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "ordning", "vedtaksdato"),
                        name="nir_avslag_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ordning__in", ["intro", "norsk", "samfunn"])),
                        name="nir_avslag_ordning",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vedtaksdato__isnull", True),
                            models.Q(
                                ("vedtaksdato__gte", datetime.date(1900, 1, 1)),
                                ("vedtaksdato__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_avslag_vedtaksdato_i_tid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Avslutning",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "ordning",
                    models.CharField(
                        choices=[
                            ("intro", "Introduksjonsprogram"),
                            ("norsk", "Opplæring i norsk"),
                            ("samfunn", "Opplæring i samfunnskunnskap"),
                        ],
                        max_length=20,
                        verbose_name="ordning",
                    ),
                ),
                (
                    "dato",
                    models.DateField(
                        help_text="Siste dag. Forskriften §§ 52 a og 53 a.", verbose_name="avsluttet"
                    ),
                ),
                (
                    "avslutningsaarsak",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        help_text="Hvorfor det ble avsluttet.",
                        liste="avslutningsaarsak",
                        max_length=40,
                        verbose_name="avslutningsårsak",
                    ),
                ),
                (
                    "hovedaktivitet",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        blank=True,
                        default="",
                        help_text="Hva personen går til.",
                        liste="hovedaktivitet",
                        max_length=40,
                        verbose_name="hovedaktivitet etterpå",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "avslutning",
                "verbose_name_plural": "avslutninger",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="avslutning_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_avslutning_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_avslutning_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_avslutning_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "ordning", "dato"),
                        name="nir_avslutning_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ordning__in", ["intro", "norsk", "samfunn"])),
                        name="nir_avslutning_ordning",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dato__isnull", True),
                            models.Q(
                                ("dato__gte", datetime.date(1900, 1, 1)),
                                ("dato__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_avslutning_dato_i_tid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bosetting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "bosatt",
                    models.DateField(
                        help_text="Dagen personen ble bosatt i kommunen. Integreringsloven § 12.",
                        verbose_name="bosatt",
                    ),
                ),
                (
                    "etter_avtale",
                    models.BooleanField(
                        default=True,
                        help_text="Etter avtale mellom utlendingsmyndighetene og kommunen (integreringsloven § 8).",
                        verbose_name="bosatt etter avtale",
                    ),
                ),
                (
                    "ankomst",
                    models.DateField(
                        blank=True,
                        help_text="Forskriften §§ 46 i, 72 og 73.",
                        null=True,
                        verbose_name="ankomst til Norge",
                    ),
                ),
                (
                    "i_arbeid",
                    models.BooleanField(
                        default=False,
                        help_text="Den som er i slikt arbeid, er utenfor målgruppen (integreringsloven § 8 fjerde ledd).",
                        verbose_name="i arbeid minst 30 timer i uken",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "bosetting",
                "verbose_name_plural": "bosettinger",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="bosetting_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_bosetting_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_bosetting_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_bosetting_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "bosatt"),
                        name="nir_bosetting_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bosatt__isnull", True),
                            models.Q(
                                ("bosatt__gte", datetime.date(1900, 1, 1)),
                                ("bosatt__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_bosetting_bosatt_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ankomst__isnull", True),
                            models.Q(
                                ("ankomst__gte", datetime.date(1900, 1, 1)),
                                ("ankomst__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_bosetting_ankomst_i_tid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Foreldreveiledning",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "gjennomfoert",
                    models.DateField(help_text="Siste dag. Forskriften § 52 e.", verbose_name="gjennomført"),
                ),
                (
                    "form",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        help_text="Forskriften § 3.",
                        liste="veiledningsform",
                        max_length=40,
                        verbose_name="form",
                    ),
                ),
                (
                    "moeter",
                    models.PositiveSmallIntegerField(
                        help_text="Gruppe: 8–12 møter. Individuelt: 5–8 samtaler (forskriften § 3).",
                        verbose_name="antall møter",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "foreldreveiledning",
                "verbose_name_plural": "foreldreveiledning",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="foreldreveiledning_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_foreldreveiledning_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_foreldreveiledning_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_foreldreveiledning_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "gjennomfoert"),
                        name="nir_foreldreveiledning_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gjennomfoert__isnull", True),
                            models.Q(
                                ("gjennomfoert__gte", datetime.date(1900, 1, 1)),
                                ("gjennomfoert__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_foreldreveiledning_gjennomfoert_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("moeter__isnull", True),
                            models.Q(("moeter__gte", 1), ("moeter__lte", 60)),
                            _connector="OR",
                        ),
                        name="nir_foreldreveiledning_moeter_omraade",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Forlengelse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "vedtaksdato",
                    models.DateField(help_text="Dagen kommunen fattet vedtaket.", verbose_name="vedtaksdato"),
                ),
                (
                    "til",
                    models.DateField(
                        help_text="Siste dag i programmet etter forlengelsen.", verbose_name="ny sluttdato"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "forlengelse av programmet",
                "verbose_name_plural": "forlengelser av programmet",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="forlengelse_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_forlengelse_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_forlengelse_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_forlengelse_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "vedtaksdato"),
                        name="nir_forlengelse_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vedtaksdato__isnull", True),
                            models.Q(
                                ("vedtaksdato__gte", datetime.date(1900, 1, 1)),
                                ("vedtaksdato__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_forlengelse_vedtaksdato_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("til__isnull", True),
                            models.Q(
                                ("til__gte", datetime.date(1900, 1, 1)),
                                ("til__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_forlengelse_til_i_tid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Fravaer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "ordning",
                    models.CharField(
                        choices=[
                            ("intro", "Introduksjonsprogram"),
                            ("norsk", "Opplæring i norsk"),
                            ("samfunn", "Opplæring i samfunnskunnskap"),
                        ],
                        max_length=20,
                        verbose_name="ordning",
                    ),
                ),
                (
                    "fravaer",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        help_text="Forskriften §§ 52 f og 53 j. Ingen helseopplysninger.",
                        liste="fravaer",
                        max_length=40,
                        verbose_name="slags fravær",
                    ),
                ),
                ("fra", models.DateField(help_text="Første dag borte.", verbose_name="fra")),
                ("til", models.DateField(help_text="Siste dag borte.", verbose_name="til og med")),
                (
                    "timer",
                    integrering.nir.models.felt.Timefelt(
                        decimal_places=1,
                        help_text="Timer borte i perioden.",
                        max_digits=5,
                        mest=999,
                        verbose_name="timer",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "fravær",
                "verbose_name_plural": "fravær",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="fravaer_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_fravaer_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_fravaer_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_fravaer_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "ordning", "fravaer", "fra"),
                        name="nir_fravaer_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ordning__in", ["intro", "norsk", "samfunn"])),
                        name="nir_fravaer_ordning",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fra__isnull", True),
                            models.Q(
                                ("fra__gte", datetime.date(1900, 1, 1)),
                                ("fra__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_fravaer_fra_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("til__isnull", True),
                            models.Q(
                                ("til__gte", datetime.date(1900, 1, 1)),
                                ("til__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_fravaer_til_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("til__isnull", True), ("til__gte", models.F("fra")), _connector="OR"
                        ),
                        name="nir_fravaer_til_etter_fra",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("timer__isnull", True),
                            models.Q(("timer__gte", 0), ("timer__lte", 999)),
                            _connector="OR",
                        ),
                        name="nir_fravaer_timer_omraade",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Fritak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "fritak_fra",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        help_text="Forskriften § 53 d og e.",
                        liste="fritakfra",
                        max_length=40,
                        verbose_name="fritak fra",
                    ),
                ),
                (
                    "rettsgrunnlag",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        help_text="Forskriften §§ 23, 24 og 25.",
                        liste="fritaksgrunn",
                        max_length=40,
                        verbose_name="rettsgrunnlag",
                    ),
                ),
                ("vedtaksdato", models.DateField(verbose_name="vedtaksdato")),
                (
                    "retten_faller_bort",
                    models.BooleanField(
                        default=False,
                        help_text="Forskriften §§ 23 og 24: kommunen kan bestemme det.",
                        verbose_name="retten faller også bort",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "fritak",
                "verbose_name_plural": "fritak",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="fritak_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_fritak_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_fritak_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_fritak_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "fritak_fra", "vedtaksdato"),
                        name="nir_fritak_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vedtaksdato__isnull", True),
                            models.Q(
                                ("vedtaksdato__gte", datetime.date(1900, 1, 1)),
                                ("vedtaksdato__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_fritak_vedtaksdato_i_tid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Gjenaapning",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "ordning",
                    models.CharField(
                        choices=[
                            ("intro", "Introduksjonsprogram"),
                            ("norsk", "Opplæring i norsk"),
                            ("samfunn", "Opplæring i samfunnskunnskap"),
                        ],
                        max_length=20,
                        verbose_name="ordning",
                    ),
                ),
                ("dato", models.DateField(help_text="Første dag igjen.", verbose_name="gjenåpnet fra")),
                (
                    "grunn",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        liste="gjenaapningsgrunn", max_length=40, verbose_name="grunn"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "gjenåpning",
                "verbose_name_plural": "gjenåpninger",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="gjenaapning_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_gjenaapning_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_gjenaapning_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_gjenaapning_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "ordning", "dato"),
                        name="nir_gjenaapning_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ordning__in", ["intro", "norsk", "samfunn"])),
                        name="nir_gjenaapning_ordning",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dato__isnull", True),
                            models.Q(
                                ("dato__gte", datetime.date(1900, 1, 1)),
                                ("dato__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_gjenaapning_dato_i_tid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Integreringskontrakt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "dato",
                    models.DateField(
                        help_text="Dagen kontrakten ble signert. Integreringsloven § 16.",
                        verbose_name="inngått",
                    ),
                ),
                (
                    "deltaker_signerte",
                    models.BooleanField(default=False, verbose_name="deltakeren har signert"),
                ),
                ("kommune_signerte", models.BooleanField(default=False, verbose_name="kommunen har signert")),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "integreringskontrakt",
                "verbose_name_plural": "integreringskontrakter",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="integreringskontrakt_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_integreringskontrakt_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_integreringskontrakt_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_integreringskontrakt_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "dato"),
                        name="nir_integreringskontrakt_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dato__isnull", True),
                            models.Q(
                                ("dato__gte", datetime.date(1900, 1, 1)),
                                ("dato__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_integreringskontrakt_dato_i_tid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Integreringsplan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "dato",
                    models.DateField(
                        help_text="Dagen denne utgaven av planen ble laget. Integreringsloven § 15.",
                        verbose_name="plandato",
                    ),
                ),
                (
                    "vedtaksdato",
                    models.DateField(
                        blank=True,
                        help_text="Ny plan og vesentlig endring er enkeltvedtak (integreringsloven § 46).",
                        null=True,
                        verbose_name="vedtaksdato",
                    ),
                ),
                (
                    "innhold",
                    integrering.nir.models.felt.Koderfelt(
                        blank=True,
                        default=list,
                        help_text="Det § 15 krever. Kryss av for det som står i planen.",
                        liste="planinnhold",
                        size=None,
                        verbose_name="planen inneholder",
                    ),
                ),
                (
                    "utloest_av",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        help_text="Hva som gjorde at planen ble laget eller vurdert.",
                        liste="planutloeser",
                        max_length=40,
                        verbose_name="laget fordi",
                    ),
                ),
                (
                    "tolk",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        help_text="Om tolk var med da planen ble laget.",
                        liste="tolkebruk",
                        max_length=40,
                        verbose_name="tolk",
                    ),
                ),
                (
                    "neste_vurdering",
                    models.DateField(
                        blank=True,
                        help_text="Planen vurderes jevnlig (integreringsloven § 15).",
                        null=True,
                        verbose_name="neste vurdering",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "integreringsplan",
                "verbose_name_plural": "integreringsplaner",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="integreringsplan_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_integreringsplan_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_integreringsplan_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_integreringsplan_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "dato"),
                        name="nir_integreringsplan_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dato__isnull", True),
                            models.Q(
                                ("dato__gte", datetime.date(1900, 1, 1)),
                                ("dato__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_integreringsplan_dato_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vedtaksdato__isnull", True),
                            models.Q(
                                ("vedtaksdato__gte", datetime.date(1900, 1, 1)),
                                ("vedtaksdato__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_integreringsplan_vedtaksdato_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("neste_vurdering__isnull", True),
                            models.Q(
                                ("neste_vurdering__gte", datetime.date(1900, 1, 1)),
                                ("neste_vurdering__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_integreringsplan_neste_vurdering_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("neste_vurdering__isnull", True),
                            ("neste_vurdering__gte", models.F("dato")),
                            _connector="OR",
                        ),
                        name="nir_integreringsplan_neste_vurdering_etter_dato",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Karriereveiledning",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "gjennomfoert",
                    models.DateField(help_text="Integreringsloven § 11.", verbose_name="gjennomført"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "karriereveiledning",
                "verbose_name_plural": "karriereveiledninger",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="karriereveiledning_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_karriereveiledning_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_karriereveiledning_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_karriereveiledning_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "gjennomfoert"),
                        name="nir_karriereveiledning_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gjennomfoert__isnull", True),
                            models.Q(
                                ("gjennomfoert__gte", datetime.date(1900, 1, 1)),
                                ("gjennomfoert__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_karriereveiledning_gjennomfoert_i_tid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Klage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "gjelder",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        help_text="Hva slags vedtak. Integreringsloven § 46.",
                        liste="enkeltvedtak",
                        max_length=40,
                        verbose_name="klagen gjelder",
                    ),
                ),
                (
                    "mottatt",
                    models.DateField(help_text="Dagen kommunen mottok klagen.", verbose_name="mottatt"),
                ),
                ("oversendt", models.DateField(blank=True, null=True, verbose_name="sendt statsforvalteren")),
                (
                    "utfall",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        blank=True,
                        default="",
                        help_text="Tomt til klagen er avgjort.",
                        liste="klageutfall",
                        max_length=40,
                        verbose_name="utfall",
                    ),
                ),
                ("utfallsdato", models.DateField(blank=True, null=True, verbose_name="avgjort")),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "klage",
                "verbose_name_plural": "klager",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="klage_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_klage_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_klage_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_klage_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "gjelder", "mottatt"),
                        name="nir_klage_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("mottatt__isnull", True),
                            models.Q(
                                ("mottatt__gte", datetime.date(1900, 1, 1)),
                                ("mottatt__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_klage_mottatt_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("oversendt__isnull", True),
                            models.Q(
                                ("oversendt__gte", datetime.date(1900, 1, 1)),
                                ("oversendt__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_klage_oversendt_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("utfallsdato__isnull", True),
                            models.Q(
                                ("utfallsdato__gte", datetime.date(1900, 1, 1)),
                                ("utfallsdato__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_klage_utfallsdato_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("oversendt__isnull", True),
                            ("oversendt__gte", models.F("mottatt")),
                            _connector="OR",
                        ),
                        name="nir_klage_oversendt_etter_mottatt",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("utfallsdato__isnull", True),
                            ("utfallsdato__gte", models.F("mottatt")),
                            _connector="OR",
                        ),
                        name="nir_klage_utfallsdato_etter_mottatt",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("utfall", ""), ("utfallsdato__isnull", True)),
                            models.Q(models.Q(("utfall", ""), _negated=True), ("utfallsdato__isnull", False)),
                            _connector="OR",
                        ),
                        name="nir_klage_utfall_med_dato",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kompetanse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "kartlagt",
                    models.DateField(help_text="Dagen personen ga opplysningene.", verbose_name="opplyst"),
                ),
                (
                    "morsmaal",
                    integrering.nir.models.felt.Spraakfelt(
                        help_text="Språkkode med tre bokstaver, for eksempel ukr eller ara.",
                        max_length=3,
                        verbose_name="morsmål",
                    ),
                ),
                (
                    "tolkespraak",
                    integrering.nir.models.felt.Spraakfelt(
                        blank=True,
                        default="",
                        help_text="Språkkode med tre bokstaver.",
                        max_length=3,
                        verbose_name="foretrukket tolkespråk",
                    ),
                ),
                (
                    "digitale_ferdigheter",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        blank=True,
                        default="",
                        liste="ferdighet",
                        max_length=40,
                        verbose_name="digitale ferdigheter",
                    ),
                ),
                ("foererkort", models.BooleanField(default=False, verbose_name="sertifikat for kjøretøy")),
                (
                    "arbeidserfaring_aar",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="år med arbeidserfaring"
                    ),
                ),
                (
                    "arbeidserfaring",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        blank=True,
                        default="",
                        liste="yrkesomraade",
                        max_length=40,
                        verbose_name="arbeidserfaring fra",
                    ),
                ),
                (
                    "oensker_utdanning",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        blank=True,
                        default="",
                        liste="utdanningsoenske",
                        max_length=40,
                        verbose_name="ønsker utdanning",
                    ),
                ),
                (
                    "oensker_arbeid",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        blank=True,
                        default="",
                        liste="yrkesomraade",
                        max_length=40,
                        verbose_name="ønsker arbeid innen",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "kompetanse",
                "verbose_name_plural": "kompetanse",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="kompetanse_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_kompetanse_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_kompetanse_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_kompetanse_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "kartlagt"),
                        name="nir_kompetanse_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kartlagt__isnull", True),
                            models.Q(
                                ("kartlagt__gte", datetime.date(1900, 1, 1)),
                                ("kartlagt__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_kompetanse_kartlagt_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("morsmaal", ""), ("morsmaal__regex", "^[a-z]{3}$"), _connector="OR"
                        ),
                        name="nir_kompetanse_morsmaal_tre_bokstaver",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tolkespraak", ""), ("tolkespraak__regex", "^[a-z]{3}$"), _connector="OR"
                        ),
                        name="nir_kompetanse_tolkespraak_tre_bokstaver",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("arbeidserfaring_aar__isnull", True),
                            models.Q(("arbeidserfaring_aar__gte", 0), ("arbeidserfaring_aar__lte", 60)),
                            _connector="OR",
                        ),
                        name="nir_kompetanse_arbeidserfaring_aar_omraade",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kompetansekartlegging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "gjennomfoert",
                    models.DateField(help_text="Integreringsloven §§ 6 og 10.", verbose_name="gjennomført"),
                ),
                (
                    "tolk",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        liste="tolkebruk", max_length=40, verbose_name="tolk"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "kompetansekartlegging",
                "verbose_name_plural": "kompetansekartlegginger",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="kompetansekartlegging_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_kompetansekartlegging_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_kompetansekartlegging_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_kompetansekartlegging_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "gjennomfoert"),
                        name="nir_kompetansekartlegging_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gjennomfoert__isnull", True),
                            models.Q(
                                ("gjennomfoert__gte", datetime.date(1900, 1, 1)),
                                ("gjennomfoert__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_kompetansekartlegging_gjennomfoert_i_tid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Krav",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "ordning",
                    models.CharField(
                        choices=[
                            ("intro", "Introduksjonsprogram"),
                            ("norsk", "Opplæring i norsk"),
                            ("samfunn", "Opplæring i samfunnskunnskap"),
                        ],
                        help_text="Forskriften §§ 52 a og 53 a.",
                        max_length=20,
                        verbose_name="ordning",
                    ),
                ),
                (
                    "dato",
                    models.DateField(
                        help_text="Dagen kommunen mottok kravet. Integreringsloven §§ 12 og 30.",
                        verbose_name="krav mottatt",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "krav om deltakelse",
                "verbose_name_plural": "krav om deltakelse",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="krav_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_krav_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_krav_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_krav_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "ordning", "dato"),
                        name="nir_krav_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ordning__in", ["intro", "norsk", "samfunn"])),
                        name="nir_krav_ordning",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dato__isnull", True),
                            models.Q(
                                ("dato__gte", datetime.date(1900, 1, 1)),
                                ("dato__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_krav_dato_i_tid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Livsmestring",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "gjennomfoert",
                    models.DateField(help_text="Siste dag. Forskriften § 52 e.", verbose_name="gjennomført"),
                ),
                (
                    "timer_migrasjon",
                    integrering.nir.models.felt.Timefelt(
                        decimal_places=1,
                        help_text="Forskriften § 4.",
                        max_digits=5,
                        mest=200,
                        verbose_name="timer migrasjon, helse og mangfold",
                    ),
                ),
                (
                    "timer_karriere",
                    integrering.nir.models.felt.Timefelt(
                        decimal_places=1,
                        help_text="Forskriften § 4.",
                        max_digits=5,
                        mest=200,
                        verbose_name="timer karrierekompetanse",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "livsmestring",
                "verbose_name_plural": "livsmestring",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="livsmestring_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_livsmestring_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_livsmestring_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_livsmestring_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "gjennomfoert"),
                        name="nir_livsmestring_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gjennomfoert__isnull", True),
                            models.Q(
                                ("gjennomfoert__gte", datetime.date(1900, 1, 1)),
                                ("gjennomfoert__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_livsmestring_gjennomfoert_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("timer_migrasjon__isnull", True),
                            models.Q(("timer_migrasjon__gte", 0), ("timer_migrasjon__lte", 200)),
                            _connector="OR",
                        ),
                        name="nir_livsmestring_timer_migrasjon_omraade",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("timer_karriere__isnull", True),
                            models.Q(("timer_karriere__gte", 0), ("timer_karriere__lte", 200)),
                            _connector="OR",
                        ),
                        name="nir_livsmestring_timer_karriere_omraade",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Norskmaal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "slag",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        help_text="Forskriften § 28.",
                        liste="norskmaalslag",
                        max_length=40,
                        verbose_name="slags mål",
                    ),
                ),
                (
                    "lytte",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        blank=True, default="", liste="norsknivaa", max_length=40, verbose_name="lytte"
                    ),
                ),
                (
                    "lese",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        blank=True, default="", liste="norsknivaa", max_length=40, verbose_name="lese"
                    ),
                ),
                (
                    "skriftlig",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        blank=True, default="", liste="norsknivaa", max_length=40, verbose_name="skriftlig"
                    ),
                ),
                (
                    "muntlig",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        blank=True, default="", liste="norsknivaa", max_length=40, verbose_name="muntlig"
                    ),
                ),
                ("fra", models.DateField(help_text="Dagen målet gjelder fra.", verbose_name="satt fra")),
                (
                    "endring",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        blank=True,
                        default="",
                        help_text="Når målet settes ned: ett nivå om gangen (forskriften § 27).",
                        liste="norskmaalendring",
                        max_length=40,
                        verbose_name="grunn til endring",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "norskmål",
                "verbose_name_plural": "norskmål",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="norskmaal_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_norskmaal_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_norskmaal_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_norskmaal_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "fra"),
                        name="nir_norskmaal_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fra__isnull", True),
                            models.Q(
                                ("fra__gte", datetime.date(1900, 1, 1)),
                                ("fra__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_norskmaal_fra_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("slag", "nivaa"),
                                models.Q(("lytte", ""), _negated=True),
                                models.Q(("lese", ""), _negated=True),
                                models.Q(("skriftlig", ""), _negated=True),
                                models.Q(("muntlig", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("slag", "nivaa"), _negated=True),
                                ("lese", ""),
                                ("lytte", ""),
                                ("muntlig", ""),
                                ("skriftlig", ""),
                            ),
                            _connector="OR",
                        ),
                        name="nir_norskmaal_nivaa_per_ferdighet",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Norskplan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "dato",
                    models.DateField(
                        help_text="Dagen denne utgaven av planen ble laget. Integreringsloven § 34.",
                        verbose_name="plandato",
                    ),
                ),
                (
                    "vedtaksdato",
                    models.DateField(
                        blank=True,
                        help_text="Ny plan og vesentlig endring er enkeltvedtak (integreringsloven § 46).",
                        null=True,
                        verbose_name="vedtaksdato",
                    ),
                ),
                (
                    "innhold",
                    integrering.nir.models.felt.Koderfelt(
                        blank=True,
                        default=list,
                        help_text="Det §§ 34 og 37 d krever. Kryss av for det som står i planen.",
                        liste="norskplaninnhold",
                        size=None,
                        verbose_name="planen inneholder",
                    ),
                ),
                ("neste_vurdering", models.DateField(blank=True, null=True, verbose_name="neste vurdering")),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "norskplan",
                "verbose_name_plural": "norskplaner",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="norskplan_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_norskplan_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_norskplan_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_norskplan_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "dato"),
                        name="nir_norskplan_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dato__isnull", True),
                            models.Q(
                                ("dato__gte", datetime.date(1900, 1, 1)),
                                ("dato__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_norskplan_dato_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vedtaksdato__isnull", True),
                            models.Q(
                                ("vedtaksdato__gte", datetime.date(1900, 1, 1)),
                                ("vedtaksdato__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_norskplan_vedtaksdato_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("neste_vurdering__isnull", True),
                            models.Q(
                                ("neste_vurdering__gte", datetime.date(1900, 1, 1)),
                                ("neste_vurdering__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_norskplan_neste_vurdering_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("neste_vurdering__isnull", True),
                            ("neste_vurdering__gte", models.F("dato")),
                            _connector="OR",
                        ),
                        name="nir_norskplan_neste_vurdering_etter_dato",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Opplaeringsspraak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "ordning",
                    models.CharField(
                        choices=[
                            ("intro", "Introduksjonsprogram"),
                            ("norsk", "Opplæring i norsk"),
                            ("samfunn", "Opplæring i samfunnskunnskap"),
                        ],
                        max_length=20,
                        verbose_name="ordning",
                    ),
                ),
                (
                    "spraak",
                    integrering.nir.models.felt.Spraakfelt(
                        help_text="Språkkode med tre bokstaver, for eksempel nob.",
                        max_length=3,
                        verbose_name="språk",
                    ),
                ),
                ("fra", models.DateField(verbose_name="fra")),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "opplæringsspråk",
                "verbose_name_plural": "opplæringsspråk",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="opplaeringsspraak_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_opplaeringsspraak_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_opplaeringsspraak_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_opplaeringsspraak_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "ordning", "fra"),
                        name="nir_opplaeringsspraak_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ordning__in", ["intro", "norsk", "samfunn"])),
                        name="nir_opplaeringsspraak_ordning",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fra__isnull", True),
                            models.Q(
                                ("fra__gte", datetime.date(1900, 1, 1)),
                                ("fra__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_opplaeringsspraak_fra_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("spraak", ""), ("spraak__regex", "^[a-z]{3}$"), _connector="OR"),
                        name="nir_opplaeringsspraak_spraak_tre_bokstaver",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Opplaeringstimer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "modul",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        help_text="Norsk, eller modul i samfunnskunnskap. Forskriften § 53 g og h.",
                        liste="modul",
                        max_length=40,
                        verbose_name="opplæring",
                    ),
                ),
                ("maaned", models.DateField(help_text="Første dag i måneden.", verbose_name="måned")),
                (
                    "timer",
                    integrering.nir.models.felt.Timefelt(
                        decimal_places=1, max_digits=5, mest=300, verbose_name="timer gjennomført"
                    ),
                ),
                (
                    "gyldig_fravaer",
                    integrering.nir.models.felt.Timefelt(
                        decimal_places=1,
                        default=0,
                        max_digits=5,
                        mest=300,
                        verbose_name="timer gyldig fravær",
                    ),
                ),
                (
                    "ugyldig_fravaer",
                    integrering.nir.models.felt.Timefelt(
                        decimal_places=1,
                        default=0,
                        max_digits=5,
                        mest=300,
                        verbose_name="timer ugyldig fravær",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "timer i opplæringen",
                "verbose_name_plural": "timer i opplæringen",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="opplaeringstimer_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_opplaeringstimer_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_opplaeringstimer_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_opplaeringstimer_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "modul", "maaned"),
                        name="nir_opplaeringstimer_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("maaned__isnull", True),
                            models.Q(
                                ("maaned__gte", datetime.date(1900, 1, 1)),
                                ("maaned__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_opplaeringstimer_maaned_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("maaned__day", 1)), name="nir_opplaeringstimer_maaned_foerste"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("timer__isnull", True),
                            models.Q(("timer__gte", 0), ("timer__lte", 300)),
                            _connector="OR",
                        ),
                        name="nir_opplaeringstimer_timer_omraade",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gyldig_fravaer__isnull", True),
                            models.Q(("gyldig_fravaer__gte", 0), ("gyldig_fravaer__lte", 300)),
                            _connector="OR",
                        ),
                        name="nir_opplaeringstimer_gyldig_fravaer_omraade",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ugyldig_fravaer__isnull", True),
                            models.Q(("ugyldig_fravaer__gte", 0), ("ugyldig_fravaer__lte", 300)),
                            _connector="OR",
                        ),
                        name="nir_opplaeringstimer_ugyldig_fravaer_omraade",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Permisjon",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "ordning",
                    models.CharField(
                        choices=[
                            ("intro", "Introduksjonsprogram"),
                            ("norsk", "Opplæring i norsk"),
                            ("samfunn", "Opplæring i samfunnskunnskap"),
                        ],
                        max_length=20,
                        verbose_name="ordning",
                    ),
                ),
                (
                    "permisjon",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        help_text="Forskriften §§ 52 f og 53 j.",
                        liste="permisjon",
                        max_length=40,
                        verbose_name="slags permisjon",
                    ),
                ),
                ("fra", models.DateField(help_text="Første dag.", verbose_name="fra")),
                ("til", models.DateField(help_text="Siste dag.", verbose_name="til og med")),
                (
                    "vedtaksdato",
                    models.DateField(
                        blank=True,
                        help_text="Permisjon er enkeltvedtak (integreringsloven § 46).",
                        null=True,
                        verbose_name="vedtaksdato",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "permisjon",
                "verbose_name_plural": "permisjoner",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="permisjon_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_permisjon_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_permisjon_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_permisjon_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "ordning", "permisjon", "fra"),
                        name="nir_permisjon_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ordning__in", ["intro", "norsk", "samfunn"])),
                        name="nir_permisjon_ordning",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fra__isnull", True),
                            models.Q(
                                ("fra__gte", datetime.date(1900, 1, 1)),
                                ("fra__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_permisjon_fra_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("til__isnull", True),
                            models.Q(
                                ("til__gte", datetime.date(1900, 1, 1)),
                                ("til__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_permisjon_til_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vedtaksdato__isnull", True),
                            models.Q(
                                ("vedtaksdato__gte", datetime.date(1900, 1, 1)),
                                ("vedtaksdato__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_permisjon_vedtaksdato_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("til__isnull", True), ("til__gte", models.F("fra")), _connector="OR"
                        ),
                        name="nir_permisjon_til_etter_fra",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Proeve",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "proeve",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        help_text="Forskriften §§ 34 og 38.",
                        liste="proeve",
                        max_length=40,
                        verbose_name="prøve",
                    ),
                ),
                ("dato", models.DateField(verbose_name="prøvedato")),
                (
                    "lytte",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        blank=True,
                        default="",
                        liste="proeveresultat",
                        max_length=40,
                        verbose_name="lytteforståelse",
                    ),
                ),
                (
                    "lese",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        blank=True,
                        default="",
                        liste="proeveresultat",
                        max_length=40,
                        verbose_name="leseforståelse",
                    ),
                ),
                (
                    "skriftlig",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        blank=True,
                        default="",
                        liste="proeveresultat",
                        max_length=40,
                        verbose_name="skriftlig framstilling",
                    ),
                ),
                (
                    "muntlig",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        blank=True,
                        default="",
                        liste="proeveresultat",
                        max_length=40,
                        verbose_name="muntlig kommunikasjon",
                    ),
                ),
                (
                    "resultat",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        blank=True,
                        default="",
                        help_text="For prøver med ett resultat.",
                        liste="proeveresultat",
                        max_length=40,
                        verbose_name="resultat",
                    ),
                ),
                (
                    "spraak",
                    integrering.nir.models.felt.Spraakfelt(
                        blank=True,
                        default="",
                        help_text="For samfunnskunnskapsprøven. Språkkode med tre bokstaver.",
                        max_length=3,
                        verbose_name="språk",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "prøveresultat",
                "verbose_name_plural": "prøveresultater",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="proeve_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_proeve_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_proeve_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_proeve_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "proeve", "dato"),
                        name="nir_proeve_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dato__isnull", True),
                            models.Q(
                                ("dato__gte", datetime.date(1900, 1, 1)),
                                ("dato__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_proeve_dato_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("spraak", ""), ("spraak__regex", "^[a-z]{3}$"), _connector="OR"),
                        name="nir_proeve_spraak_tre_bokstaver",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lese", ""),
                            ("lytte", ""),
                            ("muntlig", ""),
                            ("resultat", ""),
                            ("skriftlig", ""),
                            _negated=True,
                        ),
                        name="nir_proeve_har_resultat",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Sluttmaal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "maal",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        help_text="Forskriften § 52 b.",
                        liste="sluttmaal",
                        max_length=40,
                        verbose_name="sluttmål",
                    ),
                ),
                ("fra", models.DateField(help_text="Dagen målet gjelder fra.", verbose_name="satt fra")),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "sluttmål",
                "verbose_name_plural": "sluttmål",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="sluttmaal_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_sluttmaal_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_sluttmaal_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_sluttmaal_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "fra"),
                        name="nir_sluttmaal_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fra__isnull", True),
                            models.Q(
                                ("fra__gte", datetime.date(1900, 1, 1)),
                                ("fra__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_sluttmaal_fra_i_tid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Spraakferdighet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "spraak",
                    integrering.nir.models.felt.Spraakfelt(
                        help_text="Språkkode med tre bokstaver, for eksempel eng.",
                        max_length=3,
                        verbose_name="språk",
                    ),
                ),
                (
                    "nivaa",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        liste="spraakferdighet", max_length=40, verbose_name="nivå"
                    ),
                ),
                ("kartlagt", models.DateField(verbose_name="opplyst")),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "språkferdighet",
                "verbose_name_plural": "språkferdigheter",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="spraakferdighet_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_spraakferdighet_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_spraakferdighet_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_spraakferdighet_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "spraak"),
                        name="nir_spraakferdighet_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kartlagt__isnull", True),
                            models.Q(
                                ("kartlagt__gte", datetime.date(1900, 1, 1)),
                                ("kartlagt__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_spraakferdighet_kartlagt_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("spraak", ""), ("spraak__regex", "^[a-z]{3}$"), _connector="OR"),
                        name="nir_spraakferdighet_spraak_tre_bokstaver",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tilbud",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "ordning",
                    models.CharField(
                        choices=[
                            ("intro", "Introduksjonsprogram"),
                            ("norsk", "Opplæring i norsk"),
                            ("samfunn", "Opplæring i samfunnskunnskap"),
                        ],
                        help_text="Forskriften §§ 52 a og 53 a.",
                        max_length=20,
                        verbose_name="ordning",
                    ),
                ),
                ("dato", models.DateField(help_text="Dagen tilbudet ble gitt.", verbose_name="tilbud gitt")),
                (
                    "oppstart",
                    models.DateField(
                        help_text="Dagen personen fikk tilbud om å starte. Fristene regnes fra den.",
                        verbose_name="tilbudt oppstart",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "tilbud om oppstart",
                "verbose_name_plural": "tilbud om oppstart",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="tilbud_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_tilbud_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_tilbud_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_tilbud_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "ordning", "oppstart"),
                        name="nir_tilbud_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ordning__in", ["intro", "norsk", "samfunn"])),
                        name="nir_tilbud_ordning",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dato__isnull", True),
                            models.Q(
                                ("dato__gte", datetime.date(1900, 1, 1)),
                                ("dato__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_tilbud_dato_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("oppstart__isnull", True),
                            models.Q(
                                ("oppstart__gte", datetime.date(1900, 1, 1)),
                                ("oppstart__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_tilbud_oppstart_i_tid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tiltak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "tiltak",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        help_text="Integreringsloven § 14 a, forskriften § 52 d.",
                        liste="tiltak",
                        max_length=40,
                        verbose_name="tiltak",
                    ),
                ),
                ("fra", models.DateField(help_text="Første dag.", verbose_name="fra")),
                (
                    "til",
                    models.DateField(
                        blank=True, help_text="Siste dag. Tomt: pågår.", null=True, verbose_name="til og med"
                    ),
                ),
                (
                    "timer_per_uke",
                    integrering.nir.models.felt.Timefelt(
                        decimal_places=1,
                        help_text="Gjennomsnitt. Forskriften § 52 d.",
                        max_digits=5,
                        mest=60,
                        verbose_name="timer per uke",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "tiltak",
                "verbose_name_plural": "tiltak",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="tiltak_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_tiltak_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_tiltak_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_tiltak_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "tiltak", "fra"),
                        name="nir_tiltak_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fra__isnull", True),
                            models.Q(
                                ("fra__gte", datetime.date(1900, 1, 1)),
                                ("fra__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_tiltak_fra_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("til__isnull", True),
                            models.Q(
                                ("til__gte", datetime.date(1900, 1, 1)),
                                ("til__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_tiltak_til_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("til__isnull", True), ("til__gte", models.F("fra")), _connector="OR"
                        ),
                        name="nir_tiltak_til_etter_fra",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("timer_per_uke__isnull", True),
                            models.Q(("timer_per_uke__gte", 0), ("timer_per_uke__lte", 60)),
                            _connector="OR",
                        ),
                        name="nir_tiltak_timer_per_uke_omraade",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Utdanningsbakgrunn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registrering_id",
                    models.UUIDField(
                        editable=False,
                        help_text="Binder sammen versjonene av samme registrering.",
                        verbose_name="registrering",
                    ),
                ),
                (
                    "registrert",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="registrert",
                    ),
                ),
                (
                    "erstattet",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erstattet"),
                ),
                (
                    "annullert",
                    models.BooleanField(
                        default=False,
                        help_text="Versjonen sier at registreringen var feil og ikke gjelder.",
                        verbose_name="annullert",
                    ),
                ),
                (
                    "aarsak",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="årsak til rettelsen"
                    ),
                ),
                (
                    "noekkel",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=100,
                        verbose_name="avsenderens nøkkel",
                    ),
                ),
                (
                    "nivaa",
                    integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                        help_text="Forskriften § 47 første ledd.",
                        liste="utdanningsnivaa",
                        max_length=40,
                        verbose_name="høyeste fullførte utdanning",
                    ),
                ),
                (
                    "vgs_nivaa",
                    models.BooleanField(
                        default=False,
                        help_text="GSU-listen uten språkkravet (forskriften § 65 a). Avgjør programtid og frister.",
                        verbose_name="utdanning på videregående nivå eller høyere",
                    ),
                ),
                (
                    "aar_skolegang",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="år med skolegang"),
                ),
                (
                    "dato",
                    models.DateField(
                        help_text="Dagen utdanningen ble opplyst eller dokumentert.", verbose_name="opplyst"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="nir.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="registrert for",
                    ),
                ),
            ],
            options={
                "verbose_name": "utdanningsbakgrunn",
                "verbose_name_plural": "utdanningsbakgrunn",
                "abstract": False,
                "indexes": [models.Index(fields=["person"], name="utdanningsbakgrunn_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registrering_id", "erstattet"),
                        name="nir_utdanningsbakgrunn_en_gjeldende",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True),
                            ("erstattet__gte", models.F("registrert")),
                            _connector="OR",
                        ),
                        name="nir_utdanningsbakgrunn_erstattet_etter_registrert",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("erstattet__isnull", True), models.Q(("noekkel", ""), _negated=True)
                        ),
                        fields=("virksomhet", "noekkel"),
                        name="nir_utdanningsbakgrunn_en_per_noekkel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("annullert", False), ("erstattet__isnull", True)),
                        fields=("person", "dato"),
                        name="nir_utdanningsbakgrunn_en_per_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dato__isnull", True),
                            models.Q(
                                ("dato__gte", datetime.date(1900, 1, 1)),
                                ("dato__lte", datetime.date(2100, 12, 31)),
                            ),
                            _connector="OR",
                        ),
                        name="nir_utdanningsbakgrunn_dato_i_tid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("aar_skolegang__isnull", True),
                            models.Q(("aar_skolegang__gte", 0), ("aar_skolegang__lte", 30)),
                            _connector="OR",
                        ),
                        name="nir_utdanningsbakgrunn_aar_skolegang_omraade",
                    ),
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name="stans",
            name="nir_stans_ordning",
        ),
        migrations.RemoveConstraint(
            model_name="vedtak",
            name="nir_vedtak_ordning",
        ),
        migrations.AddField(
            model_name="stans",
            name="grunn",
            field=integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                blank=True, db_default="", default="", liste="stansgrunn", max_length=40, verbose_name="grunn"
            ),
        ),
        migrations.AlterField(
            model_name="stans",
            name="fra",
            field=models.DateField(
                help_text="Første dag uten. Forskriften §§ 52 a og 53 a.", verbose_name="fra"
            ),
        ),
        migrations.AlterField(
            model_name="stans",
            name="ordning",
            field=models.CharField(
                choices=[
                    ("intro", "Introduksjonsprogram"),
                    ("norsk", "Opplæring i norsk"),
                    ("samfunn", "Opplæring i samfunnskunnskap"),
                ],
                default="norsk",
                max_length=20,
                verbose_name="ordning",
            ),
        ),
        migrations.AlterField(
            model_name="vedtak",
            name="ordning",
            field=models.CharField(
                choices=[
                    ("intro", "Introduksjonsprogram"),
                    ("norsk", "Opplæring i norsk"),
                    ("samfunn", "Opplæring i samfunnskunnskap"),
                ],
                default="norsk",
                help_text="Forskriften § 53 a.",
                max_length=20,
                verbose_name="ordning",
            ),
        ),
        migrations.AddConstraint(
            model_name="stans",
            constraint=models.CheckConstraint(
                condition=models.Q(("ordning__in", ["intro", "norsk", "samfunn"])), name="nir_stans_ordning"
            ),
        ),
        migrations.AddConstraint(
            model_name="vedtak",
            constraint=models.CheckConstraint(
                condition=models.Q(("ordning__in", ["intro", "norsk", "samfunn"])), name="nir_vedtak_ordning"
            ),
        ),
    ]
