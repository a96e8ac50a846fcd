"""For each kind of registration: values that are right, as the actions take them and as people type them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.nir.faktatyper import FAKTATYPER, Faktatype
from integrering.nir.models.felt import Koderfelt, Spraakfelt, Timefelt
from tests import fabrikk

I_DAG = date.today()
START = I_DAG - timedelta(days=20)

# What a code must be so that the values of the kind hang together.
_KODER: dict[str, dict[str, str]] = {
    "norskmaal": dict.fromkeys(("lytte", "lese", "skriftlig"), "a2")
    | {"slag": "nivaa", "muntlig": "b1", "endring": ""},
    "fritak": {"fritak_fra": "norsk", "rettsgrunnlag": "23a"},
    "proeve": dict.fromkeys(("lytte", "lese", "skriftlig", "muntlig"), "a2")
    | {"proeve": "norskproeve", "resultat": ""},
    "klage": {"gjelder": "intro", "utfall": "stadfestet"},
}  # fmt: skip
_VANLIGE = {
    "sluttmaal": "vgo", "tiltak": "videregaaende", "planutloeser": "oppstart", "tolkebruk": "kvalifisert",
    "fravaer": "egenmelding", "permisjon": "velferd", "veiledningsform": "gruppe", "stansgrunn": "fravaer",
    "avslutningsaarsak": "fullfoert", "hovedaktivitet": "utdanning", "gjenaapningsgrunn": "annet",
    "ferdighet": "god", "yrkesomraade": "helse", "utdanningsoenske": "yrkesfag", "spraakferdighet": "b1",
    "utdanningsnivaa": "grunnskole", "modul": "norsk",
}  # fmt: skip
REGISTRERES = [slag for slag in FAKTATYPER.values() if slag.slug not in ("opplysninger", "bosted")]


def verdier(slag: Faktatype, fra: date = START) -> dict[str, Any]:
    """Return values for each column of a kind, starting on the day."""
    return {navn: _verdi(slag, slag.felt(navn), fra) for navn in slag.felter}


def _verdi(slag: Faktatype, felt: Any, fra: date) -> Any:
    if isinstance(felt, Kodekolonne):
        return _KODER.get(slag.slug, {}).get(felt.name, _VANLIGE.get(felt.liste, ""))
    if isinstance(felt, Koderfelt):
        return ["norskmaal", "omfang"]
    if isinstance(felt, models.DateField):
        return _dato(felt.name, fra)
    if isinstance(felt, Spraakfelt):
        return "ukr"
    if isinstance(felt, Timefelt | models.DecimalField):
        return Decimal("30.0")
    if isinstance(felt, models.PositiveSmallIntegerField):
        return 8
    if isinstance(felt, models.BooleanField):
        return False
    if isinstance(felt, models.ForeignKey):
        return fabrikk.virksomhet(settings.FYLKESNUMMER)
    return felt.choices[0][0] if felt.choices else "Prøve videregående skole"


def _dato(navn: str, fra: date) -> date:
    if navn == "maaned":
        return fra.replace(day=1)
    if navn in ("til", "oversendt", "utfallsdato"):
        return fra + timedelta(days=5)
    return fra + timedelta(days=90) if navn == "neste_vurdering" else fra


def som_skrevet(verdier: dict[str, Any]) -> dict[str, Any]:
    """Return the values as a browser sends them."""
    skrevet = {}
    for navn, verdi in verdier.items():
        if verdi is False or verdi is None:
            continue
        if navn == "maaned":
            skrevet[navn] = f"{verdi:%m.%Y}"
        elif isinstance(verdi, date):
            skrevet[navn] = f"{verdi:%d.%m.%Y}"
        elif isinstance(verdi, Decimal):
            skrevet[navn] = str(verdi).replace(".", ",")
        else:
            skrevet[navn] = getattr(verdi, "pk", verdi)
    return skrevet
