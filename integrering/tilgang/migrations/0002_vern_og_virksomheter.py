"""The logs are written once, users and roles never deleted; counties and municipalities are there from the start."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel
from integrering.tilgang.virksomhetsdata import last_virksomheter

_MINE = f"bruker_id = {BRUKER}"
_EGET = f"{_MINE} AND virksomhet_id = {VIRKSOMHET}"
_SKRIV = "SELECT, INSERT"


def _innsyn() -> str:
    return (
        beskytt("tilgang_innsyn", {"app_fylke": _SKRIV, "app_enhet": _SKRIV, "app_motor": _SKRIV})
        + regel("tilgang_innsyn", "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel("tilgang_innsyn", "fylke_skriver", rolle="app_fylke", for_="INSERT", sjekk=_EGET)
        + regel("tilgang_innsyn", "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=_MINE)
        + regel("tilgang_innsyn", "enhet_skriver", rolle="app_enhet", for_="INSERT", sjekk=_EGET)
        + regel("tilgang_innsyn", "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")
    )


# Triggers write the events as whoever made the change; nobody changes them. A user is deactivated, a role ended.
_SPOR = """
    REVOKE UPDATE, DELETE ON tilgang_virksomhethendelse, tilgang_brukerhendelse, tilgang_rolletildelinghendelse
        FROM app_felles;
    REVOKE DELETE ON tilgang_bruker, tilgang_rolletildeling, tilgang_virksomhet FROM app_felles;
"""

# Roles are given at the county's desk: nobody else's context writes them, whatever the code above does.
_ROLLER = """
    REVOKE INSERT, UPDATE ON tilgang_rolletildeling FROM app_felles;
    GRANT INSERT, UPDATE ON tilgang_rolletildeling TO app_fylke, app_motor;
"""


def _last(apps, schema_editor):
    last_virksomheter(apps.get_model("tilgang", "Virksomhet"), schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [("tilgang", "0001_initial")]
    operations = [
        migrations.RunSQL(_innsyn(), migrations.RunSQL.noop),
        migrations.RunSQL(_SPOR, migrations.RunSQL.noop),
        migrations.RunSQL(_ROLLER, migrations.RunSQL.noop),
        migrations.RunPython(_last, migrations.RunPython.noop, elidable=False),
    ]
