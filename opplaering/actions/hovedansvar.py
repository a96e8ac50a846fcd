"""Record who has the main responsibility for a combination class (integreringsloven § 30)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kodelister import kan_velges
from integrering.grunnmur.personnummer import har_siffer_i_tittel
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from opplaering.actions.skoleklasse import HOVEDANSVARSKILDE
from opplaering.hendelser import meld_endret
from opplaering.kodeverk import HOVEDANSVAR, HOVEDANSVARSGRUNN
from opplaering.models import Hovedansvar, Skolegang, Skoleklasse
from opplaering.roller import FYLKET

_UAVKLART = "uavklart"


@dataclass(frozen=True)
class Hovedansvarsdata:
    """What the form of a decision gives."""

    ansvar: str
    grunn: str
    begrunnelse: str
    fra: date
    bestemt: date


@transaction.atomic
def avgjoer_hovedansvar(*, klasse: Skoleklasse, data: Hovedansvarsdata, av: Aktoer) -> Hovedansvar:
    """Write down a decision. It is never changed: a new one from the same day takes its place.

    Raises Regelbrudd, IkkeTilgang.
    """
    av.krev(*FYLKET)
    Skoleklasse.objects.select_for_update().get(pk=klasse.pk)
    _kontroller(klasse, data)
    rad = Hovedansvar.objects.create(
        klasse=klasse, ansvar=data.ansvar, grunn=data.grunn, begrunnelse=data.begrunnelse.strip(),
        fra=data.fra, bestemt=data.bestemt, av_id=av.bruker_id,
    )  # fmt: skip
    elever = Skolegang.objects.gjeldende().filter(klasse=klasse).values_list("person_id", flat=True)
    meld_endret(set(elever))
    oppdater_kilde(HOVEDANSVARSKILDE, [klasse.pk])
    return rad


def _kontroller(klasse: Skoleklasse, data: Hovedansvarsdata) -> None:
    if not klasse.kombinasjonsklasse:
        raise Regelbrudd(_("Bare en kombinasjonsklasse trenger en avgjørelse om hovedansvaret."))
    feil: dict[str, list[str]] = {}
    if not kan_velges(HOVEDANSVAR, data.ansvar):
        feil["ansvar"] = [_("Velg hvem som har hovedansvaret.")]
    if not kan_velges(HOVEDANSVARSGRUNN, data.grunn):
        feil["grunn"] = [_("Velg hva avgjørelsen bygger på.")]
    elif (data.ansvar == _UAVKLART) != (data.grunn == _UAVKLART):
        feil["grunn"] = [
            _("«Kan ikke avgjøres» og «lar seg ikke avgjøre» hører sammen. Velg begge eller ingen.")
        ]
    if not data.begrunnelse.strip():
        feil["begrunnelse"] = [_("Skriv hvorfor.")]
    elif har_siffer_i_tittel(data.begrunnelse):
        feil["begrunnelse"] = [_("Ikke skriv fødselsdato eller nummer på personer her.")]
    if not klasse.fra <= data.fra <= klasse.til:
        periode = visning.periode(klasse.fra, klasse.til)
        feil["fra"] = [_("Dagen må være i perioden til klassen, %(periode)s.") % {"periode": periode}]
    if data.bestemt > timezone.localdate():
        feil["bestemt"] = [_("Dagen det ble bestemt, kan ikke være fram i tid.")]
    if feil:
        raise Regelbrudd(feil)
