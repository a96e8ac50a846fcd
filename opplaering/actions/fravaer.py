"""Hours and absence of a class and month: save the grid, lock the month, unlock it with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import connection, transaction
from django.utils.translation import gettext as _

from integrering.grunnmur import maaneder
from integrering.grunnmur.feil import Regelbrudd
from integrering.klasser.actions import Lagret, Linje, lagre_linjer
from integrering.klasser.actions.laas import grunn_til_aa_laase_opp, krev_maaneden_over
from integrering.nir.actions import lagre_sett
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from opplaering.actions.skoleklasse import krev_skolens
from opplaering.faktatyper import FRAVAER
from opplaering.hendelser import meld_endret
from opplaering.models import Skoleklasse, Skolemaanedslaas
from opplaering.queries.fravaer import er_i_klassen, er_laast

# The name of the source of tasks.
FRAVAERSKILDE = "opplaering_fravaer"


@transaction.atomic
def lagre_fravaer(
    *, klasse: Skoleklasse, maaned: date, linjer: Sequence[Linje], aarsak: str = "", av: Aktoer
) -> Lagret:
    """Save the hours and absence of a month (forskriften § 59). What says the same is left alone.

    Raises:
        Rutekonflikt: somebody saved meanwhile.
        Linjebrudd: some lines cannot be saved.
        Regelbrudd: the month is locked, or a correction has no reason.
        IkkeTilgang: the class is another school's.
    """
    krev_skolens(av, klasse.skole_id)
    vent_paa_klassen(klasse)
    if er_laast(klasse, maaned):
        raise Regelbrudd(_("Måneden er låst. Lås den opp for å endre timene."))
    hva = lagre_linjer(
        slag=FRAVAER,
        linjer=linjer,
        aarsak=aarsak,
        av=av,
        i_klassen=lambda: er_i_klassen(klasse, maaned, maaneder.siste_dag(maaned)),
        lagrer=lagre_sett,
    )
    meld_endret([linje.person.pk for linje in linjer])
    return hva


@transaction.atomic
def laas_skolemaaned(*, klasse: Skoleklasse, maaned: date, av: Aktoer) -> None:
    """Say that the hours of a month are finished. A locked month stays as it is.

    Raises Regelbrudd, IkkeTilgang.
    """
    krev_maaneden_over(maaned)
    _skriv(klasse, maaned, av, laast=True)


@transaction.atomic
def laas_opp_skolemaaned(*, klasse: Skoleklasse, maaned: date, aarsak: str, av: Aktoer) -> None:
    """Open a locked month for changes. An open month stays as it is. Raises Regelbrudd, IkkeTilgang."""
    _skriv(klasse, maaned, av, laast=False, aarsak=grunn_til_aa_laase_opp(aarsak))


def _skriv(klasse: Skoleklasse, maaned: date, av: Aktoer, *, laast: bool, aarsak: str = "") -> None:
    krev_skolens(av, klasse.skole_id)
    vent_paa_klassen(klasse)
    if er_laast(klasse, maaned) == laast:
        return
    Skolemaanedslaas.objects.create(
        klasse=klasse, maaned=maaned, laast=laast, aarsak=aarsak, av_id=av.bruker_id
    )
    oppdater_kilde(FRAVAERSKILDE, [klasse.pk])


def vent_paa_klassen(klasse: Skoleklasse) -> None:
    """Wait for those who write in the same class: who comes second, sees what the first has saved.

    A lock by name: whoever writes hours need not be one who may change the class itself.
    """
    with connection.cursor() as peker:
        peker.execute("SELECT pg_advisory_xact_lock(hashtext('opplaering.klasse'), %s)", [klasse.pk])
