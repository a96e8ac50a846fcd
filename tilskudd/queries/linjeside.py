"""Lines: of a recipient, and one with all that explains it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet, Sum

from integrering.grunnmur.kvartal import Kvartal
from integrering.tilgang.models import Virksomhet
from tilskudd.models import BOKFOERT, Kjoering, Linje, Mottakersum, Sats, Satsstatus
from tilskudd.queries.satser import Noekkel
from tilskudd.rules.ordninger import Ordning


def mottakersum(kjoering: Kjoering, kode: str) -> Mottakersum | None:
    """Return a recipient's round by its short code: «K5001», «F50»."""
    type_ = {"K": "kommune", "F": "fylkeskommune"}.get(kode[:1])
    return (
        Mottakersum.objects.filter(kjoering=kjoering, mottaker__type=type_, mottaker__nummer=kode[1:])
        .select_related("mottaker")
        .first()
    )


def linjer_for(kjoering: Kjoering, mottaker: Virksomhet, type_: str = "") -> QuerySet[Linje]:
    """Return a recipient's lines that the reader may see."""
    linjer = Linje.objects.filter(kjoering=kjoering, mottaker=mottaker).select_related("person")
    return linjer.filter(type=type_) if type_ else linjer


@dataclass(frozen=True)
class Summer:
    """Count, days and kroner of the visible lines."""

    antall: int
    dager: int
    beloep: int


def summer(linjer: QuerySet[Linje]) -> Summer:
    """Sum the lines."""
    tall = linjer.order_by().aggregate(
        antall=Count("id"), dager=Sum("dager", default=0), beloep=Sum("beloep", default=0)
    )
    return Summer(**tall)


def linje(pk: int) -> Linje | None:
    """Return one line with its run, person and recipient; None when it is not the reader's to see."""
    return (
        Linje.objects.select_related("kjoering__forrige", "person", "mottaker", "kjoering__beregnet_av")
        .filter(pk=pk)
        .first()
    )


def linjer_for_person(person_id: int) -> list[Linje]:
    """Return a person's lines in living and posted runs, newest run first."""
    return list(
        Linje.objects.filter(person=person_id)
        .exclude(kjoering__tilstand="forkastet")
        .select_related("kjoering", "mottaker")
        .order_by("-kjoering__kvartal", "kvartal", "ordning", "aar_nr", "mottaker__type", "mottaker__nummer")
    )


def _noekkel(linje: Linje) -> tuple[int, str, int, int, Kvartal]:
    return linje.person_id, linje.ordning, linje.aar_nr, linje.mottaker_id, linje.kvartal


def tidligere(linje: Linje, alle: Iterable[Linje]) -> list[Linje]:
    """Return the posted lines that a line corrects: same person, scheme, year, recipient, earned quarter."""
    return [
        li
        for li in alle
        if _noekkel(li) == _noekkel(linje)
        and li.kjoering.tilstand in BOKFOERT
        and li.kjoering.kvartal < linje.kjoering.kvartal
    ][::-1]


def i_samme_kjoering(linje: Linje, alle: Iterable[Linje]) -> list[Linje]:
    """Return the person's other lines in the run: where days that moved went."""
    return [li for li in alle if li.kjoering_id == linje.kjoering_id and li.pk != linje.pk]


def satsnoekkel(linje: Linje) -> Noekkel:
    """Return what the line's rate is for."""
    p37d = linje.ordning.startswith(Ordning.P37D.value)
    ordning = Ordning.P37D if p37d else Ordning.P_AR
    gruppe = "" if p37d else linje.ordning.rsplit("-", 1)[-1]
    return ordning.value, linje.aar_nr, gruppe, linje.aar_fra.year


def satsstatus(linje: Linje) -> str:
    """Return the status of the rate when the run read it; of a deduction to zero, in the run it reverses."""
    ordning, aar_nr, gruppe, aar = satsnoekkel(linje)
    funnet = (
        linje.kjoering.satser.filter(
            ordning=ordning, aar_nr=aar_nr, landgruppe=gruppe, budsjettaar=aar, beloep=linje.sats
        )
        .values_list("status", flat=True)
        .first()
    )
    return funnet or ""


def satskilde(linje: Linje, status: str) -> str:
    """Return where the rate was read; empty when it has changed since."""
    ordning, aar_nr, gruppe, aar = satsnoekkel(linje)
    like = Sats.objects.filter(
        ordning=ordning, aar_nr=aar_nr, landgruppe=gruppe, budsjettaar=aar, beloep=linje.sats, status=status
    )
    return like.values_list("kilde", flat=True).first() or ""


def er_eksempel(status: str) -> bool:
    """Say whether a rate is only an example."""
    return status == Satsstatus.EKSEMPEL
