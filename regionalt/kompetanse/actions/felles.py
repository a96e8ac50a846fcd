"""What the actions share: short texts without numbers, the turn at an event, the sources of tasks."""

from __future__ import annotations

from django.utils.translation import gettext as _

from integrering.grunnmur.personnummer import har_siffer_i_tittel
from integrering.grunnmur.samtidighet import vent_paa_tur
from regionalt.kompetanse.models import Arrangement
from regionalt.kompetanse.queries.paameldte import med_plasser

# The sources of tasks: places from the waiting list, events that are over, examples that are sent in.
PLASSER, HELE, EKSEMPLER = "kompetanse.plasser", "kompetanse.arrangementer", "kompetanse.eksempler"


def paa_tur(arrangement: Arrangement) -> Arrangement:
    """Return the event as it stands, with its places, when those before us are done with them."""
    vent_paa_tur("kompetanse.plasser", [arrangement.pk])
    return med_plasser(Arrangement.objects.filter(pk=arrangement.pk)).get()


def brudd_i_tittel(**titler: str) -> dict[str, list[str]]:
    """Return the short texts that hold so many digits that they may be about a person."""
    melding = _("Ikke skriv fødselsdato eller nummer på personer her.")
    return {felt: [melding] for felt, tekst in titler.items() if har_siffer_i_tittel(tekst)}
