"""The statement to a municipality in words: the same parts on the page, on paper and in the file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.kroner import formater
from integrering.tilgang.queries import vaart_fylke
from integrering.utveksling.brev.trykk import sett
from tilskudd.queries.kommuneoppgave import Kommuneoppgave, Post


@dataclass(frozen=True)
class Rad:
    """What, how many persons, how many kroner; None is not said."""

    hva: str
    personer: int | None
    beloep: int | None


@dataclass(frozen=True)
class Del:
    """A heading with its explanation and rows."""

    tittel: str
    forklaring: str
    rader: tuple[Rad, ...]
    tomt: str


def deler(oppgave: Kommuneoppgave) -> list[Del]:
    """Return the parts of the statement."""
    return [
        Del(
            _("Utløst til fylkeskommunen"),
            _(
                "Det fylkeskommunen har til gode for dager i fulltid videregående, etter det kommunen har "
                "registrert. Personer med skjermet adresse er ikke med."
            ),
            _rader(oppgave.utloest, _("Sum til fylkeskommunen"), oppgave.utloest_sum),
            _("Registreringene har ikke utløst noe til fylkeskommunen i dette kvartalet."),
        ),
        Del(
            _("Kommunens egen andel, til kontroll"),
            _("Det kommunen selv har til gode. IMDi betaler; fylkeskommunen betaler ingenting til kommunen."),
            _egen(oppgave),
            _("Kommunen har ingen linjer i dette kvartalet."),
        ),
        *(
            Del(str(b.tittel), "", tuple(Rad(r.tekst, r.antall, r.beloep) for r in b.rader), str(b.tomt))
            for b in oppgave.bidrag
        ),
    ]


def _rader(poster: tuple[Post, ...], sumtekst: str, sum_: int) -> tuple[Rad, ...]:
    if not poster:
        return ()
    return (*(Rad(p.tekst, p.personer, p.beloep) for p in poster), Rad(sumtekst, None, sum_))


def _egen(oppgave: Kommuneoppgave) -> tuple[Rad, ...]:
    if oppgave.sum is None:
        return ()
    ekstra = (
        (_("Overført fra forrige"), oppgave.sum.overfoert_inn),
        (_("Forventet utbetalt"), oppgave.sum.utbetales),
        (_("Overføres til neste"), oppgave.sum.overfoert_ut),
    )
    return (
        *(Rad(p.tekst, p.personer, p.beloep) for p in oppgave.egen),
        Rad(_("Sum av linjer"), None, oppgave.egen_sum),
        *(Rad(tekst, None, beloep) for tekst, beloep in ekstra),
    )


def tittel(oppgave: Kommuneoppgave) -> str:
    """Return the heading."""
    return _("Oppgave til %(kommune)s, %(kvartal)s") % {
        "kommune": oppgave.kommune.navn,
        "kvartal": visning.kvartal(oppgave.kjoering.kvartal),
    }


def forbehold() -> str:
    """Say what the amounts are."""
    return _("Beløpene er forventet: regnet ut av det som var registrert. IMDi regner ut og betaler.")


def pdf(oppgave: Kommuneoppgave) -> bytes:
    """Return the statement as PDF/UA. The same run gives the same bytes.

    Raises:
        Regelbrudd: there is a sign in it that the fonts do not have.
    """
    inndata = json.dumps(_ark(oppgave), ensure_ascii=False, sort_keys=True)
    return sett(_oppsett(), {"ark": inndata}, oppgave.kjoering.utbetalingsdato)


@cache
def _oppsett() -> bytes:
    return files("tilskudd").joinpath("oppsett", "kommuneoppgave.typ").read_bytes()


def _ark(oppgave: Kommuneoppgave) -> dict[str, Any]:
    kjoering, fylke = oppgave.kjoering, vaart_fylke().navn
    godkjent = visning.dato(timezone.localtime(kjoering.godkjent_tid).date()) if kjoering.godkjent_tid else ""
    return {
        "spraak": "nn" if get_language() == "nn" else "nb",
        "tittel": tittel(oppgave),
        "avsender": fylke,
        "merker": [
            [_("Fra"), fylke],
            [_("Registrert til og med"), visning.tidspunkt(kjoering.skjaeringstidspunkt)],
            [_("Godkjent"), godkjent or _("ikke ennå: dette er et utkast")],
            [_("Kjøring"), str(kjoering.pk)],
        ],
        "om": forbehold(),
        "kontrollsum": f"{_('Kontrollsum')} {kjoering.kontrollsum_vist}" if kjoering.kontrollsum else "",
        "ord": {
            "side": _("Side"), "av": _("av"), "hva": _("Hva"), "personer": _("Personer"),
            "beloep": _("Beløp"),
        },
        "deler": [
            {
                "tittel": del_.tittel,
                "forklaring": del_.forklaring,
                "tomt": del_.tomt,
                "rader": [
                    [
                        rad.hva,
                        "–" if rad.personer is None else str(rad.personer),
                        "–" if rad.beloep is None else formater(rad.beloep),
                    ]
                    for rad in del_.rader
                ],
            }
            for del_ in deler(oppgave)
        ],
    }  # fmt: skip
