"""Stand-ins: who has whose tasks in the list while they are away."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.datoer import pluss_aar
from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver.models import Vikariat
from integrering.oppgaver.queries.kolleger import kan_faa_oppgaver
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import ARBEIDSROLLER


@transaction.atomic
def registrer_vikariat(*, borte: int, vikar: int, fra: date, til: date, av: Aktoer) -> Vikariat:
    """Let `vikar` have the tasks of `borte` in the list as well, from the first day to the last.

    Both work at the organisation of the one who registers. Raises Regelbrudd, IkkeTilgang.
    """
    av.krev(*ARBEIDSROLLER)
    feil = _feil(borte, vikar, fra, til, av)
    if feil:
        raise Regelbrudd(feil)
    try:
        with transaction.atomic():
            return Vikariat.objects.create(
                virksomhet_id=av.virksomhet_id,
                borte_id=borte,
                vikar_id=vikar,
                fra=fra,
                til=til,
                endret_av_id=av.bruker_id,
            )
    except IntegrityError as brudd:  # somebody else was first
        raise Regelbrudd(_("Noen andre registrerte det samme nettopp. Se over og prøv igjen.")) from brudd


def _feil(borte: int, vikar: int, fra: date, til: date, av: Aktoer) -> dict[str, list[str]]:
    kolleger, i_dag = kan_faa_oppgaver(av.virksomhet_id), timezone.localdate()
    if borte not in kolleger:
        return {"borte": [_("Velg en som har en rolle hos dere.")]}
    if vikar not in kolleger:
        return {"vikar": [_("Velg en som har en rolle hos dere.")]}
    if borte == vikar:
        return {"vikar": [_("Velg en annen enn den som er borte.")]}
    if til < fra:
        return {"til": [_("Sluttdato må være samme dag eller etter startdato.")]}
    if til < i_dag:
        return {"til": [_("Perioden er over. Velg en sluttdato som ikke er passert.")]}
    if til > pluss_aar(fra, 1):
        return {"til": [_("Et vikariat kan vare i høyst ett år.")]}
    return _kolliderer(borte, vikar, fra, til, av)


def _kolliderer(borte: int, vikar: int, fra: date, til: date, av: Aktoer) -> dict[str, list[str]]:
    """Two stand-ins at once, or one who is away themselves, would leave nobody with the tasks."""
    samtidige = list(
        Vikariat.objects.filter(
            virksomhet_id=av.virksomhet_id, avsluttet__isnull=True, fra__lte=til, til__gte=fra
        ).order_by("pk")
    )
    har = next((v for v in samtidige if v.borte_id == borte), None)
    if har:
        periode = visning.periode(har.fra, har.til)
        return {"fra": [_("Det er alt registrert en vikar %(periode)s.") % {"periode": periode}]}
    selv_borte = next((v for v in samtidige if v.borte_id == vikar), None)
    if selv_borte:
        periode = visning.periode(selv_borte.fra, selv_borte.til)
        return {"vikar": [_("Vikaren er selv borte %(periode)s.") % {"periode": periode}]}
    return {}


@transaction.atomic
def avslutt_vikariat(*, vikariat: Vikariat, versjon: int, av: Aktoer) -> None:
    """End a stand-in now. Raises IkkeTilgang, Regelbrudd when it has ended; Konflikt."""
    av.krev(*ARBEIDSROLLER)
    if vikariat.avsluttet is not None:
        raise Regelbrudd(_("Vikariatet er alt avsluttet."))
    vikariat.lagre_over(versjon=versjon, bruker_id=av.bruker_id, avsluttet=timezone.now())
