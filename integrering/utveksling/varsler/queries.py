"""What is chosen, and what there would be to tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Bruker
from integrering.tilgang.queries import gyldige_roller
from integrering.utveksling.varsler import rules
from integrering.utveksling.varsler.models import Varsel, Varselvalg
from integrering.utveksling.varsler.register import Telling, Varselkilde, varselkilder_for


@dataclass(frozen=True)
class Linje:
    """A kind of news with its counts."""

    kilde: Varselkilde
    telling: Telling


def valg_for(av: Aktoer) -> Varselvalg:
    """Return what the reader has chosen in the role; unsaved, as it is without a choice, when nothing is."""
    hvem = {"bruker_id": av.bruker_id, "virksomhet_id": av.virksomhet_id, "rolle": av.rolle.value}
    return Varselvalg.objects.filter(**hvem).select_related("endret_av").first() or Varselvalg(**hvem)


def linjer(av: Aktoer, valg: Varselvalg, siden: datetime) -> list[Linje]:
    """Return the chosen kinds that hold something. Read as the reader: policies decide what is counted."""
    valgte = (k for k in varselkilder_for(av) if k.kode not in valg.avslaatt)
    talt = (Linje(k, k.tell(av, siden)) for k in valgte)
    return [linje for linje in talt if linje.telling.antall]


def siden_for(av: Aktoer, tildeling_id: int | None, valg: Varselvalg, naa: datetime) -> datetime:
    """Return since when something is new to the reader in the role."""
    rader = Varsel.objects.filter(bruker_id=av.bruker_id).order_by("-dato")
    if tildeling_id is not None:
        rader = rader.filter(roller__contains=[tildeling_id])
    forrige = rader.values_list("opprettet", flat=True).first()
    return rules.siden(forrige, valg.hyppighet, timezone.localtime(naa))


def mottakere(dag: date) -> list[int]:
    """Return the users who can be sent a digest: active, with an address, in a role today, none made yet."""
    har = Varsel.objects.filter(dato=dag).values("bruker_id")
    brukere = Bruker.objects.filter(is_active=True).exclude(email="").exclude(pk__in=har)
    i_rolle = Q(rolletildelinger__fra__lte=dag) & (
        Q(rolletildelinger__til__isnull=True) | Q(rolletildelinger__til__gte=dag)
    )
    return list(brukere.filter(i_rolle).distinct().order_by("pk").values_list("pk", flat=True))


def min_tildeling(av: Aktoer) -> int | None:
    """Return the number of the role the reader acts in."""
    roller: Any = gyldige_roller(av.bruker_id, timezone.localdate())
    rader = roller.filter(virksomhet_id=av.virksomhet_id, rolle=av.rolle.value)
    nummer: int | None = rader.values_list("pk", flat=True).first()
    return nummer
