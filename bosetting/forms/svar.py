"""The municipality's form, and the county's for an answer that came in another way."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django.utils.translation import gettext_lazy as _

from bosetting.actions import Svardata
from bosetting.forms.runde import InnsendtSkjema, tall
from bosetting.models import Kommunesvar
from integrering.grunnmur.skjema import DatoFelt
from regionalt.forms.registerrad import avsnitt

_FELT = ("antall", "mer", "em_under_15", "em_15_18", "behov")


class SvarSkjema(InnsendtSkjema):
    """The number without reservation; more if the need rises; the minors inside; what is needed."""

    knapp = _("Send svaret")
    # a draft may lack the number, an answer that is sent may not
    merk_felt = False
    valgfrie = ("mer", "em_under_15", "em_15_18", "behov")
    antall = tall(
        _("Hvor mange kan kommunen bosette?"), 5_000,
        help_text=_("Et tall uten forbehold. Familiegjenforening er ikke med. Skriv 0 hvis dere ikke kan."),
    )  # fmt: skip
    mer = tall(_("Hvor mange flere, hvis behovet øker?"), 5_000, help_text=_("I tillegg til tallet over."))
    em_under_15 = tall(_("Enslige mindreårige under 15 år"), 500, help_text=_("Av tallet øverst."))
    em_15_18 = tall(_("Enslige mindreårige 15–18 år"), 500, help_text=_("Av tallet øverst."))
    behov = avsnitt(
        _("Hva trenger kommunen for å kunne ta imot så mange?"), mest=2000, required=False,
        help_text=_("For eksempel boliger, lærere eller plasser. Ikke opplysninger om enkeltpersoner."),
    )  # fmt: skip

    @property
    def helper(self) -> FormHelper:
        """Two buttons: send it, or keep it as a draft."""
        helper = super().helper
        helper.add_input(Submit("utkast", _("Lagre utkast"), css_class="sekundaer"))
        return helper

    @property
    def sendes(self) -> bool:
        """True when it is to be sent, not kept as a draft."""
        return "utkast" not in self.data

    @property
    def svaret(self) -> Svardata:
        """The answers."""
        return Svardata(**{felt: self.cleaned_data[felt] for felt in _FELT})


class RegistrerSvarSkjema(InnsendtSkjema):
    """The same, as the county got it, and when."""

    knapp = _("Registrer svaret")
    mottatt = DatoFelt(label=_("Svaret mottatt"))
    antall = tall(_("Antall uten forbehold"), 5_000, required=True)
    mer = tall(_("Flere ved behov"), 5_000)
    em_under_15 = tall(_("Enslige mindreårige under 15 år"), 500)
    em_15_18 = tall(_("Enslige mindreårige 15–18 år"), 500)
    behov = avsnitt(
        _("Det kommunen trenger"), mest=2000, required=False,
        help_text=_("Skriv også hvordan svaret kom, for eksempel i brev eller i et møte."),
    )  # fmt: skip

    @property
    def svaret(self) -> Svardata:
        """The answers."""
        return Svardata(**{felt: self.cleaned_data[felt] for felt in _FELT})


def svarverdier(s: Kommunesvar) -> dict[str, Any]:
    """Return an answer as the form shows it."""
    return {"versjon": s.versjon, **{navn: getattr(s, navn) for navn in _FELT}}
