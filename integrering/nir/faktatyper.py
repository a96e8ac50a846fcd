"""The kinds of facts about a person: what actions, forms, pages and history share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from integrering.nir.models import Bosted, FulltidVgo, Personopplysning, Stans, Vedtak


@dataclass(frozen=True)
class Faktatype:
    """One kind: its table, the columns that carry the fact, its words, and its name in addresses."""

    slug: str
    modell: type[Any]
    """A two-clock model with `person`."""
    felter: tuple[str, ...]
    startfelt: str
    navn: Promise
    """As inside a sentence, indefinite: «vedtak om norskopplæring»."""
    registrert: Promise
    """The receipt: «Vedtak registrert»."""
    kan_annulleres: bool = True

    def __str__(self) -> str:
        return str(self.navn)


OPPLYSNINGER = Faktatype(
    slug="opplysninger",
    modell=Personopplysning,
    felter=(
        "fornavn",
        "etternavn",
        "foedselsdato",
        "kjoenn",
        "statsborgerskap",
        "tillatelse",
        "tillatelse_dato",
        "landgruppe",
        "adressebeskyttelse",
    ),
    startfelt="tillatelse_dato",
    navn=_("personopplysninger"),
    registrert=_("Personopplysninger registrert"),
    kan_annulleres=False,
)
BOSTED = Faktatype(
    slug="bosted",
    modell=Bosted,
    felter=("kommune", "fra", "til"),
    startfelt="fra",
    navn=_("bosted"),
    registrert=_("Bosted registrert"),
)
VEDTAK = Faktatype(
    slug="vedtak",
    modell=Vedtak,
    felter=("vedtaksdato", "startdato"),
    startfelt="startdato",
    navn=_("vedtak om norskopplæring"),
    registrert=_("Vedtak registrert"),
)
VGO = Faktatype(
    slug="fulltid-videregaaende",
    modell=FulltidVgo,
    felter=("fylke", "skole", "fra", "til", "timer_per_uke", "kombinasjonsklasse", "hovedansvar_fylke"),
    startfelt="fra",
    navn=_("periode med fulltid videregående"),
    registrert=_("Periode registrert"),
)
STANS = Faktatype(
    slug="stans",
    modell=Stans,
    felter=("fra", "varighet"),
    startfelt="fra",
    navn=_("stans av norskopplæring"),
    registrert=_("Stans registrert"),
)

FAKTATYPER = {slag.slug: slag for slag in (OPPLYSNINGER, BOSTED, VEDTAK, VGO, STANS)}
