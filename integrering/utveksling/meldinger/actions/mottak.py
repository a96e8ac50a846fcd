"""What recipients do with a message: open it, acknowledge it."""

from __future__ import annotations

from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.meldinger.actions.sending import meld_endret
from integrering.utveksling.meldinger.models import Melding, Mottak, Samtale


@transaction.atomic
def aapne(*, samtale: Samtale, av: Aktoer) -> int:
    """Note that someone at `av`'s organisation has opened what it has received in the thread.

    Return how many messages were opened by this. The sender's own, and what is opened before: no change.
    """
    av.krev(*ARBEIDSROLLER)
    nye = list(
        Mottak.objects.filter(
            samtale=samtale, virksomhet_id=av.virksomhet_id, aapnet__isnull=True
        ).values_list("pk", flat=True)
    )
    if nye:
        Mottak.objects.filter(pk__in=nye, aapnet__isnull=True).update(
            aapnet=timezone.now(), aapnet_av_id=av.bruker_id
        )
        meld_endret(nye)
    return len(nye)


@transaction.atomic
def kvitter(*, melding: Melding, av: Aktoer) -> Mottak:
    """Acknowledge a message for `av`'s organisation. Again: the first acknowledgement stands.

    Raises:
        IkkeTilgang: the organisation has not received it.
        Regelbrudd: the message asks for none.
    """
    av.krev(*ARBEIDSROLLER)
    mottak = Mottak.objects.filter(melding=melding, virksomhet_id=av.virksomhet_id).first()
    if mottak is None:
        raise IkkeTilgang(_("Bare mottakeren kan kvittere."))
    if not melding.krever_kvittering:
        raise Regelbrudd(_("Avsenderen ber ikke om kvittering."))
    naa = timezone.now()
    kvittert = Mottak.objects.filter(pk=mottak.pk, kvittert__isnull=True).update(
        kvittert=naa,
        kvittert_av_id=av.bruker_id,
        aapnet=Coalesce("aapnet", naa),
        aapnet_av_id=Coalesce("aapnet_av_id", av.bruker_id),
    )
    if kvittert:
        meld_endret([mottak.pk])
    mottak.refresh_from_db()
    return mottak
