"""What the answers of the rules are called."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.nir.rules.lov import Lov
from integrering.nir.rules.lovfrister import Fristkode
from integrering.nir.rules.registreringer import Krav, Lovkolonne, Registrering
from integrering.nir.rules.rettigheter import Rettsstilling
from integrering.nir.rules.sluttmaal import Sluttmaal

_LOV = {
    Lov.INTRODUKSJONSLOVEN: _("Introduksjonsloven"),
    Lov.INTEGRERINGSLOVEN: _("Integreringsloven"),
    Lov.KAP_6A: _("Integreringsloven kapittel 6A"),
    Lov.OVERGANG_FRA_34: _("Integreringsloven, overgang fra kapittel 6A"),
}

_LOVKOLONNE = {
    Lovkolonne.INTEGRERINGSLOVEN: _("Integreringsloven"),
    Lovkolonne.KAP_6A_FOER_2026: _("Kapittel 6A før 2026"),
    Lovkolonne.KAP_6A: _("Kapittel 6A"),
    Lovkolonne.INTRODUKSJONSLOVEN: _("Introduksjonsloven"),
}

_RETTSSTILLING = {
    Rettsstilling.RETT_OG_PLIKT: _("Rett og plikt"),
    Rettsstilling.RETT: _("Rett, ikke plikt"),
    Rettsstilling.PLIKT: _("Bare plikt"),
    Rettsstilling.KAN_TILBYS: _("Kan tilbys"),
    Rettsstilling.FULLFOERE: _("Rett til å fullføre"),
    Rettsstilling.INGEN: _("Verken rett eller plikt"),
}

_KRAV = {
    Krav.SKAL: _("Skal registreres"),
    Krav.NAAR_DET_SKJER: _("Registreres når det skjer"),
}

_REGISTRERING = {
    Registrering.KOMPETANSEKARTLEGGING: _("Kompetansekartlegging"),
    Registrering.VEDTAK_INTRO: _("Vedtak om introduksjonsprogram"),
    Registrering.OPPSTART_INTRO: _("Oppstart av introduksjonsprogram"),
    Registrering.SLUTTMAAL: _("Sluttmål"),
    Registrering.INTEGRERINGSPLAN: _("Integreringsplan"),
    Registrering.INTEGRERINGSKONTRAKT: _("Integreringskontrakt"),
    Registrering.TILTAK_FRAVAER: _("Tiltak og fravær"),
    Registrering.FORELDREVEILEDNING: _("Foreldreveiledning"),
    Registrering.LIVSMESTRING: _("Livsmestring"),
    Registrering.PERMISJON: _("Permisjon"),
    Registrering.KLAGE: _("Klage og utfall"),
    Registrering.AVSLUTNING: _("Avslutning og årsak"),
    Registrering.UTDANNINGSBAKGRUNN: _("Utdanningsbakgrunn"),
    Registrering.VEDTAK_NORSK: _("Vedtak om norskopplæring"),
    Registrering.OPPSTART_NORSK: _("Oppstart av norskopplæring"),
    Registrering.NORSKMAAL: _("Norskmål"),
    Registrering.NORSKPLAN: _("Norskplan"),
    Registrering.TIMER_NORSK: _("Timer og fravær i norsk"),
    Registrering.TIMER_SAMF: _("Timer og fravær i samfunnskunnskap"),
    Registrering.FULLTID_VGO: _("Fulltid videregående"),
}

_FRIST = {
    Fristkode.KARTLEGGING: _("Kompetansekartlegging gjennomført"),
    Fristkode.KARRIEREVEILEDNING: _("Karriereveiledning gjennomført"),
    Fristkode.INTRO_VEDTAK_OG_START: _("Vedtak om og oppstart av introduksjonsprogram"),
    Fristkode.INTEGRERINGSPLAN: _("Integreringsplan laget"),
    Fristkode.PARTSDOKUMENT: _("Integreringskontrakt inngått"),
    Fristkode.ARBEIDSRETTET: _("Arbeidsrettede elementer i gang"),
    Fristkode.PROGRAMSLUTT: _("Introduksjonsprogrammet slutter"),
    Fristkode.NORSK_TILBUD: _("Tilbud om norskopplæring"),
    Fristkode.NORSK_SLUTT: _("Retten til norskopplæring slutter"),
    Fristkode.SAMFUNNSKUNNSKAP: _("Samfunnskunnskap gjennomført"),
    Fristkode.SAMFUNNSKUNNSKAPSPROEVE: _("Samfunnskunnskapsprøve avlagt"),
    Fristkode.UTSATT_OPPSTART: _("Utsatt oppstart slutter"),
}

_SLUTTMAAL = {
    Sluttmaal.ARBEID: _("Kvalifisere for arbeid"),
    Sluttmaal.HOEYERE_UTDANNING: _("Forberede for utdanning over videregående nivå"),
    Sluttmaal.REKVALIFISERING: _("Yrkesfaglig rekvalifisering"),
    Sluttmaal.DELER_VGO: _("Fullføre deler av videregående opplæring"),
    Sluttmaal.VGO: _("Fullføre videregående opplæring"),
    Sluttmaal.FAGOPPLAERING: _("Fullføre fag- og yrkesopplæring"),
    Sluttmaal.GRUNNSKOLE: _("Deler av eller hele grunnskolen"),
}


def lov(kode: Lov) -> str:
    """Return the name of the law."""
    return str(_LOV[kode])


def lovkolonne(kode: Lovkolonne) -> str:
    """Return the heading of a column of the checklist."""
    return str(_LOVKOLONNE[kode])


def rettsstilling(kode: Rettsstilling) -> str:
    """Return what a person has towards a scheme."""
    return str(_RETTSSTILLING[kode])


def krav(kode: Krav) -> str:
    """Return how a registration is asked for."""
    return str(_KRAV[kode])


def registrering(kode: Registrering) -> str:
    """Return the name of a registration."""
    return str(_REGISTRERING[kode])


def frist(kode: Fristkode) -> str:
    """Return the name of a deadline."""
    return str(_FRIST[kode])


def sluttmaal(kode: Sluttmaal) -> str:
    """Return the name of a final goal, in the words of the act."""
    return str(_SLUTTMAAL[kode])
