"""New pupils: a school tells by DUF number, the county takes them in or answers."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjema import Skjema
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.models import Virksomhet
from opplaering.actions.inntak import ta_inn_elev
from opplaering.actions.skolemelding import avvis_ny_elev, meld_ny_elev
from opplaering.forms.skolemelding import AvvisSkjema, NyElevSkjema, TaInnSkjema
from opplaering.lister_nye_elever import LESER, NYE_ELEVER
from opplaering.models import Skolemelding
from opplaering.queries.skolemeldinger import finn_skolemelding, personen_i
from opplaering.roller import FYLKET, SKOLEN


@krever(*LESER)
@require_safe
def nye_elever(request: HttpRequest) -> HttpResponse:
    """What schools have told; a school sees its own."""
    skolen = aktoer_i(request).har(*SKOLEN)
    return vis_liste(request, NYE_ELEVER, mal="opplaering/nye_elever.html", skolen=skolen)


@krever(*SKOLEN)
@require_http_methods(GET_POST)
def meld_elev(request: HttpRequest) -> HttpResponse:
    """The school tells of a new pupil. The answer is the same whether the number is known or not."""
    av = aktoer_i(request)
    skjema = NyElevSkjema(
        skrevet(request),
        skole=Virksomhet.objects.get(pk=av.virksomhet_id),
        initial={"innsending": uuid.uuid4()},
        avbryt=reverse("nye_elever"),
    )

    def gjoer(svar: NyElevSkjema) -> HttpResponse:
        meld_ny_elev(data=svar.eleven, innsending=svar.nr, av=av)
        messages.success(request, _("Meldt til fylkeskommunen. Eleven kommer i listen når den er tatt inn."))
        return redirect("nye_elever")

    return behandle(request, skjema, Svar("opplaering/meld_elev.html", {}, gjoer))


@krever(*FYLKET)
@require_http_methods(GET_POST)
def ny_elev(request: HttpRequest, elev_noekkel: UUID) -> HttpResponse:
    """What the school told beside who has the number: take in, or answer why not."""
    melding, av = finn_skolemelding(elev_noekkel), aktoer_i(request)
    if melding is None:
        raise Http404
    person = personen_i(melding)
    if person is not None:
        registrer_innsyn(person_id=person.pk, av=av, hvor="ny-elev")
    nei = request.POST.get("handling") == "nei"
    data = skrevet(request)
    inn, avvis = TaInnSkjema(None if nei else data), AvvisSkjema(data if nei else None)
    valgt: Skjema = avvis if nei else inn
    if valgt.is_bound and valgt.is_valid():
        try:
            return _svar(request, melding, valgt)
        except Regelbrudd as brudd:
            valgt.legg_til_regelbrudd(brudd)
    innhold = {"melding": melding, "person": person, "inn": inn, "avvis": avvis, "skjema": valgt}
    return render(request, "opplaering/ny_elev.html", innhold, status=AVVIST if valgt.errors else 200)


def _svar(request: HttpRequest, melding: Skolemelding, skjema: Skjema) -> HttpResponse:
    """Do what the form says. Raises Regelbrudd."""
    av, svar = aktoer_i(request), skjema.cleaned_data
    if isinstance(skjema, AvvisSkjema):
        avvis_ny_elev(melding=melding, svar=svar["svar"], av=av)
        messages.success(request, _("Skolen har fått svar."))
        return redirect("nye_elever")
    rad = ta_inn_elev(melding=melding, maalgruppe=svar["maalgruppe"], laereplan=svar["laereplan"], av=av)
    messages.success(request, _("Eleven er tatt inn."))
    return redirect("opplaering_deltaker", noekkel=rad.person.noekkel)
