"""Start, cancel, sweep."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import structlog
from django.db import IntegrityError, transaction
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.models import EN_PER_NOEKKEL, LEVENDE, Jobb, Tilstand

logg = structlog.get_logger(__name__)

MAKS_FORSOEK = 5
# A message that was lost (broker down, worker killed before the lease) is sent again after this long.
SEND_PAA_NYTT_ETTER = timedelta(seconds=10)


def start_jobb(
    *,
    slag: str,
    tittel: str,
    parametre: dict[str, Any],
    bruker_id: int | None,
    virksomhet_id: int | None,
    noekkel: str = "",
    resultat_url: str = "",
) -> Jobb:
    """Write the job's row; Celery is told when the transaction commits.

    Raises:
        Regelbrudd: when a living job has the same `noekkel`.
    """
    try:
        with transaction.atomic():
            jobb = Jobb.objects.create(
                slag=slag,
                tittel=tittel,
                parametre=parametre,
                bruker_id=bruker_id,
                virksomhet_id=virksomhet_id,
                noekkel=noekkel,
                resultat_url=resultat_url,
                leie_til=timezone.now() + SEND_PAA_NYTT_ETTER,
            )
    except IntegrityError as feil:
        if EN_PER_NOEKKEL not in str(feil):
            raise
        raise Regelbrudd(_("Denne jobben er allerede i gang. Vent til den er ferdig.")) from feil
    transaction.on_commit(lambda: _send(jobb.pk))
    return jobb


def avbryt_jobb(*, jobb: Jobb) -> None:
    """Ask a job to stop: at once when it waits, between two steps when it runs."""
    venter = Q(tilstand=Tilstand.VENTER)
    # one statement: a job that is taken meanwhile is asked all the same
    Jobb.objects.filter(pk=jobb.pk, tilstand__in=LEVENDE).update(
        avbryt=True,
        tilstand=Case(When(venter, then=Value(Tilstand.AVBRUTT.value)), default=F("tilstand")),
        ferdig=Case(When(venter, then=Value(timezone.now())), default=F("ferdig")),
    )


def kjoer_paa_nytt(*, jobb: Jobb) -> bool:
    """Let a failed or cancelled job wait again, as itself. Return False when it does not need to.

    Raises:
        Regelbrudd: when another living job has the same `noekkel`.
    """
    try:
        with transaction.atomic():
            tatt = Jobb.objects.filter(pk=jobb.pk, tilstand__in=[Tilstand.FEILET, Tilstand.AVBRUTT]).update(
                tilstand=Tilstand.VENTER, feil="", forsoek=0, avbryt=False, ferdig=None, leie=None,
                steg="", gjort=0, av_i_alt=0, leie_til=timezone.now() + SEND_PAA_NYTT_ETTER,
            )  # fmt: skip
    except IntegrityError as feil:
        raise Regelbrudd(_("Denne jobben er allerede i gang. Vent til den er ferdig.")) from feil
    if tatt:
        transaction.on_commit(lambda: _send(jobb.pk))
    return bool(tatt)


def fei_jobber() -> int:
    """Send again every living job whose lease ran out; give up after `MAKS_FORSOEK`. Return how many.

    The job is taken from the worker that held it: it waits again, so that the next one may take it at
    once, and the former, should it still live, can commit no more (see `Loep.steg`).
    """
    naa = timezone.now()
    utloept = Jobb.objects.filter(tilstand__in=LEVENDE, leie_til__lt=naa)
    utloept.filter(avbryt=True).update(tilstand=Tilstand.AVBRUTT, ferdig=naa, leie=None)
    utloept.filter(forsoek__gte=MAKS_FORSOEK).update(
        tilstand=Tilstand.FEILET, ferdig=naa, leie=None,
        feil=_("Jobben stoppet flere ganger. Gi beskjed til drift."),
    )  # fmt: skip
    with transaction.atomic():
        # locked, so that two sweepers do not both send it; a row that somebody is writing is left in peace
        ider = list(utloept.select_for_update(skip_locked=True).values_list("pk", flat=True))
        Jobb.objects.filter(pk__in=ider).update(
            tilstand=Tilstand.VENTER, leie=None, leie_til=naa + SEND_PAA_NYTT_ETTER
        )
    for jobb_id in ider:
        _send(jobb_id)
    return len(ider)


def _send(jobb_id: Any) -> None:
    """Hand the id to Celery. A broker that is down is no error: the sweeper sends it again."""
    from integrering.grunnmur.tasks import kjoer_jobb

    try:
        kjoer_jobb.apply_async(args=(str(jobb_id),), retry=False)
    except Exception:  # the job row is the outbox
        logg.warning("jobb_ikke_sendt", jobb=str(jobb_id), exc_info=True)
