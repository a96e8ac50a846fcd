"""How an application reads: what it lacks, what is warned of, what comes next, where it stands."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from integrering.lister import Status
from tilskudd.soekt.models import Soeknad, Tilstand
from tilskudd.soekt.rules.bruk import Avvik
from tilskudd.soekt.rules.hull import Hull
from tilskudd.soekt.rules.steg import Steg

HULL: dict[Hull, Promise] = {
    Hull.TILTAK: _("Tiltaket, formålet eller målgruppen er ikke beskrevet."),
    Hull.PERIODE: _("Første og siste dag mangler."),
    Hull.DELTAKERE: _("Antall deltakere mangler, eller er færre enn utlysningen krever."),
    Hull.BUDSJETT: _("Budsjettet har ingen merkostnad å søke om."),
    Hull.EGENANDEL: _("Utlysningen krever egenandel."),
    Hull.OVER_MEST: _("Det søkes om mer enn én søker kan få i året."),
    Hull.MAALGRUPPE: _("Ikke alt om målgruppen er bekreftet."),
    Hull.VILKAAR: _("Ikke alle vilkårene i utlysningen er oppfylt."),
    Hull.PARTNERE: _("Ingen samarbeidspartnere er lagt inn."),
    Hull.AVTALER: _("En samarbeidspartner har ikke undertegnet intensjonsavtalen."),
    Hull.FRIST: _("Søknadsfristen er ute."),
}
# The page where each is mended.
HULL_RETTES: dict[Hull, str] = {
    Hull.TILTAK: "tiltak",
    Hull.PERIODE: "tiltak",
    Hull.DELTAKERE: "tiltak",
    Hull.BUDSJETT: "budsjett",
    Hull.EGENANDEL: "budsjett",
    Hull.OVER_MEST: "budsjett",
    Hull.MAALGRUPPE: "vilkaar",
    Hull.VILKAAR: "vilkaar",
    Hull.PARTNERE: "partner_ny",
}
AVVIK: dict[Avvik, Promise] = {
    Avvik.UTENFOR_FORMAALET: _("Beløpet er brukt utenfor formålet. Det kan bli krevd tilbake."),
    Avvik.UTENFOR_BUDSJETTET: _("Beløpet hører ikke til noen post i budsjettet."),
    Avvik.OVER_POSTEN: _("Beløpet er mer enn det som er igjen på posten."),
    Avvik.OVER_TILSKUDDET: _("Beløpet er mer enn det som er igjen av tilskuddet."),
    Avvik.UTENFOR_PERIODEN: _("Datoen er utenfor perioden tiltaket varer."),
}
NESTE: dict[Steg, Promise] = {
    Steg.TILTAK: _("Beskriv tiltaket"),
    Steg.BUDSJETT: _("Sett opp budsjettet"),
    Steg.PARTNER: _("Legg til samarbeidspartnere"),
    Steg.VILKAAR: _("Svar på vilkårene"),
    Steg.KLAR: _("Gjør klar til godkjenning"),
    Steg.GODKJENN: _("Se over og godkjenn"),
    Steg.SEND: _("Før inn at søknaden er sendt"),
    Steg.VEDTAK: _("Før vedtaket"),
    Steg.START: _("Sett tiltaket i gang"),
    Steg.RAPPORT: _("Skriv rapporten"),
    Steg.AVSLUTT: _("Avslutt"),
}
NESTE_FORKLART: dict[Steg, Promise] = {
    Steg.TILTAK: _("Hva dere vil gjøre, for hvem, og når."),
    Steg.BUDSJETT: _("Det søkes om merkostnaden: det tiltaket koster ut over ordinær opplæring."),
    Steg.PARTNER: _("Arbeidsgivere, kommuner og Nav, med intensjonsavtale."),
    Steg.VILKAAR: _("Kryss av for det som er oppfylt, og skriv hva som viser det."),
    Steg.KLAR: _("Når alt er på plass, ser en annen over søknaden før den sendes."),
    Steg.GODKJENN: _("En tilskuddsgodkjenner som ikke har skrevet i søknaden, ser over og godkjenner den."),
    Steg.SEND: _("Søknaden er godkjent. Send den til IMDi, og før inn kvitteringen her."),
    Steg.VEDTAK: _("Søknaden er sendt. Når svaret kommer, føres vedtaket her."),
    Steg.START: _("Tilskuddet er innvilget. Før dagen tiltaket begynner."),
    Steg.RAPPORT: _("Før bruk, deltakere og metoder underveis. Rapporten bygger på dem."),
    Steg.AVSLUTT: _("Rapporten er levert. Avslutt med det som eventuelt er betalt tilbake."),
}
_FARGE = {
    Tilstand.UTKAST: "neutral",
    Tilstand.KLAR: "info",
    Tilstand.SENDT: "info",
    Tilstand.INNVILGET: "success",
    Tilstand.AVSLAATT: "danger",
    Tilstand.I_GANG: "success",
    Tilstand.RAPPORTERT: "info",
    Tilstand.AVSLUTTET: "neutral",
    Tilstand.TRUKKET: "neutral",
}


def status(soeknad: Soeknad) -> Status:
    """Return where an application stands, in words with a colour."""
    return Status(str(soeknad.get_tilstand_display()), _FARGE[Tilstand(soeknad.tilstand)])
