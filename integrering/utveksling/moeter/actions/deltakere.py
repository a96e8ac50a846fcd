"""Who takes part."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd, krev_gyldig
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.moeter.actions import felles
from integrering.utveksling.moeter.actions.felles import Deltakervalg, deltakerrader
from integrering.utveksling.moeter.kodeverk import Moetetilstand
from integrering.utveksling.moeter.models import Deltaker, Moete, Moetekommune, Moetepunkt


@transaction.atomic
def meld_paa(*, moete: Moete, brukere: frozenset[int], av: Aktoer) -> None:
    """Say who of one's own comes to a meeting one is invited to; the former answer is replaced.

    Raises Regelbrudd, IkkeTilgang.
    """
    av.krev(*ARBEIDSROLLER)
    if moete.eier_id == av.virksomhet_id:
        raise IkkeTilgang(_("Du endrer deltakerne når du endrer møtet."))
    if moete.tilstand != Moetetilstand.PLANLAGT:
        raise Regelbrudd(_("Bare planlagte møter kan endres."))
    valg = Deltakervalg(brukere=brukere)
    krev_gyldig(felles.brudd_i_deltakere(valg, av, timezone.localdate()))
    mine = Deltaker.objects.filter(moete=moete, virksomhet_id=av.virksomhet_id, bruker__isnull=False)
    mine.exclude(bruker_id__in=brukere).delete()
    finnes = set(mine.values_list("bruker_id", flat=True))
    Deltaker.objects.bulk_create(
        Deltaker(moete=moete, virksomhet_id=av.virksomhet_id, bruker_id=b) for b in sorted(brukere - finnes)
    )


def sett_deltakere(moete: Moete, valg: Deltakervalg, av: Aktoer) -> None:
    """Let the participants be those chosen; whom an invited organisation has named itself, stays with it."""
    inviterte = valg.virksomheter - {av.virksomhet_id}
    _krev_uten_punkter(moete, inviterte, av)
    andres = Q(bruker__isnull=False, virksomhet_id__in=inviterte)
    gamle = {_noekkel(d.felter): d for d in moete.deltakere.exclude(andres)}
    nye = {_noekkel(rad): rad for rad in deltakerrader(valg, av)}
    Deltaker.objects.filter(pk__in=[d.pk for n, d in gamle.items() if n not in nye]).delete()
    Deltaker.objects.bulk_create(Deltaker(moete=moete, **rad) for n, rad in nye.items() if n not in gamle)


def sett_kommuner(moete: Moete, kommuner: Collection[int]) -> None:
    """Let the municipalities concerned be these; a municipality's own meeting concerns at least itself."""
    eier = Virksomhet.objects.filter(pk=moete.eier_id, type="kommune").values_list("pk", flat=True)
    alle = set(Virksomhet.objects.filter(pk__in=kommuner, type="kommune").values_list("pk", flat=True))
    alle |= set(eier)
    moete.kommuner.exclude(kommune_id__in=alle).delete()
    finnes = set(moete.kommuner.values_list("kommune_id", flat=True))
    Moetekommune.objects.bulk_create(Moetekommune(moete=moete, kommune_id=pk) for pk in sorted(alle - finnes))


def kopier_andres(*, fra: Moete, til: Moete, av: Aktoer) -> None:
    """Copy those whom invited organisations had named, where the organisation is invited again."""
    inviterte = til.deltakere.filter(bruker__isnull=True).values("virksomhet_id")
    finnes = set(til.deltakere.values_list("bruker_id", flat=True))
    andres = fra.deltakere.filter(bruker__is_active=True, virksomhet_id__in=inviterte)
    Deltaker.objects.bulk_create(Deltaker(moete=til, **d.felter) for d in andres if d.bruker_id not in finnes)


def _krev_uten_punkter(moete: Moete, inviterte: frozenset[int], av: Aktoer) -> None:
    """Who has something to do from the meeting must go on seeing it. Raises Regelbrudd."""
    aapne = Moetepunkt.objects.filter(plasser__moete=moete, tilstand="aapen")
    uten = aapne.exclude(eier_virksomhet_id__in=[*inviterte, av.virksomhet_id])
    if navn := uten.values_list("eier_virksomhet__navn", flat=True).first():
        tekst = _("%(navn)s har åpne punkter fra møtet. Gi punktene til noen andre først.") % {"navn": navn}
        raise Regelbrudd({"virksomheter": [tekst]})


def _noekkel(rad: dict[str, object]) -> tuple[object, ...]:
    return (
        rad.get("virksomhet_id"),
        rad.get("bruker_id"),
        rad.get("navn", ""),
        rad.get("organisasjon", ""),
    )
