"""Writing: draft, autosave, look it over, send, delete."""

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
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kodelister import kodenavn
from integrering.grunnmur.lesing import les_uuid
from integrering.grunnmur.samtidighet import Konflikt
from integrering.grunnmur.skjemasvar import AVVIST, KONFLIKT, forskjeller, med_versjon
from integrering.nir.models import Person
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.meldinger import actions
from integrering.utveksling.meldinger.actions.utkast import skjermet_tekst, vedlegg_til
from integrering.utveksling.meldinger.forms.melding import MeldingSkjema, SvarSkjema, fra_utkast
from integrering.utveksling.meldinger.kodeverk import EMNE
from integrering.utveksling.meldinger.models import Melding, Samtale, Utkast
from integrering.utveksling.meldinger.queries import adressater, lesing
from integrering.utveksling.meldinger.views.felles import BRUKERE, person_i_adressen, ved_filene
from integrering.utveksling.vedlegg.models import Vedlegg


@dataclass
class Arbeid:
    """What is being written: a draft that may not be saved yet, in a thread or about a person."""

    av: Aktoer
    noekkel: UUID
    utkast: Utkast | None = None
    samtale: Samtale | None = None
    person: Person | None = None

    @property
    def vedlegg(self) -> list[Vedlegg]:
        """The files saved with the draft."""
        return vedlegg_til(self.utkast) if self.utkast else []

    def skjema(self, request: HttpRequest | None = None) -> SvarSkjema:
        """Return the form, with what was posted or what is saved."""
        felles: dict[str, Any] = {
            "initial": fra_utkast(self.utkast, self.noekkel),
            "vedlegg": self.vedlegg,
            "avbryt": reverse("samtale", args=[self.samtale.noekkel])
            if self.samtale
            else reverse("meldinger"),
        }
        data = (request.POST, request.FILES) if request else (None, None)
        if self.samtale is not None:
            return SvarSkjema(*data, **felles)
        mottakere = adressater.mulige_mottakere(self.av, self.person)
        return MeldingSkjema(*data, mottakere=mottakere, **felles)


@krever(*BRUKERE)
@require_http_methods(["GET", "HEAD", "POST"])
def ny(request: HttpRequest) -> HttpResponse:
    """Begin a thread, about a person with `?person=`."""
    av = aktoer_i(request)
    person = person_i_adressen(request, av)
    if person is not None and person.skjermet:
        messages.warning(request, skjermet_tekst())
        return redirect("overleveringer", noekkel=person.noekkel)
    return _skriv(request, _fra_skjemaet(request, Arbeid(av, uuid.uuid4(), person=person)))


@krever(*BRUKERE)
@require_http_methods(["GET", "HEAD", "POST"])
def svar(request: HttpRequest, samtale_noekkel: UUID) -> HttpResponse:
    """Answer in a thread."""
    samtale = lesing.finn_samtale(samtale_noekkel)
    if samtale is None:
        raise Http404
    arbeid = Arbeid(aktoer_i(request), uuid.uuid4(), samtale=samtale, person=lesing.person_i(samtale))
    return _skriv(request, _fra_skjemaet(request, arbeid))


@krever(*BRUKERE)
@require_http_methods(["GET", "HEAD", "POST"])
def utkast(request: HttpRequest, utkast_noekkel: UUID) -> HttpResponse:
    """Go on with a draft; sent already: to the thread."""
    av, funnet = aktoer_i(request), lesing.finn_utkast(utkast_noekkel)
    if funnet is None:
        return _sendt_eller_404(utkast_noekkel)
    person = lesing.person_i(funnet)
    return _skriv(request, Arbeid(av, funnet.noekkel, funnet, funnet.samtale, person))


def _sendt_eller_404(noekkel: UUID) -> HttpResponse:
    sendt = lesing.sendt_fra(noekkel)
    if sendt is None:
        raise Http404
    return redirect("samtale", samtale_noekkel=sendt.samtale.noekkel)


