"""Give municipalities a contact, and end it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt import actions
from regionalt.forms.kontakt import AvsluttKontaktSkjema, KontaktSkjema
from regionalt.queries.kommuner import finn_kommune
from regionalt.queries.kontakter import finn_kontakt
from regionalt.roller import FOELGER_OPP


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def kontakt_ny(request: HttpRequest) -> HttpResponse:
    """Give one or more municipalities a contact; `?kommune=` is chosen beforehand."""
    kommune = finn_kommune(request.GET.get("kommune", ""))
    tilbake = reverse("kommune", args=[kommune.nummer]) if kommune else reverse("kommuner")
    start = {"fra": timezone.localdate(), "kommuner": [kommune.nummer] if kommune else []}
    skjema = KontaktSkjema(skrevet(request), initial=start, avbryt=tilbake)

    def gjoer(svar: KontaktSkjema) -> HttpResponse:
        kontaktperson = svar.bruker("kontaktperson")
        assert kontaktperson is not None  # noqa: S101 - the form asks for one
        antall = actions.sett_kontakt(
            kommuner=svar.valgte,
            kontaktperson=kontaktperson,
            stedfortreder=svar.bruker("stedfortreder"),
            fra=svar.cleaned_data["fra"],
            av=aktoer_i(request),
        )
        tekst = ngettext(
            "%(navn)s er kontakt for %(antall)s kommune.",
            "%(navn)s er kontakt for %(antall)s kommuner.",
            antall,
        )
        messages.success(request, tekst % {"navn": kontaktperson, "antall": antall})
        return redirect(tilbake)

    return behandle(request, skjema, Svar("regionalt/kontakt.html", {"kommune": kommune}, gjoer))


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def kontakt_avslutt(request: HttpRequest, kommunekontakt: UUID) -> HttpResponse:
    """End a contact: the municipality has none until it is given another."""
    kontakt = finn_kontakt(kommunekontakt)
    if kontakt is None:
        raise Http404
    tilbake = reverse("kommune", args=[kontakt.kommune.nummer])
    start = {"versjon": kontakt.versjon, "til": kontakt.til or timezone.localdate()}
    skjema = AvsluttKontaktSkjema(skrevet(request), initial=start, avbryt=tilbake)

    def gjoer(svar: AvsluttKontaktSkjema) -> HttpResponse:
        data = svar.cleaned_data
        actions.avslutt_kontakt(
            kontakt=kontakt, versjon=data["versjon"], til=data["til"], av=aktoer_i(request)
        )
        messages.success(request, _("Kontakten er avsluttet."))
        return redirect(tilbake)

    innhold = {"kontakt": kontakt, "kommune": kontakt.kommune}
    return behandle(
        request, skjema, Svar("regionalt/kontakt_avslutt.html", innhold, gjoer, lambda k: {"til": k.til})
    )
