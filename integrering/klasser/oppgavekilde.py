"""The task about hours and absence of a class: one for each month that lacks them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import maaneder
from integrering.klasser.actions.felles import KILDE
from integrering.klasser.queries.oppgavekilde import klassene_til, les
from integrering.klasser.rules.oppgaver import Klassefakta, timer_mangler
from integrering.nir.actions.roller import REGISTRERER
from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.actions.utregning import regn_ut_i_bakgrunnen
from integrering.oppgaver.regelverk import Forslag, Oppgavekilde, Oppgaveregel


def forslag_om_timer(f: Klassefakta, i_dag: date) -> Iterable[Forslag]:
    """Propose a task for each month that lacks hours."""
    for mangel in timer_mangler(f, i_dag):
        nr = maaneder.skriv(mangel.maaned)
        yield Forslag(
            frist=mangel.frist,
            verdier={
                "fra": mangel.maaned.isoformat(),
                "til": maaneder.siste_dag(mangel.maaned).isoformat(),
                "antall": str(mangel.antall),
            },
            nr=nr,
            url=f"{f.adresse}{nr}/",
        )


TIMER_MANGLER: Oppgaveregel[Klassefakta] = Oppgaveregel(
    kode="TIMER_MANGLER",
    tittel=_("Timer og fravær mangler"),
    hvorfor=_("Timer og fravær fra %(fra)s til %(til)s er ikke ført for alle. Mangler for: %(antall)s."),
    handling=_("Før timer og fravær"),
    hjemmel=_("Forskriften §§ 53 g, h, j og 58"),
    roller=frozenset(REGISTRERER),
    finn=forslag_om_timer,
    snart_dager=7,
)
OPPGAVEKILDE: Oppgavekilde[Klassefakta] = Oppgavekilde(navn=KILDE, les=les, regler=(TIMER_MANGLER,))


def personer_endret(ider: Collection[int] | None) -> None:
    """Listen to changed registrations: the tasks of the classes these persons are in follow."""
    if ider is None:
        regn_ut_i_bakgrunnen(kilder=(KILDE,), noekkel="")
    else:
        oppdater_kilde(KILDE, klassene_til(ider))
