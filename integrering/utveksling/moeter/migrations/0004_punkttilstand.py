"""What the state of a point is called."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("moeter", "0003_moetetyper"),
    ]

    operations = [
        migrations.AlterField(
            model_name="moetepunkt",
            name="tilstand",
            field=models.CharField(
                choices=[("aapen", "Ikke gjort"), ("gjort", "Gjort"), ("utgaar", "Utgår")],
                default="aapen",
                max_length=10,
                verbose_name="status",
            ),
        ),
    ]
