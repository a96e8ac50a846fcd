"""Forms of who is in a class."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur import visning
from integrering.grunnmur.lesing import les_uuid
from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.klasser.models import Klasse
from integrering.klasser.queries.klasser import mine_klasser
from integrering.tilgang.aktoer import Aktoer


class KlasseValg(forms.ChoiceField):
    """One of one's own classes that are not over. Gives the class."""

    def __init__(self, **kwargs: Any) -> None:
        self._klasser: dict[UUID, Klasse] = {}
        super().__init__(**kwargs)

    def for_(self, av: Aktoer) -> None:
        """Offer the classes of this one's organisation."""
        self._klasser = {k.noekkel: k for k in mine_klasser(av, timezone.localdate())}
        valg = [
            (str(k.noekkel), f"{k.navn}, {visning.periode(k.fra, k.til)}") for k in self._klasser.values()
        ]
        self.choices = [("", pgettext_lazy("nedtrekksliste", "Velg")), *valg]

    def clean(self, value: Any) -> Any:
        """Return the class."""
        noekkel = les_uuid(super().clean(value))
        return self._klasser[noekkel] if noekkel else None


class NyeDeltakereSkjema(Skjema):
    """Who are to be put in which class, from which day."""

    knapp = _("Neste")
    klasse = KlasseValg(label=_("Klasse"))
    fra = DatoFelt(label=_("Fra dato"), navn=_("dato"), help_text=_("Første dag i klassen."))
    hvem = forms.CharField(
        label=_("Hvem"),
        max_length=4000,
        widget=forms.Textarea({"rows": 8, "autocomplete": "off"}),
        help_text=_("DUF-nummer eller navn, ett på hver linje. Du kan lime inn en kolonne fra et regneark."),
        error_messages={"required": _("Skriv DUF-nummer eller navn, ett på hver linje.")},
    )

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = self.fields["klasse"]
        assert isinstance(valg, KlasseValg)  # noqa: S101 - tells the type
        valg.for_(av)

    @property
    def linjer(self) -> list[str]:
        """What was typed, line by line, each once."""
        rene = (linje.strip(" \t;,") for linje in self.cleaned_data["hvem"].splitlines())
        return list(dict.fromkeys(linje for linje in rene if linje))


class AvsluttSkjema(Skjema):
    """The last day in the class."""

    knapp = _("Avslutt")
    dato = DatoFelt(label=_("Siste dag i klassen"), navn=_("siste dag"))


class FlyttSkjema(Skjema):
    """The class they move to, and the first day there."""

    knapp = _("Flytt")
    klasse = KlasseValg(label=_("Ny klasse"))
    fra = DatoFelt(label=_("Første dag i den nye klassen"), navn=_("første dag"))

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = self.fields["klasse"]
        assert isinstance(valg, KlasseValg)  # noqa: S101 - tells the type
        valg.for_(av)


class TaUtSkjema(Skjema):
    """Nothing to ask: they were put in by mistake."""

    knapp = _("Ta ut")
