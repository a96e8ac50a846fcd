"""Words for what the rules say in codes."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.dateformat import format as dato_som
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur import visning
from integrering.utveksling.moeter.models import Moete
from integrering.utveksling.moeter.rules.faste import Uke, Utfall
from integrering.utveksling.moeter.rules.helligdager import Helligdag

HELLIGDAGER = {
    Helligdag.NYTTAAR: gettext_lazy("første nyttårsdag"),
    Helligdag.SKJAERTORSDAG: gettext_lazy("skjærtorsdag"),
    Helligdag.LANGFREDAG: gettext_lazy("langfredag"),
    Helligdag.PAASKEDAG_1: gettext_lazy("første påskedag"),
    Helligdag.PAASKEDAG_2: gettext_lazy("andre påskedag"),
    Helligdag.MAI_1: gettext_lazy("1. mai"),
    Helligdag.MAI_17: gettext_lazy("17. mai"),
    Helligdag.HIMMELFART: gettext_lazy("Kristi himmelfartsdag"),
    Helligdag.PINSEDAG_1: gettext_lazy("første pinsedag"),
    Helligdag.PINSEDAG_2: gettext_lazy("andre pinsedag"),
    Helligdag.JULEDAG_1: gettext_lazy("første juledag"),
    Helligdag.JULEDAG_2: gettext_lazy("andre juledag"),
}


def tid(start: datetime, slutt: datetime) -> str:
    """Return «onsdag 10.03.2027 kl. 09.00–10.00» by the clock in Oslo."""
    fra, til = timezone.localtime(start), timezone.localtime(slutt)
    return f"{dato_som(fra, 'l').lower()} {visning.dato(fra)} kl. {fra:%H.%M}–{til:%H.%M}"


def moetets_tid(moete: Moete) -> str:
    """Return when a meeting is."""
    return tid(moete.start, moete.slutt)


def uke(funnet: Uke) -> str:
    """Say what a week of a slot gives, and why not."""
    match funnet.utfall:
        case Utfall.LAGES:
            return _("Møte lages")
        case Utfall.FINNES:
            return _("Møtet er laget")
        case Utfall.UNNTAK:
            return _("Ikke møte: %(grunn)s") % {"grunn": funnet.grunn}
        case Utfall.HELLIGDAG:
            return _("Ikke møte: %(dag)s") % {"dag": HELLIGDAGER[Helligdag(str(funnet.helligdag))]}
