"""A move is also reported by the municipality that is left, and confirmed by the one that receives."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, regel

TABELL = "nir_flyttesak"
MIN_PERSON = "person_id IN (SELECT id FROM nir_person)"
MELDER = f"meldt_av_id = {BRUKER} AND avgjort_av_id = {BRUKER} AND tilstand = 'bekreftet'"
TIL_OSS = f"til_kommune_id = {VIRKSOMHET} AND {MIN_PERSON} AND tilstand = 'bekreftet'"

_VERN = (
    f"GRANT UPDATE (fra_kommune_id, mottatt, mottatt_av_id), INSERT ON {TABELL} TO app_fylke, app_enhet;"
    + regel(TABELL, "fylke_melder", rolle="app_fylke", for_="INSERT", sjekk=MELDER)
    + regel(
        TABELL,
        "enhet_melder",
        rolle="app_enhet",
        for_="INSERT",
        sjekk=f"{MELDER} AND {MIN_PERSON} AND fra_kommune_id = {VIRKSOMHET}",
    )
    + regel(
        TABELL, "enhet_ser_fra_seg", rolle="app_enhet", for_="SELECT", bruk=f"fra_kommune_id = {VIRKSOMHET}"
    )
    + regel(
        TABELL,
        "enhet_mottar",
        rolle="app_enhet",
        for_="UPDATE",
        bruk=TIL_OSS,
        sjekk=f"mottatt_av_id = {BRUKER}",
    )
    + regel(TABELL, "opplaering_melder", rolle="app_opplaering", for_="INSERT", sjekk="false", streng=True)
)


class Migration(migrations.Migration):
    dependencies = [
        ("nir", "0029_ett_sett_opplysninger"),
        ("tilgang", "0006_voksenopplaering"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField(
            "flyttesak",
            "fra_kommune",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tilgang.virksomhet",
                verbose_name="fra kommune",
            ),
        ),
        migrations.AddField(
            "flyttesak", "mottatt", models.DateTimeField(blank=True, null=True, verbose_name="mottatt")
        ),
        migrations.AddField(
            "flyttesak",
            "mottatt_av",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="mottatt av",
            ),
        ),
        migrations.AddConstraint(
            "flyttesak",
            models.CheckConstraint(
                condition=models.Q(mottatt__isnull=True, mottatt_av__isnull=True)
                | models.Q(mottatt__isnull=False, mottatt_av__isnull=False, tilstand="bekreftet"),
                name="nir_flyttesak_mottatt",
            ),
        ),
        migrations.RunSQL(_VERN, migrations.RunSQL.noop),
    ]
