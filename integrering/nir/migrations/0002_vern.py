"""What the database holds about persons: two clocks, caches, row-level security."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, faktatabell, regel, skjul_skjermede
from integrering.grunnmur.sql import les_sql
from integrering.grunnmur.toklokker import toklokker_operasjoner

FAKTA = ["nir_personopplysning", "nir_bosted", "nir_vedtak", "nir_fulltidvgo", "nir_stans"]


def _person() -> str:
    min = f"kommune_id = {VIRKSOMHET}"
    tabell, skriv = "nir_person", "SELECT, INSERT"
    return (
        beskytt(tabell, {"app_fylke": skriv, "app_enhet": skriv, "app_motor": skriv})
        + regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(tabell, "fylke_oppretter", rolle="app_fylke", for_="INSERT", sjekk="true")
        + regel(tabell, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=min)
        + regel(tabell, "enhet_oppretter", rolle="app_enhet", for_="INSERT", sjekk=min)
        + regel(tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")
        + skjul_skjermede(tabell, "NOT skjermet")
    )


def _flyttesak() -> str:
    tabell, selv = "nir_flyttesak", f"avgjort_av_id = {BRUKER}"
    avgjoer = "SELECT, UPDATE (tilstand, avgjort, avgjort_av_id, grunn)"
    min_person = "person_id IN (SELECT id FROM nir_person)"
    return (
        beskytt(tabell, {"app_fylke": avgjoer, "app_enhet": avgjoer, "app_motor": "SELECT, INSERT"})
        + regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
        + regel(tabell, "fylke_avgjoer", rolle="app_fylke", for_="UPDATE", bruk="true", sjekk=selv)
        + regel(
            tabell, "enhet_ser", rolle="app_enhet", for_="SELECT",
            bruk=f"til_kommune_id = {VIRKSOMHET} OR {min_person}",
        )
        + regel(tabell, "enhet_avgjoer", rolle="app_enhet", for_="UPDATE", bruk=min_person, sjekk=selv)
        + regel(tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")
        + skjul_skjermede(tabell)
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("nir", "0001_initial"),
        ("grunnmur", "0002_toklokker"),
        ("tilgang", "0002_vern_og_virksomheter"),
    ]
    operations = [
        migrations.RunSQL(les_sql("integrering.nir", "funksjoner"), migrations.RunSQL.noop),
        *[operasjon for tabell in FAKTA for operasjon in toklokker_operasjoner(tabell)],
        migrations.RunSQL(
            _person() + "".join(faktatabell(t) for t in FAKTA) + _flyttesak(), migrations.RunSQL.noop
        ),
        migrations.RunSQL(skjul_skjermede("tilgang_innsyn"), migrations.RunSQL.noop),
        migrations.RunSQL(
            "ALTER TABLE tilgang_innsyn ADD CONSTRAINT tilgang_innsyn_person"
            " FOREIGN KEY (person_id) REFERENCES nir_person (id) DEFERRABLE INITIALLY DEFERRED",
            "ALTER TABLE tilgang_innsyn DROP CONSTRAINT tilgang_innsyn_person",
        ),
    ]
