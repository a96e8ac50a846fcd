"""How a cell is written on the page. Python, not templates: a page has hundreds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.template.loader import get_template
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from integrering.grunnmur import kroner, visning
from integrering.lister.definisjon import Kolonne, Slag, Status
from integrering.tilgang.aktoer import Aktoer

TOM = mark_safe("")


def tekst(verdi: Any, slag: Slag) -> str:
    """Return a value as people read it."""
    if verdi is None or verdi == "":
        return ""
    match slag:
        case Slag.DATO:
            return visning.dato(verdi)
        case Slag.TIDSPUNKT:
            return visning.tidspunkt(verdi)
        case Slag.KRONER:
            return kroner.formater(int(verdi))
        case Slag.TALL:
            return kroner.tall(int(verdi))
        case Slag.DESIMAL:
            return visning.desimal(verdi if isinstance(verdi, Decimal | float) else Decimal(verdi))
        case Slag.DUF:
            return visning.duf(str(verdi))
        case Slag.STATUS:
            return str(verdi.tekst) if isinstance(verdi, Status) else str(verdi)
    return str(verdi)


def celle(kolonne: Kolonne, rad: Any, av: Aktoer, referanse: str = "") -> SafeString | str:
    """Return the cell's content as HTML; `referanse` names the list in links (see `lister.referanse`)."""
    verdi = kolonne.hent(rad)
    if kolonne.mal:
        return get_template(kolonne.mal).render(
            {"rad": rad, "verdi": verdi, "av": av, "referanse": referanse}
        )
    if kolonne.slag is Slag.STATUS and isinstance(verdi, Status | str | Promise):
        return _status(verdi)
    skrevet = tekst(verdi, kolonne.slag)
    adresse = kolonne.lenke(rad) if kolonne.lenke else ""
    return format_html('<a class="ds-link" href="{}">{}</a>', adresse, skrevet) if adresse else skrevet


def _status(verdi: Status | str | Promise) -> SafeString:
    status = verdi if isinstance(verdi, Status) else Status(str(verdi))
    if not str(status.tekst):
        return TOM
    return format_html('<span class="ds-tag" data-color="{}">{}</span>', status.farge, status.tekst)


def klasse(kolonne: Kolonne) -> str:
    """Return the class of the column's cells."""
    if kolonne.hoeyrestilt:
        return "tall"
    smal = kolonne.slag in (Slag.DATO, Slag.DUF) or kolonne.ingen_brekk
    return "ingen-brekk" if smal else ""
