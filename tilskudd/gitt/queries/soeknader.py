"""Reads of applications."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from integrering.grunnmur.datoer import pluss_maaneder
from tilskudd.gitt.models import (
    Budsjettlinje,
    Budsjettslag,
    Rapport,
    Registerkontroll,
    Soeknad,
    Soeknadstilstand,
    Soeknadsvedlegg,
)
from tilskudd.gitt.queries.saken import med_vedtak
from tilskudd.gitt.queries.utlysninger import kravene
from tilskudd.gitt.rules.kontroller import Fakta, Funn, kontroller


def soeknader() -> QuerySet[Soeknad]:
    """Return the applications the reader may see."""
    return Soeknad.objects.select_related("utlysning__ordning", "virksomhet")


def finn_soeknad(noekkel: UUID) -> Soeknad | None:
    """Return an application the reader may see."""
    return soeknader().filter(noekkel=noekkel).first()


def egne_soeknader(virksomhet_id: int) -> QuerySet[Soeknad]:
    """Return an organisation's applications, the newest first."""
    return soeknader().filter(virksomhet_id=virksomhet_id).order_by("-pk")


def siste_registerkontroll(virksomhet_id: int) -> Registerkontroll | None:
    """Return the last look-up of an organisation in the register."""
    alle = Registerkontroll.objects.select_related("av").filter(virksomhet_id=virksomhet_id)
    return alle.order_by("-dato", "-pk").first()


def vedleggene(soeknad: Soeknad) -> QuerySet[Soeknadsvedlegg]:
    """Return the files of an application, with their versions."""
    return soeknad.vedlegg.select_related("vedlegg").prefetch_related("vedlegg__versjoner")


def manglende_rapporter(s: Soeknad, i_dag: date) -> int:
    """Return how many earlier grants to the applicant lack a report that is past its deadline."""
    forfalt = Soeknad.objects.filter(
        virksomhet_id=s.virksomhet_id, tilstand=Soeknadstilstand.AVGJORT, utlysning__rapportfrist__lt=i_dag
    )
    # a report that waits for us is not the applicant's fault
    kommet = Rapport.objects.exclude(godkjent=False).values("soeknad_id")
    innvilget: Any = med_vedtak(forfalt.exclude(pk=s.pk).exclude(pk__in=kommet))
    return int(innvilget.filter(vedtatt__gt=0).count())


def fakta_om(s: Soeknad, linjer: list[Budsjettlinje], vedlegg: frozenset[str], i_dag: date) -> Fakta:
    """Return an application as the checks see it."""
    kostnader: dict[str, int] = {}
    for linje in linjer:
        if linje.slag == Budsjettslag.KOSTNAD:
            kostnader[linje.kostnad] = kostnader.get(linje.kostnad, 0) + linje.beloep
    siste = siste_registerkontroll(s.virksomhet_id) if s.utlysning.krever_register else None
    innen = s.utlysning.start_innen
    return Fakta(
        slag=s.virksomhet.type,
        beloep=s.beloep,
        kostnader=kostnader,
        annet=sum(linje.beloep for linje in linjer if linje.slag != Budsjettslag.KOSTNAD),
        sendt=timezone.localdate(s.sendt) if s.sendt else i_dag,
        start=s.start,
        seneste_start=pluss_maaneder(i_dag, innen) if innen else None,
        vedlegg=vedlegg,
        register=siste.registrert if siste else None,
        demokratisk=s.demokratisk,
        manglende_rapporter=manglende_rapporter(s, i_dag),
    )


def kontroll_av(soeknad: Soeknad, i_dag: date) -> tuple[Funn, ...]:
    """Return the checks of an application as it stands."""
    vedlegg = frozenset(soeknad.vedlegg.values_list("krav", flat=True))
    fakta = fakta_om(soeknad, list(soeknad.budsjett.all()), vedlegg, i_dag)
    return kontroller(kravene(soeknad.utlysning), fakta)
