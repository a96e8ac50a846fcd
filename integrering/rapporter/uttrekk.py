"""A table of a report as a file, with small numbers hidden for everyone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.lister import Kolonne, Slag
from integrering.lister.filer import Fil, ny_skriver
from integrering.lister.models import Filformat
from integrering.rapporter.tall import Rad, Rapport, Tall, Talltabell
from integrering.tilgang.aktoer import Aktoer


def fil(
    *, navn: str, tittel: str, rapport: Rapport, nr: int, filter_i_ord: str, format_: Filformat, av: Aktoer
) -> Fil:
    """Return the table number `nr` of a report as XLSX or CSV, with «Om uttrekket».

    There is no personal data in it: it is not written in the log of exports.
    """
    tabell = rapport.tabeller[nr]
    skriver = ny_skriver(format_, navn, tabell.tittel, _kolonner(tabell))
    skriver.skriv(tabell.rader)
    om = [
        (_("Rapport"), tittel),
        (_("Tabell"), tabell.tittel),
        (_("Filter i bruk"), filter_i_ord),
        (_("Hentet"), visning.tidspunkt(timezone.now())),
        (_("Hentet av"), av.navn),
        (_("Virksomhet"), f"{av.virksomhet_navn} ({av.rollenavn})"),
        ("", ""),
        (_("Definisjoner"), ""),
        *rapport.definisjoner,
    ]
    return skriver.avslutt(om)


def _kolonner(tabell: Talltabell) -> Sequence[Kolonne]:
    return [
        Kolonne("navn", tabell.radnavn),
        *(
            Kolonne(str(nr), tittel, verdi=_verdi(nr), slag=_slag(tabell, nr))
            for nr, tittel in enumerate(tabell.kolonner)
        ),
    ]


def _verdi(nr: int) -> Callable[[Rad], Any]:
    return lambda rad: rad.celler[nr].i_fil()


def _slag(tabell: Talltabell, nr: int) -> Slag:
    """A column of counts is numbers, but for those that are hidden."""
    alle = all(isinstance(rad.celler[nr], Tall) for rad in tabell.rader)
    return Slag.TALL if alle else Slag.TEKST
