"""Who sees and writes calls and applications, and what stays as it was sent."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, beskytt, regel
from integrering.grunnmur.sql import les_sql
from integrering.utveksling.vedlegg.vern import vis_med_forelder
from tilskudd.gitt.vernregler import EGET, JEG, MIN_AAPNE, SOEKERE, under_soeknaden

_UTLYSNING = "EXISTS (SELECT FROM gitt_utlysning u WHERE u.id = utlysning_id{})"


def _utlysning() -> str:
    t, h, k = "gitt_utlysning", "gitt_utlysninghendelse", "gitt_kriterium"
    skriv = "SELECT, INSERT, UPDATE"
    les = dict.fromkeys(SOEKERE, "SELECT")
    ut = beskytt(t, {"app_fylke": skriv, "app_motor": "SELECT"} | les)
    ut += regel(t, "fylke_alt", rolle="app_fylke", for_="ALL", bruk="true", sjekk="true")
    ut += beskytt(h, {"app_fylke": "SELECT, INSERT"})
    ut += regel(h, "fylke_alt", rolle="app_fylke", for_="ALL", bruk="true", sjekk="true")
    ut += beskytt(k, {"app_fylke": "SELECT, INSERT, DELETE", "app_motor": "SELECT"} | les)
    utkast = _UTLYSNING.format(" AND u.tilstand = 'utkast'")
    ut += regel(k, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
    ut += regel(k, "fylke_skriver", rolle="app_fylke", for_="INSERT", sjekk=utkast)
    ut += regel(k, "fylke_sletter", rolle="app_fylke", for_="DELETE", bruk=utkast)
    for rolle in SOEKERE:
        ut += regel(t, f"{rolle[4:]}_ser", rolle=rolle, for_="SELECT", bruk="tilstand <> 'utkast'")
        ut += regel(k, f"{rolle[4:]}_ser", rolle=rolle, for_="SELECT", bruk=_UTLYSNING.format(""))
    for tabell in (t, k):
        ut += regel(tabell, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    return ut


def _soeknad() -> str:
    t = "gitt_soeknad"
    skriv = "SELECT, INSERT, UPDATE"
    sendt = "sendt IS NOT NULL"
    ut = beskytt(t, {"app_fylke": "SELECT, UPDATE", "app_motor": "SELECT"} | dict.fromkeys(SOEKERE, skriv))
    ut += regel(t, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk=sendt)
    ut += regel(t, "fylke_endrer", rolle="app_fylke", for_="UPDATE", bruk=sendt, sjekk=sendt)
    ut += regel(t, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    for rolle in SOEKERE:
        mitt = f"{EGET} AND endret_av_id = {BRUKER}"
        ut += regel(t, f"{rolle[4:]}_ser", rolle=rolle, for_="SELECT", bruk=EGET)
        ut += regel(t, f"{rolle[4:]}_soeker", rolle=rolle, for_="INSERT", sjekk=mitt)
        ut += regel(t, f"{rolle[4:]}_endrer", rolle=rolle, for_="UPDATE", bruk=EGET, sjekk=mitt)
    return ut


def _budsjettlinje() -> str:
    t = "gitt_budsjettlinje"
    ut = under_soeknaden(t, soekeren="SELECT, INSERT, DELETE", skriver=MIN_AAPNE)
    for rolle in SOEKERE:
        ut += regel(t, f"{rolle[4:]}_sletter", rolle=rolle, for_="DELETE", bruk=MIN_AAPNE)
    return ut


def _vedlegg() -> str:
    t = "gitt_soeknadsvedlegg"
    # whether a file may still be added, the action says: reports come long after the application is sent
    ut = under_soeknaden(t, soekeren="SELECT, INSERT", skriver=EGET, motor="SELECT, DELETE")
    ut += regel(t, "motor_sletter", rolle="app_motor", for_="DELETE", bruk="true")
    return ut + vis_med_forelder(t)


def _registerkontroll() -> str:
    t = "gitt_registerkontroll"
    ut = beskytt(t, {"app_fylke": "SELECT, INSERT", "app_motor": "SELECT"} | dict.fromkeys(SOEKERE, "SELECT"))
    ut += regel(t, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
    ut += regel(t, "fylke_skriver", rolle="app_fylke", for_="INSERT", sjekk=JEG)
    ut += regel(t, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    for rolle in SOEKERE:
        ut += regel(t, f"{rolle[4:]}_ser", rolle=rolle, for_="SELECT", bruk=EGET)
    return ut


def _vern() -> str:
    return (
        _utlysning()
        + _soeknad()
        + _budsjettlinje()
        + under_soeknaden("gitt_innsending", soekeren="SELECT, INSERT")
        + _vedlegg()
        + _registerkontroll()
        + under_soeknaden("gitt_fravik", fylket="SELECT, INSERT")
        + under_soeknaden("gitt_logglinje", fylket="SELECT, INSERT", soekeren="SELECT, INSERT")
    )


class Migration(migrations.Migration):
    dependencies = [
        ("gitt", "0001_initial"),
        ("ordninger", "0003_ordninger"),
        ("vedlegg", "0003_eldre_versjoner"),
    ]
    operations = [
        migrations.RunSQL(les_sql("tilskudd.gitt", "vern"), migrations.RunSQL.noop),
        migrations.RunSQL(_vern(), migrations.RunSQL.noop),
    ]
