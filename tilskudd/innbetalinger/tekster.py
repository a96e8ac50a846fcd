"""Outcomes and statuses in words and colours."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from integrering.lister import Status
from tilskudd.innbetalinger.models import Post, Poststatus, Utfallsvalg

_UTFALLSFARGE = {
    Utfallsvalg.MANGLER: "danger",
    Utfallsvalg.ANNET_BELOEP: "warning",
    Utfallsvalg.ANNEN_KODE: "warning",
    Utfallsvalg.STEMMER: "success",
}
_STATUSFARGE = {
    Poststatus.NY: "danger",
    Poststatus.UNDERSOEKES: "warning",
    Poststatus.MELDT: "info",
    Poststatus.FORKLART: "success",
}
FORKLARING: dict[str, Any] = {
    Utfallsvalg.STEMMER: _("IMDi har betalt det vi forventet. Inntil én krone regnes som avrunding."),
    Utfallsvalg.MANGLER: _(
        "Kjøringen har godkjente linjer, men IMDi har ikke betalt noe for dem i runden. Ta det med i et krav."
    ),
    Utfallsvalg.MER: _("IMDi har betalt uten at kjøringen har godkjente linjer for det."),
    Utfallsvalg.UKJENT_PERSON: _(
        "Ingen i registeret har dette DUF-nummeret. Er personen ny, finner avstemmingen den når den er"
        " registrert."
    ),
    Utfallsvalg.ANNEN_KODE: _(
        "Personen har fått det samme på en annen kode i runden, eller det samme beløpet i en annen runde."
        " Se om tilskuddsåret eller tillatelsen er ulik hos IMDi og her."
    ),
    Utfallsvalg.ANNET_BELOEP: _(
        "IMDi har betalt et annet beløp. Vanlige grunner er en annen sats, eller andre dager i perioden."
    ),
    Utfallsvalg.TREKK: _("IMDi og kjøringen er uenige om et trekk."),
}


def utfall(post: Post) -> Status:
    """Return the outcome of a comparison."""
    return Status(str(post.get_utfall_display()), _UTFALLSFARGE.get(Utfallsvalg(post.utfall), "neutral"))


def status(post: Post) -> Status:
    """Return how far a difference has come."""
    return Status(str(post.get_status_display()), _STATUSFARGE.get(Poststatus(post.status), "neutral"))


def hvem(post: Any) -> str:
    """Return who a comparison, or a line of a claim, is about."""
    if post.person is not None:
        return str(post.person.navn_etternavn_foerst)
    return str(_("Ukjent person")) if post.duf else str(_("Sum for flere"))


def duf(post: Any) -> str:
    """Return the number: the person's, or the one IMDi gave."""
    return str(post.person.duf if post.person is not None else post.duf)
