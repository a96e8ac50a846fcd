"""The form of an activity."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.frivillighet.actions import Aktivitetsdata
from regionalt.frivillighet.models import Aktivitet
from regionalt.kodeverk import Tema

_VELG = pgettext_lazy("nedtrekksliste", "Velg")


class AktivitetSkjema(Skjema):
    """What was done, when and where, and how many came."""

    knapp = _("Lagre aktiviteten")
    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    tittel = forms.CharField(label=_("Aktivitet"), max_length=120)
    tema = forms.ChoiceField(label=_("Tema"), choices=[("", _VELG), *Tema.choices])
    kommune = forms.ChoiceField(label=_("Kommune"), choices=[], required=False)
    fra = DatoFelt(label=_("Dato"))
    til = DatoFelt(
        label=_("Til og med"), required=False, help_text=_("Når aktiviteten går over flere dager.")
    )
    deltakere = forms.IntegerField(
        label=_("Deltakere"), min_value=0, max_value=100_000, required=False,
        help_text=_("Bare antallet, aldri navn."),
    )  # fmt: skip
    frivillige = forms.IntegerField(
        label=_("Frivillige som bidro"), min_value=0, max_value=100_000, required=False
    )
    avlyst = forms.BooleanField(label=_("Aktiviteten er avlyst"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kommuner = [(str(k.pk), k.navn) for k in kommuner_i_fylket()]
        self.fields["kommune"].choices = [("", _("Hele fylket")), *kommuner]  # type: ignore[attr-defined]

    @property
    def aktivitet(self) -> Aktivitetsdata:
        """The answers."""
        svar = self.cleaned_data
        return Aktivitetsdata(
            tittel=svar["tittel"],
            tema=Tema(svar["tema"]),
            kommune_id=int(svar["kommune"]) if svar["kommune"] else None,
            fra=svar["fra"],
            til=svar["til"],
            deltakere=svar["deltakere"],
            frivillige=svar["frivillige"],
            avlyst=svar["avlyst"],
        )

    @property
    def nr(self) -> uuid.UUID:
        """The key of this sending."""
        return self.cleaned_data["innsending"] or uuid.uuid4()


def aktivitetsverdier(a: Aktivitet) -> dict[str, Any]:
    """Return an activity as the form shows it."""
    return {
        "versjon": a.versjon,
        "tittel": a.tittel,
        "tema": a.tema,
        "kommune": str(a.kommune_id or ""),
        "fra": a.fra,
        "til": a.til,
        "deltakere": a.deltakere,
        "frivillige": a.frivillige,
        "avlyst": a.avlyst,
    }
