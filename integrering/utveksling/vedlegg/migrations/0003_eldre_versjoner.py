"""Older versions of a file are for its owner; others who see the file, see the newest."""

from django.db import migrations

from integrering.grunnmur.rls import VIRKSOMHET, regel
from integrering.grunnmur.sql import les_sql
from integrering.utveksling.vedlegg.vern import BRUKERROLLER

_T = "vedlegg_vedleggversjon"
_SER = (
    f"EXISTS (SELECT 1 FROM vedlegg_vedlegg v WHERE v.id = {_T}.vedlegg_id"
    f" AND (v.virksomhet_id = {VIRKSOMHET} OR vedlegg_er_siste(v.id, {_T}.nummer)))"
)


class Migration(migrations.Migration):
    dependencies = [("vedlegg", "0002_vern")]
    operations = [
        migrations.RunSQL(les_sql("integrering.utveksling.vedlegg", "siste"), migrations.RunSQL.noop),
        migrations.RunSQL(
            "".join(
                f"DROP POLICY {r[4:]}_ser ON {_T};\n"
                + regel(_T, f"{r[4:]}_ser", rolle=r, for_="SELECT", bruk=_SER)
                for r in BRUKERROLLER
            ),
            migrations.RunSQL.noop,
        ),
    ]
