"""Doors: forgotten password, invitation, «Min side».

A link's key is taken out of the address at once: its fingerprint is put in the session, and the reader is
sent on to an address without it, so that it stands in no history, no Referer and no log.
"""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.tilgang import actions, epost, queries
from integrering.tilgang.adresse import klientens
from integrering.tilgang.forms import BytteSkjema, GlemtPassordSkjema, MinSideSkjema, NyttPassordSkjema
from integrering.tilgang.models import Bruker, Invitasjon
from integrering.tilgang.noekler import avtrykk
from integrering.tilgang.views.innlogging import husk_innlogging

# where a key is kept in the session, and the name of the address it leads on to
INVITASJON, NYTT_PASSORD = "invitasjon", "nytt_passord"
_BAKENDE = "django.contrib.auth.backends.ModelBackend"


@never_cache
@require_safe
def ta_noekkelen(request: HttpRequest, lenke: str, hvor: str) -> HttpResponse:
    """Put the key's fingerprint in the session, and lead on to the address without it."""
    request.session[hvor] = avtrykk(lenke)
    svar = redirect(hvor)
    svar.headers["Referrer-Policy"] = "no-referrer"
    return svar


# --- Forgotten password ---


@never_cache
@require_http_methods(GET_POST)
def glemt_passord(request: HttpRequest) -> HttpResponse:
    """Ask for a link. The answer is the same whether or not there is such a user."""
    skjema = GlemtPassordSkjema(skrevet(request))

    def gjoer(svar: GlemtPassordSkjema) -> HttpResponse:
        actions.be_om_nytt_passord(hvem=svar.cleaned_data["hvem"], sted=klientens(request))
        return render(request, "tilgang/glemt_passord_sendt.html")

    innhold = {"epost_virker": epost.er_satt_opp()}
    return behandle(request, skjema, Svar("tilgang/glemt_passord.html", innhold, gjoer))


@never_cache
@sensitive_post_parameters()
@require_http_methods(GET_POST)
def nytt_passord(request: HttpRequest) -> HttpResponse:
    """Choose a new password by the link."""
    avtrykket = str(request.session.get(NYTT_PASSORD, ""))
    if not actions.finnes_lenken(avtrykket):
        return render(request, "tilgang/lenken_virker_ikke.html", status=404)

    def gjoer(svar: NyttPassordSkjema) -> HttpResponse:
        actions.velg_nytt_passord(avtrykket=avtrykket, passord=svar.cleaned_data["passord1"])
        request.session.flush()
        messages.success(request, _("Passordet er endret. Logg inn med det nye."))
        return redirect("logg_inn")

    skjema = NyttPassordSkjema(skrevet(request))
    return behandle(request, skjema, Svar("tilgang/nytt_passord.html", {}, gjoer))


# --- Invitation ---


@never_cache
@sensitive_post_parameters()
@require_http_methods(GET_POST)
def invitasjon(request: HttpRequest) -> HttpResponse:
    """Choose the first password, or ask for a new invitation when this one has expired."""
    inv = queries.finn_invitasjon(str(request.session.get(INVITASJON, "")))
    if inv is None or inv.trukket or not inv.bruker.is_active:
        return render(request, "tilgang/invitasjon_ukjent.html", status=404)
    if inv.brukt:
        return render(request, "tilgang/invitasjon_brukt.html", status=410)
    if inv.utloeper is None or inv.utloeper <= timezone.now():
        return _utloept(request, inv)

    def gjoer(svar: NyttPassordSkjema) -> HttpResponse:
        passord = svar.cleaned_data["passord1"]
        return _velkommen(request, actions.ta_imot_invitasjon(avtrykket=inv.avtrykk, passord=passord))

    skjema = NyttPassordSkjema(skrevet(request))
    return behandle(request, skjema, Svar("tilgang/invitasjon.html", {"invitasjon": inv}, gjoer))


def _utloept(request: HttpRequest, inv: Invitasjon) -> HttpResponse:
    feil, sendt = "", False
    if request.method == "POST":
        try:
            actions.be_om_ny_invitasjon(invitasjon_id=inv.pk)
            sendt = True
        except Regelbrudd as brudd:
            feil = str(brudd)
    innhold = {"feil": feil, "sendt": sendt}
    return render(request, "tilgang/invitasjon_utloept.html", innhold, status=200 if sendt else 410)


def _velkommen(request: HttpRequest, bruker: Bruker) -> HttpResponse:
    request.session.pop(INVITASJON, None)
    login(request, bruker, backend=_BAKENDE)
    messages.success(request, _("Passordet er lagret, og du er logget inn. Velkommen!"))
    svar = redirect("forside")
    husk_innlogging(request, svar, bruker)
    return svar


# --- One's own page ---


@login_required
@require_http_methods(GET_POST)
def min_side(request: HttpRequest) -> HttpResponse:
    """Show and change what one is called and which language one reads."""
    bruker = Bruker.objects.get(pk=request.user.pk or 0)
    naa = {"fornavn": bruker.first_name, "etternavn": bruker.last_name, "maalform": bruker.maalform}
    skjema = MinSideSkjema(skrevet(request), initial=naa)

    def gjoer(svar: MinSideSkjema) -> HttpResponse:
        actions.endre_min_side(bruker_id=bruker.pk, **svar.cleaned_data)
        messages.success(request, _("Lagret."))
        return _til_min_side(request, Bruker.objects.get(pk=bruker.pk))

    innhold = {"bruker": bruker, "roller": queries.gyldige_roller(bruker.pk, timezone.localdate())}
    return behandle(request, skjema, Svar("tilgang/min_side.html", innhold, gjoer))


@login_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(GET_POST)
def bytt_passord(request: HttpRequest) -> HttpResponse:
    """Change one's own password; this session goes on, all others end."""
    bruker = Bruker.objects.get(pk=request.user.pk or 0)

    def gjoer(svar: BytteSkjema) -> HttpResponse:
        v = svar.cleaned_data
        actions.bytt_passord(request=request, bruker=bruker, gammelt=v["gammelt"], nytt=v["passord1"])
        update_session_auth_hash(request, bruker)
        messages.success(request, _("Passordet er endret. Du er logget ut alle andre steder."))
        return _til_min_side(request, bruker)

    return behandle(request, BytteSkjema(skrevet(request)), Svar("tilgang/bytt_passord.html", {}, gjoer))


def _til_min_side(request: HttpRequest, bruker: Bruker) -> HttpResponse:
    svar = redirect("min_side")
    husk_innlogging(request, svar, bruker)
    return svar
