"""The kinds of facts that are saved for many at a time: what the grids, forms and files share."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.nir.faktatyper import Faktatype, Gruppe
from opplaering.models import Maanedsfravaer, Resultat
from opplaering.rules.resultat import DELER

FRAVAERSFELT = ("timer", "gyldig", "ugyldig", "uavklart")
FRAVAER = Faktatype(
    slug="skolefravaer",
    modell=Maanedsfravaer,
    felter=("skole_id", "undervisning", "maaned", *FRAVAERSFELT),
    startfelt="maaned",
    navn=_("timer og fravær på skolen"),
    gruppe=Gruppe.OPPLAERING,
    hjemmel="forskriften § 59",
    unike=("skole_id", "undervisning", "maaned"),
    fortid=("maaned",),
)
RESULTAT = Faktatype(
    slug="skoleresultat",
    modell=Resultat,
    felter=("skole_id", "slag", "dato", *DELER, "spraak", "fag", "karakter"),
    startfelt="dato",
    navn=_("resultat på skolen"),
    gruppe=Gruppe.OPPLAERING,
    hjemmel="forskriften §§ 23, 24, 34 og 41",
    unike=("slag", "fag", "dato"),
    fortid=("dato",),
)
