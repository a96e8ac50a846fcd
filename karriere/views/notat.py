"""K4: the note is written, looked over as the municipality sees it, finished, and read."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, KONFLIKT, Svar, behandle, skrevet
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.brev.queries import maalform_for
from karriere import actions
from karriere.actions.notat import felter_av
from karriere.forberedelse import kartleggingen
from karriere.forms.notat import NotatSkjema
from karriere.models import Notat, Notatutkast, Sak
from karriere.models.notat import Notatfelter
from karriere.notattekster import delene, foelsomt_i
from karriere.queries.arbeidsmarked import arbeidsmarkedet
from karriere.queries.notat import finn_notat, notater_i, skriver_notatet, utkast_til
from karriere.roller import LESER_NOTAT, VEILEDER
from karriere.rules.notat import mangler
from karriere.views.felles import adresse, sti_til, vis_sak

_STED = "karriere-notat"
# Another than the one who began the page has logged in meanwhile.
_ANNEN = 403


def saken(request: HttpRequest, noekkel: UUID) -> Sak:
    """Return the case, with the look-up logged. Raises Http404, and PermissionDenied for another centre's."""
    sak = vis_sak(request, noekkel, _STED)
    if not skriver_notatet(sak, aktoer_i(request)):
        raise PermissionDenied
    return sak


