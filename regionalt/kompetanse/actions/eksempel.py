"""Send in, change, publish and take back good examples."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, krev_gyldig
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from regionalt.kompetanse.actions.felles import EKSEMPLER, brudd_i_tittel
from regionalt.kompetanse.models import Eksempel, Eksempeltilstand
from regionalt.kompetanse.roller import MELDER_PAA, SKRIVER
from regionalt.personvern import brudd_i_tekst


@dataclass(frozen=True)
class Eksempeldata:
    """What the form gives; `kommune_id` is a municipality's own when it sends in."""

    kommune_id: int
    tittel: str
    tema: str
    aar: int
    gjort: str
    resultat: str = ""
    kontakt: str = ""
    epost: str = ""
    kilde: str = ""
    lenke: str = ""


@transaction.atomic
def lag_eksempel(*, data: Eksempeldata, innsending: UUID, av: Aktoer) -> Eksempel:
    """Send in an example; the county looks it over. The same form twice gives one.

    Raises Regelbrudd, IkkeTilgang.
    """
    _kontroller(data, av)
    try:
        with transaction.atomic():
            nytt = Eksempel.objects.create(
                innsending=innsending, opprettet_av_id=av.bruker_id, endret_av_id=av.bruker_id, **asdict(data)
            )
    except IntegrityError:
        return Eksempel.objects.get(innsending=innsending)
    oppdater_kilde(EKSEMPLER, [nytt.pk])
    return nytt


@transaction.atomic
def endre_eksempel(*, eksempel: Eksempel, versjon: int, data: Eksempeldata, av: Aktoer) -> None:
    """Change an example; a municipality its own, until it is published.

    Raises Konflikt, Regelbrudd, IkkeTilgang.
    """
    if not kan_endre(eksempel, av):
        raise IkkeTilgang(_("Fylkeskommunen har publisert eksempelet. Be dem om å endre det."))
    _kontroller(data, av)
    eksempel.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **asdict(data))


@transaction.atomic
def sett_publisert(*, eksempel: Eksempel, versjon: int, publisert: bool, av: Aktoer) -> None:
    """Let all municipalities read it, or take it back. Raises Konflikt, IkkeTilgang."""
    av.krev(*SKRIVER)
    tilstand = Eksempeltilstand.PUBLISERT if publisert else Eksempeltilstand.INNSENDT
    eksempel.lagre_over(versjon=versjon, bruker_id=av.bruker_id, tilstand=tilstand)
    oppdater_kilde(EKSEMPLER, [eksempel.pk])


def kan_endre(eksempel: Eksempel, av: Aktoer) -> bool:
    """Return True for the county's writers, and for the municipality until it is published."""
    mitt = av.har(*MELDER_PAA) and eksempel.kommune_id == av.virksomhet_id and not eksempel.publisert
    return av.har(*SKRIVER) or mitt


def _kontroller(data: Eksempeldata, av: Aktoer) -> None:
    av.krev(*MELDER_PAA)
    if av.er_kommune and data.kommune_id != av.virksomhet_id:
        raise IkkeTilgang(_("Dere kan bare sende inn deres egne eksempler."))
    tekster = {"gjort": data.gjort, "resultat": data.resultat, "kilde": data.kilde}
    krev_gyldig(brudd_i_tekst(**tekster), brudd_i_tittel(tittel=data.tittel, kontakt=data.kontakt))
