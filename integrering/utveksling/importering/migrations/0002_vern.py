"""Reading cells in SQL, and who sees the receipts."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel
from integrering.grunnmur.sql import les_sql


def _kvittering() -> str:
    tabell, skriv = "utveksling_import", "SELECT, INSERT"
    eget = f"virksomhet_id = {VIRKSOMHET}"
    selv = f"{eget} AND bruker_id = {BRUKER}"
    return (
        beskytt(tabell, {"app_fylke": skriv, "app_enhet": skriv, "app_motor": skriv})
        + regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(tabell, "fylke_skriver", rolle="app_fylke", for_="INSERT", sjekk=selv)
        + regel(tabell, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=eget)
        + regel(tabell, "enhet_skriver", rolle="app_enhet", for_="INSERT", sjekk=selv)
        + regel(tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")
    )


class Migration(migrations.Migration):
    dependencies = [("utveksling", "0001_initial"), ("tilgang", "0002_vern_og_virksomheter")]
    operations = [
        migrations.RunSQL(
            les_sql("integrering.utveksling.importering", "funksjoner"), migrations.RunSQL.noop
        ),
        migrations.RunSQL(_kvittering(), migrations.RunSQL.noop),
    ]
