from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("lister", "0007_rolle_bosettingsgodkjenner"),
    ]

    operations = [
        migrations.AlterField(
            model_name="bestilling",
            name="rolle",
            field=models.CharField(
                choices=[
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
                ],
                max_length=40,
                verbose_name="rolle",
            ),
        ),
        migrations.AlterField(
            model_name="eksport",
            name="rolle",
            field=models.CharField(
                choices=[
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
                ],
                max_length=40,
                verbose_name="rolle",
            ),
        ),
    ]
