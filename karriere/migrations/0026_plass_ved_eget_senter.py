"""Who has moved is another centre's case; the session stays where it was agreed.

The counsellors of that centre must still be able to move it, call it off, and note who came.
"""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, regel

_I_DAG = "(now() AT TIME ZONE 'Europe/Oslo')::date"
_VED_EGET_SENTER = (
    "sak_id IN (SELECT id FROM karriere_sak) AND samtale_id IN (SELECT t.id FROM karriere_samtale t"
    " JOIN karriere_senterveileder v ON v.senter_id = t.senter_id"
    f" WHERE v.bruker_id = {BRUKER} AND v.fra <= {_I_DAG} AND (v.til IS NULL OR v.til >= {_I_DAG}))"
)
_D, _ROLLE = "karriere_deltakelse", "app_karriere"


class Migration(migrations.Migration):
    dependencies = [("karriere", "0025_forslagets_gruppe")]
    operations = [
        migrations.RunSQL(
            regel(_D, "karriere_ved_senteret_insert", rolle=_ROLLE, for_="INSERT", sjekk=_VED_EGET_SENTER)
            + regel(
                _D,
                "karriere_ved_senteret_update",
                rolle=_ROLLE,
                for_="UPDATE",
                bruk=_VED_EGET_SENTER,
                sjekk=_VED_EGET_SENTER,
            ),
            migrations.RunSQL.noop,
        )
    ]
