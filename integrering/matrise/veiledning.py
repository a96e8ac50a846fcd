"""«Slik gjør du»."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.matrise.roller import FOELGER_OPP, SER_PERSONER
from integrering.tilgang.veiledninger import Veiledning

ALLE = (
    Veiledning(
        kode="finn_det_som_mangler",
        tittel=_("Finn det som mangler i registreringene"),
        steg=(
            _("Åpne «Registreringsmatrise». Hver rad er en person, hver kolonne en registrering."),
            _("Velg tallet øverst i en kolonne for å se bare dem som mangler den."),
            _("Velg «Mangler» i en rute for å åpne skjemaet, og registrer."),
        ),
        rekkefoelge=30,
        roller=SER_PERSONER,
        begynner="registreringsmatrise",
    ),
    Veiledning(
        kode="svar_kontrollutvalget",
        tittel=_("Svar kontrollutvalget om registreringene"),
        steg=(
            _("Lag et øyeblikksbilde for datoen utvalget spør om."),
            _("Skriv inn vedtakspunktene, med ansvarlig og frist. Hvert punkt blir en oppgave."),
            _("Legg ved det som viser hva som er gjort, og merk punktet som gjort."),
            _("Lag et nytt øyeblikksbilde, sammenlign det med det forrige, og skriv det ut som PDF."),
            _("Skriv i punktene når svaret ble sendt, og til hvem."),
        ),
        rekkefoelge=65,
        roller=FOELGER_OPP,
        begynner="oeyeblikksbilde_nytt",
    ),
)
