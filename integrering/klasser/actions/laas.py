"""Lock a month that is finished, and unlock it with a reason."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur import maaneder
from integrering.grunnmur.feil import Regelbrudd
from integrering.klasser.actions.felles import KILDE, krev_eier, laas_raden
from integrering.klasser.models import Klasse, Maanedslaas
from integrering.klasser.queries.timer import siste_laas
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer


@transaction.atomic
def laas_maaned(*, klasse: Klasse, maaned: date, av: Aktoer) -> None:
    """Say that the hours of a month are finished. A locked month stays as it is.

    Raises Regelbrudd, IkkeTilgang.
    """
    krev_maaneden_over(maaned)
    _skriv(klasse, maaned, av, laast=True)


@transaction.atomic
def laas_opp_maaned(*, klasse: Klasse, maaned: date, aarsak: str, av: Aktoer) -> None:
    """Open a locked month for changes. An open month stays as it is. Raises Regelbrudd, IkkeTilgang."""
    _skriv(klasse, maaned, av, laast=False, aarsak=grunn_til_aa_laase_opp(aarsak))


def krev_maaneden_over(maaned: date) -> None:
    """Raise Regelbrudd for a month that still has days to come."""
    if maaneder.siste_dag(maaned) > timezone.localdate():
        raise Regelbrudd(_("Måneden er ikke over ennå. Lås den når alle timene er ført."))


def grunn_til_aa_laase_opp(aarsak: str) -> str:
    """Return the reason without what is around it. Raises Regelbrudd when there is none."""
    if not aarsak.strip():
        raise Regelbrudd({"aarsak": [_("Skriv hvorfor måneden låses opp.")]})
    return aarsak.strip()


def _skriv(klasse: Klasse, maaned: date, av: Aktoer, *, laast: bool, aarsak: str = "") -> None:
    krev_eier(av, klasse)
    laas_raden(klasse)
    naa = siste_laas(klasse, maaned)
    if (naa is not None and naa.laast) == laast:
        return
    Maanedslaas.objects.create(klasse=klasse, maaned=maaned, laast=laast, aarsak=aarsak, av_id=av.bruker_id)
    oppdater_kilde(KILDE, [klasse.pk])
