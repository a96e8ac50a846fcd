"""Filters and decisions."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur import visning
from integrering.grunnmur.kvartal import Kvartal
from integrering.grunnmur.skjema import Skjema
from integrering.lister import Listefilter
from tilskudd.innbetalinger.actions.status import VALGBARE
from tilskudd.innbetalinger.models import Avstemmingssum, Poststatus, Utfallsvalg

_VELG = ("", pgettext_lazy("nedtrekksliste", "Velg"))
_AVVIK = [(u.value, u.label) for u in Utfallsvalg if u != Utfallsvalg.STEMMER]


class Avviksfilter(Listefilter):
    """Differences of a round, an outcome, a status, a code."""

    kvartal = forms.ChoiceField(label=_("Runde"), choices=[])
    utfall = forms.ChoiceField(label=_("Avvik"), choices=[("", _("Alle avvik")), *_AVVIK])
    status = forms.ChoiceField(label=_("Status"), choices=[("", _("Alle")), *Poststatus.choices])
    kode = forms.ChoiceField(label=_("Kode"), choices=[])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rader = list(Avstemmingssum.objects.values_list("kvartal", "kode"))
        runder: list[Kvartal] = sorted({k for k, _kode in rader}, reverse=True)
        self._velg_fra("kvartal", _("Alle runder"), [(str(k), visning.kvartal(k)) for k in runder])
        self._velg_fra("kode", _("Alle koder"), [(k, k) for k in sorted({kode for _k, kode in rader})])

    def _velg_fra(self, navn: str, alle: Any, valg: list[tuple[str, str]]) -> None:
        cast(forms.ChoiceField, self.fields[navn]).choices = [("", alle), *valg]


class StatusSkjema(Skjema):
    """How far the differences have come, with a short note."""

    knapp = _("Lagre status")
    status = forms.ChoiceField(label=_("Status"), choices=[_VELG, *((s.value, s.label) for s in VALGBARE)])
    notat = forms.CharField(
        label=_("Notat"),
        max_length=200,
        required=False,
        help_text=_("Kort, om beløpene. Aldri om personens forhold. Kan ikke endres etterpå."),
    )


class ValgteSkjema(StatusSkjema):
    """The same for several: which they are, comes along."""

    valgt = forms.CharField(widget=forms.HiddenInput)
    bekreft = forms.CharField(widget=forms.HiddenInput, initial="ja")
