"""The tasks about what the checklist asks for: `nir` finds them, `registreringsregler` gives them words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date

from integrering.nir.queries.registreringssaker import Registreringssak, registreringssaker
from integrering.nir.queries.situasjoner import omfang
from integrering.nir.rules.registreringsoppgaver import Gjoeremaal, Oppgavekode, gjoeremaal
from integrering.oppgaver.adresser import adresse, skjema
from integrering.oppgaver.regelverk import Emne, Forslag, Oppgavekilde, Oppgaveregel
from integrering.oppgaver.registreringsregler import ORD, REGLER
from integrering.tilgang.queries import vaart_fylke

NAVN = "registreringer"


class Registreringsfakta:
    """One person as the rules see it; the tasks are found once for all rules."""

    def __init__(self, sak: Registreringssak) -> None:
        self.sak = sak
        self._funnet: tuple[date, dict[Oppgavekode, list[Gjoeremaal]]] | None = None

    def gjoeremaal(self, kode: Oppgavekode, i_dag: date) -> Iterable[Gjoeremaal]:
        """Return what somebody should do by one rule, seen from the day."""
        if self._funnet is None or self._funnet[0] != i_dag:
            funnet: dict[Oppgavekode, list[Gjoeremaal]] = defaultdict(list)
            for g in gjoeremaal(self.sak.sak, i_dag):
                funnet[g.kode].append(g)
            self._funnet = (i_dag, funnet)
        return self._funnet[1].get(kode, ())


def les(ider: Collection[int] | None) -> Iterator[tuple[Emne, Registreringsfakta]]:
    """Yield persons: on their municipality's desk, or the county's when no municipality is known."""
    fylket = vaart_fylke().pk
    for sak in registreringssaker(ider):
        emne = Emne(
            id=sak.person_id,
            virksomhet_id=sak.kommune_id or fylket,
            person_id=sak.person_id,
            url=adresse("person", sak.noekkel),
        )
        yield emne, Registreringsfakta(sak)


def _finn(kode: Oppgavekode) -> Callable[[Registreringsfakta, date], Iterable[Forslag]]:
    def finn(fakta: Registreringsfakta, i_dag: date) -> Iterable[Forslag]:
        return [_forslag(fakta.sak, g) for g in fakta.gjoeremaal(kode, i_dag)]

    return finn


def _forslag(sak: Registreringssak, g: Gjoeremaal) -> Forslag:
    verdier = {"siden": g.siden.isoformat() if g.siden else "", "grunn": g.grunn, "hva": g.hva or ""}
    return Forslag(
        frist=g.frist,
        verdier={navn: verdi for navn, verdi in verdier.items() if verdi},
        nr=g.nr,
        url=skjema(sak.noekkel, g.slag, g.registrering) if g.slag else "",
    )


KILDE: Oppgavekilde[Registreringsfakta] = Oppgavekilde(
    navn=NAVN,
    les=les,
    regler=tuple(
        Oppgaveregel(
            kode=o.kode.value, tittel=o.tittel, hvorfor=o.hvorfor, handling=o.handling, hjemmel=o.hjemmel,
            roller=o.roller, finn=_finn(o.kode), ord=ORD,
        )
        for o in REGLER
    ),
    omfang=omfang,
)  # fmt: skip
