"""Several tasks at once: choose, check, do, undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.lesing import les_uuid
from integrering.grunnmur.skjema import Skjema
from integrering.grunnmur.skjemasvar import AVVIST, KONFLIKT
from integrering.oppgaver import actions, tekster
from integrering.oppgaver.forms import TildelSkjema, VentSkjema
from integrering.oppgaver.models import Oppgave
from integrering.oppgaver.queries.koe import med_emne
from integrering.oppgaver.views.kvittering import gi_kvittering
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.roller import ARBEIDSROLLER

MAKS = 200


@dataclass
class Valg:
    """The chosen tasks, and what is to be done with them."""

    request: HttpRequest
    av: Aktoer
    handling: str
    oppgaver: list[Oppgave]
    skjema: Skjema | None
    endrede: list[Oppgave] = field(default_factory=list)
    feil: list[str] = field(default_factory=list)

    @property
    def valgte(self) -> list[actions.Valgt]:
        """The tasks as they were when the check page was made."""
        sett = []
        for tekst in self.request.POST.getlist("sett"):
            noekkel, _skille, versjon = tekst.partition(":")
            if (funnet := les_uuid(noekkel)) and versjon.isdigit():
                sett.append(actions.Valgt(funnet, int(versjon)))
        return sett

    @property
    def overskrift(self) -> str:
        """What the page does, to how many."""
        n = len(self.oppgaver)
        return {
            "vent": ngettext("Sett %(n)s oppgave på vent", "Sett %(n)s oppgaver på vent", n),
            "tildel": ngettext("Tildel %(n)s oppgave", "Tildel %(n)s oppgaver", n),
            "ta_opp": ngettext("Ta tilbake %(n)s oppgave", "Ta tilbake %(n)s oppgaver", n),
        }[self.handling] % {"n": n}


@krever(*ARBEIDSROLLER)
@require_POST
def valgte(request: HttpRequest) -> HttpResponse:
    """First what is chosen and what it needs; then, confirmed, it is done."""
    handling = request.POST.get("handling", "")
    if handling not in _HANDLINGER:
        return _tilbake(request, _("Velg hva du vil gjøre med oppgavene."))
    bekreftet = request.POST.get("bekreft") == "ja"
    valg = _valg(request, handling, bekreftet)
    if not valg.oppgaver:
        return _tilbake(request, _("Velg minst én rad."))
    if not bekreftet:
        return _vis(valg)
    if valg.skjema and not valg.skjema.is_valid():
        return _vis(valg, AVVIST)
    try:
        tekst, utfoert = _HANDLINGER[handling](valg)
    except actions.Oppgavekonflikt as konflikt:
        valg.endrede = list(konflikt.rader)
        return _vis(valg, KONFLIKT)
    except Regelbrudd as brudd:
        if valg.skjema:
            valg.skjema.legg_til_regelbrudd(brudd)
        valg.feil = [str(brudd)]
        return _vis(valg, AVVIST)
    gi_kvittering(request, tekst, utfoert)
    return redirect("forside")


def _valg(request: HttpRequest, handling: str, bekreftet: bool) -> Valg:
    """Return the tasks of the form that lie on the reader's own desk."""
    av = aktoer_i(request)
    felt = "sett" if bekreftet else "valgt"
    noekler = [n for tekst in request.POST.getlist(felt)[:MAKS] if (n := les_uuid(tekst.partition(":")[0]))]
    oppgaver = (
        med_emne(Oppgave.objects.select_related("endret_av"), av)
        .filter(noekkel__in=noekler, virksomhet_id=av.virksomhet_id)
        .order_by("sortering", "id")
    )
    data = request.POST if bekreftet else None
    skjema: Skjema | None = None
    if handling == "vent":
        skjema = VentSkjema(data)
    elif handling == "tildel":
        skjema = TildelSkjema(data, av=av)
    return Valg(request, av, handling, list(oppgaver), skjema)


def _sett_paa_vent(valg: Valg) -> tuple[str, actions.Utfoert]:
    assert valg.skjema is not None  # noqa: S101 - tells the type
    v = valg.skjema.cleaned_data
    utfoert = actions.sett_paa_vent(valgte=valg.valgte, av=valg.av, **v)
    vent = tekster.paa_vent(v["til"], v["grunn"], v["merknad"])
    return f"{_antall(utfoert.antall)} {vent}", utfoert


def _tildel(valg: Valg) -> tuple[str, actions.Utfoert]:
    assert isinstance(valg.skjema, TildelSkjema)  # noqa: S101 - tells the type
    utfoert = actions.tildel(valgte=valg.valgte, til=valg.skjema.bruker_id, av=valg.av)
    return valg.skjema.kvittering(utfoert.antall), utfoert


def _ta_opp(valg: Valg) -> tuple[str, actions.Utfoert]:
    utfoert = actions.ta_opp_igjen(valgte=valg.valgte, av=valg.av)
    tekst = ngettext("%(n)s oppgave er tatt tilbake.", "%(n)s oppgaver er tatt tilbake.", utfoert.antall)
    return tekst % {"n": utfoert.antall}, utfoert


_HANDLINGER: dict[str, Callable[[Valg], tuple[str, actions.Utfoert]]] = {
    "vent": _sett_paa_vent,
    "tildel": _tildel,
    "ta_opp": _ta_opp,
}


def _antall(n: int) -> str:
    return ngettext("%(n)s oppgave:", "%(n)s oppgaver:", n) % {"n": n}


def _vis(valg: Valg, status: int = 200) -> HttpResponse:
    innhold: dict[str, Any] = {"valg": valg, "skjema": valg.skjema, "i_dag": timezone.localdate()}
    return render(valg.request, "oppgaver/valgte.html", innhold, status=status)


def _tilbake(request: HttpRequest, melding: str) -> HttpResponse:
    """Return to the list as it was, with what was missing."""
    messages.error(request, melding)
    neste = request.POST.get("tilbake", "")
    trygg = url_has_allowed_host_and_scheme(neste, {request.get_host()}, request.is_secure())
    return redirect(neste if trygg else "forside")


@krever(*ARBEIDSROLLER)
@require_POST
def angre(request: HttpRequest) -> HttpResponse:
    """Undo what the reader did last."""
    runde: UUID | None = les_uuid(request.POST.get("runde"))
    if runde is None:
        return _tilbake(request, _("Det er ingenting å angre."))
    try:
        antall, ikke = actions.angre(runde=runde, av=aktoer_i(request))
    except Regelbrudd as brudd:
        return _tilbake(request, str(brudd))
    tekst = ngettext("Angret for %(n)s oppgave.", "Angret for %(n)s oppgaver.", antall) % {"n": antall}
    if ikke:
        tekst += " " + ngettext(
            "%(n)s oppgave er endret av andre etterpå, og står.",
            "%(n)s oppgaver er endret av andre etterpå, og står.",
            ikke,
        ) % {"n": ikke}
    messages.success(request, tekst)
    return redirect("forside")
