"""The tasks of follow-up: agreed points, visits nobody has written about, requests to answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import visning
from integrering.oppgaver.models import Vikariat
from integrering.oppgaver.regelverk import Emne, Forslag, Oppgavekilde, Oppgaveregel
from regionalt.oppfoelging.kodeverk import AAPNE, Kontakttilstand
from regionalt.oppfoelging.models import Forespoersel, Kontaktpunkt
from regionalt.oppfoelging.queries.kontakter import kontakter
from regionalt.oppfoelging.roller import (
    FOELGER_OPP,
    KILDE_BESOEK,
    KILDE_FORESPOERSEL,
    KILDE_PUNKT,
    SKRIVER,
)
from regionalt.oppfoelging.rules.svartid import hvem_svarer
from regionalt.queries.kontakter import paa_dagen


@dataclass(frozen=True)
class Fakta:
    """What decides a task: the day it comes from, when it is due, and whose it is.

    A task stands with the one who has it. Another whose (`hvem`) gives another task.
    """

    dag: date
    frist: date | None
    hvem: str = ""


def _les_punkter(ider: Collection[int] | None) -> Iterator[tuple[Emne, Fakta]]:
    rader = Kontaktpunkt.objects.filter(tilstand="aapen").select_related("kontakt")
    for p in (rader if ider is None else rader.filter(pk__in=ider)).order_by("pk"):
        url = f"{reverse('oppfoelging:kontakt', args=[p.kontakt.noekkel])}#punkt-{p.noekkel}"
        emne = Emne(
            id=p.pk,
            virksomhet_id=p.eier_virksomhet_id,
            url=url,
            tekst=visning.dato(p.kontakt.dato),
            ansvarlig_id=p.eier_bruker_id,
        )
        yield emne, Fakta(p.kontakt.dato, p.frist)


def _les_besoek(ider: Collection[int] | None) -> Iterator[tuple[Emne, Fakta]]:
    rader = kontakter().filter(tilstand=Kontakttilstand.PLANLAGT)
    for k in (rader if ider is None else rader.filter(pk__in=ider)).order_by("pk"):
        url = reverse("oppfoelging:kontakt_endre", args=[k.noekkel])
        emne = Emne(k.pk, 0, url=url, tekst=(k.kommunenavn or "")[:100], ansvarlig_id=k.hos_oss_id)
        yield emne, Fakta(k.dato, k.dato)


def _les_forespoersler(ider: Collection[int] | None) -> Iterator[tuple[Emne, Fakta]]:
    i_dag = timezone.localdate()
    naa = paa_dagen(i_dag).filter(kommune=OuterRef("kommune"))
    rader = Forespoersel.objects.filter(tilstand__in=AAPNE).select_related("kommune")
    rader = rader if ider is None else rader.filter(pk__in=ider)
    borte = set(
        Vikariat.objects.filter(avsluttet__isnull=True, fra__lte=i_dag, til__gte=i_dag).values_list(
            "borte_id", flat=True
        )
    )
    for f in rader.annotate(
        kontakt_id=Subquery(naa.values("kontaktperson_id")[:1]),
        vikar_id=Subquery(naa.values("stedfortreder_id")[:1]),
    ).order_by("pk"):
        hvem = f.behandler_id or hvem_svarer(f.kontakt_id, f.vikar_id, borte)
        url = reverse("oppfoelging:forespoersel", args=[f.noekkel])
        emne = Emne(f.pk, f.kommune_id, url=url, tekst=f.kommune.navn, ansvarlig_id=hvem)
        yield emne, Fakta(f.mottatt, f.frist, str(hvem or ""))


def _straks(f: Fakta, i_dag: date) -> Iterable[Forslag]:
    yield Forslag(frist=f.frist, verdier={"dato": f.dag.isoformat()}, nr=f.hvem)


def _etterpaa(f: Fakta, i_dag: date) -> Iterable[Forslag]:
    if f.dag < i_dag:
        yield from _straks(f, i_dag)


PUNKTER = Oppgavekilde(
    navn=KILDE_PUNKT,
    les=_les_punkter,
    regler=(
        Oppgaveregel(
            kode="KONTAKTPUNKT",
            tittel=_("Følg opp det fylkeskommunen og kommunen avtalte"),
            hvorfor=_("Dere avtalte det %(dato)s, og det er ikke gjort ennå."),
            handling=_("Se punktet"),
            hjemmel="",
            roller=FOELGER_OPP,
            finn=_straks,
        ),
    ),
)
BESOEK = Oppgavekilde(
    navn=KILDE_BESOEK,
    les=_les_besoek,
    regler=(
        Oppgaveregel(
            kode="BESOEK_ETTER",
            tittel=_("Skriv hva dere ble enige om på besøket"),
            hvorfor=_("Besøket var planlagt %(dato)s. Skriv hva som skjedde, eller avlys det."),
            handling=_("Skriv fra besøket"),
            hjemmel="",
            roller=frozenset(SKRIVER),
            finn=_etterpaa,
            for_fylket=True,
        ),
    ),
)
FORESPOERSLER = Oppgavekilde(
    navn=KILDE_FORESPOERSEL,
    les=_les_forespoersler,
    regler=(
        Oppgaveregel(
            kode="VEILEDNING_SVAR",
            tittel=_("Svar på forespørsel om veiledning"),
            hvorfor=_("Kommunen spurte %(dato)s. Fristen er vårt eget mål for svartid."),
            handling=_("Se forespørselen"),
            hjemmel="",
            roller=frozenset(SKRIVER),
            finn=_straks,
            for_fylket=True,
        ),
    ),
)
ALLE = (PUNKTER, BESOEK, FORESPOERSLER)
