"""Points as tasks: each kind of meeting we know has a rule, so that its title is whole; one for the rest."""

from __future__ import annotations

from functools import partial

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import Oppgavekilde, Oppgaveregel
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.moeter.actions.felles import KILDE
from integrering.utveksling.moeter.kodeverk import Moetetype
from integrering.utveksling.moeter.queries.punkter import les_oppgavekilde
from integrering.utveksling.moeter.rules.punkter import ANDRE, Punktfakta, punkt_gir_oppgave

TITLER: dict[str, Promise] = {
    Moetetype.TEAM: _("Følg opp punkt fra teammøte"),
    Moetetype.DIALOG: _("Følg opp punkt fra dialogmøte"),
    Moetetype.NETTVERK: _("Følg opp punkt fra nettverksmøte"),
    Moetetype.FORUM: _("Følg opp punkt fra forum"),
    ANDRE: _("Følg opp punkt fra møte"),
}


def _regel(type_: str) -> Oppgaveregel[Punktfakta]:
    return Oppgaveregel(
        kode=f"MOETEPUNKT_{type_.upper()}",
        tittel=TITLER[type_],
        hvorfor=_("Dere avtalte et punkt i møtet %(dato)s, og det er ikke gjort ennå."),
        handling=_("Se punktet"),
        hjemmel="",
        roller=ARBEIDSROLLER,
        finn=partial(punkt_gir_oppgave, type_),
    )


def kilde() -> Oppgavekilde[Punktfakta]:
    """Return the source of tasks from points."""
    return Oppgavekilde(navn=KILDE, les=les_oppgavekilde, regler=tuple(_regel(type_) for type_ in TITLER))
