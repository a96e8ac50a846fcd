"""The job that computes all tasks anew: at night the days have moved on, by day a rule was changed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.jobber import Loep, registrer_jobb
from integrering.grunnmur.sql import les_sql
from integrering.oppgaver.actions.fletting import PAKKE, Fletting
from integrering.oppgaver.actions.utregning import NATT, oppdater_kilde
from integrering.oppgaver.regelverk import finn_kilde, kilder
from integrering.tilgang.kontekst import kontekst, motor_kontekst

# How many numbers of subjects a step takes: a second or two, which is what a registration may have to wait.
STEG = 5_000

Del = tuple[str, Collection[int] | None]


@registrer_jobb(NATT)
def regn_ut(jobb: Loep) -> dict[str, Any]:
    """Compute source by source, in short steps; a worker that takes over goes on where the other was."""
    deler = _deler(tuple(jobb.parametre.get("kilder", ())))
    av_i_alt, begynn = len(deler) + 1, jobb.jobb.gjort
    sum_ = Fletting()
    for nr, (navn, ider) in enumerate(deler):
        if nr < begynn:
            continue
        with jobb.steg(_("Regner ut oppgaver"), nr, av_i_alt):
            sum_ += oppdater_kilde(navn, ider)
    with jobb.steg(_("Frigir oppgaver til brukere uten rolle"), len(deler), av_i_alt):
        frigitt = frigi()
    return {"nye": sum_.nye, "aapnet": sum_.aapnet, "lukket": sum_.lukket, "frigitt": frigitt}


def frigi() -> int:
    """Take tasks from users whose role at the organisation has ended; return how many."""
    with kontekst(motor_kontekst()), connection.cursor() as peker:
        peker.execute(les_sql(PAKKE, "frigi"), {"i_dag": timezone.localdate()})
        return int(peker.rowcount)


def _deler(navn: tuple[str, ...]) -> list[Del]:
    """Return the steps. Ranges begin at whole multiples: the same steps when the job is resumed."""
    ut: list[Del] = []
    for kilde in kilder():
        if navn and kilde.navn not in navn:
            continue
        ut += [(kilde.navn, del_) for del_ in _omraader(kilde.navn)]
    return ut


def _omraader(navn: str) -> list[Collection[int] | None]:
    kilde = finn_kilde(navn)
    if kilde.omfang is None:
        return [None]
    with kontekst(motor_kontekst()):
        ytre = kilde.omfang()
    if ytre is None:
        return []
    return [range(n * STEG, (n + 1) * STEG) for n in range(ytre[0] // STEG, ytre[1] // STEG + 1)]
