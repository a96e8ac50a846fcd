"""Who sees and changes what.

The queue is the county's. A note and a referral are read by the counsellors of the person's centre
(`app_karriere`), by the county's case workers (`app_saksbehandler`) and by the municipality's refugee service: never
by the rest of the county, by adult education or by jobs. A finished note never changes.
"""

from django.db import migrations

from integrering.grunnmur.kodelister import vokt_kode
from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel, skjul_skjermede
from integrering.grunnmur.sql import les_sql
from integrering.utveksling.vedlegg.vern import vis_med_forelder
from regionalt.vernregler import fylkets_tabell

_I_DAG = "(now() AT TIME ZONE 'Europe/Oslo')::date"
_MINE_SENTRE = (
    f"(SELECT v.senter_id FROM karriere_senterveileder v WHERE v.bruker_id = {BRUKER}"
    f" AND v.fra <= {_I_DAG} AND (v.til IS NULL OR v.til >= {_I_DAG}))"
)
_MIN_SAK = f"(SELECT s.id FROM karriere_sak s WHERE s.senter_id IN {_MINE_SENTRE})"
_SYNLIG_SAK = "sak_id IN (SELECT id FROM karriere_sak)"
_MIN = f"kommune_id = {VIRKSOMHET}"
_EGET = f"endret_av_id = {BRUKER}"
_VEILEDERE = ("app_saksbehandler", "app_karriere")


def _hos_veilederne(tabell: str, for_: str, *, sak: str = "sak_id", sjekk: str = "true") -> str:
    """Rows of cases: a case worker reaches all, a counsellor those of the own centres."""
    ser = {"app_saksbehandler": _SYNLIG_SAK.replace("sak_id", sak), "app_karriere": f"{sak} IN {_MIN_SAK}"}
    ut = ""
    for rolle, hvilke in ser.items():
        skriver = f"{hvilke} AND {sjekk}"
        ut += regel(
            tabell,
            f"{rolle[4:]}_{for_.lower()}",
            rolle=rolle,
            for_=for_,
            bruk="" if for_ == "INSERT" else hvilke,
            sjekk="" if for_ in ("SELECT", "DELETE") else skriver,
        )
    return ut


