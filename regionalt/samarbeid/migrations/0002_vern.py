"""The county keeps it; a municipality reads the forums it is a member of, and what they decided."""

from django.db import migrations

from integrering.grunnmur.sql import les_sql
from regionalt.vernregler import fylkets_tabell

_MINE = {"app_enhet": "forum_id IN (SELECT samarbeid_mine_fora())"}


def _vern() -> str:
    return (
        fylkets_tabell("samarbeid_forum", lesere={"app_enhet": "id IN (SELECT samarbeid_mine_fora())"})
        + fylkets_tabell("samarbeid_medlem", lesere=_MINE)
        + fylkets_tabell("samarbeid_forummoete", lesere=_MINE, skriver="true", rettigheter="SELECT, INSERT")
        + fylkets_tabell("samarbeid_forumvedtak", lesere=_MINE)
        + fylkets_tabell("samarbeid_samarbeidstiltak", lesere={})
    )


class Migration(migrations.Migration):
    dependencies = [("samarbeid", "0001_initial"), ("tilgang", "0010_leder")]
    operations = [
        migrations.RunSQL(les_sql("regionalt.samarbeid", "mine_fora"), migrations.RunSQL.noop),
        migrations.RunSQL(_vern(), migrations.RunSQL.noop),
    ]
