"""Who gives career guidance at a centre of the county."""

from django.db import migrations, models

ROLLER = [
    ("fylke_saksbehandler", "Saksbehandler i fylkeskommunen"),
    ("karriereveileder", "Karriereveileder"),
    ("opplaeringskoordinator", "Opplæringskoordinator"),
    ("tilskuddsraadgiver", "Tilskuddsrådgiver"),
    ("tilskuddsgodkjenner", "Tilskuddsgodkjenner"),
    ("bosettingsgodkjenner", "Bosettingsgodkjenner"),
    ("leder", "Leder i fylkeskommunen"),
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
    dependencies = [("tilgang", "0012_bosettingsgodkjenner")]
    operations = [
        migrations.RemoveConstraint("rolletildeling", "tilgang_rolletildeling_kjent_rolle"),
        migrations.AlterField("rolletildeling", "rolle", _felt()),
        migrations.AlterField("rolletildelinghendelse", "rolle", _felt()),
        migrations.AddConstraint(
            "rolletildeling",
            models.CheckConstraint(
                condition=models.Q(rolle__in=[rolle for rolle, _navn in ROLLER]),
                name="tilgang_rolletildeling_kjent_rolle",
            ),
        ),
    ]
