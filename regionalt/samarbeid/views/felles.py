"""What the doors share: the rows of addresses, and the way to a page."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from regionalt.samarbeid.models import Forum, Forumvedtak, Medlem, Samarbeidstiltak
from regionalt.samarbeid.queries.fora import finn_forum, finn_medlem
from regionalt.samarbeid.queries.tiltak import finn_tiltak
from regionalt.samarbeid.queries.vedtak import finn_vedtak

T = TypeVar("T")


def _eller_404(funnet: T | None) -> T:
    if funnet is None:
        raise Http404
    return funnet


def forum_eller_404(noekkel: UUID) -> Forum:
    """Return a forum the one who asks sees. Raises Http404."""
    return _eller_404(finn_forum(noekkel))


def medlem_eller_404(noekkel: UUID) -> Medlem:
    """Return a member the one who asks sees. Raises Http404."""
    return _eller_404(finn_medlem(noekkel))


def vedtak_eller_404(noekkel: UUID) -> Forumvedtak:
    """Return a decision the one who asks sees. Raises Http404."""
    return _eller_404(finn_vedtak(noekkel))


def tiltak_eller_404(noekkel: UUID) -> Samarbeidstiltak:
    """Return a measure the one who asks sees. Raises Http404."""
    return _eller_404(finn_tiltak(noekkel))


def adresse(rad: Forum | Forumvedtak | Samarbeidstiltak) -> str:
    """Return the address of a row's page."""
    navn = {Forum: "forum", Forumvedtak: "vedtak", Samarbeidstiltak: "tiltak"}[type(rad)]
    return reverse(f"samarbeid:{navn}", args=[rad.noekkel])


def sti_til(
    forum: Forum | None = None, vedtak: Forumvedtak | None = None, tiltak: Samarbeidstiltak | None = None
) -> list[tuple[str, str]]:
    """Return the way to a page below the overview, a forum, a decision, a measure."""
    sti = [(_("Samarbeid"), reverse("samarbeid:fora"))]
    if forum is not None:
        sti.append((forum.navn, adresse(forum)))
    if vedtak is not None:
        sti.append((_("Vedtak"), adresse(vedtak)))
    if tiltak is not None:
        sti.append((tiltak.tittel, adresse(tiltak)))
    return sti
