"""The letter of a decision: made, locked, and sent as a message where somebody reads."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Bruker, Virksomhet
from integrering.utveksling.brev import actions as brevactions
from integrering.utveksling.brev import queries as brevqueries
from integrering.utveksling.brev.models import Brev, Sendemaate


def send_brev(*, mal: str, virksomhet: Virksomhet, tekst: Callable[[], str], av: Aktoer) -> Brev:
    """Return the letter, in the recipient's language: sent as a message with receipt, or finished to be sent.

    Args:
        tekst: writes what is this letter's own; called in the letter's language.

    Raises:
        Regelbrudd: the template is not in use, or the letter cannot be printed.
    """
    i_dag = timezone.localdate()
    malversjon = brevqueries.gyldig_mal(mal, i_dag)
    if malversjon is None:
        raise Regelbrudd(_("Brevmalen er ikke i bruk. Spør en administrator."))
    spraak = brevqueries.maalform_for(virksomhet=virksomhet, person=None).maalform
    with override(spraak):
        egen = tekst()
    bruker = Bruker.objects.get(pk=av.bruker_id)
    svar = brevactions.Brevsvar(
        dato=i_dag, kontakt_navn=av.navn, kontakt_epost=bruker.email, fritekst=egen, maalform=spraak
    )
    brev = brevactions.opprett_utkast(
        innsending=uuid.uuid4(), malversjon=malversjon, svar=svar, av=av, virksomhet=virksomhet
    )
    brevactions.ferdigstill(brev=brev, versjon=brev.versjon, av=av)
    if brevqueries.kan_faa_melding([brev], av):
        brevactions.merk_sendt(brev=brev, maate=Sendemaate.MELDING, dato=i_dag, av=av)
    return brev
