"""The same letter to several municipalities: choose, check, make, send."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobbside import foelg
from integrering.grunnmur.models import LEVENDE, Jobb
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, Svar, behandle, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.brev import actions, queries, tekster
from integrering.utveksling.brev.actions.bunke import jobbnoekkel
from integrering.utveksling.brev.arkivpakke import alle_pdf
from integrering.utveksling.brev.forms import Flereskjema, Sendtskjema
from integrering.utveksling.brev.models import Brevbunke, Brevmalversjon, Brevtilstand
from integrering.utveksling.brev.rules.maalform import Kilde
from integrering.utveksling.brev.views.felles import SKRIVER, fil


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def flere(request: HttpRequest) -> HttpResponse:
    """Choose template and municipalities → check → make."""
    av = aktoer_i(request)
    maler = queries.maler_til_flere(timezone.localdate())
    valgt = request.GET.get("mal") or (maler[0].mal.kode if maler else "")
    malversjon = next((v for v in maler if v.mal.kode == valgt), None)
    if malversjon is None:
        raise Http404
    if request.method != "POST":
        skjema = Flereskjema(malversjon=malversjon, av=av)
        if request.GET.get("velg") == "mangler":
            skjema.initial["kommuner"] = [r.kommune.nummer for r in skjema.rader if r.mangler]
        return _vis(request, skjema, maler)
    skjema, steg = Flereskjema(request.POST, malversjon=malversjon, av=av), request.POST.get("steg")
    if not skjema.is_valid():
        return _vis(request, skjema, maler, AVVIST)
    if steg == "endre":
        return _vis(request, skjema, maler)
    return _lag(request, skjema, maler) if steg == "lagre" else _kontroller(request, skjema, maler)


def _vis(
    request: HttpRequest, skjema: Flereskjema, maler: list[Brevmalversjon], status: int = 200
) -> HttpResponse:
    innhold = {
        "skjema": skjema,
        "maler": [
            {
                "tekst": v.mal.formaal,
                "url": f"{reverse('brev_flere')}?mal={v.mal.kode}",
                "aktiv": v == skjema.malversjon,
            }
            for v in maler
        ],
    }
    return render(request, "brev/flere.html", innhold, status=status)


def _kontroller(request: HttpRequest, skjema: Flereskjema, maler: list[Brevmalversjon]) -> HttpResponse:
    if not skjema.valgte:
        skjema.add_error("kommuner", _("Velg minst én kommune."))
        return _vis(request, skjema, maler, AVVIST)
    noeytral = skjema.cleaned_data["noeytral"]
    rader = [
        {
            "kommune": r.kommune,
            "maalform": tekster.maalform(noeytral if r.valg.kilde is Kilde.NOEYTRAL else r.valg.maalform),
            "hvorfor": _("nøytral") if r.valg.kilde is Kilde.NOEYTRAL else _("målvedtak"),
            "mangler": r.mangler,
        }
        for r in skjema.valgte
    ]
    antall = len(rader)
    knapp = ngettext("Lag %(n)s brev", "Lag %(n)s brev", antall) % {"n": antall}
    innhold = {
        "kontrollskjema": skjema,
        "rader": rader,
        "knapp": knapp,
        "avbryt": reverse("brev"),
        "punkter": [
            (skjema.fields[n].label, skjema.fields[n].prepare_value(v)) for n, v in _svarene(skjema) if v
        ],
    }
    return render(request, "brev/flere_kontroller.html", innhold)


def _svarene(skjema: Flereskjema) -> list[tuple[str, object]]:
    ute = {"noekkel", "skrevet", "kommuner", "noeytral"}
    return [(navn, skjema.cleaned_data[navn]) for navn in skjema.fields if navn not in ute]


def _lag(request: HttpRequest, skjema: Flereskjema, maler: list[Brevmalversjon]) -> HttpResponse:
    try:
        bunke = actions.bestill_bunke(
            noekkel=skjema.cleaned_data["noekkel"], malversjon=skjema.malversjon, svar=skjema.svar,
            kommuner=[r.kommune for r in skjema.valgte], av=aktoer_i(request),
        )  # fmt: skip
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(brudd)
        return _vis(request, skjema, maler, AVVIST)
    jobb = _jobb(bunke)
    if jobb:
        return foelg(jobb.pk)
    messages.success(request, _("Brevene er ferdige. Neste: send dem, og merk dem som sendt."))
    return redirect("brev_bunke", bunke_noekkel=bunke.noekkel)


def _jobb(bunke: Brevbunke) -> Jobb | None:
    """Return the job that makes the letters now."""
    return Jobb.objects.filter(noekkel=jobbnoekkel(bunke), tilstand__in=LEVENDE).first()


def _bunke(noekkel: UUID) -> Brevbunke:
    bunke = queries.finn_bunke(noekkel)
    if bunke is None:
        raise Http404
    return bunke


@krever(*SKRIVER)
@require_safe
def bunke(request: HttpRequest, bunke_noekkel: UUID) -> HttpResponse:
    """The letters made together."""
    funnet = _bunke(bunke_noekkel)
    brev = list(queries.brev_i(funnet))
    innhold = {
        "bunke": funnet,
        "rader": [(b, tekster.FARGE[b.tilstand]) for b in brev],
        "ferdige": sum(b.tilstand == Brevtilstand.FERDIG for b in brev),
        "laaste": sum(b.er_laast for b in brev),
        "jobb": _jobb(funnet),
    }
    return render(request, "brev/bunke.html", innhold)


@krever(*SKRIVER)
@require_safe
def bunke_zip(request: HttpRequest, bunke_noekkel: UUID) -> HttpResponse:
    """All finished PDFs in one file. Raises Http404 while there is none."""
    funnet = _bunke(bunke_noekkel)
    brev = [b for b in queries.brev_i(funnet).select_related("fil") if b.er_laast]
    if not brev:
        raise Http404
    return fil(alle_pdf((b, b.fil) for b in brev), "brev.zip", "application/zip", last_ned=True)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def bunke_sendt(request: HttpRequest, bunke_noekkel: UUID) -> HttpResponse:
    """Mark all finished letters as sent."""
    av, funnet = aktoer_i(request), _bunke(bunke_noekkel)
    ferdige = list(queries.brev_i(funnet).filter(tilstand=Brevtilstand.FERDIG))
    tilbake = reverse("brev_bunke", args=[funnet.noekkel])
    if not ferdige:
        messages.info(request, _("Ingen ferdige brev venter på å bli merket som sendt."))
        return redirect(tilbake)
    skjema = Sendtskjema(
        skrevet(request), kan_faa_melding=queries.kan_faa_melding(ferdige, av), avbryt=tilbake
    )

    def gjoer(svar: Sendtskjema) -> HttpResponse:
        n = actions.merk_bunke_sendt(bunke=funnet, av=av, **svar.cleaned_data)
        tekst = ngettext("%(n)s brev er merket som sendt.", "%(n)s brev er merket som sendt.", n)
        messages.success(request, tekst % {"n": n})
        return redirect(tilbake)

    innhold = {"bunke": funnet, "ferdige": len(ferdige)}
    return behandle(request, skjema, Svar("brev/bunke_sendt.html", innhold, gjoer))
