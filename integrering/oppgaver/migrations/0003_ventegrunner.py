"""Why a task waits is a code of a list; a code names the subject of a task in the language of the reader."""

from django.db import migrations, models

import integrering.grunnmur.kodelister.kolonne
from integrering.grunnmur.kodelister import vokt_kode


class Migration(migrations.Migration):
    dependencies = [("oppgaver", "0002_vern"), ("grunnmur", "0003_kodelister")]

    operations = [
        migrations.RemoveConstraint(
            model_name="oppgave",
            name="oppgaver_oppgave_vent_med_grunn",
        ),
        migrations.AddField(
            model_name="oppgave",
            name="emnekode",
            field=models.CharField(blank=True, default="", max_length=40, verbose_name="emnets kode"),
        ),
        migrations.AddField(
            model_name="oppgave",
            name="emneliste",
            field=models.CharField(
                blank=True,
                default="",
                help_text="Listen `emnekode` er fra: navnet på koden leses sammen med teksten.",
                max_length=40,
                verbose_name="emnets kodeliste",
            ),
        ),
        migrations.AlterField(
            model_name="oppgave",
            name="vent_grunn",
            field=integrering.grunnmur.kodelister.kolonne.Kodekolonne(
                blank=True, default="", liste="ventegrunn", max_length=40, verbose_name="grunn"
            ),
        ),
        migrations.AddConstraint(
            model_name="oppgave",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("vent_grunn", ""), ("vent_merknad", ""), ("vent_til__isnull", True)),
                    models.Q(("vent_til__isnull", False), models.Q(("vent_grunn", ""), _negated=True)),
                    _connector="OR",
                ),
                name="oppgaver_oppgave_vent_med_grunn",
            ),
        ),
        migrations.RunSQL(vokt_kode("oppgaver_oppgave", "vent_grunn", "ventegrunn"), migrations.RunSQL.noop),
    ]
