"""Deciding on a move, and reporting one."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.nir.skjemafelt import KommuneFelt


class FlyttingSkjema(Skjema):
    """Confirm or refuse; a refusal has a reason."""

    knapp = _("Lagre avgjørelsen")
    avgjoerelse = forms.ChoiceField(
        label=_("Avgjørelse"),
        choices=[
            ("bekreft", _("Bekreft: personen har flyttet")),
            ("avvis", _("Avvis: personen har ikke flyttet")),
        ],
        widget=forms.RadioSelect,
    )
    grunn = forms.CharField(
        label=_("Begrunnelse"),
        max_length=300,
        required=False,
        help_text=_("Må fylles ut når flyttingen avvises."),
    )


class UtflyttingSkjema(Skjema):
    """Where a person one has moves to, and when."""

    knapp = _("Registrer flyttingen")
    til_kommune = KommuneFelt(
        label=_("Flytter til kommune"),
        error_messages={"required": _("Velg kommunen personen flytter til.")},
    )
    fra = DatoFelt(
        label=_("Første dag i den nye kommunen"),
        navn=_("første dag i den nye kommunen"),
        help_text=_("Bostedet hos dere avsluttes dagen før."),
    )
