"""What a message is about is a code of a list."""

from django.db import migrations

import integrering.grunnmur.kodelister.kolonne
from integrering.grunnmur.kodelister import vokt_kode


class Migration(migrations.Migration):
    dependencies = [("meldinger", "0002_vern"), ("grunnmur", "0003_kodelister")]

    operations = [
        migrations.RemoveConstraint(
            model_name="samtale",
            name="meldinger_samtale_kjent_emne",
        ),
        migrations.AlterField(
            model_name="samtale",
            name="emne",
            field=integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                liste="meldingsemne", max_length=40, verbose_name="emne"
            ),
        ),
        migrations.AlterField(
            model_name="utkast",
            name="emne",
            field=integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                blank=True, default="", liste="meldingsemne", max_length=40, verbose_name="emne"
            ),
        ),
        migrations.RunSQL(vokt_kode("meldinger_samtale", "emne", "meldingsemne"), migrations.RunSQL.noop),
    ]
