"""Compute what waits and what is expected, by the engine's own SQL and as the role of the jobs."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import nullcontext
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.jobber import start_jobb
from integrering.grunnmur.kvartal import Kvartal
from integrering.grunnmur.samtidighet import vent_paa_tur
from integrering.grunnmur.sql import les_sql
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.queries import vaart_fylke
from opplaering.models import Skolegang
from tilskudd import motor
from tilskudd.utsikter.models import Gruppe, PaaVent, PaaVentKvartal, Prognose

JOBBSLAG = "utsikter.regn_ut"
PAKKE = "tilskudd.utsikter"
KVARTALER = 4
"""So many quarters the prognosis has: those whose money is paid in the next four."""


@transaction.atomic
def oppdater_paa_vent(ider: Collection[int] | None = None) -> int:
    """Compute anew what waits for these persons, or (None) for all; return how many have something.

    Those who compute the same persons wait for each other.
    """
    if ider is not None and not ider:
        return 0
    with kontekst(motor_kontekst()):
        vent_paa_tur("utsikter.paa_vent", ider)
        for modell in (PaaVentKvartal, PaaVent):
            rader = modell._default_manager.all()
            rader = rader if ider is None else rader.filter(person__in=ider)
            rader._raw_delete(rader.db)  # nothing hangs on these rows
        i_dag = timezone.localdate()
        dag_etter = Kvartal.for_dato(i_dag).til + timedelta(days=1)
        _kjoer("paa_vent", ider, dag_etter, i_dag=i_dag, alle=False, anslag=False)
        naa = PaaVent.objects.all() if ider is None else PaaVent.objects.filter(person__in=ider)
        return naa.count()


@transaction.atomic
def oppdater_prognose() -> None:
    """Compute anew what is expected in the quarters whose money is paid in the next four."""
    with kontekst(motor_kontekst()):
        vent_paa_tur("utsikter.prognose", None)
        gamle = Prognose.objects.all()
        gamle._raw_delete(gamle.db)
        i_dag = timezone.localdate()
        foerste = Kvartal.for_dato(i_dag)
        siste = Kvartal.fra_indeks(foerste.indeks + KVARTALER - 1)
        _kjoer(
            "prognose", None, siste.til + timedelta(days=1), i_dag=i_dag, alle=True, anslag=True,
            fra_kvartal=foerste.indeks,
        )  # fmt: skip
        # a quarter nobody earns anything in is told of too
        Prognose.objects.bulk_create(
            (
                Prognose(
                    kvartal=Kvartal.fra_indeks(nr), gruppe=Gruppe.FYLKET, registrert=0, alt=0, anslag=0,
                    dager_uten_sats=0, beregnet=timezone.now(),
                )
                for nr in range(foerste.indeks, siste.indeks + 1)
            ),
            ignore_conflicts=True,
        )  # fmt: skip


def _kjoer(hale: str, ider: Collection[int] | None, dag_etter: date, **mer: Any) -> None:
    """Run the engine's SQL on the lives of these persons; for all, with its plans for sets."""
    verdier = {
        "personer": None if ider is None else list(ider),
        "fylke": vaart_fylke().pk,
        "dag_etter": dag_etter,
        "demo": settings.DEMO,
        "naa": timezone.now(),
    }
    spoerring = motor.opptjent_av(les_sql(PAKKE, "tenkte_liv"), les_sql(PAKKE, hale))
    with motor.for_mengder() if ider is None else nullcontext(), connection.cursor() as peker:
        peker.execute(spoerring, verdier | mer)


def personer_endret(ider: Collection[int] | None) -> None:
    """Listen to changed facts: a few persons are computed at once, very many in the background."""
    if ider is None:
        regn_ut_i_bakgrunnen()
        return
    with kontekst(motor_kontekst()):
        aktuelle = set(Skolegang.objects.filter(person__in=ider).values_list("person_id", flat=True))
        aktuelle |= set(PaaVent.objects.filter(person__in=ider).values_list("person_id", flat=True))
    oppdater_paa_vent(sorted(aktuelle))


def regn_ut_i_bakgrunnen(*, noekkel: str = "") -> None:
    """Start the job. A change starts one of its own (no key): one that runs may have passed what changed.

    Raises:
        Regelbrudd: a living job has the same key.
    """
    start_jobb(
        slag=JOBBSLAG, tittel=_("Regner ut penger på vent og prognose"), parametre={}, bruker_id=None,
        virksomhet_id=vaart_fylke().pk, noekkel=noekkel,
    )  # fmt: skip
