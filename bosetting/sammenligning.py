"""Ways of distributing side by side, as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from bosetting.bord import desimal
from bosetting.diagram import rundenavn
from bosetting.kodeverk import FOLKETALL
from bosetting.models import Scenario as LagretScenario
from bosetting.queries.regnegrunnlag import Regnegrunnlag
from bosetting.rules.avvik import avvik
from bosetting.rules.etterproeving import GRUNNTALL, Proeve
from bosetting.rules.scenarier import Scenario, scenarier
from bosetting.utveier import hva_er_galt

INNVANDRERE = "innvandrere_andel"


@dataclass(frozen=True)
class Kolonne:
    """A way: what it is called, how many it distributes, how far from the round's own, and what is wrong."""

    navn: str
    ramme: int
    avvik: Decimal | None
    galt: str = ""


@dataclass(frozen=True)
class Scenariotabell:
    """The ways, and for each municipality its number in each of them; None where a way has no answer."""

    kolonner: tuple[Kolonne, ...]
    rader: tuple[tuple[str, tuple[int | None, ...]], ...]


def scenariene(grunnlag: Regnegrunnlag, lagrede: Sequence[LagretScenario]) -> Scenariotabell:
    """Return the ways there are figures for, the round's own first, and those kept. It must be possible."""
    alle = scenarier(grunnlag.kommuner, grunnlag.f, _innvandrere(grunnlag))
    eget = alle[0].antall
    kolonner = tuple(
        Kolonne(
            _scenarionavn(s, grunnlag.kriterienavn),
            s.ramme,
            None if s.slag == "modell" else _prosent_avvik(s.antall, s.ramme, eget, grunnlag.f.ramme),
            hva_er_galt(s.umulig) if s.umulig else "",
        )
        for s in alle
    )
    svarene = [s.antall for s in alle]
    for ett in lagrede:
        svar = {nr: linje["antall"] for nr, linje in ett.beregning.svar.items()}
        ramme = ett.beregning.inndata["forutsetninger"]["ramme"]
        kolonner += (Kolonne(ett.navn, ramme, _prosent_avvik(svar, ramme, eget, grunnlag.f.ramme)),)
        svarene.append(svar)
    rader = tuple(
        (grunnlag.navn[k.nummer], tuple(svar.get(k.nummer, 0) if svar else None for svar in svarene))
        for k in grunnlag.kommuner
        if k.spurt
    )
    return Scenariotabell(kolonner, rader)


def _prosent_avvik(
    svar: Mapping[str, int], ramme: int, eget: Mapping[str, int], egen_ramme: int
) -> Decimal | None:
    """Return how many per cent are placed elsewhere than in the round's own; None for another frame."""
    if ramme != egen_ramme or not svar:
        return None
    return desimal(avvik(svar, eget).indeks * 100)


def _innvandrere(grunnlag: Regnegrunnlag) -> dict[str, int]:
    """Return immigrants in each municipality from their share and the population, where both are known."""
    ut = {}
    for k in grunnlag.kommuner:
        andel = grunnlag.tall.get(k.nummer, {}).get(INNVANDRERE)
        folk = grunnlag.verdi(k.nummer, FOLKETALL)
        if andel is not None and andel.verdi is not None and folk:
            ut[k.nummer] = round(andel.verdi * folk / 100)
    return ut


def _scenarionavn(s: Scenario, kriterienavn: dict[str, str]) -> str:
    if s.slag == "uten":
        return _("Uten %(kriterium)s") % {"kriterium": kriterienavn[s.kriterium]}
    return {
        "modell": _("Runden"),
        "folketall": _("Bare folketall"),
        "i_fjor": _("I fjor skalert"),
        "kapasitet": _("Bare kapasitet og ønske"),
        "lavt": _("20 prosent færre"),
        "hoeyt": _("20 prosent flere"),
        "dansk": _("Dansk nøkkel"),
    }[s.slag]


@dataclass(frozen=True)
class Proeverad:
    """A round of IMDi's: persons, municipalities, and the misplacement of each way in per cent."""

    navn: str
    ramme: int
    spurte: int
    avvik: tuple[Decimal | None, ...]


def maatene() -> list[str]:
    """Return what the simple ways are called, in the order of `proevd`."""
    hver = [_("%(n)s hver, resten etter folketall") % {"n": n} for n in GRUNNTALL]
    return [_("Bare folketall"), _("Folketall med minstetall"), *hver, _("Runden før, skalert")]


def proevd(proever: Sequence[Proeve]) -> list[Proeverad]:
    """Return a row a round; a way the round left no room for, or had nothing to scale, has no number."""
    noekler = [("folketall", 0), ("minst", 0), *(("grunntall", g) for g in GRUNNTALL), ("i_fjor", 0)]
    per_runde: dict[tuple[int, str], dict[tuple[str, int], Proeve]] = {}
    for p in proever:
        per_runde.setdefault((p.runde.aar, p.runde.versjon), {})[p.maate, p.grunntall] = p
    rader = []
    for funnet in per_runde.values():
        runde = next(iter(funnet.values())).runde
        tall = (desimal(funnet[n].avvik.indeks * 100) if n in funnet else None for n in noekler)
        rader.append(Proeverad(rundenavn(runde), runde.ramme, len(runde.anmodning), tuple(tall)))
    return rader
