"""What a school offers: kept by the county."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kodelister import kan_velges
from integrering.grunnmur.personnummer import har_siffer_i_tittel
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from opplaering.kodeverk import UTDANNINGSPROGRAM
from opplaering.models import Utdanningstilbud
from opplaering.roller import FYLKET


@dataclass(frozen=True)
class Tilbudsdata:
    """What the form of an offer gives."""

    navn: str
    program: str
    for_voksne: bool = False
    aktiv: bool = True


@transaction.atomic
def lag_tilbud(*, skole: Virksomhet, data: Tilbudsdata, av: Aktoer) -> Utdanningstilbud:
    """Add an offer to a school. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*FYLKET)
    _kontroller(skole, data)
    return Utdanningstilbud.objects.create(skole=skole, endret_av_id=av.bruker_id, **asdict(data))


@transaction.atomic
def endre_tilbud(*, tilbud: Utdanningstilbud, versjon: int, data: Tilbudsdata, av: Aktoer) -> None:
    """Change an offer. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    av.krev(*FYLKET)
    _kontroller(tilbud.skole, data, tilbud)
    tilbud.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **asdict(data))


def _kontroller(skole: Virksomhet, data: Tilbudsdata, tilbud: Utdanningstilbud | None = None) -> None:
    feil: dict[str, list[str]] = {}
    if har_siffer_i_tittel(data.navn):
        feil["navn"] = [_("Ikke skriv fødselsdato eller nummer på personer her.")]
    like = Utdanningstilbud.objects.filter(skole=skole, navn=data.navn)
    if any(annet != tilbud for annet in like):
        feil["navn"] = [_("Skolen har alt et tilbud med dette navnet.")]
    if data.program != (tilbud.program if tilbud else "") and not kan_velges(UTDANNINGSPROGRAM, data.program):
        feil["program"] = [_("Programmet er ikke i bruk. Velg et annet.")]
    if feil:
        raise Regelbrudd(feil)
