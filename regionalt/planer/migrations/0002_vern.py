"""The county keeps the plans. Those asked in a hearing see what they are asked about, and answer for themselves;
a municipality sees what is decided about it; everyone sees what is published, also without logging in."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, regel
from integrering.grunnmur.sql import les_sql
from regionalt.vernregler import fylkets_tabell

_SPURTE = ("app_enhet", "app_skole", "app_frivillig")
_MIN = f"virksomhet_id = {VIRKSOMHET}"
_SPURT = f"id IN (SELECT i.plan_id FROM planer_hoeringsinstans i WHERE i.{_MIN})"
_OM_OSS = f"(kommune_id IS NULL OR kommune_id = {VIRKSOMHET})"
_SKRIV = "SELECT, INSERT"


def _planene() -> str:
    plan = dict.fromkeys(_SPURTE, _SPURT) | {"app_enhet": f"tilstand = 'vedtatt' OR {_SPURT}"}
    maal = "EXISTS (SELECT FROM planer_plan p WHERE p.id = plan_id AND p.tilstand = 'vedtatt')"
    tiltak = f"{_OM_OSS} AND EXISTS (SELECT FROM planer_maal m WHERE m.id = maal_id)"
    return (
        fylkets_tabell("planer_plan", lesere=plan)
        + fylkets_tabell("planer_maal", lesere={"app_enhet": maal})
        + fylkets_tabell("planer_plantiltak", lesere={"app_enhet": tiltak})
        + fylkets_tabell("planer_statusrad", lesere={}, rettigheter=_SKRIV)
        + fylkets_tabell("planer_planvedtak", lesere={}, rettigheter=_SKRIV)
        + fylkets_tabell("planer_arbeidskraftbehov", lesere={"app_enhet": _OM_OSS})
        + fylkets_tabell("planer_tilbud", lesere={"app_enhet": _OM_OSS})
    )


def _hoeringen() -> str:
    svar = "planer_hoeringssvar"
    vaart = "EXISTS (SELECT FROM planer_hoeringsinstans i WHERE i.id = instans_id)"
    return (
        fylkets_tabell("planer_hoeringsinstans", lesere=dict.fromkeys(_SPURTE, _MIN))
        + fylkets_tabell(
            svar,
            lesere=dict.fromkeys(_SPURTE, vaart),
            rettigheter=_SKRIV,
            andres=dict.fromkeys(_SPURTE, _SKRIV),
        )
        + "".join(
            regel(
                svar,
                f"{rolle[4:]}_svarer",
                rolle=rolle,
                for_="INSERT",
                sjekk=f"endret_av_id = {BRUKER} AND {vaart}",
            )
            for rolle in _SPURTE
        )
    )


def _utgivelsene() -> str:
    tabell = "planer_utgivelse"
    return fylkets_tabell(tabell, lesere={"app_felles": "NOT trukket"}, skriver="true")


class Migration(migrations.Migration):
    dependencies = [("planer", "0001_initial"), ("tilgang", "0010_leder")]
    operations = [
        migrations.RunSQL(_planene() + _hoeringen() + _utgivelsene(), migrations.RunSQL.noop),
        migrations.RunSQL(les_sql("regionalt.planer", "laas"), migrations.RunSQL.noop),
    ]
