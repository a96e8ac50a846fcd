"""Ask a person's municipality for what is missing: written beforehand, one step from «Hvorfor (ikke)?»."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.nir.models import Person
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.doerer import aktoer_i
from tilskudd.doerer import BEREGNER, for_fylket
from tilskudd.utsikter import personpanel, tekster
from tilskudd.utsikter.actions.paaminnelse import skolegang_for, skriver, spoer
from tilskudd.utsikter.forms import SpoerSkjema


@for_fylket(*BEREGNER)
@require_http_methods(GET_POST)
def spoer_kommunen(request: HttpRequest, noekkel: uuid.UUID) -> HttpResponse:
    """Show the message, and send it."""
    person = get_object_or_404(Person.objects.select_related("kommune"), noekkel=noekkel)
    av, tilbake = aktoer_i(request), reverse("tilskudd:person", args=[person.noekkel])
    registrer_innsyn(person_id=person.pk, av=av, hvor="utsikter-spoer")
    stand = personpanel.stand(person)
    if not stand.kan_spoerres:
        messages.error(request, _("Det er ingenting å spørre kommunen om."))
        return redirect(tilbake)
    tekst = skriver().tekst(person.kommune, stand.grunner, skolegang_for([person.pk]).get(person.pk, []))
    skjema = SpoerSkjema(skrevet(request), initial={"tekst": tekst}, avbryt=tilbake)

    def gjoer(skjema: SpoerSkjema) -> HttpResponse:
        spoer(
            person=person, grunner=stand.grunner, kroner=stand.kroner,
            tekst=skjema.cleaned_data["tekst"], av=av,
        )  # fmt: skip
        messages.success(request, _("Meldingen er sendt til kommunen."))
        return redirect(tilbake)

    innhold = {"person": person, "mangler": tekster.mangler(stand.grunner), "tilbake": tilbake}
    return behandle(request, skjema, Svar("utsikter/spoer.html", innhold, gjoer))
