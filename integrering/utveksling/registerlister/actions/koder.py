"""Settle what a word of the register means in our code lists."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir.actions.roller import krev_registrering
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.registerlister.models import Kodekobling
from integrering.utveksling.registerlister.queries.koder import kodevalg_for
from integrering.utveksling.registerlister.rules.felt import Felt


def kan_avklare(kobling: Kodekobling, av: Aktoer) -> bool:
    """Return True for one's own organisation's words, and for the county also those that came along."""
    return kobling.virksomhet_id == av.virksomhet_id or (kobling.virksomhet_id is None and av.er_fylke)


def avklar_kode(
    *, kobling: Kodekobling, versjon: int, koder: Collection[str], tom: bool, av: Aktoer
) -> Kodekobling:
    """Save what a value means: some of our codes, that nothing is registered (`tom`), or none of ours.

    It holds for the next comparison, of this list and of those to come.

    Raises:
        IkkeTilgang: another organisation's word, or a role that may not register.
        Regelbrudd: codes and «nothing» at once, or a code that the list does not have.
        Konflikt: somebody saved meanwhile.
    """
    krev_registrering(av)
    if not kan_avklare(kobling, av):
        raise IkkeTilgang(_("Koden hører til en annen virksomhet."))
    if tom and koder:
        raise Regelbrudd({"koder": [_("Velg enten koder, eller at ingenting er registrert.")]})
    if set(koder) - {kode for kode, _navn in kodevalg_for(Felt(kobling.felt))}:
        raise Regelbrudd({"koder": [_("Velg koder fra listen.")]})
    kobling.lagre_over(versjon=versjon, bruker_id=av.bruker_id, avklart=True, tom=tom, koder=sorted(koder))
    return kobling
