"""The board as a form: wishes, capacity and lock of every municipality that is asked, in one grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bosetting.actions import Kommunedata, Radbrudd
from bosetting.models import RundeKommune
from integrering.grunnmur.skjema import Skjema
from integrering.grunnmur.skjemasvar import Forskjell

TALLFELT = {
    "oenske_min": _("Ønsker minst"),
    "oenske_max": _("Ønsker høyst"),
    "kapasitet": _("Kapasitet"),
    "laas": _("Låst tall"),
}
GRUNN = "laas_grunn"
FELT = (*TALLFELT, GRUNN)


@dataclass(frozen=True)
class Rute:
    """A cell as the page shows it: the field, and whether it is a number that is summed."""

    felt: BoundField
    tall: bool


class BordSkjema(Skjema):
    """The fields of every municipality, named by its number; with the version each row was read in."""

    merk_felt = False

    def __init__(self, *args: Any, rader: Sequence[RundeKommune], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rader = [rk for rk in rader if rk.spurt]
        self.fields["navn"] = forms.CharField(
            label=_("Navn på scenarioet"), max_length=60, required=False,
            help_text=_("Lagrer det som står i feltene, og svaret, under dette navnet. Runden endres ikke."),
        )  # fmt: skip
        for rk in self.rader:
            for navn, ledetekst in TALLFELT.items():
                self.fields[f"{rk.kommune.nummer}-{navn}"] = _tallfelt(rk, navn, str(ledetekst))
            grunn = f"{rk.kommune}, {_('hvorfor låst')}"
            self.fields[f"{rk.kommune.nummer}-{GRUNN}"] = forms.CharField(
                label=grunn, max_length=500, required=False, initial=rk.laas_grunn,
                widget=forms.TextInput({"aria-label": grunn}),
            )  # fmt: skip
            self.fields[f"{rk.kommune.nummer}-versjon"] = forms.IntegerField(
                widget=forms.HiddenInput, initial=rk.versjon
            )

    def clean(self) -> dict[str, Any]:
        """Check what can be seen here; the action checks it all."""
        for rk in self.rader:
            verdier = {navn: self.cleaned_data.get(f"{rk.kommune.nummer}-{navn}") for navn in FELT}
            minst, mest = verdier["oenske_min"], verdier["oenske_max"]
            if minst is not None and mest is not None and minst > mest:
                melding = _("Det høyeste tallet kan ikke være mindre enn det minste.")
                self.add_error(f"{rk.kommune.nummer}-oenske_max", f"{rk.kommune}: {melding}")
            if verdier["laas"] is not None and not verdier[GRUNN]:
                melding = _("Skriv hvorfor tallet er låst.")
                self.add_error(f"{rk.kommune.nummer}-{GRUNN}", f"{rk.kommune}: {melding}")
        return self.cleaned_data

    def sett_inn(self) -> None:
        """Put what is typed into the rows, without saving them."""
        for rk in self.rader:
            for navn in FELT:
                setattr(rk, navn, self.cleaned_data[f"{rk.kommune.nummer}-{navn}"])

    @property
    def endringer(self) -> list[tuple[RundeKommune, int, Kommunedata]]:
        """The rows something is changed in, with the version that was read and all they say."""
        ut = []
        for rk in self.rader:
            nr = rk.kommune.nummer
            nye = {navn: self.cleaned_data[f"{nr}-{navn}"] for navn in FELT}
            if any(getattr(rk, navn) != verdi for navn, verdi in nye.items()):
                foer = {felt: getattr(rk, felt) for felt in Kommunedata.__dataclass_fields__}
                ut.append((rk, self.cleaned_data[f"{nr}-versjon"], Kommunedata(**{**foer, **nye})))
        return ut

    def ruter(self, nummer: str) -> list[Rute]:
        """Return the cells of a municipality; nothing for one that is not asked."""
        if f"{nummer}-versjon" not in self.fields:
            return []
        return [Rute(self[f"{nummer}-{navn}"], navn in TALLFELT) for navn in FELT]

    def skjult(self, nummer: str) -> BoundField | None:
        """Return the version of a municipality's row."""
        navn = f"{nummer}-versjon"
        return self[navn] if navn in self.fields else None

    @property
    def summer(self) -> list[tuple[str, int]]:
        """The sum of each column of numbers, as the page shows it."""
        return [
            (navn, sum(_som_tall(self[f"{rk.kommune.nummer}-{navn}"].value()) for rk in self.rader))
            for navn in TALLFELT
        ]

    def vis_brudd(self, brudd: Radbrudd) -> None:
        """Show what the action refused beside the municipality's field."""
        for felt, tekster in brudd.meldinger.items():
            navn = f"{brudd.nummer}-{felt}"
            for tekst in tekster:
                self.add_error(navn if navn in self.fields else None, f"{brudd.navn}: {tekst}")

    def forskjeller(self, naa: RundeKommune) -> list[Forskjell]:
        """Return what somebody else saved for a municipality, beside what is typed."""
        ut = []
        for navn in FELT:
            felt = self.fields[f"{naa.kommune.nummer}-{navn}"]
            deres, ditt = getattr(naa, navn), self.cleaned_data[f"{naa.kommune.nummer}-{navn}"]
            if deres != ditt:
                ut.append(Forskjell(str(felt.label), *("" if v is None else str(v) for v in (deres, ditt))))
        return ut

    def fra_versjonen(self, naa: RundeKommune) -> None:
        """Let the form, as typed, be made from the row as it stands now: saving again saves over."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data[f"{naa.kommune.nummer}-versjon"] = str(naa.versjon)
        self.data = data


def _tallfelt(rk: RundeKommune, navn: str, ledetekst: str) -> forms.IntegerField:
    hele = f"{rk.kommune}, {ledetekst}"
    attrs = {
        "inputmode": "numeric",
        "autocomplete": "off",
        "class": "felt-celle",
        "aria-label": hele,
        "data-kolonne": navn,
    }
    return forms.IntegerField(
        label=hele, min_value=0, max_value=30_000, required=False, initial=getattr(rk, navn),
        widget=forms.TextInput(attrs),
        error_messages={
            "invalid": _("%(hva)s: Skriv et helt tall.") % {"hva": hele},
            "min_value": _("%(hva)s: Skriv et tall fra 0.") % {"hva": hele},
            "max_value": _("%(hva)s: Tallet er for stort.") % {"hva": hele},
        },
    )  # fmt: skip


def _som_tall(verdi: Any) -> int:
    """Return what is typed as a number; 0 for what is not."""
    tekst = str("" if verdi is None else verdi).strip()
    return int(tekst) if tekst.isdigit() else 0
