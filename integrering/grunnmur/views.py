"""Doors: health, and the progress of a job."""

from __future__ import annotations

import uuid

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from integrering.grunnmur.jobber import avbryt_jobb
from integrering.grunnmur.jobbside import FOELG
from integrering.grunnmur.models import Jobb, Tilstand

FARGE: dict[str, str] = {
    Tilstand.VENTER: "neutral",
    Tilstand.KJOERER: "info",
    Tilstand.FERDIG: "success",
    Tilstand.FEILET: "danger",
    Tilstand.AVBRUTT: "warning",
}


@require_safe
def helse(request: HttpRequest) -> JsonResponse:
    """Say that the process lives."""
    return JsonResponse({"status": "lever"})


@require_safe
def klar(request: HttpRequest) -> JsonResponse:
    """Say whether the process can serve: the database answers."""
    try:
        with connection.cursor() as peker:
            peker.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "mangler database"}, status=503)
    return JsonResponse({"status": "klar"})


@login_required
@require_safe
def vis_jobb(request: HttpRequest, jobb_id: uuid.UUID) -> HttpResponse:
    """Show how far a job is, to those it was started for."""
    jobb = _min_jobb(request, jobb_id)
    har_resultat = jobb.tilstand == Tilstand.FERDIG and jobb.resultat_url
    if har_resultat and FOELG in request.GET:
        return redirect(jobb.resultat_url)
    if request.headers.get("HX-Request"):
        if har_resultat:
            return HttpResponse(status=204, headers={"HX-Redirect": jobb.resultat_url})
        return render(request, "grunnmur/_framdrift.html", _innhold(request, jobb))
    return render(request, "grunnmur/jobb.html", _innhold(request, jobb))


@login_required
@require_POST
def avbryt(request: HttpRequest, jobb_id: uuid.UUID) -> HttpResponse:
    """Ask a job to stop: for the one who started it."""
    jobb = _min_jobb(request, jobb_id)
    if not _kan_avbryte(request, jobb):
        raise PermissionDenied
    avbryt_jobb(jobb=jobb)
    return redirect("jobb", jobb_id=jobb.pk)


def _innhold(request: HttpRequest, jobb: Jobb) -> dict[str, object]:
    return {"jobb": jobb, "farge": FARGE[jobb.tilstand], "kan_avbryte": _kan_avbryte(request, jobb)}


def _kan_avbryte(request: HttpRequest, jobb: Jobb) -> bool:
    return jobb.bruker_id == request.user.pk


def _min_jobb(request: HttpRequest, jobb_id: uuid.UUID) -> Jobb:
    """Return the job if it was started for the reader's organisation. Raises Http404 otherwise."""
    virksomhet_id = getattr(getattr(request, "aktoer", None), "virksomhet_id", None)
    if virksomhet_id is None:
        raise Http404
    jobber = Jobb.objects.select_related("bruker")
    return get_object_or_404(jobber, pk=jobb_id, virksomhet_id=virksomhet_id)
