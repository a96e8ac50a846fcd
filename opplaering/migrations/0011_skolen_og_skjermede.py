"""What a school tells of a protected person is hidden; a school changes its class whoever changed it last.

The number was compared with the persons the reader sees, and a protected one is not among them.
"""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, SER_SKJERMEDE, VIRKSOMHET, regel

# Answers about one number at a time, so that it cannot be asked for all of them.
_SKJERMET = """
CREATE FUNCTION opplaering_er_skjermet(nummer text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT EXISTS (SELECT FROM nir_person WHERE duf = nummer AND skjermet) $$;
REVOKE ALL ON FUNCTION opplaering_er_skjermet(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION opplaering_er_skjermet(text) TO app_fylke;
"""
_UTTRYKK = f"{SER_SKJERMEDE} OR NOT opplaering_er_skjermet(duf)"
_REGEL = (
    "DROP POLICY skjermet_app_fylke ON opplaering_skolemelding;"
    "CREATE POLICY skjermet_app_fylke ON opplaering_skolemelding AS RESTRICTIVE FOR ALL TO app_fylke"
    f" USING ({_UTTRYKK}) WITH CHECK ({_UTTRYKK});"
)
_KLASSE, _MIN = "opplaering_skoleklasse", f"skole_id = {VIRKSOMHET}"
_SKOLEN = f"DROP POLICY skole_endrer ON {_KLASSE};" + regel(
    _KLASSE,
    "skole_endrer",
    rolle="app_skole",
    for_="UPDATE",
    bruk=_MIN,
    sjekk=f"{_MIN} AND endret_av_id = {BRUKER}",
)


class Migration(migrations.Migration):
    dependencies = [("opplaering", "0020_innsyn_fra_skolen")]
    operations = [migrations.RunSQL(_SKJERMET + _REGEL + _SKOLEN, migrations.RunSQL.noop)]
