"""Requests for information: register, look, decide, correct."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.grunnmur.skjemasvar import Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.meldinger import actions
from integrering.utveksling.meldinger.actions.forespoersel import INNKOMMET, SVAR
from integrering.utveksling.meldinger.forms.forespoersel import ForespoerselSkjema, SvarPaaForespoersel
from integrering.utveksling.meldinger.kodeverk import Datatype
from integrering.utveksling.meldinger.lister import FORESPOERSLER, forespoerselstatus
from integrering.utveksling.meldinger.models import Forespoersel, Forespoerselhendelse
from integrering.utveksling.meldinger.queries import lesing
from integrering.utveksling.meldinger.views.felles import MED_PERSONER, person_i_adressen, ved_filene


@krever(*MED_PERSONER)
@require_safe
def forespoersler(request: HttpRequest) -> HttpResponse:
    """Our requests."""
    return vis_liste(request, FORESPOERSLER, mal="meldinger/forespoersler.html")


def _finn(noekkel: UUID) -> Forespoersel:
    funnet = lesing.finn_forespoersel(noekkel)
    if funnet is None:
        raise Http404
    return funnet


@dataclass(frozen=True)
class Hendelse:
    """A line of the history."""

    tittel: str
    tidspunkt: Any
    hvem: str
    aarsak: str
    beskrivelse: str


@krever(*MED_PERSONER)
@require_safe
def forespoersel(request: HttpRequest, forespoersel_noekkel: UUID) -> HttpResponse:
    """One request, with its history."""
    funnet, av = _finn(forespoersel_noekkel), aktoer_i(request)
    personer = lesing.personer_i(funnet)
    for person in personer:
        registrer_innsyn(person_id=person.pk, av=av, hvor="forespoersel", grunn=funnet.saksnummer)
    utlevert = [str(dict(Datatype.choices).get(kode, kode)) for kode in funnet.utlevert_hva]
    innhold = {
        "f": funnet,
        "status": forespoerselstatus(funnet),
        "personer": personer,
        "utlevert": ", ".join(utlevert),
        "vedlegg": lesing.vedlegg_i(funnet),
        "hendelser": [_hendelse(h) for h in funnet.hendelser.select_related("av").order_by("-id")],
    }
    return render(request, "meldinger/forespoersel.html", innhold)


def _hendelse(h: Forespoerselhendelse) -> Hendelse:
    titler = {"registrert": _("Registrert"), "avgjort": _("Svar registrert"), "rettet": _("Rettet")}
    endret = [
        _("%(felt)s: «%(foer)s» ble «%(etter)s».")
        % {"felt": _felt(navn), "foer": _verdi(f), "etter": _verdi(e)}
        for navn, (f, e) in h.endret.items()
        if not navn.endswith("_id")
    ]
    return Hendelse(titler[h.slag], h.tid, str(h.av), h.aarsak, " ".join(endret))


def _felt(navn: str) -> str:
    return str(capfirst(str(Forespoersel._meta.get_field(navn).verbose_name)))  # type: ignore[union-attr]


def _verdi(verdi: Any) -> str:
    return ", ".join(verdi) if isinstance(verdi, list) else str(verdi or "–")


@krever(*MED_PERSONER)
@require_http_methods(["GET", "HEAD", "POST"])
def ny(request: HttpRequest) -> HttpResponse:
    """Register a request."""
    av = aktoer_i(request)
    person = person_i_adressen(request, av)
    start = {"noekkel": uuid.uuid4(), "versjon": 0, "mottatt": timezone.localdate()}
    if person is not None:
        registrer_innsyn(person_id=person.pk, av=av, hvor="forespoersel")
        start["personer"] = person.duf
    skjema = ForespoerselSkjema(
        skrevet(request),
        request.FILES or None,
        initial=start,
        rettes=False,
        avbryt=reverse("forespoersler"),
    )

    def gjoer(svar: ForespoerselSkjema) -> HttpResponse:
        lagret = actions.registrer_forespoersel(
            noekkel=svar.cleaned_data["noekkel"], felter=svar.felter,
            personer=svar.cleaned_data["personer"], av=av, filer=svar.cleaned_data["filer"],
        )  # fmt: skip
        messages.success(
            request,
            _("Forespørselen er registrert. Svar eller send foreløpig svar innen %(dag)s.")
            % {"dag": visning.dato(lagret.frist)},
        )
        return redirect(_til(lagret))

    return _behandle(request, skjema, _("Registrer informasjonsforespørsel"), gjoer)


@krever(*MED_PERSONER)
@require_http_methods(["GET", "HEAD", "POST"])
def svar(request: HttpRequest, forespoersel_noekkel: UUID) -> HttpResponse:
    """The preliminary answer or the decision; once decided, a correction of it."""
    funnet = _finn(forespoersel_noekkel)
    rettes = bool(funnet.avgjoerelse)
    start = {navn: getattr(funnet, navn) for navn in (*SVAR, "versjon")}
    skjema = SvarPaaForespoersel(
        skrevet(request), request.FILES or None, initial=start, rettes=rettes, avbryt=_til(funnet)
    )
    overskrift = _("Rett avgjørelsen") if rettes else _("Svar på forespørselen")

    def gjoer(svar: SvarPaaForespoersel) -> HttpResponse:
        actions.avgjoer_forespoersel(
            forespoersel=funnet, versjon=svar.cleaned_data["versjon"], felter=svar.felter,
            av=aktoer_i(request), filer=svar.cleaned_data["filer"],
            aarsak=svar.cleaned_data.get("aarsak", ""),
        )  # fmt: skip
        messages.success(request, _("Svaret er registrert."))
        return redirect(_til(funnet))

    return _behandle(request, skjema, overskrift, gjoer, funnet)


@krever(*MED_PERSONER)
@require_http_methods(["GET", "HEAD", "POST"])
def rett(request: HttpRequest, forespoersel_noekkel: UUID) -> HttpResponse:
    """Correct what was registered when the request came."""
    funnet = _finn(forespoersel_noekkel)
    start = {navn: getattr(funnet, navn) for navn in (*INNKOMMET, "versjon", "noekkel")}
    start["personer"] = "\n".join(p.duf for p in lesing.personer_i(funnet))
    skjema = ForespoerselSkjema(skrevet(request), initial=start, rettes=True, avbryt=_til(funnet))

    def gjoer(svar: ForespoerselSkjema) -> HttpResponse:
        actions.rett_forespoersel(
            forespoersel=funnet, versjon=svar.cleaned_data["versjon"], felter=svar.felter,
            personer=svar.cleaned_data["personer"], aarsak=svar.cleaned_data["aarsak"],
            av=aktoer_i(request),
        )  # fmt: skip
        messages.success(request, _("Rettelsen er lagret."))
        return redirect(_til(funnet))

    return _behandle(request, skjema, _("Rett forespørselen"), gjoer, funnet)


def _til(funnet: Forespoersel) -> str:
    return reverse("forespoersel", args=[funnet.noekkel])


def _behandle(
    request: HttpRequest,
    skjema: ForespoerselSkjema | SvarPaaForespoersel,
    overskrift: str,
    gjoer: Callable[[Any], HttpResponse],
    funnet: Forespoersel | None = None,
) -> HttpResponse:
    """Answer one of the forms: saved, refused, or beside what a colleague saved meanwhile."""

    def lagre(svar: Any) -> HttpResponse:
        try:
            return gjoer(svar)
        except Konflikt:
            raise
        except Regelbrudd as brudd:
            raise ved_filene(brudd) from brudd

    def naa(rad: Forespoersel) -> dict[str, Any]:
        return {navn: getattr(rad, navn) for navn in skjema.felter}

    innhold = {"overskrift": overskrift, "f": funnet}
    return behandle(request, skjema, Svar("meldinger/forespoersel_skjema.html", innhold, lagre, naa))
