"""The versions of an application told as events, newest first: who changed what, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import kodenavn
from opplaering.kodeverk import OPPTAKSUTFALL, SLUTTKOMPETANSE, SOEKERGRUPPE, VGORETT
from opplaering.rettsgrunnlag import SPOERSMAAL, opplysning, skoleaar_skrevet

_LISTER = {"gruppe": SOEKERGRUPPE, "rett": VGORETT, "utfall": OPPTAKSUTFALL, "klageutfall": "klageutfall"}
_FELT = (
    "mottatt", "gruppe", "rett", "oensker_realkompetanse", "utfall", "vedtaksdato", "tilbud", "oppstart",
    "klaget", "klageutfall", "klage_avgjort",
)  # fmt: skip


@dataclass(frozen=True)
class Hendelse:
    """One version, as `komponenter/historikk.html` takes it."""

    tittel: str
    tidspunkt: datetime
    hvem: str
    beskrivelse: str


def hendelser(versjoner: Sequence[Any]) -> list[Hendelse]:
    """Return the versions as events; `versjoner` is the oldest first."""
    ut, foer = [], dict[str, str]()
    for rad in versjoner:
        naa = _i_ord(rad)
        nytt = {felt: verdi for felt, verdi in naa.items() if verdi != foer.get(felt, "")}
        endret = [f"{felt}: {verdi or _('tomt')}" for felt, verdi in nytt.items()]
        tittel = _("Søknaden er endret") if foer else _("Søknaden er registrert")
        ut.append(Hendelse(tittel, rad.endret, str(rad.endret_av), "; ".join(endret)))
        foer = naa
    return ut[::-1]


def _i_ord(rad: Any) -> dict[str, str]:
    """Return field → value as they are written."""
    felter = {capfirst(str(rad._meta.get_field(navn).verbose_name)): _verdi(rad, navn) for navn in _FELT}
    grunnlag = rad.rett_grunnlag
    svar = grunnlag.get("opplysninger", {})
    return (
        felter
        | {_("Skoleår"): skoleaar_skrevet(grunnlag.get("skoleaar"))}
        | {opplysning(hva): _ja_nei(svar.get(hva.value)) for hva in SPOERSMAAL}
        | {_("Ønsker"): ", ".join(_oenske(o) for o in grunnlag.get("oensker", ()))}
    )


def _verdi(rad: Any, navn: str) -> str:
    verdi = getattr(rad, navn)
    if navn in _LISTER:
        return kodenavn(_LISTER[navn], verdi) if verdi else ""
    if isinstance(verdi, bool):
        return _ja_nei(verdi)
    return visning.dato(verdi) if isinstance(verdi, date) else str(verdi or "")


def _ja_nei(verdi: bool | None) -> str:
    return "" if verdi is None else _("Ja") if verdi else _("Nei")


def _oenske(oenske: dict[str, str]) -> str:
    navn = kodenavn(SLUTTKOMPETANSE, oenske["sluttkompetanse"])
    return f"{navn} ({oenske['hva']})" if oenske["hva"] else navn
