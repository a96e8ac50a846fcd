"""What happens to an application is written down."""

from __future__ import annotations

from integrering.tilgang.aktoer import Aktoer
from tilskudd.gitt.models import Logglinje, Soeknad

# The name of the source of tasks, which follows each change.
KILDE = "gitt"


def loggfoer(soeknad: Soeknad, hva: str, av: Aktoer, tekst: str = "") -> None:
    """Write a line in the history of an application (`tekster.HENDELSER` says what the code reads as)."""
    Logglinje.objects.create(soeknad=soeknad, hva=hva, av_id=av.bruker_id, tekst=tekst)
