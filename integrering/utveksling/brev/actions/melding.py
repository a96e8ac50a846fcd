"""A letter that is sent as a message here: the recipient is told, opens the letter and acknowledges."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import override

from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.brev.models import Brev
from integrering.utveksling.meldinger import actions as meldinger
from integrering.utveksling.meldinger.actions import Innhold
from integrering.utveksling.meldinger.kodeverk import aapent_emne

_EMNER = {"paaminning": "registrering", "dialogmoete": "samarbeid"}
_VANLIG_EMNE = "annet"
_TITTEL_MAKS = 100


def send_melding(*, brev: Brev, av: Aktoer) -> None:
    """Send the message that a letter has come, in its language. The letter's key is the message's: once.

    The message says which letter, never what it says; the thread shows those who may read it the way.

    Raises:
        Regelbrudd: the recipient may not have it.
    """
    with override(brev.maalform):
        tekst = _("Dere har fått et brev fra oss: «%(overskrift)s», vår ref. %(referanse)s.") % {
            "overskrift": brev.overskrift,
            "referanse": brev.referanse,
        }
    innhold = Innhold(
        tekst=tekst, mottakere=[brev.virksomhet_id] if brev.virksomhet_id else [], emne=_emne(brev),
        tittel=brev.overskrift[:_TITTEL_MAKS], krever_kvittering=True,
    )  # fmt: skip
    utkast = meldinger.lagre_utkast(
        noekkel=brev.noekkel, versjon=0, innhold=innhold, av=av, person=brev.person
    )
    meldinger.send(noekkel=brev.noekkel, versjon=utkast.versjon, av=av)


def _emne(brev: Brev) -> str:
    """Return the subject that fits the template."""
    return aapent_emne(_EMNER.get(brev.malversjon.mal.kode, _VANLIG_EMNE), _VANLIG_EMNE)
