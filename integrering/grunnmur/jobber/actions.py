"""Start, cancel, sweep."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import structlog
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.models import Jobb, Tilstand

logg = structlog.get_logger(__name__)

MAKS_FORSOEK = 5
# A message that was lost (broker down, worker killed before the lease) is sent again after this long.
SEND_PAA_NYTT_ETTER = timedelta(seconds=15)


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
        raise Regelbrudd(_("Denne jobben er allerede i gang. Vent til den er ferdig.")) from feil
    transaction.on_commit(lambda: _send(jobb.pk))
    return jobb


def avbryt_jobb(*, jobb: Jobb) -> None:
    """Ask a job to stop; it does so between two steps."""
    Jobb.objects.filter(pk=jobb.pk, tilstand=Tilstand.KJOERER).update(avbryt=True)
    Jobb.objects.filter(pk=jobb.pk, tilstand=Tilstand.VENTER).update(
        tilstand=Tilstand.AVBRUTT, ferdig=timezone.now(), avbryt=True
    )


def fei_jobber() -> int:
    """Send again every living job whose lease ran out; give up after `MAKS_FORSOEK`. Returns how many."""
    naa = timezone.now()
    utloept = Jobb.objects.filter(
        Q(tilstand=Tilstand.VENTER) | Q(tilstand=Tilstand.KJOERER), leie_til__lt=naa
    )
    utloept.filter(forsoek__gte=MAKS_FORSOEK).update(
        tilstand=Tilstand.FEILET, ferdig=naa, feil=_("Jobben stoppet flere ganger. Gi beskjed til drift.")
    )
    ider = list(utloept.values_list("pk", flat=True))
    for jobb_id in ider:
        # the lease moves on, so that two sweepers do not both send it
        if utloept.filter(pk=jobb_id).update(leie_til=naa + SEND_PAA_NYTT_ETTER, forsoek=F("forsoek")):
            _send(jobb_id)
    return len(ider)


def _send(jobb_id: Any) -> None:
    """Hand the id to Celery. A broker that is down is no error: the sweeper sends it again."""
    from integrering.grunnmur.tasks import kjoer_jobb

    try:
        kjoer_jobb.apply_async(args=(str(jobb_id),), retry=False)
    except Exception:  # the job row is the outbox
        logg.warning("jobb_ikke_sendt", jobb=str(jobb_id), exc_info=True)
