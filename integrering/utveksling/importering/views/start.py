"""Choose what to import, get a template, upload."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.importering import actions, queries
from integrering.utveksling.importering import mal as maler
from integrering.utveksling.importering.format import Format, finn_format
from integrering.utveksling.importering.forms import Filskjema
from integrering.utveksling.importering.views.felles import IMPORTERER, finn_slag, nedlasting


@krever(*IMPORTERER)
@require_safe
def importer(request: HttpRequest) -> HttpResponse:
    """The kinds of file one may import, and the drafts that wait."""
    av = aktoer_i(request)
    aapne = [(u, finn_format(u.slag)) for u in queries.aapne_utkast(av)]
    innhold = {"grupper": queries.formatgrupper_for(av), "utkast": aapne}
    return render(request, "importering/start.html", innhold)


@krever(*IMPORTERER)
@require_http_methods(["GET", "HEAD", "POST"])
def ny(request: HttpRequest, slag: str) -> HttpResponse:
    """Upload a file of this kind."""
    format_, av = finn_slag(request, slag), aktoer_i(request)
    if request.method != "POST":
        return _vis(request, format_, Filskjema(format_=format_, av=av))
    skjema = Filskjema(request.POST, request.FILES, format_=format_, av=av)
    if not skjema.is_valid():
        return _vis(request, format_, skjema, AVVIST)
    fil = skjema.cleaned_data["fil"]
    try:
        actions.krev_stoerrelse(fil.size)
        utkast = actions.last_opp(
            slag=slag,
            innhold=fil.read(),
            noekkel=skjema.cleaned_data["noekkel"],
            av=av,
            historisk=skjema.cleaned_data.get("historisk", False),
        )
    except Regelbrudd as brudd:
        for tekst in str(brudd).split("; "):
            skjema.add_error("fil", tekst)
        return _vis(request, format_, skjema, AVVIST)
    return redirect("import_utkast", utkast_id=utkast.pk)


def _vis(request: HttpRequest, format_: Format, skjema: Filskjema, status: int = 200) -> HttpResponse:
    return render(request, "importering/ny.html", {"format": format_, "skjema": skjema}, status=status)


@krever(*IMPORTERER)
@require_safe
def mal(request: HttpRequest, slag: str, endelse: str) -> HttpResponse:
    """An empty file with the right headings."""
    format_ = finn_slag(request, slag)
    skrivere = {"csv": maler.mal_csv, "xlsx": maler.mal_xlsx}
    if endelse not in skrivere:
        raise Http404
    return nedlasting(skrivere[endelse](format_), navn=format_.navn, endelse=endelse)
