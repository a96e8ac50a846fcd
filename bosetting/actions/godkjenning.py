"""Two persons: one sends the recommendation to approval, another approves it. Then it is read only."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from bosetting.actions.felles import krev_aapen, paa_tur
from bosetting.actions.grunnlag import kommunene, lagre_tall
from bosetting.actions.runde import Rundedata, lagre_ny
from bosetting.actions.tilstand import flytt
from bosetting.grunnlagskilder import aarets
from bosetting.kodeverk import Rundetilstand
from bosetting.models import Beregning, Grunnlagstall, Kriterium, Runde, RundeKommune
from bosetting.queries.anbefaling import til_kontroll
from bosetting.queries.regnegrunnlag import kommuneradene, regnegrunnlag
from bosetting.roller import GODKJENNER, SKRIVER
from bosetting.rules.anbefaling import i_rammen, uten_grunn
from bosetting.rules.lagring import avtrykk, som_verdier
from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.tilgang.aktoer import Aktoer
from regionalt.personvern import brudd_i_tekst

M = TypeVar("M", bound=Model)


@transaction.atomic
def send_til_godkjenning(*, runde: Runde, versjon: int, av: Aktoer) -> None:
    """Send the recommendation to another to approve.

    Raises:
        IkkeTilgang: a role that does not keep the rounds.
        Regelbrudd: it is not calculated from what the round says now, or a number needs a reason.
        Konflikt: somebody changed the round meanwhile.
    """
    av.krev(*SKRIVER)
    naa = krev_aapen(runde)
    rader, grunnlag = til_kontroll(naa), regnegrunnlag(naa, kommuneradene(naa))
    naa_verdier = som_verdier(grunnlag.kommuner, grunnlag.f)
    siste = Beregning.objects.filter(runde=naa, anbefalinger__runde=naa).order_by("-nr").first()
    if siste is None or siste.avtrykk != avtrykk(naa_verdier):
        raise Regelbrudd(_("Grunnlaget er endret siden sist. Beregn på nytt før du sender."))
    if not i_rammen(rader, naa.ramme or 0, naa.em_ramme):
        raise Regelbrudd(_("Anbefalingene er ikke til sammen det som står i rammen. Beregn på nytt."))
    if mangler := uten_grunn(rader):
        tekst = _("Skriv en begrunnelse der tallet er endret mer enn en firedel: %(kommuner)s.")
        raise Regelbrudd(tekst % {"kommuner": ", ".join(mangler)})
    flytt(
        runde,
        versjon,
        Rundetilstand.GODKJENNING,
        av,
        foreslaatt=timezone.now(),
        foreslaatt_av_id=av.bruker_id,
    )


@transaction.atomic
def godkjenn(*, runde: Runde, versjon: int, av: Aktoer) -> None:
    """Approve what somebody else has sent. After this nothing in the round changes.

    Raises:
        IkkeTilgang: a role that does not approve.
        Regelbrudd: it is not sent to approval, or one sent it oneself.
        Konflikt: somebody changed the round meanwhile.
    """
    av.krev(*GODKJENNER)
    if paa_tur(runde).foreslaatt_av_id == av.bruker_id:
        raise Regelbrudd(_("En annen må godkjenne det du selv har sendt."))
    flytt(runde, versjon, Rundetilstand.ANBEFALT, av, godkjent=timezone.now(), godkjent_av_id=av.bruker_id)


@transaction.atomic
def send_tilbake(*, runde: Runde, versjon: int, grunn: str, av: Aktoer) -> None:
    """Send a recommendation back to be changed, and say why.

    Raises:
        IkkeTilgang: neither one who approves nor one who keeps the rounds.
        Regelbrudd: it is not sent to approval, no reason, numbers about persons in it.
        Konflikt: somebody changed the round meanwhile.
    """
    av.krev(*GODKJENNER, *SKRIVER)
    krev_gyldig(brudd_i_tekst(grunn=grunn))
    if not grunn.strip():
        raise Regelbrudd({"grunn": [_("Skriv hva som må endres.")]})
    if runde.tilstand != Rundetilstand.GODKJENNING:
        raise Regelbrudd(_("Runden er ikke til godkjenning."))
    flytt(runde, versjon, Rundetilstand.DIALOG, av, grunn, foreslaatt=None, foreslaatt_av_id=None)


@transaction.atomic
def gaa_videre(*, runde: Runde, versjon: int, til: Rundetilstand, av: Aktoer) -> None:
    """Say that an approved recommendation is sent, that IMDi has asked, that the municipalities have decided.

    Raises IkkeTilgang, Regelbrudd, Konflikt.
    """
    av.krev(*SKRIVER)
    if not paa_tur(runde).laast:
        raise Regelbrudd(_("Anbefalingen er ikke godkjent."))
    flytt(runde, versjon, til, av)


@transaction.atomic
def revider(
    *, runde: Runde, ramme: int, em_ramme: int, rammekilde: str, innsending: UUID, av: Aktoer
) -> Runde:
    """Begin a revised round of the same year, with all that was put in and the figures of this one.

    The answers of this round count until the municipalities answer anew. When this year's request is known it
    is what the numbers are held against, no longer last year's.

    Raises:
        IkkeTilgang: a role that does not keep the rounds.
        Regelbrudd: this one is not approved or has been revised, or the frames do not fit.
    """
    av.krev(*SKRIVER)
    naa = paa_tur(runde)
    if finnes := Runde.objects.filter(innsending=innsending).first():
        return finnes
    if not naa.laast:
        raise Regelbrudd(_("Runden er åpen. Endre den i stedet."))
    if naa.revisjoner.exists():
        raise Regelbrudd(_("Runden er alt revidert. Endre eller revider den nyeste."))
    felt = {navn: getattr(naa, navn) for navn in ("grunntall", "minstetall", "maks_utslag", "baand")}
    data = Rundedata(ramme=ramme, em_ramme=em_ramme, rammekilde=rammekilde, **felt)
    ny = lagre_ny(
        naa.aar, data, innsending, av, utgave=naa.utgave + 1, bygger_paa=naa, eksempel=naa.eksempel,
        grunnlag_hentet=naa.grunnlag_hentet,
    )  # fmt: skip
    _kopier(RundeKommune, naa, ny, endret_av_id=av.bruker_id)
    _kopier(Kriterium, naa, ny, endret_av_id=av.bruker_id)
    _kopier(Grunnlagstall, naa, ny)
    kommuner = kommunene(ny)
    lagre_tall(ny, kommuner, aarets(set(kommuner), ny.aar, ny.utgave))
    return ny


def _kopier(modell: type[M], fra: Runde, til: Runde, **felles: Any) -> None:
    """Copy the rows of a round to another, as new rows."""
    utenom = {"id", "runde", "noekkel", "innsending", "versjon", "endret", "endret_av"}
    felt = [f.attname for f in modell._meta.concrete_fields if f.name not in utenom]
    modell._default_manager.bulk_create(
        modell(runde=til, **{navn: getattr(rad, navn) for navn in felt}, **felles)
        for rad in modell._default_manager.filter(runde=fra)
    )
