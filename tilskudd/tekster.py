"""The engine's answers in words: conditions, who can mend them, kinds and states."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur import visning
from integrering.grunnmur.kroner import formater
from integrering.nir.kodeverk import Landgruppe, Tillatelsestype
from tilskudd.models.sats import ORDNINGER
from tilskudd.rules.hvorfor import Hvem, Kode, Vilkaar
from tilskudd.rules.ordninger import ALDER_FRA, ALDER_TIL, Ordning
from tilskudd.rules.uvanlig import ENDRING_KRONER, ENDRING_PROSENT, TREKK_PERSONER, Hva, Uvanlig

SPOERSMAAL: dict[Kode, Any] = {
    Kode.TILLATELSE: gettext_lazy("Tillatelsen gir tilskudd"),
    Kode.ALDER: gettext_lazy("Fylt 18 år og under 67 år da tillatelsen ble gitt"),
    Kode.UNDER_67: gettext_lazy("Ikke fylt 67 år"),
    Kode.BOSATT: gettext_lazy("Folkeregistrert i en kommune"),
    Kode.LANDGRUPPE: gettext_lazy("Landgruppen er kjent"),
    Kode.VEDTAK: gettext_lazy("Vedtak om norskopplæring er registrert"),
    Kode.IKKE_STANSET: gettext_lazy("Opplæringen er ikke stanset for godt"),
    Kode.SATS: gettext_lazy("Satsen er fastsatt"),
    Kode.VGO: gettext_lazy("Fulltid videregående er registrert"),
    Kode.FULLTID: gettext_lazy("Opplæringen er fulltid"),
    Kode.SLUTTDATO: gettext_lazy("Perioden har sluttdato"),
}

HJEMLER: dict[Kode, Any] = {
    Kode.TILLATELSE: gettext_lazy("integreringsloven §§ 9, 27, 28 og 37 d"),
    Kode.ALDER: gettext_lazy("integreringsloven § 26"),
    Kode.UNDER_67: gettext_lazy("integreringsloven § 26"),
    Kode.BOSATT: gettext_lazy("IMDi: folkeregistrert adresse avgjør mottakeren"),
    Kode.LANDGRUPPE: gettext_lazy("IMDi: høy og lav sats etter landbakgrunn"),
    Kode.VEDTAK: gettext_lazy("IMDi: første registrering i NIR"),
    Kode.IKKE_STANSET: gettext_lazy("integreringsloven kapittel 6"),
    Kode.SATS: gettext_lazy("Stortingets budsjettvedtak"),
    Kode.VGO: gettext_lazy("IMDi: andre registrering i NIR"),
    Kode.FULLTID: gettext_lazy("integreringsloven § 30; IMDi: minst 30 timer i uken"),
    Kode.SLUTTDATO: gettext_lazy("IMDi: start- og sluttdato for perioden"),
}

HVEM: dict[Hvem, Any] = {
    Hvem.INGEN: "",
    Hvem.KOMMUNEN: gettext_lazy("Kommunen må registrere eller rette."),
    Hvem.FYLKET: gettext_lazy("Fylkeskommunen må registrere eller rette."),
    Hvem.UTLENDINGSMYNDIGHETENE: gettext_lazy("Utlendingsmyndighetene må rette."),
}

_ORDNINGSNAVN = dict(ORDNINGER)


def ordning_fra_kode(kode: str) -> Ordning:
    """Return the scheme of IMDi's grant code («P-AR2-H» → P-AR)."""
    return Ordning.P37D if kode.startswith(Ordning.P37D.value) else Ordning.P_AR


def ordningsnavn(kode: str, aar_nr: int) -> str:
    """Return IMDi's grant code in words: «Persontilskudd, ordinær målgruppe, år 2, høy sats»."""
    ordning = ordning_fra_kode(kode)
    navn = _("%(ordning)s, år %(nr)s") % {"ordning": _ORDNINGSNAVN[ordning.value], "nr": aar_nr}
    gruppe = kode.rsplit("-", 1)[-1] if ordning is Ordning.P_AR else ""
    if gruppe in Landgruppe.values:
        return f"{navn}, {str(Landgruppe(gruppe).label).lower()}"
    return navn


def forklaring(vilkaar: Vilkaar) -> str:
    """Return the value a condition was judged by, as a sentence. Empty when there is nothing to say."""
    return _FORKLARINGER[vilkaar.kode](vilkaar.verdier, vilkaar.oppfylt)


Verdier = Mapping[str, Any]


def _tillatelse(v: Verdier, oppfylt: bool) -> str:
    if not v:
        return _("Personopplysninger med tillatelse er ikke registrert.")
    navn = Tillatelsestype(v["tillatelse"]).label
    if not oppfylt:
        return _("%(navn)s, gitt %(dato)s, gir ikke tilskudd.") % {"navn": navn, "dato": _d(v["dato"])}
    return _("%(navn)s, gitt %(dato)s.") % {"navn": navn, "dato": _d(v["dato"])}


def _alder(v: Verdier, oppfylt: bool) -> str:
    verdier = {"alder": v["alder"], "dato": _d(v["dato"]), "fra": ALDER_FRA, "til": ALDER_TIL}
    if oppfylt:
        return _("Var %(alder)s år da tillatelsen ble gitt %(dato)s.") % verdier
    return (
        _("Var %(alder)s år da tillatelsen ble gitt %(dato)s. Da gis det ikke tilskudd, heller ikke senere.")
        % verdier
    )


