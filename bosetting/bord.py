"""The board: what is calculated for each municipality, beside what was, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from bosetting.kodeverk import FOLKETALL
from bosetting.queries.regnegrunnlag import Regnegrunnlag
from bosetting.rules.anbefaling import trenger_grunn
from bosetting.rules.grunnlag import Fordeling, Grensetype, Linje, Ugyldig
from bosetting.rules.modell import beregn
from bosetting.rules.robusthet import Intervall, Omregning, effektiv_vekt, intervaller
from bosetting.rules.webster import Umulig
from bosetting.utveier import hva_er_galt, utveiene


@dataclass(frozen=True)
class Bordlinje:
    """What the board shows of a municipality beside the fields; None where there is nothing to show."""

    nummer: str
    navn: str
    linje: Linje | None = None
    intervall: Intervall | None = None
    forrige: int | None = None
    vedtak: int | None = None
    bosatt: int | None = None
    promille: Decimal | None = None
    svar: int | None = None

    @property
    def endring(self) -> int | None:
        """Persons more or less than the last request."""
        return None if self.linje is None or self.forrige is None else self.linje.antall - self.forrige

    @property
    def endring_prosent(self) -> Decimal | None:
        """The change in per cent of the last request; None when that was nobody."""
        if self.endring is None or not self.forrige:
            return None
        return Decimal(round(100 * self.endring / self.forrige))

    @property
    def stor_endring(self) -> bool:
        """True when it differs so much from the last request that it must be explained."""
        return self.linje is not None and trenger_grunn(self.linje.antall, self.forrige)

    @property
    def over_svaret(self) -> bool:
        """True when it is more than the municipality has answered that it can settle."""
        return self.linje is not None and self.svar is not None and self.linje.antall > self.svar

    @property
    def grense(self) -> str:
        """The limit that binds, in words."""
        return "" if self.linje is None else grensenavn(self.linje)


@dataclass(frozen=True)
class Flytting:
    """What the locks move: a municipality's number without them, and with them."""

    navn: str
    uten: int
    med: int

    @property
    def endring(self) -> int:
        """Persons more or less because of the locks."""
        return self.med - self.uten


@dataclass(frozen=True)
class Bord:
    """The whole answer, or why there is none.

    `vekter`: the criteria by name with the persons each moves. `utveier`: what would make it possible.
    """

    linjer: tuple[Bordlinje, ...]
    fordeling: Fordeling | None = None
    vekter: tuple[tuple[str, Decimal], ...] = ()
    flyttet: tuple[Flytting, ...] = ()
    hvorfor_ikke: str = ""
    utveier: tuple[str, ...] = ()

    @property
    def svart(self) -> int:
        """Persons the municipalities that are asked have answered that they can settle, in all."""
        return sum(linje.svar or 0 for linje in self.linjer)


def bordet(grunnlag: Regnegrunnlag) -> Bord:
    """Calculate the round, with intervals, weights, and what the locks move."""
    galt = _mangler(grunnlag)
    if galt:
        return Bord(_linjer(grunnlag, None, {}), hvorfor_ikke=galt)
    try:
        fordeling = beregn(grunnlag.kommuner, grunnlag.f)
        omregning = Omregning(grunnlag.kommuner, grunnlag.f)
    except Umulig as feil:
        utveier = utveiene(feil, grunnlag.navn)
        return Bord(_linjer(grunnlag, None, {}), hvorfor_ikke=hva_er_galt(feil), utveier=utveier)
    except Ugyldig as feil:
        return Bord(_linjer(grunnlag, None, {}), hvorfor_ikke=_ugyldig(feil))
    navn = grunnlag.kriterienavn
    return Bord(
        _linjer(grunnlag, fordeling, intervaller(omregning)),
        fordeling,
        tuple((navn[k], desimal(n)) for k, n in effektiv_vekt(omregning).items()),
        laasene_flytter(grunnlag, fordeling),
    )


def laasene_flytter(grunnlag: Regnegrunnlag, fordeling: Fordeling) -> tuple[Flytting, ...]:
    """Return whose number is another because of the locks, those that change most first."""
    if all(k.laas is None for k in grunnlag.kommuner):
        return ()
    try:
        uten = beregn([replace(k, laas=None) for k in grunnlag.kommuner], grunnlag.f).antall()
    except Umulig:
        return ()
    flyttet = [
        Flytting(grunnlag.navn[nr], uten[nr], med)
        for nr, med in fordeling.antall().items()
        if uten[nr] != med
    ]
    return tuple(sorted(flyttet, key=lambda f: (-abs(f.endring), f.navn)))


def grensenavn(linje: Linje) -> str:
    """Return the limit that binds, in words; nothing when none does."""
    navn: dict[Grensetype, str] = {
        "": "",
        "laas": _("Låst"),
        "tak": _("Kapasitet"),
        "minstetall": _("Minstetall"),
        "oenske": _("Ønske"),
        "baand": _("Bånd mot forrige"),
    }
    return navn[linje.grense]


def desimal(verdi: Fraction, sifre: int = 1) -> Decimal:
    """Return a fraction as a number with so many decimals."""
    return Decimal(round(verdi * 10**sifre)).scaleb(-sifre)


def _mangler(grunnlag: Regnegrunnlag) -> str:
    """Return what must be there before anything can be calculated."""
    if not grunnlag.f.ramme:
        return _("Runden har ingen ramme. Legg inn hvor mange personer som skal fordeles.")
    if grunnlag.uten_folketall:
        hvem = ", ".join(grunnlag.uten_folketall)
        return _("Folketall mangler for %(hvem)s. Hent tallene på nytt på siden til runden.") % {"hvem": hvem}
    return ""


def _ugyldig(feil: Ugyldig) -> str:
    """Return what is wrong with the parameters; what the forms let through."""
    tekster = {
        "grunntall": _("Grunntallet ganger antall kommuner er større enn rammen."),
        "maks_utslag": _("Kriteriene kan ikke flytte hele tallet. Sett et lavere utslag."),
    }
    return tekster.get(feil.felt, _("Forutsetningene i runden gir ikke et regnestykke."))


def _linjer(
    grunnlag: Regnegrunnlag, fordeling: Fordeling | None, intervall: dict[str, Intervall]
) -> tuple[Bordlinje, ...]:
    spurte = {k.nummer for k in grunnlag.kommuner if k.spurt}
    linjer = (
        {linje.nummer: linje for linje in fordeling.linjer if linje.nummer in spurte} if fordeling else {}
    )
    return tuple(
        Bordlinje(
            nummer=k.nummer,
            navn=grunnlag.navn[k.nummer],
            linje=linjer.get(k.nummer),
            intervall=intervall.get(k.nummer),
            forrige=k.forrige,
            vedtak=grunnlag.verdi(k.nummer, "vedtak"),
            bosatt=grunnlag.verdi(k.nummer, "bosatt"),
            promille=_promille(grunnlag, linjer.get(k.nummer)),
            svar=grunnlag.svar.get(k.nummer),
        )
        for k in grunnlag.kommuner
    )


def _promille(grunnlag: Regnegrunnlag, linje: Linje | None) -> Decimal | None:
    """Persons per thousand inhabitants."""
    folk = grunnlag.verdi(linje.nummer, FOLKETALL) if linje else None
    return desimal(Fraction(1000 * linje.antall, folk)) if linje and folk else None
