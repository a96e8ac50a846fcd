"""The form of what the county puts in for a municipality."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bosetting.actions import Kommunedata
from bosetting.forms.runde import InnsendtSkjema, tall
from bosetting.models import RundeKommune
from regionalt.forms.registerrad import avsnitt

_FELT = (
    "spurt_grunn", "oenske_min", "oenske_max", "kapasitet", "ekstra", "em_under_15", "em_15_18",
    "saerskilt_minst", "saerskilt", "laas", "laas_grunn", "merknad",
)  # fmt: skip


class KommuneSkjema(InnsendtSkjema):
    """Empty fields are taken from the municipality's own answer."""

    knapp = _("Lagre")
    spurt = forms.TypedChoiceField(
        label=_("Bør kommunen spørres?"), choices=[("ja", _("Ja")), ("nei", _("Nei"))],
        widget=forms.RadioSelect, coerce=lambda verdi: verdi == "ja",
    )  # fmt: skip
    spurt_grunn = forms.CharField(
        label=_("Hvorfor ikke"), max_length=500, required=False,
        help_text=_("Må fylles ut når kommunen ikke bør spørres."),
    )  # fmt: skip
    oenske_min = tall(_("Ønsker minst"))
    oenske_max = tall(_("Ønsker høyst"), help_text=_("Tomt felt: det kommunen selv har svart."))
    kapasitet = tall(_("Kapasitet"), help_text=_("Flere enn dette er det ikke plass til."))
    ekstra = tall(_("Flere ved behov"))
    em_under_15 = tall(_("Enslige mindreårige under 15 år"))
    em_15_18 = tall(_("Enslige mindreårige 15–18 år"))
    saerskilt_minst = tall(_("Eget minstetall"), help_text=_("Bare når det er særskilte forhold."))
    saerskilt = avsnitt(_("Særskilte forhold"), rader=2, mest=500, required=False)
    laas = tall(_("Låst tall"), help_text=_("Tallet anbefalingen skal ha, uansett beregningen."))
    laas_grunn = forms.CharField(
        label=_("Hvorfor låst"), max_length=500, required=False,
        help_text=_("Må fylles ut når tallet er låst."),
    )  # fmt: skip
    merknad = avsnitt(
        _("Merknad"), mest=1000, required=False, help_text=_("Ikke opplysninger om enkeltpersoner.")
    )

    @property
    def kommunen(self) -> Kommunedata:
        """The answers."""
        svar = self.cleaned_data
        return Kommunedata(spurt=svar["spurt"], **{felt: svar[felt] for felt in _FELT})


def kommuneverdier(rk: RundeKommune) -> dict[str, Any]:
    """Return the row as the form shows it."""
    felt = {navn: getattr(rk, navn) for navn in _FELT}
    return {"versjon": rk.versjon, "spurt": "ja" if rk.spurt else "nei", **felt}
