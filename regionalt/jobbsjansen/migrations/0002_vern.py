"""The county keeps the projects; a municipality reads those it is part of; jobs read."""

from django.db import migrations

from integrering.grunnmur.rls import VIRKSOMHET
from integrering.utveksling.vedlegg.vern import vis_med_forelder
from regionalt.vernregler import fylkets_tabell

_MINE = (
    "EXISTS (SELECT FROM tilgang_virksomhet v"
    f" WHERE v.id = {VIRKSOMHET} AND v.nummer = ANY (jobbsjansen_prosjekt.kommuner))"
)
_SYNLIG = "prosjekt_id IN (SELECT id FROM jobbsjansen_prosjekt)"


def _vern() -> str:
    return (
        fylkets_tabell("jobbsjansen_prosjekt", lesere={"app_enhet": _MINE})
        + fylkets_tabell("jobbsjansen_halvaarstall", lesere={"app_enhet": _SYNLIG})
        + fylkets_tabell(
            "jobbsjansen_prosjektvedlegg",
            lesere={"app_enhet": _SYNLIG},
            skriver=f"virksomhet_id = {VIRKSOMHET}",
            rettigheter="SELECT, INSERT",
        )
        + vis_med_forelder("jobbsjansen_prosjektvedlegg", ("app_fylke", "app_enhet"))
    )


class Migration(migrations.Migration):
    dependencies = [
        ("jobbsjansen", "0001_initial"),
        ("tilgang", "0009_opplaeringskoordinator"),
        ("vedlegg", "0003_eldre_versjoner"),
    ]
    operations = [migrations.RunSQL(_vern(), migrations.RunSQL.noop)]
