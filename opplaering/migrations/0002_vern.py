"""Who sees and changes what: row-level security, two clocks, codes of their lists.

The county sees all and writes in its own name. A school sees and writes what is its own, about its own
pupils. A municipality reads what concerns its persons. Jobs read.
"""

from django.db import migrations

from integrering.grunnmur.kodelister import vokt_kode
from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel, skjul_skjermede
from integrering.grunnmur.toklokker import toklokker_operasjoner

FAKTA = ("skolegang", "maanedsfravaer", "resultat", "realkompetanse", "samarbeidskontakt", "avtale")
SYNLIG_PERSON = "person_id IN (SELECT id FROM nir_person)"
MIN_ELEV = "person_id IN (SELECT opplaering_elever())"
MIN_SKOLE = f"skole_id = {VIRKSOMHET}"
MIN_KLASSE = f"klasse_id IN (SELECT id FROM opplaering_skoleklasse WHERE {MIN_SKOLE})"
EGET = f"virksomhet_id = {VIRKSOMHET} AND registrert_av_id = {BRUKER}"
SKRIV = "SELECT, INSERT, UPDATE (erstattet)"

# A school's pupils, as the policies know them: those there now, and those who left in the last year.
# Runs as the owner: the policies of the persons and of the facts would else ask one another in a ring.
_ELEVER = """
CREATE FUNCTION opplaering_elever() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
        SELECT person_id FROM opplaering_skolegang
        WHERE skole_id = NULLIF(current_setting('app.virksomhet', true), '')::int
          AND erstattet IS NULL AND NOT annullert AND (til IS NULL OR til > CURRENT_DATE - 365)
    $$;
REVOKE ALL ON FUNCTION opplaering_elever() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION opplaering_elever() TO app_skole;
"""
# What a school sees of a pupil: who it is, and the day the permit was granted (the age then decides who is
# responsible, § 26); not which permit, or what the municipality has registered.
_ELEVKOLONNER = (
    "id, noekkel, duf, kommune_id, fornavn, etternavn, foedselsdato, tillatelse_dato, skjermet, sortering"
)
_PERSON = f"GRANT SELECT ({_ELEVKOLONNER}) ON nir_person TO app_skole;" + regel(
    "nir_person", "skole_ser", rolle="app_skole", for_="SELECT", bruk="id IN (SELECT opplaering_elever())"
)


def _fylke(tabell: str, sjekk: str, *, endrer: str = "") -> str:
    ut = regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
    ut += regel(tabell, "fylke_registrerer", rolle="app_fylke", for_="INSERT", sjekk=sjekk)
    if endrer:
        ut += regel(tabell, "fylke_endrer", rolle="app_fylke", for_="UPDATE", bruk="true", sjekk=endrer)
    return ut


def _skole(tabell: str, ser: str, sjekk: str, *, endrer: str = "") -> str:
    ut = regel(tabell, "skole_ser", rolle="app_skole", for_="SELECT", bruk=ser)
    if sjekk:
        ut += regel(tabell, "skole_registrerer", rolle="app_skole", for_="INSERT", sjekk=sjekk)
    if endrer:
        ut += regel(tabell, "skole_endrer", rolle="app_skole", for_="UPDATE", bruk=endrer, sjekk=endrer)
    return ut


def _enhet_og_motor(tabell: str, enhet: str) -> str:
    return regel(tabell, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=enhet) + regel(
        tabell, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true"
    )


def _fakta(navn: str, skole: str) -> str:
    """Facts about a person: `skole` says which a school has."""
    tabell = f"opplaering_{navn}"
    les = {"app_enhet": "SELECT", "app_motor": "SELECT"}
    return (
        beskytt(tabell, {"app_fylke": SKRIV, "app_skole": SKRIV} | les)
        + _fylke(tabell, EGET, endrer="true")
        + _skole(tabell, skole, f"{EGET} AND {skole} AND {MIN_ELEV}", endrer=skole)
        + _enhet_og_motor(tabell, SYNLIG_PERSON)
        + skjul_skjermede(tabell)
    )


