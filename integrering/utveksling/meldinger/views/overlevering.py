"""What was handed over by hand about a protected person."""

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

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST
from integrering.nir.models import Person
from integrering.nir.queries.person import finn_person
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.meldinger import actions
from integrering.utveksling.meldinger.forms.melding import OverleveringSkjema
from integrering.utveksling.meldinger.models import Overlevering
from integrering.utveksling.meldinger.queries import lesing
from integrering.utveksling.meldinger.views.felles import MED_PERSONER


def _person(request: HttpRequest, noekkel: UUID) -> Person:
    """Return the person for one with the scope. To others there is nothing here."""
    person = finn_person(noekkel) if aktoer_i(request).skjermede else None
    if person is None:
        raise Http404
    return person


@krever(*MED_PERSONER)
@require_safe
def overleveringer(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """What has been handed over about the person."""
    person = _person(request, noekkel)
    registrer_innsyn(person_id=person.pk, av=aktoer_i(request), hvor="overleveringer")
    innhold = {"person": person, "overleveringer": lesing.overleveringer(person)}
    return render(request, "meldinger/overleveringer.html", innhold)


@krever(*MED_PERSONER)
@require_http_methods(["GET", "HEAD", "POST"])
def ny(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """Register a hand-over."""
    return _registrer(request, _person(request, noekkel), None)


@krever(*MED_PERSONER)
@require_http_methods(["GET", "HEAD", "POST"])
def rett(request: HttpRequest, overlevering_noekkel: UUID) -> HttpResponse:
    """Put right one of our own."""
    av = aktoer_i(request)
    egen = Overlevering.objects.select_related("person").filter(
        noekkel=overlevering_noekkel, virksomhet_id=av.virksomhet_id
    )
    # the person is joined: one who no longer has them finds nothing
    if (rettes := egen.first()) is None:
        raise Http404
    return _registrer(request, rettes.person, rettes)


def _registrer(request: HttpRequest, person: Person, rettes: Overlevering | None) -> HttpResponse:
    av = aktoer_i(request)
    tilbake = reverse("overleveringer", args=[person.noekkel])
    start = {"noekkel": uuid.uuid4(), "dato": timezone.localdate(), "hvem": av.navn}
    if rettes is not None:
        start |= {f: getattr(rettes, f) for f in ("dato", "til_hvem", "hvem", "maate", "hva")}
    skjema = OverleveringSkjema(
        request.POST or None, initial=start, rettes=rettes is not None, avbryt=tilbake
    )
    if request.method == "POST" and skjema.is_valid():
        try:
            actions.registrer_overlevering(
                person=person, hva=skjema.overlevert, noekkel=skjema.cleaned_data["noekkel"], av=av,
                retter=rettes, aarsak=skjema.cleaned_data.get("aarsak", ""),
            )  # fmt: skip
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
        else:
            messages.success(request, _("Overleveringen er registrert."))
            return redirect(tilbake)
    registrer_innsyn(person_id=person.pk, av=av, hvor="overlevering")
    avvist = request.method == "POST"
    innhold = {"person": person, "skjema": skjema, "rettes": rettes}
    return render(request, "meldinger/overlevering_skjema.html", innhold, status=AVVIST if avvist else 200)
