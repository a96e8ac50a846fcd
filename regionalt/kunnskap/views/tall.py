"""Figures: what there is, all of them, and the way of a file: upload or fetch, look over, read in."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.kunnskap import actions, egne, klienter
from regionalt.kunnskap.actions import Fildata
from regionalt.kunnskap.forms import AarSkjema, FilSkjema, ForkastSkjema, HentSkjema, LesInnSkjema
from regionalt.kunnskap.kodeverk import OM, Indikator
from regionalt.kunnskap.lister import IMPORTER, TALL
from regionalt.kunnskap.models import Tallimport
from regionalt.kunnskap.queries.importer import er_utkast, finn_import, forhaandsvis, siste_importer
from regionalt.kunnskap.tekster import om_aaret
from regionalt.kunnskap.visning import tallet, utgaven
from regionalt.roller import FOELGER_OPP, FYLKET
from regionalt.views.skjemaside import Skjemaside, vis_skjema

# so many rows of each kind are shown before a file is read in
FLEST = 200


@krever(*FYLKET)
@require_safe
def oversikt(request: HttpRequest) -> HttpResponse:
    """Each indicator: unit, usual source, the years there are, and when it was last fetched."""
    finnes = {rad["indikator"]: rad for rad in siste_importer()}
    rader = [{"kode": i.value, "navn": i.label, "om": OM[i], "stand": finnes.get(i.value)} for i in Indikator]
    innhold = {"rader": rader, "kan_endre": aktoer_i(request).har(*FOELGER_OPP)}
    return render(request, "kunnskap/tall.html", innhold)


@krever(*FYLKET)
@require_safe
def tallene(request: HttpRequest) -> HttpResponse:
    """All figures that count."""
    return vis_liste(request, TALL, mal="kunnskap/tallene.html")


@krever(*FYLKET)
@require_safe
def importer(request: HttpRequest) -> HttpResponse:
    """The history of imports."""
    return vis_liste(request, IMPORTER, mal="kunnskap/tallene.html")


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def import_ny(request: HttpRequest) -> HttpResponse:
    """Upload a file."""
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    start = {"innsending": uuid.uuid4(), "hentet": timezone.localdate()}
    skjema = FilSkjema(*data, initial=start, avbryt=reverse("kunnskap:tall"))

    def gjoer(svar: FilSkjema) -> HttpResponse:
        felter = svar.felter
        fil = felter.pop("fil")
        mottatt = Fildata(innhold=fil.read(), filnavn=fil.name, **felter)
        return _ta_imot(request, mottatt, svar.cleaned_data["innsending"])

    return vis_skjema(request, skjema, Skjemaside(_("Last opp tall"), _sti()), gjoer)


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def hent(request: HttpRequest) -> HttpResponse:
    """Fetch a file from those who publish it."""
    kommuner = list(kommuner_i_fylket().values_list("nummer", flat=True))
    i_dag = timezone.localdate()
    valg = [(kode, k.navn) for kode, k in klienter.kilder(kommuner, i_dag.year).items()]
    valg.append((egne.KILDE, _("Egne registreringer: avsluttede introduksjonsprogram")))
    start = {"innsending": uuid.uuid4(), "aar": i_dag.year}
    skjema = HentSkjema(skrevet(request), initial=start, valg=valg, avbryt=reverse("kunnskap:tall"))

    def gjoer(svar: HentSkjema) -> HttpResponse:
        if svar.felter["kilde"] == egne.KILDE:
            return _ta_imot(request, _egne(svar.felter["aar"]), svar.cleaned_data["innsending"])
        kilde = klienter.kilder(kommuner, svar.felter["aar"])[svar.felter["kilde"]]
        mottatt = Fildata(
            klienter.hent(kilde), kilde.filnavn, kilde.navn, i_dag, kilde_url=kilde.url, format=kilde.format
        )
        return _ta_imot(request, mottatt, svar.cleaned_data["innsending"])

    ingress = _(
        "Tallene hentes fra IMDi eller SSB, eller telles her. Det sendes ingen opplysninger om personer."
        " «Ikke bekreftet» betyr at vi ikke vet om kilden fortsatt gir ut tabellen."
    )
    return vis_skjema(request, skjema, Skjemaside(_("Hent fra kilden"), _sti(), ingress), gjoer)


@krever(*FYLKET)
@require_http_methods(GET_POST)
def en_import(request: HttpRequest, tallimport: UUID) -> HttpResponse:
    """A file: what it would change, until it is read in; then what it did."""
    funnet, av = _finn(tallimport), aktoer_i(request)
    vist = forhaandsvis(funnet) if er_utkast(funnet) else None
    skjema = LesInnSkjema(skrevet(request), initial={"versjon": funnet.versjon})

    def gjoer(svar: LesInnSkjema) -> HttpResponse:
        gjort = actions.les_inn(tallimport=funnet, versjon=svar.cleaned_data["versjon"], av=av)
        tekst = _("%(nye)s nye og %(endrede)s endrede tall er lest inn.")
        messages.success(request, tekst % {"nye": len(gjort.nye), "endrede": len(gjort.endrede)})
        return redirect("kunnskap:import", funnet.noekkel)

    innhold = {
        "imp": funnet,
        "vist": vist,
        "aarsfeil": om_aaret(vist.aar) if vist and vist.aar else "",
        "endringer": [
            (
                e.kommune,
                Indikator(e.rad.indikator).label,
                e.rad.aar,
                utgaven(e.rad.versjon),
                tallet(e.foer.verdi, e.foer.merke) if e.foer else "",
                tallet(e.rad.celle.verdi, e.rad.celle.merke.value),
            )
            for e in ([*vist.endrede, *vist.nye][:FLEST] if vist else [])
        ],
        "kan_endre": av.har(*FOELGER_OPP),
        "kan_leses": bool(vist and not vist.feil and not vist.aar and (vist.nye or vist.endrede)),
    }
    return behandle(request, skjema, Svar("kunnskap/import.html", innhold, gjoer))


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def import_aar(request: HttpRequest, tallimport: UUID) -> HttpResponse:
    """Say which year the figures of a file are of."""
    funnet = _finn(tallimport)
    problem = forhaandsvis(funnet).aar if er_utkast(funnet) else None
    forslag = (problem.lik or problem.valgt) if problem else funnet.aar
    start = {"versjon": funnet.versjon, "aar": forslag}
    skjema = AarSkjema(skrevet(request), initial=start, avbryt=_adresse(funnet))

    def gjoer(svar: AarSkjema) -> HttpResponse:
        aar, versjon = svar.cleaned_data["aar"], svar.cleaned_data["versjon"]
        actions.bekreft_aaret(tallimport=funnet, versjon=versjon, aar=aar, av=aktoer_i(request))
        messages.success(request, _("Året er bekreftet."))
        return redirect(_adresse(funnet))

    ingress = om_aaret(problem) if problem else ""
    return vis_skjema(request, skjema, Skjemaside(_("Bekreft året"), _sti(funnet), ingress), gjoer)


@krever(*FOELGER_OPP)
@require_http_methods(GET_POST)
def import_forkast(request: HttpRequest, tallimport: UUID) -> HttpResponse:
    """Throw a file away that is not read in."""
    funnet = _finn(tallimport)
    skjema = ForkastSkjema(skrevet(request), initial={"versjon": funnet.versjon}, avbryt=_adresse(funnet))

    def gjoer(svar: ForkastSkjema) -> HttpResponse:
        versjon = svar.cleaned_data["versjon"]
        actions.forkast(tallimport=funnet, versjon=versjon, av=aktoer_i(request))
        messages.success(request, _("Filen er forkastet."))
        return redirect("kunnskap:importer")

    ingress = _("Ingen tall er lest inn fra filen. Den blir stående i historikken som forkastet.")
    return vis_skjema(request, skjema, Skjemaside(_("Forkast filen"), _sti(funnet), ingress), gjoer)


def _egne(aar: int) -> Fildata:
    return Fildata(
        egne.intro_resultater(aar), egne.FILNAVN, _("Egne registreringer"), timezone.localdate(), aar=aar,
        indikator=Indikator.INTRO.value,
    )  # fmt: skip


def _ta_imot(request: HttpRequest, data: Fildata, innsending: UUID | None) -> HttpResponse:
    rad = actions.ta_imot(data=data, innsending=innsending or uuid.uuid4(), av=aktoer_i(request))
    return redirect(_adresse(rad))


def _sti(funnet: Tallimport | None = None) -> list[tuple[str, str]]:
    sti = [(_("Tall om kommunene"), reverse("kunnskap:tall"))]
    return [*sti, (funnet.filnavn, _adresse(funnet))] if funnet else sti


def _adresse(funnet: Tallimport) -> str:
    return reverse("kunnskap:import", args=[funnet.noekkel])


def _finn(noekkel: UUID) -> Tallimport:
    funnet = finn_import(noekkel)
    if funnet is None:
        raise Http404
    return funnet
