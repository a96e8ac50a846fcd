"""Who registers what: one choice for each item."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import Skjema
from integrering.matrise.rules.ansvar import Tjeneste, del_av
from integrering.matrise.tekster import DELER, TJENESTER
from integrering.nir import regeltekster
from integrering.nir.rules.registreringer import Registrering


class Ansvarsskjema(Skjema):
    """The services of one municipality."""

    knapp = _("Lagre")

    def __init__(self, *args: Any, fordelt: Mapping[Registrering, Tjeneste], **kwargs: Any) -> None:
        start = {hva.value: hvem.value for hva, hvem in fordelt.items()}
        super().__init__(*args, initial=start, **kwargs)
        for hva in Registrering:
            valg = [(t.value, navn) for t, navn in TJENESTER.items()]
            self.legg_til_felt(
                hva.value, forms.ChoiceField(label=regeltekster.registrering(hva), choices=valg)
            )

    @property
    def deler(self) -> list[tuple[str, list[BoundField]]]:
        """The fields by the parts of the checklist."""
        return [
            (str(DELER[del_]), [self[hva.value] for hva in punkter])
            for del_, punkter in groupby(Registrering, del_av)
        ]

    @property
    def hvem(self) -> dict[Registrering, Tjeneste]:
        """The answers."""
        return {hva: Tjeneste(self.cleaned_data[hva.value]) for hva in Registrering}
