"""What the page «Hvorfor» tells about a municipality in a round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from bosetting.avsnitt import Hvorfor, Maalform, avsnitt, forklaringen, personer
from bosetting.bord import bordet, desimal, grensenavn
from bosetting.diagram import over_aarene, rundenavn
from bosetting.etterproeving import les_runder
from bosetting.kodeverk import FOLKETALL
from bosetting.models import Grunnlagstall, Runde, RundeKommune
from bosetting.queries.regnegrunnlag import Regnegrunnlag
from bosetting.rules.grunnlag import Kommunegrunnlag, Ledd, Linje
from bosetting.rules.lagring import fra_verdier
from bosetting.rules.modell import beregn
from bosetting.rules.motstykke import motstykke
from bosetting.rules.robusthet import Intervall
from integrering.rapporter.diagram import Diagram


@dataclass(frozen=True)
class Trinn:
    """A step of the way to the number, in words; `hittil` is the sum so far."""

    navn: str
    personer: str
    hittil: Decimal


@dataclass(frozen=True)
class Hvorforside:
    """The page; without a line there is nothing to explain, and `hvorfor_ikke` says why."""

    linje: Linje | None
    hvorfor_ikke: str
    trinn: tuple[Trinn, ...] = ()
    grense: str = ""
    intervall: Intervall | None = None
    forrige: int | None = None
    avsnitt: tuple[tuple[Maalform, str, str], ...] = ()
    tall: tuple[Grunnlagstall, ...] = ()
    aarene: tuple[tuple[str, int | None], ...] = ()
    diagram: Diagram | None = None


def hvorfor_i(runde: Runde, rad: RundeKommune, grunnlag: Regnegrunnlag) -> Hvorforside:
    """Return why a municipality gets its number in a round."""
    nummer = rad.kommune.nummer
    tall = tuple(sorted(grunnlag.tall.get(nummer, {}).values(), key=lambda t: t.indikator))
    if not rad.spurt:
        return Hvorforside(None, _("Kommunen bør ikke spørres i denne runden."), tall=tall)
    bord = bordet(grunnlag)
    if bord.fordeling is None:
        return Hvorforside(None, bord.hvorfor_ikke, tall=tall)
    linje, aarene = bord.fordeling.linje(nummer), imdis_anmodninger(nummer)
    bordlinje = next(b for b in bord.linjer if b.nummer == nummer)
    fortalt = Hvorfor(
        kommune=str(rad.kommune),
        aar=runde.aar,
        linje=linje,
        folketall=grunnlag.verdi(nummer, FOLKETALL) or 0,
        forrige=bordlinje.forrige,
        motstykke=motstykke(grunnlag.kommuner, grunnlag.f, bord.fordeling, nummer),
        kriterienavn=grunnlag.kriterienavn,
        mangler=_mangler(nummer, grunnlag.kommuner, grunnlag.f.vekter, grunnlag.kriterienavn),
        laas_grunn=rad.laas_grunn,
    )
    return Hvorforside(
        linje=linje,
        hvorfor_ikke="",
        trinn=_trinn(linje, grunnlag.kriterienavn),
        grense=grensenavn(linje),
        intervall=bordlinje.intervall,
        forrige=bordlinje.forrige,
        avsnitt=(
            ("nb", _("På bokmål"), avsnitt(fortalt, "nb")),
            ("nn", _("På nynorsk"), avsnitt(fortalt, "nn")),
        ),
        tall=tall,
        aarene=aarene,
        diagram=over_aarene(aarene),
    )


def imdis_anmodninger(nummer: str) -> tuple[tuple[str, int | None], ...]:
    """Return what IMDi has asked the municipality for, round by round; None where it was not asked."""
    runder = les_runder()[1]
    return tuple((rundenavn(r), r.anmodning.get(nummer)) for r in runder)


def forklart(anbefaling: Any, maalform: Maalform) -> str:
    """Return why a recommended number is what it is, from what it was calculated from.

    The stored inputs give it, so that a letter says the same whenever it is made. Nothing for a municipality
    that is not asked.

    Args:
        anbefaling: as `finn_anbefaling` returns it.
    """
    kommuner, f = fra_verdier(anbefaling.beregning.inndata)
    nummer = anbefaling.kommune.nummer
    k = next((k for k in kommuner if k.nummer == nummer and k.spurt), None)
    if k is None:
        return ""
    fordeling = beregn(kommuner, f)
    navn = {kriterium.kode: kriterium.navn for kriterium in anbefaling.runde.kriterier.all()}
    fortalt = Hvorfor(
        kommune=anbefaling.kommune.navn,
        aar=anbefaling.runde.aar,
        linje=fordeling.linje(nummer),
        folketall=k.folketall,
        forrige=k.forrige,
        motstykke=motstykke(kommuner, f, fordeling, nummer),
        kriterienavn=navn,
        mangler=_mangler(nummer, kommuner, f.vekter, navn),
        laas_grunn=anbefaling.laas_grunn or "",
    )
    return forklaringen(fortalt, maalform)


def _mangler(
    nummer: str, kommuner: Sequence[Kommunegrunnlag], koder: Iterable[str], navn: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the criteria of which nothing is known here; they count as the middle of the county."""
    z = next(k.z for k in kommuner if k.nummer == nummer)
    return tuple(navn.get(kode, kode) for kode in koder if z.get(kode) is None)


def _trinn(linje: Linje, kriterienavn: dict[str, str]) -> tuple[Trinn, ...]:
    ut, hittil = [], Decimal(0)
    sum_ = linje.forklaring[0].personer * 0
    for nr, ledd in enumerate(linje.forklaring):
        sum_ += ledd.personer
        hittil = desimal(sum_)
        ut.append(Trinn(_leddnavn(ledd, kriterienavn), personer(ledd.personer, fortegn=bool(nr)), hittil))
    return tuple(ut)


def _leddnavn(ledd: Ledd, kriterienavn: dict[str, str]) -> str:
    navn = {
        "grunntall": _("Grunntall, likt for alle"),
        "folketall": _("Etter folketall"),
        "normalisering": _("De andres kriterier, så summen blir rammen"),
        "grenser": _("Grenser, her og i andre kommuner"),
        "avrunding": _("Avrunding til hele personer"),
    }
    return kriterienavn[ledd.kriterium] if ledd.slag == "kriterium" else navn[ledd.slag]
