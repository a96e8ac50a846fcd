"""The request a file hangs on, for the page of the file's versions."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.vedlegg.baerere import Baerer
from integrering.utveksling.vedlegg.models import Vedlegg
from regionalt.oppfoelging.models import Forespoerselvedlegg
from regionalt.roller import LESER


def forespoerselen(vedlegg: Vedlegg, av: Aktoer) -> Baerer | None:
    """Return the request: what is sent, stands. Schools and organisations have none to ask for."""
    if av.rolle not in LESER:
        return None
    lenke = Forespoerselvedlegg.objects.select_related("forespoersel").filter(vedlegg=vedlegg).first()
    if lenke is None:
        return None
    url = reverse("oppfoelging:forespoersel", args=[lenke.forespoersel.noekkel])
    return Baerer(_("Forespørsel om veiledning"), url, aapen=False)
