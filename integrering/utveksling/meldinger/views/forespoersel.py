"""Requests for information: register, look, decide, correct."""

from __future__ import annotations

import uuid
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
from integrering.grunnmur.skjemasvar import AVVIST, KONFLIKT, med_versjon
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
from integrering.utveksling.meldinger.views.felles import MED_PERSONER, person_i_adressen


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
        request.POST or None,
        request.FILES or None,
        initial=start,
        rettes=False,
        avbryt=reverse("forespoersler"),
    )
    if request.method == "POST" and skjema.is_valid():
        try:
            lagret = actions.registrer_forespoersel(
                noekkel=skjema.cleaned_data["noekkel"], felter=skjema.felter,
                personer=skjema.cleaned_data["personer"], av=av, filer=skjema.cleaned_data["filer"],
            )  # fmt: skip
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(_ved_filene(brudd))
        else:
            messages.success(
                request,
                _("Forespørselen er registrert. Svar eller send foreløpig svar innen %(dag)s.")
                % {"dag": visning.dato(lagret.frist)},
            )
            return redirect("forespoersel", forespoersel_noekkel=lagret.noekkel)
    return _vis(request, skjema, _("Registrer informasjonsforespørsel"))


@krever(*MED_PERSONER)
@require_http_methods(["GET", "HEAD", "POST"])
def svar(request: HttpRequest, forespoersel_noekkel: UUID) -> HttpResponse:
    """The preliminary answer or the decision; once decided, a correction of it."""
    funnet = _finn(forespoersel_noekkel)
    rettes = bool(funnet.avgjoerelse)
    start = {navn: getattr(funnet, navn) for navn in (*SVAR, "versjon")}
    skjema = SvarPaaForespoersel(
        request.POST or None, request.FILES or None, initial=start, rettes=rettes, avbryt=_til(funnet)
    )
    overskrift = _("Rett avgjørelsen") if rettes else _("Svar på forespørselen")

    def lagre() -> None:
        actions.avgjoer_forespoersel(
            forespoersel=funnet, versjon=skjema.cleaned_data["versjon"], felter=skjema.felter,
            av=aktoer_i(request), filer=skjema.cleaned_data["filer"],
            aarsak=skjema.cleaned_data.get("aarsak", ""),
        )  # fmt: skip

    return _lagre(request, funnet, skjema, lagre, overskrift, _("Svaret er registrert."))


@krever(*MED_PERSONER)
@require_http_methods(["GET", "HEAD", "POST"])
def rett(request: HttpRequest, forespoersel_noekkel: UUID) -> HttpResponse:
    """Correct what was registered when the request came."""
    funnet = _finn(forespoersel_noekkel)
    start = {navn: getattr(funnet, navn) for navn in (*INNKOMMET, "versjon", "noekkel")}
    start["personer"] = "\n".join(p.duf for p in lesing.personer_i(funnet))
    skjema = ForespoerselSkjema(request.POST or None, initial=start, rettes=True, avbryt=_til(funnet))

    def lagre() -> None:
        actions.rett_forespoersel(
            forespoersel=funnet, versjon=skjema.cleaned_data["versjon"], felter=skjema.felter,
            personer=skjema.cleaned_data["personer"], aarsak=skjema.cleaned_data["aarsak"],
            av=aktoer_i(request),
        )  # fmt: skip

    return _lagre(request, funnet, skjema, lagre, _("Rett forespørselen"), _("Rettelsen er lagret."))


def _til(funnet: Forespoersel) -> str:
    return reverse("forespoersel", args=[funnet.noekkel])


def _ved_filene(brudd: Regelbrudd) -> Regelbrudd:
    return Regelbrudd({"filer" if felt == "vedlegg" else felt: t for felt, t in brudd.meldinger.items()})


def _lagre(
    request: HttpRequest, funnet: Forespoersel, skjema: Any, lagre: Any, overskrift: str, ferdig: str
) -> HttpResponse:
    """Save and go to the request, or show the form again: with errors, or beside what a colleague saved."""
    if request.method == "POST" and skjema.is_valid():
        try:
            lagre()
        except Konflikt as konflikt:
            med_versjon(skjema, konflikt.naa.versjon)
            linjer = _forskjeller(skjema, konflikt.naa)
            return _vis(request, skjema, overskrift, KONFLIKT, f=funnet, naa=konflikt.naa, linjer=linjer)
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(_ved_filene(brudd))
        else:
            messages.success(request, ferdig)
            return redirect(_til(funnet))
    return _vis(request, skjema, overskrift, f=funnet)


def _forskjeller(skjema: Any, naa: Any) -> list[dict[str, str]]:
    linjer = []
    for navn, verdi in skjema.felter.items():
        deres = getattr(naa, navn)
        if deres != verdi:
            linjer.append({"felt": _felt(navn), "deres": _verdi(deres), "ditt": _verdi(verdi)})
    return linjer


def _vis(request: HttpRequest, skjema: Any, overskrift: str, status: int = 0, **ekstra: Any) -> HttpResponse:
    innhold = {"skjema": skjema, "overskrift": overskrift, **ekstra}
    status = status or (AVVIST if request.method == "POST" else 200)
    return render(request, "meldinger/forespoersel_skjema.html", innhold, status=status)
