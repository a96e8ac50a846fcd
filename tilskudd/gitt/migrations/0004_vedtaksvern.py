"""Assessments, decisions, payments, reports and reclaims: who sees and writes them, and that they stand."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, beskytt, regel
from integrering.grunnmur.sql import les_sql
from tilskudd.gitt.vernregler import SYNLIG, under_soeknaden


def _vurdering() -> str:
    t, p = "gitt_vurdering", "gitt_poeng"
    ut = beskytt(t, {"app_fylke": "SELECT, INSERT", "app_motor": "SELECT"})
    ser = f"{SYNLIG.format('')} AND (av_id = {BRUKER} OR NOT habil OR gitt_vurdert(soeknad_id, runde))"
    ut += regel(t, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk=ser)
    ut += regel(t, "fylke_skriver", rolle="app_fylke", for_="INSERT", sjekk=f"av_id = {BRUKER}")
    ut += beskytt(p, {"app_fylke": "SELECT, INSERT", "app_motor": "SELECT"})
    synlig = "EXISTS (SELECT FROM gitt_vurdering v WHERE v.id = vurdering_id{})"
    ut += regel(p, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk=synlig.format(""))
    min_ = synlig.format(f" AND v.av_id = {BRUKER}")
    ut += regel(p, "fylke_skriver", rolle="app_fylke", for_="INSERT", sjekk=min_)
    for tabell in (t, p):
        ut += regel(tabell, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    return ut


def _vern() -> str:
    return (
        _vurdering()
        + under_soeknaden("gitt_vedtak", fylket="SELECT, INSERT")
        + under_soeknaden(
            "gitt_klage", fylket="SELECT, INSERT, UPDATE (oversendt)", soekeren="SELECT, INSERT"
        )
        + under_soeknaden(
            "gitt_utbetaling",
            fylket="SELECT, INSERT, UPDATE (godkjent_av_id, godkjent, forkastet)",
            skriver=f"registrert_av_id = {BRUKER}",
        )
        + under_soeknaden(
            "gitt_rapport",
            fylket="SELECT, UPDATE (godkjent, merknad, kontrollert_av_id, kontrollert)",
            soekeren="SELECT, INSERT",
        )
        + under_soeknaden(
            "gitt_krav",
            fylket="SELECT, INSERT, UPDATE (vedtatt_av_id, vedtatt, brev_id, betalt, betalt_av_id)",
            skriver=f"foreslaatt_av_id = {BRUKER}",
        )
    )


class Migration(migrations.Migration):
    dependencies = [("gitt", "0003_vedtak")]
    operations = [
        migrations.RunSQL(les_sql("tilskudd.gitt", "vedtak"), migrations.RunSQL.noop),
        migrations.RunSQL(_vern(), migrations.RunSQL.noop),
    ]
