"""The contact log: list, page, write down, change, call a visit off."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.oppfoelging import actions
from regionalt.oppfoelging.actions.punkt import har_ansvar
from regionalt.oppfoelging.forms.kontakt import AvlysSkjema, KontaktSkjema, kontaktverdier
from regionalt.oppfoelging.lister import KONTAKTER
from regionalt.oppfoelging.models import Kontakt
from regionalt.oppfoelging.queries import kontakter as queries
from regionalt.oppfoelging.roller import SKRIVER
from regionalt.queries.kommuner import finn_kommune
from regionalt.roller import LESER


@krever(*LESER)
@require_safe
def kontakter(request: HttpRequest) -> HttpResponse:
    """The contacts, the last first; a municipality sees those with itself."""
    kan_skrive = aktoer_i(request).har(*SKRIVER)
    return vis_liste(request, KONTAKTER, mal="oppfoelging/kontakter.html", kan_skrive=kan_skrive)


@krever(*LESER)
@require_safe
def kontakt(request: HttpRequest, kontaktlogg: UUID) -> HttpResponse:
    """One contact and what was agreed."""
    funnet, av = kontakt_eller_404(kontaktlogg), aktoer_i(request)
    innhold = {
        "kontakt": funnet,
        "kommuner": queries.kommunene_i(funnet),
        "punkter": [(p, har_ansvar(av, p)) for p in queries.punkter_i(funnet)],
        "kan_skrive": av.har(*SKRIVER),
    }
    return render(request, "oppfoelging/kontakt.html", innhold)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def kontakt_ny(request: HttpRequest) -> HttpResponse:
    """Write a contact down, or plan a visit; `?kommune=` is chosen beforehand, `?slag=` too."""
    av, kommune = aktoer_i(request), finn_kommune(request.GET.get("kommune", ""))
    tilbake = reverse("kommune", args=[kommune.nummer]) if kommune else reverse("oppfoelging:kontakter")
    start = {
        "innsending": uuid.uuid4(),
        "dato": timezone.localdate(),
        "kommuner": [kommune.nummer] if kommune else [],
        "slag": request.GET.get("slag", ""),
        "hos_oss": av.bruker_id,
        "hos_oss_navn": av.navn,
    }
    skjema = KontaktSkjema(skrevet(request), initial=start, avbryt=tilbake)

    def gjoer(svar: KontaktSkjema) -> HttpResponse:
        ny = actions.registrer_kontakt(data=svar.data_for_kontakten, innsending=svar.nr, av=av)
        messages.success(
            request, _("Besøket er planlagt.") if ny.planlagt else _("Kontakten er lagret i kontaktloggen.")
        )
        return redirect(adresse(ny))

    return behandle(request, skjema, Svar("oppfoelging/kontakt_skjema.html", {"kommune": kommune}, gjoer))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def kontakt_endre(request: HttpRequest, kontaktlogg: UUID) -> HttpResponse:
    """Change a contact, or write what happened on a visit."""
    funnet, av = kontakt_eller_404(kontaktlogg), aktoer_i(request)
    skjema = KontaktSkjema(skrevet(request), initial=kontaktverdier(funnet), avbryt=adresse(funnet))

    def gjoer(svar: KontaktSkjema) -> HttpResponse:
        versjon = svar.cleaned_data["versjon"] or 0
        actions.endre_kontakt(kontakt=funnet, versjon=versjon, data=svar.data_for_kontakten, av=av)
        messages.success(request, _("Kontakten er endret."))
        return redirect(adresse(funnet))

    innhold = {"kontakt": funnet}
    return behandle(request, skjema, Svar("oppfoelging/kontakt_skjema.html", innhold, gjoer, kontaktverdier))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def besoek_avlys(request: HttpRequest, kontaktlogg: UUID) -> HttpResponse:
    """Call a planned visit off."""
    funnet = kontakt_eller_404(kontaktlogg)
    start = {"versjon": funnet.versjon}
    skjema = AvlysSkjema(skrevet(request), initial=start, avbryt=adresse(funnet))

    def gjoer(svar: AvlysSkjema) -> HttpResponse:
        rent = svar.cleaned_data
        actions.avlys_besoek(
            kontakt=funnet, versjon=rent["versjon"], grunn=rent["grunn"], av=aktoer_i(request)
        )
        messages.success(request, _("Besøket er avlyst."))
        return redirect(adresse(funnet))

    innhold = {"kontakt": funnet, "kommuner": queries.kommunene_i(funnet)}
    return behandle(request, skjema, Svar("oppfoelging/besoek_avlys.html", innhold, gjoer))


def kontakt_eller_404(noekkel: UUID) -> Kontakt:
    """Return a contact the reader sees. Raises Http404."""
    funnet = queries.finn_kontakt(noekkel)
    if funnet is None:
        raise Http404
    return funnet


def adresse(kontakt: Kontakt) -> str:
    """Return where a contact is read."""
    return reverse("oppfoelging:kontakt", args=[kontakt.noekkel])
