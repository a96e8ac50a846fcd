"""Facts in words: what was registered, by whom, when, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir import models as nir


@dataclass(frozen=True)
class Faktatekst:
    """One version of a fact as it reads on a page."""

    navn: str
    innhold: str
    registrert: datetime
    hvem: str
    erstattet: datetime | None
    annullert: bool
    aarsak: str
    ny: bool = False


def faktatekst(rad: ToKlokker, *, ny: bool = False) -> Faktatekst:
    """Put a version into words. `ny`: registered after the run before."""
    navn, innhold = _navn_og_innhold(rad)
    return Faktatekst(
        navn=navn,
        innhold=innhold,
        registrert=rad.registrert,
        hvem=_("%(navn)s, %(virksomhet)s") % {"navn": rad.registrert_av, "virksomhet": rad.virksomhet},
        erstattet=rad.erstattet,
        annullert=rad.annullert,
        aarsak=rad.aarsak,
        ny=ny,
    )


def _navn_og_innhold(rad: ToKlokker) -> tuple[str, str]:
    match rad:
        case nir.Personopplysning():
            return _("Personopplysninger"), _personopplysning(rad)
        case nir.Bosted():
            return _("Bosted"), f"{rad.kommune}, {visning.periode(rad.fra, rad.til)}"
        case nir.Vedtak():
            return _("Vedtak om norskopplæring"), _("starter %(start)s, vedtatt %(vedtatt)s") % {
                "start": visning.dato(rad.startdato),
                "vedtatt": visning.dato(rad.vedtaksdato),
            }
        case nir.FulltidVgo():
            return _("Fulltid videregående"), _vgo(rad)
        case nir.Stans():
            return _("Stans av opplæringen"), _("%(varighet)s fra %(fra)s") % {
                "varighet": str(rad.get_varighet_display()).lower(),
                "fra": visning.dato(rad.fra),
            }
        case _:
            raise ValueError(f"ukjent registrering: {type(rad).__name__}")


def _personopplysning(rad: nir.Personopplysning) -> str:
    gruppe = rad.get_landgruppe_display() if rad.landgruppe else _("uten landgruppe")
    return _("født %(foedt)s, tillatelse %(tillatelse)s gitt %(dato)s, %(gruppe)s") % {
        "foedt": visning.dato(rad.foedselsdato),
        "tillatelse": rad.get_tillatelse_display(),
        "dato": visning.dato(rad.tillatelse_dato),
        "gruppe": str(gruppe).lower(),
    }


def _vgo(rad: nir.FulltidVgo) -> str:
    tekst = _("%(skole)s (%(fylke)s), %(periode)s, %(timer)s timer i uken") % {
        "skole": rad.skole,
        "fylke": rad.fylke,
        "periode": visning.periode(rad.fra, rad.til),
        "timer": visning.desimal(rad.timer_per_uke),
    }
    if rad.kombinasjonsklasse:
        tekst += ", " + (
            _("kombinasjonsklasse med hovedansvar hos fylkeskommunen")
            if rad.hovedansvar_fylke
            else _("kombinasjonsklasse")
        )
    if rad.til is None:
        tekst += ", " + _("uten sluttdato")
    return tekst
