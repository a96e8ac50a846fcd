"""The forms of a measure, and of where it stands."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import BeloepFelt, DatoFelt
from regionalt.forms.innsendt import VELG, AnsvarligSkjema, InnsendtSkjema
from regionalt.planer.actions import Statusdata, Tiltaksdata
from regionalt.planer.forms.kommunevalg import kommunevalg, valgt_kommune
from regionalt.planer.models import Plantiltak, Tiltaksstatus


class TiltakSkjema(AnsvarligSkjema):
    """What is done by whom, for how much, and how it is measured."""

    knapp = _("Lagre tiltaket")
    tittel = forms.CharField(label=_("Tiltak"), max_length=150)
    beskrivelse = forms.CharField(
        label=_("Beskrivelse"), max_length=2000, required=False, widget=forms.Textarea({"rows": 4}),
        help_text=_("Hva dere gjør, og for hvem. Ikke opplysninger om deltakere."),
    )  # fmt: skip
    utfoerer = forms.CharField(
        label=_("Hvem gjør det"), max_length=150, required=False,
        help_text=_("Fylles ut når det er en annen enn fylkeskommunen."),
    )  # fmt: skip
    partnere = forms.CharField(
        label=_("Samarbeidspartnere"), max_length=300, required=False,
        help_text=_("For eksempel Nav, næringsforeningen og universitetet."),
    )  # fmt: skip
    fra = DatoFelt(label=_("Fra"))
    til = DatoFelt(label=_("Til og med"), required=False)
    kroner = BeloepFelt(label=_("Kroner"), minst=0, required=False, help_text=_("Hele kroner."))
    finansiering = forms.CharField(
        label=_("Hvor pengene kommer fra"), max_length=200, required=False,
        help_text=_("Må fylles ut når du skriver kroner."),
    )  # fmt: skip
    indikator = forms.CharField(
        label=_("Indikator"), max_length=200, required=False, help_text=_("Det som måles.")
    )
    utgangspunkt = forms.CharField(label=_("Utgangspunkt"), max_length=60, required=False)
    maaltall = forms.CharField(label=_("Måltall"), max_length=60, required=False)
    kommune = forms.ChoiceField(label=_("Kommune"), choices=kommunevalg, required=False)
    field_order = (
        "innsending", "versjon", "tittel", "beskrivelse", "kommune", "ansvarlig", "utfoerer", "partnere",
        "fra", "til",
    )  # fmt: skip

    @property
    def tiltak(self) -> Tiltaksdata:
        """The answers."""
        svar = self.cleaned_data
        felt = ("tittel", "beskrivelse", "utfoerer", "partnere", "fra", "til", "kroner", *_MAALES)
        return Tiltaksdata(
            ansvarlig_id=self.ansvarlig_id or 0, kommune_id=valgt_kommune(svar),
            **{navn: svar[navn] for navn in felt},
        )  # fmt: skip


_MAALES = ("finansiering", "indikator", "utgangspunkt", "maaltall")


def tiltaksverdier(t: Plantiltak) -> dict[str, Any]:
    """Return a measure as the form shows it."""
    felt = ("versjon", "tittel", "beskrivelse", "utfoerer", "partnere", "fra", "til", "kroner", *_MAALES)
    valgt = {"ansvarlig": str(t.ansvarlig_id), "kommune": str(t.kommune_id or "")}
    return valgt | {navn: getattr(t, navn) for navn in felt}


class StatusSkjema(InnsendtSkjema):
    """Where the measure stands."""

    knapp = _("Lagre statusen")
    status = forms.ChoiceField(label=_("Status"), choices=[("", VELG), *Tiltaksstatus.choices])
    dato = DatoFelt(label=_("Dato"))
    merknad = forms.CharField(
        label=_("Merknad"), max_length=500, required=False, widget=forms.Textarea({"rows": 3}),
        help_text=_("Må fylles ut når tiltaket er forsinket eller stanset. Ikke opplysninger om deltakere."),
    )  # fmt: skip

    @property
    def statusen(self) -> Statusdata:
        """The answers."""
        svar = self.cleaned_data
        return Statusdata(status=Tiltaksstatus(svar["status"]), dato=svar["dato"], merknad=svar["merknad"])
