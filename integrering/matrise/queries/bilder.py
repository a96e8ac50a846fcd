"""Reads of snapshots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.db.models import JSONField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import JSONObject

from integrering.matrise.models import Bildelinje, Bildeperson, Oeyeblikksbilde
from integrering.matrise.queries.matrise import bosatte
from integrering.matrise.rules.bilde import Endring, Forskjell, Telling, Tilstander, avtrykk, forskjeller
from integrering.nir.models import Person
from integrering.nir.queries.registreringsstatus import status_paa
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.status import Tilstand

# A page names so many persons at most; the counts are of all.
VIS_PERSONER = 300


@dataclass(frozen=True)
class Personrad:
    """How one person stands: number, column of the law («» unknown), item → state."""

    person_id: int
    kolonne: str
    tilstander: Tilstander


def personer_i(kommune_id: int, dag: date) -> list[int]:
    """Return who lived there at the end of the day, as known then, of those the one who asks may see."""
    innen = bosatte(kommune_id, dag).values("person_id")
    personer = Person.objects.filter(pk__in=innen, foedselsdato__isnull=False).order_by("pk")
    return list(personer.values_list("pk", flat=True))


def personrader(ider: Collection[int], dag: date) -> list[Personrad]:
    """Return how these persons stood at the end of the day."""
    return [
        Personrad(pk, s.kolonne or "", {hva: celle.tilstand for hva, celle in s.celler.items()})
        for pk, s in status_paa(ider, dag).items()
    ]


def finn_bilde(kommunenummer: str, dato: date) -> Oeyeblikksbilde | None:
    """Return the snapshot of a municipality and a day, if the one who asks may see it."""
    bilder = Oeyeblikksbilde.objects.select_related("kommune", "laget_av", "virksomhet")
    return bilder.filter(kommune__nummer=kommunenummer, kommune__type="kommune", dato=dato).first()


def andre_bilder(bilde: Oeyeblikksbilde) -> list[Oeyeblikksbilde]:
    """Return the municipality's other snapshots, newest first."""
    andre = Oeyeblikksbilde.objects.filter(kommune_id=bilde.kommune_id).exclude(pk=bilde.pk)
    return list(andre.order_by("-dato"))


def linjer_i(bilde: Oeyeblikksbilde) -> QuerySet[Bildelinje]:
    """Return the lines in the order of the checklist."""
    return Bildelinje.objects.filter(bilde=bilde).order_by("plass", "kolonne")


def med_tidligere(linjer: QuerySet[Bildelinje], mot: date | None) -> QuerySet[Bildelinje]:
    """Return the lines with the counts of the same line in the snapshot of another day (`tidligere`)."""
    if mot is None:
        return linjer.annotate(tidligere=Value(None, output_field=JSONField()))
    samme = Bildelinje.objects.filter(
        bilde__kommune=OuterRef("bilde__kommune"), bilde__dato=mot, registrering=OuterRef("registrering"),
        kolonne=OuterRef("kolonne"),
    ).annotate(tall=JSONObject(**{felt.name: felt.name for felt in fields(Telling)}))  # fmt: skip
    return linjer.annotate(tidligere=Subquery(samme.values("tall")[:1]))


def innhold_av(bilde: Oeyeblikksbilde, linjer: Collection[Bildelinje]) -> dict[str, Any]:
    """Return what the checksum is of."""
    return {
        "kommune": bilde.kommune.nummer,
        "dato": bilde.dato.isoformat(),
        "tittel": bilde.tittel,
        "mottaker": bilde.mottaker,
        "personer": bilde.personer,
        "linjer": sorted(
            [rad.registrering, rad.kolonne, rad.ansvarlig, rad.registrert, rad.delvis, rad.mangler,
             rad.gjelder_ikke, rad.ukjent]
            for rad in linjer
        ),
    }  # fmt: skip


def stemmer(bilde: Oeyeblikksbilde, linjer: Collection[Bildelinje]) -> bool:
    """Return whether the snapshot is what its checksum says."""
    return avtrykk(innhold_av(bilde, linjer)) == bilde.sha256


@dataclass(frozen=True)
class Personendring:
    """What differs for one item, and whom it is about: those the one who asks may see."""

    hva: Registrering
    endring: Endring
    antall: int
    personer: list[Person]


def endringer(fra: Oeyeblikksbilde, til: Oeyeblikksbilde) -> list[Personendring]:
    """Return what differs from one snapshot to another, what fell back first."""
    funn: dict[tuple[Endring, Registrering], list[Forskjell]] = defaultdict(list)
    for f in forskjeller(_tilstander(fra), _tilstander(til)):
        funn[f.endring, f.hva].append(f)
    ordnet = sorted(funn.items(), key=lambda p: (_FOERST.index(p[0][0]), list(Registrering).index(p[0][1])))
    vises = [f.person for _, liste in ordnet for f in liste][:VIS_PERSONER]
    personer = Person.objects.in_bulk(vises)
    ut, igjen = [], VIS_PERSONER
    for (hvordan, hva), liste in ordnet:
        navngitt = [personer[f.person] for f in liste[:igjen] if f.person in personer]
        igjen -= min(igjen, len(liste))
        ut.append(Personendring(hva, hvordan, len(liste), sorted(navngitt, key=lambda p: p.sortering)))
    return ut


_FOERST = (Endring.FALT_TILBAKE, Endring.NY_MANGEL, Endring.BLE_OK)


def _tilstander(bilde: Oeyeblikksbilde) -> Mapping[int, Tilstander]:
    rader = Bildeperson.objects.filter(bilde=bilde).values_list("person_id", "tilstander")
    return {
        pk: {Registrering(hva): Tilstand(tilstand) for hva, tilstand in tilstander.items()}
        for pk, tilstander in rader
    }
