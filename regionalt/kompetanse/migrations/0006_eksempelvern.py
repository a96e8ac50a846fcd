"""The county keeps and publishes examples; a municipality reads those, and sends in its own."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel

_T = "kompetanse_eksempel"


def _vern() -> str:
    skriv, jeg = "SELECT, INSERT, UPDATE", f"endret_av_id = {BRUKER}"
    eget = f"kommune_id = {VIRKSOMHET}"
    innsendt = f"{eget} AND tilstand = 'innsendt'"
    return (
        beskytt(_T, {"app_fylke": skriv, "app_enhet": skriv, "app_motor": "SELECT"})
        + regel(_T, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(_T, "fylke_lager", rolle="app_fylke", for_="INSERT", sjekk=jeg)
        + regel(_T, "fylke_endrer", rolle="app_fylke", for_="UPDATE", bruk="true", sjekk=jeg)
        + regel(_T, "enhet_ser_egne", rolle="app_enhet", for_="SELECT", bruk=eget)
        + regel(_T, "enhet_ser_publiserte", rolle="app_enhet", for_="SELECT", bruk="tilstand = 'publisert'")
        + regel(_T, "enhet_sender_inn", rolle="app_enhet", for_="INSERT", sjekk=f"{innsendt} AND {jeg}")
        + regel(
            _T, "enhet_endrer", rolle="app_enhet", for_="UPDATE", bruk=innsendt, sjekk=f"{innsendt} AND {jeg}"
        )
        + regel(_T, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("kompetanse", "0005_eksempel")]
    operations = [migrations.RunSQL(_vern(), migrations.RunSQL.noop)]
