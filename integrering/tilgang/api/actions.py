"""Give a municipality's professional system a token, take it back, and forget old answers."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang import queries
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.api.models import Apiklient, Apisvar
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Virksomhet
from integrering.tilgang.noekler import ny_noekkel

TOKEN_VARER_HOEYST = timedelta(days=731)
# A system that was down over a holiday may still ask again.
SVAR_BEVARES = timedelta(days=7)
_BEGYNNELSE = 8


@transaction.atomic
def lag_apiklient(*, virksomhet: Virksomhet, navn: str, siste_dag: date, av: Aktoer) -> tuple[Apiklient, str]:
    """Make the client of a municipality. Returns it with the token, which is never seen again.

    Raises:
        IkkeTilgang: not one's own municipality.
        Regelbrudd: it has an open client, or the last day is past or more than two years ahead.
    """
    _krev_forvalter(av, virksomhet)
    i_dag = timezone.localdate()
    if not i_dag <= siste_dag <= i_dag + TOKEN_VARER_HOEYST:
        raise Regelbrudd({"siste_dag": [_("Velg en dag fra i dag til to år fram.")]})
    # two at once wait in turn
    Virksomhet.objects.select_for_update().get(pk=virksomhet.pk)
    if Apiklient.objects.filter(virksomhet=virksomhet, trukket__isnull=True).exists():
        raise Regelbrudd(
            _("%(sted)s har alt et fagsystem. Trekk tilbake tokenet det har, før du lager et nytt.")
            % {"sted": virksomhet}
        )
    token, avtrykk = ny_noekkel()
    klient = Apiklient.objects.create(
        virksomhet=virksomhet,
        bruker=_registrator(virksomhet, navn.strip(), token[:_BEGYNNELSE]),
        navn=navn.strip(),
        begynner=token[:_BEGYNNELSE],
        avtrykk=avtrykk,
        siste_dag=siste_dag,
    )
    return klient, token


def trekk_apiklient(*, klient: Apiklient, av: Aktoer) -> None:
    """Take the token back: it stops working at once. What it has registered, stands."""
    _krev_forvalter(av, klient.virksomhet)
    Apiklient.objects.filter(pk=klient.pk, trukket__isnull=True).update(trukket=timezone.now())


def rydd_apisvar() -> int:
    """Delete answers older than `SVAR_BEVARES`; return how many. Their keys may then be used again."""
    with kontekst(motor_kontekst()):
        return Apisvar.objects.filter(opprettet__lt=timezone.now() - SVAR_BEVARES).delete()[0]


def _krev_forvalter(av: Aktoer, virksomhet: Virksomhet) -> None:
    if virksomhet.type != "kommune" or not queries.kan_forvalte(av, virksomhet):
        raise IkkeTilgang(_("Rollen din kan ikke gjøre dette."))


def _registrator(virksomhet: Virksomhet, navn: str, begynner: str) -> Bruker:
    """Return a user for the system to register as: without password, role and e-mail, and not active."""
    # the jobs make users; a municipal administrator may not
    with kontekst(motor_kontekst()):
        bruker = Bruker(
            username=f"fagsystem-{virksomhet.nummer}-{begynner}", first_name=navn, is_active=False
        )
        bruker.set_unusable_password()
        bruker.save()
        return bruker
