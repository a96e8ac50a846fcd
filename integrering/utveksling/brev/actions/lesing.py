"""Who opens letters is written down."""

from __future__ import annotations

from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.brev.models import Brev, Brevaapning
from integrering.utveksling.vedlegg.actions import logg_innsyn


def aapne_brev(*, brev: Brev, av: Aktoer, hvor: str = "brev") -> None:
    """Log that someone reads a letter: the recipient's opening of it, and the look-up of its person."""
    if not av.er_fylke:
        Brevaapning.objects.create(brev=brev, bruker_id=av.bruker_id, virksomhet_id=av.virksomhet_id)
    if brev.person_id is not None:
        logg_innsyn(person_id=brev.person_id, av=av, hvor=hvor)
