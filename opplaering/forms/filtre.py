"""What the lists are filtered by; none of it is about one person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import kodevalg
from integrering.lister import Listefilter
from integrering.nir.rules.minstenivaa import Nivaa
from opplaering.kodeverk import MAALGRUPPE
from opplaering.queries.skoler import skoler_og_kommuner
from opplaering.roller import SKOLEN
from opplaering.rules.framdrift import IKKE_PROEVD, Tilstand


class Deltakerfilter(Listefilter):
    """Those at a school now or later, unless others are asked for."""

    periode = forms.ChoiceField(
        label=_("Periode"),
        choices=[("", _("På skolen nå og senere")), ("over", _("Avsluttede")), ("alle", _("Alle"))],
    )
    maalgruppe = forms.ChoiceField(label=_("Målgruppe"), choices=[])
    skole = forms.ChoiceField(label=_("Skole"), choices=[])
    kommune = forms.ChoiceField(label=_("Kommune"), choices=[])
    framdrift = forms.ChoiceField(
        label=_("Framdrift"),
        choices=[
            ("", _("Alle")),
            (Tilstand.I_FARE.value, _("Målet nås kanskje ikke")),
            (Tilstand.I_RUTE.value, _("I rute")),
            (Tilstand.NAADD.value, _("Målet er nådd")),
            (Tilstand.UKJENT.value, _("Kan ikke avgjøres")),
        ],
    )
    nivaa = forms.ChoiceField(
        label=_("Nivå i norsk nå"),
        choices=[
            ("", _("Alle nivåer")),
            *((n.value, n.value) for n in Nivaa),
            (IKKE_PROEVD, _("Ikke prøvd i alle deler")),
        ],
        help_text=_("Nådd i alle fire delene av norskprøven."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._sett_valg("maalgruppe", [("", _("Alle målgrupper")), *kodevalg(MAALGRUPPE)])
        if self.av.har(*SKOLEN):  # has one school, and does not read the register
            self._uten("skole", "kommune", "framdrift", "nivaa")
            return
        skolene, kommunene = skoler_og_kommuner()
        self._sett_valg("skole", [("", _("Alle skoler")), *((s.nummer, s.navn) for s in skolene)])
        if self.av.er_fylke:
            self._sett_valg("kommune", [("", _("Alle kommuner")), *((k.nummer, k.navn) for k in kommunene)])
        else:
            self._uten("kommune")

    def _uten(self, *navn: str) -> None:
        for felt in navn:
            del self.fields[felt]

    def _sett_valg(self, navn: str, valgene: list[Any]) -> None:
        felt = self.fields[navn]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        felt.choices = valgene
