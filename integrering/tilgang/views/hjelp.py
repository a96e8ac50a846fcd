"""Help: how to do the most frequent things, and what the words mean."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from integrering.tilgang import begreper as ordliste
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.roller import Rolle
from integrering.tilgang.veiledninger import veiledninger_for


@krever()
@require_safe
def hjelp(request: HttpRequest) -> HttpResponse:
    """The tasks the reader's role can do, step by step."""
    av = aktoer_i(request)
    innhold = {"veiledninger": veiledninger_for(av), "tilgang": _hvem_gir_tilgang(av)}
    return render(request, "tilgang/hjelp.html", innhold)


def _hvem_gir_tilgang(av: Aktoer) -> str:
    """Return whom to ask for access: an administrator is not sent to themselves."""
    if av.har(Rolle.ADMINISTRATOR):
        return _("Mangler noen tilgang til en side? Du gir og endrer roller under «Brukere».")
    if av.har(Rolle.KOMMUNE_ADMINISTRATOR):
        return _("Du gir roller i kommunen under «Brukere». Spør fylkeskommunen om tilgang til noe mer.")
    return _("Mangler du tilgang til en side eller en person? Spør den som er administrator hos dere.")


@krever()
@require_safe
def begreper(request: HttpRequest) -> HttpResponse:
    """The glossary; `q` narrows it (terms are not personal)."""
    tekst = " ".join(request.GET.get("q", "").split())[:100]
    spraak = get_language() or "nb"
    funnet = ordliste.soek(tekst) if tekst else ordliste.alle()
    rader = [
        {"kode": b.kode, "ord": b.ordet(spraak), "andre": b.det_andre(spraak), "betyr": b.betyr(spraak),
         "hjemmel": b.hjemmelen(spraak)}
        for b in funnet
    ]  # fmt: skip
    innhold = {"begreper": rader, "tekst": tekst, "andre_spraak": "nb" if spraak == "nn" else "nn"}
    return render(request, "tilgang/begreper.html", innhold)
