"""Make and change a class."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kodelister import kan_velges
from integrering.grunnmur.personnummer import har_siffer_i_tittel
from integrering.klasser.actions.felles import KILDE, krev_eier
from integrering.klasser.kodeverk import KLASSENIVAA
from integrering.klasser.models import Klasse, Medlemskap
from integrering.nir.actions.roller import REGISTRERER
from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.queries.kolleger import kan_faa_oppgaver
from integrering.tilgang.aktoer import Aktoer


@dataclass(frozen=True)
class Klassedata:
    """What the form of a class gives."""

    navn: str
    nivaa: str
    moduler: tuple[str, ...]
    fra: date
    til: date
    sted: str = ""
    kontakt_id: int | None = None


@transaction.atomic
def lag_klasse(*, data: Klassedata, innsending: UUID, av: Aktoer) -> Klasse:
    """Make a class of one's own. The same form sent twice gives the same class.

    Raises Regelbrudd, IkkeTilgang.
    """
    av.krev(*REGISTRERER)
    if finnes := Klasse.objects.filter(innsending=innsending).first():
        return finnes
    _kontroller(data, av)
    return Klasse.objects.create(
        innsending=innsending, virksomhet_id=av.virksomhet_id, endret_av_id=av.bruker_id, **_felter(data)
    )


@transaction.atomic
def endre_klasse(*, klasse: Klasse, versjon: int, data: Klassedata, av: Aktoer) -> None:
    """Change a class. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    krev_eier(av, klasse)
    _kontroller(data, av, klasse)
    klasse.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **_felter(data))
    oppdater_kilde(KILDE, [klasse.pk])


def _felter(data: Klassedata) -> dict[str, object]:
    return asdict(data) | {"moduler": list(data.moduler)}


def _kontroller(data: Klassedata, av: Aktoer, klasse: Klasse | None = None) -> None:
    feil: dict[str, list[str]] = {}
    for felt in ("navn", "sted"):
        if har_siffer_i_tittel(getattr(data, felt)):
            feil[felt] = [_("Ikke skriv fødselsdato eller nummer på personer her.")]
    if data.til < data.fra:
        feil["til"] = [_("Siste dag må være samme dag som den første, eller senere.")]
    if data.nivaa != (klasse.nivaa if klasse else "") and not kan_velges(KLASSENIVAA, data.nivaa):
        feil["nivaa"] = [_("Nivået er ikke i bruk. Velg et annet.")]
    gamle = klasse.moduler if klasse else []
    if not data.moduler or any(m not in gamle and not kan_velges("modul", m) for m in data.moduler):
        feil["moduler"] = [_("Velg hva klassen får opplæring i.")]
    if data.kontakt_id and data.kontakt_id not in kan_faa_oppgaver(av.virksomhet_id):
        feil["kontakt"] = [_("Velg en fra egen virksomhet.")]
    if _navnet_er_i_bruk(data, av, klasse):
        feil["navn"] = [_("Dere har alt en klasse med dette navnet fra samme dag. Velg et annet navn.")]
    if klasse and _noen_er_utenfor(data, klasse):
        feil["fra"] = [_("Noen er i klassen utenfor den nye perioden. Endre deltakerne først.")]
    if feil:
        raise Regelbrudd(feil)


def _navnet_er_i_bruk(data: Klassedata, av: Aktoer, klasse: Klasse | None) -> bool:
    like = Klasse.objects.filter(virksomhet_id=av.virksomhet_id, navn=data.navn, fra=data.fra)
    return any(annen != klasse for annen in like)


def _noen_er_utenfor(data: Klassedata, klasse: Klasse) -> bool:
    i_klassen = Medlemskap.objects.gjeldende().filter(klasse=klasse)
    return i_klassen.filter(fra__lt=data.fra).exists() or i_klassen.filter(fra__gt=data.til).exists()
