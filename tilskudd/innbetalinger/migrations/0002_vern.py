"""Who sees and changes what: the matching writes, the county's users read and move statuses.

Nothing is deleted: not by the county's users, and of what the jobs may take away, only what nobody has
worked with. Payments, events and claims never change.
"""

from django.db import migrations

from integrering.grunnmur.kodelister import vokt_kode
from integrering.grunnmur.rls import BRUKER, beskytt, regel, skjul_skjermede
from integrering.grunnmur.sql import les_sql

_LES = "SELECT"
_LES_INN = "SELECT, INSERT"
_MEG = f"bruker_id = {BRUKER}"
# table → what the county and the jobs may do
_RETTER = {
    "innbetalingsfil": (f"{_LES}, UPDATE (trukket_tid, trukket_av_id)", _LES_INN),
    "innbetaling": (_LES, f"{_LES_INN}, UPDATE (person_id)"),
    "post": (f"{_LES}, UPDATE (status, status_tid, status_av_id)", f"{_LES_INN}, UPDATE, DELETE"),
    "posthendelse": (_LES_INN, _LES_INN),
    "avstemmingssum": (_LES, f"{_LES_INN}, DELETE"),
    "avstemmingskjoering": (_LES, _LES_INN),
    "krav": (_LES_INN, _LES),
    "kravlinje": (_LES_INN, _LES),
}
_SJEKK_INN = {"posthendelse": _MEG, "krav": _MEG}
_SJEKK_ENDRING = {"innbetalingsfil": f"trukket_av_id = {BRUKER}", "post": f"status_av_id = {BRUKER}"}
# a sum and an unknown number are nobody's
_UTEN_PERSON = "person_id IS NULL OR person_id NOT IN (SELECT nir_skjermede())"


def _vern() -> str:
    ut = ""
    for navn, (fylket, jobbene) in _RETTER.items():
        tabell = f"innbetalinger_{navn}"
        ut += beskytt(tabell, {"app_fylke": fylket, "app_motor": jobbene})
        ut += regel(tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")
        ut += regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        if "INSERT" in fylket:
            ut += regel(
                tabell, "fylke_skriver", rolle="app_fylke", for_="INSERT", sjekk=_SJEKK_INN.get(navn, "true")
            )
        if "UPDATE" in fylket:
            ut += regel(
                tabell, "fylke_endrer", rolle="app_fylke", for_="UPDATE", bruk="true",
                sjekk=_SJEKK_ENDRING[navn],
            )  # fmt: skip
    for navn in ("innbetaling", "post", "kravlinje"):
        ut += skjul_skjermede(f"innbetalinger_{navn}", _UTEN_PERSON)
    ut += skjul_skjermede(
        "innbetalinger_posthendelse",
        "post_id NOT IN (SELECT id FROM innbetalinger_post WHERE person_id IN (SELECT nir_skjermede()))",
    )
    for navn in ("innbetaling", "post", "avstemmingssum", "kravlinje"):
        ut += vokt_kode(f"innbetalinger_{navn}", "kode", "imdi_tilskuddskode")
    return ut + les_sql("tilskudd.innbetalinger", "vern")


class Migration(migrations.Migration):
    dependencies = [
        ("innbetalinger", "0001_initial"),
        ("grunnmur", "0003_kodelister"),
        ("tilskudd", "0002_vern"),
    ]
    operations = [migrations.RunSQL(_vern(), migrations.RunSQL.noop)]
