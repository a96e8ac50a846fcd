"""The forms of a plan and its goals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt
from regionalt.forms.innsendt import VELG, AnsvarligSkjema, InnsendtSkjema
from regionalt.planer.actions import Maaldata, Plandata
from regionalt.planer.models import Maal, Plan, Planslag


class PlanSkjema(AnsvarligSkjema):
    """What the plan is, and when it counts."""

    knapp = _("Lagre planen")
    slag = forms.ChoiceField(label=_("Slag"), choices=[("", VELG), *Planslag.choices])
    tittel = forms.CharField(label=_("Tittel"), max_length=150)
    beskrivelse = forms.CharField(
        label=_("Beskrivelse"), max_length=4000, required=False, widget=forms.Textarea({"rows": 5}),
        help_text=_("Hva planen skal føre til, og for hvem. Ikke opplysninger om deltakere."),
    )  # fmt: skip
    fra = DatoFelt(label=_("Fra"))
    til = DatoFelt(label=_("Til og med"), help_text=_("Blir en oppgave et år før, til planen er avsluttet."))
    erstatter = forms.ChoiceField(label=_("Erstatter planen"), choices=[], required=False)
    field_order = (
        "innsending", "versjon", "slag", "tittel", "beskrivelse", "fra", "til", "ansvarlig",
        "erstatter",
    )  # fmt: skip

    def __init__(self, *args: Any, planer: Sequence[Plan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [(str(p.pk), p.tittel) for p in planer]
        self.fields["erstatter"].choices = [("", _("Ingen plan")), *valg]  # type: ignore[attr-defined]

    @property
    def plan(self) -> Plandata:
        """The answers."""
        svar = self.cleaned_data
        return Plandata(
            slag=Planslag(svar["slag"]),
            tittel=svar["tittel"],
            beskrivelse=svar["beskrivelse"],
            fra=svar["fra"],
            til=svar["til"],
            ansvarlig_id=self.ansvarlig_id or 0,
            erstatter_id=int(svar["erstatter"]) if svar["erstatter"] else None,
        )


def planverdier(p: Plan) -> dict[str, Any]:
    """Return a plan as the form shows it."""
    felt = ("versjon", "slag", "tittel", "beskrivelse", "fra", "til")
    valgt = {"ansvarlig": str(p.ansvarlig_id), "erstatter": str(p.erstatter_id or "")}
    return valgt | {navn: getattr(p, navn) for navn in felt}


class MaalSkjema(InnsendtSkjema):
    """What the plan shall reach, and how it is seen."""

    knapp = _("Lagre målet")
    nummer = forms.IntegerField(
        label=_("Nummer"), min_value=1, max_value=99, help_text=_("Målene vises i denne rekkefølgen.")
    )
    tekst = forms.CharField(label=_("Mål"), max_length=300, widget=forms.Textarea({"rows": 2}))
    indikator = forms.CharField(
        label=_("Indikator"),
        max_length=300,
        required=False,
        help_text=_("Hvordan dere ser at målet er nådd."),
    )

    @property
    def maal(self) -> Maaldata:
        """The answers."""
        svar = self.cleaned_data
        return Maaldata(nummer=svar["nummer"], tekst=svar["tekst"], indikator=svar["indikator"])


def maalverdier(m: Maal) -> dict[str, Any]:
    """Return a goal as the form shows it."""
    return {navn: getattr(m, navn) for navn in ("versjon", "nummer", "tekst", "indikator")}
