"""Words of the queue."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from karriere.rules.koe import Koetilstand

TILSTAND: dict[str, Promise] = {
    Koetilstand.GJENNOMFOERT.value: _("Gjennomført"),
    Koetilstand.AVTALT.value: _("Avtalt"),
    Koetilstand.FORFALLER.value: _("Venter"),
    Koetilstand.OVER_FRIST.value: _("Over fristen"),
    Koetilstand.PAA_VENT.value: _("På vent"),
    Koetilstand.TAKKET_NEI.value: _("Takket nei"),
    Koetilstand.UTENFOR.value: _("Har ikke lenger rett"),
}
