"""What the lists are filtered by; none of it is about one person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import kodevalg
from integrering.lister import Listefilter
from integrering.tilgang.queries import kommuner_i_fylket
from opplaering.kodeverk import MAALGRUPPE
from opplaering.queries.skoler import skoler


class Deltakerfilter(Listefilter):
    """Those at a school now or later, unless others are asked for."""

    periode = forms.ChoiceField(
        label=_("Periode"),
        choices=[("", _("På skolen nå og senere")), ("over", _("Avsluttede")), ("alle", _("Alle"))],
    )
    maalgruppe = forms.ChoiceField(label=_("Målgruppe"), choices=[])
    skole = forms.ChoiceField(label=_("Skole"), choices=[])
    kommune = forms.ChoiceField(label=_("Kommune"), choices=[])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._sett_valg("maalgruppe", [("", _("Alle målgrupper")), *kodevalg(MAALGRUPPE)])
        if self.av.er_fylke:
            kommuner = [(k.nummer, k.navn) for k in kommuner_i_fylket()]
            self._sett_valg("kommune", [("", _("Alle kommuner")), *kommuner])
        else:
            del self.fields["kommune"]
        if self.av.er_fylke or self.av.er_kommune:
            self._sett_valg("skole", [("", _("Alle skoler")), *((s.nummer, s.navn) for s in skoler())])
        else:
            del self.fields["skole"]

    def _sett_valg(self, navn: str, valgene: list[Any]) -> None:
        felt = self.fields[navn]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        felt.choices = valgene
