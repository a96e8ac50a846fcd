"""The reconciliation reads the decisions once."""

from django.db import migrations

from integrering.grunnmur.sql import les_sql


class Migration(migrations.Migration):
    dependencies = [("opplaering", "0040_avstemming")]
    operations = [migrations.RunSQL(les_sql("opplaering", "avstemming"), migrations.RunSQL.noop)]
