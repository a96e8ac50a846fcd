"""One set of details of a person holds at a time: the index of 0001, which 0004 took away with the foreign key's own.

Django drops an index it knows by its column, and this one has the same column.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("nir", "0026_planvurdering")]
    operations = [
        migrations.RunSQL(
            "CREATE UNIQUE INDEX IF NOT EXISTS nir_personopplysning_en_per_person"
            " ON nir_personopplysning (person_id) WHERE erstattet IS NULL",
            migrations.RunSQL.noop,
        ),
    ]
