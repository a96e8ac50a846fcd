"""Who opens letters is written down."""

from __future__ import annotations

from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import DbRolle
from integrering.utveksling.brev.models import Brev, Brevaapning


def aapne_brev(*, brev: Brev, av: Aktoer, hvor: str = "brev") -> None:
    """Log that someone reads a letter: the recipient's opening of it, and the look-up of its person."""
    if not av.er_fylke:
        Brevaapning.objects.create(brev=brev, bruker_id=av.bruker_id, virksomhet_id=av.virksomhet_id)
    if brev.person_id is None:
        return
    if av.dbrolle in (DbRolle.FYLKE, DbRolle.ENHET):
        registrer_innsyn(person_id=brev.person_id, av=av, hvor=hvor)
        return
    # schools and organisations have no way into the look-up log; the letter was found with their own eyes
    with kontekst(motor_kontekst(av.bruker_id)):
        registrer_innsyn(person_id=brev.person_id, av=av, hvor=hvor)
