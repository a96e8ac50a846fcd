"""Persons and the two-clock facts about them, one noun or a few close ones a file."""

from integrering.nir.models.avslutning import Avslutning, Gjenaapning
from integrering.nir.models.bosetting import Bosetting
from integrering.nir.models.bosted import Bosted
from integrering.nir.models.elementer import Foreldreveiledning, Livsmestring
from integrering.nir.models.familie import Familieforhold
from integrering.nir.models.flyttesak import Flyttesak
from integrering.nir.models.fravaer import Fravaer, Permisjon
from integrering.nir.models.fritak import Fritak
from integrering.nir.models.klage import Klage
from integrering.nir.models.kompetanse import (
    Karriereveiledning,
    Kompetanse,
    Kompetansekartlegging,
    Spraakferdighet,
    Utdanningsbakgrunn,
)
from integrering.nir.models.norskmaal import Norskmaal
from integrering.nir.models.opplaeringsspraak import Opplaeringsspraak
from integrering.nir.models.opplaeringstimer import Opplaeringstimer
from integrering.nir.models.person import Person, TidligerePerson
from integrering.nir.models.personopplysning import Personopplysning
from integrering.nir.models.plan import Integreringskontrakt, Integreringsplan, Norskplan
from integrering.nir.models.planvurdering import Planvurdering
from integrering.nir.models.proeve import Proeve
from integrering.nir.models.program import Forlengelse, Sluttmaal, Tiltak
from integrering.nir.models.programstart import Avslag, Krav, Tilbud
from integrering.nir.models.regelverdi import Regelverdi
from integrering.nir.models.registreringsstatus import Registreringsstatus
from integrering.nir.models.soekeord import Soekeord
from integrering.nir.models.stans import Stans
from integrering.nir.models.tillatelse import TidligereTillatelse
from integrering.nir.models.vedtak import Vedtak
from integrering.nir.models.vgo import FulltidVgo

__all__ = [
    "Avslag",
    "Avslutning",
    "Bosetting",
    "Bosted",
    "Familieforhold",
    "Flyttesak",
    "Foreldreveiledning",
    "Forlengelse",
    "Fravaer",
    "Fritak",
    "FulltidVgo",
    "Gjenaapning",
    "Integreringskontrakt",
    "Integreringsplan",
    "Karriereveiledning",
    "Klage",
    "Kompetanse",
    "Kompetansekartlegging",
    "Krav",
    "Livsmestring",
    "Norskmaal",
    "Norskplan",
    "Opplaeringsspraak",
    "Opplaeringstimer",
    "Permisjon",
    "Person",
    "Personopplysning",
    "Planvurdering",
    "Proeve",
    "Regelverdi",
    "Registreringsstatus",
    "Sluttmaal",
    "Soekeord",
    "Spraakferdighet",
    "Stans",
    "TidligerePerson",
    "TidligereTillatelse",
    "Tilbud",
    "Tiltak",
    "Utdanningsbakgrunn",
    "Vedtak",
]
