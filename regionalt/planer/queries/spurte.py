"""Who may be asked in a hearing: those that can have users here."""

from __future__ import annotations

from django.utils.translation import gettext as _

from integrering.grunnmur.alfabet import Alfabetisk
from integrering.tilgang.models import Virksomhet, Virksomhetstype
from integrering.tilgang.queries import kommuner_i_fylket


def kan_spoerres() -> list[tuple[str, list[Virksomhet]]]:
    """Return the county's municipalities, the schools and the organisations, each under their heading."""
    andre = Virksomhet.objects.filter(aktiv=True).order_by(Alfabetisk("navn"))
    per_type = {
        _("Kommuner"): list(kommuner_i_fylket()),
        _("Skoler"): list(andre.filter(type=Virksomhetstype.SKOLE)),
        _("Frivillige organisasjoner"): list(andre.filter(type=Virksomhetstype.FRIVILLIG)),
    }
    return [(navn, rader) for navn, rader in per_type.items() if rader]