def _sak() -> str:
    t, endrer = "karriere_sak", "SELECT, UPDATE"
    mine = f"senter_id IS NULL OR senter_id IN {_MINE_SENTRE}"
    return (
        beskytt(
            t,
            {"app_fylke": "SELECT", "app_enhet": "SELECT", "app_motor": "SELECT, INSERT, UPDATE"}
            | dict.fromkeys(_VEILEDERE, endrer),
        )
        + regel(t, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(
            t, "saksbehandler_endrer", rolle="app_saksbehandler", for_="UPDATE", bruk="true", sjekk="true"
        )
        + regel(t, "karriere_endrer", rolle="app_karriere", for_="UPDATE", bruk=mine, sjekk=mine)
        + regel(
            t, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk="person_id IN (SELECT id FROM nir_person)"
        )
        + regel(t, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")
        + skjul_skjermede(t)
    )


def _sakshendelse() -> str:
    t, eget = "karriere_sakshendelse", f"av_id = {BRUKER} AND {_SYNLIG_SAK}"
    skriv = "SELECT, INSERT"
    ut = beskytt(t, {"app_fylke": skriv, "app_enhet": skriv, "app_motor": skriv})
    for rolle in ("fylke", "enhet"):
        ut += regel(t, f"{rolle}_ser", rolle=f"app_{rolle}", for_="SELECT", bruk=_SYNLIG_SAK)
        ut += regel(t, f"{rolle}_skriver", rolle=f"app_{rolle}", for_="INSERT", sjekk=eget)
    return ut + regel(t, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")


def _sentre() -> str:
    alle = {"app_enhet": "true"}
    slett = "SELECT, INSERT, UPDATE, DELETE"
    return (
        fylkets_tabell("karriere_senter", lesere=alle)
        + fylkets_tabell("karriere_senterkommune", lesere=alle, skriver="true", rettigheter=slett)
        + fylkets_tabell(
            "karriere_senterveileder",
            lesere={},
            skriver=f"lagt_til_av_id = {BRUKER}",
            rettigheter="SELECT, INSERT, UPDATE (til)",
        )
        + fylkets_tabell("karriere_senteruke", lesere={}, skriver=_EGET, rettigheter=slett)
        + fylkets_tabell("karriere_kvalitetssvar", lesere={})
    )


def _henvisning() -> str:
    """The municipality that has the person writes it; whoever gets the person reads it, and writes on."""
    t, nei = "karriere_henvisning", {"rolle": "app_opplaering", "streng": True}
    skriver = f"{_EGET} AND {_MIN} AND {_SYNLIG_SAK}"
    ut = beskytt(t, {"app_enhet": "SELECT, INSERT, UPDATE"} | dict.fromkeys(_VEILEDERE, "SELECT"))
    ut += _hos_veilederne(t, "SELECT")
    ut += regel(t, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=_SYNLIG_SAK)
    ut += regel(t, "enhet_skriver", rolle="app_enhet", for_="INSERT", sjekk=skriver)
    ut += regel(t, "enhet_endrer", rolle="app_enhet", for_="UPDATE", bruk=_SYNLIG_SAK, sjekk=skriver)
    ut += regel(t, "opplaering_ser", for_="SELECT", bruk="false", **nei)
    v = "karriere_henvisningsvedlegg"
    synlig = "henvisning_id IN (SELECT id FROM karriere_henvisning)"
    # taken off again as the jobs' role, as all links to files are: no user's role deletes what is about a person
    ut += beskytt(
        v,
        {"app_enhet": "SELECT, INSERT", "app_motor": "SELECT, DELETE"} | dict.fromkeys(_VEILEDERE, "SELECT"),
    )
    ut += regel(v, "motor_alt", rolle="app_motor", for_="ALL", bruk="true")
    for rolle in ("app_enhet", *_VEILEDERE):
        ut += regel(v, f"{rolle[4:]}_ser", rolle=rolle, for_="SELECT", bruk=synlig)
    ut += regel(
        v,
        "enhet_skriver",
        rolle="app_enhet",
        for_="INSERT",
        sjekk=f"virksomhet_id = {VIRKSOMHET} AND {synlig}",
    )
    return ut + vis_med_forelder(v, ("app_enhet", *_VEILEDERE))


def _samtaler() -> str:
    """A session has no person in it; who takes part stands in `deltakelse`."""
    t, d = "karriere_samtale", "karriere_deltakelse"
    mitt = f"{_EGET} AND senter_id IN {_MINE_SENTRE}"
    med = f"id IN (SELECT samtale_id FROM {d})"
    skriv = "SELECT, INSERT, UPDATE"
    ut = beskytt(
        t,
        {"app_fylke": "SELECT", "app_enhet": "SELECT", "app_motor": "SELECT"}
        | dict.fromkeys(_VEILEDERE, skriv),
    )
    ut += regel(t, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
    ut += regel(t, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=med)
    ut += regel(t, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    for rolle, sjekk in (("app_saksbehandler", _EGET), ("app_karriere", mitt)):
        ut += regel(t, f"{rolle[4:]}_skriver", rolle=rolle, for_="INSERT", sjekk=sjekk)
        ut += regel(t, f"{rolle[4:]}_endrer", rolle=rolle, for_="UPDATE", bruk="true", sjekk=sjekk)
    ut += beskytt(
        d,
        {"app_fylke": "SELECT", "app_enhet": "SELECT", "app_motor": "SELECT"}
        | dict.fromkeys(_VEILEDERE, skriv),
    )
    for rolle in ("fylke", "enhet"):
        ut += regel(d, f"{rolle}_ser", rolle=f"app_{rolle}", for_="SELECT", bruk=_SYNLIG_SAK)
    ut += regel(d, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    return ut + _hos_veilederne(d, "INSERT") + _hos_veilederne(d, "UPDATE")


def _opplegg() -> str:
    """The county keeps what is agreed; a municipality proposes times, and takes back what waits."""
    t, f = "karriere_opplegg", "karriere_oppleggsforslag"
    skriv = "SELECT, INSERT, UPDATE"
    venter = f"{_MIN} AND status = 'venter' AND besvart IS NULL AND {_EGET}"
    ut = beskytt(
        t,
        {"app_fylke": "SELECT", "app_enhet": "SELECT", "app_motor": "SELECT"}
        | dict.fromkeys(_VEILEDERE, skriv),
    ) + beskytt(
        f,
        {"app_fylke": "SELECT", "app_enhet": f"{skriv}, DELETE", "app_motor": "SELECT"}
        | dict.fromkeys(_VEILEDERE, "SELECT, UPDATE"),
    )
    for tabell in (t, f):
        ut += regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        ut += regel(tabell, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=_MIN)
        ut += regel(tabell, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
        for rolle in _VEILEDERE:
            ut += regel(tabell, f"{rolle[4:]}_endrer", rolle=rolle, for_="UPDATE", bruk="true", sjekk=_EGET)
    for rolle in _VEILEDERE:
        ut += regel(t, f"{rolle[4:]}_skriver", rolle=rolle, for_="INSERT", sjekk=_EGET)
    mitt = f"{_MIN} AND status = 'venter'"
    ut += regel(f, "enhet_foreslaar", rolle="app_enhet", for_="INSERT", sjekk=venter)
    ut += regel(f, "enhet_endrer", rolle="app_enhet", for_="UPDATE", bruk=mitt, sjekk=venter)
    return ut + regel(f, "enhet_trekker", rolle="app_enhet", for_="DELETE", bruk=mitt)


def _notater() -> str:
    """Drafts are the counsellors'; a finished note is the municipality's too, once it is handed over."""
    u, n = "karriere_notatutkast", "karriere_notat"
    ut = beskytt(u, dict.fromkeys(_VEILEDERE, "SELECT, INSERT, UPDATE, DELETE"))
    for for_ in ("SELECT", "INSERT", "UPDATE", "DELETE"):
        ut += _hos_veilederne(u, for_, sjekk=_EGET)
    overlevering = "UPDATE (overlevert, overlevert_av_id, overlevert_til_id, registrert_imdinett)"
    ut += beskytt(n, {"app_enhet": "SELECT"} | dict.fromkeys(_VEILEDERE, f"SELECT, INSERT, {overlevering}"))
    ut += _hos_veilederne(n, "SELECT") + _hos_veilederne(n, "UPDATE")
    ut += _hos_veilederne(n, "INSERT", sjekk=f"av_id = {BRUKER}")
    ut += regel(
        n, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=f"overlevert IS NOT NULL AND {_SYNLIG_SAK}"
    )
    ut += regel(n, "opplaering_ser", rolle="app_opplaering", for_="SELECT", bruk="false", streng=True)
    return ut + _lest_og_brukt() + les_sql("karriere", "notat")


def _lest_og_brukt() -> str:
    synlig = "notat_id IN (SELECT id FROM karriere_notat)"
    lest = f"{synlig} AND bruker_id = {BRUKER} AND virksomhet_id = {VIRKSOMHET}"
    svart = f"{synlig} AND av_id = {BRUKER}"
    lesere = ("app_enhet", *_VEILEDERE)
    ut = beskytt("karriere_notatlesning", dict.fromkeys(lesere, "SELECT, INSERT"))
    ut += beskytt("karriere_notatsvar", dict.fromkeys(_VEILEDERE, "SELECT") | {"app_enhet": "SELECT, INSERT"})
    for rolle in lesere:
        for tabell in ("karriere_notatlesning", "karriere_notatsvar"):
            ut += regel(tabell, f"{rolle[4:]}_ser", rolle=rolle, for_="SELECT", bruk=synlig)
        ut += regel("karriere_notatlesning", f"{rolle[4:]}_leser", rolle=rolle, for_="INSERT", sjekk=lest)
    return ut + regel("karriere_notatsvar", "enhet_svarer", rolle="app_enhet", for_="INSERT", sjekk=svart)


class Migration(migrations.Migration):
    dependencies = [
        ("karriere", "0001_initial"),
        ("nir", "0031_norsk_slutt"),
        ("tilgang", "0013_karriereveileder"),
        ("vedlegg", "0003_eldre_versjoner"),
    ]
    operations = [
        migrations.RunSQL(
            _sak() + _sakshendelse() + _sentre() + _henvisning() + _samtaler() + _opplegg() + _notater(),
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            vokt_kode("karriere_sak", "paa_vent_grunn", "karriereventegrunn")
            + vokt_kode("karriere_samtale", "ikke_tolk_grunn", "karriereikketolk")
            + vokt_kode("karriere_kvalitetssvar", "punkt", "karrierekvalitet"),
            migrations.RunSQL.noop,
        ),
    ]
