"""The functions that hold the two clocks."""

from django.db import migrations

from integrering.grunnmur.toklokker import toklokker_funksjoner


class Migration(migrations.Migration):
    dependencies = [("grunnmur", "0001_initial")]
    operations = [toklokker_funksjoner()]
