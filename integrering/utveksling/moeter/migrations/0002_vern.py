"""Who sees a meeting: the organisation that called it, and those invited. Only the former changes it."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel, skjul_skjermede
from integrering.grunnmur.sql import les_sql
from integrering.utveksling.vedlegg.vern import vis_med_forelder

# Those who call meetings, and those who are only invited.
INNKALLERE = ("app_fylke", "app_enhet")
ALLE = (*INNKALLERE, "app_skole", "app_frivillig")
SYNLIG = "moete_id IN (SELECT moeter_synlige())"
EGET_MOETE = f"moete_id IN (SELECT id FROM moeter_moete WHERE eier_id = {VIRKSOMHET})"
MIN = f"eier_id = {VIRKSOMHET}"
MOTOR = "SELECT, INSERT, UPDATE, DELETE"


def _rettigheter(tabell: str, innkallere: str, andre: str = "", motor: str = MOTOR) -> str:
    gitt = dict.fromkeys(INNKALLERE, innkallere) | {"app_motor": motor}
    if andre:
        gitt |= dict.fromkeys(("app_skole", "app_frivillig"), andre)
    return beskytt(tabell, gitt) + regel(
        tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true"
    )


def _for(roller, tabell: str, navn: str, **slag: str) -> str:
    return "".join(regel(tabell, f"{navn}_{rolle}", rolle=rolle, **slag) for rolle in roller)


def _moete() -> str:
    t = "moeter_moete"
    # a meeting of a slot is the slot maker's, whoever has it made
    nytt = f"{MIN} AND (opprettet_av_id = {BRUKER} OR fast_tid_id IN (SELECT id FROM moeter_fasttid))"
    return (
        _rettigheter(t, "SELECT, INSERT, UPDATE", "SELECT")
        # its own policy: the function does not see the row that is just being written
        + _for(INNKALLERE, t, "eier_ser", for_="SELECT", bruk=MIN)
        + _for(ALLE, t, "invitert_ser", for_="SELECT", bruk="id IN (SELECT moeter_synlige())")
        + _for(INNKALLERE, t, "kaller_inn", for_="INSERT", sjekk=nytt)
        + _for(INNKALLERE, t, "eier_endrer", for_="UPDATE", bruk=MIN, sjekk=MIN)
    )


def _deltaker() -> str:
    t, selv = "moeter_deltaker", f"virksomhet_id = {VIRKSOMHET} AND bruker_id IS NOT NULL AND {SYNLIG}"
    skriv = "SELECT, INSERT, DELETE"
    return (
        _rettigheter(t, skriv, skriv)
        + _for(ALLE, t, "ser", for_="SELECT", bruk=SYNLIG)
        + _for(INNKALLERE, t, "eier_inviterer", for_="INSERT", sjekk=EGET_MOETE)
        + _for(INNKALLERE, t, "eier_sletter", for_="DELETE", bruk=EGET_MOETE)
        # an invited organisation says itself who comes
        + _for(ALLE, t, "melder_paa", for_="INSERT", sjekk=selv)
        + _for(ALLE, t, "melder_av", for_="DELETE", bruk=selv)
    )


def _kommune() -> str:
    t = "moeter_moetekommune"
    return (
        _rettigheter(t, "SELECT, INSERT, DELETE", "SELECT")
        + _for(ALLE, t, "ser", for_="SELECT", bruk=SYNLIG)
        + _for(INNKALLERE, t, "eier_skriver", for_="INSERT", sjekk=EGET_MOETE)
        + _for(INNKALLERE, t, "eier_sletter", for_="DELETE", bruk=EGET_MOETE)
    )


def _person() -> str:
    """Schools and organisations have no privilege here at all."""
    t, min_person = "moeter_moeteperson", "person_id IN (SELECT id FROM nir_person)"
    return (
        _rettigheter(t, "SELECT, INSERT, UPDATE (tatt_ut)")
        + _for(INNKALLERE, t, "ser", for_="SELECT", bruk=f"{SYNLIG} AND {min_person}")
        + _for(INNKALLERE, t, "eier_skriver", for_="INSERT", sjekk=f"{EGET_MOETE} AND {min_person}")
        + _for(INNKALLERE, t, "eier_tar_ut", for_="UPDATE", bruk=EGET_MOETE, sjekk=EGET_MOETE)
        + skjul_skjermede(t)
    )


def _rettelse() -> str:
    t = "moeter_referatrettelse"
    return (
        _rettigheter(t, "SELECT, INSERT", "SELECT", motor="SELECT")
        + _for(ALLE, t, "ser", for_="SELECT", bruk=SYNLIG)
        + _for(INNKALLERE, t, "eier_retter", for_="INSERT", sjekk=f"{EGET_MOETE} AND av_id = {BRUKER}")
    )


def _punkt() -> str:
    t, mitt = "moeter_moetepunkt", f"eier_virksomhet_id = {VIRKSOMHET}"
    avslutt = "SELECT, UPDATE (tilstand, grunn, avsluttet, avsluttet_av_id, versjon, endret, endret_av_id)"
    plass = "id IN (SELECT punkt_id FROM moeter_punktplass)"
    return (
        _rettigheter(t, "SELECT, INSERT, UPDATE", avslutt)
        + _for(ALLE, t, "ser", for_="SELECT", bruk=SYNLIG)
        + _for(ALLE, t, "ser_viderefoert", for_="SELECT", bruk=plass)
        + _for(INNKALLERE, t, "eier_skriver", for_="INSERT", sjekk=EGET_MOETE)
        + _for(INNKALLERE, t, "eier_endrer", for_="UPDATE", bruk=EGET_MOETE, sjekk=EGET_MOETE)
        + _for(ALLE, t, "ansvarlig_avslutter", for_="UPDATE", bruk=mitt, sjekk=mitt)
    )


def _plass() -> str:
    t = "moeter_punktplass"
    return (
        _rettigheter(t, "SELECT, INSERT", "SELECT")
        + _for(ALLE, t, "ser", for_="SELECT", bruk=SYNLIG)
        + _for(INNKALLERE, t, "eier_skriver", for_="INSERT", sjekk=EGET_MOETE)
    )


def _vedlegg() -> str:
    t, eget = "moeter_moetevedlegg", f"virksomhet_id = {VIRKSOMHET} AND {SYNLIG}"
    skriv = "SELECT, INSERT, DELETE"
    return (
        _rettigheter(t, skriv, skriv, motor="SELECT")
        + _for(ALLE, t, "ser", for_="SELECT", bruk=SYNLIG)
        + _for(ALLE, t, "legger_ved", for_="INSERT", sjekk=eget)
        + _for(ALLE, t, "sletter", for_="DELETE", bruk=eget)
        + vis_med_forelder(t, ALLE)
    )


def _faste() -> str:
    """A slot is the owner's alone; those invited see the meetings it makes."""
    nytt, min_tid = f"{MIN} AND opprettet_av_id = {BRUKER}", "fast_tid_id IN (SELECT id FROM moeter_fasttid)"
    tid = (
        _rettigheter("moeter_fasttid", "SELECT, INSERT, UPDATE")
        + _for(INNKALLERE, "moeter_fasttid", "eier_ser", for_="SELECT", bruk=MIN)
        + _for(INNKALLERE, "moeter_fasttid", "eier_lager", for_="INSERT", sjekk=nytt)
        + _for(INNKALLERE, "moeter_fasttid", "eier_endrer", for_="UPDATE", bruk=MIN, sjekk=MIN)
    )
    return tid + "".join(
        _rettigheter(t, "SELECT, INSERT, DELETE")
        + _for(INNKALLERE, t, "eier", for_="ALL", bruk=min_tid, sjekk=min_tid)
        for t in ("moeter_fastdeltaker", "moeter_fastunntak")
    )


def _abonnement() -> str:
    t, mitt = "moeter_kalenderabonnement", f"bruker_id = {BRUKER} AND virksomhet_id = {VIRKSOMHET}"
    skriv = "SELECT, INSERT, UPDATE (tilbakekalt)"
    return _rettigheter(t, skriv, skriv, motor="SELECT, UPDATE") + _for(
        ALLE, t, "eget", for_="ALL", bruk=mitt, sjekk=mitt
    )


class Migration(migrations.Migration):
    dependencies = [
        ("moeter", "0001_initial"),
        ("nir", "0002_vern"),
        ("vedlegg", "0002_vern"),
        ("tilgang", "0002_vern_og_virksomheter"),
    ]
    operations = [
        migrations.RunSQL(les_sql("integrering.utveksling.moeter", "funksjoner"), migrations.RunSQL.noop),
        migrations.RunSQL(
            _moete() + _deltaker() + _kommune() + _person() + _rettelse() + _punkt() + _plass() + _faste()
            + _vedlegg() + _abonnement(),
            migrations.RunSQL.noop,
        ),
    ]  # fmt: skip
