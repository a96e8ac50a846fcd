"""A pack is its orderer's; the log of fetches is written once; the threshold is read by all and set by the county."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel

_ROLLER = {"fylke": "app_fylke", "enhet": "app_enhet"}
_MITT = f"bruker_id = {BRUKER} AND virksomhet_id = {VIRKSOMHET}"


def _for_begge(tabell: str, **regler: tuple[str, str]) -> str:
    """Return the policies of both roles: verb → (bruk, sjekk)."""
    return "".join(
        regel(tabell, f"{navn}_{verb.lower()}", rolle=rolle, for_=verb, bruk=bruk, sjekk=sjekk)
        for navn, rolle in _ROLLER.items()
        for verb, (bruk, sjekk) in regler.items()
    )


def _motor(tabell: str) -> str:
    return regel(tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")


def _pakke() -> str:
    tabell, deler = "rapporter_dokumentasjonspakke", "rapporter_pakkedel"
    alt = {"SELECT": (_MITT, ""), "INSERT": ("", _MITT), "DELETE": (_MITT, "")}
    endres = "UPDATE (jobb_id, utvalg, antall, ferdig, stoerrelse, sha256)"
    return (
        beskytt(
            tabell,
            dict.fromkeys(_ROLLER.values(), f"SELECT, INSERT, DELETE, {endres}")
            | {"app_motor": "SELECT, DELETE"},
        )
        + _for_begge(tabell, UPDATE=(_MITT, _MITT), **alt)
        + _motor(tabell)
        # jobs sweep what is out of date, but do not read it
        + beskytt(
            deler,
            dict.fromkeys(_ROLLER.values(), "SELECT, INSERT, DELETE")
            | {"app_motor": "SELECT (id, pakke_id), DELETE"},
        )
        + _for_begge(deler, **alt)
        + _motor(deler)
    )


def _henting() -> str:
    tabell = "rapporter_pakkehenting"
    return (
        beskytt(tabell, dict.fromkeys(_ROLLER.values(), "SELECT, INSERT") | {"app_motor": "SELECT"})
        + _for_begge(tabell, INSERT=("", _MITT))
        # as in the log of look-ups: the county's auditor reads all of it
        + regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(tabell, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=_MITT)
        + regel(tabell, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    )


def _smaatall() -> str:
    tabell, hendelser = "rapporter_smaatall", "rapporter_smaatallhendelse"
    return (
        beskytt(
            tabell, {"app_fylke": "SELECT, UPDATE (grense)", "app_enhet": "SELECT", "app_motor": "SELECT"}
        )
        + regel(tabell, "fylke_alt", rolle="app_fylke", for_="ALL", bruk="true", sjekk="true")
        + regel(tabell, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk="true")
        + _motor(tabell)
        + beskytt(hendelser, {"app_fylke": "SELECT, INSERT", "app_motor": "SELECT"})
        + regel(hendelser, "fylke_alt", rolle="app_fylke", for_="ALL", bruk="true", sjekk="true")
        + regel(hendelser, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    )


class Migration(migrations.Migration):
    dependencies = [("rapporter", "0001_initial")]
    operations = [
        migrations.RunSQL(
            "INSERT INTO rapporter_smaatall (id, grense) VALUES (1, 5)", migrations.RunSQL.noop
        ),
        migrations.RunSQL(_pakke() + _henting() + _smaatall(), migrations.RunSQL.noop),
    ]
