"""O5: results of tests and grades: the list, and one person's result."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.nir.forms import AnnullerSkjema
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.doerer import aktoer_i, krever
from opplaering import tekster
from opplaering.actions import resultater as actions
from opplaering.forms.resultater import ResultatSkjema
from opplaering.lister_resultater import RESULTATER
from opplaering.models import Resultat
from opplaering.queries.resultater import resultatet_som_gjelder, versjonene_av
from opplaering.roller import ALLE, SKRIVER
from opplaering.rules.resultat import DELER
from opplaering.views.felles import vis_elev
from opplaering.views.klasseresultater import slagfaner, valgt_slag

STED = "opplaering-resultat"


@krever(*ALLE)
@require_safe
def resultater(request: HttpRequest) -> HttpResponse:
    """The results that hold, of the persons the reader may see."""
    return vis_liste(
        request, RESULTATER, mal="opplaering/resultater.html", skriver=aktoer_i(request).har(*SKRIVER)
    )


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def resultat_nytt(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """Register a result of one person."""
    person, slag, av = vis_elev(request, noekkel, STED), valgt_slag(request), aktoer_i(request)
    til = reverse("opplaering_deltaker", args=[person.noekkel])
    skjema = ResultatSkjema(skrevet(request), slag=slag, avbryt=til)

    def gjoer(svar: ResultatSkjema) -> HttpResponse:
        ny = actions.registrer_resultat(person=person, verdier=svar.verdier, av=av)
        messages.success(request, _("%(hva)s er registrert.") % {"hva": tekster.overskrift(ny)})
        return redirect(til)

    innhold = {"person": person, "tittel": _("Registrer resultat"), "faner": slagfaner(request.path, slag)}
    return behandle(request, skjema, Svar("opplaering/resultat_skjema.html", innhold, gjoer))


@krever(*ALLE)
@require_safe
def resultat(request: HttpRequest, resultat_noekkel: UUID) -> HttpResponse:
    """A result, and its history."""
    rad = _resultat_eller_404(request, resultat_noekkel)
    hendelser = [
        {
            "tittel": tekster.overskrift(v),
            "beskrivelse": tekster.resultatet(v),
            "aarsak": v.aarsak,
            "tidspunkt": v.registrert,
            "hvem": v.registrert_av,
        }
        for v in versjonene_av(resultat_noekkel)
    ]
    innhold = {
        "rad": rad,
        "person": rad.person,
        "tittel": tekster.slaget(rad.slag, rad.fag),
        "resultatet": tekster.resultatet(rad),
        "hendelser": hendelser,
        "skriver": aktoer_i(request).har(*SKRIVER),
    }
    return render(request, "opplaering/resultat.html", innhold)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def resultat_rett(request: HttpRequest, resultat_noekkel: UUID) -> HttpResponse:
    """Correct a result, with a reason."""
    rad, av = _resultat_eller_404(request, resultat_noekkel), aktoer_i(request)
    skjema = ResultatSkjema(
        skrevet(request),
        slag=rad.slag,
        retting=True,
        initial=_verdier(rad) | {"versjon": rad.pk},
        avbryt=_adresse(rad),
    )

    def gjoer(svar: ResultatSkjema) -> HttpResponse:
        data = svar.cleaned_data
        actions.rett_resultat(
            registrering=resultat_noekkel,
            sett=data["versjon"],
            verdier=svar.verdier | {"spraak": rad.spraak},
            aarsak=data["aarsak"],
            av=av,
        )
        messages.success(request, _("Resultatet er rettet."))
        return redirect(_adresse(rad))

    innhold = {"person": rad.person, "tittel": _("Rett resultat")}
    svar = Svar("opplaering/resultat_skjema.html", innhold, gjoer, lambda naa: _verdier(naa.rad))
    return behandle(request, skjema, svar)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def resultat_annuller(request: HttpRequest, resultat_noekkel: UUID) -> HttpResponse:
    """Say that a result was wrong, with a reason."""
    rad, av = _resultat_eller_404(request, resultat_noekkel), aktoer_i(request)
    skjema = AnnullerSkjema(skrevet(request), initial={"versjon": rad.pk}, avbryt=_adresse(rad))

    def gjoer(svar: AnnullerSkjema) -> HttpResponse:
        data = svar.cleaned_data
        actions.annuller_resultat(
            registrering=resultat_noekkel, sett=data["versjon"], aarsak=data["aarsak"], av=av
        )
        messages.success(request, _("Resultatet er annullert."))
        return redirect("opplaering_deltaker", noekkel=rad.person.noekkel)

    innhold = {
        "person": rad.person,
        "hva": tekster.overskrift(rad),
        "resultatet": tekster.resultatet(rad),
    }
    return behandle(request, skjema, Svar("opplaering/resultat_annuller.html", innhold, gjoer))


def _resultat_eller_404(request: HttpRequest, registrering: UUID) -> Resultat:
    """Return the result that holds, and write down the look. Raises Http404 for one the reader cannot see."""
    rad = resultatet_som_gjelder(registrering)
    if rad is None:
        raise Http404
    registrer_innsyn(person_id=rad.person_id, av=aktoer_i(request), hvor=STED)
    return rad


def _verdier(rad: Resultat) -> dict[str, Any]:
    return {felt: getattr(rad, felt) for felt in ("dato", *DELER, "fag", "karakter")}


def _adresse(rad: Resultat) -> str:
    return reverse("opplaering_resultat", args=[rad.registrering_id])
