"""Nobody writes a run in another's name; proofs of the books are kept as they came out."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, beskytt, regel
from integrering.grunnmur.sql import les_sql

_T = "tilskudd_bokkontroll"
_VERN = (
    beskytt(_T, {"app_fylke": "SELECT", "app_motor": "SELECT, INSERT"})
    + regel(_T, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
    + regel(_T, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    + regel(
        _T, "motor_skriver", rolle="app_motor", for_="INSERT", sjekk=f"av_id IS NOT DISTINCT FROM {BRUKER}"
    )
)


class Migration(migrations.Migration):
    dependencies = [("tilskudd", "0012_utkast")]
    operations = [
        migrations.RunSQL(les_sql("tilskudd", "utkast"), migrations.RunSQL.noop),
        migrations.RunSQL(_VERN, migrations.RunSQL.noop),
    ]
