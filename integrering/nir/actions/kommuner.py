"""The passage of days: a bosted that begins today makes the person another municipality's."""

from __future__ import annotations

from django.db import connection
from django.db.models import F, OuterRef, Subquery
from django.utils import timezone

from integrering.nir.hendelser import meld_endret
from integrering.nir.models import Bosted, Person
from integrering.tilgang.kontekst import kontekst, motor_kontekst


def oppdater_kommuner() -> int:
    """Bring the cached municipality of all persons up to date. Returns how many moved."""
    with kontekst(motor_kontekst()), connection.cursor() as peker:
        flytter = _som_flytter()
        peker.execute("SELECT nir_sett_kommune(NULL)")
        rad = peker.fetchone()
        meld_endret(flytter)
    return int(rad[0]) if rad else 0


def _som_flytter() -> list[int]:
    """Return the persons whose latest begun bosted is not where they are said to live."""
    bor = Bosted.objects.gjeldende().filter(person=OuterRef("pk"), fra__lte=timezone.localdate())
    naa = Subquery(bor.order_by("-fra").values("kommune_id")[:1])
    return list(
        Person.objects.annotate(naa=naa)
        .filter(naa__isnull=False)
        .exclude(naa=F("kommune_id"), kommune_id__isnull=False)
        .values_list("pk", flat=True)
    )
