"""What a round is calculated from: the municipalities, the assumptions, and the figures behind them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from bosetting.kodeverk import ANMODNING, FOLKETALL, PER_INNBYGGER, VURDERINGER, Merke
from bosetting.models import Grunnlagstall, Kommunesvar, Kriterium, Runde, RundeKommune
from bosetting.queries.svar import siste_svar
from bosetting.rules import indikator
from bosetting.rules.grunnlag import Forutsetninger, Kommunegrunnlag


@dataclass(frozen=True)
class Regnegrunnlag:
    """What goes into the calculation, and what the pages say of it.

    `tall`: the figures of the round by municipality and indicator. `uten_folketall`: names of those asked
    whose population is missing; they cannot be calculated. `svar`: the numbers the municipalities have sent.
    """

    kommuner: tuple[Kommunegrunnlag, ...]
    f: Forutsetninger
    navn: Mapping[str, str]
    tall: Mapping[str, Mapping[str, Grunnlagstall]]
    kriterier: tuple[Kriterium, ...]
    uten_folketall: tuple[str, ...] = ()
    svar: Mapping[str, int | None] = field(default_factory=dict)

    @property
    def kriterienavn(self) -> dict[str, str]:
        """Return the criteria by their code in the calculation."""
        return {k.kode: k.navn for k in self.kriterier}

    def verdi(self, nummer: str, hva: str) -> int | None:
        """Return a figure of a municipality as a whole number; None when it is not a number."""
        tall = self.tall.get(nummer, {}).get(hva)
        return None if tall is None or tall.verdi is None else int(tall.verdi)


def kommuneradene(runde: Runde) -> list[RundeKommune]:
    """Return the municipalities of a round by name."""
    rader = RundeKommune.objects.filter(runde=runde).select_related("kommune")
    return list(rader.order_by("kommune__navn", "pk"))


def regnegrunnlag(runde: Runde, rader: Sequence[RundeKommune]) -> Regnegrunnlag:
    """Return what the round is calculated from, with these rows: as they stand, or as typed."""
    tall: dict[str, dict[str, Grunnlagstall]] = {}
    for ett in Grunnlagstall.objects.filter(runde=runde).select_related("kommune"):
        tall.setdefault(ett.kommune.nummer, {})[ett.indikator] = ett
    kriterier = tuple(Kriterium.objects.filter(runde=runde).order_by("nr"))
    spurte = [rk.kommune.nummer for rk in rader if rk.spurt]
    z, svar = _z(kriterier, tall, spurte), siste_svar(runde)
    grunnlag = [
        _kommune(
            rk, runde, tall.get(rk.kommune.nummer, {}), z.get(rk.kommune.nummer, {}), svar.get(rk.kommune_id)
        )
        for rk in rader
    ]
    return Regnegrunnlag(
        kommuner=tuple(grunnlag),
        f=forutsetninger(runde, kriterier),
        navn={rk.kommune.nummer: str(rk.kommune) for rk in rader},
        tall=tall,
        kriterier=kriterier,
        uten_folketall=tuple(
            str(rk.kommune)
            for rk in rader
            if rk.spurt and not _tall(tall.get(rk.kommune.nummer, {}).get(FOLKETALL))
        ),
        svar={rk.kommune.nummer: svar[rk.kommune_id].antall for rk in rader if rk.kommune_id in svar},
    )


def forutsetninger(runde: Runde, kriterier: Sequence[Kriterium]) -> Forutsetninger:
    """Return the parameters of the round; a criterion without a weight moves nothing."""
    return Forutsetninger(
        ramme=runde.ramme or 0,
        em_ramme=runde.em_ramme,
        grunntall=runde.grunntall,
        minstetall=runde.minstetall,
        vekter={k.kode: Fraction(k.vekt) for k in kriterier if k.vekt},
        maks_utslag=Fraction(runde.maks_utslag),
        baand=None if runde.baand is None else Fraction(runde.baand),
    )


def _kommune(
    rk: RundeKommune,
    runde: Runde,
    tall: Mapping[str, Grunnlagstall],
    z: Mapping[str, Fraction | None],
    svar: Kommunesvar | None,
) -> Kommunegrunnlag:
    """Return a municipality as the calculation takes it: what the county says, else its own answer."""
    egne = [_foerst(getattr(rk, felt), getattr(svar, felt, None)) for felt in ("em_under_15", "em_15_18")]
    em = [n for n in egne if n is not None]
    oensket = rk.oenske_min if (rk.oenske_min or 0) > runde.minstetall else None
    forrige = _tall(tall.get(ANMODNING))
    return Kommunegrunnlag(
        nummer=rk.kommune.nummer,
        folketall=int(_tall(tall.get(FOLKETALL)) or 0),
        z=z,
        spurt=rk.spurt,
        minst=oensket if rk.saerskilt_minst is None else rk.saerskilt_minst,
        hoeyst=rk.kapasitet,
        oenske_hoeyst=_foerst(rk.oenske_max, svar.antall if svar else None),
        laas=rk.laas,
        em_hoeyst=sum(em) if em else None,
        forrige=None if forrige is None else int(forrige),
    )


def _foerst(fylkets: int | None, kommunens: int | None) -> int | None:
    return kommunens if fylkets is None else fylkets


def _tall(tall: Grunnlagstall | None) -> Fraction | None:
    """Return a figure exactly; None when it is suppressed, missing or not asked."""
    if tall is None or tall.merke != Merke.VERDI or tall.verdi is None:
        return None
    return Fraction(tall.verdi)


def _z(
    kriterier: Sequence[Kriterium],
    tall: Mapping[str, Mapping[str, Grunnlagstall]],
    spurte: Collection[str],
) -> dict[str, dict[str, Fraction | None]]:
    """Return the z of each criterion for each municipality: the middle of the indicators that are known."""
    brukte = {i for k in kriterier if k.vekt for i in k.indikatorer}
    per_indikator = {i: _indikator(i, tall, spurte) for i in brukte}
    return {
        nr: {
            k.kode: _kriteriets(k, [per_indikator[i][nr] for i in k.indikatorer]) for k in kriterier if k.vekt
        }
        for nr in spurte
    }


def _indikator(
    navn: str, tall: Mapping[str, Mapping[str, Grunnlagstall]], spurte: Collection[str]
) -> dict[str, Fraction | None]:
    verdier = {nr: _verdi(navn, tall.get(nr, {})) for nr in spurte}
    if navn in VURDERINGER:
        return {nr: None if v is None else indikator.vurdering(int(v)) for nr, v in verdier.items()}
    return {nr: indikator.z(v, verdier.values()) for nr, v in verdier.items()}


def _verdi(navn: str, tall: Mapping[str, Grunnlagstall]) -> Fraction | None:
    """Return a municipality's figure; a count of people per inhabitant."""
    verdi = _tall(tall.get(navn))
    if navn not in PER_INNBYGGER or verdi is None:
        return verdi
    folketall = _tall(tall.get(FOLKETALL))
    return verdi / folketall if folketall else None


def _kriteriets(k: Kriterium, verdier: Sequence[Fraction | None]) -> Fraction | None:
    kjente = [v for v in verdier if v is not None]
    if not kjente:
        return None
    snitt = sum(kjente, Fraction(0)) / len(kjente)
    return -snitt if k.motsatt else snitt
