"""Changes to the catalogue. Their history is kept by the database."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver.queries.kolleger import kan_faa_oppgaver
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from tilskudd.ordninger.models import Ordning

ROLLER = (Rolle.TILSKUDDSRAADGIVER, Rolle.ADMINISTRATOR)
# Words of the addresses beside the schemes.
OPPTATT = frozenset({"ny"})


@dataclass(frozen=True)
class Ordningsdata:
    """What the form of a scheme gives."""

    navn: str
    slag: str
    formaal: str
    maalgruppe: str
    hvem_kan_soeke: str
    hjemmel: str
    kilde: str
    sikkerhet: str
    ansvarlig_id: int | None
    aktiv: bool


@transaction.atomic
def lag_ordning(*, kode: str, data: Ordningsdata, av: Aktoer) -> Ordning:
    """Add a scheme. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*ROLLER)
    ordning = Ordning(kode=kode, endret_av_id=av.bruker_id, **asdict(data))
    if kode in OPPTATT or Ordning.objects.filter(kode=kode).exists():
        raise Regelbrudd({"kode": [_("Koden er i bruk. Velg en annen.")]})
    _kontroller(ordning, av, foer=None)
    ordning.save(force_insert=True)
    return ordning


@transaction.atomic
def endre_ordning(*, ordning: Ordning, versjon: int, data: Ordningsdata, av: Aktoer) -> None:
    """Change a scheme; its code stands. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    av.krev(*ROLLER)
    _kontroller(Ordning(kode=ordning.kode, pk=ordning.pk, **asdict(data)), av, foer=ordning.ansvarlig_id)
    ordning.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **asdict(data))


def _kontroller(ordning: Ordning, av: Aktoer, *, foer: int | None) -> None:
    try:
        ordning.clean_fields(exclude=["ansvarlig"])
    except ValidationError as feil:
        raise Regelbrudd(feil.message_dict) from feil
    hvem = ordning.ansvarlig_id
    if hvem and hvem != foer and hvem not in kan_faa_oppgaver(av.virksomhet_id):
        raise Regelbrudd({"ansvarlig": [_("Velg en fra fylkeskommunen.")]})
