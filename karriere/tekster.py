"""Words of the queue and of what happens in a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import kodenavn
from karriere.kodeverk import VENTEGRUNN, Sakshendelsestype
from karriere.models import Sakshendelse
from karriere.rules.koe import Koetilstand

TILSTAND: dict[str, Promise] = {
    Koetilstand.GJENNOMFOERT.value: gettext_lazy("Gjennomført"),
    Koetilstand.AVTALT.value: gettext_lazy("Avtalt"),
    Koetilstand.FORFALLER.value: gettext_lazy("Venter"),
    Koetilstand.OVER_FRIST.value: gettext_lazy("Over fristen"),
    Koetilstand.PAA_VENT.value: gettext_lazy("På vent"),
    Koetilstand.TAKKET_NEI.value: gettext_lazy("Takket nei"),
    Koetilstand.UTENFOR.value: gettext_lazy("Har ikke lenger rett"),
}

# The languages there is an invitation in.
INVITASJONSSPRAAK: dict[str, Promise] = {
    "nb": gettext_lazy("bokmål"),
    "nn": gettext_lazy("nynorsk"),
    "en": gettext_lazy("engelsk"),
    "uk": gettext_lazy("ukrainsk"),
    "ar": gettext_lazy("arabisk"),
}


def dager_i_ord(dager: int | None) -> str:
    """Return days left in words: «12 dager igjen», «i dag», «3 dager over»; nothing when it is not known."""
    if dager is None:
        return ""
    if dager == 0:
        return _("Siste dag i dag")
    if dager > 0:
        return ngettext("%(n)s dag igjen", "%(n)s dager igjen", dager) % {"n": dager}
    return ngettext("%(n)s dag over", "%(n)s dager over", -dager) % {"n": -dager}


def historikk(hendelser: Iterable[Sakshendelse]) -> Iterator[dict[str, Any]]:
    """Yield what has happened, as `komponenter/historikk.html` takes it."""
    for h in hendelser:
        yield {
            "tittel": Sakshendelsestype(h.hva).label,
            "beskrivelse": _detaljer(h),
            "tidspunkt": h.tid,
            "hvem": str(h.av or ""),
        }


def _detaljer(h: Sakshendelse) -> str:
    """Return the dates and codes of an event in words."""
    deler = []
    if dag := h.verdier.get("dag"):
        deler.append(visning.dato(date.fromisoformat(dag)))
    if h.hva == Sakshendelsestype.VENT:
        deler.append(kodenavn(VENTEGRUNN, h.verdier["grunn"]))
        deler.append(_("til %(dag)s") % {"dag": visning.dato(date.fromisoformat(h.verdier["til"]))})
    if nr := h.verdier.get("nr"):
        deler.append(_("versjon %(nr)s") % {"nr": nr})
    if spraak := h.verdier.get("spraak"):
        deler.append(str(INVITASJONSSPRAAK[spraak]))
    return ", ".join(deler)
