"""What the database holds about rates, runs and lines: row-level security, legal moves, nothing approved changes."""

from django.db import migrations

from integrering.grunnmur.rls import beskytt, regel, skjul_skjermede
from integrering.grunnmur.sql import les_sql

_LES = "SELECT"
_SKRIV = "SELECT, INSERT, UPDATE, DELETE"


def _motor(tabell: str) -> str:
    return regel(tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true")


def _fylke(tabell: str) -> str:
    return regel(tabell, "fylke_alt", rolle="app_fylke", for_="ALL", bruk="true", sjekk="true")


def _vern() -> str:
    ut = ""
    for tabell, fylke in (
        ("tilskudd_sats", _SKRIV),
        ("tilskudd_satshendelse", "SELECT, INSERT"),
        ("tilskudd_kjoering", "SELECT, INSERT, UPDATE"),
        ("tilskudd_kjoeringssats", _LES),
        ("tilskudd_mottakersum", _LES),
        ("tilskudd_linje", _LES),
        ("tilskudd_manglersats", _LES),
    ):
        motor = fylke if tabell == "tilskudd_satshendelse" else _SKRIV  # a log is never rewritten
        ut += beskytt(tabell, {"app_fylke": fylke, "app_motor": motor}) + _fylke(tabell) + _motor(tabell)
    return ut + skjul_skjermede("tilskudd_linje") + skjul_skjermede("tilskudd_manglersats")


class Migration(migrations.Migration):
    dependencies = [("tilskudd", "0001_initial")]
    operations = [
        migrations.RunSQL(les_sql("tilskudd", "lager"), migrations.RunSQL.noop),
        migrations.RunSQL(les_sql("tilskudd", "vern"), migrations.RunSQL.noop),
        migrations.RunSQL(_vern(), migrations.RunSQL.noop),
    ]
