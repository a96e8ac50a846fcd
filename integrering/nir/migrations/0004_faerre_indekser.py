"""Indexes that others already begin with are gone: each costs a large import."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("nir", "0003_sortering"),
        ("tilgang", "0002_vern_og_virksomheter"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="person",
            name="nir_person_kommune",
        ),
        migrations.AlterField(
            model_name="bosted",
            name="person",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="bosteder",
                to="nir.person",
                verbose_name="person",
            ),
        ),
        migrations.AlterField(
            model_name="bosted",
            name="registrert_av",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="registrert av",
            ),
        ),
        migrations.AlterField(
            model_name="fulltidvgo",
            name="person",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="vgo_perioder",
                to="nir.person",
                verbose_name="person",
            ),
        ),
        migrations.AlterField(
            model_name="fulltidvgo",
            name="registrert_av",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="registrert av",
            ),
        ),
        migrations.AlterField(
            model_name="person",
            name="kommune",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tilgang.virksomhet",
                verbose_name="kommune",
            ),
        ),
        migrations.AlterField(
            model_name="personopplysning",
            name="person",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="opplysninger",
                to="nir.person",
                verbose_name="person",
            ),
        ),
        migrations.AlterField(
            model_name="personopplysning",
            name="registrert_av",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="registrert av",
            ),
        ),
        migrations.AlterField(
            model_name="stans",
            name="person",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="stanser",
                to="nir.person",
                verbose_name="person",
            ),
        ),
        migrations.AlterField(
            model_name="stans",
            name="registrert_av",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="registrert av",
            ),
        ),
        migrations.AlterField(
            model_name="vedtak",
            name="person",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="vedtak",
                to="nir.person",
                verbose_name="person",
            ),
        ),
        migrations.AlterField(
            model_name="vedtak",
            name="registrert_av",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="registrert av",
            ),
        ),
    ]
