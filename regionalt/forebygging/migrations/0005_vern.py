"""The county keeps networks, activities and plans; a municipality reads plans and the activities it is in."""

from django.db import migrations

from integrering.grunnmur.rls import VIRKSOMHET
from regionalt.vernregler import fylkets_tabell

_MINE = (
    "kommuner = '{}' OR EXISTS (SELECT FROM tilgang_virksomhet v"
    f" WHERE v.id = {VIRKSOMHET} AND v.nummer = ANY (kommuner))"
)


class Migration(migrations.Migration):
    dependencies = [("forebygging", "0004_nettverk_og_aktiviteter")]
    operations = [
        migrations.RunSQL(
            # an activity names its network, which only the county sees
            fylkets_tabell("forebygging_nettverk", lesere={"app_enhet": "false"})
            + fylkets_tabell("forebygging_nettverksmedlem", lesere={})
            + fylkets_tabell("forebygging_nettverksmoete", lesere={})
            + fylkets_tabell("forebygging_nasjonalplan", lesere={"app_enhet": "true"})
            + fylkets_tabell("forebygging_aktivitet", lesere={"app_enhet": _MINE}),
            migrations.RunSQL.noop,
        )
    ]
