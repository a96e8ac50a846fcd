"""Make, change, open, call off, and say that an event was held."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from regionalt.kompetanse.actions.felles import HELE, PLASSER, brudd_i_tittel, paa_tur
from regionalt.kompetanse.actions.paamelding import rykk_opp
from regionalt.kompetanse.models import (
    Arrangement,
    Arrangementsslag,
    Invitert,
    Oekt,
    Paamelding,
    Plass,
    Programpost,
    Tilstand,
)
from regionalt.kompetanse.roller import SKRIVER
from regionalt.kompetanse.rules.oekter import Feil, Tidsrom, feil_i
from regionalt.kompetanse.rules.program import Post, skriv_program
from regionalt.personvern import brudd_i_tekst

_LISTER = ("oekter", "program", "kommuner")


@dataclass(frozen=True)
class Arrangementsdata:
    """What the form gives. Without `kommuner` all are invited."""

    slag: str
    tittel: str
    tema: str
    oekter: tuple[Tidsrom, ...]
    formaal: str = ""
    maalgruppe: str = ""
    sted: str = ""
    lenke: str = ""
    samarbeid: str = ""
    kapasitet: int | None = None
    frist: date | None = None
    nettverk_id: int | None = None
    program: tuple[Post, ...] = ()
    kommuner: frozenset[int] = frozenset()

    @property
    def felter(self) -> dict[str, Any]:
        """The columns of the event."""
        felter = {navn: verdi for navn, verdi in asdict(self).items() if navn not in _LISTER}
        ender = {"start": min(o[0] for o in self.oekter), "slutt": max(o[1] for o in self.oekter)}
        return felter | ender | {"alle_kommuner": not self.kommuner}


@transaction.atomic
def lag_arrangement(*, data: Arrangementsdata, innsending: UUID, av: Aktoer) -> Arrangement:
    """Make a draft. The same form sent twice gives one. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*SKRIVER)
    _kontroller(data)
    try:
        with transaction.atomic():
            nytt = Arrangement.objects.create(
                innsending=innsending, opprettet_av_id=av.bruker_id, endret_av_id=av.bruker_id, **data.felter
            )
    except IntegrityError:
        return Arrangement.objects.get(innsending=innsending)
    _sett_lister(nytt, data)
    return nytt


@transaction.atomic
def endre_arrangement(*, arrangement: Arrangement, versjon: int, data: Arrangementsdata, av: Aktoer) -> None:
    """Change a draft or an open event. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    av.krev(*SKRIVER)
    _krev(arrangement.aapent, _("Arrangementet er avlyst eller holdt, og kan ikke endres."))
    _kontroller(data)
    _kontroller_paameldte(paa_tur(arrangement), data)
    arrangement.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **data.felter)
    _sett_lister(arrangement, data)
    oppdater_kilde(HELE, [arrangement.pk])
    rykk_opp(arrangement=arrangement, av=av)


@transaction.atomic
def aapne(*, arrangement: Arrangement, versjon: int, av: Aktoer) -> None:
    """Let the invited municipalities see a draft. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    av.krev(*SKRIVER)
    _krev(arrangement.tilstand == Tilstand.UTKAST, _("Bare et utkast kan åpnes."))
    arrangement.lagre_over(versjon=versjon, bruker_id=av.bruker_id, tilstand=Tilstand.AAPEN)


@transaction.atomic
def avlys(*, arrangement: Arrangement, versjon: int, grunn: str, av: Aktoer) -> None:
    """Call an open event off, with the reason. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    av.krev(*SKRIVER)
    _krev(arrangement.tilstand == Tilstand.AAPEN, _("Bare et åpent arrangement kan avlyses."))
    if not grunn.strip():
        raise Regelbrudd({"grunn": [_("Skriv hvorfor det er avlyst.")]})
    krev_gyldig(brudd_i_tekst(grunn=grunn))
    arrangement.lagre_over(
        versjon=versjon, bruker_id=av.bruker_id, tilstand=Tilstand.AVLYST, avlyst_grunn=grunn.strip()
    )
    _oppdater_oppgaver(arrangement)


@transaction.atomic
def merk_holdt(*, arrangement: Arrangement, versjon: int, av: Aktoer) -> None:
    """Say that an open event took place, when it has begun. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    av.krev(*SKRIVER)
    _krev(arrangement.tilstand == Tilstand.AAPEN, _("Bare et åpent arrangement kan merkes som holdt."))
    _krev(arrangement.start <= timezone.now(), _("Arrangementet har ikke begynt ennå."))
    arrangement.lagre_over(versjon=versjon, bruker_id=av.bruker_id, tilstand=Tilstand.HOLDT)
    _oppdater_oppgaver(arrangement)


