"""Tables of sums as files: no row is about a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.lister import Kolonne
from integrering.lister.filer import ny_skriver
from integrering.lister.models import Filformat
from integrering.tilgang.aktoer import Aktoer

FORMATER = {format_.value: format_ for format_ in Filformat}


def filsvar(
    format_: str,
    *,
    navn: str,
    tittel: str,
    kolonner: Sequence[Kolonne],
    rader: Iterable[object],
    om: Sequence[tuple[str, str]],
    av: Aktoer,
) -> HttpResponse:
    """Return the rows as XLSX or CSV, with «Om uttrekket». Raises Http404 for another format.

    There is no personal data in it: it is not written in the log of exports.
    """
    if format_ not in FORMATER:
        raise Http404
    skriver = ny_skriver(FORMATER[format_], navn, tittel, kolonner)
    skriver.skriv(rader)
    fil = skriver.avslutt(
        [
            *om,
            (_("Hentet"), visning.tidspunkt(timezone.now())),
            (_("Hentet av"), av.navn),
            (_("Virksomhet"), f"{av.virksomhet_navn} ({av.rollenavn})"),
            (
                _("Skjermet"),
                _(
                    "Beløp for personer med adressebeskyttelse står samlet, uten antall, "
                    "uansett hvem som henter."
                ),
            ),
        ]
    )
    with fil.innhold as innhold:
        return HttpResponse(
            innhold.read(),
            content_type=fil.innholdstype,
            headers={
                "Content-Disposition": f'attachment; filename="{fil.navn}"',
                "X-Content-Type-Options": "nosniff",
            },
        )
