"""A meeting: its page, and calling, changing, calling off, the next one."""

from __future__ import annotations

import uuid
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.lesing import les_uuid
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle
from integrering.nir.models import Person
from integrering.nir.queries.person import finn_person
from integrering.oppgaver.forms import Versjonsskjema
from integrering.tilgang.actions import registrer_innsyn_i_mange
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.queries import kommuner_i_fylket
from integrering.utveksling.moeter import actions, tekster
from integrering.utveksling.moeter.actions.felles import eier
from integrering.utveksling.moeter.actions.punkt import kan_avslutte
from integrering.utveksling.moeter.forms.moete import AvlysSkjema, MoeteSkjema, moeteverdier
from integrering.utveksling.moeter.forms.punkt import PunktSkjema
from integrering.utveksling.moeter.kodeverk import Moetetilstand, Moetetype
from integrering.utveksling.moeter.models import Moete
from integrering.utveksling.moeter.queries import moeter as queries
from integrering.utveksling.moeter.queries.punkter import aapne_i, punkter_i
from integrering.utveksling.moeter.rules.tider import neste_forslag
from integrering.utveksling.moeter.views.felles import KALLER_INN, LESER, mitt_moete, moete_eller_404


@krever(*LESER)
@require_safe
def moete(request: HttpRequest, moete_noekkel: UUID) -> HttpResponse:
    """Everything about one meeting that the reader may see."""
    return vis_moetet(request, moete_eller_404(moete_noekkel))


def vis_moetet(
    request: HttpRequest, moete: Moete, punktskjema: PunktSkjema | None = None, status: int = 200
) -> HttpResponse:
    """Show the meeting, perhaps with a form of a point that was refused."""
    av = aktoer_i(request)
    min_ = eier(av, moete)
    personer = queries.personer_i(moete, av)
    registrer_innsyn_i_mange(person_ider=[p.pk for p in personer], av=av, hvor="moete")
    aapent = min_ and not moete.avlyst and not moete.laast
    if aapent and punktskjema is None:
        punktskjema = PunktSkjema(moete=moete, initial={"innsending": uuid.uuid4()})
    innhold = {
        "moete": moete,
        "tid": tekster.moetets_tid(moete),
        "eier": min_,
        "aapent": aapent,
        "begynt": moete.start <= timezone.now(),
        "planlagt": moete.tilstand == Moetetilstand.PLANLAGT,
        "deltakere": queries.deltakere_i(moete),
        "personer": personer,
        "viser_personer": av.er_fylke or av.er_kommune,
        "kommuner": [k.kommune for k in moete.kommuner.select_related("kommune").order_by("kommune__navn")],
        "punkter": [(p, kan_avslutte(av, p)) for p in punkter_i(moete)],
        "rettelser": queries.rettelser_i(moete) if moete.laast else [],
        "vedlegg": queries.vedlegg_i(moete),
        "neste": queries.neste_i_rekken(moete),
        "forrige": Moete.objects.filter(pk=moete.forrige_id).first() if moete.forrige_id else None,
        "punktskjema": punktskjema if aapent else None,
        "skjema": punktskjema if status != 200 else None,
    }
    return render(request, "moeter/moete.html", innhold, status=status)


@krever(*KALLER_INN)
@require_http_methods(GET_POST)
def moete_nytt(request: HttpRequest) -> HttpResponse:
    """Call a meeting; `?person=<key>` begins with a person it concerns, `?kommune=<number>` invites one."""
    av = aktoer_i(request)
    person = _person(request)
    start = {"innsending": uuid.uuid4(), **_med_kommunen(request.GET.get("kommune", ""))}
    skjema = MoeteSkjema(request.POST or None, av=av, initial=start, avbryt=reverse("moeter"))

    def gjoer(svar: MoeteSkjema) -> HttpResponse:
        nytt = actions.kall_inn(
            data=svar.data_for_moetet, innsending=svar.nr, av=av, personer=[person] if person else []
        )
        messages.success(request, _("Møtet er lagret. De inviterte ser det nå i listen sin."))
        return redirect("moete", moete_noekkel=nytt.noekkel)

    return behandle(request, skjema, Svar("moeter/moete_skjema.html", {"person": person}, gjoer))


def _med_kommunen(nummer: str) -> dict[str, Any]:
    """Return the form's beginning for a dialogue meeting with a municipality of ours; {} without one."""
    kommune = kommuner_i_fylket().filter(nummer=nummer).first() if nummer else None
    if kommune is None:
        return {}
    return {"type": Moetetype.DIALOG.value, "virksomheter": [kommune.pk], "kommuner": [kommune.pk]}


def _person(request: HttpRequest) -> Person | None:
    noekkel = les_uuid(request.GET.get("person"))
    return finn_person(noekkel) if noekkel else None


