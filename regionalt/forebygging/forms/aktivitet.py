"""Forms of activities and national plans."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import visning
from integrering.grunnmur.skjema import DatoFelt
from regionalt.forebygging.forms.katalog import KildeSkjema
from regionalt.forebygging.models import Aktivitetsslag, Forebyggingstema, NasjonalPlan, Nettverk
from regionalt.forebygging.rules.gjennomgang import utloept
from regionalt.forms.registerrad import VELG, KommuneFelt, RegisterSkjema, antall, avsnitt

_INGEN = ("", pgettext_lazy("nasjonal plan eller nettverk", "Ingen"))


class PlanSkjema(KildeSkjema):
    """A national plan."""

    knapp = _("Lagre planen")
    tittel = forms.CharField(label=_("Tittel"), max_length=200)
    fra = DatoFelt(label=_("Fra"), navn=_("den første dagen"))
    til = DatoFelt(label=_("Til og med"), navn=_("den siste dagen"), required=False)
    field_order = ("innsending", "versjon", "tittel", "fra", "til")


class AktivitetSkjema(RegisterSkjema):
    """An activity: numbers, never names."""

    knapp = _("Lagre aktiviteten")
    dato = DatoFelt(label=_("Dato"))
    slag = forms.ChoiceField(label=_("Slag"), choices=[VELG, *Aktivitetsslag.choices])
    tema = forms.ChoiceField(label=_("Tema"), choices=[VELG, *Forebyggingstema.choices])
    tittel = forms.CharField(label=_("Tittel"), max_length=120)
    maalgruppe = forms.CharField(
        label=_("Målgruppe"), max_length=200, help_text=_("For eksempel ansatte i flyktningtjenesten.")
    )
    deltakere = antall(_("Deltakere"), required=False, help_text=_("Skrives når aktiviteten har vært."))
    plan = forms.ChoiceField(label=_("Nasjonal plan"), required=False)
    nettverk = forms.ChoiceField(label=_("Nettverk"), required=False)
    beskrivelse = avsnitt(_("Beskrivelse"), required=False)
    kommuner = KommuneFelt(label=_("Kommuner"), help_text=_("Velg ingen når det gjelder hele fylket."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._planer = {str(p.noekkel): p for p in NasjonalPlan.objects.order_by("-fra", "tittel")}
        self._nettverk = {str(n.noekkel): n for n in Nettverk.objects.order_by("navn")}
        planer = [(noekkel, planens_navn(p)) for noekkel, p in self._planer.items()]
        self.fields["plan"].choices = [_INGEN, *planer]  # type: ignore[attr-defined]
        nettverk = [(noekkel, n.navn) for noekkel, n in self._nettverk.items()]
        self.fields["nettverk"].choices = [_INGEN, *nettverk]  # type: ignore[attr-defined]

    @property
    def felter(self) -> dict[str, Any]:
        """The answers, with the plan and the network themselves."""
        felter = super().felter
        return felter | {
            "plan": self._planer.get(felter["plan"]),
            "nettverk": self._nettverk.get(felter["nettverk"]),
        }

    @classmethod
    def verdier(cls, rad: Any) -> dict[str, Any]:
        """Return an activity as the form shows it."""
        valgt = {felt: getattr(rad, felt) for felt in ("plan", "nettverk")}
        return super().verdier(rad) | {felt: str(v.noekkel) if v else "" for felt, v in valgt.items()}


def planens_navn(plan: NasjonalPlan) -> str:
    """Return the title of a plan; one that has expired says so."""
    if plan.til is None or not utloept(plan.til, timezone.localdate()):
        return plan.tittel
    return gettext("%(plan)s (gikk ut %(dag)s)") % {"plan": plan.tittel, "dag": visning.dato(plan.til)}
