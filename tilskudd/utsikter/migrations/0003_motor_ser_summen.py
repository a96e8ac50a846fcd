"""The jobs make statements too: they read the sum of what waits for protected persons."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("utsikter", "0002_vern")]
    operations = [
        migrations.RunSQL(
            "GRANT EXECUTE ON FUNCTION utsikter_skjermet() TO app_motor", migrations.RunSQL.noop
        )
    ]
