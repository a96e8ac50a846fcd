"""Who sees a file: its organisation, and (added by the apps above) those who see what it hangs on."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel, skjul_skjermede
from integrering.utveksling.vedlegg.vern import BRUKERROLLER

_MITT = f"virksomhet_id = {VIRKSOMHET}"
_JEG = f"lastet_opp_av_id = {BRUKER}"
_OM = {
    "app_fylke": "true",
    "app_enhet": "(person_id IS NULL OR person_id IN (SELECT id FROM nir_person))",
    "app_skole": "person_id IS NULL",
    "app_frivillig": "person_id IS NULL",
}


def _alle(tabell: str, rettigheter: str, motor: str) -> str:
    return beskytt(tabell, {**dict.fromkeys(BRUKERROLLER, rettigheter), "app_motor": motor})


def _vedlegg() -> str:
    t = "vedlegg_vedlegg"
    return (
        _alle(t, "SELECT, INSERT, UPDATE (laast)", "SELECT, DELETE")
        + "".join(
            regel(t, f"{r[4:]}_ser", rolle=r, for_="SELECT", bruk=_MITT)
            + regel(t, f"{r[4:]}_legger_ved", rolle=r, for_="INSERT", sjekk=f"{_MITT} AND {_JEG} AND {_OM[r]}")
            + regel(
                t, f"{r[4:]}_laaser", rolle=r, for_="UPDATE",
                bruk=f"{_MITT} AND laast IS NULL", sjekk=f"{_MITT} AND laast IS NOT NULL",
            )
            for r in BRUKERROLLER
        )
        + regel(t, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
        + regel(t, "motor_sletter", rolle="app_motor", for_="DELETE", bruk="laast IS NULL")
        + skjul_skjermede(t, "person_id IS NULL OR person_id NOT IN (SELECT nir_skjermede())")
    )  # fmt: skip


def _versjon() -> str:
    t = "vedlegg_vedleggversjon"
    forelder = "SELECT 1 FROM vedlegg_vedlegg v WHERE v.id = vedlegg_id"
    eget = f"EXISTS ({forelder} AND v.{_MITT} AND v.laast IS NULL)"
    return (
        _alle(t, "SELECT, INSERT", "SELECT, DELETE")
        + "".join(
            regel(t, f"{r[4:]}_ser", rolle=r, for_="SELECT", bruk=f"EXISTS ({forelder})")
            + regel(t, f"{r[4:]}_legger_til", rolle=r, for_="INSERT", sjekk=f"{_JEG} AND {eget}")
            for r in BRUKERROLLER
        )
        + regel(t, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
        + regel(
            t, "motor_sletter", rolle="app_motor", for_="DELETE",
            bruk=f"EXISTS ({forelder} AND v.laast IS NULL)",
        )
    )  # fmt: skip


def _innhold() -> str:
    t = "vedlegg_vedlegginnhold"
    forelder = "SELECT 1 FROM vedlegg_vedleggversjon s WHERE s.id = versjon_id"
    ulaast = (
        "EXISTS (SELECT 1 FROM vedlegg_vedleggversjon s JOIN vedlegg_vedlegg v ON v.id = s.vedlegg_id"
        " WHERE s.id = versjon_id AND v.laast IS NULL{})"
    )
    return (
        _alle(t, "SELECT, INSERT", "SELECT, DELETE")
        + "".join(
            regel(t, f"{r[4:]}_ser", rolle=r, for_="SELECT", bruk=f"EXISTS ({forelder})")
            + regel(
                t, f"{r[4:]}_legger_til", rolle=r, for_="INSERT",
                sjekk=ulaast.format(f" AND s.lastet_opp_av_id = {BRUKER} AND v.{_MITT}"),
            )
            for r in BRUKERROLLER
        )
        + regel(t, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
        + regel(t, "motor_sletter", rolle="app_motor", for_="DELETE", bruk=ulaast.format(""))
    )  # fmt: skip


def _aapning() -> str:
    t = "vedlegg_vedleggaapning"
    return (
        _alle(t, "SELECT, INSERT", "SELECT")
        + "".join(
            regel(t, f"{r[4:]}_ser", rolle=r, for_="SELECT", bruk="true" if r == "app_fylke" else _MITT)
            + regel(t, f"{r[4:]}_skriver", rolle=r, for_="INSERT", sjekk=f"{_MITT} AND bruker_id = {BRUKER}")
            for r in BRUKERROLLER
        )
        + regel(t, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    )


class Migration(migrations.Migration):
    dependencies = [
        ("vedlegg", "0001_initial"),
        ("tilgang", "0002_vern_og_virksomheter"),
        ("nir", "0002_vern"),
    ]
    operations = [
        migrations.RunSQL(_vedlegg() + _versjon() + _innhold() + _aapning(), migrations.RunSQL.noop)
    ]
