"""Users on the way in and out, a message about the service, and look-ups for the auditor."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from integrering.grunnmur.datoer import pluss_aar
from integrering.tilgang import actions
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.api.actions import lag_apiklient
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Alvor, Driftsmelding, Virksomhet
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle

_INVITERT = (
    ("Vilde", "Vårløype", Rolle.KOMMUNE_FLYKTNINGTJENESTE),
    ("Mons", "Morgentåke", Rolle.KOMMUNE_ADMINISTRATOR),
)


def lag(i_dag: date) -> None:
    """Invite two in Trondheim, close one, and announce maintenance."""
    forvalter = aktoer_med_rolle("trondheimadmin", Rolle.KOMMUNE_ADMINISTRATOR)
    admin = aktoer_med_rolle("admin", Rolle.ADMINISTRATOR)
    if forvalter:
        _inviter(forvalter, i_dag)
        _koble_til(forvalter, i_dag)
    if admin:
        _varsle(admin, i_dag)


def _inviter(av: Aktoer, i_dag: date) -> None:
    with kontekst(kontekst_for(av)):
        sted = Virksomhet.objects.get(pk=av.virksomhet_id)
        for fornavn, etternavn, rolle in _INVITERT:
            adresse = f"{fornavn}.{etternavn}@trondheim.example".lower().replace("å", "aa").replace("ø", "oe")
            actions.inviter(
                hvem=actions.Hvem(fornavn, etternavn, adresse),
                valg=actions.Rollevalg(rolle, i_dag), virksomhet=sted, av=av,
            )  # fmt: skip
        sluttet = actions.inviter(
            hvem=actions.Hvem("Sigurd", "Sluttet", "sigurd.sluttet@trondheim.example"),
            valg=actions.Rollevalg(Rolle.KOMMUNE_FLYKTNINGTJENESTE, i_dag - timedelta(days=400)),
            virksomhet=sted, av=av,
        )  # fmt: skip
        actions.steng_rolle(tildeling=sluttet, av=av)


def _koble_til(av: Aktoer, i_dag: date) -> None:
    """Let the municipality have a professional system; nobody has seen its token."""
    with kontekst(kontekst_for(av)):
        sted = Virksomhet.objects.get(pk=av.virksomhet_id)
        lag_apiklient(virksomhet=sted, navn="Fagsystemet i prøvedrift", siste_dag=pluss_aar(i_dag, 1), av=av)


def _varsle(av: Aktoer, i_dag: date) -> None:
    fra = timezone.make_aware(datetime.combine(i_dag, time(0)))
    with kontekst(kontekst_for(av)):
        Driftsmelding.objects.create(
            tekst="Løsningen er nede for vedlikehold på lørdag kl. 08–10. Arbeidet ditt er lagret.",
            tekst_nn="Løysinga er nede for vedlikehald på laurdag kl. 08–10. Arbeidet ditt er lagra.",
            alvor=Alvor.INFO, fra=fra, til=fra + timedelta(days=7), endret_av_id=av.bruker_id,
        )  # fmt: skip
