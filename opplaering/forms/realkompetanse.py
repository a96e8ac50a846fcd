"""The grid of prior learning: a line for each subject, and some empty ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.kodelister import KodeFelt
from integrering.grunnmur.skjema import DatoFelt, Skjema
from opplaering.actions.realkompetanse import FELTER, Faglinje, Linjefeil
from opplaering.kodeverk import REALKOMPETANSERESULTAT
from opplaering.models import Realkompetanse

TOMME = 5
# More lines than any school year has subjects: what a form may send.
MEST = 60


class RealkompetanseSkjema(Skjema):
    """The subjects that are assessed, and room for more."""

    knapp = gettext_lazy("Lagre alle")
    merk_felt = False

    def __init__(self, *args: Any, rader: Sequence[Realkompetanse], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        skrevet = sum(navn.endswith("-fag") for navn in self.data)
        self.antall = min(max(len(rader) + TOMME, skrevet), MEST)
        self._gamle: dict[int, Realkompetanse] = dict(enumerate(rader))
        for nr in range(self.antall):
            self._legg_til_linje(nr, self._gamle.get(nr))
        self.fields["aarsak"] = forms.CharField(
            label=_("Hvorfor rettes det som alt er registrert?"),
            max_length=300,
            required=False,
            help_text=_("Fylles ut bare når du endrer noe som er lagret før. Skriv ikke helseopplysninger."),
        )

    def _legg_til_linje(self, nr: int, rad: Realkompetanse | None) -> None:
        ledetekster = {
            "fag": _("Fag, linje %(nr)s"),
            "fagkode": _("Fagkode, linje %(nr)s"),
            "resultat": _("Resultat, linje %(nr)s"),
            "dato": _("Vurdert, linje %(nr)s"),
            "hvor": _("Vurdert av, linje %(nr)s"),
        }
        felt: dict[str, forms.Field] = {
            "fag": forms.CharField(max_length=120, required=False),
            "fagkode": forms.CharField(max_length=20, required=False),
            "resultat": KodeFelt(liste=REALKOMPETANSERESULTAT, tom="–", required=False),
            "dato": DatoFelt(required=False),
            "hvor": forms.CharField(max_length=120, required=False),
        }
        for navn, ett in felt.items():
            ett.label = ledetekster[navn] % {"nr": nr + 1}
            ett.initial = getattr(rad, navn) if rad else None
            ett.widget.attrs |= {"aria-label": ett.label, "data-kolonne": navn}
            self.fields[f"{nr}-{navn}"] = ett
        self.fields[f"{nr}-sett"] = forms.IntegerField(
            widget=forms.HiddenInput, required=False, initial=rad.pk if rad else None
        )
        if rad is not None or f"{nr}-bort" in self.data:
            bort = _("Feilført, linje %(nr)s") % {"nr": nr + 1}
            self.fields[f"{nr}-bort"] = forms.BooleanField(label=bort, required=False)
            self.fields[f"{nr}-bort"].widget.attrs["aria-label"] = bort

    def clean(self) -> dict[str, Any]:
        """A subject that is registered cannot be emptied: it is corrected, or was a mistake."""
        for nr in range(self.antall):
            if self.cleaned_data.get(f"{nr}-sett") and not self.cleaned_data.get(f"{nr}-fag"):
                self._ved(nr, "fag", _("Faget kan ikke tømmes. Rett det, eller kryss av for feilført."))
        return self.cleaned_data

    def _ved(self, nr: int, navn: str, melding: str) -> None:
        felt = f"{nr}-{navn}"
        self.add_error(felt, f"{self.fields[felt].label}: {melding}")

    @property
    def _utfylte(self) -> list[int]:
        svar = self.cleaned_data
        return [nr for nr in range(self.antall) if any(svar.get(f"{nr}-{navn}") for navn in FELTER)]

    @property
    def linjer_svart(self) -> list[Faglinje]:
        """What the lines say, those that something is written in."""
        return [self._linje(nr) for nr in self._utfylte]

    def _linje(self, nr: int) -> Faglinje:
        svar = self.cleaned_data
        return Faglinje(
            fag=svar[f"{nr}-fag"],
            fagkode=svar[f"{nr}-fagkode"],
            resultat=svar[f"{nr}-resultat"],
            dato=svar[f"{nr}-dato"],
            hvor=svar[f"{nr}-hvor"],
            sett=svar[f"{nr}-sett"],
            bort=bool(svar.get(f"{nr}-bort")),
        )

    def legg_til_linjefeil(self, feil: Linjefeil) -> None:
        """Show what was refused beside the lines."""
        utfylte = self._utfylte
        for nr, per_felt in feil.per_linje.items():
            for navn, meldinger in per_felt.items():
                for melding in meldinger:
                    self._ved(utfylte[nr], navn, melding)

    def fra_versjonene(self, naa: Sequence[Realkompetanse]) -> None:
        """Let the lines, as they were typed, be made from the versions that stand now, by subject."""
        data, per_fag = QueryDict(mutable=True), {rad.fag: rad.pk for rad in naa}
        data.update(self.data)
        for nr in range(self.antall):
            data[f"{nr}-sett"] = str(per_fag.get(self.cleaned_data.get(f"{nr}-fag", ""), ""))
        self.data = data

    @property
    def rutelinjer(self) -> list[Mapping[str, Any]]:
        """The lines as the page shows them."""
        return [
            {
                "nr": nr + 1,
                "celler": [self[f"{nr}-{navn}"] for navn in FELTER],
                "sett": self[f"{nr}-sett"],
                "bort": self._bort(nr),
            }
            for nr in range(self.antall)
        ]

    def _bort(self, nr: int) -> BoundField | None:
        navn = f"{nr}-bort"
        return self[navn] if navn in self.fields else None
