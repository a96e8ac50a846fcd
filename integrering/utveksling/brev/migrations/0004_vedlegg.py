"""Files that go with letters: the county puts them on drafts; the recipient sees them with the sent letter."""

import django.db.models.deletion
from django.db import migrations, models

from integrering.grunnmur.rls import VIRKSOMHET, beskytt, regel
from integrering.grunnmur.sql import les_sql
from integrering.utveksling.vedlegg.vern import vis_med_forelder

MOTTAKERE = ("app_enhet", "app_skole", "app_frivillig")
_BREVET = "EXISTS (SELECT FROM brev_brev b WHERE b.id = brev_id{})"


def _vern() -> str:
    t = "brev_brevvedlegg"
    # letters made together are finished by a job, which has no files
    eget_utkast = _BREVET.format(
        f" AND b.avsender_id = {VIRKSOMHET} AND b.tilstand = 'utkast' AND b.bunke_id IS NULL"
    )
    return (
        beskytt(
            t,
            {"app_fylke": "SELECT, INSERT", "app_motor": "SELECT, DELETE"} | dict.fromkeys(MOTTAKERE, "SELECT"),
        )
        + regel(
            t, "fylke_legger_ved", rolle="app_fylke", for_="INSERT",
            sjekk=f"virksomhet_id = {VIRKSOMHET} AND {eget_utkast}",
        )
        + "".join(
            regel(t, f"{r}_ser", rolle=r, for_="SELECT", bruk=_BREVET.format("")) for r in ("app_fylke", *MOTTAKERE)
        )
        + regel(t, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
        + regel(t, "motor_sletter", rolle="app_motor", for_="DELETE", bruk="true")
        + vis_med_forelder(t)
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("brev", "0003_grunnmaler"),
        ("tilgang", "0005_vern_av_brukere_og_utsendinger"),
        ("vedlegg", "0003_eldre_versjoner"),
    ]
    operations = [
        migrations.CreateModel(
            name="Brevvedlegg",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "brev",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vedlegg",
                        to="brev.brev",
                        verbose_name="brev",
                    ),
                ),
                (
                    "vedlegg",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="vedlegg.vedlegg",
                        verbose_name="vedlegg",
                    ),
                ),
                (
                    "virksomhet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tilgang.virksomhet",
                        verbose_name="virksomhet",
                    ),
                ),
            ],
            options={"verbose_name": "vedlegg til brev", "verbose_name_plural": "vedlegg til brev"},
        ),
        migrations.RunSQL(
            _vern() + les_sql("integrering.utveksling.brev", "vedlegg"), migrations.RunSQL.noop
        ),
    ]
