"""Make and change a class at a school: the county, and the school its own."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.kodelister import kan_velges
from integrering.grunnmur.personnummer import har_siffer_i_tittel
from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.queries.kolleger import kan_faa_oppgaver
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from opplaering.kodeverk import UNDERVISNING
from opplaering.models import Skolegang, Skoleklasse
from opplaering.queries.skoleoversikt import finn_tilbud
from opplaering.roller import FYLKET, SKRIVER

# The name of the source of tasks about combination classes.
HOVEDANSVARSKILDE = "opplaering_hovedansvar"


@dataclass(frozen=True)
class Skoleklassedata:
    """What the form of a class gives."""

    navn: str
    fra: date
    til: date
    undervisning: tuple[str, ...]
    kombinasjonsklasse: bool = False
    kommune_id: int | None = None
    tilbud_id: int | None = None
    kontakt_id: int | None = None


def er_skolens(av: Aktoer, skole_id: int) -> bool:
    """Return True for the county, and for the school itself."""
    return av.har(*FYLKET) or (av.har(*SKRIVER) and av.virksomhet_id == skole_id)


def krev_skolens(av: Aktoer, skole_id: int) -> None:
    """Raise IkkeTilgang unless `er_skolens`."""
    av.krev(*SKRIVER)
    if not er_skolens(av, skole_id):
        raise IkkeTilgang(_("Bare skolen selv og fylkeskommunen kan endre dette."))


@transaction.atomic
def lag_skoleklasse(*, skole: Virksomhet, data: Skoleklassedata, innsending: UUID, av: Aktoer) -> Skoleklasse:
    """Make a class. The same form sent twice gives the same class. Raises Regelbrudd, IkkeTilgang."""
    krev_skolens(av, skole.pk)
    if finnes := Skoleklasse.objects.filter(innsending=innsending).first():
        return finnes
    _kontroller(data, skole)
    ny = Skoleklasse.objects.create(
        innsending=innsending, skole=skole, endret_av_id=av.bruker_id, **_felter(data)
    )
    oppdater_kilde(HOVEDANSVARSKILDE, [ny.pk])
    return ny


@transaction.atomic
def endre_skoleklasse(*, klasse: Skoleklasse, versjon: int, data: Skoleklassedata, av: Aktoer) -> None:
    """Change a class. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    krev_skolens(av, klasse.skole_id)
    _kontroller(data, klasse.skole, klasse)
    klasse.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **_felter(data))
    oppdater_kilde(HOVEDANSVARSKILDE, [klasse.pk])


def _felter(data: Skoleklassedata) -> dict[str, object]:
    return asdict(data) | {"undervisning": list(data.undervisning)}


def _kontroller(data: Skoleklassedata, skole: Virksomhet, klasse: Skoleklasse | None = None) -> None:
    feil: dict[str, list[str]] = {}
    if har_siffer_i_tittel(data.navn):
        feil["navn"] = [_("Ikke skriv fødselsdato eller nummer på personer her.")]
    elif _navnet_er_i_bruk(data, skole, klasse):
        feil["navn"] = [_("Skolen har alt en klasse med dette navnet fra samme dag. Velg et annet navn.")]
    if data.til < data.fra:
        feil["til"] = [_("Siste dag må være samme dag som den første, eller senere.")]
    gamle = klasse.undervisning if klasse else []
    ukjente = [u for u in data.undervisning if u not in gamle and not kan_velges(UNDERVISNING, u)]
    if not data.undervisning or ukjente:
        feil["undervisning"] = [_("Velg hva klassen fører timer og fravær i.")]
    if data.kommune_id and not data.kombinasjonsklasse:
        feil["kommune"] = [_("Bare en kombinasjonsklasse har en kommune. Kryss av for kombinasjonsklasse.")]
    if data.kombinasjonsklasse and not data.kommune_id:
        feil["kommune"] = [_("Velg kommunen som gir grunnskoledelen.")]
    if data.tilbud_id and finn_tilbud(skole, data.tilbud_id) is None:
        feil["tilbud"] = [_("Velg et av skolens egne tilbud.")]
    if data.kontakt_id and data.kontakt_id not in kan_faa_oppgaver(skole.pk):
        feil["kontakt"] = [_("Velg en på skolen.")]
    if klasse and "til" not in feil and _noen_er_utenfor(data, klasse):
        feil["fra"] = [_("Noen går i klassen bare utenfor den nye perioden. Ta dem ut av klassen først.")]
    if feil:
        raise Regelbrudd(feil)


def _navnet_er_i_bruk(data: Skoleklassedata, skole: Virksomhet, klasse: Skoleklasse | None) -> bool:
    like = Skoleklasse.objects.filter(skole=skole, navn=data.navn, fra=data.fra)
    return any(annen != klasse for annen in like)


def _noen_er_utenfor(data: Skoleklassedata, klasse: Skoleklasse) -> bool:
    i_klassen = Skolegang.objects.gjeldende().filter(klasse=klasse)
    return i_klassen.filter(fra__gt=data.til).exists() or i_klassen.filter(til__lt=data.fra).exists()
