"""The payouts of the demo, made by its users through the same actions as everyone's."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kvartal import Kvartal
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from tilskudd import actions
from tilskudd.models import BOKFOERT, Kjoering, Kjoeringstilstand


class _Proevd(Exception):
    """Not an error: the trial is undone."""


def kvartaler_som_godkjennes(i_dag: date) -> list[Kvartal]:
    """Return the two quarters before the last finished one, which is left for the user to calculate."""
    siste = Kvartal.for_dato(i_dag).forrige()
    return [siste.forrige().forrige(), siste.forrige()]


def foer_aapning(kvartal: Kvartal) -> int:
    """Enter what had been paid up to and including a quarter as the opening run; return how many lines.

    Nothing when there are runs already. The amounts are what the engine itself gives for that quarter.
    """
    if _finnes(kvartal=None):
        return 0
    raadgiver = _bruker("raadgiver", Rolle.TILSKUDDSRAADGIVER)
    linjer = _utbetalt_foer(kvartal, raadgiver)
    _godkjenn(actions.foer_aapningskjoering(kvartal=kvartal, linjer=linjer, av=raadgiver), raadgiver)
    return len(linjer)


def godkjenn_kvartal(kvartal: Kvartal) -> int:
    """Calculate, send and approve a quarter, unless it or a later one is approved; return how many lines."""
    if _finnes(kvartal=kvartal):
        return 0
    raadgiver = _bruker("raadgiver", Rolle.TILSKUDDSRAADGIVER)
    kjoering = actions.beregn_kjoering(kvartal=kvartal, av=raadgiver)
    _godkjenn(kjoering, raadgiver)
    return kjoering.antall_linjer


def _finnes(*, kvartal: Kvartal | None) -> bool:
    """True when the quarter or a later one is approved; without a quarter: when there is any run."""
    with kontekst(motor_kontekst()):
        if kvartal is None:
            return Kjoering.objects.exclude(tilstand=Kjoeringstilstand.FORKASTET).exists()
        return Kjoering.objects.filter(tilstand__in=BOKFOERT, kvartal__gte=kvartal).exists()


def _utbetalt_foer(kvartal: Kvartal, raadgiver: Aktoer) -> list[actions.Aapningslinje]:
    """Calculate the quarter on trial, read its lines, and undo it."""
    linjer: list[actions.Aapningslinje] = []
    try:
        with transaction.atomic():
            kjoering = actions.beregn_kjoering(kvartal=kvartal, av=raadgiver)
            with kontekst(motor_kontekst()):
                linjer = [
                    actions.Aapningslinje(
                        person_id=linje.person_id,
                        mottaker_id=linje.mottaker_id,
                        ordning=linje.ordning,
                        aar_nr=linje.aar_nr,
                        kvartal=linje.kvartal,
                        dager=linje.dager,
                        beloep=linje.beloep,
                        sats=linje.sats,
                        aar_fra=linje.aar_fra,
                        dager_i_aaret=linje.dager_i_aaret,
                    )
                    for linje in kjoering.linjer.order_by("id")
                ]
            raise _Proevd
    except _Proevd:
        return linjer


def _godkjenn(kjoering: Kjoering, raadgiver: Aktoer) -> None:
    godkjenner = _bruker("godkjenner", Rolle.TILSKUDDSGODKJENNER)
    with kontekst(motor_kontekst()):  # the actions read the run once more after their own context
        actions.send_til_godkjenning(kjoering=kjoering, av=raadgiver)
        actions.godkjenn(kjoering=kjoering, av=godkjenner)


def _bruker(brukernavn: str, rolle: Rolle) -> Aktoer:
    aktoer = aktoer_med_rolle(brukernavn, rolle)
    if aktoer is None:
        raise Regelbrudd(_("Demobrukeren %(navn)s mangler eller har mistet rollen.") % {"navn": brukernavn})
    return aktoer
