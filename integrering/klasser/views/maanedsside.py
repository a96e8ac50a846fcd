"""The page of a month: the grid, how it reads when it is locked, and the lock. For every kind of class."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from integrering.grunnmur import maaneder, visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kodelister import kodenavn
from integrering.grunnmur.skjemasvar import AVVIST, skrevet
from integrering.klasser.actions import Lagret
from integrering.klasser.forms.laas import LaasOppSkjema
from integrering.klasser.forms.rutenett import Rutelinje, TimeSkjema
from integrering.klasser.tekster import lagret
from integrering.klasser.views.felles import logg, personer_i_svaret, vis_brudd
from integrering.klasser.views.maanedsnett import fra_forrige, leserader
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i


class Klassen(Protocol):
    """What the page needs to know of a class: its key, and its first and last day."""

    noekkel: Any
    fra: Any
    til: Any


class Laasen(Protocol):
    """How a month was locked or unlocked last."""

    laast: Any
    tid: Any


K = TypeVar("K", bound=Klassen)


@dataclass(frozen=True)
class Maanedsside(Generic[K]):
    """What tells the page of one kind of class from another's.

    Attributes:
        skjema: the form: which facts, columns and code list its grid has.
        koder: what the class keeps hours in.
        linjer: class, month and numbers of persons that were on the page → the lines of the grid.
        siste_laas, er_eier: how the month is locked, and who writes in the class.
        lagre, laas, laas_opp: the actions; keyword-only.
        klasse_url, maaned_url, laas_url: names of the addresses.
        mal, lesemal: templates to write in, and to read.
        sted: where a look at the persons is logged.
    """

    skjema: type[TimeSkjema]
    koder: Callable[[K], Collection[str]]
    linjer: Callable[[K, date, set[int]], list[Rutelinje]]
    siste_laas: Callable[[K, date], Laasen | None]
    er_eier: Callable[[Aktoer, K], bool]
    lagre: Callable[..., Lagret]
    laas: Callable[..., None]
    laas_opp: Callable[..., None]
    klasse_url: str
    maaned_url: str
    laas_url: str
    mal: str
    lesemal: str
    sted: str

    def til_foreslaatt(self, klasse: K) -> HttpResponse:
        """Lead to the month that is due."""
        return self._til(klasse, maaneder.foreslaatt(klasse.fra, klasse.til, timezone.localdate()))

    def vis_maaned(self, request: HttpRequest, klasse: K, maaned: date) -> HttpResponse:
        """Show or save the grid; only read when it is locked, or the class is another's."""
        laas = self.siste_laas(klasse, maaned)
        if not self.er_eier(aktoer_i(request), klasse) or (laas is not None and laas.laast):
            return self._les(request, klasse, maaned, LaasOppSkjema())
        skjema = self._nett(request, klasse, maaned)
        if not skjema.is_bound:
            return self._vis(request, klasse, maaned, skjema)
        if not skjema.is_valid():
            return self._vis(request, klasse, maaned, skjema, AVVIST)
        return self._lagre(request, klasse, maaned, skjema)

    def vis_laas(self, request: HttpRequest, klasse: K, maaned: date) -> HttpResponse:
        """Lock the month, or unlock it with a reason."""
        hva: dict[str, Any] = {"klasse": klasse, "maaned": maaned, "av": aktoer_i(request)}
        navn = {"maaned": capfirst(visning.maaned(maaned))}
        if request.POST.get("handling") == "laas_opp":
            skjema = LaasOppSkjema(request.POST)
            if not skjema.is_valid():
                return self._les(request, klasse, maaned, skjema, AVVIST)
            self.laas_opp(aarsak=skjema.cleaned_data["aarsak"], **hva)
            messages.success(request, _("%(maaned)s er låst opp.") % navn)
            return self._til(klasse, maaned)
        try:
            self.laas(**hva)
        except Regelbrudd as brudd:
            messages.error(request, str(brudd))
        else:
            messages.success(request, _("%(maaned)s er låst.") % navn)
        return self._til(klasse, maaned)

    def _nett(self, request: HttpRequest, klasse: K, maaned: date) -> TimeSkjema:
        linjer = self.linjer(klasse, maaned, personer_i_svaret(request.POST))
        kopier = request.method != "POST" and request.GET.get("kopier") == "ja"
        forrige = fra_forrige(self.skjema.slag, linjer, maaned, self.skjema.kolonner) if kopier else None
        til = reverse(self.klasse_url, args=[klasse.noekkel])
        return self.skjema(skrevet(request), linjer=linjer, forslag=forrige, avbryt=til)

    def _lagre(self, request: HttpRequest, klasse: K, maaned: date, skjema: TimeSkjema) -> HttpResponse:
        grunn, av = skjema.cleaned_data["aarsak"], aktoer_i(request)
        try:
            hva = self.lagre(klasse=klasse, maaned=maaned, linjer=skjema.svar, aarsak=grunn, av=av)
        except Regelbrudd as brudd:
            return vis_brudd(brudd, skjema, partial(self._vis, request, klasse, maaned, skjema))
        messages.success(request, lagret(hva, visning.maaned(maaned)))
        return self._til(klasse, maaned)

    def _vis(
        self, request: HttpRequest, klasse: K, maaned: date, skjema: TimeSkjema, status: int = 200, *,
        forskjeller: list[dict[str, str]] | None = None,
    ) -> HttpResponse:  # fmt: skip
        personer = [person for person, _celler, _skjulte in skjema.per_person]
        logg(request, personer, self.sted)
        innhold = self._felles(klasse, maaned) | {
            "skjema": skjema,
            "forskjeller": forskjeller or [],
            "kan_laases": maaneder.siste_dag(maaned) <= timezone.localdate() and bool(personer),
        }
        return render(request, self.mal, innhold, status=status)

    def _les(
        self, request: HttpRequest, klasse: K, maaned: date, skjema: LaasOppSkjema, status: int = 200
    ) -> HttpResponse:
        """Show a month that the reader cannot write in, and what was changed after it was locked."""
        linjer, laas = self.linjer(klasse, maaned, set()), self.siste_laas(klasse, maaned)
        logg(request, {linje.person.pk: linje.person for linje in linjer}.values(), self.sted)
        innhold = self._felles(klasse, maaned) | {
            "rader": leserader(linjer, self.skjema.kolonner, laas.tid if laas and laas.laast else None),
            "laas": laas,
            "eier": self.er_eier(aktoer_i(request), klasse),
            "skjema": skjema,
        }
        return render(request, self.lesemal, innhold, status=status)

    def _felles(self, klasse: K, maaned: date) -> dict[str, Any]:
        foer, etter = maaneder.forrige(maaned), maaneder.neste(maaned)
        slag, inndeling = self.skjema.slag, self.skjema.inndeling
        return {
            "klasse": klasse,
            "maaned": maaned,
            "tittel": _("Timer og fravær %(maaned)s") % {"maaned": visning.maaned(maaned)},
            "moduler": [kodenavn(inndeling, kode) for kode in self.koder(klasse)],
            "felt": [capfirst(str(slag.felt(navn).verbose_name)) for navn in self.skjema.kolonner],
            "foer": self._adresse(klasse, foer) if foer >= maaneder.maaned(klasse.fra) else "",
            "etter": self._adresse(klasse, etter) if etter <= klasse.til else "",
            "foer_navn": visning.maaned(foer),
            "etter_navn": visning.maaned(etter),
            "laas_url": reverse(self.laas_url, args=[klasse.noekkel, maaneder.skriv(maaned)]),
        }

    def _til(self, klasse: K, maaned: date) -> HttpResponse:
        return redirect(self._adresse(klasse, maaned))

    def _adresse(self, klasse: K, maaned: date) -> str:
        return reverse(self.maaned_url, args=[klasse.noekkel, maaneder.skriv(maaned)])
