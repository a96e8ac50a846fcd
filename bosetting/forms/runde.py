"""The forms of a round: make it, its frame and parameters, its days."""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bosetting.actions import Fristdata, Rundedata
from bosetting.kodeverk import Fristslag, andel
from bosetting.models import Runde, Rundefrist
from integrering.grunnmur.skjema import DatoFelt
from regionalt.forms.registerrad import VELG, RegisterSkjema, antall


def tall(ledetekst: Any, mest: int = 30_000, **mer: Any) -> forms.IntegerField:
    """Return a field for a whole number, from 0, that may be left empty."""
    inndata = forms.TextInput({"inputmode": "numeric", "class": "felt-timer", "autocomplete": "off"})
    return forms.IntegerField(
        label=ledetekst, min_value=0, max_value=mest, widget=inndata, **({"required": False} | mer)
    )


class InnsendtSkjema(RegisterSkjema):
    """A form that makes a row once, or changes the version that was read."""

    @property
    def nr(self) -> uuid.UUID:
        """The key of this sending."""
        return self.cleaned_data["innsending"] or uuid.uuid4()

    @property
    def versjonen(self) -> int:
        """The version that was read."""
        return self.cleaned_data["versjon"] or 0


class RundeSkjema(InnsendtSkjema):
    """The frame and the parameters."""

    knapp = _("Lagre runden")
    ramme = tall(
        _("Ramme for fylket"), 100_000,
        help_text=_("Hvor mange personer anbefalingen skal fordele. Kan fylles ut senere."),
    )  # fmt: skip
    em_ramme = tall(
        _("Enslige mindreårige i rammen"), help_text=_("Er med i rammen, og fordeles for seg innenfor den.")
    )
    rammekilde = forms.CharField(
        label=_("Kilde for rammen"), max_length=200, required=False,
        help_text=_("Hvor tallet er lest, og når. Er det et anslag, skriv det."),
    )  # fmt: skip
    grunntall = tall(
        _("Grunntall"), 20,
        help_text=_("Personer hver spurt kommune får før resten fordeles etter folketall. 0 til 20."),
    )  # fmt: skip
    minstetall = antall(
        _("Minstetall"),
        help_text=_("Ingen spurt kommune får færre, uten særskilte forhold. Vanligvis 10."),
    )
    utslag = tall(
        _("Største utslag av kriteriene, i prosent"), 100, required=True,
        help_text=_("Så mye kan kriteriene til sammen flytte en kommune opp eller ned. Vanligvis 50."),
    )  # fmt: skip
    baand = tall(
        _("Bånd mot forrige år, i prosent"),
        100,
        help_text=_("Så mye kan tallet endres fra forrige anmodning. Tomt felt er ingen grense."),
    )

    @property
    def data_for_runden(self) -> Rundedata:
        """The answers."""
        svar = self.cleaned_data
        return Rundedata(
            ramme=svar["ramme"],
            em_ramme=svar["em_ramme"] or 0,
            rammekilde=svar["rammekilde"],
            grunntall=svar["grunntall"] or 0,
            minstetall=svar["minstetall"],
            maks_utslag=Decimal(svar["utslag"]) / 100,
            baand=andel(svar["baand"]),
        )


class NyRundeSkjema(RundeSkjema):
    """The year too."""

    aar = forms.IntegerField(
        label=_("År"), min_value=2018, max_value=2100,
        widget=forms.TextInput({"inputmode": "numeric", "class": "felt-timer"}),
        help_text=_("Året det skal bosettes i."),
    )  # fmt: skip
    field_order = ("innsending", "versjon", "aar")


def rundeverdier(r: Runde) -> dict[str, Any]:
    """Return a round as the form shows it."""
    felt = ("versjon", "ramme", "em_ramme", "rammekilde", "grunntall", "minstetall")
    verdier = {navn: getattr(r, navn) for navn in felt}
    return {**verdier, "utslag": r.utslag_prosent, "baand": r.baand_prosent}


class FristSkjema(InnsendtSkjema):
    """A day of the round."""

    knapp = _("Lagre fristen")
    slag = forms.ChoiceField(label=_("Frist"), choices=[VELG, *Fristslag.choices])
    navn = forms.CharField(
        label=_("Hva"), max_length=120, required=False, help_text=_("Må fylles ut for en annen frist.")
    )
    dato = DatoFelt(label=_("Dato"), help_text=_("Blir en oppgave 30 dager før, til den er holdt."))
    kilde = forms.CharField(
        label=_("Kilde"), max_length=300, required=False,
        help_text=_("Hvor datoen er lest, for eksempel brevet fra IMDi."),
    )  # fmt: skip
    gjort = DatoFelt(label=_("Holdt"), required=False, help_text=_("Dagen det ble gjort."))

    @property
    def data_for_fristen(self) -> Fristdata:
        """The answers."""
        svar = self.cleaned_data
        return Fristdata(
            slag=Fristslag(svar["slag"]),
            dato=svar["dato"],
            navn=svar["navn"],
            kilde=svar["kilde"],
            gjort=svar["gjort"],
        )


def fristverdier(f: Rundefrist) -> dict[str, Any]:
    """Return a day as the form shows it."""
    return {navn: getattr(f, navn) for navn in ("versjon", "slag", "navn", "dato", "kilde", "gjort")}
