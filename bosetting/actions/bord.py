"""What the county puts in for many municipalities at once, from the board."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from bosetting.actions.kommune import Kommunedata, endre_kommune
from bosetting.models import RundeKommune
from bosetting.roller import SKRIVER
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.aktoer import Aktoer


class Radbrudd(Regelbrudd):
    """What is refused for one municipality; nothing of the board is saved."""

    def __init__(self, rad: RundeKommune, brudd: Regelbrudd) -> None:
        super().__init__(brudd.meldinger)
        self.nummer, self.navn = rad.kommune.nummer, str(rad.kommune)


@transaction.atomic
def lagre_bord(*, endringer: Sequence[tuple[RundeKommune, int, Kommunedata]], av: Aktoer) -> int:
    """Save the municipalities that are changed, all or none. Return how many.

    Args:
        endringer: the row, the version that was read, and all it says.

    Raises:
        IkkeTilgang: a role that does not keep the rounds.
        Radbrudd: what `endre_kommune` refuses, with the municipality.
        Konflikt: somebody else saved one of them meanwhile.
    """
    av.krev(*SKRIVER)
    for rad, versjon, data in endringer:
        try:
            endre_kommune(rad=rad, versjon=versjon, data=data, av=av)
        except Konflikt:
            raise
        except Regelbrudd as brudd:
            raise Radbrudd(rad, brudd) from brudd
    return len(endringer)
