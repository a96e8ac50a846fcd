"""How the cells of the matrix are written. Python, not templates: a page has a thousand.

Most cells of a page say the same: each is written once, with a stand-in for the person's key in its address.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.matrise.tekster import MERKER
from integrering.nir import regeltekster
from integrering.nir.actions import kan_registrere
from integrering.nir.models import Registreringsstatus
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.status import Celle, Tilstand
from integrering.nir.statuslenker import celle_url, kort_url, slag_for
from integrering.tilgang.aktoer import Aktoer

_PERSONEN = UUID(int=0)


class Celleskriver:
    """Writes the cells of one page, for one reader; `hale` tells a form which list it was opened from."""

    def __init__(self, av: Aktoer, hale: str) -> None:
        self._av, self._hale, self._skrevet = av, hale, dict[tuple[Any, ...], SafeString]()

    def skriv(self, rad: Registreringsstatus, punkter: Sequence[Registrering]) -> SafeString:
        """Return the cells of a person's row, each with its `<td>`."""
        celler = "".join(self._en(hva, rad.celler.get(hva)) for hva in punkter)
        # safe: each cell is, and the key is a UUID
        return mark_safe(celler.replace(str(_PERSONEN), str(rad.person.noekkel)))  # noqa: S308

    def _en(self, hva: Registrering, lagret: dict[str, Any] | None) -> SafeString:
        noekkel = (hva, *(lagret.get(felt) for felt in "tfgr")) if lagret else (hva,)
        if noekkel not in self._skrevet:
            innhold = self._celle(hva, Celle.fra_json(lagret)) if lagret else _ikke_regnet_ut()
            navn = regeltekster.registrering(hva)
            self._skrevet[noekkel] = format_html('<td role="cell" data-ledetekst="{}">{}</td>', navn, innhold)
        return self._skrevet[noekkel]

    def _celle(self, hva: Registrering, celle: Celle) -> SafeString:
        merke, url = MERKER[celle.tilstand], self._adresse(hva, celle)
        kort = celle.tilstand in (Tilstand.REGISTRERT, Tilstand.GJELDER_IKKE)
        innhold = format_html(
            '<span class="tegn" aria-hidden="true">{}</span><span class="{}">{}</span>'
            '<span class="ds-sr-only">: {}{}</span>',
            merke.tegn, "ord kort" if kort else "ord", merke.tekst, regeltekster.registrering(hva),
            _frist(celle),
        )  # fmt: skip
        if not url:
            return format_html('<span class="merke {}">{}</span>', merke.klasse, innhold)
        return format_html('<a class="merke {}" href="{}">{}</a>', merke.klasse, url, innhold)

    def _adresse(self, hva: Registrering, celle: Celle) -> str:
        """Return where the cell leads: to a form for those who may fill it in, else to what is registered."""
        if celle.tilstand is Tilstand.GJELDER_IKKE:
            return ""
        slag = slag_for(hva, celle)
        if kan_registrere(self._av) or (celle.gjenstaar and kan_registrere(self._av, slag)):
            url = celle_url(_PERSONEN, hva, celle)
        else:
            url = kort_url(_PERSONEN, slag)
        sti, nummertegn, sted = url.partition("#")
        return f"{sti}{self._hale}{nummertegn}{sted}"


def _ikke_regnet_ut() -> SafeString:
    return format_html('<span class="dempet">{}</span>', _("Ikke regnet ut"))


def _frist(celle: Celle) -> str:
    if not (celle.frist and celle.gjenstaar):
        return ""
    return ", " + _("frist %(dato)s") % {"dato": visning.dato(celle.frist)}
