"""Exports may be made by the county's coordinator of training."""

from django.db import migrations, models

ROLLER = [
    ("fylke_saksbehandler", "Saksbehandler i fylkeskommunen"),
    ("opplaeringskoordinator", "Opplæringskoordinator"),
    ("tilskuddsraadgiver", "Tilskuddsrådgiver"),
    ("tilskuddsgodkjenner", "Tilskuddsgodkjenner"),
    ("administrator", "Administrator"),
    ("innsynsrevisor", "Innsynsrevisor"),
    ("kommune_flyktningtjeneste", "Flyktningtjenesten i kommunen"),
    ("kommune_voksenopplaering", "Voksenopplæringen i kommunen"),
    ("kommune_administrator", "Administrator i kommunen"),
    ("skolekontakt", "Kontaktperson på skolen"),
    ("organisasjon_soeker", "Kontaktperson i frivillig organisasjon"),
]


def _felt() -> models.CharField:
    return models.CharField(choices=ROLLER, max_length=40, verbose_name="rolle")


class Migration(migrations.Migration):
    dependencies = [("lister", "0004_rolle_voksenopplaering")]
    operations = [
        migrations.AlterField("eksport", "rolle", _felt()),
        migrations.AlterField("bestilling", "rolle", _felt()),
    ]
