"""After the round: what was recommended, asked for, decided and settled, and how far they are apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from bosetting.diagram import tegnet
from bosetting.etterproeving import les_runder
from bosetting.kodeverk import ANMODNING, BOSATT, VEDTAK, Merke
from bosetting.models import Anbefaling, Runde
from bosetting.rules.avvik import avvik
from integrering.rapporter.diagram import Diagram
from regionalt.kunnskap.queries.tall import Tallverdi, tall_for


@dataclass(frozen=True)
class Celle:
    """A figure, or why there is none (`merke` in words)."""

    tall: int | None
    merke: str = ""


@dataclass(frozen=True)
class Etterlinje:
    """One municipality: recommended, asked for, decided, settled; `gjenstaar` of what was decided."""

    navn: str
    anbefalt: int
    anmodning: Celle
    vedtak: Celle
    bosatt: Celle

    @property
    def gjenstaar(self) -> int | None:
        """Persons decided and not settled; None when one of them is not known."""
        if self.vedtak.tall is None or self.bosatt.tall is None:
            return None
        return max(self.vedtak.tall - self.bosatt.tall, 0)


@dataclass(frozen=True)
class Avstand:
    """How far the recommendation is from what came: per cent placed elsewhere, and how many equal numbers.

    `kommuner`: those where both numbers are known; the others are not compared.
    """

    mot: str
    prosent: Decimal
    like: int
    innen_en: int
    kommuner: int


@dataclass(frozen=True)
class Etter:
    """The whole table, the sums with their drawing, and how far the recommendation is from each."""

    linjer: tuple[Etterlinje, ...]
    summer: tuple[tuple[str, int], ...]
    diagram: Diagram | None
    avstander: tuple[Avstand, ...]
    kilder: tuple[str, ...]


def les_etter(runde: Runde) -> Etter:
    """Return how it went with a round. Five queries."""
    tall = {navn: tall_for(navn, runde.aar) for navn in (ANMODNING, VEDTAK, BOSATT)}
    fra_filen = {} if tall[ANMODNING] else _filen(runde.aar)
    linjer = []
    for a in Anbefaling.objects.filter(runde=runde).select_related("kommune").order_by("kommune__navn"):
        nr = a.kommune.nummer
        bedt = Celle(fra_filen[nr]) if nr in fra_filen else _celle(tall[ANMODNING].get(nr))
        vedtatt, bosatt = (_celle(tall[navn].get(nr)) for navn in (VEDTAK, BOSATT))
        linjer.append(Etterlinje(a.kommune.navn, a.antall, bedt, vedtatt, bosatt))
    summer = _summene(linjer)
    return Etter(
        linjer=tuple(linjer),
        summer=summer,
        diagram=tegnet(summer, _("Personer")) if len(summer) > 1 else None,
        avstander=tuple(avstand for navn, felt in _felt() if (avstand := _avstand(linjer, navn, felt))),
        kilder=_kildene(tall, bool(fra_filen)),
    )


def _filen(aar: int) -> Mapping[str, int]:
    """Return the requests of the year that the system carries, the newest version."""
    _innbyggere, runder = les_runder()
    funnet = [r for r in runder if r.aar == aar]
    return funnet[-1].anmodning if funnet else {}


def _celle(tall: Tallverdi | None) -> Celle:
    if tall is None:
        return Celle(None, str(Merke.MANGLER.label))
    return Celle(None if tall.verdi is None else int(tall.verdi), str(Merke(tall.merke).label))


def _felt() -> tuple[tuple[str, str], ...]:
    """Return what came after the recommendation: its name, and its field of a line."""
    return (_("Anmodning"), "anmodning"), (_("Vedtak"), "vedtak"), (_("Bosatt"), "bosatt")


def _summene(linjer: Sequence[Etterlinje]) -> tuple[tuple[str, int], ...]:
    """Return the sums of what is known; what is hidden is not counted."""
    rader = [(_("Anbefalt"), sum(linje.anbefalt for linje in linjer))]
    for navn, felt in _felt():
        kjente = [getattr(linje, felt).tall for linje in linjer if getattr(linje, felt).tall is not None]
        if kjente:
            rader.append((navn, sum(kjente)))
    return tuple(rader)


def _avstand(linjer: Sequence[Etterlinje], navn: str, felt: str) -> Avstand | None:
    """Return the misplacement index ½ Σ|a−b| / Σb in per cent, among those where both are known."""
    kjente = {linje.navn: linje for linje in linjer if getattr(linje, felt).tall is not None}
    mot = {kommune: getattr(linje, felt).tall for kommune, linje in kjente.items()}
    if not sum(mot.values()):
        return None
    a = avvik({kommune: linje.anbefalt for kommune, linje in kjente.items()}, mot)
    return Avstand(navn, Decimal(round(a.indeks * 1000)) / 10, a.like, a.innen_en, a.antall)


def _kildene(tall: Mapping[str, Mapping[str, Tallverdi]], fra_filen: bool) -> tuple[str, ...]:
    funnet = {t.kilde for navn in tall.values() for t in navn.values()}
    return tuple(sorted(funnet | ({_("IMDi, nøkkeltall for bosetting")} if fra_filen else set())))
