"""«Slik gjør du»."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER
from integrering.tilgang.veiledninger import Veiledning

_INNKALLERE = FYLKESROLLER | KOMMUNEROLLER
ALLE = (
    Veiledning(
        kode="kall_inn_til_moete",
        tittel=_("Kall inn til møte"),
        steg=(
            _("Velg «Nytt møte», og skriv hva det gjelder, når og hvor."),
            _("Kryss av hvem som kommer fra dere, og hvilke virksomheter som er invitert."),
            _("Lagre. De inviterte ser møtet og melder på sine egne."),
            _("Etter møtet: skriv punktene med ansvarlig og frist. Hvert punkt blir en oppgave."),
        ),
        rekkefoelge=60,
        roller=_INNKALLERE,
        begynner="moete_nytt",
    ),
    Veiledning(
        kode="fast_tid_hver_uke",
        tittel=_("Sett av fast tid hver uke"),
        steg=(
            _("Velg «Faste tider» og «Ny fast tid»."),
            _("Velg ukedag, klokkeslett og hvem som er med."),
            _("Se over ukene. Helligdager er hoppet over."),
            _("Lag møtene. Løsningen lager resten etter hvert."),
        ),
        rekkefoelge=61,
        roller=_INNKALLERE,
        begynner="fast_tid_ny",
    ),
)
