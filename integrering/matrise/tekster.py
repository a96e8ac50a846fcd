"""What the matrix's codes are called."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.matrise.rules.ansvar import Del, Tjeneste
from integrering.matrise.rules.bilde import Endring, Utfall
from integrering.nir import regeltekster
from integrering.nir.rules.registreringer import Lovkolonne
from integrering.nir.rules.status import Tilstand


@dataclass(frozen=True)
class Merke:
    """How a state is shown: a sign that differs in shape, words, and the class that colours it."""

    tegn: str
    tekst: Promise
    klasse: str


MERKER: dict[Tilstand, Merke] = {
    Tilstand.REGISTRERT: Merke("✓", _("Registrert"), "registrert"),
    Tilstand.DELVIS: Merke("◐", _("Delvis"), "delvis"),
    Tilstand.MANGLER: Merke("!", _("Mangler"), "mangler"),
    Tilstand.GJELDER_IKKE: Merke("–", _("Gjelder ikke"), "gjelder-ikke"),
    Tilstand.UKJENT: Merke("?", _("Kan ikke avgjøres"), "ukjent"),
}

TJENESTER: dict[Tjeneste, Promise] = {
    Tjeneste.FLYKTNINGTJENESTEN: _("Flyktningtjenesten"),
    Tjeneste.VOKSENOPPLAERINGEN: _("Voksenopplæringen"),
    Tjeneste.NAV: _("Nav"),
    Tjeneste.FYLKESKOMMUNEN: _("Fylkeskommunen"),
    Tjeneste.SKOLEN: _("Skolen"),
}
# Above a narrow column.
TJENESTER_KORT: dict[Tjeneste, Promise] = {
    Tjeneste.FLYKTNINGTJENESTEN: pgettext_lazy("kort navn på flyktningtjenesten", "FT"),
    Tjeneste.VOKSENOPPLAERINGEN: pgettext_lazy("kort navn på voksenopplæringen", "VO"),
    Tjeneste.NAV: _("Nav"),
    Tjeneste.FYLKESKOMMUNEN: pgettext_lazy("kort navn på fylkeskommunen", "FK"),
    Tjeneste.SKOLEN: _("Skolen"),
}

DELER: dict[Del, Promise] = {
    Del.INTRO: _("Introduksjonsprogram"),
    Del.NORSK: _("Norsk og samfunnskunnskap"),
    Del.VGO: _("Fulltid videregående"),
}

UTFALL: dict[Utfall, Promise] = {
    Utfall.OK: pgettext_lazy("utfall på sjekklisten", "OK"),
    Utfall.USIKKER: pgettext_lazy("utfall på sjekklisten", "OK?"),
    Utfall.NEI: pgettext_lazy("utfall på sjekklisten", "NEI"),
    Utfall.INGEN: pgettext_lazy("utfall på sjekklisten", "–"),
}
UTFALL_FARGE: dict[Utfall, str] = {
    Utfall.OK: "success",
    Utfall.USIKKER: "warning",
    Utfall.NEI: "danger",
    Utfall.INGEN: "neutral",
}

FORKLARING = _(
    "OK: alt er registrert. OK?: noe er delvis registrert eller kan ikke avgjøres. NEI: noe mangler. "
    "–: gjelder ingen."
)

ENDRINGER: dict[Endring, Promise] = {
    Endring.BLE_OK: _("Ble registrert"),
    Endring.FALT_TILBAKE: _("Falt tilbake"),
    Endring.NY_MANGEL: _("Ny mangel"),
}


def kolonnenavn(kolonne: str) -> str:
    """Return the name of a column of the law; «» is when the law cannot be decided."""
    return regeltekster.lovkolonne(Lovkolonne(kolonne)) if kolonne else str(_("Kan ikke avgjøres"))
