"""Everyone reads the schemes; the county's users and administrators keep them."""

from django.db import migrations

from integrering.grunnmur.rls import beskytt, regel

_LESERE = ("app_enhet", "app_skole", "app_frivillig")


def _vern() -> str:
    skriv = "SELECT, INSERT, UPDATE"
    ut = beskytt(
        "ordninger_ordning",
        {"app_fylke": skriv, "app_motor": skriv, **dict.fromkeys(_LESERE, "SELECT")},
    )
    for rolle in ("app_fylke", "app_motor"):
        ut += regel("ordninger_ordning", f"{rolle}_alt", rolle=rolle, for_="ALL", bruk="true", sjekk="true")
    for rolle in _LESERE:
        ut += regel("ordninger_ordning", f"{rolle}_leser", rolle=rolle, for_="SELECT", bruk="true")
    hendelser = "ordninger_ordninghendelse"
    ut += beskytt(hendelser, {"app_fylke": "SELECT, INSERT", "app_motor": "SELECT, INSERT"})
    for rolle in ("app_fylke", "app_motor"):
        ut += regel(hendelser, f"{rolle}_alt", rolle=rolle, for_="ALL", bruk="true", sjekk="true")
    return ut


class Migration(migrations.Migration):
    dependencies = [("ordninger", "0001_initial"), ("tilgang", "0009_opplaeringskoordinator")]
    operations = [migrations.RunSQL(_vern(), migrations.RunSQL.noop)]
