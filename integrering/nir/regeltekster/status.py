"""What a cell of the registration status is called, and why it is as it is."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.nir.regeltekster.steg import felt, grunn, regelmangel
from integrering.nir.rules.funn import Statusgrunn
from integrering.nir.rules.grunnlag import Felt
from integrering.nir.rules.regelkoder import Grunn, Regelmangel
from integrering.nir.rules.status import Celle, Tilstand

_TILSTAND = {
    Tilstand.REGISTRERT: _("Registrert"),
    Tilstand.DELVIS: _("Delvis"),
    Tilstand.MANGLER: _("Mangler"),
    Tilstand.GJELDER_IKKE: _("Gjelder ikke"),
    Tilstand.UKJENT: _("Kan ikke avgjøres"),
}

_STATUSGRUNN = {
    Statusgrunn.NAAR_DET_SKJER: _("Registreres når det skjer."),
    Statusgrunn.IKKE_STARTET: _("Det er ikke noe å registrere ennå."),
    Statusgrunn.AVSLAG: _("Avslag er registrert."),
    Statusgrunn.PLAN_UFULLSTENDIG: _("Planen mangler noe av det loven krever."),
    Statusgrunn.IKKE_SIGNERT: _("Ikke signert av alle."),
    Statusgrunn.INGEN_TILTAK_SISTE_MAANED: _("Ingen tiltak den siste måneden."),
    Statusgrunn.FRAVAER_UAVKLART: _("Fravær er ikke avklart."),
    Statusgrunn.FOR_FAA_MOETER: _("Færre møter enn forskriften krever."),
    Statusgrunn.FOR_FAA_TIMER: _("Færre timer enn loven krever."),
    Statusgrunn.UTEN_VEDTAKSDATO: _("Permisjonen mangler vedtaksdato."),
    Statusgrunn.UTEN_UTFALL: _("Klagen har ikke fått utfall."),
    Statusgrunn.UTEN_HOVEDAKTIVITET: _("Avslutningen mangler hovedaktivitet."),
    Statusgrunn.PROGRAMTID_UTE: _("Programtiden er ute."),
    Statusgrunn.STANSET: _("Programmet er stanset permanent."),
    Statusgrunn.MAANEDER_MANGLER: _("Timer mangler for én eller flere måneder."),
    Statusgrunn.UTEN_SLUTTDATO: _("Perioden mangler sluttdato."),
    Statusgrunn.IKKE_FULLTID: _("Perioden har under 30 timer i uken."),
    Statusgrunn.UTEN_HOVEDANSVAR: _("Hovedansvaret for kombinasjonsklassen er ikke avklart."),
    Statusgrunn.VGO_UTEN_PERIODE: _("Tiltaket er videregående på fulltid, men perioden er ikke registrert."),
}


def tilstand(kode: Tilstand) -> str:
    """Return what a cell says."""
    return str(_TILSTAND[kode])


def statusgrunn(kode: Statusgrunn) -> str:
    """Return a sentence: why a cell is as it is."""
    return str(_STATUSGRUNN[kode])


def hvorfor(celle: Celle) -> str:
    """Return why a cell is as it is: a sentence, or of what cannot be decided the facts it takes."""
    koder = celle.grunn.split()
    if celle.tilstand is Tilstand.UKJENT:
        return ", ".join(_ukjent(kode) for kode in koder)
    return " ".join(_grunn(kode) for kode in koder)


def _grunn(kode: str) -> str:
    return statusgrunn(Statusgrunn(kode)) if kode in set(Statusgrunn) else grunn(Grunn(kode))


def _ukjent(kode: str) -> str:
    return regelmangel(Regelmangel(kode)) if kode in set(Regelmangel) else felt(Felt(kode))