def _fra_skjemaet(request: HttpRequest, arbeid: Arbeid) -> Arbeid:
    """Go on with the draft the form is of: it may be saved since the page was made (by itself)."""
    if noekkel := les_uuid(request.POST.get("noekkel")):
        arbeid.noekkel, arbeid.utkast = noekkel, lesing.finn_utkast(noekkel)
    return arbeid


def _skriv(request: HttpRequest, arbeid: Arbeid) -> HttpResponse:
    if arbeid.person is not None:
        registrer_innsyn(person_id=arbeid.person.pk, av=arbeid.av, hvor="melding")
    if request.method != "POST":
        return _vis(request, arbeid, arbeid.skjema())
    skjema = arbeid.skjema(request)
    gyldig, hindre = skjema.is_valid(), Regelbrudd({})
    if "send" in request.POST:
        hindre = actions.hindre_for_sending(
            innhold=skjema.innhold, av=arbeid.av, person=arbeid.person, samtale=arbeid.samtale
        )
    if not gyldig or (hindre.meldinger and arbeid.utkast is None and skjema.er_tomt):
        skjema.si_hva_som_hindrer(hindre)
        return _ikke_lagret(request, arbeid, skjema)
    try:
        lagret = actions.lagre_utkast(
            noekkel=arbeid.noekkel, versjon=skjema.cleaned_data["versjon"], innhold=skjema.innhold,
            av=arbeid.av, person=arbeid.person, samtale=arbeid.samtale, filer=skjema.cleaned_data["filer"],
            slett_vedlegg=skjema.slettes,
        )  # fmt: skip
    except Konflikt as konflikt:
        return _konflikt(request, arbeid, skjema, konflikt)
    except Regelbrudd as brudd:
        if lesing.sendt_fra(arbeid.noekkel):
            return _sendt_eller_404(arbeid.noekkel)
        skjema.legg_til_regelbrudd(ved_filene(brudd))
        skjema.si_hva_som_hindrer(hindre)
        return _ikke_lagret(request, arbeid, skjema)
    return _lagret(request, lagret)


def _lagret(request: HttpRequest, lagret: Utkast) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return render(request, "meldinger/_lagret.html", {"utkast": lagret})
    if "lagre" in request.POST:
        messages.success(request, _("Utkastet er lagret kl. %(tid)s.") % {"tid": _klokken()})
        return redirect("melding_utkast", utkast_noekkel=lagret.noekkel)
    return redirect("melding_send", utkast_noekkel=lagret.noekkel)


def _klokken() -> str:
    return f"{timezone.localtime():%H.%M}"


def _ikke_lagret(request: HttpRequest, arbeid: Arbeid, skjema: SvarSkjema) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return render(request, "meldinger/_lagret.html", {"skjema_feil": True})
    return _vis(request, arbeid, skjema, AVVIST)


def _konflikt(request: HttpRequest, arbeid: Arbeid, skjema: SvarSkjema, konflikt: Konflikt) -> HttpResponse:
    """Show the colleague's text beside one's own; the form is now of the new version."""
    naa = konflikt.naa
    assert isinstance(naa, Utkast)  # noqa: S101 - what is versioned here
    if request.headers.get("HX-Request"):
        return render(request, "meldinger/_lagret.html", {"konflikt": naa})
    linjer = forskjeller(skjema, {"tekst": naa.tekst})
    med_versjon(skjema, naa.versjon)
    return _vis(request, arbeid, skjema, KONFLIKT, naa=naa, linjer=linjer)


def _vis(
    request: HttpRequest, arbeid: Arbeid, skjema: SvarSkjema, status: int = 200, **ekstra: Any
) -> HttpResponse:
    innhold = {
        "skjema": skjema,
        "arbeid": arbeid,
        "person": arbeid.person,
        "samtale": arbeid.samtale,
        "utkast": arbeid.utkast,
        "vedlegg": arbeid.vedlegg,
        "partner": not (arbeid.av.er_fylke or arbeid.av.er_kommune),
    }
    return render(request, "meldinger/skriv.html", innhold | ekstra, status=status)


