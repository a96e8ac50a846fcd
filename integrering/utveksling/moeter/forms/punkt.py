"""Forms of a point."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.utveksling.moeter.actions.punkt import Punktdata
from integrering.utveksling.moeter.models import Moete, Moetepunkt
from integrering.utveksling.moeter.queries.punkter import Ansvarlig, ansvarlige_for


class PunktSkjema(Skjema):
    """What, who, when."""

    knapp = _("Legg til punkt")
    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    tekst = forms.CharField(
        label=_("Hva som skal gjøres"),
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Alle som er invitert, kan lese punktet. Skriv ikke navn på deltakere."),
    )
    ansvarlig = forms.ChoiceField(label=_("Ansvarlig"))
    frist = DatoFelt(label=_("Frist"), required=False)

    def __init__(self, *args: Any, moete: Moete, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ansvarlige: dict[str, Ansvarlig] = {a.verdi: a for a in ansvarlige_for(moete)}
        felt = self.fields["ansvarlig"]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        felt.choices = [
            ("", pgettext_lazy("nedtrekksliste", "Velg")),
            *((verdi, a.tekst) for verdi, a in self._ansvarlige.items()),
        ]

    @property
    def data_for_punktet(self) -> Punktdata:
        """The answers."""
        svar = self.cleaned_data
        ansvarlig = self._ansvarlige[svar["ansvarlig"]]
        return Punktdata(svar["tekst"], ansvarlig.virksomhet_id, ansvarlig.bruker_id, svar["frist"])

    @property
    def nr(self) -> uuid.UUID:
        """The key of this sending."""
        return self.cleaned_data["innsending"] or uuid.uuid4()


class EndrePunktSkjema(PunktSkjema):
    """Change a point."""

    knapp = _("Lagre punktet")


def punktverdier(punkt: Moetepunkt) -> dict[str, Any]:
    """Return a point as the form shows it."""
    return {
        "versjon": punkt.versjon,
        "tekst": punkt.tekst,
        "ansvarlig": Ansvarlig(punkt.eier_virksomhet_id, punkt.eier_bruker_id, "").verdi,
        "frist": punkt.frist,
    }
