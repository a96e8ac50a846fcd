"""The kind of a meeting is a code of a list."""

from django.db import migrations, models

import integrering.grunnmur.kodelister.kolonne
from integrering.grunnmur.kodelister import vokt_kode


class Migration(migrations.Migration):
    dependencies = [("moeter", "0002_vern"), ("grunnmur", "0003_kodelister")]

    operations = [
        migrations.RemoveConstraint(
            model_name="fasttid",
            name="moeter_fasttid_kjente_koder",
        ),
        migrations.RemoveConstraint(
            model_name="moete",
            name="moeter_moete_kjente_koder",
        ),
        migrations.AlterField(
            model_name="fasttid",
            name="type",
            field=integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                liste="moetetype", max_length=40, verbose_name="type møte"
            ),
        ),
        migrations.AlterField(
            model_name="moete",
            name="type",
            field=integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                liste="moetetype", max_length=40, verbose_name="type møte"
            ),
        ),
        migrations.AddConstraint(
            model_name="fasttid",
            constraint=models.CheckConstraint(
                condition=models.Q(("ukedag__range", (1, 7)), ("varighet__range", (5, 600))),
                name="moeter_fasttid_dag_og_varighet",
            ),
        ),
        migrations.AddConstraint(
            model_name="moete",
            constraint=models.CheckConstraint(
                condition=models.Q(("tilstand__in", ["planlagt", "avholdt", "avlyst"])),
                name="moeter_moete_kjent_tilstand",
            ),
        ),
        migrations.RunSQL(
            vokt_kode("moeter_moete", "type", "moetetype") + vokt_kode("moeter_fasttid", "type", "moetetype"),
            migrations.RunSQL.noop,
        ),
    ]
