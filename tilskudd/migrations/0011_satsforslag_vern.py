"""Two persons adopt a rate: who sees and writes proposals, and what the database refuses."""

from django.db import migrations

from integrering.grunnmur.rls import beskytt, regel
from integrering.grunnmur.sql import les_sql

_T = "tilskudd_satsforslag"
_VERN = beskytt(_T, {"app_fylke": "SELECT, INSERT, UPDATE", "app_motor": "SELECT, INSERT, UPDATE"}) + "".join(
    regel(_T, f"{rolle}_alt", rolle=f"app_{rolle}", for_="ALL", bruk="true", sjekk="true")
    for rolle in ("fylke", "motor")
)


class Migration(migrations.Migration):
    dependencies = [("tilskudd", "0010_satsforslag")]
    operations = [
        migrations.RunSQL(les_sql("tilskudd", "satsforslag"), migrations.RunSQL.noop),
        migrations.RunSQL(_VERN, migrations.RunSQL.noop),
    ]
