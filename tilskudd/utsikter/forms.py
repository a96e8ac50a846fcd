"""Filter of the persons, and the message to a municipality."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import visning
from integrering.grunnmur.skjema import Skjema
from integrering.lister import Listefilter
from integrering.tilgang.queries import kommuner_i_fylket
from opplaering import meldingstekster
from opplaering.rules.avstemming import Avvik
from tilskudd.utsikter.queries.paa_vent import kvartaler_med_noe


class PaaVentFilter(Listefilter):
    """By municipality, quarter, what is missing, and whether it is asked for."""

    kommune = forms.ChoiceField(label=_("Kommune"), choices=[])
    kvartal = forms.ChoiceField(label=_("Opptjent i"), choices=[])
    grunn = forms.ChoiceField(label=_("Mangler"), choices=[])
    paamint = forms.ChoiceField(
        label=_("Påminnelse"),
        choices=[
            ("", _("Alle")),
            ("nei", _("Ikke sendt")),
            ("venter", _("Sendt, ikke kvittert")),
            ("kvittert", _("Kvittert")),
        ],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kvartaler = [(k.slug, visning.kvartal(k)) for k in kvartaler_med_noe()]
        self._velg_fra("kommune", _("Alle kommuner"), [(k.nummer, k.navn) for k in kommuner_i_fylket()])
        self._velg_fra("kvartal", _("Alle kvartaler"), kvartaler)
        self._velg_fra("grunn", _("Alt"), [(a.value, meldingstekster.avvik([a])) for a in Avvik])

    def _velg_fra(self, navn: str, alle: Any, valg: list[tuple[str, Any]]) -> None:
        felt = self.fields[navn]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        felt.choices = [("", alle), *valg]


class SpoerSkjema(Skjema):
    """The message, written beforehand."""

    knapp = _("Send til kommunen")
    tekst = forms.CharField(
        label=_("Melding"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Uten fødselsnummer og DUF-nummer. Kommunen ser hvem meldingen gjelder."),
    )
