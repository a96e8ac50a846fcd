"""The county keeps the contacts; a municipality reads its own; jobs read."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel

_KONTAKT = "regionalt_kommunekontakt"
_HENDELSE = "regionalt_kommunekontakthendelse"
_SKREVET_AV = f"endret_av_id = {BRUKER}"


def _vern() -> str:
    return (
        beskytt(
            _KONTAKT, {"app_fylke": "SELECT, INSERT, UPDATE", "app_enhet": "SELECT", "app_motor": "SELECT"}
        )
        + regel(_KONTAKT, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(_KONTAKT, "fylke_skriver", rolle="app_fylke", for_="INSERT", sjekk=_SKREVET_AV)
        + regel(_KONTAKT, "fylke_endrer", rolle="app_fylke", for_="UPDATE", bruk="true", sjekk=_SKREVET_AV)
        + regel(_KONTAKT, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=f"kommune_id = {VIRKSOMHET}")
        + regel(_KONTAKT, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
        + beskytt(_HENDELSE, {"app_fylke": "SELECT, INSERT"})
        + regel(_HENDELSE, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(_HENDELSE, "fylke_skriver", rolle="app_fylke", for_="INSERT", sjekk="true")
    )


class Migration(migrations.Migration):
    dependencies = [("regionalt", "0001_initial"), ("tilgang", "0009_opplaeringskoordinator")]
    operations = [migrations.RunSQL(_vern(), migrations.RunSQL.noop)]
