"""The assessment of a right, as an application keeps it (codes, never words) and as a page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import kodenavn
from integrering.nir.utregninger import Linje, Trengs, Utregning
from opplaering.kodeverk import VGORETT
from opplaering.rules.vgorett import (
    Opplysning,
    Realkompetanse,
    Soekerfakta,
    Steg,
    Valg,
    Vurdering,
)

# The facts that are asked for in the form, because no registration tells them for certain.
SPOERSMAAL = (
    Opplysning.KOMPETANSE,
    Opplysning.GRUNNSKOLE,
    Opplysning.UTLAND_VGO,
    Opplysning.REKVALIFISERT,
)


def som_json(f: Soekerfakta, v: Vurdering) -> dict[str, Any]:
    """Return what the application keeps: facts, rule and version, the steps."""
    return {
        "skoleaar": v.skoleaar,
        "versjon": v.versjon,
        "opplysninger": {hva.value: getattr(f, hva) for hva in SPOERSMAAL},
        "mangler": [hva.value for hva in v.mangler],
        "steg": [[s.hva.value, _json(s.verdi), s.hjemmel] for s in v.steg],
        "realkompetanse": v.realkompetanse.value,
        "rekkefoelge": v.rekkefoelge,
        "ubekreftet": v.ubekreftet,
    }


def _json(verdi: date | int | bool | str) -> str | int | bool:
    return verdi.isoformat() if isinstance(verdi, date) else verdi


def som_utregning(rett: str, grunnlag: Mapping[str, Any]) -> Utregning:
    """Return the assessment as «Slik er det regnet ut» shows it."""
    steg = [Steg(_hva(kode), verdi, hjemmel) for kode, verdi, hjemmel in grunnlag.get("steg", ())]
    versjon = grunnlag.get("versjon")
    gjelder = _("Gjelder fra skoleåret %(aar)s") % {"aar": skoleaar_skrevet(versjon)} if versjon else ""
    return Utregning(
        navn=_("Rett til videregående"),
        svar=kodenavn(VGORETT, rett),
        trengs=[Trengs(opplysning(Opplysning(hva)), "") for hva in grunnlag.get("mangler", ())],
        linjer=[
            Linje(hva=_ord(s.hva), verdi=_verdi(s), hjemmel=s.hjemmel, versjon=gjelder if s.hjemmel else "")
            for s in steg
        ],
        ubekreftet=bool(grunnlag.get("ubekreftet")),
    )


def _hva(kode: str) -> Opplysning | Valg:
    return Opplysning(kode) if kode in set(Opplysning) else Valg(kode)


def _ord(hva: Opplysning | Valg) -> str:
    return opplysning(hva) if isinstance(hva, Opplysning) else valg(hva)


def _verdi(steg: Steg) -> str:
    if isinstance(steg.verdi, str):
        return visning.dato(parse_date(steg.verdi))
    if isinstance(steg.verdi, bool):
        # what the law says has no value of its own
        return "" if isinstance(steg.hva, Valg) else _("Ja") if steg.verdi else _("Nei")
    antall = cast(int, steg.verdi)
    return ngettext("%(n)s år", "%(n)s år", antall) % {"n": antall}


def skoleaar_skrevet(aar: int | None) -> str:
    """Return «2026/27»."""
    return f"{aar}/{(aar + 1) % 100:02d}" if aar else ""


def opplysning(hva: Opplysning) -> str:
    """Return what a fact is called."""
    return {
        Opplysning.FOEDSELSDATO: _("Fødselsdato"),
        Opplysning.VOKSEN: _("Søker opplæring for voksne"),
        Opplysning.GRUNNSKOLE: _("Har fullført grunnskole eller tilsvarende"),
        Opplysning.UTLAND_VGO: _("Har fullført videregående i utlandet som ikke er godkjent i Norge"),
        Opplysning.KOMPETANSE: _("Har studie- eller yrkeskompetanse som gjelder i Norge"),
        Opplysning.REKVALIFISERT: _("Har brukt retten til en ny yrkeskompetanse"),
        Opplysning.YRKESMAAL: _("Ønsker yrkeskompetanse"),
        Opplysning.REGEL: _("Reglene for skoleåret. Vi har reglene fra og med skoleåret 2024/25."),
    }[hva]


def valg(hva: Valg) -> str:
    """Return what the law says."""
    return {
        Valg.FYLLER: _("Alder søkeren fyller det året skoleåret begynner"),
        Valg.HAR_GRUNNLAG: _("Har det som trengs for å begynne i videregående"),
        Valg.UTEN_GRUNNLAG: _("Har ikke fullført grunnskole: ingen rett, men kan tas inn"),
        Valg.HAR_KOMPETANSE: _("Den som har kompetanse, har rett til én ny yrkeskompetanse"),
        Valg.RETTEN_BRUKT: _("Retten er brukt: kan tas inn uten rett"),
        Valg.IKKE_YRKE: _("Retten gjelder bare yrkeskompetanse: kan tas inn uten rett"),
        Valg.FOR_UNG: _("Opplæring for voksne kan velges fra skoleåret søkeren fyller 19 år"),
        Valg.UNGDOMSRETT: _("Rett til og med skoleåret som begynner det året søkeren fyller 24 år"),
        Valg.VOKSENRETT: _("Rett for voksne fra skoleåret som begynner det året søkeren fyller 19 år"),
        Valg.REKVALIFISERING: _("Rett til én ny yrkeskompetanse"),
    }[hva]


def realkompetanse(kode: str) -> str:
    """Return whether there is a right to have prior learning assessed (§ 18-8)."""
    return {
        Realkompetanse.RETT: _("Rett til realkompetansevurdering (opplæringslova § 18-8)"),
        Realkompetanse.ANBEFALING: _("Når kommunen eller Nav anbefaler det (opplæringslova § 18-8)"),
        Realkompetanse.UKJENT: _("Kan ikke avgjøres ennå"),
    }[Realkompetanse(kode)]


def rekkefoelge(plass: int | None) -> str:
    """Return the place in the order of intake of adults (§ 13-4), or an empty text."""
    if plass is None:
        return ""
    return _("Nummer %(plass)s av 4 (opplæringsforskrifta § 13-4)") % {"plass": plass}
