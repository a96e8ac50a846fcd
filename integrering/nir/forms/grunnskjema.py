"""Base of the forms that register and correct."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import Skjema
from integrering.nir.faktatyper import Faktatype
from integrering.nir.rules import kontroll
from integrering.nir.rules.kontroll import Merknad
from integrering.nir.tekster import merknad
from integrering.tilgang.aktoer import Aktoer


class FaktaSkjema(Skjema):
    """What is registered is `verdier`; a correction has a reason too."""

    faktatype: ClassVar[Faktatype]
    knapp = _("Neste")

    def __init__(self, *args: Any, av: Aktoer, retting: bool = False, **kwargs: Any) -> None:
        self.av = av
        self._tillegg: tuple[str, ...] = ()
        super().__init__(*args, **kwargs)
        if retting:
            self.fields["aarsak"] = forms.CharField(
                label=_("Hvorfor rettes registreringen?"),
                max_length=300,
                help_text=_("Vises i historikken. Skriv ikke helseopplysninger."),
                error_messages={"required": _("Skriv hvorfor registreringen rettes.")},
            )
            self.fields["versjon"] = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def verdier(self) -> dict[str, Any]:
        """The values of the fact, without reason and version and what is asked beside it."""
        andre = ("aarsak", "versjon", *self._tillegg)
        return {k: v for k, v in self.cleaned_data.items() if k not in andre}

    def spoer_ogsaa(self, felter: Mapping[str, forms.Field]) -> None:
        """Ask for more than the fact (`nir.skjematillegg`)."""
        self._tillegg = tuple(felter)
        for navn, felt in felter.items():
            self.legg_til_felt(navn, felt)

    @property
    def tilleggssvar(self) -> dict[str, Any]:
        """What was answered beside the fact."""
        return {navn: self.cleaned_data[navn] for navn in self._tillegg}

    def merknader(self, i_dag: date) -> list[tuple[str, Merknad]]:
        """Return fields with unusual values: old or far dates, long periods, many hours."""
        v, start = self.cleaned_data, self.faktatype.startfelt
        if "vedtaksdato" in v and "startdato" in v:
            funn = [(start, m) for m in kontroll.merknader_vedtak(v["vedtaksdato"], v["startdato"], i_dag)]
            funn += [("vedtaksdato", m) for m in kontroll.merknader_dato(v["vedtaksdato"], i_dag)]
        elif "fra" in v and "til" in v:
            funn = [(start, m) for m in kontroll.merknader_periode(v["fra"], v["til"], i_dag)]
        else:
            funn = [(start, m) for m in kontroll.merknader_dato(v[start], i_dag)]
        if "timer_per_uke" in v:
            funn += [("timer_per_uke", m) for m in kontroll.merknader_timer(v["timer_per_uke"])]
        return funn

    def varsler(self) -> list[str]:
        """Return what is unusual, each with the field's name: shown before saving, it stops nobody."""
        for felt, hva in self.merknader(timezone.localdate()):
            self.legg_til_advarsel(felt, merknad(hva))
        return [f"{self.fields[felt].label}: {tekst}" for felt, tekst in self.advarsler.items()]


class AnnullerSkjema(Skjema):
    """Why a registration is annulled."""

    knapp = _("Annuller registreringen")
    merk_felt = False
    aarsak = forms.CharField(
        label=_("Hvorfor var registreringen feil?"),
        max_length=300,
        help_text=_("Vises i historikken. Skriv ikke helseopplysninger."),
        error_messages={"required": _("Skriv hvorfor registreringen annulleres.")},
    )
    versjon = forms.IntegerField(widget=forms.HiddenInput)
