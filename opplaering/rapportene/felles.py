"""What the figures of the training share."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from integrering.lister import Listefilter
from integrering.rapporter.rapportene.felles import ANDRE
from integrering.rapporter.rules.smaatall import SUM
from integrering.rapporter.tall import Kryss, Rad, Talltabell


class UtenFilter(Listefilter):
    """Nothing to choose: all that the reader counts."""


def i_kjente_rader(
    tall: Mapping[tuple[str, str], int], rader: Mapping[str, str]
) -> dict[tuple[str, str], int]:
    """Return the counts with all rows that are not listed together under `ANDRE`."""
    ut: dict[tuple[str, str], int] = {}
    for (rad, kolonne), n in tall.items():
        hvor = (rad if rad in rader else ANDRE, kolonne)
        ut[hvor] = ut.get(hvor, 0) + n
    return ut


def tabellen(tittel: str, radnavn: str, kryss: Kryss) -> Talltabell:
    """Return counts by row and column as a table with totals, and a bar for each row that has any."""
    radene = kryss.radene(med_sum=_("I alt"))
    kolonner = (*kryss.kolonner.values(), _("I alt"))
    return Talltabell(
        tittel, radnavn, kolonner,
        tuple(Rad(navn, kryss.celler(noekkel)) for noekkel, navn in radene),
        tuple(kryss.serie(*rad) for rad in radene if rad[0] != SUM and kryss.celle(rad[0], SUM).verdi),
    )  # fmt: skip
