"""Adult education in a municipality: a role the municipal administrator gives too."""

from django.db import migrations, models

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, regel

ROLLER = [
    ("fylke_saksbehandler", "Saksbehandler i fylkeskommunen"),
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
_TABELL = "tilgang_rolletildeling"
_MIN_ROLLE = (
    f"virksomhet_id = {VIRKSOMHET} AND rolle IN"
    " ('kommune_flyktningtjeneste', 'kommune_voksenopplaering', 'kommune_administrator')"
)
_FORVALTER = (
    f"DROP POLICY forvalter_oppretter ON {_TABELL}; DROP POLICY forvalter_endrer ON {_TABELL};"
    + regel(
        _TABELL, "forvalter_oppretter", rolle="app_forvalter", for_="INSERT",
        sjekk=f"{_MIN_ROLLE} AND NOT kan_se_skjermede AND endret_av_id = {BRUKER}",
    )
    + regel(
        _TABELL, "forvalter_endrer", rolle="app_forvalter", for_="UPDATE", bruk=_MIN_ROLLE,
        sjekk=f"{_MIN_ROLLE} AND (NOT kan_se_skjermede OR stengt IS NOT NULL) AND endret_av_id = {BRUKER}",
    )
)  # fmt: skip


def _felt() -> models.CharField:
    return models.CharField(choices=ROLLER, max_length=40, verbose_name="rolle")


class Migration(migrations.Migration):
    dependencies = [("tilgang", "0005_vern_av_brukere_og_utsendinger")]
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
        migrations.RunSQL(_FORVALTER, migrations.RunSQL.noop),
    ]