@krever(*KALLER_INN)
@require_http_methods(GET_POST)
def moete_endre(request: HttpRequest, moete_noekkel: UUID) -> HttpResponse:
    """Change a meeting one has called."""
    moete, av = mitt_moete(request, moete_noekkel), aktoer_i(request)
    tilbake = reverse("moete", args=[moete.noekkel])
    skjema = MoeteSkjema(request.POST or None, av=av, initial=moeteverdier(moete, av), avbryt=tilbake)

    def gjoer(svar: MoeteSkjema) -> HttpResponse:
        versjon = svar.cleaned_data["versjon"] or 0
        actions.endre_moete(moete=moete, versjon=versjon, data=svar.data_for_moetet, av=av)
        messages.success(request, _("Møtet er endret."))
        return redirect(tilbake)

    def naa(rad: Moete) -> dict[str, Any]:
        return moeteverdier(rad, av)

    return behandle(request, skjema, Svar("moeter/moete_skjema.html", {"moete": moete}, gjoer, naa))


@krever(*KALLER_INN)
@require_http_methods(GET_POST)
def moete_avlys(request: HttpRequest, moete_noekkel: UUID) -> HttpResponse:
    """Call a meeting off."""
    moete, av = mitt_moete(request, moete_noekkel), aktoer_i(request)
    tilbake = reverse("moete", args=[moete.noekkel])
    skjema = AvlysSkjema(request.POST or None, initial={"versjon": moete.versjon}, avbryt=tilbake)

    def gjoer(svar: AvlysSkjema) -> HttpResponse:
        actions.avlys(moete=moete, av=av, **svar.cleaned_data)
        messages.success(request, _("Møtet er avlyst. Kalendere som abonnerer, får vite det."))
        return redirect(tilbake)

    innhold = {"moete": moete, "tid": tekster.moetets_tid(moete)}
    return behandle(request, skjema, Svar("moeter/avlys.html", innhold, gjoer))


@krever(*KALLER_INN)
@require_POST
def moete_avholdt(request: HttpRequest, moete_noekkel: UUID) -> HttpResponse:
    """Say that the meeting took place."""
    moete = mitt_moete(request, moete_noekkel)
    skjema = Versjonsskjema(request.POST)
    try:
        versjon = skjema.cleaned_data["versjon"] if skjema.is_valid() else 0
        actions.merk_avholdt(moete=moete, versjon=versjon, av=aktoer_i(request))
    except Regelbrudd as brudd:  # a conflict too: the page that follows shows how it stands
        messages.error(request, str(brudd))
    else:
        messages.success(request, _("Møtet er merket som avholdt. Neste: skriv referatet."))
    return redirect("moete", moete_noekkel=moete.noekkel)


@krever(*KALLER_INN)
@require_http_methods(GET_POST)
def moete_neste(request: HttpRequest, moete_noekkel: UUID) -> HttpResponse:
    """Make the next meeting; where a slot has made it, carry the points over to it."""
    moete, av = mitt_moete(request, moete_noekkel), aktoer_i(request)
    neste = queries.neste_i_rekken(moete)
    if neste is not None and neste.forrige_id != moete.pk:
        return _viderefoer(request, moete, neste)
    tilbake = reverse("moete", args=[moete.noekkel])
    verdier = moeteverdier(moete, av) | {
        "innsending": uuid.uuid4(),
        "versjon": None,
        "dato": neste_forslag(moete.start, timezone.localdate()),
        "dagsorden": "",
    }
    skjema = MoeteSkjema(request.POST or None, av=av, initial=verdier, avbryt=tilbake, neste=True)

    def gjoer(svar: MoeteSkjema) -> HttpResponse:
        nytt = actions.lag_neste(
            forrige=moete,
            data=svar.data_for_moetet,
            innsending=svar.nr,
            viderefoer=svar.cleaned_data["viderefoer"],
            personer=queries.personer_i(moete, av),
            av=av,
        )
        messages.success(request, _("Neste møte er lagret med de samme deltakerne."))
        return redirect("moete", moete_noekkel=nytt.noekkel)

    return behandle(request, skjema, Svar("moeter/moete_skjema.html", {"forrige": moete}, gjoer))


def _viderefoer(request: HttpRequest, fra: Moete, til: Moete) -> HttpResponse:
    antall = aapne_i(fra).count()
    innhold = {
        "moete": fra,
        "neste": til,
        "tid": tekster.moetets_tid(til),
        "antall": antall,
        "overskrift": _("Før åpne punkter videre"),
        "knapp": _("Før punktene videre"),
        "avbryt": reverse("moete", args=[fra.noekkel]),
    }
    if request.method != "POST":
        return render(request, "moeter/viderefoer.html", innhold)
    try:
        actions.viderefoer(fra=fra, til=til, av=aktoer_i(request))
    except Regelbrudd as brudd:
        return render(request, "moeter/viderefoer.html", {**innhold, "brudd": str(brudd)}, status=422)
    messages.success(request, _("De åpne punktene står nå også i neste møte."))
    return redirect("moete", moete_noekkel=til.noekkel)
