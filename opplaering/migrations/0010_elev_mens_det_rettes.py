"""A school may correct the only period a pupil has there: between two versions the pupil is still its own."""

from django.db import migrations

# What is closed in this very transaction is being replaced in it (`toklokker_har_neste`).
_ELEVER = """
CREATE OR REPLACE FUNCTION opplaering_elever() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
        SELECT person_id FROM opplaering_skolegang
        WHERE skole_id = NULLIF(current_setting('app.virksomhet', true), '')::int
          AND (erstattet IS NULL OR erstattet >= transaction_timestamp())
          AND NOT annullert AND (til IS NULL OR til > CURRENT_DATE - 365)
    $$;
"""


class Migration(migrations.Migration):
    dependencies = [("opplaering", "0002_vern")]
    operations = [migrations.RunSQL(_ELEVER, migrations.RunSQL.noop)]
