"""Forms of new pupils: the school tells, the county takes in or answers no."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.kodelister import KodeFelt
from integrering.grunnmur.skjema import DatoFelt, Skjema, TimerFelt
from integrering.nir.skjemafelt import DufFelt
from integrering.tilgang.models import Virksomhet
from opplaering.actions.skolemelding import NyElev
from opplaering.kodeverk import LAEREPLAN, MAALGRUPPE
from opplaering.models import Skoleklasse
from opplaering.queries.skoleklasser import klassene_ved

_VELG = pgettext_lazy("nedtrekksliste", "Velg")


class NyElevSkjema(Skjema):
    """A new pupil by DUF number."""

    knapp = _("Meld til fylkeskommunen")
    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    duf = DufFelt(label=_("DUF-nummer"))
    navn = forms.CharField(label=_("Navn"), max_length=200, widget=forms.TextInput({"autocomplete": "off"}))
    fra = DatoFelt(label=_("Første skoledag"))
    timer_per_uke = TimerFelt(label=_("Timer per uke"), help_text=_("Fulltid er minst 30 timer."))
    klasse = forms.ChoiceField(label=_("Klasse"), required=False)

    def __init__(self, *args: Any, skole: Virksomhet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._klasser = {str(k.noekkel): k for k in klassene_ved(skole, timezone.localdate())}
        self.fields["klasse"].choices = [  # type: ignore[attr-defined]
            ("", _("Ikke bestemt")), *((id_, k.navn) for id_, k in self._klasser.items())
        ]  # fmt: skip

    @property
    def eleven(self) -> NyElev:
        """The answers."""
        svar: dict[str, Any] = self.cleaned_data
        klasse: Skoleklasse | None = self._klasser.get(svar["klasse"])
        return NyElev(svar["duf"], svar["navn"], svar["fra"], svar["timer_per_uke"], klasse)

    @property
    def nr(self) -> uuid.UUID:
        """The key of this sending."""
        return self.cleaned_data["innsending"] or uuid.uuid4()


class TaInnSkjema(Skjema):
    """What the county adds when it takes a pupil in."""

    knapp = _("Ta inn eleven")
    maalgruppe = KodeFelt(liste=MAALGRUPPE, label=_("Målgruppe"), tom=_VELG)
    laereplan = KodeFelt(liste=LAEREPLAN, label=_("Læreplan i norsk"), tom=_("Ikke bestemt"), required=False)


class AvvisSkjema(Skjema):
    """Why a pupil is not taken in; the school reads it."""

    knapp = _("Svar skolen")
    prefix = "nei"
    svar = forms.CharField(
        label=_("Hvorfor er eleven ikke tatt inn?"), max_length=200,
        help_text=_("Skolen leser svaret. Skriv ikke hva dere vet om personen."),
    )  # fmt: skip
