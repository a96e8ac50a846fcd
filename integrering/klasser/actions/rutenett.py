"""Save a grid: the hours of a month, or the results of a test. The cells are the registrations themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur import maaneder
from integrering.grunnmur.feil import Regelbrudd
from integrering.klasser.actions.felles import krev_eier, laas_raden
from integrering.klasser.actions.linjer import Lagret, Linje, lagre_linjer
from integrering.klasser.models import Klasse
from integrering.klasser.queries.klasser import medlemmer_i
from integrering.klasser.queries.timer import siste_laas
from integrering.nir.actions import lagre_flere
from integrering.nir.faktatyper import FAKTATYPER, Faktatype
from integrering.tilgang.aktoer import Aktoer

TIMER, PROEVE = FAKTATYPER["timer"], FAKTATYPER["proeve"]


@transaction.atomic
def lagre_timer(
    *, klasse: Klasse, maaned: date, linjer: Sequence[Linje], aarsak: str = "", av: Aktoer
) -> Lagret:
    """Save the hours and absence of a month (forskriften § 53 g, h, j). What says the same is left alone.

    Raises:
        Rutekonflikt: somebody saved meanwhile.
        Linjebrudd: some lines cannot be saved.
        Regelbrudd: the month is locked, or a correction has no reason.
        IkkeTilgang: the class is not one's own.
    """
    krev_eier(av, klasse)
    laas_raden(klasse)
    laas = siste_laas(klasse, maaned)
    if laas is not None and laas.laast:
        raise Regelbrudd(_("Måneden er låst. Lås den opp for å endre timene."))
    return _lagre(TIMER, klasse, (maaned, maaneder.siste_dag(maaned)), linjer, aarsak, av)


@transaction.atomic
def lagre_proever(
    *, klasse: Klasse, dato: date, linjer: Sequence[Linje], aarsak: str = "", av: Aktoer
) -> Lagret:
    """Save the results of a test that a class took on a day (forskriften § 54). Raises as `lagre_timer`."""
    krev_eier(av, klasse)
    laas_raden(klasse)
    return _lagre(PROEVE, klasse, (dato, dato), linjer, aarsak, av)


def _lagre(
    slag: Faktatype,
    klasse: Klasse,
    periode: tuple[date, date],
    linjer: Sequence[Linje],
    aarsak: str,
    av: Aktoer,
) -> Lagret:
    return lagre_linjer(
        slag=slag,
        linjer=linjer,
        aarsak=aarsak,
        av=av,
        i_klassen=lambda: {m.person_id for m in medlemmer_i(klasse, *periode)},
        lagrer=lagre_flere,
    )
