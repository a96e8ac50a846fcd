"""One worker's run of a job: the lease, the heartbeat, the steps."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.conf import settings
from django.db import DatabaseError, OperationalError, connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobber.register import arbeid_for
from integrering.grunnmur.models import Jobb, Tilstand

logg = structlog.get_logger(__name__)


class LeieTapt(Exception):
    """Another worker has taken the job: this one must not commit."""


class Avbrutt(Exception):
    """Someone asked the job to stop."""


class Loep:
    """A job in the hands of this worker."""

    def __init__(self, jobb: Jobb, leie: uuid.UUID) -> None:
        self.jobb = jobb
        self._leie = leie

    @property
    def parametre(self) -> dict[str, Any]:
        """What the job was started with."""
        return dict(self.jobb.parametre)

    def meld(self, steg: str, gjort: int, av_i_alt: int) -> None:
        """Show how far the job is. Call between steps: the row commits at once.

        Raises:
            LeieTapt: another worker has the job.
            Avbrutt: someone asked it to stop.
        """
        if not self._mitt().update(steg=steg, gjort=gjort, av_i_alt=av_i_alt, leie_til=_leie_til()):
            raise LeieTapt
        if self._mitt().filter(avbryt=True).exists():
            raise Avbrutt

    @contextmanager
    def steg(self, navn: str, gjort: int, av_i_alt: int) -> Iterator[None]:
        """Run one short transaction as a step, visible to the one who waits.

        The job's row is locked at the end of the step, so a worker that lost its lease cannot commit.
        """
        self.meld(navn, gjort, av_i_alt)
        with transaction.atomic():
            yield
            self._vokt()

    def _vokt(self) -> None:
        """Lock the row until the step commits. Raises LeieTapt when it is another worker's."""
        if self._mitt().select_for_update().values_list("pk").first() is None:
            raise LeieTapt

    def _mitt(self) -> QuerySet[Jobb]:
        return _i_haand(self.jobb.pk, self._leie)


def kjoer(jobb_id: uuid.UUID) -> None:
    """Take the job by compare-and-swap and do it. Does nothing when another worker holds it or it is done."""
    leie = uuid.uuid4()
    naa = timezone.now()
    tatt = (
        Jobb.objects.filter(pk=jobb_id)
        .filter(Q(tilstand=Tilstand.VENTER) | Q(tilstand=Tilstand.KJOERER, leie_til__lt=naa))
        .update(
            tilstand=Tilstand.KJOERER,
            leie=leie,
            leie_til=_leie_til(),
            startet=naa,
            forsoek=F("forsoek") + 1,
        )
    )
    if not tatt:
        return
    loep = Loep(Jobb.objects.get(pk=jobb_id), leie)
    with _hjerteslag(jobb_id, leie):
        _gjoer(loep, leie)


def _gjoer(loep: Loep, leie: uuid.UUID) -> None:
    """Do the work and write how it ended."""
    try:
        resultat = arbeid_for(loep.jobb.slag)(loep)
    except LeieTapt:
        logg.warning("jobb_leie_tapt", jobb=str(loep.jobb.pk))
        return
    except Avbrutt:
        _avslutt(loep, leie, tilstand=Tilstand.AVBRUTT)
    except Regelbrudd as feil:
        _avslutt(loep, leie, tilstand=Tilstand.FEILET, feil=str(feil))
    except OperationalError as feil:
        # a lost connection, a deadlock: the sweeper sends it again at once, at most MAKS_FORSOEK times
        _logg_feil(loep, feil)
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()
        _i_haand(loep.jobb.pk, leie).update(leie_til=timezone.now())
    except Exception as feil:
        _logg_feil(loep, feil)
        _avslutt(
            loep, leie, tilstand=Tilstand.FEILET,
            feil=_("Noe gikk galt hos oss. Prøv igjen, eller oppgi jobbnummeret til brukerstøtte."),
        )  # fmt: skip
    else:
        _avslutt(loep, leie, tilstand=Tilstand.FERDIG, resultat=resultat)


def _logg_feil(loep: Loep, feil: Exception) -> None:
    logg.error(
        "jobb_feilet", jobb=str(loep.jobb.pk), slag=loep.jobb.slag, feil=type(feil).__name__, exc_info=True
    )


def _avslutt(loep: Loep, leie: uuid.UUID, **felt: Any) -> None:
    _i_haand(loep.jobb.pk, leie).update(ferdig=timezone.now(), leie=None, leie_til=None, **felt)


def _i_haand(jobb_id: uuid.UUID, leie: uuid.UUID) -> QuerySet[Jobb]:
    """Return the job's row, if this lease still holds it."""
    return Jobb.objects.filter(pk=jobb_id, leie=leie, tilstand=Tilstand.KJOERER)


def _leie_til() -> datetime:
    return timezone.now() + timedelta(seconds=settings.JOBB_LEIE)


@contextmanager
def _hjerteslag(jobb_id: uuid.UUID, leie: uuid.UUID) -> Iterator[None]:
    """Renew the lease from a thread with its own connection while the work goes on."""
    slutt = threading.Event()

    def slaa() -> None:
        while not slutt.wait(settings.JOBB_LEIE / 4):
            try:
                _i_haand(jobb_id, leie).update(leie_til=_leie_til())
            except DatabaseError:
                logg.warning("hjerteslag_uteble", jobb=str(jobb_id), exc_info=True)
                connection.close()
        connection.close()

    traad = threading.Thread(target=slaa, daemon=True, name="hjerteslag")
    traad.start()
    try:
        yield
    finally:
        slutt.set()
        traad.join(timeout=5)
