"""Classes at schools: list, page, new, change, and the list to print."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.kodelister import kodenavn
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.actions import registrer_innsyn_i_mange
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle
from opplaering.actions import hovedansvar as hovedansvaraction
from opplaering.actions import skoleklasse as actions
from opplaering.forms.skoleklasse import HovedansvarSkjema, SkoleklasseSkjema, skoleklasseverdier
from opplaering.kodeverk import UNDERVISNING
from opplaering.lister_skoler import SKOLEKLASSEELEVER, SKOLEKLASSER
from opplaering.models import Skoleklasse
from opplaering.queries import skoleklasser as queries
from opplaering.queries.skoleoversikt import finn_skole
from opplaering.roller import ALLE, FYLKET, SKRIVER
from opplaering.rules import hovedansvar as hovedansvarsregel


def skoleklasse_eller_404(noekkel: UUID) -> Skoleklasse:
    """Return the class. Raises Http404 for one the reader cannot see: never a 403."""
    klasse = queries.finn_skoleklasse(noekkel)
    if klasse is None:
        raise Http404
    return klasse


def min_skoleklasse(request: HttpRequest, noekkel: UUID) -> Skoleklasse:
    """Return a class the reader may change. Raises Http404, PermissionDenied."""
    klasse = skoleklasse_eller_404(noekkel)
    if not actions.er_skolens(aktoer_i(request), klasse.skole_id):
        raise PermissionDenied
    return klasse


def skole_eller_404(request: HttpRequest, nummer: str) -> Virksomhet:
    """Return a school; to a school itself no other school is there. Raises Http404."""
    funnet, av = finn_skole(nummer), aktoer_i(request)
    if funnet is None or (av.har(Rolle.SKOLEKONTAKT) and funnet.pk != av.virksomhet_id):
        raise Http404
    return funnet


@krever(*ALLE)
@require_safe
def skoleklasser(request: HttpRequest) -> HttpResponse:
    """The classes the reader may see."""
    av = aktoer_i(request)
    ny = reverse("skoleklasse_ny", args=[_egen_skole(av.virksomhet_id)]) if av.har(Rolle.SKOLEKONTAKT) else ""
    return vis_liste(
        request, SKOLEKLASSER, mal="opplaering/skoleklasser.html", ny_url=ny, fylket=av.har(*FYLKET)
    )


def _egen_skole(virksomhet_id: int) -> str:
    return Virksomhet.objects.only("nummer").get(pk=virksomhet_id).nummer


@krever(*ALLE)
@require_safe
def skoleklasse(request: HttpRequest, skoleklasse_noekkel: UUID) -> HttpResponse:
    """A class, who goes there, and who has the main responsibility when it is a combination class."""
    funnet, av = skoleklasse_eller_404(skoleklasse_noekkel), aktoer_i(request)
    skriver = actions.er_skolens(av, funnet.skole_id)
    avgjoerelser = queries.hovedansvaret(funnet) if funnet.kombinasjonsklasse else []
    gjelder = hovedansvarsregel.gjelder_paa(
        queries.som_avgjoerelser(avgjoerelser), min(max(timezone.localdate(), funnet.fra), funnet.til)
    )
    return vis_liste(
        request,
        SKOLEKLASSEELEVER,
        mal="opplaering/skoleklasse.html",
        velg="valgte" if skriver else "",
        klasse=funnet,
        skriver=skriver,
        fylket=av.har(*FYLKET),
        undervisning=", ".join(kodenavn(UNDERVISNING, kode) for kode in funnet.undervisning),
        avgjoerelser=avgjoerelser,
        gjelder=next((rad for rad in avgjoerelser if gjelder and rad.pk == gjelder.nr), None),
    )


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def skoleklasse_ny(request: HttpRequest, skolenummer: str) -> HttpResponse:
    """Make a class at a school; next, who is in it."""
    skole, av = skole_eller_404(request, skolenummer), aktoer_i(request)
    skjema = SkoleklasseSkjema(
        skrevet(request),
        skole=skole,
        initial={"innsending": uuid.uuid4(), "undervisning": ["alt"]},
        avbryt=reverse("skole", args=[skole.nummer]),
    )

    def gjoer(svar: SkoleklasseSkjema) -> HttpResponse:
        ny = actions.lag_skoleklasse(skole=skole, data=svar.data_for_klassen, innsending=svar.nr, av=av)
        messages.success(request, _("%(navn)s er lagret. Neste: sett inn elever.") % {"navn": ny.navn})
        return redirect("skoleklasse", skoleklasse_noekkel=ny.noekkel)

    return behandle(request, skjema, Svar("opplaering/skoleklasse_skjema.html", {"skole": skole}, gjoer))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def skoleklasse_endre(request: HttpRequest, skoleklasse_noekkel: UUID) -> HttpResponse:
    """Change a class."""
    funnet, av = min_skoleklasse(request, skoleklasse_noekkel), aktoer_i(request)
    tilbake = reverse("skoleklasse", args=[funnet.noekkel])
    skjema = SkoleklasseSkjema(
        skrevet(request), skole=funnet.skole, initial=skoleklasseverdier(funnet), avbryt=tilbake
    )

    def gjoer(svar: SkoleklasseSkjema) -> HttpResponse:
        actions.endre_skoleklasse(
            klasse=funnet, versjon=svar.cleaned_data["versjon"] or 0, data=svar.data_for_klassen, av=av
        )
        messages.success(request, _("%(navn)s er endret.") % {"navn": svar.cleaned_data["navn"]})
        return redirect(tilbake)

    innhold = {"klasse": funnet, "skole": funnet.skole}
    return behandle(
        request, skjema, Svar("opplaering/skoleklasse_skjema.html", innhold, gjoer, skoleklasseverdier)
    )


@krever(*FYLKET)
@require_http_methods(GET_POST)
def hovedansvar_nytt(request: HttpRequest, skoleklasse_noekkel: UUID) -> HttpResponse:
    """Record who has the main responsibility for a combination class."""
    funnet, av = min_skoleklasse(request, skoleklasse_noekkel), aktoer_i(request)
    if not funnet.kombinasjonsklasse:
        raise Http404
    tilbake = reverse("skoleklasse", args=[funnet.noekkel])
    start = {"fra": funnet.fra, "bestemt": timezone.localdate()}
    skjema = HovedansvarSkjema(skrevet(request), initial=start, avbryt=tilbake)

    def gjoer(svar: HovedansvarSkjema) -> HttpResponse:
        hovedansvaraction.avgjoer_hovedansvar(klasse=funnet, data=svar.avgjoerelse, av=av)
        messages.success(request, _("Avgjørelsen er lagret."))
        return redirect(tilbake)

    return behandle(request, skjema, Svar("opplaering/hovedansvar.html", {"klasse": funnet}, gjoer))


@krever(*SKRIVER)
@require_safe
def klasseliste(request: HttpRequest, skoleklasse_noekkel: UUID) -> HttpResponse:
    """The class list to print: names and birth dates, nothing else. Each look is logged."""
    funnet, i_dag = min_skoleklasse(request, skoleklasse_noekkel), timezone.localdate()
    rader = queries.i_klassen_naa(funnet, i_dag)
    ider = [rad.person_id for rad in rader]
    registrer_innsyn_i_mange(person_ider=ider, av=aktoer_i(request), hvor="klasseliste")
    return render(request, "opplaering/klasseliste.html", {"klasse": funnet, "rader": rader, "i_dag": i_dag})
