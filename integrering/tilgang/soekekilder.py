"""What this floor lets people find: organisations and terms."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from integrering.tilgang import begreper, veiledning
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.meny import registrer_menypunkt
from integrering.tilgang.queries import virksomheter
from integrering.tilgang.roller import ALLE_ROLLER
from integrering.tilgang.soek import Soekekilde, Treff, registrer_soek
from integrering.tilgang.veiledninger import registrer_veiledning


def registrer() -> None:
    """Make organisations and terms findable, and put the help in the menu."""
    registrer_soek(Soekekilde("virksomheter", gettext_lazy("Virksomheter"), _virksomheter, 30, ALLE_ROLLER))
    registrer_soek(Soekekilde("begreper", gettext_lazy("Begreper"), _begreper, 90, ALLE_ROLLER))
    registrer_veiledning(*veiledning.ALLE)
    registrer_menypunkt(
        "hjelp", gettext_lazy("Hjelp og begreper"), rekkefoelge=50, roller=ALLE_ROLLER, mer=True
    )


def _virksomheter(tekst: str, av: Aktoer, antall: int) -> Sequence[Treff]:
    nummer = "".join(tekst.split()).replace(".", "")
    return [
        Treff(
            tekst=v.navn,
            url=reverse("virksomhet", args=[v.nummer]),
            detalj=_("%(slag)s, %(nummer)s") % {"slag": v.get_type_display(), "nummer": v.nummer},
            eksakt=v.nummer == nummer,
        )
        for v in virksomheter.soek(tekst)[:antall]
    ]


def _begreper(tekst: str, av: Aktoer, antall: int) -> Sequence[Treff]:
    spraak = get_language() or "nb"
    return [
        Treff(b.ordet(spraak), f"{reverse('begreper')}#{b.kode}", b.kort(spraak))
        for b in begreper.soek(tekst, bare_ordet=True)[:antall]
    ]
