"""A session that was moved says where to: also one that nobody had a place in."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("karriere", "0026_plass_ved_eget_senter")]
    operations = [
        migrations.AddField(
            model_name="samtale",
            name="flyttet_til",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="karriere.samtale",
                verbose_name="flyttet til",
            ),
        ),
    ]
