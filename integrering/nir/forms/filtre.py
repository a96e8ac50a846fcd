"""What the lists are filtered by; none of it is about one person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.lister import Listefilter
from integrering.nir.models.flyttesak import FlyttesakTilstand
from integrering.nir.rules.lovspor import Lovspor
from integrering.tilgang.queries import kommuner_i_fylket


class PersonFilter(Listefilter):
    """Persons by what is missing, by law track, and (for the county) by municipality."""

    mangler = forms.ChoiceField(
        label=_("Registreringer"),
        choices=[
            ("", _("Alle personer")),
            ("vedtak", _("Mangler vedtak")),
            ("sluttdato", _("Mangler sluttdato")),
            ("periode", _("Uten periode")),
        ],
    )
    lovspor = forms.ChoiceField(
        label=_("Lovspor"),
        choices=[
            ("", _("Alle lovspor")),
            (Lovspor.RETT_OG_PLIKT.value, _("Rett og plikt")),
            (Lovspor.KOLLEKTIV.value, _("Kollektiv beskyttelse")),
            (Lovspor.PLIKT.value, _("Bare plikt")),
            (Lovspor.FEIL_ALDER.value, _("Utenfor aldersgrensene")),
        ],
    )
    kommune = forms.ChoiceField(label=_("Kommune"), choices=[])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.av.er_fylke:
            del self.fields["kommune"]
            return
        felt = self.fields["kommune"]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        felt.choices = [("", _("Alle kommuner")), *((k.nummer, k.navn) for k in kommuner_i_fylket())]


class FlyttingFilter(Listefilter):
    """Moves by where they stand."""

    tilstand = forms.ChoiceField(
        label=_("Status"),
        choices=[
            ("", _("Alle")),
            *FlyttesakTilstand.choices,
            ("venter_mottak", _("Venter på at mottaket bekreftes")),
        ],
    )
