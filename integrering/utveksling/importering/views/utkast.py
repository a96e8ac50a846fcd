"""A draft: its columns, its preview, and the button that imports."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.lesing import les_id
from integrering.grunnmur.skjemasvar import AVVIST, BORTE, KONFLIKT
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.importering import actions, queries
from integrering.utveksling.importering.actions.gjoer import VISTE_AVVIK
from integrering.utveksling.importering.format import finn_format
from integrering.utveksling.importering.forms import Arkskjema, Kolonneskjema
from integrering.utveksling.importering.meldinger import melding
from integrering.utveksling.importering.models import Importutkast, Utkastinnhold, Utkasttilstand
from integrering.utveksling.importering.views.felles import IMPORTERER, mitt_utkast, nedlasting


@krever(*IMPORTERER)
@require_safe
def vis(request: HttpRequest, utkast_id: UUID) -> HttpResponse:
    """The draft as it stands: at work, stopped, tried, done or closed."""
    utkast = mitt_utkast(request, utkast_id)
    i_gang = utkast.jobb is not None and utkast.jobb.lever
    arbeider = utkast.tilstand in (Utkasttilstand.PROEVES, Utkasttilstand.IMPORTERES)
    if request.headers.get("HX-Request") and not (arbeider and i_gang):
        return HttpResponse(status=204, headers={"HX-Redirect": reverse("import_utkast", args=[utkast.pk])})
    if arbeider:
        return _vis_arbeid(request, utkast, i_gang=i_gang)
    if utkast.tilstand == Utkasttilstand.FERDIG and utkast.kvittering:
        return redirect("import_kvittering", kvittering=utkast.kvittering.noekkel)
    if utkast.tilstand == Utkasttilstand.KOLONNER and not _borte(utkast):
        return redirect("import_kolonner", utkast_id=utkast.pk)
    if utkast.tilstand == Utkasttilstand.PROEVD and not _borte(utkast):
        return _vis_proeve(request, utkast)
    return _lukket(request, utkast)


def _borte(utkast: Importutkast) -> bool:
    return not utkast.er_aapent or utkast.utloeper < timezone.now()


def _lukket(request: HttpRequest, utkast: Importutkast) -> HttpResponse:
    return render(request, "importering/lukket.html", _felles(utkast), status=BORTE)


def _felles(utkast: Importutkast) -> dict[str, Any]:
    return {"utkast": utkast, "format": finn_format(utkast.slag)}


def _vis_arbeid(request: HttpRequest, utkast: Importutkast, *, i_gang: bool) -> HttpResponse:
    importeres = utkast.tilstand == Utkasttilstand.IMPORTERES
    innhold = _felles(utkast) | {
        "overskrift": _("Importerer") if importeres else _("Kontrollerer filen"),
        "importeres": importeres,
        "ferdig": not i_gang,
        "jobb": utkast.jobb,
        "url": reverse("import_utkast", args=[utkast.pk]),
    }
    return render(request, "importering/arbeid.html" if i_gang else "importering/stoppet.html", innhold)


def _vis_proeve(request: HttpRequest, utkast: Importutkast) -> HttpResponse:
    resultat = utkast.resultat
    felt = request.GET.get("felt")
    felt = felt if felt in resultat["felt"] else None
    side = queries.avvikside(utkast.pk, felt=felt, etter=les_id(request.GET.get("etter")))
    innhold = Utkastinnhold.objects.defer("fil", "feilfil").get(utkast=utkast)

    def kaller(navn: str) -> str:
        plass = utkast.plasser.get(navn)
        return navn if plass is None else innhold.overskrifter[plass] or navn

    return render(
        request,
        "importering/proevd.html",
        _felles(utkast)
        | {
            "innhold": innhold,
            "resultat": resultat,
            "importeres": resultat["nye"] + resultat["nye_versjoner"] + resultat["uendrede"],
            "avvik": [(a, kaller(a.felt), melding("", a.kode, a.verdi, a.mer)) for a in side.avvik],
            "ubrukte": [
                o for i, o in enumerate(innhold.overskrifter) if o and i not in utkast.plasser.values()
            ],
            "felter": _faner(resultat, felt, kaller),
            "flere_enn_vist": resultat["avvik"] > VISTE_AVVIK,
            "viste": VISTE_AVVIK,
            "forrige": None if side.forrige is None else _sideadresse(felt, side.forrige),
            "neste": _sideadresse(felt, side.neste) if side.neste else None,
        },
    )


def _faner(resultat: dict[str, Any], valgt: str | None, kaller: Any) -> list[dict[str, Any]]:
    alle = {"url": "?", "tekst": _("Alle"), "antall": resultat["avvik"], "aktiv": valgt is None}
    return [
        alle,
        *(
            {
                "url": f"?felt={navn}",
                "tekst": kaller(navn) or _("Hele raden"),
                "antall": antall,
                "aktiv": navn == valgt,
            }
            for navn, antall in resultat["felt"].items()
        ),
    ]


def _sideadresse(felt: str | None, etter: int) -> str:
    return f"?etter={etter}" + ("" if felt is None else f"&felt={felt}")


@krever(*IMPORTERER)
@require_http_methods(["GET", "HEAD", "POST"])
def kolonner(request: HttpRequest, utkast_id: UUID) -> HttpResponse:
    """Say which of the file's columns is which of ours."""
    utkast = mitt_utkast(request, utkast_id)
    if utkast.tilstand == Utkasttilstand.FERDIG or (utkast.jobb and utkast.jobb.lever):
        return redirect("import_utkast", utkast_id=utkast.pk)
    if _borte(utkast):
        return _lukket(request, utkast)
    innhold = Utkastinnhold.objects.defer("fil", "feilfil").get(utkast=utkast)
    if request.method != "POST":
        return _vis_kolonner(request, utkast, innhold, _kolonneskjema(None, utkast, innhold))
    skjema = _kolonneskjema(request.POST, utkast, innhold)
    if not skjema.is_valid():
        return _vis_kolonner(request, utkast, innhold, skjema, AVVIST)
    try:
        actions.velg_kolonner(
            utkast=utkast,
            plasser=skjema.plasser,
            navn=skjema.cleaned_data["navn"],
            av=aktoer_i(request),
        )
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(brudd)
        return _vis_kolonner(request, utkast, innhold, skjema, AVVIST)
    return redirect("import_utkast", utkast_id=utkast.pk)


