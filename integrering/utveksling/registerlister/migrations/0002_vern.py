"""Who sees what of a register's list: what a municipality may not see of a person, it does not see here."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel, skjul_skjermede
from integrering.grunnmur.sql import les_sql

ROLLER = ("app_fylke", "app_enhet")
VAART = f"virksomhet_id = {VIRKSOMHET}"
MIN_PERSON = "person_id IN (SELECT id FROM nir_person)"
# One who only stands in the list is seen by those who uploaded it. Where the number is a protected person's,
# only by the one who did: to be told nothing is to be told the same whoever it is.
USKJERMET = (
    "gjelder IS NULL OR gjelder NOT IN (SELECT nir_skjermede())"
    f" OR (person_id IS NULL AND bruker_id = {BRUKER})"
)
MOTOR = "SELECT, INSERT, UPDATE, DELETE"


def _motor(tabell: str) -> str:
    """The jobs see all; adult education, which has the municipality's policies, has no programme to compare."""
    lukket = regel(
        tabell,
        "opplaering_lukket",
        rolle="app_opplaering",
        for_="ALL",
        bruk="false",
        sjekk="false",
        streng=True,
    )
    return lukket + regel(tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")


def _liste() -> str:
    tabell = "registerlister_registerliste"
    sql = beskytt(tabell, {**dict.fromkeys(ROLLER, "SELECT, INSERT, UPDATE"), "app_motor": MOTOR})
    sql += regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
    sql += regel(tabell, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=f"{VAART} OR fylkets")
    for rolle in ROLLER:
        sql += regel(
            tabell,
            f"{rolle}_laster_opp",
            rolle=rolle,
            for_="INSERT",
            sjekk=f"{VAART} AND bruker_id = {BRUKER}",
        )
        sql += regel(tabell, f"{rolle}_endrer", rolle=rolle, for_="UPDATE", bruk=VAART, sjekk=VAART)
    return sql + _motor(tabell)


def _fil() -> str:
    tabell = "registerlister_registerfil"
    vaar = f"liste_id IN (SELECT id FROM registerlister_registerliste WHERE {VAART})"
    sql = beskytt(tabell, {**dict.fromkeys(ROLLER, "SELECT, INSERT, DELETE"), "app_motor": MOTOR})
    for rolle in ROLLER:
        sql += regel(tabell, f"{rolle}_eget", rolle=rolle, for_="ALL", bruk=vaar, sjekk=vaar)
    return sql + _motor(tabell)


def _om_person(tabell: str) -> str:
    sql = beskytt(tabell, {**dict.fromkeys(ROLLER, "SELECT, INSERT, UPDATE"), "app_motor": MOTOR})
    sql += regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
    sql += regel(
        tabell,
        "enhet_ser",
        rolle="app_enhet",
        for_="SELECT",
        bruk=f"{MIN_PERSON} OR (person_id IS NULL AND {VAART})",
    )
    for rolle in ROLLER:
        sql += regel(tabell, f"{rolle}_leser_inn", rolle=rolle, for_="INSERT", sjekk=VAART)
        sql += regel(tabell, f"{rolle}_sammenligner", rolle=rolle, for_="UPDATE", bruk=VAART, sjekk=VAART)
    return sql + _motor(tabell) + skjul_skjermede(tabell, f"({USKJERMET})")


def _rettelse() -> str:
    tabell = "registerlister_rettelse"
    synlig = "EXISTS (SELECT FROM registerlister_feltsammenligning f WHERE f.id = sammenligning_id)"
    i_vaar_liste = f"liste_id IN (SELECT id FROM registerlister_registerliste WHERE {VAART})"
    sql = beskytt(
        tabell, {**dict.fromkeys(ROLLER, "SELECT, INSERT, UPDATE (bekreftet_i_id)"), "app_motor": MOTOR}
    )
    for rolle in ROLLER:
        sql += regel(tabell, f"{rolle}_ser", rolle=rolle, for_="SELECT", bruk=synlig)
        sql += regel(
            tabell,
            f"{rolle}_merker",
            rolle=rolle,
            for_="INSERT",
            sjekk=f"{synlig} AND {VAART} AND (bruker_id = {BRUKER} OR arvet)",
        )
        sql += regel(
            tabell, f"{rolle}_bekrefter", rolle=rolle, for_="UPDATE", bruk=i_vaar_liste, sjekk=i_vaar_liste
        )
    return sql + _motor(tabell)


def _kodekobling() -> str:
    tabell = "registerlister_kodekobling"
    sql = beskytt(tabell, {**dict.fromkeys(ROLLER, "SELECT, INSERT, UPDATE"), "app_motor": MOTOR})
    sql += regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
    sql += regel(
        tabell, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=f"{VAART} OR virksomhet_id IS NULL"
    )
    felles = f"{VAART} OR virksomhet_id IS NULL"
    for rolle in ROLLER:
        sql += regel(tabell, f"{rolle}_moeter", rolle=rolle, for_="INSERT", sjekk=VAART)
    sql += regel(tabell, "fylke_avklarer", rolle="app_fylke", for_="UPDATE", bruk=felles, sjekk=felles)
    sql += regel(tabell, "enhet_avklarer", rolle="app_enhet", for_="UPDATE", bruk=VAART, sjekk=VAART)
    return sql + _motor(tabell)


class Migration(migrations.Migration):
    dependencies = [
        ("registerlister", "0001_initial"),
        ("nir", "0021_registreringer_vern"),
        ("tilgang", "0006_voksenopplaering"),
    ]
    operations = [
        migrations.RunSQL(
            les_sql("integrering.utveksling.registerlister", "funksjoner"), migrations.RunSQL.noop
        ),
        migrations.RunSQL(
            _liste()
            + _fil()
            + _om_person("registerlister_registerrad")
            + _om_person("registerlister_feltsammenligning")
            + _rettelse()
            + _kodekobling(),
            migrations.RunSQL.noop,
        ),
    ]
