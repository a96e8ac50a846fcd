"""A municipality's client is its administrator's and the county's; answers are the client's own."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel

_LAGER = "SELECT, INSERT, UPDATE (trukket)"
_HJEMME = f"virksomhet_id = {VIRKSOMHET}"
_EGNE = f"bruker_id = {BRUKER}"


def _klient() -> str:
    tabell = "tilgang_apiklient"
    rettigheter = {
        "app_fylke": _LAGER,
        "app_forvalter": _LAGER,
        # lets in, and counts
        "app_motor": "SELECT, UPDATE (sist_brukt, vindu, antall)",
    }
    return (
        beskytt(tabell, rettigheter)
        + regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(tabell, "fylke_lager", rolle="app_fylke", for_="INSERT", sjekk="true")
        + regel(tabell, "fylke_trekker", rolle="app_fylke", for_="UPDATE", bruk="true", sjekk="true")
        + regel(tabell, "forvalter_ser", rolle="app_forvalter", for_="SELECT", bruk=_HJEMME)
        + regel(tabell, "forvalter_lager", rolle="app_forvalter", for_="INSERT", sjekk=_HJEMME)
        + regel(
            tabell, "forvalter_trekker", rolle="app_forvalter", for_="UPDATE", bruk=_HJEMME, sjekk=_HJEMME
        )
        + regel(tabell, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
        + regel(tabell, "motor_teller", rolle="app_motor", for_="UPDATE", bruk="true", sjekk="true")
        + "REVOKE UPDATE, DELETE ON tilgang_apiklienthendelse FROM app_felles;"
    )


def _svar() -> str:
    tabell = "tilgang_apisvar"
    rettigheter = {
        "app_enhet": "SELECT, INSERT, UPDATE (status, hoder, innhold)",
        "app_motor": "SELECT, DELETE",
    }
    return (
        beskytt(tabell, rettigheter)
        + regel(tabell, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=_EGNE)
        + regel(tabell, "enhet_skriver", rolle="app_enhet", for_="INSERT", sjekk=_EGNE)
        + regel(tabell, "enhet_fyller_ut", rolle="app_enhet", for_="UPDATE", bruk=_EGNE, sjekk=_EGNE)
        + regel(tabell, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
        + regel(tabell, "motor_rydder", rolle="app_motor", for_="DELETE", bruk="true")
    )


class Migration(migrations.Migration):
    dependencies = [("tilgang", "0007_fagsystemer")]
    operations = [migrations.RunSQL(_klient() + _svar(), migrations.RunSQL.noop)]
