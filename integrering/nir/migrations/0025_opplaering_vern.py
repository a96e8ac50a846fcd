"""What adult education (`app_opplaering`, a municipality with less) does not see and does not write.

The role has all the municipality's policies; these take away. It registers training, not the programme, and
does not read the programme's complaints, family guidance, absence, leave, stans and refusals.
"""

from django.db import migrations

from integrering.grunnmur.rls import regel

_ROLLE = "app_opplaering"
_IKKE_INTRO = "ordning <> 'intro'"
# The tables of training alone (goals, plan, hours, exemptions, tests, education) stay as they are.
# Training and programme in one table:
_DELT = (
    "nir_vedtak", "nir_stans", "nir_krav", "nir_tilbud", "nir_avslag", "nir_fravaer", "nir_permisjon",
    "nir_avslutning", "nir_gjenaapning", "nir_opplaeringsspraak",
)  # fmt: skip
# Of the shared ones, those whose rows about the programme tell of health, family or conduct
_SKJULT_INTRO = ("nir_avslag", "nir_fravaer", "nir_permisjon", "nir_stans")
_SKJULT = ("nir_klage", "nir_foreldreveiledning")
# Everything else about a person
_LESER = (
    "nir_personopplysning", "nir_bosted", "nir_bosetting", "nir_fulltidvgo", "nir_sluttmaal", "nir_tiltak",
    "nir_forlengelse", "nir_integreringsplan", "nir_integreringskontrakt", "nir_livsmestring",
    "nir_kompetansekartlegging", "nir_karriereveiledning", "nir_kompetanse", "nir_spraakferdighet",
)  # fmt: skip


def _skriver(tabell: str, vilkaar: str) -> str:
    return regel(
        tabell, "opplaering_registrerer", rolle=_ROLLE, for_="INSERT", sjekk=vilkaar, streng=True
    ) + regel(tabell, "opplaering_erstatter", rolle=_ROLLE, for_="UPDATE", bruk=vilkaar, streng=True)


def _ser(tabell: str, vilkaar: str) -> str:
    return regel(tabell, "opplaering_ser", rolle=_ROLLE, for_="SELECT", bruk=vilkaar, streng=True)


_VERN = (
    "".join(_skriver(tabell, _IKKE_INTRO) for tabell in _DELT)
    + "".join(_skriver(tabell, "false") for tabell in (*_LESER, *_SKJULT))
    + "".join(_ser(tabell, _IKKE_INTRO) for tabell in _SKJULT_INTRO)
    + "".join(_ser(tabell, "false") for tabell in _SKJULT)
    + regel("nir_person", "opplaering_oppretter", rolle=_ROLLE, for_="INSERT", sjekk="false", streng=True)
    + regel("nir_flyttesak", "opplaering_avgjoer", rolle=_ROLLE, for_="UPDATE", bruk="false", streng=True)
)


class Migration(migrations.Migration):
    dependencies = [("nir", "0021_registreringer_vern"), ("tilgang", "0006_voksenopplaering")]
    operations = [migrations.RunSQL(_VERN, migrations.RunSQL.noop)]
