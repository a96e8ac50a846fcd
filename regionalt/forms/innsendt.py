"""What the forms of the regional apps share: sent once, and someone at the county responsible."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.skjema import Skjema
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Bruker
from integrering.utveksling.moeter.queries.deltakere import brukere_i

VELG = pgettext_lazy("nedtrekksliste", "Velg")


class InnsendtSkjema(Skjema):
    """A form that makes a row once, or changes the version that was read."""

    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @property
    def nr(self) -> uuid.UUID:
        """The key of this sending."""
        return self.cleaned_data["innsending"] or uuid.uuid4()

    @property
    def versjonen(self) -> int:
        """The version that was read."""
        return self.cleaned_data["versjon"] or 0


class AnsvarligSkjema(InnsendtSkjema):
    """A form where someone at the county is responsible; who has it already may keep it."""

    ansvarlig = forms.ChoiceField(
        label=_("Ansvarlig"), choices=[], help_text=_("Oppgaven kommer i listen til denne personen.")
    )

    def __init__(self, *args: Any, av: Aktoer, har: Bruker | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = {str(b.pk): str(b) for b in brukere_i(av.virksomhet_id, timezone.localdate())}
        if har is not None:
            valg.setdefault(str(har.pk), str(har))
        felt = self.fields["ansvarlig"]
        felt.choices = [("", VELG if felt.required else _("Ingen bestemt")), *valg.items()]  # type: ignore[attr-defined]

    @property
    def ansvarlig_id(self) -> int | None:
        """The one who was chosen."""
        valgt = self.cleaned_data["ansvarlig"]
        return int(valgt) if valgt else None
