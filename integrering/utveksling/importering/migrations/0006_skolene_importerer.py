"""A school imports about its own pupils: its drafts, mappings, receipts and answers are its own."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, SER_SKJERMEDE, VIRKSOMHET, regel

ROLLE = "app_skole"
VAART = f"virksomhet_id = {VIRKSOMHET}"
SELV = f"bruker_id = {BRUKER}"
MITT = f"{SELV} AND {VAART}"
MITT_UTKAST = "utkast_id IN (SELECT id FROM utveksling_importutkast)"
VAAR_KVITTERING = "kvittering_id IN (SELECT id FROM utveksling_import)"


def _gi(tabell: str, rettigheter: str) -> str:
    return f"GRANT {rettigheter} ON {tabell} TO {ROLLE};\n"


def _alt(tabell: str, rettigheter: str, vilkaar: str) -> str:
    return _gi(tabell, rettigheter) + regel(
        tabell, f"{ROLLE}_eget", rolle=ROLLE, for_="ALL", bruk=vilkaar, sjekk=vilkaar
    )


def _skrevet_en_gang(tabell: str, ser: str, skriver: str) -> str:
    return (
        _gi(tabell, "SELECT, INSERT")
        + regel(tabell, "skole_ser", rolle=ROLLE, for_="SELECT", bruk=ser)
        + regel(tabell, "skole_skriver", rolle=ROLLE, for_="INSERT", sjekk=skriver)
    )


class Migration(migrations.Migration):
    dependencies = [("utveksling", "0005_flere_spor")]
    operations = [
        migrations.RunSQL(
            _skrevet_en_gang("utveksling_import", VAART, MITT)
            + _alt("utveksling_importutkast", "SELECT, INSERT, UPDATE", MITT)
            + _alt("utveksling_utkastinnhold", "SELECT, INSERT, UPDATE", MITT_UTKAST)
            + _alt("utveksling_utkastavvik", "SELECT", MITT_UTKAST)
            + _alt("utveksling_kolonnekart", "SELECT, INSERT, UPDATE, DELETE", VAART)
            + _alt(
                "utveksling_svarfil",
                "SELECT",
                f"{VAART} AND (NOT skjermede OR {SER_SKJERMEDE} OR {SELV})",
            )
            + _skrevet_en_gang("utveksling_angring", VAAR_KVITTERING, f"{SELV} AND {VAAR_KVITTERING}"),
            migrations.RunSQL.noop,
        ),
    ]
