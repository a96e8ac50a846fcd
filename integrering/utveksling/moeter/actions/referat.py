"""Minutes: written, approved, and after that only corrected, with a reason."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.actions import felles
from integrering.utveksling.moeter.actions.felles import krev_aapent, krev_begynt, krev_eier
from integrering.utveksling.moeter.actions.vedlegg import laas_vedlegg
from integrering.utveksling.moeter.kodeverk import Moetetilstand
from integrering.utveksling.moeter.models import Moete, Referatrettelse


@transaction.atomic
def skriv_referat(*, moete: Moete, versjon: int, referat: str, av: Aktoer) -> None:
    """Save the minutes of a meeting that has begun; it has then taken place.

    Raises Konflikt, Regelbrudd, IkkeTilgang.
    """
    krev_eier(av, moete)
    krev_aapent(moete)
    krev_begynt(moete)
    _kontroller(referat)
    moete.lagre_over(versjon=versjon, bruker_id=av.bruker_id, referat=referat, tilstand=Moetetilstand.AVHOLDT)


@transaction.atomic
def godkjenn_referat(*, moete: Moete, versjon: int, av: Aktoer) -> None:
    """Approve the minutes: meeting and files are locked. Again: no change.

    Raises Konflikt, Regelbrudd, IkkeTilgang.
    """
    krev_eier(av, moete)
    if moete.laast:
        return
    if not moete.referat.strip():
        raise Regelbrudd(_("Skriv referatet før det godkjennes."))
    moete.lagre_over(
        versjon=versjon,
        bruker_id=av.bruker_id,
        referat_godkjent=timezone.now(),
        referat_godkjent_av_id=av.bruker_id,
    )
    laas_vedlegg(moete, av)


@transaction.atomic
def rett_referat(*, moete: Moete, versjon: int, referat: str, aarsak: str, av: Aktoer) -> None:
    """Correct approved minutes; what stood is kept. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    krev_eier(av, moete)
    if not moete.laast:
        raise Regelbrudd(_("Referatet er ikke godkjent ennå. Skriv i det i stedet for å rette det."))
    if not aarsak.strip():
        raise Regelbrudd({"aarsak": [_("Skriv hvorfor referatet rettes.")]})
    _kontroller(referat, aarsak)
    if referat == moete.referat:
        raise Regelbrudd({"referat": [_("Referatet er likt det som står. Skriv rettelsen først.")]})
    # before the change: the database lets approved minutes change only together with this row
    Referatrettelse.objects.create(
        moete=moete, foer=moete.referat, etter=referat, aarsak=aarsak.strip(), av_id=av.bruker_id
    )
    moete.lagre_over(versjon=versjon, bruker_id=av.bruker_id, referat=referat)


def _kontroller(referat: str, aarsak: str = "") -> None:
    if not referat.strip():
        raise Regelbrudd({"referat": [_("Skriv referatet.")]})
    krev_gyldig(felles.brudd_i_tekst(referat=referat, aarsak=aarsak))
