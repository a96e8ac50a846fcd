"""A school looks at persons too: it writes the log of look-ups, and reads the lines it wrote itself."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, regel

_T = "tilgang_innsyn"
_MINE = f"bruker_id = {BRUKER}"
_SKRIVER = (
    f"GRANT SELECT, INSERT ON {_T} TO app_skole;"
    + regel(_T, "skole_ser", rolle="app_skole", for_="SELECT", bruk=_MINE)
    + regel(
        _T,
        "skole_skriver",
        rolle="app_skole",
        for_="INSERT",
        sjekk=f"{_MINE} AND virksomhet_id = {VIRKSOMHET}",
    )
)


class Migration(migrations.Migration):
    dependencies = [
        ("opplaering", "0010_elev_mens_det_rettes"),
        ("tilgang", "0009_opplaeringskoordinator"),
        ("nir", "0030_flytting_begge_veier"),
    ]
    operations = [migrations.RunSQL(_SKRIVER, migrations.RunSQL.noop)]
