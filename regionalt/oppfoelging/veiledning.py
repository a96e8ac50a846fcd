"""«Slik gjør du»: write a contact down, ask for guidance."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.roller import KOMMUNEROLLER
from integrering.tilgang.veiledninger import Veiledning
from regionalt.oppfoelging.roller import SKRIVER

ALLE = (
    Veiledning(
        kode="skriv_kontakt",
        tittel=_("Skriv ned kontakt med en kommune"),
        steg=(
            _("Velg «Kommuner», åpne kommunen og velg «Registrer kontakt». Et besøk kan du også planlegge."),
            _("Skriv hvem dere var og kort hva dere snakket om. Lagre."),
            _("Velg «Nytt avtalt punkt» for hver avtale. Den som skal gjøre det, får en oppgave."),
        ),
        rekkefoelge=71,
        roller=frozenset(SKRIVER),
        begynner="oppfoelging:kontakter",
    ),
    Veiledning(
        kode="spoer_fylket",
        tittel=_("Spør fylkeskommunen om veiledning"),
        steg=(
            _("Velg «Kommuner» og «Forespørsler», og så «Spør fylkeskommunen»."),
            _("Velg tema og skriv spørsmålet uten opplysninger om deltakere. Send."),
            _("I listen ser du om forespørselen er mottatt, under arbeid eller besvart."),
        ),
        rekkefoelge=72,
        roller=KOMMUNEROLLER,
        begynner="oppfoelging:forespoersler",
    ),
)
