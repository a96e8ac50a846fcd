"""Passwords: forgotten, chosen, changed. Every change ends all other sessions and is told of by e-mail."""

from __future__ import annotations

from datetime import timedelta

from axes.utils import reset as aapne_innloggingen
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang import epost, rules
from integrering.tilgang.actions.utboks import legg_i_utboks
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Passordlenke, Utsending
from integrering.tilgang.noekler import ny_noekkel, tellemerke, virker

GLEMT, BYTTET = "tilgang.glemt_passord", "tilgang.passord_byttet"
_EN_TIME = timedelta(hours=1)
_BEVARES = timedelta(days=30)


def be_om_nytt_passord(*, hvem: str, sted: str) -> None:
    """Order a link by e-mail for the user with this user name or address, if there is one.

    Nobody is logged in: the jobs' context looks the user up and writes. What is done, and how long it takes,
    is the same whether or not there is such a user; the e-mail is made by the worker.

    Args:
        hvem: what was typed.
        sted: the network address it came from.
    """
    naa, merker = timezone.now(), (tellemerke("hvem", hvem), tellemerke("sted", sted))
    with kontekst(motor_kontekst()), connection.cursor() as peker:
        for merke in sorted(merker):  # two at once are counted one after the other
            peker.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [merke])
        Passordlenke.objects.filter(opprettet__lt=naa - _BEVARES).delete()
        siste = Passordlenke.objects.filter(opprettet__gt=naa - _EN_TIME)
        if (
            siste.filter(hvem=merker[0]).count() >= rules.PASSORDLENKER_PER_TIME
            or siste.filter(hvorfra=merker[1]).count() >= rules.PASSORDLENKER_PER_STED_PER_TIME
        ):
            return
        bruker = _med_passord(hvem.strip())
        lenke = Passordlenke.objects.create(bruker=bruker, hvem=merker[0], hvorfra=merker[1])
        legg_i_utboks(bruker_id=bruker.pk if bruker else None, slag=GLEMT, gjelder=lenke.pk)


def _med_passord(hvem: str) -> Bruker | None:
    """Return the active user who has a password and is called this; the name before the address."""
    brukere = Bruker.objects.filter(Q(username=hvem) | Q(email__iexact=hvem), is_active=True).exclude(
        email=""
    )
    funnet = sorted(brukere, key=lambda b: b.username != hvem)
    return next((b for b in funnet if b.has_usable_password()), None)


def lag_glemt(utsending: Utsending) -> epost.Brev | None:
    """Make the e-mail, with a new key each time; the row keeps its fingerprint."""
    naa = timezone.now()
    lenke = Passordlenke.objects.filter(pk__in=[utsending.gjelder], brukt__isnull=True).first()
    if lenke is None:
        return None
    nylige = Passordlenke.objects.filter(bruker=lenke.bruker, opprettet__gt=naa - _EN_TIME).exclude(
        avtrykk=""
    )
    if nylige.exclude(pk=lenke.pk).count() >= rules.PASSORDLENKER_PER_TIME:
        return None
    noekkel, lenke.avtrykk = ny_noekkel()
    lenke.utloeper = naa + rules.PASSORDLENKE_VARER
    lenke.save(update_fields=["avtrykk", "utloeper"])
    return epost.Brev(
        gettext_lazy("Velg nytt passord i Integrering"),
        "tilgang/epost/glemt_passord.txt",
        {"lenke": epost.adresse(reverse("nytt_passord_lenke", args=[noekkel]))},
    )


def lag_byttet(utsending: Utsending) -> epost.Brev:
    """Make the e-mail that says that the password was changed."""
    return epost.Brev(gettext_lazy("Passordet ditt er endret"), "tilgang/epost/passord_byttet.txt")


def velg_nytt_passord(*, avtrykket: str, passord: str) -> None:
    """Choose a new password by the link in the e-mail. The link works once, for an hour.

    Args:
        avtrykket: the fingerprint of the key in the link.

    Raises:
        Regelbrudd: with field «passord1» when the password is too weak; else the link is spent.
    """
    # nobody is logged in: the key is what gives the right
    with kontekst(motor_kontekst()):
        lenke = (
            Passordlenke.objects.select_for_update(of=("self",))
            .select_related("bruker")
            .filter(virker(avtrykket))
            .first()
        )
        if lenke is None or lenke.bruker is None:
            raise Regelbrudd(_("Lenken virker ikke lenger. Be om en ny."))
        sett_passord(bruker=lenke.bruker, passord=passord)


def sett_passord(*, bruker: Bruker, passord: str) -> None:
    """Set a password, spend the user's links, open the login if it was locked, and tell the user.

    Raises:
        Regelbrudd: with field «passord1» when the password is too weak.
    """
    try:
        validate_password(passord, bruker)
    except ValidationError as feil:
        raise Regelbrudd({"passord1": feil.messages}) from feil
    hadde = bruker.has_usable_password()
    bruker.set_password(passord)
    bruker.save(update_fields=["password"])
    with kontekst(motor_kontekst()):
        Passordlenke.objects.filter(bruker=bruker, brukt__isnull=True).update(brukt=timezone.now())
    aapne_innloggingen(username=bruker.username)
    if hadde:
        legg_i_utboks(bruker_id=bruker.pk, slag=BYTTET)


def bytt_passord(*, request: HttpRequest, bruker: Bruker, gammelt: str, nytt: str) -> None:
    """Change one's own password. A wrong old one counts as a failed login (django-axes).

    Raises:
        Regelbrudd: with field «gammelt» or «passord1».
    """
    if authenticate(request, username=bruker.username, password=gammelt) is None:
        raise Regelbrudd({"gammelt": [_("Det gamle passordet er feil.")]})
    sett_passord(bruker=bruker, passord=nytt)


def finnes_lenken(avtrykket: str) -> bool:
    """Return True when a link with this fingerprint may be used now."""
    with kontekst(motor_kontekst()):
        return Passordlenke.objects.filter(virker(avtrykket)).exists()
