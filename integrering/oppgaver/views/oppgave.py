"""One task: why it exists, who has it, what was done, and what one may do with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjema import Skjema
from integrering.grunnmur.skjemasvar import AVVIST, KONFLIKT
from integrering.nir.models import Person
from integrering.oppgaver import actions, tekster
from integrering.oppgaver.forms import TildelSkjema, VentSkjema
from integrering.oppgaver.models import Oppgave
from integrering.oppgaver.queries.historikk import historikk
from integrering.oppgaver.queries.koe import med_emne
from integrering.oppgaver.views.kvittering import gi_kvittering
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.roller import ARBEIDSROLLER


@dataclass
class Side:
    """What the page of one task works on."""

    request: HttpRequest
    av: Aktoer
    oppgave: Oppgave
    vent: VentSkjema
    tildel: TildelSkjema
    konflikt: Oppgave | None = None
    feil: list[str] = field(default_factory=list)

    @property
    def kan_arbeide(self) -> bool:
        """True for an open task on the reader's own desk."""
        return self.oppgave.lukket is None and self.oppgave.virksomhet_id == self.av.virksomhet_id

    @property
    def valgte(self) -> list[actions.Valgt]:
        """The task as the form was made from it."""
        versjon = self.request.POST.get("versjon", "")
        return [actions.Valgt(self.oppgave.noekkel, int(versjon) if versjon.isdigit() else 0)]


@krever(*ARBEIDSROLLER)
@require_http_methods(["GET", "HEAD", "POST"])
def oppgave(request: HttpRequest, oppgave_id: UUID) -> HttpResponse:
    """Show the task; a POST gives it to someone, lets it wait or takes it up again."""
    side = _side(request, oppgave_id)
    if request.method != "POST":
        return _vis(side)
    gjoer = _HANDLINGER.get(request.POST.get("handling", ""))
    if gjoer is None or not side.kan_arbeide:
        side.feil = [_("Oppgaven kan ikke endres her. Den er ferdig, eller den ligger ikke hos dere.")]
        return _vis(side, AVVIST)
    try:
        tekst_og_utfoert = gjoer(side)
    except actions.Oppgavekonflikt as konflikt:
        side.oppgave = side.konflikt = konflikt.rader[0]
        return _vis(side, KONFLIKT)
    except Regelbrudd as brudd:
        _vis_brudd(side, brudd)
        return _vis(side, AVVIST)
    if tekst_og_utfoert is None:
        return _vis(side, AVVIST)
    gi_kvittering(request, *tekst_og_utfoert)
    return redirect("forside")


def _side(request: HttpRequest, noekkel: UUID) -> Side:
    """Return the task and its forms. Raises Http404 for one the reader cannot see."""
    av = aktoer_i(request)
    alle = Oppgave.objects.select_related("virksomhet", "ansvarlig", "endret_av")
    funnet = med_emne(alle, av).filter(noekkel=noekkel).first()
    if funnet is None:
        raise Http404
    if funnet.person_id is not None:
        registrer_innsyn(person_id=funnet.person_id, av=av, hvor="oppgave")
    valgt = request.POST.get("handling") if request.method == "POST" else ""
    vent = VentSkjema(request.POST if valgt == "vent" else None)
    tildel = TildelSkjema(request.POST if valgt == "tildel" else None, av=av)
    if funnet.ansvarlig_id:
        tildel.fields["til"].initial = str(funnet.ansvarlig_id)
    return Side(request, av, funnet, vent, tildel)


Gjort = tuple[str, actions.Utfoert] | None


def _vent(side: Side) -> Gjort:
    if not side.vent.is_valid():
        return None
    v = side.vent.cleaned_data
    utfoert = actions.sett_paa_vent(valgte=side.valgte, av=side.av, **v)
    return tekster.paa_vent(v["til"], v["grunn"], v["merknad"]), utfoert


def _tildel(side: Side) -> Gjort:
    if not side.tildel.is_valid():
        return None
    utfoert = actions.tildel(valgte=side.valgte, til=side.tildel.bruker_id, av=side.av)
    return side.tildel.kvittering(1), utfoert


def _ta_opp(side: Side) -> Gjort:
    return _("Oppgaven er tatt opp igjen."), actions.ta_opp_igjen(valgte=side.valgte, av=side.av)


_HANDLINGER = {"vent": _vent, "tildel": _tildel, "ta_opp": _ta_opp}


def _vis_brudd(side: Side, brudd: Regelbrudd) -> None:
    """Show what was refused beside the form it was typed in."""
    bundet: list[Skjema] = [s for s in (side.vent, side.tildel) if s.is_bound]
    if bundet:
        bundet[0].legg_til_regelbrudd(brudd)
    else:
        side.feil = [str(brudd)]


def _vis(side: Side, status: int = 200) -> HttpResponse:
    i_dag = timezone.localdate()
    emne: Person | None = side.oppgave.person
    innhold: dict[str, Any] = {
        "side": side,
        "oppgave": side.oppgave,
        "person": emne,
        "tittel": tekster.tittel(side.oppgave),
        "hvorfor": tekster.hvorfor(side.oppgave),
        "hjemmel": tekster.hjemmel(side.oppgave),
        "handling": tekster.handling(side.oppgave),
        "vent": tekster.ventetekst(side.oppgave, i_dag),
        "hendelser": historikk(side.oppgave),
        "skjema": next((s for s in (side.vent, side.tildel) if s.is_bound), None),
    }
    return render(side.request, "oppgaver/oppgave.html", innhold, status=status)