def _kolonneskjema(data: Any, utkast: Importutkast, innhold: Utkastinnhold) -> Kolonneskjema:
    format_ = finn_format(utkast.slag)
    navn = _("%(slag)s %(tid)s") % {"slag": format_.tittel, "tid": visning.tidspunkt(utkast.opprettet)}
    return Kolonneskjema(
        data,
        format_=format_,
        overskrifter=innhold.overskrifter,
        eksempler=innhold.eksempler,
        plasser=utkast.plasser,
        historisk=utkast.historisk,
        initial={"navn": navn},
        avbryt=reverse("import_slett", args=[utkast.pk]),
    )


def _vis_kolonner(
    request: HttpRequest,
    utkast: Importutkast,
    innhold: Utkastinnhold,
    skjema: Kolonneskjema,
    status: int = 200,
) -> HttpResponse:
    kolonnene = list(zip(innhold.overskrifter, innhold.eksempler, strict=False))
    sider = {
        "innhold": innhold,
        "skjema": skjema,
        "kolonnene": [
            (o, e, next((navn for navn, p in utkast.plasser.items() if p == i), ""))
            for i, (o, e) in enumerate(kolonnene)
            if o or any(e)
        ],
    }
    if len(innhold.arknavn) > 1:
        sider["arkskjema"] = Arkskjema(arknavn=innhold.arknavn, initial={"ark": innhold.ark})
    return render(request, "importering/kolonner.html", _felles(utkast) | sider, status=status)


@krever(*IMPORTERER)
@require_POST
def ark(request: HttpRequest, utkast_id: UUID) -> HttpResponse:
    """Read another sheet."""
    utkast = mitt_utkast(request, utkast_id)
    try:
        actions.velg_ark(utkast=utkast, ark=request.POST.get("ark", ""), av=aktoer_i(request))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect("import_utkast", utkast_id=utkast.pk)


@krever(*IMPORTERER)
@require_POST
def proev(request: HttpRequest, utkast_id: UUID) -> HttpResponse:
    """Try again what stopped."""
    utkast = mitt_utkast(request, utkast_id)
    try:
        actions.proev_utkast(utkast=utkast, av=aktoer_i(request))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect("import_utkast", utkast_id=utkast.pk)


@krever(*IMPORTERER)
@require_POST
def bekreft(request: HttpRequest, utkast_id: UUID) -> HttpResponse:
    """Import what was tried: once, however often it is sent."""
    utkast = mitt_utkast(request, utkast_id)
    if _borte(utkast) and utkast.tilstand != Utkasttilstand.FERDIG:
        return _lukket(request, utkast)
    try:
        actions.bekreft_utkast(utkast=utkast, av=aktoer_i(request))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect("import_utkast", utkast_id=utkast.pk)


@krever(*IMPORTERER)
@require_POST
def avbryt(request: HttpRequest, utkast_id: UUID) -> HttpResponse:
    """Stop the work that is under way."""
    utkast = mitt_utkast(request, utkast_id)
    actions.avbryt_utkast(utkast=utkast, av=aktoer_i(request))
    return redirect("import_utkast", utkast_id=utkast.pk)


@krever(*IMPORTERER)
@require_http_methods(["GET", "HEAD", "POST"])
def slett(request: HttpRequest, utkast_id: UUID) -> HttpResponse:
    """Close the draft and delete its file."""
    utkast = mitt_utkast(request, utkast_id)
    if not utkast.er_aapent:
        return redirect("import_utkast", utkast_id=utkast.pk)
    if request.method != "POST":
        innhold = _felles(utkast) | {"avbryt": reverse("import_utkast", args=[utkast.pk])}
        return render(request, "importering/slett.html", innhold)
    try:
        actions.slett_utkast(utkast=utkast, av=aktoer_i(request))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
        innhold = _felles(utkast) | {"avbryt": reverse("import_utkast", args=[utkast.pk])}
        return render(request, "importering/slett.html", innhold, status=KONFLIKT)
    messages.success(request, _("Filen er slettet. Ingenting er importert."))
    return redirect("importer")


@krever(*IMPORTERER)
@require_safe
def feilfil(request: HttpRequest, utkast_id: UUID) -> HttpResponse:
    """The rows that would be sent back, with the reason."""
    utkast = mitt_utkast(request, utkast_id)
    innhold = Utkastinnhold.objects.filter(utkast=utkast, feilfil__isnull=False).defer("fil").first()
    if innhold is None or innhold.feilfil is None:
        raise Http404
    return nedlasting(
        bytes(innhold.feilfil),
        navn=f"{utkast.slag}-feil",
        endelse="csv" if innhold.endelse == "csv" else "xlsx",
    )
