"""What the lists ask of every person stands in the person's row."""

from django.db import migrations, models

from integrering.grunnmur.sql import les_sql


class Migration(migrations.Migration):
    dependencies = [("nir", "0006_soekeord_vern")]

    operations = [
        migrations.AddField(
            model_name="person",
            name="tillatelse",
            field=models.CharField(db_default="", editable=False, max_length=2, verbose_name="tillatelse"),
        ),
        migrations.AddField(
            model_name="person",
            name="tillatelse_dato",
            field=models.DateField(editable=False, null=True, verbose_name="tillatelsen gitt"),
        ),
        migrations.AddField(
            model_name="person",
            name="foerste_bosted",
            field=models.DateField(editable=False, null=True, verbose_name="først bosatt"),
        ),
        migrations.AddField(
            model_name="person",
            name="foerste_vedtak",
            field=models.DateField(editable=False, null=True, verbose_name="første vedtak gjelder fra"),
        ),
        migrations.AddField(
            model_name="person",
            name="har_periode",
            field=models.BooleanField(db_default=False, editable=False, verbose_name="har periode"),
        ),
        migrations.RunSQL(les_sql("integrering.nir", "statusfelt"), migrations.RunSQL.noop),
        migrations.RunSQL(les_sql("integrering.nir", "statusfelt_fyll"), migrations.RunSQL.noop),
    ]
