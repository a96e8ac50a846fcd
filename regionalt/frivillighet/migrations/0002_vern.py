"""The county keeps it; a municipality reads what works there, an organisation what is its own."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, regel
from integrering.utveksling.vedlegg.vern import vis_med_forelder
from regionalt.vernregler import fylkets_tabell

_EGEN = f"virksomhet_id = {VIRKSOMHET}"
_HER = f"id IN (SELECT d.organisasjon_id FROM frivillighet_dekning d WHERE d.kommune_id = {VIRKSOMHET})"
_SYNLIG = "organisasjon_id IN (SELECT id FROM frivillighet_organisasjon)"
# what an organisation keeps itself
_KONTAKT = "kontaktperson, epost, telefon, nettside, versjon, endret, endret_av_id"


def _organisasjon() -> str:
    t = "frivillighet_organisasjon"
    ut = fylkets_tabell(
        t,
        lesere={"app_enhet": f"hele_fylket OR {_HER}", "app_frivillig": _EGEN},
        andres={"app_frivillig": f"SELECT, UPDATE ({_KONTAKT})"},
    )
    skriver = f"{_EGEN} AND endret_av_id = {BRUKER}"
    return ut + regel(t, "frivillig_endrer", rolle="app_frivillig", for_="UPDATE", bruk=_EGEN, sjekk=skriver)


def _dekning() -> str:
    # not by the organisation's policy: that one reads this table. Which municipalities is no secret among them.
    mine = f"organisasjon_id IN (SELECT id FROM frivillighet_organisasjon o WHERE o.{_EGEN})"
    return fylkets_tabell(
        "frivillighet_dekning",
        lesere={"app_enhet": "true", "app_frivillig": mine},
        skriver="true",
        rettigheter="SELECT, INSERT, DELETE",
    )


def _avtaler() -> str:
    lesere = {"app_enhet": _SYNLIG, "app_frivillig": _SYNLIG}
    ut = fylkets_tabell("frivillighet_avtale", lesere=lesere)
    # the files are between the county and the organisation
    ut += fylkets_tabell(
        "frivillighet_avtalevedlegg",
        lesere={"app_frivillig": "avtale_id IN (SELECT id FROM frivillighet_avtale)"},
        skriver=_EGEN,
        rettigheter="SELECT, INSERT",
    )
    return ut + vis_med_forelder("frivillighet_avtalevedlegg", ("app_fylke", "app_frivillig"))


def _aktiviteter() -> str:
    her = f"{_SYNLIG} AND (kommune_id IS NULL OR kommune_id = {VIRKSOMHET})"
    return fylkets_tabell("frivillighet_aktivitet", lesere={"app_enhet": her, "app_frivillig": _SYNLIG})


class Migration(migrations.Migration):
    dependencies = [
        ("frivillighet", "0001_initial"),
        ("tilgang", "0009_opplaeringskoordinator"),
        ("vedlegg", "0003_eldre_versjoner"),
    ]
    operations = [
        migrations.RunSQL(_organisasjon() + _dekning() + _avtaler() + _aktiviteter(), migrations.RunSQL.noop)
    ]