def _samarbeid(navn: str) -> str:
    """Follow-up: all three parties read and write, each about those it has."""
    tabell = f"opplaering_{navn}"
    ut = beskytt(
        tabell, {"app_fylke": SKRIV, "app_skole": SKRIV, "app_enhet": SKRIV, "app_motor": "SELECT"}
    ) + _fylke(tabell, EGET, endrer="true")
    ut += _skole(tabell, MIN_ELEV, f"{EGET} AND {MIN_ELEV}", endrer=MIN_ELEV)
    ut += _enhet_og_motor(tabell, SYNLIG_PERSON)
    ut += regel(
        tabell, "enhet_registrerer", rolle="app_enhet", for_="INSERT", sjekk=f"{EGET} AND {SYNLIG_PERSON}"
    )
    ut += regel(
        tabell, "enhet_endrer", rolle="app_enhet", for_="UPDATE", bruk=SYNLIG_PERSON, sjekk=SYNLIG_PERSON
    )
    return ut + skjul_skjermede(tabell)


def _skolens(tabell: str, rettigheter: str, *, skolen_skriver: bool) -> str:
    """What a school offers, and its classes: the county keeps them, and the school its own classes."""
    skriv = f"endret_av_id = {BRUKER}"
    skole = f"{MIN_SKOLE} AND {skriv}" if skolen_skriver else ""
    ut = beskytt(
        tabell,
        {"app_fylke": rettigheter, "app_skole": rettigheter if skolen_skriver else "SELECT"}
        | {"app_enhet": "SELECT", "app_motor": "SELECT"},
    ) + _fylke(tabell, skriv, endrer=skriv)
    return (
        ut
        + _skole(tabell, MIN_SKOLE, skole, endrer=skole)
        + regel(tabell, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk="true")
        + regel(tabell, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    )


def _hendelser(tabell: str, *, skolen_skriver: bool) -> str:
    """The event history: read by the county, written by triggers of those who change."""
    ut = beskytt(
        tabell, {"app_fylke": "SELECT, INSERT"} | ({"app_skole": "INSERT"} if skolen_skriver else {})
    ) + _fylke(tabell, "true")
    if skolen_skriver:
        ut += regel(tabell, "skole_skriver", rolle="app_skole", for_="INSERT", sjekk=MIN_SKOLE)
    return ut


def _for_klassen(tabell: str, *, skolen_skriver: bool) -> str:
    """Rows written once about a class: decisions on main responsibility, locks."""
    ut = beskytt(
        tabell,
        {"app_fylke": "SELECT, INSERT", "app_skole": "SELECT, INSERT" if skolen_skriver else "SELECT"}
        | {"app_enhet": "SELECT", "app_motor": "SELECT"},
    ) + _fylke(tabell, f"av_id = {BRUKER}")
    return (
        ut
        + _skole(tabell, MIN_KLASSE, f"{MIN_KLASSE} AND av_id = {BRUKER}" if skolen_skriver else "")
        + regel(tabell, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk="true")
        + regel(tabell, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    )


def _kommunemelding() -> str:
    """What was told never changes; the municipality it was told to adds that it is taken over."""
    t = "opplaering_kommunemelding"
    min_ = f"kommune_id = {VIRKSOMHET}"
    tatt = f"{min_} AND tatt_inn_av_id = {BRUKER}"
    return (
        beskytt(
            t,
            {"app_fylke": "SELECT, INSERT", "app_skole": "SELECT", "app_motor": "SELECT"}
            # an organisation reads its messages, and asks of each whether it is one of these: it sees none
            | {
                "app_enhet": "SELECT, UPDATE (tatt_inn, tatt_inn_av_id, tatt_inn_som)",
                "app_frivillig": "SELECT",
            },
        )
        + _fylke(t, f"av_id = {BRUKER}")
        + _skole(t, f"{MIN_SKOLE} AND {MIN_ELEV}", "")
        + _enhet_og_motor(t, min_)
        + regel(
            t,
            "enhet_tar_inn",
            rolle="app_enhet",
            for_="UPDATE",
            bruk=f"{min_} AND tatt_inn IS NULL",
            sjekk=tatt,
        )
        + skjul_skjermede(t)
    )


def _soeknad() -> str:
    """Applications are the county's; a municipality reads those of its persons: the plan needs them (§ 15)."""
    t = "opplaering_soeknad"
    skriv = f"endret_av_id = {BRUKER}"
    min_ = "soeknad_id IN (SELECT id FROM opplaering_soeknad)"
    p = "opplaering_prioritet"
    return (
        beskytt(t, {"app_fylke": "SELECT, INSERT, UPDATE", "app_enhet": "SELECT", "app_motor": "SELECT"})
        + _fylke(t, skriv, endrer=skriv)
        + _enhet_og_motor(t, SYNLIG_PERSON)
        + skjul_skjermede(t)
        + beskytt("opplaering_soeknadhendelse", {"app_fylke": "SELECT, INSERT", "app_motor": "SELECT"})
        + _fylke("opplaering_soeknadhendelse", "true")
        + regel("opplaering_soeknadhendelse", "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
        + skjul_skjermede("opplaering_soeknadhendelse")
        + beskytt(
            p, {"app_fylke": "SELECT, INSERT, UPDATE, DELETE", "app_enhet": "SELECT", "app_motor": "SELECT"}
        )
        + regel(p, "fylke_alt", rolle="app_fylke", for_="ALL", bruk=min_, sjekk=min_)
        + _enhet_og_motor(p, min_)
    )


def _skolemelding() -> str:
    """The school writes; the county answers."""
    t = "opplaering_skolemelding"
    svar = "utfall, svar, behandlet, behandlet_av_id"
    return (
        beskytt(
            t,
            {"app_fylke": f"SELECT, UPDATE ({svar})", "app_skole": "SELECT, INSERT", "app_motor": "SELECT"},
        )
        + regel(t, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(
            t,
            "fylke_svarer",
            rolle="app_fylke",
            for_="UPDATE",
            bruk="utfall = 'venter'",
            sjekk=f"behandlet_av_id = {BRUKER}",
        )
        + _skole(t, MIN_SKOLE, f"{MIN_SKOLE} AND av_id = {BRUKER} AND utfall = 'venter'")
        + regel(t, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
        + skjul_skjermede(
            t, "duf NOT IN (SELECT p.duf FROM nir_person p WHERE p.id IN (SELECT nir_skjermede()))"
        )
    )


_VERN = (
    _ELEVER
    + _PERSON
    + _skolens("opplaering_utdanningstilbud", "SELECT, INSERT, UPDATE", skolen_skriver=False)
    + _hendelser("opplaering_utdanningstilbudhendelse", skolen_skriver=False)
    + _skolens("opplaering_skoleklasse", "SELECT, INSERT, UPDATE", skolen_skriver=True)
    + _hendelser("opplaering_skoleklassehendelse", skolen_skriver=True)
    + _for_klassen("opplaering_hovedansvar", skolen_skriver=False)
    + _for_klassen("opplaering_skolemaanedslaas", skolen_skriver=True)
    + _fakta("skolegang", MIN_SKOLE)
    + _fakta("maanedsfravaer", MIN_SKOLE)
    + _fakta("resultat", MIN_SKOLE)
    + _fakta("realkompetanse", "false")
    + _samarbeid("samarbeidskontakt")
    + _samarbeid("avtale")
    + _kommunemelding()
    + _soeknad()
    + _skolemelding()
)
_KODER = (
    ("utdanningstilbud", "program", "utdanningsprogram", ""),
    ("hovedansvar", "ansvar", "hovedansvar", "fra"),
    ("hovedansvar", "grunn", "hovedansvarsgrunn", "fra"),
    ("skolegang", "sluttgrunn", "skolegangslutt", ""),
    ("skolegang", "maalgruppe", "opplaeringsmaalgruppe", ""),
    ("skolegang", "laereplan", "laereplan", ""),
    ("maanedsfravaer", "undervisning", "undervisning", ""),
    ("resultat", "slag", "resultatslag", ""),
    ("resultat", "fag", "resultatfag", ""),
    *(
        ("resultat", del_, "proeveresultat", "")
        for del_ in ("lytte", "lese", "skriftlig", "muntlig", "resultat")
    ),
    ("kommunemelding", "slag", "kommunemelding", ""),
    ("soeknad", "gruppe", "soekergruppe", ""),
    ("soeknad", "rett", "vgorett", ""),
    ("soeknad", "utfall", "opptaksutfall", ""),
    ("soeknad", "klageutfall", "klageutfall", ""),
    ("prioritet", "sluttkompetanse", "sluttkompetanse", ""),
    ("prioritet", "program", "utdanningsprogram", ""),
    ("realkompetanse", "resultat", "realkompetanseresultat", ""),
    ("samarbeidskontakt", "part", "samarbeidspart", ""),
    ("avtale", "ansvar", "samarbeidspart", ""),
)


class Migration(migrations.Migration):
    dependencies = [
        ("opplaering", "0001_initial"),
        ("nir", "0030_flytting_begge_veier"),
        ("grunnmur", "0003_kodelister"),
    ]
    operations = [
        *(op for navn in FAKTA for op in toklokker_operasjoner(f"opplaering_{navn}")),
        migrations.RunSQL(_VERN, migrations.RunSQL.noop),
        migrations.RunSQL(
            "".join(vokt_kode(f"opplaering_{t}", k, liste, dag=dag) for t, k, liste, dag in _KODER),
            migrations.RunSQL.noop,
        ),
    ]
