"""The county attaches files to events; a municipality reads those of the events it sees."""

from django.db import migrations

from integrering.grunnmur.rls import VIRKSOMHET, beskytt, regel
from integrering.utveksling.vedlegg.vern import vis_med_forelder

_T = "kompetanse_arrangementsvedlegg"


def _vern() -> str:
    synlig = "EXISTS (SELECT FROM kompetanse_arrangement a WHERE a.id = arrangement_id)"
    return (
        beskytt(_T, {"app_fylke": "SELECT, INSERT", "app_enhet": "SELECT", "app_motor": "SELECT, DELETE"})
        + regel(_T, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(
            _T, "fylke_legger_ved", rolle="app_fylke", for_="INSERT", sjekk=f"virksomhet_id = {VIRKSOMHET}"
        )
        + regel(_T, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=synlig)
        + regel(_T, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")
        + vis_med_forelder(_T, ("app_fylke", "app_enhet"))
    )


class Migration(migrations.Migration):
    dependencies = [("kompetanse", "0007_vedlegg"), ("vedlegg", "0003_eldre_versjoner")]
    operations = [migrations.RunSQL(_vern(), migrations.RunSQL.noop)]
