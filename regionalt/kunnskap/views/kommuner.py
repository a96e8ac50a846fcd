"""What is known about the municipalities: all of them, one of them, and a new judgement."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.kunnskap import actions
from regionalt.kunnskap.forms import VurderingSkjema
from regionalt.kunnskap.kodeverk import Indikator, Kunnskap, Sikkerhet
from regionalt.kunnskap.lister import KUNNSKAP
from regionalt.kunnskap.models import Tall, Vurdering
from regionalt.kunnskap.queries.kommuner import tallene_til, vurderingene_av
from regionalt.kunnskap.visning import fargen, tallet, utgaven, vurderingen
from regionalt.kunnskapskilder import kunnskap_fra_andre
from regionalt.roller import FOELGER_OPP, LESER
from regionalt.views.registerskjema import Skjemaside, vis_skjema

# so many earlier figures stand beside the last
TIDLIGERE = 6


@krever(*LESER)
@require_safe
def kommuner(request: HttpRequest) -> HttpResponse:
    """All municipalities; a municipality comes to its own page."""
    av = aktoer_i(request)
    if av.er_kommune:
        nummer = Virksomhet.objects.only("nummer").get(pk=av.virksomhet_id).nummer
        return redirect("kunnskap:kommune", nummer)
    return vis_liste(request, KUNNSKAP, mal="kunnskap/kommuner.html")


@krever(*LESER)
@require_safe
def kommune(request: HttpRequest, kommunenummer: str) -> HttpResponse:
    """The figures of a municipality with year and source, and the six kinds of judgement with history."""
    av, funnet = aktoer_i(request), _kommunen(request, kommunenummer)
    innhold = {
        "kommune": funnet,
        "tall": _tallrader(tallene_til(funnet)),
        "slag": _vurderingsrader(vurderingene_av(funnet)),
        "andre_kilder": kunnskap_fra_andre(funnet, timezone.localdate()),
        "kan_endre": av.har(*FOELGER_OPP),
        "fylket": av.er_fylke,
    }
    return render(request, "kunnskap/kommune.html", innhold)


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def vurdering_ny(request: HttpRequest, kommunenummer: str, kunnskapsslag: str) -> HttpResponse:
    """Write a judgement of one of the six kinds; the one that stands is kept as history."""
    funnet = _kommunen(request, kommunenummer)
    if kunnskapsslag not in Kunnskap.values:
        raise Http404
    adresse = reverse("kunnskap:kommune", args=[funnet.nummer])
    side: Skjemaside[Vurdering] = Skjemaside(
        skjema=VurderingSkjema,
        overskrift=f"{Kunnskap(kunnskapsslag).label}: {funnet.navn}",
        smuler=((_("Kunnskap om kommunene"), reverse("kunnskap:kommuner")), (funnet.navn, adresse)),
        lagre=partial(actions.ny_vurdering, kommune=funnet, slag=kunnskapsslag),
        tilbake=lambda rad: adresse,
        melding=_("Vurderingen er lagret."),
        avbryt=adresse,
    )
    start = {"dato": timezone.localdate(), "sikkerhet": Sikkerhet.KILDE}
    return vis_skjema(request, side, start=start)


def _kommunen(request: HttpRequest, nummer: str) -> Virksomhet:
    """Return one of the county's municipalities; to a municipality only itself. Raises Http404."""
    av = aktoer_i(request)
    funnet = kommuner_i_fylket().filter(nummer=nummer).first()
    if funnet is None or (av.er_kommune and funnet.pk != av.virksomhet_id):
        raise Http404
    return funnet


def _tallrader(alle: Iterable[Tall]) -> list[dict[str, Any]]:
    """Return a row per indicator: the last figure with its source, and those before it in words."""
    rader = []
    for kode, gruppe in groupby(alle, key=lambda t: t.indikator):
        siste, *andre = gruppe
        rader.append(
            {
                "kode": kode,
                "navn": Indikator(kode).label,
                "siste": siste,
                "verdi": tallet(siste.verdi, siste.merke, enhet=True, indikator=kode),
                "utgave": utgaven(siste.utgave),
                "tidligere": [_kort(t) for t in andre[:TIDLIGERE]],
            }
        )
    rekke = list(Indikator.values)
    return sorted(rader, key=lambda r: rekke.index(r["kode"]))


def _kort(t: Tall) -> str:
    utgave = f" ({utgaven(t.utgave)})" if t.utgave else ""
    return f"{t.aar}{utgave}: {tallet(t.verdi, t.merke)}"


def _vurderingsrader(alle: list[Vurdering]) -> list[dict[str, Any]]:
    """Return a row for each of the six kinds, judged or not."""
    return [
        {
            "kode": slag.value,
            "navn": slag.label,
            "vurderinger": [
                (v, vurderingen(v.trinn, v.tall), fargen(v.trinn)) for v in alle if v.slag == slag.value
            ],
        }
        for slag in Kunnskap
    ]
