"""Who came, in one save."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from regionalt.kompetanse.models import Arrangement, Oppmoete, Paamelding, Plass, Tilstand
from regionalt.kompetanse.roller import SKRIVER


@transaction.atomic
def sett_oppmoete(
    *, arrangement: Arrangement, versjon: int, moett: Collection[tuple[int, int]], av: Aktoer
) -> int:
    """Let exactly these have come: (registration, session). Return how many marks there are.

    Raises:
        IkkeTilgang: a role that does not write.
        Konflikt: somebody else saved meanwhile.
        Regelbrudd: called off, a draft, or not begun.
    """
    av.krev(*SKRIVER)
    if arrangement.tilstand not in (Tilstand.AAPEN, Tilstand.HOLDT) or arrangement.start > timezone.now():
        raise Regelbrudd(_("Oppmøte føres når arrangementet har begynt."))
    arrangement.lagre_over(versjon=versjon, bruker_id=av.bruker_id)
    plasser = Paamelding.objects.filter(arrangement=arrangement, plass=Plass.PLASS)
    paameldte = set(plasser.values_list("pk", flat=True))
    oekter = set(arrangement.oekter.values_list("pk", flat=True))
    gyldige = sorted((p, o) for p, o in moett if p in paameldte and o in oekter)
    Oppmoete.objects.filter(oekt__in=oekter).delete()
    Oppmoete.objects.bulk_create(Oppmoete(paamelding_id=p, oekt_id=o) for p, o in gyldige)
    return len(gyldige)
