"""Help on the pages of what the county gives: for those who apply, and for those who decide."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.veiledninger import Veiledning
from tilskudd.gitt.roller import SOEKER, VURDERER

ALLE = (
    Veiledning(
        kode="soek_hos_fylket",
        tittel=_("Søk om tilskudd hos fylkeskommunen"),
        steg=(
            _("Åpne en utlysning og velg «Skriv en søknad». Øverst står det hvem som kan søke, og fristen."),
            _("Fyll ut ett steg om gangen. Det du skriver, lagres, og du kan fortsette en annen dag."),
            _("Last opp regnskap og det utlysningen ellers ber om, og se over alt i siste steg."),
            _("Send søknaden før fristen. Du får svar her, og klagefristen står i vedtaket."),
            _("Får dere tilskudd, leverer dere rapport og regnskap på den samme siden."),
        ),
        rekkefoelge=20,
        roller=frozenset(SOEKER),
        begynner="gitt:mine",
    ),
    Veiledning(
        kode="behandle_soeknad",
        tittel=_("Behandle en søknad om tilskudd"),
        steg=(
            _("Åpne søknaden fra «Tilskudd vi gir». Kontrollene sier hva som er i orden."),
            _("To personer vurderer hvert kriterium, hver for seg, med begrunnelse."),
            _("Vedta beløp eller avslag med begrunnelse. En annen enn den som vurderte, må vedta."),
            _("Før utbetalingen når vilkårene er godtatt. Rest betales når rapporten er kontrollert."),
            _("Kontroller rapport og regnskap. Er noe ikke brukt etter formålet, lager du et krav."),
        ),
        rekkefoelge=63,
        roller=frozenset(VURDERER),
        begynner="gitt:soeknader",
    ),
)
