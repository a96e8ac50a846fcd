"""Remind those who have not answered: a message each, with receipt, at most once a day."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from bosetting.actions.felles import krev_aapen, meld_svar, paa_tur
from bosetting.models import Runde, RundeKommune, Svarpurring
from bosetting.queries.svar import svarfrist, uten_svar
from bosetting.roller import SKRIVER
from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.brev.queries import maalform_for
from integrering.utveksling.meldinger.actions.sending import send
from integrering.utveksling.meldinger.actions.utkast import Innhold, lagre_utkast
from integrering.utveksling.meldinger.models import Melding

EMNE = "bosetting"


@transaction.atomic
def minn_om_svar(*, runde: Runde, av: Aktoer) -> int:
    """Send those that should answer and have not, a message with receipt. Return how many it was sent to.

    Those reminded today are left in peace.

    Raises:
        IkkeTilgang: a role that does not keep the rounds.
        Regelbrudd: the round takes no answers.
    """
    av.krev(*SKRIVER)
    if not paa_tur(runde).tar_svar:
        raise Regelbrudd(_("Runden tar ikke imot svar nå."))
    i_dag = timezone.localdate()
    minnet = Svarpurring.objects.filter(runde=runde, dag=i_dag).values_list("kommune_id", flat=True)
    rader = [rk for rk in uten_svar(runde).select_related("kommune") if rk.kommune_id not in set(minnet)]
    for rk in rader:
        Svarpurring.objects.create(
            runde=runde, kommune=rk.kommune, dag=i_dag, av_id=av.bruker_id, melding=_melding(rk, av)
        )
    return len(rader)


def _melding(rk: RundeKommune, av: Aktoer) -> Melding:
    noekkel, frist = uuid.uuid4(), svarfrist(rk.runde)
    with override(maalform_for(virksomhet=rk.kommune, person=None).maalform):
        tekst = _("Vi har ikke fått svar på hvor mange flyktninger dere kan bosette i %(aar)s.")
        deler = [tekst % {"aar": rk.runde.aar}, _("Svar under «Bosetting» her i systemet.")]
        if frist:
            deler.append(_("Fristen er %(dato)s.") % {"dato": visning.dato(frist)})
        tittel = _("Svar om bosetting i %(aar)s") % {"aar": rk.runde.aar}
    innhold = Innhold(
        tekst=" ".join(deler), mottakere=[rk.kommune_id], emne=EMNE, tittel=tittel, krever_kvittering=True,
        kvitteringsfrist=max(frist or timezone.localdate(), timezone.localdate()),
    )  # fmt: skip
    utkast = lagre_utkast(noekkel=noekkel, versjon=0, innhold=innhold, av=av)
    return send(noekkel=noekkel, versjon=utkast.versjon, av=av)


@transaction.atomic
def steng_svar(*, runde: Runde, versjon: int, steng: bool, av: Aktoer) -> None:
    """Close the municipalities' forms, or open them again. Raises IkkeTilgang, Regelbrudd, Konflikt."""
    av.krev(*SKRIVER)
    krev_aapen(runde)
    runde.lagre_over(versjon=versjon, bruker_id=av.bruker_id, svar_stengt=timezone.now() if steng else None)
    meld_svar(runde, None, av)
