"""The pages of the training, for the navigation they share. The main menu has only the first."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from integrering.rapporter.roller import LESER_TALL
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import FYLKESROLLER, Rolle
from opplaering.roller import ALLE, FYLKET, LESER, SKOLEN


@dataclass(frozen=True)
class Side:
    """A page: its address name, its text, and who sees it."""

    urlnavn: str
    tekst: str | Promise
    roller: tuple[Rolle, ...]


SIDER = (
    Side("opplaering", _("Deltakere"), ALLE),
    Side("skoler", _("Skoler"), ALLE),
    Side("skoleklasser", _("Klasser"), ALLE),
    Side("nye_elever", _("Nye elever"), FYLKET + SKOLEN),
    Side("opplaeringstall", _("Tall"), tuple(sorted(LESER_TALL))),
    Side("opplaering_soeknader", _("Søknader"), LESER),
    Side("opplaering_oppfoelging", _("Oppfølging"), ALLE),
    Side("tilsyn", _("Tilsyn"), tuple(sorted(FYLKESROLLER))),
    Side("opplaering_meldinger", _("Meldinger"), ALLE),
    Side("opplaering_avstemming", _("Avstemming"), LESER),
    Side("opplaering_resultater", _("Prøver og karakterer"), ALLE),
)


def sider_for(av: Aktoer) -> list[Side]:
    """Return the pages this one sees, in order."""
    return [side for side in SIDER if av.rolle in side.roller]