def _under_67(v: Verdier, oppfylt: bool) -> str:
    if oppfylt:
        return _("Fyller 67 år %(dato)s.") % {"dato": _d(v["dato"])}
    return _("Fylte 67 år %(dato)s. Dager fra og med da gir ikke tilskudd.") % {"dato": _d(v["dato"])}


def _bosatt(v: Verdier, oppfylt: bool) -> str:
    if oppfylt:
        return _("Første dag %(dato)s.") % {"dato": _d(v["dato"])}
    return _("Ingen bostedskommune er registrert. En dag uten kommune gir ikke tilskudd til noen.")


def _landgruppe(v: Verdier, oppfylt: bool) -> str:
    if oppfylt:
        return f"{Landgruppe(v['landgruppe']).label}."
    return _("Uten landgruppe vet vi ikke hvilken sats som gjelder.")


def _vedtak(v: Verdier, oppfylt: bool) -> str:
    if not v:
        return _("Vedtak om norskopplæring mangler. Det er den første av de to registreringene.")
    verdier = {"start": _d(v["dato"]), "registrert": _d(v["registrert"])}
    if oppfylt:
        return _("Opplæringen starter %(start)s. Registrert %(registrert)s.") % verdier
    return _("Vedtaket starter %(start)s, etter at alle tilskuddsårene er over.") % verdier


def _ikke_stanset(v: Verdier, oppfylt: bool) -> str:
    if not v:
        return ""
    if oppfylt:
        return _("Stanses for godt fra %(dato)s. Dager fra og med da gir ikke tilskudd.") % {
            "dato": _d(v["dato"])
        }
    return _("Stanset for godt fra %(dato)s. Dager fra og med da gir ikke tilskudd.") % {
        "dato": _d(v["dato"])
    }


def _sats(v: Verdier, oppfylt: bool) -> str:
    verdier = {"ordning": v["ordning"], "aar": v["budsjettaar"], "fra": _d(v["fra"])}
    if oppfylt:
        return _("%(ordning)s for %(aar)s: %(sats)s for hele tilskuddsåret som begynte %(fra)s.") % {
            **verdier,
            "sats": formater(v["sats"]),
        }
    return (
        _("%(ordning)s for %(aar)s mangler eller er ikke vedtatt. Tilskuddsåret begynte %(fra)s.") % verdier
    )


def _vgo(v: Verdier, oppfylt: bool) -> str:
    if not oppfylt:
        return _("Periode med fulltid videregående mangler. Det er den andre av de to registreringene.")
    return _("%(periode)s. Registrert %(registrert)s.") % {
        "periode": visning.periode(v["fra"], v["til"]).capitalize(),
        "registrert": _d(v["registrert"]),
    }


def _fulltid(v: Verdier, oppfylt: bool) -> str:
    timer = visning.desimal(v["timer"])
    if oppfylt:
        return _("%(timer)s timer i uken.") % {"timer": timer}
    return _(
        "%(timer)s timer i uken. Fulltid er minst 30 timer, eller kombinasjonsklasse der "
        "fylkeskommunen har hovedansvaret."
    ) % {"timer": timer}


def _sluttdato(v: Verdier, oppfylt: bool) -> str:
    if oppfylt:
        return _("Siste dag %(dato)s.") % {"dato": _d(v["dato"])}
    return _("Uten sluttdato utløser perioden ikke tilskudd til fylkeskommunen.")


_d = visning.dato

_FORKLARINGER: dict[Kode, Callable[[Verdier, bool], str]] = {
    Kode.TILLATELSE: _tillatelse,
    Kode.ALDER: _alder,
    Kode.UNDER_67: _under_67,
    Kode.BOSATT: _bosatt,
    Kode.LANDGRUPPE: _landgruppe,
    Kode.VEDTAK: _vedtak,
    Kode.IKKE_STANSET: _ikke_stanset,
    Kode.SATS: _sats,
    Kode.VGO: _vgo,
    Kode.FULLTID: _fulltid,
    Kode.SLUTTDATO: _sluttdato,
}


# --- A run beside the one before ---

GRUPPER: dict[str, Any] = {
    "nye": gettext_lazy("Nye personer"),
    "avsluttet": gettext_lazy("Avsluttet"),
    "rettet": gettext_lazy("Rettet"),
    "trekk": gettext_lazy("Med trekk"),
    "over_sats": gettext_lazy("Mer enn en årssats"),
}


def uvanlig_tekst(uvanlig: Uvanlig) -> str:
    """Say what is unusual, and by which limit."""
    if uvanlig.hva is Hva.TREKK:
        return _("%(antall)d personer har trekk. Vanligvis er det høyst %(grense)d.") % {
            "antall": uvanlig.antall,
            "grense": TREKK_PERSONER,
        }
    if uvanlig.hva is Hva.OVER_SATS or uvanlig.mottaker is None:
        return _("%(antall)d personer får mer i denne kjøringen enn satsen for et helt tilskuddsår.") % {
            "antall": uvanlig.antall
        }
    m = uvanlig.mottaker
    return _(
        "%(navn)s: %(naa)s mot %(foer)s i forrige kjøring. "
        "Endringen er over %(prosent)d prosent og %(kroner)s."
    ) % {
        "navn": m.navn,
        "naa": formater(m.naa),
        "foer": formater(m.foer),
        "prosent": ENDRING_PROSENT,
        "kroner": formater(ENDRING_KRONER),
    }
