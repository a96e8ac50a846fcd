"""The pages here where a person is looked at, as codes for the log of look-ups."""

from __future__ import annotations

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from integrering.nir.faktatyper import FAKTATYPER, Faktatype
from integrering.nir.models import Flyttesak, Person

_ADMIN: tuple[type[Model], ...] = (Person, Flyttesak, *(slag.modell for slag in FAKTATYPER.values()))


# Read by a municipality's professional system: one person, or many.
API, API_UTTREKK = "api", "api-uttrekk"


def skjemasted(slag: Faktatype) -> str:
    """Return the code of the form of a kind of fact."""
    return f"skjema-{slag.slug}"


def adminsted(modell: type[Model]) -> str:
    """Return the code of a row in the administration."""
    return f"admin-{modell._meta.model_name}"


STEDER: dict[str, str | Promise] = {
    "person": _("Personsiden"),
    "historikk": _("Historikken til personen"),
    "innsynslogg": _("Innsynsloggen om personen"),
    "tidligere": _("Tidligere deltaker"),
    "flyttesak": _("Flyttesak"),
    API: _("Fagsystem: en person"),
    API_UTTREKK: _("Fagsystem: uttrekk av mange"),
    "flytting": _("Flytting"),
    **{skjemasted(slag): format_lazy("{}: {}", _("Skjema"), slag.navn) for slag in FAKTATYPER.values()},
    **{
        adminsted(modell): format_lazy("{}: {}", _("Administrasjonen"), modell._meta.verbose_name or "")
        for modell in _ADMIN
    },
}
