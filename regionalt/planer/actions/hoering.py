"""Answers to a hearing: those asked answer themselves; the county writes down others, and the use."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from regionalt.actions.felles import opprett_en_gang
from regionalt.personvern import brudd_i_tekst
from regionalt.planer.actions.felles import HOERING
from regionalt.planer.models import Bruk, Hoeringsinstans, Hoeringssvar, Plantilstand
from regionalt.planer.roller import SKRIVER, SVARER


@transaction.atomic
def svar(*, instans: Hoeringsinstans, tekst: str, innsending: UUID, av: Aktoer) -> Hoeringssvar:
    """Answer for one's own organisation; again until the deadline. The newest counts.

    Raises:
        IkkeTilgang: another's, or a role that does not answer.
        Regelbrudd: the hearing is over, identity numbers in the text.
    """
    av.krev(*SVARER)
    plan = instans.plan
    i_dag = timezone.localdate()
    if plan.tilstand != Plantilstand.HOERING or plan.hoeringsfrist is None or plan.hoeringsfrist < i_dag:
        raise Regelbrudd(_("Høringen er avsluttet. Ta kontakt med fylkeskommunen."))
    return _lagre(instans, tekst, i_dag, innsending, av)


@transaction.atomic
def skriv_inn_svar(
    *, instans: Hoeringsinstans, tekst: str, mottatt: date, innsending: UUID, av: Aktoer
) -> Hoeringssvar:
    """Write down an answer that came in another way, also after the deadline.

    Raises:
        IkkeTilgang: a role that does not keep the plans.
        Regelbrudd: never sent on hearing, decided, a day outside the hearing, identity numbers in the text.
    """
    av.krev(*SKRIVER)
    plan = instans.plan
    if plan.laast:
        raise Regelbrudd(_("Planen er vedtatt."))
    if not (plan.hoering_sendt and plan.hoering_sendt <= mottatt <= timezone.localdate()):
        krev_gyldig({"mottatt": [_("Datoen må være etter at høringen ble sendt, og ikke etter i dag.")]})
    return _lagre(instans, tekst, mottatt, innsending, av)


@transaction.atomic
def bruk_svar(*, instans: Hoeringsinstans, versjon: int, bruk: Bruk, hvorfor: str, av: Aktoer) -> None:
    """Say how an answer was used, and why.

    Raises:
        IkkeTilgang: a role that does not keep the plans.
        Konflikt: somebody has said it meanwhile.
        Regelbrudd: there is no answer, not followed without a reason, identity numbers in the text.
    """
    av.krev(*SKRIVER)
    if not instans.svar.exists():
        raise Regelbrudd(_("Det har ikke kommet noe svar."))
    brudd: dict[str, list[str]] = {}
    if bruk != Bruk.TATT and not hvorfor.strip():
        brudd["bruk_hvorfor"] = [_("Skriv hvorfor.")]
    krev_gyldig(brudd, brudd_i_tekst(bruk_hvorfor=hvorfor))
    instans.lagre_over(versjon=versjon, bruker_id=av.bruker_id, bruk=bruk, bruk_hvorfor=hvorfor)


def _lagre(instans: Hoeringsinstans, tekst: str, mottatt: date, innsending: UUID, av: Aktoer) -> Hoeringssvar:
    krev_gyldig(brudd_i_tekst(tekst=tekst))
    rad = opprett_en_gang(
        Hoeringssvar, innsending=innsending, av=av, instans=instans, tekst=tekst, mottatt=mottatt
    )
    oppdater_kilde(HOERING, [instans.pk])
    return rad