@krever(*BRUKERE)
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, utkast_noekkel: UUID) -> HttpResponse:
    """Look it over, and send. A second click, or the back button, leads to the message that was sent."""
    av, funnet = aktoer_i(request), lesing.finn_utkast(utkast_noekkel)
    if funnet is None:
        return _sendt_eller_404(utkast_noekkel)
    try:
        mottakere = actions.kontroller(utkast=funnet, av=av)
        if request.method == "POST" and request.POST.get("bekreft") == "ja":
            versjon = request.POST.get("versjon", "")
            melding = actions.send(
                noekkel=funnet.noekkel, versjon=int(versjon) if versjon.isdecimal() else 0, av=av
            )
            return _er_sendt(request, melding)
    except Konflikt:
        messages.warning(
            request, _("Utkastet er endret etter at du kontrollerte det. Se over det en gang til.")
        )
        return redirect("melding_send", utkast_noekkel=funnet.noekkel)
    except Regelbrudd as brudd:
        return _maa_rettes(request, av, funnet, brudd)
    innhold = {
        "utkast": funnet, "mottakere": mottakere, "vedlegg": vedlegg_til(funnet),
        "emne": kodenavn(EMNE, funnet.emne), "person": lesing.person_i(funnet),
        "uten_brukere": adressater.uten_brukere(mottakere),
        "partnere": [v for v in mottakere if v.type in {"skole", "frivillig"}],
        "knapp": _("Send meldingen"), "overskrift": _("Kontroller og send"),
        "avbryt": reverse("melding_utkast", args=[funnet.noekkel]),
    }  # fmt: skip
    return render(request, "meldinger/send.html", innhold)


def _maa_rettes(request: HttpRequest, av: Aktoer, funnet: Utkast, brudd: Regelbrudd) -> HttpResponse:
    """Show the form again with what must be put right before it can be sent."""
    arbeid = Arbeid(av, funnet.noekkel, funnet, funnet.samtale, lesing.person_i(funnet))
    verdier = fra_utkast(funnet, funnet.noekkel)
    if (frist := verdier["kvitteringsfrist"]) is not None:
        verdier["kvitteringsfrist"] = frist.isoformat()
    skjema = arbeid.skjema()
    skjema.is_bound, skjema.data = True, verdier
    skjema.handling = reverse("melding_utkast", args=[funnet.noekkel])
    skjema.full_clean()
    skjema.legg_til_regelbrudd(brudd)
    return _vis(request, arbeid, skjema, AVVIST)


def _er_sendt(request: HttpRequest, melding: Melding) -> HttpResponse:
    messages.success(
        request,
        _("Meldingen er sendt. Saksnummer %(nr)s. Her ser du hvem som har åpnet og kvittert.")
        % {"nr": melding.samtale.saksnummer},
    )
    return redirect("samtale", samtale_noekkel=melding.samtale.noekkel)


@krever(*BRUKERE)
@require_http_methods(["GET", "HEAD", "POST"])
def slett(request: HttpRequest, utkast_noekkel: UUID) -> HttpResponse:
    """Delete a draft, in two steps."""
    funnet = lesing.finn_utkast(utkast_noekkel)
    if funnet is None:
        return _sendt_eller_404(utkast_noekkel)
    if request.method == "POST" and request.POST.get("bekreft") == "ja":
        actions.slett_utkast(utkast=funnet, av=aktoer_i(request))
        messages.success(request, _("Utkastet er slettet."))
        return redirect("meldinger_utkast")
    innhold = {
        "utkast": funnet, "knapp": _("Slett utkastet"), "overskrift": _("Slett utkast"),
        "vedlegg": vedlegg_til(funnet), "avbryt": reverse("melding_utkast", args=[funnet.noekkel]),
    }  # fmt: skip
    return render(request, "meldinger/slett.html", innhold)
