"""Who sees what waits: the county all, a municipality its own persons'; people write only reminders."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel, skjul_skjermede

_MINE = f"kommune_id = {VIRKSOMHET} AND person_id IN (SELECT id FROM nir_person)"


def _paa_vent(tabell: str) -> str:
    """Written by the jobs alone."""
    return (
        beskytt(tabell, {"app_fylke": "SELECT", "app_enhet": "SELECT", "app_motor": "SELECT, INSERT, DELETE"})
        + regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(tabell, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=_MINE)
        + regel(tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")
        + skjul_skjermede(tabell)
    )


def _paaminnelse() -> str:
    """Written once, in one's own name."""
    t = "utsikter_paaminnelse"
    return (
        beskytt(t, {"app_fylke": "SELECT, INSERT", "app_enhet": "SELECT", "app_motor": "SELECT"})
        + regel(t, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(t, "fylke_sender", rolle="app_fylke", for_="INSERT", sjekk=f"av_id = {BRUKER}")
        + regel(t, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=_MINE)
        + regel(t, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
        + skjul_skjermede(t)
    )


def _prognose() -> str:
    """Sums without persons."""
    t = "utsikter_prognose"
    return (
        beskytt(t, {"app_fylke": "SELECT", "app_motor": "SELECT, INSERT, DELETE"})
        + regel(t, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(t, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")
    )


# What waits for protected persons, all municipalities under one and no persons counted: totals are the same for all.
_SKJERMET = """
CREATE FUNCTION utsikter_skjermet() RETURNS TABLE (kvartal integer, kroner bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT k.kvartal, sum(k.kroner) FROM utsikter_paaventkvartal k JOIN nir_person p ON p.id = k.person_id
    WHERE p.skjermet GROUP BY k.kvartal
    $$;
REVOKE ALL ON FUNCTION utsikter_skjermet() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION utsikter_skjermet() TO app_fylke;
"""


class Migration(migrations.Migration):
    dependencies = [("utsikter", "0001_initial"), ("nir", "0002_vern")]
    operations = [
        migrations.RunSQL(
            _paa_vent("utsikter_paavent")
            + _paa_vent("utsikter_paaventkvartal")
            + _paaminnelse()
            + _prognose()
            + _SKJERMET,
            migrations.RunSQL.noop,
        )
    ]
