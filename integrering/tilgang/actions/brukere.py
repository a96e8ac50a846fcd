"""Users and roles without the administration: invite, change, close, open.

The administrator of a municipality does it at home, the county's administrator everywhere in the county.
What is written, is written in the context of the one who does it: the database knows the same walls
(see migration 0005). Only what lies outside them (making the user, ending sessions) is done as the jobs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang import queries
from integrering.tilgang.actions.invitasjon import send_invitasjon, trekk_invitasjon
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Rolletildeling, Utsending, Virksomhet
from integrering.tilgang.roller import ROLLER_I, Rolle

LIKEVEL = "likevel"


@dataclass(frozen=True)
class Rollevalg:
    """Which role, and when. `til` is the last day, included; None: no end."""

    rolle: Rolle
    fra: date
    til: date | None = None
    skjermede: bool = False


@dataclass(frozen=True)
class Hvem:
    """The one who is invited."""

    fornavn: str
    etternavn: str
    epost: str


def inviter(
    *, hvem: Hvem, valg: Rollevalg, virksomhet: Virksomhet, av: Aktoer, noekkel: str = ""
) -> Rolletildeling:
    """Give someone a role, and invite them by e-mail when they have no user yet.

    Args:
        noekkel: of the form; the same one twice gives the same role, and one e-mail.

    Raises:
        IkkeTilgang: not one's own organisation, or not a role of it.
        Regelbrudd: they have the role already; the period is wrong; the user is deactivated.
    """
    _krev_forvalter(av, virksomhet)
    _sjekk_valg(valg, virksomhet, av)
    adresse, merke = hvem.epost.strip().lower(), f"invitasjon:{noekkel}" if noekkel else ""
    _laas(f"tilgang.bruker.{adresse}")
    bruker, finnes = _finn_eller_lag(hvem, adresse, virksomhet)
    tidligere = Rolletildeling.objects.filter(bruker=bruker, virksomhet=virksomhet, rolle=valg.rolle)
    with kontekst(motor_kontekst()):
        gjort = bool(merke) and Utsending.objects.filter(noekkel=merke).exists()
    if gjort and (samme := tidligere.order_by("-id").first()):
        return samme
    if finnes and tidligere.filter(Q(til__isnull=True) | Q(til__gte=valg.fra), stengt__isnull=True).exists():
        raise Regelbrudd({"epost": [_("Brukeren har allerede denne rollen her.")]})
    if finnes and tidligere.filter(fra=valg.fra).exists():
        raise Regelbrudd({"epost": [_("Brukeren har hatt denne rollen. Åpne den igjen i listen.")]})
    tildeling = Rolletildeling.objects.create(
        bruker=bruker, virksomhet=virksomhet, rolle=valg.rolle, fra=valg.fra, til=valg.til,
        kan_se_skjermede=valg.skjermede, endret_av_id=av.bruker_id,
    )  # fmt: skip
    send_invitasjon(bruker=bruker, virksomhet_id=virksomhet.pk, invitert_av_id=av.bruker_id, noekkel=merke)
    return tildeling


def send_paa_nytt(*, tildeling: Rolletildeling, av: Aktoer) -> None:
    """Send the invitation again; the former link stops working.

    Raises:
        Regelbrudd: the user has chosen a password already, or the role is closed.
    """
    _krev_forvalter(av, tildeling.virksomhet)
    if tildeling.stengt or tildeling.bruker.has_usable_password():
        raise Regelbrudd(_("Brukeren har logget inn før, eller rollen er stengt. Det er ingenting å sende."))
    send_invitasjon(
        bruker=tildeling.bruker, virksomhet_id=tildeling.virksomhet_id, invitert_av_id=av.bruker_id
    )


def endre_rolle(
    *, tildeling: Rolletildeling, valg: Rollevalg, versjon: int, av: Aktoer, likevel: bool = False
) -> None:
    """Change which role, and when.

    Args:
        versjon: of the row the form was made from.
        likevel: yes, also when nobody is administrator afterwards, or it is one's own.

    Raises:
        Konflikt: somebody else changed it meanwhile.
        Regelbrudd: with field «likevel» when that must be said first.
    """
    _krev_forvalter(av, tildeling.virksomhet)
    _sjekk_valg(valg, tildeling.virksomhet, av)
    _krev_min_aa_aapne(tildeling, av)
    if valg.rolle != tildeling.rolle or (valg.til and not tildeling.til):
        _vokt_siste(tildeling, av, likevel)
    like = Rolletildeling.objects.filter(
        bruker_id=tildeling.bruker_id, virksomhet_id=tildeling.virksomhet_id, rolle=valg.rolle, fra=valg.fra
    )
    if like.exclude(pk=tildeling.pk).exists():
        raise Regelbrudd({"fra": [_("Brukeren har denne rollen fra samme dag fra før.")]})
    felt: dict[str, Any] = {"rolle": valg.rolle.value, "fra": valg.fra, "til": valg.til}
    if av.har(Rolle.ADMINISTRATOR):
        felt["kan_se_skjermede"] = valg.skjermede
    tildeling.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **felt)


def steng_rolle(*, tildeling: Rolletildeling, av: Aktoer, likevel: bool = False) -> None:
    """Close a role at once: it counts for nothing, and the user is logged out everywhere.

    Raises:
        Regelbrudd: it is the county's last administrator; or, with field «likevel», see `endre_rolle`.
    """
    _krev_forvalter(av, tildeling.virksomhet)
    if tildeling.stengt:
        return
    _vokt_siste(tildeling, av, likevel)
    tildeling.lagre_over(versjon=tildeling.versjon, bruker_id=av.bruker_id, stengt=timezone.now())
    avslutt_sesjoner(bruker_id=tildeling.bruker_id)
    # the jobs see roles elsewhere too: an invitation goes with the last of them
    with kontekst(motor_kontekst()):
        har_flere = Rolletildeling.objects.filter(bruker_id=tildeling.bruker_id, stengt__isnull=True).exists()
    if not har_flere:
        trekk_invitasjon(bruker_id=tildeling.bruker_id)


def aapne_rolle(*, tildeling: Rolletildeling, av: Aktoer) -> None:
    """Open a closed role again, without an end; someone who never chose a password is invited again.

    Raises:
        Regelbrudd: the role saw protected persons, and it is not the county's administrator who asks.
    """
    _krev_forvalter(av, tildeling.virksomhet)
    if not tildeling.stengt:
        return
    _krev_min_aa_aapne(tildeling, av)
    tildeling.lagre_over(versjon=tildeling.versjon, bruker_id=av.bruker_id, stengt=None, til=None)
    if not tildeling.bruker.has_usable_password():
        send_paa_nytt(tildeling=tildeling, av=av)


def avslutt_sesjoner(*, bruker_id: int) -> None:
    """Log a user out everywhere."""
    with kontekst(motor_kontekst()):
        Bruker.objects.filter(pk=bruker_id).update(sesjonsrunde=F("sesjonsrunde") + 1)


def deaktiver_bruker(*, bruker: Bruker, av: Aktoer) -> None:
    """Shut a user out wholly, at once.

    Raises:
        Regelbrudd: it is oneself, or the county's last administrator.
    """
    av.krev(Rolle.ADMINISTRATOR)
    if bruker.pk == av.bruker_id:
        raise Regelbrudd(_("Du kan ikke deaktivere deg selv."))
    _laas("tilgang.administrator")
    andre = queries.administratorer().exclude(bruker=bruker)
    if queries.administratorer().filter(bruker=bruker).exists() and not andre.exists():
        raise Regelbrudd(
            _("Dette er den siste administratoren i fylkeskommunen. Gi rollen til en annen først.")
        )
    with kontekst(motor_kontekst()):
        Bruker.objects.filter(pk=bruker.pk).update(is_active=False, sesjonsrunde=F("sesjonsrunde") + 1)
    trekk_invitasjon(bruker_id=bruker.pk)


def er_siste_administrator(tildeling: Rolletildeling) -> bool:
    """Return True when the organisation has no other administrator who can log in."""
    if tildeling.rolle == Rolle.ADMINISTRATOR:
        return not queries.administratorer().exclude(bruker_id=tildeling.bruker_id).exists()
    andre = Rolletildeling.objects.filter(
        queries.gjelder(timezone.localdate()),
        virksomhet_id=tildeling.virksomhet_id,
        rolle=Rolle.KOMMUNE_ADMINISTRATOR,
        bruker__is_active=True,
    ).exclude(pk=tildeling.pk)
    return tildeling.rolle == Rolle.KOMMUNE_ADMINISTRATOR and not andre.exists()


def _vokt_siste(tildeling: Rolletildeling, av: Aktoer, likevel: bool) -> None:
    """Let nobody shut out the last administrator, or oneself, by accident; two at once wait in turn."""
    _laas(f"tilgang.forvaltere.{tildeling.virksomhet_id}")
    siste = er_siste_administrator(tildeling)
    if siste and tildeling.rolle == Rolle.ADMINISTRATOR:
        raise Regelbrudd(
            _("Dette er den siste administratoren i fylkeskommunen. Gi rollen til en annen først.")
        )
    if likevel:
        return
    if tildeling.bruker_id == av.bruker_id:
        raise Regelbrudd({LIKEVEL: [_("Dette er din egen rolle. Kryss av for å miste den.")]})
    if siste:
        melding = _("Dette er den siste administratoren i %(sted)s. Kryss av for å fortsette.")
        raise Regelbrudd({LIKEVEL: [melding % {"sted": tildeling.virksomhet}]})


def _krev_forvalter(av: Aktoer, virksomhet: Virksomhet) -> None:
    if not queries.kan_forvalte(av, virksomhet):
        raise IkkeTilgang(_("Rollen din kan ikke gjøre dette."))


def _krev_min_aa_aapne(tildeling: Rolletildeling, av: Aktoer) -> None:
    if tildeling.kan_se_skjermede and not av.har(Rolle.ADMINISTRATOR):
        raise Regelbrudd(
            _("Rollen gir tilgang til personer med adressebeskyttelse. Bare fylkeskommunen kan endre den.")
        )


def _sjekk_valg(valg: Rollevalg, virksomhet: Virksomhet, av: Aktoer) -> None:
    if valg.rolle not in ROLLER_I[virksomhet.type] or (valg.skjermede and not av.har(Rolle.ADMINISTRATOR)):
        raise IkkeTilgang(_("Rollen din kan ikke gjøre dette."))
    if valg.til is not None and valg.til < valg.fra:
        raise Regelbrudd({"til": [_("Siste dag må være samme dag som første dag eller senere.")]})


def _finn_eller_lag(hvem: Hvem, adresse: str, virksomhet: Virksomhet) -> tuple[Bruker, bool]:
    """Return the user with this address, and whether it was there before (its name is then left alone)."""
    # the jobs see users elsewhere too; nothing of them is shown to the one who invites
    with kontekst(motor_kontekst()):
        bruker = Bruker.objects.filter(email__iexact=adresse).first()
        if bruker is not None:
            if not bruker.is_active:
                raise Regelbrudd(
                    {"epost": [_("Denne adressen kan ikke inviteres. Ta kontakt med fylkeskommunen.")]}
                )
            return bruker, True
        navn = adresse[:150]
        if Bruker.objects.filter(username=navn).exists():
            raise Regelbrudd(
                {"epost": [_("Denne adressen kan ikke inviteres. Ta kontakt med fylkeskommunen.")]}
            )
        maalform = virksomhet.maalform if virksomhet.maalform in {"nb", "nn"} else "nb"
        bruker = Bruker(
            username=navn, email=adresse, first_name=hvem.fornavn, last_name=hvem.etternavn, maalform=maalform
        )
        bruker.set_unusable_password()
        bruker.save()
        return bruker, False


def _laas(navn: str) -> None:
    with connection.cursor() as peker:
        peker.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [navn])
