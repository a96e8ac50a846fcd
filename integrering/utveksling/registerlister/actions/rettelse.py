"""Mark that a difference is put right, or that both answers may stand."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.nir.actions.roller import krev_registrering
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.registerlister.kodeverk import Grunn, Hvor
from integrering.utveksling.registerlister.models import Feltsammenligning, Rettelse
from integrering.utveksling.registerlister.rules.felt import Utfall

KAN_MERKES = frozenset(Utfall) - {Utfall.LIKT, Utfall.IKKE_SAMMENLIGNET}


@transaction.atomic
def merk(*, sammenligning: Feltsammenligning, hvor: Hvor, grunn: Grunn | None, av: Aktoer) -> Rettelse:
    """Say where a difference was put right (or that it is open again). The registration is not changed.

    The same mark twice is one mark.

    Raises:
        IkkeTilgang: the role may not register.
        Regelbrudd: nothing differs, it is not marked (when opened again), or «stemmer likevel» has no reason.
    """
    krev_registrering(av)
    rad = Feltsammenligning.objects.filter(pk=sammenligning.pk).first()
    if rad is None or Utfall(rad.utfall) not in KAN_MERKES:
        raise Regelbrudd(_("Feltet er likt i registeret og hos oss. Det er ikke noe å rette."))
    if hvor is Hvor.STEMMER and grunn is None:
        raise Regelbrudd({"grunn": [_("Velg hvorfor det stemmer likevel.")]})
    siste = Rettelse.objects.filter(sammenligning=rad).order_by("-id").first()
    valgt = grunn.value if grunn and hvor is Hvor.STEMMER else ""
    if siste and (siste.hvor, siste.grunn) == (hvor.value, valgt):
        return siste
    if hvor is Hvor.AAPEN and siste is None:
        raise Regelbrudd(_("Avviket er ikke merket."))
    return Rettelse.objects.create(
        sammenligning=rad,
        liste_id=rad.liste_id,
        virksomhet_id=av.virksomhet_id,
        bruker_id=av.bruker_id,
        hvor=hvor.value,
        grunn=valgt,
    )
