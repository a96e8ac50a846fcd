"""Register, correct and annul a fact: answers → check → save, the same for every kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST, KONFLIKT, Forskjell, med_versjon
from integrering.grunnmur.toklokker import ToKlokker
from integrering.lister.referanse import les_referanse
from integrering.nir import actions, tekster
from integrering.nir.actions.roller import SKRIVER_NOE, krev_registrering
from integrering.nir.faktatyper import FAKTATYPER, Faktatype
from integrering.nir.forhaandsvisning import foelger_av
from integrering.nir.forms import SKJEMAER, AnnullerSkjema, FaktaSkjema
from integrering.nir.innsynssteder import skjemasted
from integrering.nir.models import Person
from integrering.nir.queries.neste import neste_som_mangler
from integrering.nir.queries.person import Mappe, finn_person, hent_mappe
from integrering.nir.rules import utbetaling
from integrering.nir.skjematillegg import Skjematillegg, finn_skjematillegg
from integrering.nir.views.felles import listehale, person_url, vis_person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.paneler import VistPanel

METODER = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class Arbeid:
    """What the page works on: whose fact, of which kind, and the version that holds when one is corrected."""

    request: HttpRequest
    av: Aktoer
    person: Person
    mappe: Mappe
    slag: Faktatype
    gammel: ToKlokker | None = None
    tillegg: Skjematillegg | None = None

    @property
    def tilbake(self) -> str:
        """Where «Avbryt» leads."""
        return person_url(self.person.noekkel, self.slag)

    @property
    def overskrift(self) -> str:
        """What the page does."""
        moenster = _("Rett %(hva)s") if self.gammel else _("Registrer %(hva)s")
        return moenster % {"hva": self.slag.navn}


@krever(*SKRIVER_NOE)
@METODER
def ny(request: HttpRequest, noekkel: UUID, slag: str) -> HttpResponse:
    """Register a new fact."""
    arbeid = _arbeid(request, noekkel, slag)
    return _behandle(arbeid, _skjema(arbeid, request.POST or None))


@krever(*SKRIVER_NOE)
@METODER
def rett(request: HttpRequest, noekkel: UUID, slag: str, registrering: UUID) -> HttpResponse:
    """Correct a fact, with a reason."""
    arbeid = _arbeid(request, noekkel, slag, registrering)
    if arbeid.gammel is None:
        return _borte(arbeid, _skrevet(arbeid))
    return _behandle(arbeid, _skjema(arbeid, request.POST or None))


@krever(*SKRIVER_NOE)
@METODER
def annuller(request: HttpRequest, noekkel: UUID, slag: str, registrering: UUID) -> HttpResponse:
    """Say that a fact was wrong. Shows what is annulled, asks why."""
    arbeid = _arbeid(request, noekkel, slag, registrering)
    if not arbeid.slag.kan_annulleres:
        raise Http404
    if arbeid.gammel is None:
        return _borte(arbeid)
    start = {"versjon": arbeid.gammel.pk}
    skjema = AnnullerSkjema(request.POST or None, initial=start, avbryt=arbeid.tilbake)
    if not skjema.is_valid():
        return _vis_annuller(arbeid, skjema, AVVIST if skjema.is_bound else 200)
    try:
        actions.annuller(
            slag=arbeid.slag,
            person=arbeid.person,
            registrering=registrering,
            sett=skjema.cleaned_data["versjon"],
            aarsak=skjema.cleaned_data["aarsak"],
            av=arbeid.av,
        )
    except actions.Konflikt as konflikt:
        return _konflikt_annuller(arbeid, konflikt, skjema)
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(brudd)
        return _vis_annuller(arbeid, skjema, AVVIST)
    return _ferdig(arbeid, _("Registreringen er annullert"))


# --- The steps ---


def _arbeid(request: HttpRequest, noekkel: UUID, slag: str, registrering: UUID | None = None) -> Arbeid:
    """Return what the page works on. Raises Http404 for unknown kinds and facts never registered."""
    if slag not in FAKTATYPER:
        raise Http404
    ett = FAKTATYPER[slag]
    krev_registrering(aktoer_i(request), ett)
    person = vis_person(request, noekkel, skjemasted(ett))
    mappe = hent_mappe(person, [ett])
    gammel = next((r for r in mappe.gjeldende(ett) if r.registrering_id == registrering), None)
    kjent = any(r.registrering_id == registrering for r in mappe.versjoner[slag])
    if registrering and not kjent:
        raise Http404
    tillegg = finn_skjematillegg(slag, person, registrering, aktoer_i(request))
    return Arbeid(request, aktoer_i(request), person, mappe, ett, gammel, tillegg)


def _skjema(arbeid: Arbeid, data: Any) -> FaktaSkjema:
    gammel = arbeid.gammel
    # what a link from a task or a page suggests for a new one: the answers are checked as if typed
    initial: dict[str, Any] = {f: v for f in arbeid.slag.felter if (v := arbeid.request.GET.get(f))}
    if gammel:
        initial = {felt: getattr(gammel, felt) for felt in arbeid.slag.felter}
        initial["versjon"] = gammel.pk
    skjema = SKJEMAER[arbeid.slag.slug](
        data, av=arbeid.av, retting=gammel is not None, initial=initial or None, avbryt=arbeid.tilbake
    )
    if arbeid.tillegg:
        skjema.spoer_ogsaa(arbeid.tillegg.felter())
    return skjema


def _skrevet(arbeid: Arbeid) -> Sequence[tekster.Linje]:
    """Return what was typed about a fact that is gone, when it can be read."""
    skjema = _skjema(arbeid, arbeid.request.POST or None)
    return tekster.linjer(arbeid.slag, skjema.verdier) if skjema.is_valid() else ()


def _behandle(arbeid: Arbeid, skjema: FaktaSkjema) -> HttpResponse:
    """Take the step the user asks for: answer, check, or save."""
    steg = arbeid.request.POST.get("steg", "kontroller")
    if not skjema.is_bound:
        return _vis_skjema(arbeid, skjema)
    if not skjema.is_valid():
        return _vis_skjema(arbeid, skjema, AVVIST)
    if steg == "endre":
        return _vis_skjema(arbeid, skjema)
    try:
        if arbeid.tillegg:
            arbeid.tillegg.kontroller(skjema.tilleggssvar)
        if steg in ("lagre", "lagre_neste"):
            neste = _neste(arbeid) if steg == "lagre_neste" else None
            _lagre(arbeid, skjema)
            if neste:
                return _videre(arbeid, neste)
            return _ferdig(arbeid, _("Registreringen er rettet") if arbeid.gammel else arbeid.slag.registrert)
        return _vis_kontroll(arbeid, skjema)
    except actions.Konflikt as konflikt:
        return _konflikt(arbeid, konflikt, skjema)
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(brudd)
        return _vis_skjema(arbeid, skjema, AVVIST)


def _lagre(arbeid: Arbeid, skjema: FaktaSkjema) -> None:
    """Save the fact, and what was asked beside it, together or not at all."""
    with transaction.atomic():
        rad = _lagre_fakta(arbeid, skjema)
        if arbeid.tillegg:
            arbeid.tillegg.lagre(rad.registrering_id, skjema.tilleggssvar, arbeid.av)


def _lagre_fakta(arbeid: Arbeid, skjema: FaktaSkjema) -> ToKlokker:
    felles: dict[str, Any] = {"slag": arbeid.slag, "person": arbeid.person, "av": arbeid.av}
    if arbeid.gammel is None:
        return actions.registrer(verdier=skjema.verdier, **felles)
    return actions.rett(
        registrering=arbeid.gammel.registrering_id,
        sett=skjema.cleaned_data["versjon"],
        verdier=_behold(arbeid, skjema.verdier),
        aarsak=skjema.cleaned_data["aarsak"],
        **felles,
    )


def _behold(arbeid: Arbeid, verdier: dict[str, Any]) -> dict[str, Any]:
    """Return the values with those the form does not show (address protection without scope) kept."""
    return {felt: verdier.get(felt, getattr(arbeid.gammel, felt)) for felt in arbeid.slag.felter}


def _vis_skjema(
    arbeid: Arbeid, skjema: FaktaSkjema, status: int = 200, konflikt: dict[str, Any] | None = None
) -> HttpResponse:
    tillegg = arbeid.tillegg
    innhold = {
        "arbeid": arbeid,
        "person": arbeid.person,
        "skjema": skjema,
        "konflikt": konflikt,
        "ved_siden": VistPanel(tillegg.mal, tillegg.innhold(arbeid.request)) if tillegg else None,
    }
    return render(arbeid.request, "nir/fakta_skjema.html", innhold, status=status)


def _vis_kontroll(arbeid: Arbeid, skjema: FaktaSkjema) -> HttpResponse:
    verdier, gammel = skjema.verdier, arbeid.gammel
    if gammel and gammel.pk != skjema.cleaned_data["versjon"]:
        raise actions.Konflikt(gammel)
    actions.kontroller(
        slag=arbeid.slag,
        person=arbeid.person,
        verdier=verdier,
        av=arbeid.av,
        registrering=gammel.registrering_id if gammel else None,
    )
    innhold = {
        "arbeid": arbeid,
        "person": arbeid.person,
        "kontrollskjema": skjema,
        "linjer": tekster.linjer(arbeid.slag, verdier),
        "tilleggslinjer": arbeid.tillegg.linjer(skjema.tilleggssvar) if arbeid.tillegg else (),
        "aarsak": skjema.cleaned_data.get("aarsak", ""),
        "advarsler": skjema.varsler(),
        "neste": _neste(arbeid),
        "foelger": foelger_av(arbeid.mappe, arbeid.slag, verdier, gammel, fylke=arbeid.av.er_fylke),
    }
    return render(arbeid.request, "nir/fakta_kontroller.html", innhold)


def _vis_annuller(
    arbeid: Arbeid, skjema: AnnullerSkjema, status: int, konflikt: dict[str, Any] | None = None
) -> HttpResponse:
    innhold = {
        "arbeid": arbeid,
        "person": arbeid.person,
        "skjema": skjema,
        "linjer": tekster.linjer(arbeid.slag, arbeid.gammel),
        "konflikt": konflikt,
    }
    return render(arbeid.request, "nir/fakta_annuller.html", innhold, status=status)


# --- Somebody else saved meanwhile: their values beside one's own, and the form as it was typed ---


def _konflikt(arbeid: Arbeid, konflikt: actions.Konflikt, skjema: FaktaSkjema) -> HttpResponse:
    naa, mine = konflikt.naa, tekster.linjer(arbeid.slag, skjema.verdier)
    if naa is None:
        return _borte(arbeid, mine)
    deres = {linje.felt: linje.verdi for linje in tekster.linjer(arbeid.slag, naa)}
    linjer = [Forskjell(m.ledetekst, deres[m.felt], m.verdi) for m in mine if deres[m.felt] != m.verdi]
    return _vis_skjema(arbeid, med_versjon(skjema, naa.pk), KONFLIKT, _hvem(naa) | {"linjer": linjer})


def _konflikt_annuller(arbeid: Arbeid, konflikt: actions.Konflikt, skjema: AnnullerSkjema) -> HttpResponse:
    naa = konflikt.naa
    if naa is None:
        return _borte(arbeid)
    return _vis_annuller(
        replace(arbeid, gammel=naa), med_versjon(skjema, naa.pk), KONFLIKT, _hvem(naa) | {"linjer": []}
    )


def _hvem(naa: ToKlokker) -> dict[str, Any]:
    """Return who saved and when, as the box above the form reads them."""
    return {"naa": {"endret_av": naa.registrert_av, "endret": naa.registrert}}


def _borte(arbeid: Arbeid, mine: Sequence[tekster.Linje] = ()) -> HttpResponse:
    """The fact has been annulled since the page was made: what was typed can be read, not saved."""
    innhold = {"arbeid": arbeid, "person": arbeid.person, "linjer": mine}
    return render(arbeid.request, "nir/borte.html", innhold, status=KONFLIKT)


# --- The next in the list the form was opened from ---


def _neste(arbeid: Arbeid) -> Person | None:
    """Return who comes next in the list and misses the same; None without a list, or at its end."""
    utvalg = les_referanse(arbeid.request.GET.get("liste", ""), arbeid.av)
    if utvalg is None or arbeid.gammel is not None:
        return None
    return neste_som_mangler(utvalg, arbeid.person, arbeid.slag)


def _videre(arbeid: Arbeid, neste: Person) -> HttpResponse:
    """Say what was done, and open the same form for the next."""
    ord_ = {"hva": arbeid.slag.registrert, "navn": arbeid.person.navn, "neste": neste.navn}
    messages.success(arbeid.request, _("%(hva)s for %(navn)s. Neste: %(neste)s.") % ord_)
    adresse = reverse("fakta_ny", args=[neste.noekkel, arbeid.slag.slug])
    return redirect(f"{adresse}{listehale(arbeid.request)}")


def _ferdig(arbeid: Arbeid, hva: Any) -> HttpResponse:
    """Say what was done, for whom, and what comes next."""
    person = finn_person(arbeid.person.noekkel)
    if person is None:  # moved to another municipality
        messages.success(arbeid.request, _("%(hva)s. Personen hører nå til en annen kommune.") % {"hva": hva})
        return redirect("personer")
    mangler = utbetaling.mangler(hent_mappe(person, ()).situasjon, tekster.i_dag())
    neste = (
        _("Neste: %(handling)s.") % {"handling": _liten(tekster.mangel_handling(mangler[0]))}
        if mangler
        else _("Ingenting mangler for tilskuddet.")
    )
    messages.success(
        arbeid.request,
        _("%(hva)s for %(navn)s. %(neste)s") % {"hva": hva, "navn": person.navn, "neste": neste},
    )
    return redirect(person_url(person.noekkel, arbeid.slag))


def _liten(tekst: str) -> str:
    return f"{tekst[:1].lower()}{tekst[1:]}"
