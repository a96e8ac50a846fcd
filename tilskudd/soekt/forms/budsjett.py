"""The budget on one page: a row a post, with empty rows for more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import BeloepFelt
from tilskudd.soekt.forms.felles import SettSkjema
from tilskudd.soekt.models import Budsjettlinje
from tilskudd.soekt.rules.budsjett import Post

TOMME, MEST = 4, 40
BELOEP = {"faktisk": _("Faktisk kostnad"), "ordinaer": _("Ordinær kostnad"), "egenandel": _("Egenandel")}
KOLONNER = ("post", *BELOEP)


class BudsjettSkjema(SettSkjema):
    """Each row: the post, what it costs, what the ordinary offer would cost, and what we pay ourselves."""

    knapp = _("Lagre budsjettet")
    merk_felt = False

    def __init__(self, *args: Any, poster: Sequence[Budsjettlinje], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.antall = min(len(poster) + TOMME, MEST)
        if self.is_bound:
            self.antall = max(self.antall, sum(f"post_{nr}" in self.data for nr in range(MEST)))
        for nr in range(self.antall):
            rad = poster[nr] if nr < len(poster) else None
            self._legg_til_rad(nr, rad)

    def _legg_til_rad(self, nr: int, rad: Budsjettlinje | None) -> None:
        post = forms.CharField(
            label=_("Post"), max_length=120, required=False, initial=rad.post if rad else ""
        )
        self.legg_til_felt(f"post_{nr}", post)
        for navn, tekst in BELOEP.items():
            verdi = getattr(rad, navn) if rad else None
            felt = BeloepFelt(label=tekst, minst=0, required=False, initial=verdi)
            self.legg_til_felt(f"{navn}_{nr}", felt)

    @property
    def rader(self) -> list[list[BoundField]]:
        """The fields row by row, for the template."""
        return [[self[f"{navn}_{nr}"] for navn in KOLONNER] for nr in range(self.antall)]

    def clean(self) -> dict[str, Any]:
        """A row with an amount has a post, and a post has a cost."""
        data: dict[str, Any] = super().clean() or {}
        for nr in range(self.antall):
            post, beloep = data.get(f"post_{nr}"), [data.get(f"{navn}_{nr}") for navn in BELOEP]
            if any(beloep) and not post:
                self.add_error(f"post_{nr}", _("Skriv hva beløpet gjelder."))
            if post and not beloep[0] and f"faktisk_{nr}" not in self.errors:
                self.add_error(f"faktisk_{nr}", _("Skriv hva posten koster."))
        return data

    @property
    def poster(self) -> list[tuple[str, Post]]:
        """The posts that are filled in, in order."""
        d = self.cleaned_data
        return [
            (
                d[f"post_{nr}"],
                Post(d[f"ordinaer_{nr}"] or 0, d[f"faktisk_{nr}"] or 0, d[f"egenandel_{nr}"] or 0),
            )
            for nr in range(self.antall)
            if d[f"post_{nr}"]
        ]
