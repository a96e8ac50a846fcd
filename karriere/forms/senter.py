"""The forms of the centres."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.tilgang.queries import kommuner_i_fylket
from karriere.actions.senter import MEST_PER_UKE, Senterdata
from karriere.queries.sentre import kan_veilede
from regionalt.forms.innsendt import VELG, InnsendtSkjema


class SenterenSkjema(InnsendtSkjema):
    """A centre and what it covers."""

    navn = forms.CharField(label=_("Navn"), max_length=120)
    sted = forms.CharField(label=_("Besøksadresse"), max_length=200, required=False)
    samtaler_per_uke = forms.IntegerField(
        label=_("Samtaler i en vanlig uke"), min_value=1, max_value=MEST_PER_UKE,
        help_text=_("Hvor mange samtaler senteret kan holde, alle veiledere samlet."),
    )  # fmt: skip
    kommuner = forms.MultipleChoiceField(
        label=_("Kommuner senteret dekker"), choices=[], required=False, widget=forms.CheckboxSelectMultiple
    )
    aktiv = forms.BooleanField(label=_("Senteret er i bruk"), required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kommuner"].choices = [(str(k.pk), k.navn) for k in kommuner_i_fylket()]  # type: ignore[attr-defined]

    @property
    def senteret(self) -> Senterdata:
        """What was written."""
        d = self.cleaned_data
        return Senterdata(
            navn=d["navn"],
            sted=d["sted"],
            samtaler_per_uke=d["samtaler_per_uke"],
            aktiv=d["aktiv"],
            kommuner=[int(nr) for nr in d["kommuner"]],
        )


class VeilederSkjema(Skjema):
    """Who works there, from when."""

    knapp = _("Legg til")
    bruker = forms.ChoiceField(label=_("Veileder"), choices=[])
    fra = DatoFelt(label=_("Fra"), navn=_("første dag"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"fra": timezone.localdate()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        valg = [(str(b.pk), str(b)) for b in kan_veilede(timezone.localdate())]
        self.fields["bruker"].choices = [("", VELG), *valg]  # type: ignore[attr-defined]


class VeilederSluttSkjema(Skjema):
    """The last day at the centre."""

    knapp = _("Avslutt")
    til = DatoFelt(label=_("Siste dag"), navn=_("siste dag"))


class UkeSkjema(Skjema):
    """A week with another capacity."""

    mandag = DatoFelt(label=_("Mandagen uken begynner"), navn=_("mandagen"))
    samtaler = forms.IntegerField(label=_("Samtaler den uken"), min_value=0, max_value=MEST_PER_UKE)
