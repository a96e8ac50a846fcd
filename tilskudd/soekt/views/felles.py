"""What the doors share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.skjema import Skjema
from integrering.grunnmur.skjemasvar import Svar, behandle
from tilskudd.soekt.models import Soeknad, Tilstand
from tilskudd.soekt.queries.soeknader import finn_soeknad, hullene
from tilskudd.soekt.rules.steg import Steg, neste

PAA_PAPIRET = (Tilstand.INNVILGET, Tilstand.I_GANG)
_UTKASTETS = (Steg.TILTAK, Steg.BUDSJETT, Steg.PARTNER, Steg.VILKAAR)


def finn(noekkel: UUID) -> Soeknad:
    """Return the application. Raises Http404."""
    funnet = finn_soeknad(noekkel)
    if funnet is None:
        raise Http404
    return funnet


def adresse(soeknad: Soeknad) -> str:
    """Return where the application is read."""
    return reverse("soekt:soeknad", args=[soeknad.noekkel])


def stengt(request: HttpRequest, soeknad: Soeknad, *tilstander: Tilstand) -> HttpResponse | None:
    """Return the way back when the application is not where this may be done; None when it is."""
    if soeknad.tilstand in tilstander:
        return None
    messages.info(
        request,
        _("Søknaden er i tilstanden «%(tilstand)s», så dette kan ikke gjøres nå.")
        % {"tilstand": soeknad.get_tilstand_display()},
    )
    return redirect(adresse(soeknad))


def videre(soeknad: Soeknad, her: Steg) -> str:
    """Return the next page of a draft with something missing; the application itself when it is this one."""
    naa = finn(soeknad.noekkel)
    steg = neste(naa.tilstand, hullene(naa, timezone.localdate()), godkjent=False)
    if steg == her or steg not in _UTKASTETS:
        return adresse(soeknad)
    return reverse(f"soekt:{steg}", args=[soeknad.noekkel])


def skjemaside(
    request: HttpRequest,
    soeknad: Soeknad,
    skjema: Skjema,
    overskrift: str,
    gjoer: Callable[[Any], None],
    *,
    melding: str = "",
    til: Callable[[], str] | None = None,
    naa: Callable[[Any], Mapping[str, Any]] = lambda gjelder: {},
    mal: str = "soekt/skjema.html",
    **mer: Any,
) -> HttpResponse:
    """Show a form of an application, or do what it says and go on."""

    def utfoer(svar: Any) -> HttpResponse:
        gjoer(svar)
        messages.success(request, melding or _("Lagret."))
        return redirect(til() if til else adresse(soeknad))

    innhold = {"soeknad": soeknad, "overskrift": overskrift, **mer}
    return behandle(request, skjema, Svar(mal, innhold, utfoer, naa))
