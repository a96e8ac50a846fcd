"""The note: what the floors below are told."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.nir.skjematillegg import registrer_skjematillegg
from integrering.tilgang.innsynssteder import registrer_innsynssteder
from integrering.tilgang.veiledninger import Veiledning, registrer_veiledning
from karriere import notatpanel, vedtakstillegg
from karriere.roller import KOMMUNEN
from karriere.sakspaneler import registrer_sakspanel

_VEILEDNING = Veiledning(
    kode="karriere_notat",
    tittel=_("Bruk karriereveileders notat i vedtaket"),
    steg=(
        _("Åpne oppgaven «Les karriereveileders notat», eller finn personen under «Karriere»."),
        _("Les notatet. Karrieresenteret ser at det er lest."),
        _("Når du registrerer vedtaket om introduksjonsprogram, svarer du på om notatet er brukt."),
    ),
    rekkefoelge=71,
    roller=frozenset(KOMMUNEN),
    begynner="karriere:koe",
)


def meld_inn() -> None:
    """Register it all."""
    registrer_innsynssteder({"karriere-notat": _("Karriereveileders notat")})
    registrer_sakspanel(notatpanel.PANEL)
    registrer_veiledning(_VEILEDNING)
    registrer_skjematillegg(vedtakstillegg.SLAG, vedtakstillegg.finn)
