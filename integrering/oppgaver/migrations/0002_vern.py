"""Who sees and changes tasks: row-level security."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel, skjul_skjermede

_BRUKERE = ("app_fylke", "app_enhet", "app_skole", "app_frivillig")
_MIN = f"virksomhet_id = {VIRKSOMHET}"
_UTEN_PERSON = f"{_MIN} AND person_id IS NULL"
_MED_PERSON = f"{_MIN} AND (person_id IS NULL OR person_id IN (SELECT id FROM nir_person))"
_KOMMUNENES = f"{_MIN} OR virksomhet_id IN (SELECT id FROM tilgang_virksomhet WHERE type = 'kommune')"
_SELV = f"endret_av_id = {BRUKER}"


def _motor(tabell: str) -> str:
    return regel(tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")


def _oppgave() -> str:
    """The county reads the municipalities' tasks too; everyone changes only what lies on their own desk."""
    tabell = "oppgaver_oppgave"
    arbeid = (
        "SELECT, UPDATE (ansvarlig_id, vent_til, vent_grunn, vent_merknad, versjon, endret, endret_av_id)"
    )
    ser = {
        "app_fylke": _KOMMUNENES,
        "app_enhet": _MED_PERSON,
        "app_skole": _UTEN_PERSON,
        "app_frivillig": _UTEN_PERSON,
    }
    endrer = ser | {"app_fylke": _MIN}
    ut = beskytt(tabell, dict.fromkeys(_BRUKERE, arbeid) | {"app_motor": "SELECT, INSERT, UPDATE"})
    for rolle in _BRUKERE:
        navn = rolle.removeprefix("app_")
        ut += regel(tabell, f"{navn}_ser", rolle=rolle, for_="SELECT", bruk=ser[rolle])
        ut += regel(
            tabell, f"{navn}_arbeider", rolle=rolle, for_="UPDATE",
            bruk=endrer[rolle], sjekk=f"({endrer[rolle]}) AND {_SELV}",
        )  # fmt: skip
    uskjermet = "person_id IS NULL OR person_id NOT IN (SELECT nir_skjermede())"
    return ut + _motor(tabell) + skjul_skjermede(tabell, uskjermet)


def _hendelse() -> str:
    """Whoever sees the task sees what was done with it; nobody rewrites it."""
    tabell = "oppgaver_oppgavehendelse"
    synlig = "EXISTS (SELECT FROM oppgaver_oppgave o WHERE o.id = oppgave_id)"
    ut = beskytt(tabell, dict.fromkeys((*_BRUKERE, "app_motor"), "SELECT, INSERT"))
    for rolle in _BRUKERE:
        navn = rolle.removeprefix("app_")
        ut += regel(tabell, f"{navn}_ser", rolle=rolle, for_="SELECT", bruk=synlig)
        ut += regel(
            tabell, f"{navn}_skriver", rolle=rolle, for_="INSERT", sjekk=f"{synlig} AND bruker_id = {BRUKER}"
        )
    return ut + _motor(tabell)


def _vikariat() -> str:
    tabell = "oppgaver_vikariat"
    ut = beskytt(
        tabell,
        dict.fromkeys(_BRUKERE, "SELECT, INSERT, UPDATE (avsluttet, versjon, endret, endret_av_id)")
        | {"app_motor": "SELECT"},
    )
    for rolle in _BRUKERE:
        navn = rolle.removeprefix("app_")
        ut += regel(tabell, f"{navn}_ser", rolle=rolle, for_="SELECT", bruk=_MIN)
        ut += regel(tabell, f"{navn}_lager", rolle=rolle, for_="INSERT", sjekk=f"{_MIN} AND {_SELV}")
        ut += regel(
            tabell, f"{navn}_avslutter", rolle=rolle, for_="UPDATE", bruk=_MIN, sjekk=f"{_MIN} AND {_SELV}"
        )
    return ut + regel(tabell, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")


def _innstilling() -> str:
    """Administrators sit at the county; the jobs read."""
    ut = ""
    for tabell, fylke in (
        ("oppgaver_regelinnstilling", "SELECT, UPDATE"),
        ("oppgaver_regelinnstillinghendelse", "SELECT, INSERT"),
    ):
        ut += beskytt(tabell, {"app_fylke": fylke, "app_motor": "SELECT, INSERT"})
        ut += regel(tabell, "fylke_alt", rolle="app_fylke", for_="ALL", bruk="true", sjekk="true") + _motor(
            tabell
        )
    return ut


class Migration(migrations.Migration):
    dependencies = [("oppgaver", "0001_initial"), ("nir", "0002_vern")]
    operations = [
        migrations.RunSQL(_oppgave() + _hendelse() + _vikariat() + _innstilling(), migrations.RunSQL.noop)
    ]