@transaction.atomic
def slett_utkast(*, arrangement: Arrangement, av: Aktoer) -> None:
    """Delete a draft nobody outside the county has seen. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*SKRIVER)
    _krev(arrangement.tilstand == Tilstand.UTKAST, _("Bare et utkast kan slettes."))
    arrangement.delete()


def _oppdater_oppgaver(arrangement: Arrangement) -> None:
    oppdater_kilde(HELE, [arrangement.pk])
    oppdater_kilde(
        PLASSER, list(Paamelding.objects.filter(arrangement=arrangement).values_list("pk", flat=True))
    )


def _kontroller_paameldte(arrangement: Arrangement, data: Arrangementsdata) -> None:
    """What those who are registered hold fast: their places, their invitation, the sessions they came to."""
    brudd = {}
    if data.kapasitet is not None and data.kapasitet < arrangement.opptatt:  # type: ignore[attr-defined]
        tekst = _("%(antall)s har plass allerede. Tallet kan ikke være lavere.")
        brudd["kapasitet"] = [tekst % {"antall": arrangement.opptatt}]  # type: ignore[attr-defined]
    meldte = Paamelding.objects.filter(arrangement=arrangement, virksomhet__type="kommune")
    meldte = meldte.exclude(plass=Plass.AVMELDT)
    if data.kommuner and meldte.exclude(virksomhet_id__in=data.kommuner).exists():
        brudd["kommuner"] = [_("En kommune med påmeldte er ikke lenger valgt. Meld dem av først.")]
    borte = arrangement.oekter.exclude(start__in=[start for start, _slutt in data.oekter])
    if borte.filter(oppmoete__isnull=False).exists():
        brudd["dato_1"] = [_("En økt med ført oppmøte kan ikke flyttes eller tas bort.")]
    krev_gyldig(brudd)


def _krev(holder: bool, melding: str) -> None:
    if not holder:
        raise Regelbrudd(melding)


def _kontroller(data: Arrangementsdata) -> None:
    program = skriv_program(data.program)
    tekster = brudd_i_tekst(formaal=data.formaal, sted=data.sted, program=program)
    titler = brudd_i_tittel(tittel=data.tittel, maalgruppe=data.maalgruppe, samarbeid=data.samarbeid)
    krev_gyldig(
        tekster, titler, _brudd_i_oekter(data.oekter) or _brudd_i_frist(data), _brudd_i_nettverk(data)
    )


def _brudd_i_oekter(oekter: Collection[Tidsrom]) -> dict[str, list[str]]:
    tekster = {
        Feil.INGEN: _("Skriv minst én økt med dato og klokkeslett."),
        Feil.BAKVENDT: _("En økt må slutte etter at den begynner."),
        Feil.OVERLAPP: _("To økter overlapper. Rett tidspunktene."),
    }
    feil = feil_i(list(oekter))
    return {"dato_1": [tekster[feil]]} if feil else {}


def _brudd_i_frist(data: Arrangementsdata) -> dict[str, list[str]]:
    if data.frist and data.frist > timezone.localdate(data.felter["start"]):
        return {"frist": [_("Påmeldingsfristen kan ikke være etter at arrangementet begynner.")]}
    return {}


def _brudd_i_nettverk(data: Arrangementsdata) -> dict[str, list[str]]:
    if data.nettverk_id is not None and data.slag != Arrangementsslag.NETTVERK:
        return {"nettverk": [_("Bare et nettverksmøte hører til et nettverk. Velg slaget «Nettverksmøte».")]}
    return {}


def _sett_lister(arrangement: Arrangement, data: Arrangementsdata) -> None:
    """Let sessions, programme and invitations be as they were typed; a session that stays, stays itself."""
    oekter = dict(data.oekter)
    arrangement.oekter.exclude(start__in=list(oekter)).delete()
    finnes = {o.start: o for o in arrangement.oekter.all()}
    for oekt in finnes.values():
        if oekt.slutt != oekter[oekt.start]:
            arrangement.oekter.filter(pk=oekt.pk).update(slutt=oekter[oekt.start])
    nye = (Oekt(arrangement=arrangement, start=s, slutt=t) for s, t in data.oekter if s not in finnes)
    Oekt.objects.bulk_create(nye)
    arrangement.program.all().delete()
    Programpost.objects.bulk_create(
        Programpost(arrangement=arrangement, nummer=nr, klokka=klokka, tittel=tittel, innleder=innleder)
        for nr, (klokka, tittel, innleder) in enumerate(data.program, start=1)
    )
    arrangement.inviterte.all().delete()
    kommuner = Virksomhet.objects.filter(type="kommune", pk__in=data.kommuner).order_by("pk")
    Invitert.objects.bulk_create(Invitert(arrangement=arrangement, kommune=k) for k in kommuner)
