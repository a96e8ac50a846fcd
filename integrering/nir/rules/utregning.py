"""The working of one calculation: reads facts and dated values, and writes down each step. Pure.

A rule is a function of an `Utregning`, marked with `@regel`. Called with facts, values and today it answers
with a `Beregning`; called by another rule (`.i(u)`) its steps become part of that one's.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import update_wrapper
from typing import Any, Concatenate, Generic, NoReturn, ParamSpec, TypeVar

from integrering.nir.rules.beregning import Beregning, Mangel, Mellomregning, Steg, Stegslag, Verdi
from integrering.nir.rules.grunnlag import Felt, Grunnlag
from integrering.nir.rules.regelkoder import Grunn, Regelkode, Regelmangel
from integrering.nir.rules.regelsett import Regelrad, Regelsett, Styres

P = ParamSpec("P")
T = TypeVar("T")


class Mangler(Exception):
    """The answer needs something that is not known."""

    def __init__(self, *hva: Mangel, kode: Regelkode | None = None) -> None:
        self.hva = hva
        self.koder = (kode,) if kode else ()


class GjelderIkke(Exception):
    """The question does not arise."""

    def __init__(self, grunn: Grunn, hjemmel: str) -> None:
        self.grunn, self.hjemmel = grunn, hjemmel


class Utregning:
    """One calculation for one person on one day."""

    def __init__(self, grunnlag: Grunnlag, regler: Regelsett, dag: date) -> None:
        self.grunnlag, self.regler, self.dag = grunnlag, regler, dag
        self.steg: list[Steg] = []
        self._skrevet: set[tuple[object, ...]] = set()

    def les(self, felt: Felt) -> Any:
        """Return a fact, or None; known ones become a step."""
        verdi = getattr(self.grunnlag, felt)
        if verdi is not None:
            self._skriv(Stegslag.INN, felt, _vist(verdi))
        return verdi

    def krev(self, *felt: Felt) -> None:
        """Raise Mangler with all of the facts that are unknown."""
        ukjente = [f for f in felt if getattr(self.grunnlag, f) is None]
        if ukjente:
            raise Mangler(*ukjente)

    def trenger(self, felt: Felt) -> Any:
        """Return a fact. Raises Mangler when it is unknown."""
        self.krev(felt)
        return self.les(felt)

    def dato(self, felt: Felt) -> date:
        """Return a day. Raises Mangler when it is unknown."""
        verdi: date = self.trenger(felt)
        return verdi

    def ja(self, felt: Felt) -> bool:
        """Return yes or no. Raises Mangler when it is unknown."""
        return bool(self.trenger(felt))

    def regel(self, kode: Regelkode) -> Regelrad:
        """Return the version of a value that holds; the value's own row says which day decides.

        Raises Mangler when that day is unknown, or no version holds.
        """
        styres = self.regler.styres_av(kode)
        if styres is None:
            raise Mangler(Regelmangel.INGEN_VERDI, kode=kode)
        return self.regel_paa(kode, self._styrende_dag(kode, styres))

    def regel_paa(self, kode: Regelkode, dag: date) -> Regelrad:
        """Return the version of a value that holds on a day. Raises Mangler when none does."""
        rad = self.regler.verdi(kode, dag)
        if rad is None:
            raise Mangler(Regelmangel.INGEN_VERDI, kode=kode)
        self._skriv(Stegslag.REGEL, kode, rad.verdi, rad.hjemmel, rad)
        return rad

    def lov(self, grunn: Grunn, hjemmel: str) -> None:
        """Write down what the text of the law says."""
        self._skriv(Stegslag.LOV, grunn, None, hjemmel)

    def ut(self, hva: Mellomregning, verdi: Verdi) -> None:
        """Write down what was worked out on the way."""
        self._skriv(Stegslag.UT, hva, verdi)

    def gjelder_ikke(self, grunn: Grunn, hjemmel: str) -> NoReturn:
        """Write down why, and stop."""
        self.lov(grunn, hjemmel)
        raise GjelderIkke(grunn, hjemmel)

    def siste_grunn(self) -> tuple[Grunn, str]:
        """Return what the text of the law last decided, and where: the reason to give for «nothing»."""
        steg = next(s for s in reversed(self.steg) if isinstance(s.navn, Grunn))
        return Grunn(steg.navn), steg.hjemmel

    def _styrende_dag(self, kode: Regelkode, styres: Styres) -> date:
        if styres is Styres.DAG:
            return self.dag
        if styres in (Styres.VEDTAK_INTRO, Styres.PLAN):
            plan = self.les(Felt.PLAN) if styres is Styres.PLAN else None
            vedtak: date | None = plan or self.les(Felt.VEDTAK_INTRO)
            return vedtak or self.dag  # what is not decided yet, is decided today or later
        if styres is Styres.TILLATELSE_ELLER_ANKOMST:
            return self._tillatelse_eller_ankomst(kode)
        return self.dato(Felt(styres))

    def _tillatelse_eller_ankomst(self, kode: Regelkode) -> date:
        """Permits granted abroad count from arrival (forskriften §§ 72–74). It matters only while a later
        version exists.
        """
        gitt = self.dato(Felt.TILLATELSE_DATO)
        if not self.regler.kommer_en_senere(kode, gitt):
            return gitt
        return max(gitt, self.dato(Felt.ANKOMST))

    def _skriv(
        self,
        slag: Stegslag,
        navn: Felt | Regelkode | Grunn | Mellomregning,
        verdi: Verdi = None,
        hjemmel: str = "",
        rad: Regelrad | None = None,
    ) -> None:
        """Write down a step, once: the same is read many times, and to compare steps is slow."""
        noekkel = (id(navn), verdi, hjemmel, id(rad))
        if noekkel not in self._skrevet:
            self._skrevet.add(noekkel)
            self.steg.append(Steg(slag, navn, verdi, hjemmel, rad))


def _vist(verdi: Any) -> Verdi:
    """Return a fact as a step shows it: days, numbers and texts; of periods how many."""
    return len(verdi) if isinstance(verdi, tuple) else verdi


class Regel(Generic[P, T]):
    """A rule that may be asked from outside, and be part of another rule."""

    def __init__(self, funksjon: Callable[Concatenate[Utregning, P], T]) -> None:
        self._funksjon = funksjon
        update_wrapper(self, funksjon)

    def __call__(
        self, grunnlag: Grunnlag, regler: Regelsett, dag: date, /, *args: P.args, **kwargs: P.kwargs
    ) -> Beregning[T]:
        """Answer for a person, by these values, as seen from a day."""
        u = Utregning(grunnlag, regler, dag)
        try:
            svar = self._funksjon(u, *args, **kwargs)
        except Mangler as mangler:
            return Beregning(mangler=mangler.hva, regler_som_mangler=mangler.koder, steg=tuple(u.steg))
        except GjelderIkke as nei:
            return Beregning(grunn=nei.grunn, hjemmel=nei.hjemmel, steg=tuple(u.steg))
        return Beregning(svar=svar, steg=tuple(u.steg))

    def i(self, u: Utregning, /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Answer as part of another calculation."""
        return self._funksjon(u, *args, **kwargs)


def regel(funksjon: Callable[Concatenate[Utregning, P], T]) -> Regel[P, T]:
    """Make a function of an `Utregning` a rule."""
    return Regel(funksjon)
