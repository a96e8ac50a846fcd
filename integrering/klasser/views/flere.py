"""The same registration for many: fill in once → see each → register → receipt."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any
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
from integrering.grunnmur.lesing import les_uuid
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST
from integrering.klasser import actions
from integrering.klasser.queries.flere import finn_kvittering, registreringene
from integrering.klasser.queries.klasser import deltakere_i, finn_klasse
from integrering.klasser.queries.personer import valgte_personer
from integrering.klasser.views.felles import SKRIVER, logg
from integrering.nir import tekster
from integrering.nir.actions import Radbrudd, kan_registrere, kontroller_flere
from integrering.nir.actions.roller import krev_registrering
from integrering.nir.faktatyper import FAKTATYPER, Faktatype
from integrering.nir.forms import SKJEMAER, FaktaSkjema
from integrering.nir.models import Person
from integrering.nir.rules.frister import Registreringsfrist
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever

# What many have the same of. A vedtak is made for each.
SLAG = {
    slug: FAKTATYPER[slug]
    for slug in ("tiltak", "livsmestring", "foreldreveiledning", "fravaer", "permisjon", "opplaeringsspraak")
}


def slag_for(av: Aktoer) -> dict[str, Faktatype]:
    """Return the kinds this one registers for many."""
    return {slug: slag for slug, slag in SLAG.items() if kan_registrere(av, slag)}


@dataclass(frozen=True)
class Utfall:
    """What will happen for one: nothing stands in the way, or why it cannot be done."""

    person: Person
    hindre: list[str]
    valgt: bool


@dataclass
class Arbeid:
    """What is registered, for whom, and by whom."""

    request: HttpRequest
    av: Aktoer
    slag: Faktatype
    personer: list[Person]
    innsending: UUID
    feil: list[str] = field(default_factory=list)

    @property
    def overskrift(self) -> str:
        """What the page does."""
        antall = len(self.personer)
        tekst = ngettext("Registrer %(hva)s for %(n)s person", "Registrer %(hva)s for %(n)s personer", antall)
        return tekst % {"hva": self.slag.navn, "n": antall}

    def skjema(self, data: Any = None) -> FaktaSkjema:
        """Return the form of the kind."""
        return SKJEMAER[self.slag.slug](data, av=self.av, avbryt=reverse("personer"))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def flere(request: HttpRequest) -> HttpResponse:
    """Take the step the user asks for: fill in, see each, or register."""
    arbeid, steg = _arbeid(request), request.POST.get("steg", "")
    if not arbeid.personer:
        messages.error(request, _("Velg minst én rad."))
        return redirect("personer")
    if steg not in ("kontroller", "endre", "lagre"):
        return _vis(arbeid, arbeid.skjema())
    skjema = arbeid.skjema(request.POST)
    if not skjema.is_valid():
        return _vis(arbeid, skjema, AVVIST)
    if steg == "endre":
        return _vis(arbeid, skjema)
    return _lagre(arbeid, skjema) if steg == "lagre" else _kontroller(arbeid, skjema)


def _arbeid(request: HttpRequest) -> Arbeid:
    av = aktoer_i(request)
    mine = slag_for(av)
    slag = mine.get(request.POST.get("slag") or request.GET.get("slag") or next(iter(mine)))
    if slag is None:
        raise Http404
    personer = valgte_personer(request.POST.getlist("valgt"))
    if not personer and (noekkel := les_uuid(request.GET.get("klasse"))):
        klasse, i_dag = finn_klasse(noekkel), timezone.localdate()
        personer = deltakere_i(klasse, i_dag, i_dag) if klasse else []
    innsending = les_uuid(request.POST.get("innsending")) or uuid.uuid4()
    return Arbeid(request, av, slag, personer, innsending)


def _lagre(arbeid: Arbeid, skjema: FaktaSkjema) -> HttpResponse:
    med = set(arbeid.request.POST.getlist("med"))
    valgte = [p for p in arbeid.personer if str(p.noekkel) in med]
    if not valgte:
        arbeid.feil.append(_("Velg minst én person."))
        return _kontroller(arbeid, skjema, AVVIST)
    try:
        kvittering = actions.registrer_for_flere(
            slag=arbeid.slag,
            personer=valgte,
            verdier=skjema.verdier,
            innsending=arbeid.innsending,
            av=arbeid.av,
        )
    except Radbrudd:
        arbeid.feil.append(_("Noe er endret siden du så over. Ingenting er lagret. Se over på nytt."))
        return _kontroller(arbeid, skjema, AVVIST)
    except Regelbrudd as brudd:
        arbeid.feil.append(str(brudd))
        return _kontroller(arbeid, skjema, AVVIST)
    messages.success(arbeid.request, _("Registrert for alle du valgte."))
    return redirect("flere_kvittering", innsending=kvittering.noekkel)


def _kontroller(arbeid: Arbeid, skjema: FaktaSkjema, status: int = 200) -> HttpResponse:
    verdier = skjema.verdier
    try:
        krev_registrering(arbeid.av, arbeid.slag, ordning=verdier.get("ordning"))
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(brudd)
        return _vis(arbeid, skjema, AVVIST)
    feil = kontroller_flere(
        slag=arbeid.slag, rader=[(person, verdier, None) for person in arbeid.personer], av=arbeid.av
    )
    felles = _felles_for_alle(feil, len(arbeid.personer))
    if felles:
        skjema.legg_til_regelbrudd(Regelbrudd(felles))
        return _vis(arbeid, skjema, AVVIST)
    logg(arbeid.request, arbeid.personer, "flere")
    med = set(arbeid.request.POST.getlist("med"))
    utfall = [
        Utfall(person, hindre, valgt=not hindre and (not med or str(person.noekkel) in med))
        for nr, person in enumerate(arbeid.personer)
        for hindre in [[t for tekster_ in feil.get(nr, {}).values() for t in tekster_]]
    ]
    frist = Registreringsfrist(verdier[arbeid.slag.kjentfelt], timezone.localdate())
    innhold = {
        "arbeid": arbeid,
        "kontrollskjema": skjema,
        "linjer": tekster.linjer(arbeid.slag, verdier),
        "advarsler": skjema.varsler(),
        "frist": tekster.frist_ved_registrering(frist, fylke=arbeid.av.er_fylke),
        "utfall": utfall,
        "antall": sum(not u.hindre for u in utfall),
    }
    return render(arbeid.request, "klasser/flere_kontroller.html", innhold, status=status)


def _felles_for_alle(feil: dict[int, dict[str, list[str]]], antall: int) -> dict[str, list[str]]:
    """Return what is wrong when it is the same for all: then it is the form that must be put right."""
    ulike = {str(sorted(f.items())) for f in feil.values()}
    return feil[0] if len(feil) == antall > 1 and len(ulike) == 1 else {}


def _vis(arbeid: Arbeid, skjema: FaktaSkjema, status: int = 200) -> HttpResponse:
    innhold = {
        "arbeid": arbeid,
        "skjema": skjema,
        "slagvalg": [
            (slug, str(slag.navn), slug == arbeid.slag.slug) for slug, slag in slag_for(arbeid.av).items()
        ],
    }
    return render(arbeid.request, "klasser/flere.html", innhold, status=status)


@krever(*SKRIVER)
@require_safe
def kvittering(request: HttpRequest, innsending: UUID) -> HttpResponse:
    """What was registered, and for whom."""
    funnet = finn_kvittering(innsending)
    if funnet is None or funnet.slag not in FAKTATYPER:
        raise Http404
    slag = FAKTATYPER[funnet.slag]
    rader = registreringene(funnet, slag)
    logg(request, [rad.person for rad in rader], "flere")
    innhold = {
        "kvittering": funnet,
        "slag": slag,
        "linjer": tekster.linjer(slag, rader[0]) if rader else [],
        "personer": [rad.person for rad in rader],
    }
    return render(request, "klasser/flere_kvittering.html", innhold)
