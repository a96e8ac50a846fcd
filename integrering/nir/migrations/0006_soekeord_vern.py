"""The words are filled from the names there are, and seen by those who see the person."""

from django.db import migrations

from integrering.grunnmur.rls import beskytt, regel, skjul_skjermede
from integrering.grunnmur.sql import les_sql

_FYLL = """
    INSERT INTO nir_soekeord (ord, person_id)
    SELECT DISTINCT o.ord, p.id
    FROM nir_person p CROSS JOIN LATERAL unnest(nir_ord(p.fornavn || ' ' || p.etternavn)) AS o (ord)
    ORDER BY 1, 2;
"""


def _vern() -> str:
    tabell = "nir_soekeord"
    return (
        beskytt(tabell, {"app_fylke": "SELECT", "app_enhet": "SELECT", "app_motor": "SELECT"})
        + regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(
            tabell, "enhet_ser", rolle="app_enhet", for_="SELECT",
            bruk="person_id IN (SELECT id FROM nir_person)",
        )
        + regel(tabell, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
        + skjul_skjermede(tabell)
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("nir", "0005_soekeord")]

    operations = [
        migrations.RunSQL(_vern(), migrations.RunSQL.noop),
        migrations.RunSQL(les_sql("integrering.nir", "soekeord"), migrations.RunSQL.noop),
        migrations.RunSQL(_FYLL, migrations.RunSQL.noop),
    ]