@krever(*VEILEDER)
@require_http_methods(GET_POST)
def notat(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """Write the note. The script of the page saves it as it is written; a button does without."""
    sak, av = saken(request, sak_noekkel), aktoer_i(request)
    utkast = utkast_til(sak)
    skjema = NotatSkjema(
        skrevet(request),
        sak=sak,
        initial=_fra(sak, utkast) | {"skriver": str(av.bruker_id)},
        avbryt=adresse(sak),
    )
    if "autolagre" in request.POST:
        return _autolagre(skjema, sak, av)
    if not skjema.is_bound:
        for felt, advarsel in foelsomt_i(skjema.initial).items():
            skjema.legg_til_advarsel(felt, advarsel)

    def gjoer(s: NotatSkjema) -> HttpResponse:
        try:
            actions.lagre_utkast(sak=sak, data=s.notatet, versjon=s.versjonen, av=av)
        except Konflikt as konflikt:
            s.hent_det_som_mangler(felter_av(konflikt.naa))
            raise
        if "utkast" in request.POST:
            messages.success(request, _("Utkastet er lagret."))
            return redirect(adresse(sak, "notat"))
        return redirect(adresse(sak, "notat_se_over"))

    innhold = {
        "sak": sak,
        "sti": sti_til(sak),
        "utkast": utkast,
        "kartlegging": kartleggingen(sak.person),
        "fylket": True,
        "marked": arbeidsmarkedet(sak.person.kommune, timezone.localdate()),
    }
    return behandle(request, skjema, Svar("karriere/notat.html", innhold, gjoer, felter_av))


def _fra(sak: Sak, utkast: Notatutkast | None) -> dict[str, Any]:
    """Return what the form begins with: the draft, the last version, or the municipality's language."""
    if utkast is not None:
        return felter_av(utkast) | {"versjon": utkast.versjon}
    siste = next(iter(notater_i(sak)), None)
    if siste is not None:
        return felter_av(siste) | {"versjon": 0}
    valgt = maalform_for(virksomhet=sak.person.kommune, person=None).maalform
    return {"versjon": 0, "spraak": valgt or "nb"}


def _autolagre(skjema: NotatSkjema, sak: Sak, av: Aktoer) -> JsonResponse:
    """Save what is written so far, and say so to the script of the page."""
    if skjema.data.get("skriver") != str(av.bruker_id):
        return JsonResponse({"annen": True}, status=_ANNEN)
    if not skjema.is_valid():
        return _avvist(
            {str(skjema[felt].label): [str(f) for f in feil] for felt, feil in skjema.errors.items()}
        )
    try:
        utkast = actions.lagre_utkast(sak=sak, data=skjema.notatet, versjon=skjema.versjonen, av=av)
    except Konflikt as konflikt:
        naa = konflikt.naa
        kropp = {"konflikt": True, "hvem": str(naa.endret_av), "naar": visning.tidspunkt(naa.endret)}
        return JsonResponse(kropp, status=KONFLIKT)
    except Regelbrudd as brudd:
        return _avvist(
            {str(skjema[felt].label): list(t) for felt, t in brudd.meldinger.items() if felt in skjema.fields}
        )
    advarsler = [f"{skjema[felt].label}: {tekst}" for felt, tekst in foelsomt_i(skjema.cleaned_data).items()]
    klokken = f"{timezone.localtime(utkast.endret):%H.%M}"
    return JsonResponse({"versjon": utkast.versjon, "lagret": klokken, "advarsler": advarsler})


def _avvist(feil: dict[str, list[str]]) -> JsonResponse:
    return JsonResponse(
        {"feil": [f"{felt}: {' '.join(tekster)}" for felt, tekster in feil.items()]}, status=AVVIST
    )


@krever(*VEILEDER)
@require_http_methods(GET_POST)
def se_over(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """The draft as the municipality will see it; a button makes it the next version."""
    sak, av = saken(request, sak_noekkel), aktoer_i(request)
    utkast = utkast_til(sak)
    if utkast is None:
        return redirect(adresse(sak, "notat"))
    if request.method == "POST":
        return _gjoer_ferdig(request, sak, av)
    felter = felter_av(utkast)
    innhold = {
        "sak": sak,
        "sti": [*sti_til(sak), (_("Notatet"), adresse(sak, "notat"))],
        "utkast": utkast,
        "deler": delene(utkast, bare_rett=sak.bare_rett),
        "mangler": _navn_paa(utkast, mangler(felter, bare_rett=sak.bare_rett)),
        "advarsler": list(foelsomt_i(felter).values()),
        "uten_anbefaling": not sak.bare_rett and not utkast.har_anbefaling,
    }
    return render(request, "karriere/notat_se_over.html", innhold)


def _navn_paa(utkast: Notatfelter, felter: dict[str, str]) -> list[str]:
    # what is missing of the needs, is said by ticking or by writing
    return [str(NotatSkjema.base_fields["behov" if f == "behov_tekst" else f].label) for f in felter]


def _gjoer_ferdig(request: HttpRequest, sak: Sak, av: Aktoer) -> HttpResponse:
    versjon = request.POST.get("versjon", "")
    try:
        ferdig = actions.gjoer_ferdig(sak=sak, versjon=int(versjon) if versjon.isdecimal() else 0, av=av)
    except Konflikt as konflikt:
        hvem = str(konflikt.naa.endret_av)
        tekst = _("Notatet ble endret av %(hvem)s mens du så over. Dette er det som står nå.") % {
            "hvem": hvem
        }
        messages.warning(request, tekst)
        return redirect(adresse(sak, "notat_se_over"))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
        return redirect(adresse(sak, "notat_se_over"))
    messages.success(
        request, _("Notatet er ferdig: versjon %(nr)s. Nå kan det overleveres.") % {"nr": ferdig.nr}
    )
    return redirect(adresse(sak, "kvittering"))


@krever(*VEILEDER)
@require_POST
def kast(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """Throw the draft away."""
    sak = saken(request, sak_noekkel)
    actions.kast_utkast(sak=sak, av=aktoer_i(request))
    messages.success(request, _("Utkastet er kastet."))
    return redirect(adresse(sak))


def versjonen(request: HttpRequest, noekkel: UUID, nr: int) -> Notat:
    """Return a version, with the reading logged and kept as a receipt. Raises Http404."""
    rad = finn_notat(vis_sak(request, noekkel, _STED), nr)
    if rad is None:
        raise Http404
    actions.merk_lest(notat=rad, av=aktoer_i(request))
    return rad


@krever(*LESER_NOTAT)
@require_safe
def les(request: HttpRequest, sak_noekkel: UUID, notat_nr: int) -> HttpResponse:
    """Read a version, in its own written standard."""
    rad = versjonen(request, sak_noekkel, notat_nr)
    innhold = {
        "sak": rad.sak,
        "notat": rad,
        "sti": sti_til(rad.sak),
        "deler": delene(rad, bare_rett=rad.sak.bare_rett),
        "versjoner": notater_i(rad.sak),
        "kan_skrive": aktoer_i(request).har(*VEILEDER),
    }
    return render(request, "karriere/notat_les.html", innhold)
