"""What belongs to a user in an organisation is theirs; the log of exports is written once."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel

_ROLLER = {
    "fylke": "app_fylke",
    "enhet": "app_enhet",
    "skole": "app_skole",
    "frivillig": "app_frivillig",
    "forvalter": "app_forvalter",
}
_MITT = f"bruker_id = {BRUKER} AND virksomhet_id = {VIRKSOMHET}"
_VAART = f"virksomhet_id = {VIRKSOMHET} AND (delt OR bruker_id = {BRUKER})"
_ENDRES = "UPDATE (navn, sporring, delt, versjon, endret, endret_av_id)"


def _for_alle(tabell: str, **regler: tuple[str, str]) -> str:
    """Return the policies of every role a user acts in: verb → (bruk, sjekk)."""
    return "".join(
        regel(tabell, f"{navn}_{verb.lower()}", rolle=rolle, for_=verb, bruk=bruk, sjekk=sjekk)
        for navn, rolle in _ROLLER.items()
        for verb, (bruk, sjekk) in regler.items()
    )


def _rettigheter(hva: str, **mer: str) -> dict[str, str]:
    return dict.fromkeys(_ROLLER.values(), hva) | mer


def _filter() -> str:
    tabell = "lister_lagretfilter"
    return beskytt(tabell, _rettigheter(f"SELECT, INSERT, DELETE, {_ENDRES}")) + _for_alle(
        tabell, SELECT=(_VAART, ""), INSERT=("", _MITT), UPDATE=(_MITT, _MITT), DELETE=(_MITT, "")
    )


def _logg() -> str:
    tabell = "lister_eksport"
    andre = {navn: rolle for navn, rolle in _ROLLER.items() if navn != "fylke"}
    return (
        beskytt(tabell, _rettigheter("SELECT, INSERT", app_motor="SELECT"))
        + _for_alle(tabell, INSERT=("", _MITT))
        # as in the log of look-ups: the county's auditor reads all of it
        + regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + "".join(
            regel(tabell, f"{navn}_ser", rolle=rolle, for_="SELECT", bruk=_MITT)
            for navn, rolle in andre.items()
        )
        + regel(tabell, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    )


def _bestilling() -> str:
    tabell, deler = "lister_bestilling", "lister_bestillingsdel"
    alt = {"SELECT": (_MITT, ""), "INSERT": ("", _MITT), "DELETE": (_MITT, "")}
    return (
        beskytt(
            tabell,
            _rettigheter(
                "SELECT, INSERT, DELETE, UPDATE (jobb_id, eksport_id, filnavn)", app_motor="SELECT, DELETE"
            ),
        )
        + _for_alle(tabell, UPDATE=(_MITT, _MITT), **alt)
        + regel(tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")
        # jobs sweep what is out of date, but do not read it
        + beskytt(
            deler,
            _rettigheter("SELECT, INSERT, DELETE", app_motor="SELECT (id, bestilling_id), DELETE"),
        )
        + _for_alle(deler, **alt)
        + regel(deler, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")
    )


class Migration(migrations.Migration):
    dependencies = [("lister", "0001_initial"), ("tilgang", "0002_vern_og_virksomheter")]
    operations = [
        migrations.RunSQL(_filter() + _logg() + _bestilling(), migrations.RunSQL.noop),
    ]
