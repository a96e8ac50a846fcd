"""The form of a registration."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import Skjema
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.queries.deltakere import virksomheter_aa_invitere
from regionalt.kompetanse.actions import Paameldingsdata


class PaameldingSkjema(Skjema):
    """Who comes. The county says from where; a municipality registers its own."""

    knapp = _("Meld på")
    navn = forms.CharField(label=_("Navn"), max_length=120)
    stilling = forms.CharField(label=_("Stilling"), max_length=120)
    epost = forms.EmailField(label=_("E-post i jobben"), max_length=254)
    virksomhet = forms.TypedChoiceField(label=_("Virksomhet"), coerce=int, empty_value=None, required=False)
    organisasjon = forms.CharField(
        label=_("Annen virksomhet"), max_length=120, required=False,
        help_text=_("Skriv bare her når virksomheten ikke står i listen."),
    )  # fmt: skip

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.av = av
        if av.er_kommune:
            del self.fields["virksomhet"], self.fields["organisasjon"]
        else:
            valg = [(v.pk, v.navn) for v in virksomheter_aa_invitere()]
            self.fields["virksomhet"].choices = [("", _("Ikke i listen")), *valg]  # type: ignore[attr-defined]

    @property
    def dataene(self) -> Paameldingsdata:
        """The answers."""
        svar = self.cleaned_data
        return Paameldingsdata(
            navn=svar["navn"], stilling=svar["stilling"], epost=svar["epost"],
            virksomhet_id=self.av.virksomhet_id if self.av.er_kommune else svar["virksomhet"],
            organisasjon=svar.get("organisasjon", ""),
        )  # fmt: skip


class AvmeldSkjema(Skjema):
    """Say yes to being taken off."""

    knapp = _("Meld av")
    bekreft = forms.CharField(widget=forms.HiddenInput, initial="ja")
