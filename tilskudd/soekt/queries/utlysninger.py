"""The calls, and their deadlines for the catalogue of schemes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.queries import vaart_fylke
from tilskudd.ordninger.frister import Utlyst
from tilskudd.ordninger.models import Ordning
from tilskudd.soekt.models import Utlysning
from tilskudd.soekt.queries.soeknader import MED_MIDLER, soeknader
from tilskudd.soekt.rules.oppgaver import Oppgavefakta


def utlysninger() -> QuerySet[Utlysning]:
    """Return the calls with `antall` (applications of ours)."""
    return Utlysning.objects.select_related("ordning").annotate(antall=Count("soeknader"))


def finn_utlysning(nummer: int) -> Utlysning | None:
    """Return a call with its scheme and conditions."""
    return Utlysning.objects.select_related("ordning", "endret_av").filter(pk=nummer).first()


def fristtilstand(utlysning: Utlysning, i_dag: date) -> tuple[str, str]:
    """Return whether a call is open, in words with a colour."""
    if utlysning.frist is None:
        return _("Frist ikke kjent"), "neutral"
    return (_("Åpen"), "success") if utlysning.frist >= i_dag else (_("Fristen er ute"), "neutral")


def utlyste(ordning: Ordning) -> list[Utlyst]:
    """Return the calls of a scheme, as its page shows them."""
    i_dag = timezone.localdate()
    ut = []
    for u in Utlysning.objects.filter(ordning=ordning):
        status, farge = fristtilstand(u, i_dag)
        url = reverse("soekt:utlysning", args=[u.pk])
        ut.append(Utlyst(str(u), url, u.frist, u.ramme, status, farge))
    return ut


def neste_frist(dag: date) -> Any:
    """Return the next deadline of a scheme as an expression of the database."""
    kommende = Utlysning.objects.filter(ordning=OuterRef("pk"), frist__gte=dag).order_by("frist")
    return Subquery(kommende.values("frist")[:1])


# --- Tasks, read as the jobs' role ---


def les_oppgavekilde(ider: Collection[int] | None) -> Iterator[tuple[Emne, Oppgavefakta]]:
    """Yield the applications that may have tasks, on the county's desk."""
    rader = soeknader().filter(tilstand__in=("utkast", "klar", *MED_MIDLER)).order_by("pk")
    if ider is not None:
        rader = rader.filter(pk__in=ider)
    fylket = vaart_fylke().pk
    for rad in rader:
        emne = Emne(
            id=rad.pk,
            virksomhet_id=fylket,
            url=reverse("soekt:soeknad", args=[rad.noekkel]),
            tekst=rad.tittel,
            ansvarlig_id=rad.ansvarlig_id,
        )
        yield (
            emne,
            Oppgavefakta(
                tilstand=rad.tilstand,
                godkjent=rad.godkjent_av_id is not None,
                soeknadsfrist=rad.utlysning.frist,
                rapportfrist=rad.rapportfrist,
                til=rad.til,
                igjen=(rad.innvilget or 0) - rad.brukt,  # type: ignore[attr-defined]
            ),
        )
