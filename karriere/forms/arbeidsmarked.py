"""Where, and which kind of occupation. Choices only: nothing about a person stands in the address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import Filterskjema
from integrering.tilgang.queries import kommuner_i_fylket

# The major groups of SSB's standard for occupations (STYRK-08), by the first digit.
YRKESFELT = (
    ("1", _("1 Ledere")),
    ("2", _("2 Akademiske yrker")),
    ("3", _("3 Høyskoleyrker")),
    ("4", _("4 Kontoryrker")),
    ("5", _("5 Salgs- og serviceyrker")),
    ("6", _("6 Bønder, fiskere mv.")),
    ("7", _("7 Håndverkere")),
    ("8", _("8 Prosess- og maskinoperatører, transportarbeidere mv.")),
    ("9", _("9 Renholdere, hjelpearbeidere mv.")),
)
ALLE = "alle"


class ArbeidsmarkedFilter(Filterskjema):
    """The person's municipality when nothing is chosen."""

    kommune = forms.ChoiceField(label=_("Kommune"), choices=[])
    yrkesfelt = forms.ChoiceField(label=_("Yrkesfelt"), choices=[("", _("Alle")), *YRKESFELT])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kommuner = [(k.nummer, k.navn) for k in kommuner_i_fylket()]
        valg = [("", _("Personens kommune")), (ALLE, _("Hele fylket")), *kommuner]
        self.fields["kommune"].choices = valg  # type: ignore[attr-defined]
