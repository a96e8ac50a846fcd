"""The forms of the planning together: what is agreed, a time that is proposed, and the answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.utveksling.moeter.kodeverk import Ukedag
from karriere.actions.opplegg import FLEST, Forslagsdata, Oppleggsdata
from karriere.forms.samtale import SamtaleSkjema, Tidsskjema
from karriere.kodeverk import Samtaleslag
from karriere.models import Opplegg, Oppleggsforslag, Samtale
from regionalt.forms.innsendt import InnsendtSkjema

_TEKSTFELT = ("sted", "tolk", "deltar", "transport", "merknad")
_INGEN_NAVN = _("Skriv ikke navn på deltakere.")


def _tekst(ledetekst: Any, mest: int, hjelp: Any = "") -> forms.CharField:
    return forms.CharField(
        label=ledetekst, max_length=mest, required=False, help_text=hjelp, widget=forms.Textarea({"rows": 2})
    )


class OppleggSkjema(InnsendtSkjema):
    """What is agreed with a municipality."""

    knapp = _("Lagre opplegget")
    sted = forms.CharField(
        label=_("Sted"), max_length=200, required=False,
        help_text=_("Der samtalene vanligvis holdes, for eksempel voksenopplæringen."),
    )  # fmt: skip
    ukedager = forms.TypedMultipleChoiceField(
        label=_("Dager som passer"), choices=Ukedag.choices, coerce=int, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    tolk = _tekst(_("Tolk"), 500, _("Hvem bestiller tolken, og hvor er den?"))
    deltar = _tekst(_("Hvem deltar"), 500, _("Rollene, for eksempel programrådgiver. Ikke navn."))
    transport = _tekst(_("Reise og rom"), 500, _("Hvem ordner rommet, og hvordan kommer deltakerne dit?"))
    merknad = _tekst(_("Annet"), 1000, _INGEN_NAVN)
    avtalt = DatoFelt(
        label=_("Avtalt"), navn=_("dagen dere ble enige"), required=False,
        help_text=_("Dagen dere ble enige. Tomt så lenge det er et utkast."),
    )  # fmt: skip

    @property
    def opplegget(self) -> Oppleggsdata:
        """What was written."""
        d = self.cleaned_data
        return Oppleggsdata(
            **{navn: d[navn] for navn in _TEKSTFELT}, ukedager=d["ukedager"], avtalt=d["avtalt"]
        )


def verdier_av_opplegg(rad: Opplegg) -> dict[str, Any]:
    """Return what is agreed as the form shows it."""
    return {navn: getattr(rad, navn) for navn in (*_TEKSTFELT, "ukedager", "avtalt", "versjon")}


class ForslagSkjema(Tidsskjema):
    """A time the municipality proposes."""

    knapp = _("Send forslaget")
    slag = forms.ChoiceField(
        label=_("Hva slags samtaler?"), choices=Samtaleslag.choices, widget=forms.RadioSelect
    )
    antall = forms.IntegerField(
        label=_("Hvor mange deltakere er det tid til?"), min_value=1, max_value=FLEST,
        widget=forms.TextInput({"inputmode": "numeric", "class": "felt-timer"}),
    )  # fmt: skip
    sted = forms.CharField(label=_("Sted"), max_length=200)
    merknad = _tekst(_("Merknad"), 500, _INGEN_NAVN)
    field_order = ("slag", "dag", "fra", "til", "antall", "sted", "merknad")

    @property
    def forslaget(self) -> Forslagsdata:
        """What was written."""
        felt = {navn: self.cleaned_data[navn] for navn in ("slag", "antall", "sted", "merknad")}
        return Forslagsdata(start=self.start, slutt=self.slutt, **felt)


class GodtaSkjema(Skjema):
    """A yes, perhaps with some words."""

    knapp = _("Godta tiden")
    svar = _tekst(_("Beskjed til kommunen"), 500, _INGEN_NAVN)


class AvslaaSkjema(Skjema):
    """A no, and why."""

    knapp = _("Svar nei")
    svar = forms.CharField(
        label=_("Hvorfor passer det ikke?"), max_length=500, widget=forms.Textarea({"rows": 3}),
        help_text=_("Foreslå gjerne en tid som passer bedre. Skriv ikke navn på deltakere."),
    )  # fmt: skip


class GodtaGruppeSkjema(SamtaleSkjema):
    """A group at the proposed time."""

    knapp = _("Godta og lag gruppen")

    def __init__(self, *args: Any, forslag: Oppleggsforslag, **kwargs: Any) -> None:
        dag = {"dag": timezone.localtime(forslag.start).date()}
        kwargs["initial"] = dag | (kwargs.get("initial") or {})
        super().__init__(*args, gruppe=True, fast=True, **kwargs)
        self._tiden = Samtale(slag=Samtaleslag.GRUPPE, start=forslag.start, slutt=forslag.slutt)

    def samtalen(self, samtale: Samtale | None = None) -> Any:
        """Return what was answered, at the proposed time."""
        return super().samtalen(samtale or self._tiden)
