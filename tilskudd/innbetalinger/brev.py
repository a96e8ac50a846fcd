"""The letter of a claim, and the list that goes with it: the same bytes each time they are made."""

from __future__ import annotations

import io
import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, time
from functools import cache
from importlib.resources import files

import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from integrering.grunnmur import visning
from integrering.grunnmur.feil import IkkeTilgang
from integrering.grunnmur.kvartal import Kvartal
from integrering.lister.filer import verdi
from integrering.lister.rules import noeytraliser
from integrering.utveksling.brev.trykk import sett
from tilskudd.innbetalinger.lister import KRAVKOLONNER
from tilskudd.innbetalinger.models import Krav, Kravlinje
from tilskudd.innbetalinger.oere import skriv


@cache
def _oppsett() -> bytes:
    return files("tilskudd.innbetalinger").joinpath("oppsett", "krav.typ").read_bytes()


def _krev_hele(krav: Krav, linjer: Sequence[Kravlinje]) -> None:
    """Refuse half a claim: someone in it has got a protected address since."""
    if len(linjer) != krav.antall:
        raise IkkeTilgang(
            _("Noen i kravet har fått adressebeskyttelse. Be en som kan se dem, om å hente kravet.")
        )


def pdf(krav: Krav, linjer: Sequence[Kravlinje], maalform: str) -> bytes:
    """Return the letter in the language that is on. Sums per round and code; the persons are in the list.

    Raises:
        IkkeTilgang: the reader does not see all of the claim.
    """
    _krev_hele(krav, linjer)
    summer: dict[tuple[Kvartal, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for li in linjer:
        for plass, tall in enumerate((1, li.forventet_oere, li.krevd_oere)):
            summer[li.kvartal, li.kode][plass] += tall
    inndata = {
        "spraak": maalform,
        "tittel": _("Krav på tilskudd som ikke er utbetalt"),
        "avsender": krav.avsender,
        "mottaker": _("Integrerings- og mangfoldsdirektoratet (IMDi)"),
        "dato": visning.dato(krav.dato),
        "avsnitt": _avsnitt(krav),
        "hode": [_("Runde"), _("Kode"), _("Personer"), _("Forventet"), _("Krav")],
        "rader": [
            [visning.kvartal(kvartal), kode, str(antall), skriv(forventet), skriv(krevd)]
            for (kvartal, kode), (antall, forventet, krevd) in sorted(summer.items())
        ],
        "sum": [_("Sum"), skriv(krav.sum_oere)],
        "hilsen": [_("Med hilsen"), krav.saksbehandler, krav.avsender],
        "vedlegg": _("Vedlegg: liste med DUF-nummer, kode, runde og beløp"),
    }
    tekst = json.dumps(inndata, ensure_ascii=False, sort_keys=True)
    return sett(_oppsett(), {"ark": tekst}, krav.dato)


def _avsnitt(krav: Krav) -> list[str]:
    antall = ngettext("%(antall)d linje", "%(antall)d linjer", krav.antall) % {"antall": krav.antall}
    return [
        _(
            "Vi viser til utbetalingene av persontilskudd til opplæring i norsk og samfunnskunnskap for"
            " voksne innvandrere. Vi har holdt det som er utbetalt, mot det som er registrert i NIR: vedtak"
            " om norskopplæring, og perioder med fulltid videregående opplæring etter § 30."
        ),
        _(
            "Etter registreringene har %(avsender)s krav på tilskudd som ikke er utbetalt. Kravet gjelder"
            " %(antall)s og er på til sammen %(sum)s. Tabellen viser summene, og vedlegget hver person med"
            " DUF-nummer."
        )
        % {"avsender": krav.avsender, "antall": antall, "sum": skriv(krav.sum_oere)},
        _(
            "Vi ber om at tilskuddet blir utbetalt i neste runde, eller om svar på hvorfor det ikke skal"
            " utbetales."
        ),
    ]


def xlsx(krav: Krav, linjer: Sequence[Kravlinje]) -> bytes:
    """Return the list. Raises IkkeTilgang: the reader does not see all of the claim."""
    _krev_hele(krav, linjer)
    ut = io.BytesIO()
    bok = xlsxwriter.Workbook(ut, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    laget = datetime.combine(krav.dato, time.min)
    bok.set_properties({"title": _("Krav på tilskudd som ikke er utbetalt"), "created": laget})
    hode, beloep = bok.add_format({"bold": True, "bottom": 1}), bok.add_format({"num_format": "#,##0.00"})
    ark = bok.add_worksheet(_("Krav"))
    ark.freeze_panes(1, 0)
    for nr, kolonne in enumerate(KRAVKOLONNER):
        ark.set_column(nr, nr, 18)
        ark.write_string(0, nr, noeytraliser(str(kolonne.tittel)), hode)
    for rad, linje in enumerate(linjer, 1):
        for nr, kolonne in enumerate(KRAVKOLONNER):
            innhold = verdi(kolonne.hent(linje), kolonne.slag)
            if isinstance(innhold, str):
                ark.write_string(rad, nr, innhold)
            elif innhold is not None:
                ark.write_number(rad, nr, innhold, beloep)
    ark.autofilter(0, 0, len(linjer), len(KRAVKOLONNER) - 1)
    bok.close()
    return ut.getvalue()
