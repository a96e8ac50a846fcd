"""Activities: write one down, change it, say how many came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import krev_gyldig
from integrering.tilgang.aktoer import Aktoer
from regionalt.actions.felles import brudd_i_periode, opprett_en_gang
from regionalt.frivillighet.models import Aktivitet, Organisasjon
from regionalt.frivillighet.roller import SKRIVER
from regionalt.kodeverk import Tema
from regionalt.personvern import brudd_i_tekst


@dataclass(frozen=True)
class Aktivitetsdata:
    """What the form of an activity gives. Who took part is numbers only."""

    tittel: str
    tema: Tema
    fra: date
    til: date | None = None
    kommune_id: int | None = None
    deltakere: int | None = None
    frivillige: int | None = None
    avlyst: bool = False


@transaction.atomic
def ny_aktivitet(
    *, organisasjon: Organisasjon, data: Aktivitetsdata, innsending: UUID, av: Aktoer
) -> Aktivitet:
    """Write down an activity. The same form sent twice gives the same activity.

    Raises:
        IkkeTilgang: a role that does not keep activities.
        Regelbrudd: the days are in the wrong order, numbers of what has not begun or is called off.
    """
    av.krev(*SKRIVER)
    _kontroller(data)
    return opprett_en_gang(Aktivitet, innsending=innsending, av=av, organisasjon=organisasjon, **vars(data))


@transaction.atomic
def endre_aktivitet(*, aktivitet: Aktivitet, versjon: int, data: Aktivitetsdata, av: Aktoer) -> None:
    """Change an activity. Raises Konflikt, and as `ny_aktivitet`."""
    av.krev(*SKRIVER)
    _kontroller(data)
    aktivitet.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **vars(data))


def _kontroller(data: Aktivitetsdata) -> None:
    krev_gyldig(
        brudd_i_periode(data.fra, data.til),
        _brudd_i_tall("deltakere", data.deltakere, data),
        _brudd_i_tall("frivillige", data.frivillige, data),
        brudd_i_tekst(tittel=data.tittel),
    )


def _brudd_i_tall(felt: str, antall: int | None, data: Aktivitetsdata) -> dict[str, list[str]]:
    if antall is None:
        return {}
    if data.avlyst:
        return {felt: [_("Aktiviteten er avlyst. Ta ut tallet.")]}
    if data.fra > timezone.localdate():
        return {felt: [_("Aktiviteten har ikke begynt. Skriv tallet når den er gjennomført.")]}
    return {}
