"""The contact log: write a contact down or plan a visit, change it, call a visit off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from regionalt.oppfoelging.kodeverk import Kontakttilstand
from regionalt.oppfoelging.models import Kontakt, Kontaktkommune
from regionalt.oppfoelging.roller import KILDE_BESOEK, SKRIVER
from regionalt.oppfoelging.rules.kontakt import tilstand_for
from regionalt.personvern import brudd_i_tekst
from regionalt.queries.kontakter import kontaktvalg


@dataclass(frozen=True)
class Kontaktdata:
    """What the form of a contact gives."""

    slag: str
    dato: date
    tema: str
    kommuner: tuple[Virksomhet, ...]
    hos_oss_id: int
    hos_kommunen: str = ""
    notat: str = ""


@transaction.atomic
def registrer_kontakt(*, data: Kontaktdata, innsending: UUID, av: Aktoer) -> Kontakt:
    """Write down a contact, or plan a visit. The same form sent twice gives the same contact.

    Raises:
        IkkeTilgang: outside the county's working roles.
        Regelbrudd: no municipality, a day to come for what is no visit, a person who does not work here,
            or text with an identity number.
    """
    av.krev(*SKRIVER)
    tilstand = _kontroller(data)
    try:
        with transaction.atomic():
            kontakt = Kontakt.objects.create(
                innsending=innsending, tilstand=tilstand, endret_av_id=av.bruker_id, **_felter(data)
            )
    except IntegrityError:
        # sent twice: the first one stands
        return Kontakt.objects.get(innsending=innsending)
    _sett_kommuner(kontakt, data)
    return kontakt


@transaction.atomic
def endre_kontakt(*, kontakt: Kontakt, versjon: int, data: Kontaktdata, av: Aktoer) -> None:
    """Change a contact. A planned visit whose day has come, is held from then on.

    Raises Konflikt, Regelbrudd, IkkeTilgang as `registrer_kontakt`; and for a visit that is called off, and a
    municipality that has promised something in it.
    """
    av.krev(*SKRIVER)
    if kontakt.avlyst:
        raise Regelbrudd(_("Besøket er avlyst og kan ikke endres."))
    tilstand = _kontroller(data, har=kontakt.hos_oss_id)
    lovet = kontakt.punkter.filter(eier_virksomhet__type="kommune").exclude(eier_virksomhet__in=data.kommuner)
    if lovet.exists():
        raise Regelbrudd({"kommuner": [_("En kommune med et avtalt punkt kan ikke tas ut.")]})
    kontakt.lagre_over(versjon=versjon, bruker_id=av.bruker_id, tilstand=tilstand, **_felter(data))
    _sett_kommuner(kontakt, data)


@transaction.atomic
def avlys_besoek(*, kontakt: Kontakt, versjon: int, grunn: str, av: Aktoer) -> None:
    """Call a planned visit off, with a reason. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    av.krev(*SKRIVER)
    if not kontakt.planlagt:
        raise Regelbrudd(_("Bare et planlagt besøk kan avlyses."))
    if not grunn.strip():
        raise Regelbrudd({"grunn": [_("Skriv hvorfor besøket avlyses.")]})
    krev_gyldig(brudd_i_tekst(grunn=grunn))
    kontakt.lagre_over(
        versjon=versjon, bruker_id=av.bruker_id, tilstand=Kontakttilstand.AVLYST, avlyst_grunn=grunn.strip()
    )
    oppdater_kilde(KILDE_BESOEK, [kontakt.pk])


def _kontroller(data: Kontaktdata, har: int | None = None) -> str:
    """Return where the contact stands by its day. Raises Regelbrudd."""
    brudd = {}
    tilstand = tilstand_for(data.slag, data.dato, timezone.localdate())
    if tilstand is None:
        brudd["dato"] = [_("Bare besøk kan planlegges her. Velg i dag eller en tidligere dag.")]
    if not data.kommuner:
        brudd["kommuner"] = [_("Velg minst én kommune.")]
    if data.hos_oss_id != har and data.hos_oss_id not in {b.pk for b in kontaktvalg()}:
        brudd["hos_oss"] = [_("Velg en som har en rolle i fylkeskommunen.")]
    krev_gyldig(brudd, brudd_i_tekst(hos_kommunen=data.hos_kommunen, notat=data.notat))
    return str(tilstand)


def _felter(data: Kontaktdata) -> dict[str, object]:
    return {
        "slag": data.slag,
        "dato": data.dato,
        "tema": data.tema,
        "hos_oss_id": data.hos_oss_id,
        "hos_kommunen": data.hos_kommunen,
        "notat": data.notat,
    }


def _sett_kommuner(kontakt: Kontakt, data: Kontaktdata) -> None:
    har = {k.kommune_id for k in kontakt.kommuner.all()}
    vil = {k.pk for k in data.kommuner}
    Kontaktkommune.objects.filter(kontakt=kontakt, kommune_id__in=har - vil).delete()
    Kontaktkommune.objects.bulk_create(
        Kontaktkommune(kontakt=kontakt, kommune_id=pk) for pk in sorted(vil - har)
    )
    oppdater_kilde(KILDE_BESOEK, [kontakt.pk])
