"""Reads of points, and of who may be given one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import kodenavn_i_raden
from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.kodeverk import MOETETYPE, Moetetype
from integrering.utveksling.moeter.models import Moete, Moetepunkt
from integrering.utveksling.moeter.queries.deltakere import brukere_i
from integrering.utveksling.moeter.rules.punkter import ANDRE, Punktfakta

_MED_REGEL = frozenset(Moetetype)


@dataclass(frozen=True)
class Ansvarlig:
    """One who may be given a point: an organisation, perhaps a user of it; `tekst` for lists."""

    virksomhet_id: int
    bruker_id: int | None
    tekst: str

    @property
    def verdi(self) -> str:
        """Its value in a form."""
        return f"{self.virksomhet_id}-{self.bruker_id or ''}"


def ansvarlige_for(moete: Moete) -> list[Ansvarlig]:
    """Return the owner and the invited organisations, their named participants, and the owner's own users."""
    funnet = [Ansvarlig(moete.eier_id, None, moete.eier.navn)]
    egne = brukere_i(moete.eier_id, timezone.localdate())
    funnet += [Ansvarlig(moete.eier_id, b.pk, f"{b}, {moete.eier.navn}") for b in egne]
    for d in moete.deltakere.filter(virksomhet__isnull=False).select_related("virksomhet", "bruker"):
        assert d.virksomhet is not None and d.virksomhet_id is not None  # noqa: S101 - tells the type
        funnet.append(Ansvarlig(d.virksomhet_id, None, d.virksomhet.navn))
        if d.bruker_id:
            funnet.append(Ansvarlig(d.virksomhet_id, d.bruker_id, f"{d.bruker}, {d.virksomhet.navn}"))
    return list({a.verdi: a for a in funnet}.values())


def siste_moete(punkt: Moetepunkt) -> Moete:
    """Return the last meeting the point stands in, of those the one who asks sees."""
    return Moete.objects.select_related("eier").filter(plasser__punkt=punkt).order_by("-start", "-pk")[0]


def finn_punkt(noekkel: UUID) -> Moetepunkt | None:
    """Return a point the one who asks sees, with its meeting."""
    return _punkter().filter(noekkel=noekkel).first()


def punkter_i(moete: Moete) -> QuerySet[Moetepunkt]:
    """Return the points that stand in a meeting, in the order they were agreed on."""
    return _punkter().filter(plasser__moete=moete).order_by("pk")


def aapne_i(moete: Moete) -> QuerySet[Moetepunkt]:
    """Return those that are still open."""
    return punkter_i(moete).filter(tilstand="aapen")


def mine_punkter(av: Aktoer) -> QuerySet[Moetepunkt]:
    """Return the open points that are mine, or my organisation's and nobody's in particular.

    With the last meeting the reader sees: `moete_noekkel`, `moete_typenavn`, `moete_start`.
    """
    mine = Q(eier_bruker_id=av.bruker_id) | Q(eier_bruker__isnull=True)
    siste = Moete.objects.filter(plasser__punkt=OuterRef("pk")).order_by("-start", "-pk")
    typenavn = kodenavn_i_raden("type", liste=MOETETYPE)
    return (
        _punkter()
        .filter(mine, eier_virksomhet_id=av.virksomhet_id, tilstand="aapen")
        .annotate(
            moete_noekkel=Subquery(siste.values("noekkel")[:1]),
            moete_typenavn=Subquery(siste.annotate(navn=typenavn).values("navn")[:1]),
            moete_start=Subquery(siste.values("start")[:1]),
        )
    )


def les_oppgavekilde(ider: Collection[int] | None) -> Iterator[tuple[Emne, Punktfakta]]:
    """Yield the points that may be tasks (see `oppgaver.regelverk`); what one says stays on its page.

    The address is the last meeting the point stands in: whoever has it takes part there.
    """
    siste = Moete.objects.filter(plasser__punkt=OuterRef("pk")).order_by("-start", "-pk")
    punkter = (
        Moetepunkt.objects.filter(tilstand="aapen")
        .select_related("moete")
        .annotate(siste_noekkel=Subquery(siste.values("noekkel")[:1]))
    )
    if ider is not None:
        punkter = punkter.filter(pk__in=ider)
    for p in punkter.order_by("pk").iterator(chunk_size=2000):
        dag = visning.lokal_dato(p.moete.start)
        emne = Emne(
            id=p.pk,
            virksomhet_id=p.eier_virksomhet_id,
            url=f"{reverse('moete', args=[p.siste_noekkel])}#punkt-{p.noekkel}",
            tekst=visning.dato(dag),
            liste=MOETETYPE,
            kode=p.moete.type,
            ansvarlig_id=p.eier_bruker_id,
        )
        slag = p.moete.type if p.moete.type in _MED_REGEL else ANDRE
        yield emne, Punktfakta(type=slag, moetedag=dag, aapen=p.aapen, frist=p.frist)


def _punkter() -> QuerySet[Moetepunkt]:
    # not the meeting it came from: who only sees a later one, would not see the point
    return Moetepunkt.objects.select_related("eier_virksomhet", "eier_bruker", "avsluttet_av")
