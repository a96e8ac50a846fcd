"""Doors: health, and the progress of a job."""

from __future__ import annotations

import uuid

from django.contrib.auth.decorators import login_required
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from integrering.grunnmur.jobber import avbryt_jobb
from integrering.grunnmur.models import Jobb


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
    if request.headers.get("HX-Request"):
        if not jobb.lever and jobb.resultat_url and jobb.tilstand == "ferdig":
            return HttpResponse(status=204, headers={"HX-Redirect": jobb.resultat_url})
        return render(request, "grunnmur/_framdrift.html", {"jobb": jobb})
    return render(request, "grunnmur/jobb.html", {"jobb": jobb})


@login_required
@require_POST
def avbryt(request: HttpRequest, jobb_id: uuid.UUID) -> HttpResponse:
    """Ask a job to stop."""
    jobb = _min_jobb(request, jobb_id)
    avbryt_jobb(jobb=jobb)
    return redirect("jobb", jobb_id=jobb.pk)


def _min_jobb(request: HttpRequest, jobb_id: uuid.UUID) -> Jobb:
    """Return the job if it was started for the reader's organisation. Raises Http404 otherwise."""
    virksomhet_id = getattr(getattr(request, "aktoer", None), "virksomhet_id", None)
    if virksomhet_id is None:
        raise Http404
    return get_object_or_404(Jobb, pk=jobb_id, virksomhet_id=virksomhet_id)
