"""What files of messages and requests hang on, for the page of a file's versions."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import PARTNERROLLER
from integrering.utveksling.meldinger.models import Forespoerselvedlegg, Meldingsvedlegg, Utkastvedlegg
from integrering.utveksling.vedlegg.baerere import Baerer
from integrering.utveksling.vedlegg.models import Vedlegg


def utkast(vedlegg: Vedlegg, av: Aktoer) -> Baerer | None:
    """Return the draft the file will go with: it may be changed until the message is sent."""
    lenke = Utkastvedlegg.objects.select_related("utkast").filter(vedlegg=vedlegg).first()
    if lenke is None:
        return None
    return Baerer(_("Utkast til melding"), reverse("melding_utkast", args=[lenke.utkast.noekkel]), aapen=True)


def melding(vedlegg: Vedlegg, av: Aktoer) -> Baerer | None:
    """Return the thread the file was sent in."""
    lenke = Meldingsvedlegg.objects.select_related("melding__samtale").filter(vedlegg=vedlegg).first()
    if lenke is None:
        return None
    samtale = lenke.melding.samtale
    return Baerer(samtale.saksnummer, reverse("samtale", args=[samtale.noekkel]), aapen=False)


def forespoersel(vedlegg: Vedlegg, av: Aktoer) -> Baerer | None:
    """Return the request the file is filed with. Schools and organisations have none."""
    if av.har(*PARTNERROLLER):
        return None
    lenke = Forespoerselvedlegg.objects.select_related("forespoersel").filter(vedlegg=vedlegg).first()
    if lenke is None:
        return None
    funnet = lenke.forespoersel
    return Baerer(funnet.saksnummer, reverse("forespoersel", args=[funnet.noekkel]), aapen=False)
