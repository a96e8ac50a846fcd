"""A municipality sees the rounds that are opened, answers in its own name, and reads its own recommendation."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel
from integrering.grunnmur.sql import les_sql
from regionalt.vernregler import fylkets_tabell

_MIN = f"kommune_id = {VIRKSOMHET}"
_JEG = f"endret_av_id = {BRUKER}"
# the round is seen by those who see it: not a draft, for a municipality
_AAPNET = "EXISTS (SELECT FROM bosetting_runde r WHERE r.id = runde_id{})"
_SENDT = _AAPNET.format(" AND r.tilstand IN ('sendt', 'anmodning', 'vedtak')")


def _lesbar(tabell: str, ser: str) -> str:
    return f"GRANT SELECT ON {tabell} TO app_enhet;\n" + regel(
        tabell, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=ser
    )


def _svar() -> str:
    t, skriv = "bosetting_kommunesvar", "SELECT, INSERT, UPDATE"
    fylket = f"{_JEG} AND kanal = 'fylket' AND status = 'sendt' AND sendt_av_id = {BRUKER}"
    enheten = f"{_MIN} AND {_JEG} AND kanal = 'skjema' AND (sendt_av_id IS NULL OR sendt_av_id = {BRUKER})"
    ut = beskytt(t, {"app_fylke": "SELECT, INSERT", "app_enhet": skriv, "app_motor": "SELECT"})
    # a draft is the municipality's own
    ut += regel(t, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="status = 'sendt'")
    ut += regel(t, "fylke_skriver", rolle="app_fylke", for_="INSERT", sjekk=fylket)
    ut += regel(t, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=_MIN)
    ut += regel(t, "enhet_skriver", rolle="app_enhet", for_="INSERT", sjekk=enheten)
    ut += regel(t, "enhet_endrer", rolle="app_enhet", for_="UPDATE", bruk=_MIN, sjekk=enheten)
    ut += regel(t, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    # adult education reads what the municipality has answered, and answers nothing
    nei = {"rolle": "app_opplaering", "streng": True}
    ut += regel(t, "opplaering_skriver_ikke", for_="INSERT", sjekk="false", **nei)
    return ut + regel(t, "opplaering_endrer_ikke", for_="UPDATE", bruk="false", **nei)


def _vern() -> str:
    bare = "SELECT, INSERT"
    return (
        _lesbar("bosetting_runde", "tilstand <> 'utkast'")
        + _lesbar("bosetting_rundefrist", _AAPNET.format(""))
        + _lesbar("bosetting_kriterium", _AAPNET.format(""))
        + _svar()
        + fylkets_tabell("bosetting_svarpurring", lesere={}, skriver=f"av_id = {BRUKER}", rettigheter=bare)
        + fylkets_tabell("bosetting_rundemoete", lesere={}, skriver="true", rettigheter=bare)
        + fylkets_tabell("bosetting_beregning", lesere={}, skriver=f"av_id = {BRUKER}", rettigheter=bare)
        + fylkets_tabell("bosetting_anbefaling", lesere={"app_enhet": f"{_MIN} AND {_SENDT}"})
    )


class Migration(migrations.Migration):
    dependencies = [("bosetting", "0003_svar_og_anbefaling")]
    operations = [
        migrations.RunSQL(les_sql("bosetting", "svar"), migrations.RunSQL.noop),
        migrations.RunSQL(_vern(), migrations.RunSQL.noop),
    ]
