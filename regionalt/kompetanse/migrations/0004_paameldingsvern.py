"""The county sees and writes registrations; a municipality its own; jobs give places and take names out."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel
from integrering.grunnmur.sql import les_sql

_P, _O = "kompetanse_paamelding", "kompetanse_oppmoete"
_EGET = f"virksomhet_id = {VIRKSOMHET}"


def _paamelding() -> str:
    synlig = "EXISTS (SELECT FROM kompetanse_arrangement a WHERE a.id = arrangement_id)"
    jeg = f"registrert_av_id = {BRUKER}"
    skriv = "SELECT, INSERT, UPDATE"
    return (
        beskytt(_P, {"app_fylke": skriv, "app_enhet": skriv, "app_motor": "SELECT, UPDATE"})
        + regel(_P, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(_P, "fylke_melder_paa", rolle="app_fylke", for_="INSERT", sjekk=jeg)
        + regel(_P, "fylke_endrer", rolle="app_fylke", for_="UPDATE", bruk="true", sjekk="true")
        + regel(_P, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=_EGET)
        + regel(
            _P, "enhet_melder_paa", rolle="app_enhet", for_="INSERT", sjekk=f"{_EGET} AND {jeg} AND {synlig}"
        )
        + regel(_P, "enhet_endrer", rolle="app_enhet", for_="UPDATE", bruk=_EGET, sjekk=_EGET)
        + regel(_P, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")
    )


def _oppmoete() -> str:
    min_ = f"EXISTS (SELECT FROM {_P} p WHERE p.id = paamelding_id)"
    return (
        beskytt(_O, {"app_fylke": "SELECT, INSERT, DELETE", "app_enhet": "SELECT", "app_motor": "SELECT"})
        + regel(_O, "fylke_alt", rolle="app_fylke", for_="ALL", bruk="true", sjekk="true")
        + regel(_O, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=min_)
        + regel(_O, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    )


class Migration(migrations.Migration):
    dependencies = [("kompetanse", "0003_paamelding")]
    operations = [
        migrations.RunSQL(_paamelding() + _oppmoete(), migrations.RunSQL.noop),
        migrations.RunSQL(les_sql("regionalt.kompetanse", "plasser"), migrations.RunSQL.noop),
    ]
