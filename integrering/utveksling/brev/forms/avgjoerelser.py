"""The forms of what is decided about a letter: send, answer, confirm."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.utveksling.brev.models import Sendemaate


class Sendtskjema(Skjema):
    """How and when a letter was sent."""

    knapp = _("Merk som sendt")
    maate = forms.ChoiceField(
        label=_("Hvordan er brevet sendt?"), choices=Sendemaate.choices, widget=forms.RadioSelect,
        initial=Sendemaate.EFORMIDLING,
    )  # fmt: skip
    dato = DatoFelt(label=_("Sendt dato"), navn=_("dato"))

    def __init__(self, *args: Any, kan_faa_melding: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dato"].initial = timezone.localdate()
        felt = self.fields["maate"]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        if kan_faa_melding:
            felt.help_text = _("En melding her i systemet sendes nå. Mottakeren skal kvittere innen en uke.")
        else:
            felt.choices = [v for v in Sendemaate.choices if v[0] != Sendemaate.MELDING]


class Svarskjema(Skjema):
    """An answer came."""

    knapp = _("Registrer svar")
    dato = DatoFelt(label=_("Svar mottatt"), navn=_("dato"))
    notat = forms.CharField(
        label=_("Hva gikk svaret ut på?"), required=False, max_length=300,
        help_text=_("Kort, uten personopplysninger. Selve svaret ligger i arkivet."),
    )  # fmt: skip


class Bekreftskjema(Skjema):
    """A decision about a draft as it was read."""

    versjon = forms.IntegerField(widget=forms.HiddenInput)
