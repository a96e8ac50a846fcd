"""Delete a list: by the one who uploaded it while nothing is marked, and by itself when its time is up."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.registerlister.actions.felles import krev_vaar
from integrering.utveksling.registerlister.kodeverk import Tilstand
from integrering.utveksling.registerlister.models import (
    Feltsammenligning,
    Registerfil,
    Registerliste,
    Registerrad,
    Rettelse,
)

# A list whose columns nobody chose is a file that lies about.
HALVFERDIG = timedelta(hours=24)


@transaction.atomic
def slett_liste(*, liste: Registerliste, av: Aktoer) -> None:
    """Delete a list with its rows. What others have registered is not touched.

    Raises:
        IkkeTilgang: someone else uploaded it.
        Regelbrudd: something in it is marked, or it is being read.
    """
    krev_vaar(liste, av)
    if liste.bruker_id != av.bruker_id:
        raise IkkeTilgang(_("Bare den som lastet opp listen, kan slette den."))
    if liste.tilstand == Tilstand.LESES and liste.jobb and liste.jobb.lever:
        raise Regelbrudd(_("Listen leses nå. Vent til den er ferdig."))
    with kontekst(motor_kontekst(av.bruker_id)):  # marks about persons who moved away count as well
        if Rettelse.objects.filter(liste=liste, arvet=False).exists():
            raise Regelbrudd(_("Noe i listen er merket som rettet. Da kan den ikke slettes."))
        _slett([liste.pk])


def rydd() -> int:
    """Delete the lists whose time is up, and those that were never read. Return how many."""
    with kontekst(motor_kontekst()):
        gamle = Registerliste.objects.filter(slettes__lte=timezone.localdate())
        halve = Registerliste.objects.filter(
            tilstand=Tilstand.KOLONNER, lastet_opp__lt=timezone.now() - HALVFERDIG
        )
        ider = list((gamle | halve).values_list("pk", flat=True))
        _slett(ider)
        return len(ider)


def _slett(ider: list[int]) -> None:
    Rettelse.objects.filter(bekreftet_i__in=ider).update(bekreftet_i=None)
    for modell in (Rettelse, Feltsammenligning, Registerrad, Registerfil):
        rader = modell._default_manager.filter(liste__in=ider)
        rader._raw_delete(rader.db)
    Registerliste.objects.filter(pk__in=ider).delete()
