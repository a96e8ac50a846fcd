"""The empty file one can start from: our headings, and what each column is."""

from __future__ import annotations

import io

import xlsxwriter
from django.utils.translation import gettext as _

from integrering.utveksling.importering.format import Format
from integrering.utveksling.importering.svar import skriv_csv

_BREDDE = 20


def mal_csv(format_: Format) -> bytes:
    """Return the headings."""
    return skriv_csv(iter([[k.navn for k in format_.kolonner]]))


def mal_xlsx(format_: Format) -> bytes:
    """Return the headings on a sheet whose cells are text, so that no zero is lost, and their explanation."""
    ut = io.BytesIO()
    with xlsxwriter.Workbook(ut, {"in_memory": True}) as bok:
        fet, tekst = bok.add_format({"bold": True}), bok.add_format({"num_format": "@"})
        ark = bok.add_worksheet(format_.navn)
        ark.set_column(0, len(format_.kolonner) - 1, _BREDDE, tekst)
        ark.freeze_panes(1, 0)
        for nummer, kolonne in enumerate(format_.kolonner):
            ark.write_string(0, nummer, kolonne.navn, fet)
        hjelp = bok.add_worksheet(_("Forklaring"))
        hjelp.set_column(0, 3, _BREDDE * 2)
        rader = [
            (_("Kolonne"), _("Hva"), _("Må fylles ut"), _("Eksempel")),
            *(
                (k.navn, k.forklaring, _("Ja") if k.paakrevd else _("Nei"), k.vist_eksempel)
                for k in format_.kolonner
            ),
        ]
        for rad, celler in enumerate(rader):
            for nummer, celle in enumerate(celler):
                hjelp.write_string(rad, nummer, celle, None if rad else fet)
    return ut.getvalue()
