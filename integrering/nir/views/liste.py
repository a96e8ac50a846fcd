"""The list of persons, the search, and a new person."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST
from integrering.lister.visning import Listeside, vis_liste
from integrering.nir import actions, tekster
from integrering.nir.actions.roller import ALT
from integrering.nir.faktatyper import OPPLYSNINGER
from integrering.nir.forms import NyPersonSkjema, PersonSoek
from integrering.nir.lister import PERSONER
from integrering.nir.models import Person
from integrering.nir.personhandlinger import personhandlinger_for
from integrering.nir.queries import personer as queries
from integrering.nir.views.felles import LESER
from integrering.tilgang.doerer import aktoer_i, krever


@krever(*LESER)
@require_http_methods(["GET", "HEAD", "POST"])
def personer(request: HttpRequest) -> HttpResponse:
    """The list by filter (GET), or who of it was searched for (POST: nothing personal in the address)."""
    if request.method == "POST":
        return _soek(request)
    handlinger = personhandlinger_for(aktoer_i(request))
    return vis_liste(
        request,
        PERSONER,
        mal="nir/personer.html",
        velg="valgte" if handlinger else "",
        handlinger=handlinger,
        soekeskjema=PersonSoek(),
        kan_registrere=_kan(request),
    )


def _kan(request: HttpRequest) -> bool:
    return actions.kan_registrere(aktoer_i(request))


def _soek(request: HttpRequest) -> HttpResponse:
    soek = PersonSoek(request.POST)
    handlinger = personhandlinger_for(aktoer_i(request))
    side = Listeside(request, PERSONER, velg="valgte" if handlinger else "")
    # whoever has left the lists is found by number all the same, when no filter says who is looked for
    innenfor = side.utvalg.alle() if side.filtrert else None
    treff = queries.soek(soek.cleaned_data["soek"], innenfor) if soek.is_valid() else []
    if len(treff) == 1:
        return redirect("person", noekkel=treff[0].noekkel)
    side.vis_bare(treff)
    innhold = {
        "liste": side,
        "handlinger": handlinger,
        "soekeskjema": soek,
        "skjema": soek,
        "soekt": soek.is_valid(),
        "fullt": len(treff) == queries.SIDE,
        "kan_registrere": _kan(request),
    }
    return render(request, "nir/personer.html", innhold, status=200 if soek.is_valid() else AVVIST)


@krever(*ALT)
@require_http_methods(["GET", "HEAD", "POST"])
def ny_person(request: HttpRequest) -> HttpResponse:
    """Register a person: answers → check → save."""
    av = aktoer_i(request)
    if request.method != "POST":
        return _vis_ny(request, NyPersonSkjema(av=av, avbryt=reverse("personer")))
    skjema, steg = NyPersonSkjema(request.POST, av=av, avbryt=reverse("personer")), request.POST.get("steg")
    if not skjema.is_valid():
        return _vis_ny(request, skjema, AVVIST)
    if steg == "endre":
        return _vis_ny(request, skjema)
    v = skjema.cleaned_data
    svar: dict[str, Any] = {"duf": v["duf"], "kommune": v["kommune"], "fra": v["fra"], "av": av}
    try:
        if steg != "lagre":
            actions.kontroller_person(opplysninger=skjema.opplysninger, **svar)
            return _kontroller_ny(request, skjema)
        person = actions.registrer_person(opplysninger=skjema.opplysninger, **svar)
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(brudd)
        return _vis_ny(request, skjema, AVVIST)
    return _etter_ny(request, person)


def _vis_ny(request: HttpRequest, skjema: NyPersonSkjema, status: int = 200) -> HttpResponse:
    return render(request, "nir/person_ny.html", {"skjema": skjema}, status=status)


def _kontroller_ny(request: HttpRequest, skjema: NyPersonSkjema) -> HttpResponse:
    v = skjema.cleaned_data
    felter = {navn: str(felt.label) for navn, felt in skjema.fields.items()}
    identitet = [
        tekster.Linje("duf", felter["duf"], Person(duf=v["duf"]).duf_skrevet),
        tekster.Linje("kommune", felter["kommune"], v["kommune"].navn),
        tekster.Linje("fra", felter["fra"], visning.dato(v["fra"])),
    ]
    innhold = {
        "kontrollskjema": skjema,
        "linjer": identitet + tekster.linjer(OPPLYSNINGER, skjema.opplysninger),
        "advarsler": skjema.varsler(),
        "navn": f"{v['fornavn']} {v['etternavn']}",
    }
    return render(request, "nir/person_kontroller.html", innhold)


def _etter_ny(request: HttpRequest, person: Person | None) -> HttpResponse:
    if person is None:
        messages.warning(
            request,
            _(
                "DUF-nummeret kan ikke registreres her nå. Fylkeskommunen avklarer hvor personen hører til. "
                "Ta kontakt med fylkeskommunen hvis dere ikke hører noe innen en uke."
            ),
        )
        return redirect("personer")
    messages.success(
        request,
        _("%(navn)s er registrert. Neste: registrer vedtak om norskopplæring.") % {"navn": person.navn},
    )
    return redirect("person", noekkel=person.noekkel)
