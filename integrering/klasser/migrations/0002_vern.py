"""Who sees and changes classes: row-level security, two clocks, codes of their lists."""

from django.db import migrations

from integrering.grunnmur.kodelister import vokt_kode
from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel, skjul_skjermede
from integrering.grunnmur.toklokker import toklokker_operasjoner

SKRIVER = ("app_fylke", "app_enhet")
MIN = f"virksomhet_id = {VIRKSOMHET}"
MIN_KLASSE = f"klasse_id IN (SELECT id FROM klasser_klasse WHERE {MIN})"
SYNLIG_PERSON = "person_id IN (SELECT id FROM nir_person)"


def _felles(tabell: str, rettigheter: str, kommunen_ser: str, fylket_ser: str = "true") -> str:
    """The county reads all; a municipality its own; jobs read."""
    return (
        beskytt(tabell, dict.fromkeys(SKRIVER, rettigheter) | {"app_motor": "SELECT"})
        + regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk=fylket_ser)
        + regel(tabell, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=kommunen_ser)
        + regel(tabell, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    )


def _skriver(tabell: str, navn: str, **hva: str) -> str:
    return "".join(regel(tabell, f"{navn}_{rolle}", rolle=rolle, **hva) for rolle in SKRIVER)


def _klasse() -> str:
    t, h = "klasser_klasse", "klasser_klassehendelse"
    return (
        _felles(t, "SELECT, INSERT, UPDATE", MIN)
        + _skriver(t, "lager", for_="INSERT", sjekk=f"{MIN} AND endret_av_id = {BRUKER}")
        + _skriver(t, "endrer", for_="UPDATE", bruk=MIN, sjekk=f"{MIN} AND endret_av_id = {BRUKER}")
        + _felles(h, "SELECT, INSERT", MIN)
        + _skriver(h, "skriver", for_="INSERT", sjekk=MIN)
    )


def _medlemskap() -> str:
    """Who has moved away is no longer seen by the class, as in all registers of persons."""
    t = "klasser_medlemskap"
    eget = f"{MIN} AND registrert_av_id = {BRUKER} AND {MIN_KLASSE} AND {SYNLIG_PERSON}"
    return (
        _felles(t, "SELECT, INSERT, UPDATE (erstattet)", f"{MIN} AND {SYNLIG_PERSON}")
        + _skriver(t, "legger_til", for_="INSERT", sjekk=eget)
        + _skriver(t, "erstatter", for_="UPDATE", bruk=MIN, sjekk=MIN)
        + skjul_skjermede(t)
    )


def _laas() -> str:
    t = "klasser_maanedslaas"
    return _felles(t, "SELECT, INSERT", MIN_KLASSE) + _skriver(
        t, "laaser", for_="INSERT", sjekk=f"{MIN_KLASSE} AND av_id = {BRUKER}"
    )


def _fellesregistrering() -> str:
    t = "klasser_fellesregistrering"
    return _felles(t, "SELECT, INSERT", MIN, MIN) + _skriver(
        t, "skriver", for_="INSERT", sjekk=f"{MIN} AND av_id = {BRUKER}"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("klasser", "0001_initial"),
        ("nir", "0021_registreringer_vern"),
        ("grunnmur", "0003_kodelister"),
    ]
    operations = [
        *toklokker_operasjoner("klasser_medlemskap"),
        migrations.RunSQL(
            _klasse() + _medlemskap() + _laas() + _fellesregistrering(), migrations.RunSQL.noop
        ),
        migrations.RunSQL(vokt_kode("klasser_klasse", "nivaa", "klassenivaa"), migrations.RunSQL.noop),
    ]
