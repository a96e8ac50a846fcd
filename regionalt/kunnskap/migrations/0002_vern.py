"""The county keeps figures and judgements; a municipality reads its own; jobs read. Files are the county's."""

from django.db import migrations

from integrering.grunnmur.rls import VIRKSOMHET
from regionalt.vernregler import fylkets_tabell

_MIN = f"kommune_id = {VIRKSOMHET}"


def _vern() -> str:
    return (
        # a municipality reads where its figures came from
        fylkets_tabell("kunnskap_tallimport", lesere={"app_enhet": "tilstand = 'innlest'"})
        + fylkets_tabell("kunnskap_tallfil", lesere={}, skriver="true", rettigheter="SELECT, INSERT")
        + fylkets_tabell(
            "kunnskap_tall",
            lesere={"app_enhet": _MIN},
            skriver="true",
            rettigheter="SELECT, INSERT, UPDATE (erstattet)",
        )
        + fylkets_tabell("kunnskap_vurdering", lesere={"app_enhet": _MIN}, rettigheter="SELECT, INSERT")
    )


class Migration(migrations.Migration):
    dependencies = [("kunnskap", "0001_initial"), ("tilgang", "0009_opplaeringskoordinator")]
    operations = [migrations.RunSQL(_vern(), migrations.RunSQL.noop)]
