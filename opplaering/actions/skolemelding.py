"""A school tells of a new pupil by DUF number; the county takes them in, or answers why not.

The school is never told whether the number is known: the answer to the form is always the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.personnummer import har_siffer_i_tittel
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from opplaering.models import Skoleklasse, Skolemelding
from opplaering.roller import FYLKET, SKOLEN

# The name of the source of tasks.
KILDE = "nye_elever"
# A first day further away than this is a slip of the pen.
_LENGST = timedelta(days=366)


@dataclass(frozen=True)
class NyElev:
    """What the school tells."""

    duf: str
    navn: str
    fra: date
    timer_per_uke: Decimal
    klasse: Skoleklasse | None = None


@transaction.atomic
def meld_ny_elev(*, data: NyElev, innsending: UUID, av: Aktoer) -> Skolemelding:
    """Tell the county of a new pupil. The same form sent twice tells once. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*SKOLEN)
    if finnes := Skolemelding.objects.filter(innsending=innsending).first():
        return finnes
    _kontroller(data, av)
    melding = Skolemelding.objects.create(
        innsending=innsending, skole_id=av.virksomhet_id, klasse=data.klasse, duf=data.duf,
        navn=data.navn.strip(), fra=data.fra, timer_per_uke=data.timer_per_uke, av_id=av.bruker_id,
    )  # fmt: skip
    oppdater_kilde(KILDE, [melding.pk])
    return melding


def _kontroller(data: NyElev, av: Aktoer) -> None:
    feil: dict[str, list[str]] = {}
    i_dag, klasse = timezone.localdate(), data.klasse
    if har_siffer_i_tittel(data.navn):
        feil["navn"] = [_("Skriv bare navnet her.")]
    if abs(data.fra - i_dag) > _LENGST:
        feil["fra"] = [_("Første skoledag er mer enn et år unna. Sjekk at året er riktig.")]
    if klasse and klasse.skole_id != av.virksomhet_id:
        feil["klasse"] = [_("Velg en av skolens egne klasser.")]
    elif klasse and data.fra > klasse.til:
        feil["fra"] = [_("Klassen er over den dagen. Velg en annen klasse eller dag.")]
    venter = Skolemelding.objects.filter(skole_id=av.virksomhet_id, duf=data.duf)
    if venter.filter(utfall=Skolemelding.Utfall.VENTER).exists():
        feil["duf"] = [_("Dere har alt meldt dette nummeret, og det venter på fylkeskommunen.")]
    if feil:
        raise Regelbrudd(feil)


@transaction.atomic
def avvis_ny_elev(*, melding: Skolemelding, svar: str, av: Aktoer) -> None:
    """Answer the school that the pupil is not taken in, and why. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*FYLKET)
    if not svar.strip():
        raise Regelbrudd({"svar": [_("Skriv til skolen hvorfor eleven ikke er tatt inn.")]})
    if har_siffer_i_tittel(svar):
        raise Regelbrudd({"svar": [_("Ikke skriv fødselsdato eller nummer på personer her.")]})
    behandle(melding, Skolemelding.Utfall.AVVIST, av, svar=svar.strip())


def behandle(melding: Skolemelding, utfall: Skolemelding.Utfall, av: Aktoer, *, svar: str = "") -> None:
    """Write down what the county did, once; the task goes. Raises Regelbrudd."""
    venter = Skolemelding.objects.filter(pk=melding.pk, utfall=Skolemelding.Utfall.VENTER)
    if not venter.update(utfall=utfall, svar=svar, behandlet=timezone.now(), behandlet_av_id=av.bruker_id):
        raise Regelbrudd(_("Noen andre har alt behandlet meldingen. Last siden på nytt."))
    oppdater_kilde(KILDE, [melding.pk])
