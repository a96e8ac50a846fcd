"""Who sees and writes letters: the county all, the recipient those that are sent. Finished letters are locked."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel, skjul_skjermede
from integrering.grunnmur.sql import les_sql

MOTTAKERE = ("app_enhet", "app_skole", "app_frivillig")
_SER_BREVET = "EXISTS (SELECT FROM brev_brev b WHERE b.id = brev_id)"


def _motor(tabell: str) -> str:
    return regel(tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")


def _maler() -> str:
    mal, versjon = "brev_brevmal", "brev_brevmalversjon"
    return (
        beskytt(mal, {"app_fylke": "SELECT, INSERT, UPDATE (formaal, aktiv)", "app_motor": "SELECT"})
        + regel(mal, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(mal, "fylke_lager", rolle="app_fylke", for_="INSERT", sjekk="true")
        + regel(mal, "fylke_endrer", rolle="app_fylke", for_="UPDATE", bruk="true", sjekk="true")
        + _motor(mal)
        + beskytt(versjon, {"app_fylke": "SELECT, INSERT", "app_motor": "SELECT"})
        + regel(versjon, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(versjon, "fylke_lager", rolle="app_fylke", for_="INSERT", sjekk=f"laget_av_id = {BRUKER}")
        + _motor(versjon)
    )


def _brev() -> str:
    tabell, eget = "brev_brev", f"avsender_id = {VIRKSOMHET} AND opprettet_av_id = {BRUKER}"
    skriv = "SELECT, INSERT, UPDATE"
    til_oss = f"virksomhet_id = {VIRKSOMHET} AND tilstand = 'sendt'"
    return (
        beskytt(tabell, {"app_fylke": skriv, "app_motor": skriv} | dict.fromkeys(MOTTAKERE, "SELECT"))
        + regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(tabell, "fylke_skriver", rolle="app_fylke", for_="INSERT", sjekk=eget)
        + regel(tabell, "fylke_endrer", rolle="app_fylke", for_="UPDATE", bruk=f"avsender_id = {VIRKSOMHET}")
        + "".join(regel(tabell, f"{r}_ser", rolle=r, for_="SELECT", bruk=til_oss) for r in MOTTAKERE)
        + _motor(tabell)
        + skjul_skjermede(tabell, "person_id IS NULL OR person_id NOT IN (SELECT nir_skjermede())")
        + les_sql("integrering.utveksling.brev", "vokt")
    )


def _fil() -> str:
    tabell, skriv = "brev_brevfil", "SELECT, INSERT"
    return (
        beskytt(tabell, {"app_fylke": skriv, "app_motor": skriv} | dict.fromkeys(MOTTAKERE, "SELECT"))
        + regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk=_SER_BREVET)
        + regel(tabell, "fylke_skriver", rolle="app_fylke", for_="INSERT", sjekk=_SER_BREVET)
        + "".join(regel(tabell, f"{r}_ser", rolle=r, for_="SELECT", bruk=_SER_BREVET) for r in MOTTAKERE)
        + _motor(tabell)
    )


def _aapning() -> str:
    tabell, skriv = "brev_brevaapning", "SELECT, INSERT"
    min_ = f"virksomhet_id = {VIRKSOMHET}"
    egen = f"{min_} AND bruker_id = {BRUKER} AND {_SER_BREVET}"
    return (
        beskytt(tabell, {"app_fylke": "SELECT", "app_motor": "SELECT"} | dict.fromkeys(MOTTAKERE, skriv))
        + regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk=_SER_BREVET)
        + "".join(
            regel(tabell, f"{r}_ser", rolle=r, for_="SELECT", bruk=f"{min_} AND {_SER_BREVET}")
            + regel(tabell, f"{r}_skriver", rolle=r, for_="INSERT", sjekk=egen)
            for r in MOTTAKERE
        )
        + _motor(tabell)
    )


def _resten() -> str:
    bunke, nummer = "brev_brevbunke", "brev_brevnummer"
    eget = f"avsender_id = {VIRKSOMHET}"
    return (
        beskytt(bunke, {"app_fylke": "SELECT, INSERT", "app_motor": "SELECT"})
        + regel(bunke, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(
            bunke, "fylke_lager", rolle="app_fylke", for_="INSERT", sjekk=f"{eget} AND laget_av_id = {BRUKER}"
        )
        + _motor(bunke)
        + beskytt(nummer, {"app_fylke": "SELECT, INSERT, UPDATE (siste)", "app_motor": "SELECT"})
        + regel(nummer, "fylke_alt", rolle="app_fylke", for_="ALL", bruk=eget, sjekk=eget)
        + _motor(nummer)
    )


class Migration(migrations.Migration):
    dependencies = [
        ("brev", "0001_initial"),
        ("nir", "0002_vern"),
        ("tilgang", "0002_vern_og_virksomheter"),
    ]
    operations = [
        migrations.RunSQL(_maler() + _brev() + _fil() + _aapning() + _resten(), migrations.RunSQL.noop),
    ]
