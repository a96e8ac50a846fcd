"""Doors to the log of look-ups: for the auditor and the administrator. Their own look-ups are logged too."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjema import Skjema
from integrering.grunnmur.skjemasvar import AVVIST
from integrering.lister.visning import vis_liste
from integrering.nir import innsynslogg as lister
from integrering.nir.models import Person
from integrering.nir.queries import innsyn as queries
from integrering.nir.queries.soek import duf_i
from integrering.nir.views.felles import vis_person
from integrering.tilgang.doerer import krever


class InnsynSoek(Skjema):
    """A person by DUF number, or a user by name. Sent by POST: neither stands in an address."""

    knapp = gettext_lazy("Søk")
    merk_felt = False
    soek = forms.CharField(
        label=gettext_lazy("DUF-nummer, eller navnet på en bruker"),
        max_length=150,
        widget=forms.TextInput({"autocomplete": "off"}),
    )


@krever(*lister.LESER)
@require_http_methods(["GET", "HEAD", "POST"])
def innsynslogg(request: HttpRequest) -> HttpResponse:
    """Who saw whom, when, where; newest first."""
    if request.method == "POST":
        return _soek(request)
    return vis_liste(request, lister.INNSYNSLOGG, mal="nir/innsynslogg.html", soekeskjema=InnsynSoek())


def _soek(request: HttpRequest) -> HttpResponse:
    """Lead on to the person, or to the user's look-ups; several users are shown to choose among."""
    skjema = InnsynSoek(request.POST)
    brukere = []
    if skjema.is_valid():
        tekst = skjema.cleaned_data["soek"].strip()
        if duf := duf_i(tekst):
            person = Person.objects.filter(duf=duf).first()
            if person is not None:
                return redirect("innsyn_om_person", noekkel=person.noekkel)
            skjema.add_error("soek", _("Ingen person du kan se, har dette DUF-nummeret."))
        else:
            brukere = queries.brukere_som_heter(tekst)
            if len(brukere) == 1:
                return redirect(f"{reverse('innsynslogg')}?bruker={brukere[0].pk}")
            if not brukere:
                skjema.add_error(
                    "soek", _("Ingen bruker heter dette. Skriv brukernavnet eller en del av navnet.")
                )
    innhold = {"skjema": skjema, "brukere": brukere, "flest": len(brukere) == queries.BRUKERE}
    return render(request, "nir/innsyn_soek.html", innhold, status=AVVIST if skjema.errors else 200)


@krever(*lister.LESER)
@require_safe
def innsyn_om_person(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """Who has seen this person. That the reader looked is written in the same log."""
    person = vis_person(request, noekkel, "innsynslogg")
    return vis_liste(request, lister.INNSYN_OM_PERSON, mal="nir/innsyn_om_person.html", person=person)
