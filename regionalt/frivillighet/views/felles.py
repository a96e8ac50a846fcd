"""What the doors share: the rows of addresses, and the way to a page."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from regionalt.frivillighet.models import Aktivitet, Avtale, Organisasjon
from regionalt.frivillighet.queries.aktiviteter import finn_aktivitet
from regionalt.frivillighet.queries.avtaler import finn_avtale
from regionalt.frivillighet.queries.organisasjoner import finn_organisasjon

Sti = list[tuple[str, str]]


def organisasjon_eller_404(nummer: str) -> Organisasjon:
    """Return an organisation the one who asks sees. Raises Http404."""
    funnet = finn_organisasjon(nummer)
    if funnet is None:
        raise Http404
    return funnet


def avtale_eller_404(noekkel: UUID) -> Avtale:
    """Return an agreement the one who asks sees. Raises Http404."""
    funnet = finn_avtale(noekkel)
    if funnet is None:
        raise Http404
    return funnet


def aktivitet_eller_404(noekkel: UUID) -> Aktivitet:
    """Return an activity the one who asks sees. Raises Http404."""
    funnet = finn_aktivitet(noekkel)
    if funnet is None:
        raise Http404
    return funnet


def adresse(organisasjon: Organisasjon) -> str:
    """Return the address of an organisation's page."""
    return reverse("frivillighet:organisasjon", args=[organisasjon.virksomhet.nummer])


def sti_til(organisasjon: Organisasjon | None = None, avtale: Avtale | None = None) -> Sti:
    """Return the way to a page below the overview, an organisation, an agreement."""
    sti = [(_("Frivillighet"), reverse("frivillighet:organisasjoner"))]
    if organisasjon is not None:
        sti.append((str(organisasjon), adresse(organisasjon)))
    if avtale is not None:
        sti.append((avtale.tittel, reverse("frivillighet:avtale", args=[avtale.noekkel])))
    return sti
