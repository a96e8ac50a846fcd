"""The words of the tasks about what the checklist asks for, and whose they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import visning
from integrering.nir import regeltekster
from integrering.nir.rules.funn import Statusgrunn
from integrering.nir.rules.planvurdering import Utloeser
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.registreringsoppgaver import Oppgavekode
from integrering.tilgang.roller import Rolle

# Those with the duty to register the programme (forskriften §§ 58, 59), and those who register training too.
PROGRAMMET = frozenset({Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.FYLKE_SAKSBEHANDLER})
OPPLAERINGEN = PROGRAMMET | {Rolle.KOMMUNE_VOKSENOPPLAERING}

_UTLOESERE = {
    Utloeser.EGEN_DATO: _("Dere satte denne datoen selv."),
    Utloeser.FAST_DATO: _("Det er en av de faste datoene for vurdering av planer."),
    Utloeser.NY_KLASSE: _("Personen har fått ny klasse eller skole."),
    Utloeser.OVERGANG_NAV: _("Personen går over til tiltak hos Nav."),
}


@dataclass(frozen=True)
class Ordene:
    """One rule in words. `hvorfor` may hold %(grunn)s, %(hva)s and %(siden)s."""

    kode: Oppgavekode
    tittel: Promise
    hvorfor: Promise
    handling: Promise
    hjemmel: Promise
    roller: frozenset[Rolle] = PROGRAMMET


def _grunn(kode: str) -> str:
    if kode in set(Utloeser):
        return str(_UTLOESERE[Utloeser(kode)])
    return regeltekster.statusgrunn(Statusgrunn(kode))


def _hva(kode: str) -> str:
    return regeltekster.registrering(Registrering(kode))


def _siden(dag: str) -> str:
    """Return what the deadline is counted from, as a sentence of its own: left out when it is not known."""
    return gettext("Regnet fra %(dag)s.") % {"dag": visning.dato(date.fromisoformat(dag))}


# How the values of a proposal read; a value that is missing reads as nothing.
ORD: Mapping[str, Callable[[str], str]] = {"grunn": _grunn, "hva": _hva, "siden": _siden}

REGLER: tuple[Ordene, ...] = (
    Ordene(
        Oppgavekode.BOSETTING,
        _("Bosetting er ikke registrert"),
        _(
            "Uten dagen personen ble bosatt, og om det var etter avtale, kan ikke retten til program "
            "avgjøres. %(siden)s"
        ),
        _("Registrer bosetting"),
        _("Integreringsloven § 8"),
    ),
    Ordene(
        Oppgavekode.INTRO_VEDTAK,
        _("Vedtak om introduksjonsprogram mangler"),
        _("Vedtak og oppstart skal være på plass innen tre måneder etter bosetting eller krav. %(siden)s"),
        _("Registrer vedtak"),
        _("Integreringsloven § 12"),
    ),
    Ordene(
        Oppgavekode.KARTLEGGING,
        _("Kompetansekartlegging mangler"),
        _("Kartleggingen skal være gjort før vedtaket om introduksjonsprogram. %(siden)s"),
        _("Registrer kartlegging"),
        _("Integreringsloven § 10"),
    ),
    Ordene(
        Oppgavekode.SLUTTMAAL,
        _("Sluttmål mangler"),
        _(
            "Sluttmålet settes når det fattes vedtak om programmet, og registreres innen to måneder. "
            "%(siden)s"
        ),
        _("Registrer sluttmål"),
        _("Integreringsloven §§ 13 og 14"),
    ),
    Ordene(
        Oppgavekode.PLAN,
        _("Integreringsplan mangler"),
        _("%(grunn)s Planen lages samtidig med vedtaket, og registreres innen to måneder. %(siden)s"),
        _("Registrer plan"),
        _("Integreringsloven § 15"),
    ),
    Ordene(
        Oppgavekode.PLAN_REVISJON,
        _("Integreringsplanen bør vurderes"),
        _("%(grunn)s Registrer planen på nytt når den er vurdert, også når den står ved lag."),
        _("Registrer ny utgave"),
        _("Integreringsloven § 15"),
    ),
    Ordene(
        Oppgavekode.KONTRAKT,
        _("Integreringskontrakt mangler"),
        _("%(grunn)s Kontrakten inngås sammen med planen, og registreres innen to måneder. %(siden)s"),
        _("Registrer kontrakt"),
        _("Integreringsloven § 16"),
    ),
    Ordene(
        Oppgavekode.TILTAK,
        _("Tiltak eller fravær mangler"),
        _(
            "%(grunn)s Et program som pågår, har tiltak hver måned. "
            "Tiltak og fravær registreres innen to måneder. %(siden)s"
        ),
        _("Registrer tiltak"),
        _("Forskriften § 52 d og f"),
    ),
    Ordene(
        Oppgavekode.FORELDREVEILEDNING,
        _("Foreldreveiledning er ikke registrert gjennomført"),
        _("%(grunn)s Den som har barn under 18 år, skal ha foreldreveiledning før programmet slutter."),
        _("Registrer foreldreveiledning"),
        _("Integreringsloven § 14 a"),
    ),
    Ordene(
        Oppgavekode.LIVSMESTRING,
        _("Livsmestring er ikke registrert gjennomført"),
        _("%(grunn)s Kurset skal være gjennomført før programmet slutter."),
        _("Registrer livsmestring"),
        _("Integreringsloven § 14 a"),
    ),
    Ordene(
        Oppgavekode.PERMISJON_SLUTT,
        _("Permisjon slutter snart"),
        _("Avklar når personen er tilbake, og rett permisjonen hvis den varer lenger. %(siden)s"),
        _("Se permisjonen"),
        _("Forskriften §§ 52 f og 53 j"),
    ),
    Ordene(
        Oppgavekode.KLAGE,
        _("Klage uten utfall"),
        _(
            "Registrer utfallet når klagen er avgjort. "
            "Sett oppgaven på vent mens statsforvalteren har den. %(siden)s"
        ),
        _("Registrer utfall"),
        _("Integreringsloven § 47"),
    ),
    Ordene(
        Oppgavekode.AVSLUTNING,
        _("Avslutning med årsak mangler"),
        _("%(grunn)s Dato, årsak og hovedaktivitet registreres innen to måneder. %(siden)s"),
        _("Registrer avslutning"),
        _("Forskriften § 52 a"),
    ),
    Ordene(
        Oppgavekode.UTDANNING,
        _("Utdanningsbakgrunn mangler"),
        _("Utdanningen avgjør hvor lenge programmet og norskopplæringen varer. %(siden)s"),
        _("Registrer utdanning"),
        _("Integreringsloven §§ 13, 14 og 32"),
        OPPLAERINGEN,
    ),
    Ordene(
        Oppgavekode.NORSK_VEDTAK,
        _("Vedtak om norskopplæring mangler"),
        _(
            "Opplæringen skal tilbys innen tre måneder etter at personen ble folkeregistrert eller "
            "krevde den. %(siden)s"
        ),
        _("Registrer vedtak"),
        _("Integreringsloven § 30"),
        OPPLAERINGEN,
    ),
    Ordene(
        Oppgavekode.NORSKMAAL,
        _("Norskmål mangler"),
        _("Norskmålet settes når opplæringen starter, og registreres innen to måneder. %(siden)s"),
        _("Registrer norskmål"),
        _("Integreringsloven § 31"),
        OPPLAERINGEN,
    ),
    Ordene(
        Oppgavekode.NORSKPLAN,
        _("Norskplan mangler"),
        _("%(grunn)s Den som får opplæring uten å delta i program, skal ha en norskplan. %(siden)s"),
        _("Registrer norskplan"),
        _("Integreringsloven §§ 34 og 37 d"),
        OPPLAERINGEN,
    ),
    Ordene(
        Oppgavekode.ADRESSE,
        _("Folkeregistrert i en annen kommune enn vedtaket"),
        _(
            "Personen er registrert her, men vedtaket er gjort av en annen kommune. "
            "Registrer eget vedtak, eller rett bostedet. %(siden)s"
        ),
        _("Se personen"),
        _("Forskriften § 46 c"),
    ),
    Ordene(
        Oppgavekode.REG_FRIST,
        _("Registreringsfristen går ut"),
        _("%(hva)s: %(grunn)s Det som er kjent, registreres innen to måneder. %(siden)s"),
        _("Registrer"),
        _("Forskriften §§ 58 og 59"),
        OPPLAERINGEN,
    ),
)  # fmt: skip
