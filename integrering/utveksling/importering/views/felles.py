"""What the doors share."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from integrering.tilgang.doerer import aktoer_i
from integrering.utveksling.importering import queries
from integrering.utveksling.importering.format import Format, finn_format
from integrering.utveksling.importering.lister import IMPORTROLLER
from integrering.utveksling.importering.models import Import, Importutkast, Kolonnekart

IMPORTERER = tuple(sorted(IMPORTROLLER))
_TYPER = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def finn_slag(request: HttpRequest, slag: str) -> Format:
    """Return the kind of file. Raises Http404 for an unknown one, PermissionDenied for another role's."""
    try:
        format_ = finn_format(slag)
    except KeyError:
        raise Http404 from None
    if not aktoer_i(request).har(*format_.roller):
        raise PermissionDenied
    return format_


def mitt_utkast(request: HttpRequest, utkast_id: UUID) -> Importutkast:
    """Return one's own draft. Raises Http404 for anybody else's."""
    utkast = queries.utkast_for(aktoer_i(request)).filter(pk=utkast_id).first()
    if utkast is None:
        raise Http404
    finn_slag(request, utkast.slag)
    return utkast


def vaar_kvittering(request: HttpRequest, noekkel: UUID) -> Import:
    """Return a receipt of one's organisation. Raises Http404 for another's."""
    kvittering = queries.kvitteringer(aktoer_i(request)).filter(noekkel=noekkel).first()
    if kvittering is None:
        raise Http404
    return kvittering


def vaart_kart(request: HttpRequest, noekkel: UUID) -> Kolonnekart:
    """Return a mapping of one's organisation. Raises Http404 for another's."""
    kart = queries.kart_for(aktoer_i(request)).filter(noekkel=noekkel).first()
    if kart is None:
        raise Http404
    return kart


def nedlasting(innhold: bytes, *, navn: str, endelse: str) -> HttpResponse:
    """Return a file to be saved. Its name says what kind it is, and nothing of whom."""
    svar = HttpResponse(innhold, content_type=_TYPER[endelse])
    svar["Content-Disposition"] = f'attachment; filename="{navn}.{endelse}"'
    svar["X-Content-Type-Options"] = "nosniff"
    return svar
