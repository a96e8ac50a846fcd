"""The front page: the queue of the reader, and below it what the apps show their role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from integrering.grunnmur import kroner
from integrering.grunnmur.skjemasvar import AVVIST
from integrering.lister.utvalg import Utvalg
from integrering.lister.visning import Listeside
from integrering.nir.actions.roller import REGISTRERER
from integrering.oppgaver.lister import OPPGAVER, utsnitt_av
from integrering.oppgaver.queries.koe import TELL_TIL, Fane, foerste_med_innhold, koe, mest_av, tell
from integrering.oppgaver.regelverk import regel_med_kode
from integrering.oppgaver.views.kvittering import ta_kvittering
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.paneler import paneler_for
from integrering.tilgang.roller import ARBEIDSROLLER

VELG = "handling"
# A tab that fits on a page is read as it is.
EN_SIDE = 50


@dataclass(frozen=True)
class Faneblad:
    """A tab: where it leads, what it says, how many, and whether it is open."""

    url: str
    tekst: str
    antall: str
    aktiv: bool

    @property
    def er_tom(self) -> bool:
        """True when nothing is in it."""
        return self.antall == "0"


@krever()
@require_safe
def forside(request: HttpRequest) -> HttpResponse:
    """«Min oppgaveliste» for those who have work here; the others see what their role has."""
    if not aktoer_i(request).har(*ARBEIDSROLLER):
        return render(request, "oppgaver/forside_uten_koe.html", {"paneler": paneler_for(request)})
    utvalg = Utvalg(OPPGAVER, aktoer_i(request), request.GET)
    antall = _antall(utvalg)
    fane, faner = _faner(utvalg, antall)
    if fane:
        request.GET = _med_fane(request.GET, fane)  # type: ignore[assignment]
    hos_andre = bool(utvalg.filter.get("kommune"))
    side = Listeside(request, OPPGAVER, velg="" if hos_andre else VELG)
    if fane:
        side.antall = antall[fane]  # the tab has counted them
    innhold = {
        "liste": side,
        "skjema": side.utvalg.skjema,
        "faner": faner,
        "fane": fane,
        "mest": _mest(utvalg, fane, antall),
        "tomt": _tomt(fane, faner),
        "kvittering": ta_kvittering(request),
        "paneler": paneler_for(request),
    }
    return render(request, "oppgaver/forside.html", innhold, status=200 if side.utvalg.gyldig else AVVIST)


def _antall(utvalg: Utvalg) -> dict[Fane, int | None]:
    """Return how many each tab holds; nothing for a choice that is not valid."""
    if not utvalg.gyldig:
        return {}
    i_dag = timezone.localdate()
    return tell(koe(utvalg.av, utsnitt_av(utvalg.filter), i_dag), i_dag)


def _faner(utvalg: Utvalg, antall: dict[Fane, int | None]) -> tuple[Fane | None, list[Faneblad]]:
    """Return the open tab and all of them; without a choice the first that holds something is opened."""
    if not antall:
        return None, []
    valgt = utvalg.filter.get("fane")
    fane = Fane(valgt) if valgt else foerste_med_innhold(antall)
    return fane, [
        Faneblad(_fanens_adresse(utvalg, f), _navn(f), _skrevet(antall[f]), f is fane) for f in Fane
    ]


def _med_fane(sporring: QueryDict, fane: Fane) -> QueryDict:
    """Return the query string with the tab in it: the links of the page stay in the tab that was opened."""
    ny = sporring.copy()
    ny["fane"] = fane.value
    return ny


def _fanens_adresse(utvalg: Utvalg, fane: Fane) -> str:
    valg = {navn: v for navn, v in utvalg.filter.items() if v and navn != "fane"}
    return f"?{urlencode({'fane': fane.value, **valg})}"


def _navn(fane: Fane) -> str:
    return {
        Fane.OVER_FRIST: _("Over frist"),
        Fane.SNART: _("Forfaller snart"),
        Fane.PAA_VENT: _("På vent"),
        Fane.ALLE: _("Alle"),
    }[fane]


def _mest(utvalg: Utvalg, fane: Fane | None, antall: dict[Fane, int | None]) -> list[dict[str, str]]:
    """Return links to what there is most of in a tab of more than a page, for those who register."""
    i_fanen = antall.get(fane) if fane else None
    if not fane or not i_fanen or i_fanen <= EN_SIDE or not utvalg.av.har(*REGISTRERER):
        return []
    if utvalg.filter.get("regel"):
        return []
    i_dag = timezone.localdate()
    ut = []
    for kode, n in mest_av(koe(utvalg.av, utsnitt_av(utvalg.filter), i_dag), fane, i_dag):
        regel = regel_med_kode(kode)
        if regel:
            valg = {navn: v for navn, v in utvalg.filter.items() if v} | {"fane": fane.value, "regel": kode}
            tekst = f"{regel.tittel} ({kroner.tall(n)})"
            ut.append({"url": f"?{urlencode(valg)}", "tekst": tekst})
    return ut


def _skrevet(antall: int | None) -> str:
    return f"{kroner.tall(TELL_TIL)}+" if antall is None else kroner.tall(antall)


def _tomt(fane: Fane | None, faner: list[Faneblad]) -> dict[str, Any]:
    """Return what an empty tab says, and the next step: a tab that holds something."""
    tekst = {
        Fane.OVER_FRIST: _("Ingen oppgaver over frist."),
        Fane.SNART: _("Ingen oppgaver forfaller snart."),
        Fane.PAA_VENT: _("Ingen oppgaver er på vent."),
        Fane.ALLE: _("Ingen oppgaver venter på deg."),
    }.get(fane or Fane.ALLE, "")
    videre = {Fane.SNART: _("Se oppgaver som forfaller snart"), Fane.ALLE: _("Se alle oppgaver")}
    for til, lenketekst in videre.items():
        blad = faner[list(Fane).index(til)] if faner else None
        if blad and not blad.aktiv and not blad.er_tom:
            return {"tekst": tekst, "lenke": blad.url, "lenketekst": lenketekst}
    return {"tekst": tekst}
