"""The county keeps the rounds, and jobs read them; what is approved stands."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER
from integrering.grunnmur.sql import les_sql
from regionalt.vernregler import fylkets_tabell


def _vern() -> str:
    return (
        fylkets_tabell("bosetting_runde", lesere={})
        + fylkets_tabell(
            "bosetting_rundehendelse", lesere={}, skriver=f"av_id = {BRUKER}", rettigheter="SELECT, INSERT"
        )
        + fylkets_tabell("bosetting_rundefrist", lesere={})
        # a criterion that was put in by mistake may be taken away until the round is locked (the trigger)
        + fylkets_tabell("bosetting_kriterium", lesere={}, rettigheter="SELECT, INSERT, UPDATE, DELETE")
        + fylkets_tabell("bosetting_rundekommune", lesere={})
        + fylkets_tabell("bosetting_grunnlagstall", lesere={}, skriver="true")
    )


class Migration(migrations.Migration):
    dependencies = [("bosetting", "0001_initial"), ("tilgang", "0012_bosettingsgodkjenner")]
    operations = [
        migrations.RunSQL(les_sql("bosetting", "runde"), migrations.RunSQL.noop),
        migrations.RunSQL(_vern(), migrations.RunSQL.noop),
    ]
