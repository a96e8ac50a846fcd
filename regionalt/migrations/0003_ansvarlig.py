"""Who followed a municipality up, was a field of the organisation: it becomes its contact, from today."""

from django.db import migrations

_FLYTT = """
    INSERT INTO regionalt_kommunekontakt
        (noekkel, kommune_id, kontaktperson_id, fra, versjon, endret)
    SELECT gen_random_uuid(), v.id, v.ansvarlig_id, CURRENT_DATE, 1, now()
    FROM tilgang_virksomhet v
    WHERE v.type = 'kommune' AND v.ansvarlig_id IS NOT NULL
        AND NOT EXISTS (SELECT FROM regionalt_kommunekontakt k WHERE k.kommune_id = v.id)
"""


class Migration(migrations.Migration):
    dependencies = [("regionalt", "0002_vern"), ("tilgang", "0010_leder")]
    run_before = [("tilgang", "0011_uten_ansvarlig")]
    operations = [migrations.RunSQL(_FLYTT, migrations.RunSQL.noop)]
