"""Evidence packs: order for persons or a sample, see, fetch, delete."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobbside import foelg
from integrering.grunnmur.skjema import valgte_filtre
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST
from integrering.lister.stroem import stroem_i_kontekst
from integrering.lister.visning import vis_liste
from integrering.nir.models import Person
from integrering.nir.queries.personer import personer
from integrering.nir.rules.lovspor import Lovspor
from integrering.rapporter import actions
from integrering.rapporter.forms import Utvalgskjema
from integrering.rapporter.lister import PAKKER
from integrering.rapporter.models import Dokumentasjonspakke
from integrering.rapporter.queries import pakker as queries
from integrering.rapporter.roller import TAR_UT_PAKKER
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.kontekst import kontekst_for


@krever(*TAR_UT_PAKKER)
@require_safe
def pakker(request: HttpRequest) -> HttpResponse:
    """The reader's packs."""
    return vis_liste(request, PAKKER, mal="rapporter/pakker.html")


@krever(*TAR_UT_PAKKER)
@require_http_methods(GET_POST)
def utvalg(request: HttpRequest) -> HttpResponse:
    """Draw a sample, and order its pack."""
    av, avbryt = aktoer_i(request), reverse("dokumentasjonspakker")
    if request.method != "POST":
        return render(request, "rapporter/pakke_utvalg.html", {"skjema": Utvalgskjema(av=av, avbryt=avbryt)})
    skjema = Utvalgskjema(request.POST, av=av, avbryt=avbryt)
    if skjema.is_valid():
        try:
            pakke = actions.bestill_utvalg(
                ramme=_ramme(skjema), antall=skjema.cleaned_data["antall"], froe=skjema.cleaned_data["froe"],
                innsending=skjema.cleaned_data["innsending"], av=av,
            )  # fmt: skip
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
        else:
            return _videre(pakke)
    return render(request, "rapporter/pakke_utvalg.html", {"skjema": skjema}, status=AVVIST)


def _ramme(skjema: Utvalgskjema) -> actions.Ramme:
    valg = skjema.filter
    lovspor = valg.get("lovspor")
    hvem = personer(
        mangler=valg["mangler"],
        kommune=valg.get("kommune", ""),
        lovspor=Lovspor(lovspor) if lovspor else None,
    )
    i_ord = "; ".join(chip.tekst for chip in valgte_filtre(skjema.ramme, skjema.ramme.data))  # type: ignore[arg-type]
    brukt = {navn: verdi for navn, verdi in valg.items() if verdi}
    return actions.Ramme(hvem, urlencode(brukt), i_ord or _("Alle personer"))


@krever(*TAR_UT_PAKKER)
@require_http_methods(GET_POST)
def for_personer(request: HttpRequest) -> HttpResponse:
    """A pack of one person (`?person=`), or of those ticked in a list (POST): check, then order."""
    av = aktoer_i(request)
    noekler, feil = _noekler(request), ""
    if request.method == "POST" and request.POST.get("steg") == "lag":
        try:
            return _videre(actions.bestill_for(noekler=noekler, innsending=_innsending(request), av=av))
        except Regelbrudd as brudd:
            feil = str(brudd)
    if request.method == "POST" and not noekler:
        feil = _("Velg minst én person i listen.")
    hvem = Person.objects.filter(noekkel__in=noekler).select_related("kommune").order_by("sortering", "pk")
    innhold: dict[str, Any] = {
        "personer": list(hvem[: actions.MAKS_PERSONER + 1]),
        "innsending": uuid.uuid4(),
        "maks": actions.MAKS_PERSONER,
        "feil": feil,
    }
    if request.GET.get("person") and not innhold["personer"]:
        raise Http404
    return render(request, "rapporter/pakke_personer.html", innhold, status=AVVIST if feil else 200)


def _noekler(request: HttpRequest) -> list[uuid.UUID]:
    """Return the keys that were sent; what is no key is nobody."""
    sendt = request.POST.getlist("valgt") if request.method == "POST" else [request.GET.get("person", "")]
    return list(dict.fromkeys(filter(None, map(_som_uuid, sendt))))


def _innsending(request: HttpRequest) -> uuid.UUID:
    return _som_uuid(request.POST.get("innsending", "")) or uuid.uuid4()


def _som_uuid(tekst: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(tekst)
    except ValueError:
        return None


def _videre(pakke: Dokumentasjonspakke) -> HttpResponse:
    """To the job's page, which leads to the pack when it is there."""
    if pakke.jobb is None or not pakke.jobb.lever:
        return redirect("dokumentasjonspakke", pakke_id=pakke.pk)
    return foelg(pakke.jobb.pk)


def _min(pakke_id: uuid.UUID) -> Dokumentasjonspakke:
    pakke = queries.min_pakke(pakke_id)
    if pakke is None:
        raise Http404
    return pakke


@krever(*TAR_UT_PAKKER)
@require_safe
def pakke(request: HttpRequest, pakke_id: uuid.UUID) -> HttpResponse:
    """One pack: who was chosen how, and the file."""
    funnet = _min(pakke_id)
    return render(request, "rapporter/pakke.html", {"pakke": funnet, "tilstand": queries.tilstand(funnet)})


@krever(*TAR_UT_PAKKER)
@require_POST
def hent(request: HttpRequest, pakke_id: uuid.UUID) -> HttpResponseBase:
    """Send the file, piece by piece; written in the logs before the first. POST: it is a deed."""
    av, funnet = aktoer_i(request), _min(pakke_id)
    try:
        actions.hent_pakke(pakke=funnet, av=av)
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
        return redirect("dokumentasjonspakke", pakke_id=funnet.pk)
    return StreamingHttpResponse(
        stroem_i_kontekst(kontekst_for(av), partial(queries.del_av, funnet.pk)),
        content_type="application/zip",
        headers={
            "Content-Length": str(funnet.stoerrelse),
            "Content-Disposition": f'attachment; filename="{funnet.filnavn}"',
        },
    )


@krever(*TAR_UT_PAKKER)
@require_http_methods(GET_POST)
def slett(request: HttpRequest, pakke_id: uuid.UUID) -> HttpResponse:
    """Ask, then delete."""
    funnet = _min(pakke_id)
    if request.method == "POST" and request.POST.get("bekreft"):
        actions.slett_pakke(pakke=funnet)
        messages.success(request, _("Pakken er slettet. At den ble laget, står fortsatt i loggen."))
        return redirect("dokumentasjonspakker")
    return render(request, "rapporter/pakke_slett.html", {"pakke": funnet})
