"""The county's users read and write applications; nothing that is sent, decided or spent is deleted."""

from django.db import migrations

from integrering.grunnmur.rls import VIRKSOMHET, beskytt, regel
from integrering.grunnmur.sql import les_sql
from integrering.utveksling.vedlegg.vern import vis_med_forelder

_SKRIV = "SELECT, INSERT, UPDATE"
_LOGG = "SELECT, INSERT"
# What is taken off a draft.
_FRITT = "SELECT, INSERT, UPDATE, DELETE"
_TABELLER = {
    "soekt_utlysning": _SKRIV,
    "soekt_utlysninghendelse": _LOGG,
    "soekt_vilkaar": _SKRIV,
    "soekt_soeknad": _SKRIV,
    "soekt_soeknadhendelse": _LOGG,
    "soekt_partner": _FRITT,
    "soekt_budsjettlinje": _FRITT,
    "soekt_vilkaarsvar": _SKRIV,
    "soekt_bruk": _SKRIV,
    "soekt_resultat": _FRITT,
    "soekt_metode": _SKRIV,
}


def _vern() -> str:
    ut = ""
    for tabell, rett in _TABELLER.items():
        ut += beskytt(tabell, {"app_fylke": rett, "app_motor": rett})
        for rolle in ("app_fylke", "app_motor"):
            ut += regel(tabell, f"{rolle}_alt", rolle=rolle, for_="ALL", bruk="true", sjekk="true")
    t = "soekt_soeknadsvedlegg"
    return (
        ut
        + beskytt(t, {"app_fylke": _LOGG, "app_motor": "SELECT, DELETE"})
        + regel(t, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(
            t, "fylke_legger_ved", rolle="app_fylke", for_="INSERT", sjekk=f"virksomhet_id = {VIRKSOMHET}"
        )
        + regel(t, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
        + regel(t, "motor_sletter", rolle="app_motor", for_="DELETE", bruk="true")
        + vis_med_forelder(t, ("app_fylke",))
    )


class Migration(migrations.Migration):
    dependencies = [
        ("soekt", "0001_initial"),
        ("ordninger", "0003_ordninger"),
        ("tilgang", "0009_opplaeringskoordinator"),
        ("vedlegg", "0003_eldre_versjoner"),
    ]
    operations = [
        migrations.RunSQL(les_sql("tilskudd.soekt", "vern"), migrations.RunSQL.noop),
        migrations.RunSQL(_vern(), migrations.RunSQL.noop),
    ]
