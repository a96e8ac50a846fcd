"""How events read."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur import visning
from regionalt.kompetanse.rules.plasser import Stengt

# The three questions of an evaluation, by the columns of the answer.
EVALUERINGEN = {
    "nytte": gettext_lazy("Jeg har nytte av dette i jobben"),
    "innhold": gettext_lazy("Innholdet passet til det jeg trengte"),
    "opplegg": gettext_lazy("Tid, sted og opplegg var bra"),
}


def tidsrom(start: datetime, slutt: datetime) -> str:
    """Return «05.06.2027 kl. 10.00–12.00»; over several days «05.06.2027–06.06.2027»."""
    fra, til = timezone.localtime(start), timezone.localtime(slutt)
    if fra.date() != til.date():
        return visning.periode(fra.date(), til.date())
    deler = {"dato": visning.dato(fra), "fra": f"{fra:%H.%M}", "til": f"{til:%H.%M}"}
    return _("%(dato)s kl. %(fra)s–%(til)s") % deler


def hvorfor_stengt(stengt: Stengt) -> str:
    """Return why nobody can be registered."""
    return {
        Stengt.UTKAST: _("Arrangementet er ikke åpnet."),
        Stengt.AVLYST: _("Arrangementet er avlyst."),
        Stengt.HOLDT: _("Arrangementet er holdt."),
        Stengt.FRIST: _("Påmeldingsfristen er ute. Kontakt fylkeskommunen."),
        Stengt.BEGYNT: _("Arrangementet har begynt."),
    }[stengt]
