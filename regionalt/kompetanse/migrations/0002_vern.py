"""The county makes events; a municipality reads those it is invited to, when they are no drafts; jobs read."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel

_A = "kompetanse_arrangement"
_INVITERT = f"EXISTS (SELECT FROM kompetanse_invitert i WHERE i.arrangement_id = {_A}.id)"
_SYNLIG = "EXISTS (SELECT FROM kompetanse_arrangement a WHERE a.id = arrangement_id)"
_ALT = "SELECT, INSERT, UPDATE, DELETE"


def _arrangement() -> str:
    skrevet_av = f"endret_av_id = {BRUKER}"
    return (
        beskytt(_A, {"app_fylke": _ALT, "app_enhet": "SELECT", "app_motor": "SELECT"})
        + regel(_A, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(_A, "fylke_lager", rolle="app_fylke", for_="INSERT", sjekk=skrevet_av)
        + regel(_A, "fylke_endrer", rolle="app_fylke", for_="UPDATE", bruk="true", sjekk=skrevet_av)
        + regel(_A, "fylke_sletter_utkast", rolle="app_fylke", for_="DELETE", bruk="tilstand = 'utkast'")
        # two policies, not one with OR: for all, and for those asked by name
        + regel(
            _A, "enhet_ser_felles", rolle="app_enhet", for_="SELECT",
            bruk="tilstand <> 'utkast' AND alle_kommuner",
        )
        + regel(
            _A, "enhet_ser_invitert", rolle="app_enhet", for_="SELECT",
            bruk=f"tilstand <> 'utkast' AND NOT alle_kommuner AND {_INVITERT}",
        )
        + regel(_A, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    )  # fmt: skip


def _under(tabell: str, enhet_ser: str) -> str:
    return (
        beskytt(tabell, {"app_fylke": _ALT, "app_enhet": "SELECT", "app_motor": "SELECT"})
        + regel(tabell, "fylke_alt", rolle="app_fylke", for_="ALL", bruk="true", sjekk="true")
        + regel(tabell, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=enhet_ser)
        + regel(tabell, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    )


def _vern() -> str:
    return (
        _arrangement()
        + _under("kompetanse_oekt", _SYNLIG)
        + _under("kompetanse_programpost", _SYNLIG)
        # its own rows only: the policy of events reads this one
        + _under("kompetanse_invitert", f"kommune_id = {VIRKSOMHET}")
    )


class Migration(migrations.Migration):
    dependencies = [("kompetanse", "0001_initial"), ("tilgang", "0009_opplaeringskoordinator")]
    operations = [migrations.RunSQL(_vern(), migrations.RunSQL.noop)]
