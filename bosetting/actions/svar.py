"""The municipality's answer: a draft, sent, the next version; or one the county got in another way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from bosetting.actions.felles import krev_aapen, meld_svar
from bosetting.kodeverk import Svarkanal, Svarstatus
from bosetting.models import Kommunesvar, Runde, RundeKommune
from bosetting.roller import SKRIVER, SVARER
from bosetting.rules.svar import brudd_i_svar
from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.grunnmur.samtidighet import vent_paa_tur
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from regionalt.actions.felles import opprett_en_gang
from regionalt.personvern import brudd_i_tekst


@dataclass(frozen=True)
class Svardata:
    """What the form gives, in persons: the number without reservation, more if needed, the minors inside."""

    antall: int | None = None
    mer: int | None = None
    em_under_15: int | None = None
    em_15_18: int | None = None
    behov: str = ""


@transaction.atomic
def lagre_svar(
    *, runde: Runde, data: Svardata, send: bool, versjon: int, innsending: UUID, av: Aktoer
) -> Kommunesvar:
    """Save the municipality's draft, or send it. After one is sent, this begins the next version.

    Args:
        versjon: the version of the draft that was read; 0 when there was none.

    Raises:
        IkkeTilgang: a role that does not answer for a municipality.
        Regelbrudd: the round takes no answers, the number is missing or smaller than the minors, numbers
            about persons in the text.
        Konflikt: a colleague has changed the draft.
    """
    av.krev(*SVARER)
    vent_paa_tur("bosetting_svar", [av.virksomhet_id])
    mine = Kommunesvar.objects.filter(runde=runde, kommune_id=av.virksomhet_id)
    if sendt := mine.filter(innsending=innsending, status=Svarstatus.SENDT).first():
        return sendt
    if not Runde.objects.get(pk=runde.pk).tar_svar:
        raise Regelbrudd(_("Fylkeskommunen tar ikke imot svar i denne runden nå."))
    krev_gyldig(_brudd(data, helt=send))
    svar = mine.filter(status=Svarstatus.UTKAST).first()
    felter: dict[str, Any] = vars(data) | (_sendt(av) if send else {})
    if svar is None:
        felter |= {"runde": runde, "kommune_id": av.virksomhet_id, "utgave": _neste(mine)}
        svar = opprett_en_gang(Kommunesvar, innsending=innsending, av=av, **felter)
    else:
        svar.lagre_over(versjon=versjon, bruker_id=av.bruker_id, innsending=innsending, **felter)
    if send:
        meld_svar(runde, av.virksomhet_id, av)
    return svar


@transaction.atomic
def registrer_svar(
    *, rad: RundeKommune, data: Svardata, mottatt: date, innsending: UUID, av: Aktoer
) -> Kommunesvar:
    """Register an answer the county got in another way: by letter, in a meeting. The same form twice is one.

    Raises:
        IkkeTilgang: a role that does not keep the rounds.
        Regelbrudd: the round is locked, a day to come, the numbers do not fit, numbers about persons.
    """
    av.krev(*SKRIVER)
    if finnes := Kommunesvar.objects.filter(innsending=innsending).first():
        return finnes
    krev_aapen(rad.runde)
    brudd = _brudd(data, helt=True)
    if mottatt > timezone.localdate():
        brudd["mottatt"] = [_("Dagen kan ikke være i fremtiden.")]
    krev_gyldig(brudd)
    vent_paa_tur("bosetting_svar", [rad.kommune_id])
    svar = opprett_en_gang(
        Kommunesvar, innsending=innsending, av=av, runde=rad.runde, kommune_id=rad.kommune_id,
        utgave=_neste_utgave(rad, av), kanal=Svarkanal.FYLKET, mottatt=mottatt, **vars(data), **_sendt(av),
    )  # fmt: skip
    meld_svar(rad.runde, rad.kommune_id, av)
    return svar


def _sendt(av: Aktoer) -> dict[str, Any]:
    return {"status": Svarstatus.SENDT, "sendt": timezone.now(), "sendt_av_id": av.bruker_id}


def _neste_utgave(rad: RundeKommune, av: Aktoer) -> int:
    """Return the next version, also after a draft the county does not see."""
    with kontekst(motor_kontekst(av.bruker_id)):
        return _neste(Kommunesvar.objects.filter(runde=rad.runde_id, kommune=rad.kommune_id))


def _neste(mine: Any) -> int:
    return (mine.aggregate(siste=Max("utgave"))["siste"] or 0) + 1


def _brudd(d: Svardata, *, helt: bool) -> dict[str, list[str]]:
    brudd = brudd_i_tekst(behov=d.behov)
    if helt:
        match brudd_i_svar(d.antall, d.em_under_15, d.em_15_18):
            case "antall_mangler":
                brudd["antall"] = [
                    _("Skriv hvor mange dere kan bosette. Skriv 0 hvis dere ikke kan ta imot noen.")
                ]
            case "for_mange_mindreaarige":
                brudd["em_15_18"] = [
                    _("De enslige mindreårige er en del av antallet, og kan ikke være flere.")
                ]
    return brudd
