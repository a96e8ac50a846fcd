"""Invitations: sent, used once within seven days, asked for again, withdrawn."""

from __future__ import annotations

import uuid

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang import epost, rules
from integrering.tilgang.actions.passord import sett_passord
from integrering.tilgang.actions.utboks import legg_i_utboks
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Invitasjon, Utsending
from integrering.tilgang.noekler import ny_noekkel, virker

INVITASJON, NY_ROLLE = "tilgang.invitasjon", "tilgang.ny_rolle"


def send_invitasjon(*, bruker: Bruker, virksomhet_id: int, invitert_av_id: int, noekkel: str = "") -> None:
    """Order an invitation for a user who has no password yet; others are told that they have a new role."""
    # keys are the jobs' table; who may invite whom is checked by the one that calls this
    with kontekst(motor_kontekst()):
        if bruker.has_usable_password():
            legg_i_utboks(bruker_id=bruker.pk, slag=NY_ROLLE, noekkel=noekkel)
            return
        aapen, ny = Invitasjon.objects.get_or_create(
            bruker=bruker, brukt=None, trukket=None,
            defaults={"virksomhet_id": virksomhet_id, "invitert_av_id": invitert_av_id},
        )  # fmt: skip
        if not ny:
            _bestill(aapen)
        legg_i_utboks(bruker_id=bruker.pk, slag=INVITASJON, gjelder=aapen.pk, noekkel=noekkel)


def trekk_invitasjon(*, bruker_id: int) -> None:
    """Let the user's open invitation, and the link in it, count for nothing."""
    with kontekst(motor_kontekst()):
        Invitasjon.objects.filter(bruker_id=bruker_id, brukt=None, trukket=None).update(
            trukket=timezone.now()
        )


def be_om_ny_invitasjon(*, invitasjon_id: uuid.UUID) -> None:
    """Send a link that has expired again, to the same address, at most once an hour.

    Raises:
        Regelbrudd: it was sent less than an hour ago, or it was used or withdrawn.
    """
    # nobody is logged in: the spent key is what gives the right to a new one at the same address
    with kontekst(motor_kontekst()):
        aapen = (
            Invitasjon.objects.select_for_update().filter(pk=invitasjon_id, brukt=None, trukket=None).first()
        )
        if aapen is None:
            raise Regelbrudd(_("Invitasjonen gjelder ikke lenger. Ta kontakt med den som inviterte deg."))
        if not rules.kan_sendes_igjen(aapen.bestilt, timezone.now()):
            raise Regelbrudd(_("En ny invitasjon er allerede på vei. Se i innboksen og søppelposten din."))
        _bestill(aapen, bedt_om_ny=timezone.now())
        legg_i_utboks(bruker_id=aapen.bruker_id, slag=INVITASJON, gjelder=aapen.pk)


def ta_imot_invitasjon(*, avtrykket: str, passord: str) -> Bruker:
    """Choose the first password by the link in the invitation; return the user. The link works once.

    Args:
        avtrykket: the fingerprint of the key in the link.

    Raises:
        Regelbrudd: with field «passord1» when the password is too weak; else the link is spent.
    """
    # nobody is logged in: the key is what gives the right
    with kontekst(motor_kontekst()):
        aapen = (
            Invitasjon.objects.select_for_update(of=("self",))
            .select_related("bruker")
            .filter(virker(avtrykket), trukket=None)
            .first()
        )
        if aapen is None:
            raise Regelbrudd(_("Invitasjonen virker ikke lenger. Be om en ny."))
        sett_passord(bruker=aapen.bruker, passord=passord)
        Invitasjon.objects.filter(pk=aapen.pk).update(brukt=timezone.now())
        return aapen.bruker


def lag_invitasjon(utsending: Utsending) -> epost.Brev | None:
    """Make the e-mail, with a new key each time (the former stops working); the row keeps its fingerprint."""
    inv = (
        Invitasjon.objects.select_related("virksomhet", "invitert_av")
        .filter(pk__in=[utsending.gjelder], brukt=None, trukket=None)
        .first()
    )
    if inv is None:
        return None
    noekkel, inv.avtrykk = ny_noekkel()
    inv.utloeper = timezone.now() + rules.INVITASJON_VARER
    inv.sendt_antall += 1
    inv.save(update_fields=["avtrykk", "utloeper", "sendt_antall"])
    return epost.Brev(
        gettext_lazy("Invitasjon til Integrering"),
        "tilgang/epost/invitasjon.txt",
        {
            "lenke": epost.adresse(reverse("invitasjon_lenke", args=[noekkel])),
            "hvem": str(inv.invitert_av),
            "virksomhet": inv.virksomhet.navn,
            "utloeper": inv.utloeper,
        },
    )


def lag_ny_rolle(utsending: Utsending) -> epost.Brev:
    """Make the e-mail that says that the user has a new role; which one stands on «Min side»."""
    return epost.Brev(
        gettext_lazy("Du har fått en ny rolle i Integrering"),
        "tilgang/epost/ny_rolle.txt",
        {"lenke": epost.adresse(reverse("min_side"))},
    )


def _bestill(aapen: Invitasjon, **felt: object) -> None:
    Invitasjon.objects.filter(pk=aapen.pk).update(bestilt=timezone.now(), **felt)
