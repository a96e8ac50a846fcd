"""Room on each page for a person's next version.

An import of vedtak or school periods changes a field of every person it is about. Where the new version has
room beside the old one, no index is written: 100 000 persons take one second instead of five.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("nir", "0010_regelverdier")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE nir_person SET (fillfactor = 50)", "ALTER TABLE nir_person RESET (fillfactor)"
        ),
    ]
