"""What the doors share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST, KONFLIKT
from integrering.klasser.actions import Linjebrudd, Rutekonflikt, er_eier
from integrering.klasser.forms.rutenett import RutenettSkjema
from integrering.klasser.models import Klasse
from integrering.klasser.queries.klasser import finn_klasse
from integrering.nir.actions.roller import REGISTRERER
from integrering.nir.models import Person
from integrering.tilgang.actions import registrer_innsyn_i_mange
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER

LESER = tuple(sorted(FYLKESROLLER | KOMMUNEROLLER))
SKRIVER = REGISTRERER


def klasse_eller_404(noekkel: UUID) -> Klasse:
    """Return the class. Raises Http404 for one the reader cannot see: never a 403."""
    klasse = finn_klasse(noekkel)
    if klasse is None:
        raise Http404
    return klasse


def min_klasse(request: HttpRequest, noekkel: UUID) -> Klasse:
    """Return a class of one's own organisation. Raises Http404, PermissionDenied."""
    klasse = klasse_eller_404(noekkel)
    if not er_eier(aktoer_i(request), klasse):
        raise PermissionDenied
    return klasse


def logg(request: HttpRequest, personer: Iterable[Person], hvor: str) -> None:
    """Write down that these persons were looked at."""
    registrer_innsyn_i_mange(person_ider=[p.pk for p in personer], av=aktoer_i(request), hvor=hvor)


def vis_brudd(brudd: Regelbrudd, skjema: RutenettSkjema, vis: Callable[..., HttpResponse]) -> HttpResponse:
    """Show a grid again with what stopped it: what others saved meanwhile, or the line or rule broken."""
    if isinstance(brudd, Rutekonflikt):
        forskjeller = skjema.forskjeller(brudd.naa)
        skjema.fra_versjonen(brudd.naa)
        return vis(KONFLIKT, forskjeller=forskjeller)
    if isinstance(brudd, Linjebrudd):
        skjema.legg_til_linjebrudd(brudd)
    else:
        skjema.legg_til_regelbrudd(brudd)
    return vis(AVVIST)


def personer_i_svaret(data: QueryDict) -> set[int]:
    """Return the numbers of the persons whose cells were sent."""
    hoder = (navn.partition("-")[0] for navn in data)
    return {int(hode) for hode in hoder if hode.isascii() and hode.isdigit() and len(hode) < 19}
