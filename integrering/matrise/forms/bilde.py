"""The form of a new snapshot."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.matrise.actions import Bildedata
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import kommuner_i_fylket


class Bildeskjema(Skjema):
    """Which municipality (for the county), which day, what it is called and for whom."""

    knapp = _("Lag øyeblikksbilde")
    kommune = forms.ChoiceField(label=_("Kommune"), choices=[])
    dato = DatoFelt(
        label=_("Per dato"),
        navn=_("datoen"),
        help_text=_("Bildet viser det som var registrert ved slutten av dagen."),
    )
    tittel = forms.CharField(
        label=_("Tittel"),
        max_length=120,
        help_text=_("For eksempel «Sjekkliste for registrering i NIR». Skriv ikke navn på personer."),
    )
    mottaker = forms.CharField(
        label=_("Laget for"),
        max_length=120,
        required=False,
        help_text=_("For eksempel kontrollutvalget."),
    )

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"dato": timezone.localdate()})
        super().__init__(*args, **kwargs)
        self.av = av
        if not av.er_fylke:
            del self.fields["kommune"]
            return
        felt = self.fields["kommune"]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        felt.choices = lambda: [
            ("", pgettext_lazy("nedtrekksliste", "Velg")),
            *((nr, k.navn) for nr, k in self._kommuner.items()),
        ]

    @cached_property
    def _kommuner(self) -> dict[str, Virksomhet]:
        return {k.nummer: k for k in kommuner_i_fylket()}

    @property
    def data_for_bildet(self) -> Bildedata:
        """The answers."""
        svar = self.cleaned_data
        egen = None if self.av.er_fylke else Virksomhet.objects.get(pk=self.av.virksomhet_id)
        return Bildedata(
            kommune=egen or self._kommuner[svar["kommune"]],
            dato=svar["dato"],
            tittel=svar["tittel"],
            mottaker=svar["mottaker"],
        )
