"""«Slik gjør du» for søknader og oppfølging."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.veiledninger import Veiledning
from opplaering.actions.samarbeid import PARTENE
from opplaering.roller import FYLKET

ALLE = (
    Veiledning(
        kode="behandle_vgo_soeknad",
        tittel=_("Behandle en søknad om videregående"),
        steg=(
            _("Velg «Opplæring», «Søknader» og «Ny søknad», og finn søkeren."),
            _("Svar på spørsmålene og skriv ønskene. Siden viser hvilken rett søkeren har, og hvorfor."),
            _("Velg «Vurder realkompetanse» hvis fag skal vurderes. Velg «Avgjør søknaden» til slutt."),
        ),
        rekkefoelge=65,
        roller=frozenset(FYLKET),
        begynner="opplaering_soeknader",
    ),
    Veiledning(
        kode="foelg_opp_deltaker",
        tittel=_("Følg opp en deltaker sammen"),
        steg=(
            _("Velg «Opplæring», navnet i listen, og «Kontakter, avtaler og møter»."),
            _("Velg «Ny avtale». Skriv hva som skal gjøres, hvem som gjør det, og fristen."),
            _("Den som skal gjøre det, får en oppgave to uker før fristen. Velg «Gjort» når det er gjort."),
        ),
        rekkefoelge=66,
        roller=frozenset(PARTENE),
        begynner="opplaering_oppfoelging",
    ),
)
