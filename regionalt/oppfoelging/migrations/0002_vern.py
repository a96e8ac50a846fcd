"""The county keeps the log and answers; a municipality reads what is with it, asks, and says what is done."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel
from integrering.utveksling.vedlegg.vern import vis_med_forelder

_SKREVET = f"endret_av_id = {BRUKER}"
_SER_KONTAKT = "kontakt_id IN (SELECT id FROM oppfoelging_kontakt)"
_SER_FORESPOERSEL = "forespoersel_id IN (SELECT id FROM oppfoelging_forespoersel)"
_SKRIV = "SELECT, INSERT, UPDATE"


def _motor_og_fylke_ser(tabell: str) -> str:
    return regel(tabell, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true") + regel(
        tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true"
    )


def _fylke_skriver(tabell: str) -> str:
    return regel(tabell, "fylke_skriver", rolle="app_fylke", for_="INSERT", sjekk=_SKREVET) + regel(
        tabell, "fylke_endrer", rolle="app_fylke", for_="UPDATE", bruk="true", sjekk=_SKREVET
    )


def _kontakt() -> str:
    t, k = "oppfoelging_kontakt", "oppfoelging_kontaktkommune"
    mine = f"id IN (SELECT kontakt_id FROM {k} WHERE kommune_id = {VIRKSOMHET})"
    return (
        beskytt(t, {"app_fylke": _SKRIV, "app_enhet": "SELECT", "app_motor": "SELECT"})
        + _motor_og_fylke_ser(t)
        + _fylke_skriver(t)
        + regel(t, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=mine)
        + beskytt(k, {"app_fylke": "SELECT, INSERT, DELETE", "app_enhet": "SELECT", "app_motor": "SELECT"})
        + _motor_og_fylke_ser(k)
        + regel(k, "fylke_skriver", rolle="app_fylke", for_="INSERT", sjekk="true")
        # which municipalities it was with, may have been written wrong; the contact itself stays
        + regel(k, "fylke_retter", rolle="app_fylke", for_="DELETE", bruk="true")
        + regel(k, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=f"kommune_id = {VIRKSOMHET}")
    )


def _punkt() -> str:
    t = "oppfoelging_kontaktpunkt"
    mitt = f"eier_virksomhet_id = {VIRKSOMHET}"
    fylkets = "eier_virksomhet_id IN (SELECT id FROM tilgang_virksomhet WHERE type = 'fylkeskommune')"
    avslutte = "UPDATE (tilstand, grunn, avsluttet, avsluttet_av_id, versjon, endret, endret_av_id)"
    return (
        beskytt(t, {"app_fylke": _SKRIV, "app_enhet": f"SELECT, {avslutte}", "app_motor": "SELECT"})
        + _motor_og_fylke_ser(t)
        + _fylke_skriver(t)
        # what another municipality has promised is theirs
        + regel(
            t, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=f"{_SER_KONTAKT} AND ({mitt} OR {fylkets})"
        )
        + regel(
            t, "enhet_avslutter", rolle="app_enhet", for_="UPDATE", bruk=mitt, sjekk=f"{mitt} AND {_SKREVET}"
        )
    )


def _forespoersel() -> str:
    t, v = "oppfoelging_forespoersel", "oppfoelging_forespoerselvedlegg"
    min_ = f"kommune_id = {VIRKSOMHET}"
    ny = f"{min_} AND {_SKREVET} AND skrevet_av_id = {BRUKER} AND kanal = 'her' AND tilstand = 'mottatt'"
    trekke = "UPDATE (tilstand, versjon, endret, endret_av_id)"
    egne = f"virksomhet_id = {VIRKSOMHET} AND {_SER_FORESPOERSEL}"
    return (
        beskytt(
            t, {"app_fylke": _SKRIV, "app_enhet": f"SELECT, INSERT, {trekke}", "app_motor": "SELECT"}
        )
        + _motor_og_fylke_ser(t)
        + _fylke_skriver(t)
        + regel(t, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=min_)
        + regel(t, "enhet_spoer", rolle="app_enhet", for_="INSERT", sjekk=ny)
        + regel(
            t, "enhet_trekker", rolle="app_enhet", for_="UPDATE", bruk=min_,
            sjekk=f"{min_} AND {_SKREVET} AND tilstand = 'trukket'",
        )
        + beskytt(
            v,
            {"app_fylke": "SELECT, INSERT", "app_enhet": "SELECT, INSERT", "app_motor": "SELECT"},
        )
        + regel(v, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
        + "".join(
            regel(v, f"{rolle[4:]}_ser", rolle=rolle, for_="SELECT", bruk=_SER_FORESPOERSEL)
            + regel(v, f"{rolle[4:]}_legger_ved", rolle=rolle, for_="INSERT", sjekk=egne)
            for rolle in ("app_fylke", "app_enhet")
        )
        + vis_med_forelder(v, ("app_fylke", "app_enhet"))
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("oppfoelging", "0001_initial"),
        ("regionalt", "0002_vern"),
        ("vedlegg", "0003_eldre_versjoner"),
    ]
    operations = [migrations.RunSQL(_kontakt() + _punkt() + _forespoersel(), migrations.RunSQL.noop)]
