"""Forms of networks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt
from integrering.utveksling.moeter.queries.deltakere import virksomheter_aa_invitere
from regionalt.forms.registerrad import VELG, RegisterSkjema, avsnitt
from regionalt.kodeverk import Tema


class NettverkSkjema(RegisterSkjema):
    """A network."""

    knapp = _("Lagre nettverket")
    navn = forms.CharField(label=_("Navn"), max_length=120)
    tema = forms.ChoiceField(label=_("Tema"), choices=[VELG, *Tema.choices])
    formaal = avsnitt(_("Formål"))
    til = DatoFelt(
        label=_("Til og med"), navn=_("den siste dagen"), required=False,
        help_text=_("Fylles ut når nettverket er lagt ned."),
    )  # fmt: skip


class MedlemSkjema(RegisterSkjema):
    """A municipality or another, perhaps with who takes part."""

    knapp = _("Lagre medlemmet")
    virksomhet_id = forms.TypedChoiceField(
        label=_("Virksomhet"), coerce=int, empty_value=None, required=False
    )
    organisasjon = forms.CharField(
        label=_("Annen virksomhet"), max_length=120, required=False,
        help_text=_("Skriv bare her når virksomheten ikke står i listen."),
    )  # fmt: skip
    navn = forms.CharField(
        label=_("Navn"), max_length=120, required=False,
        help_text=_("Den som møter i jobben sin. Kan stå tomt."),
    )  # fmt: skip
    stilling = forms.CharField(label=_("Stilling"), max_length=120, required=False)
    epost = forms.EmailField(label=_("E-post i jobben"), max_length=254, required=False)
    fra = DatoFelt(label=_("Fra"), navn=_("den første dagen"))
    til = DatoFelt(label=_("Til og med"), navn=_("den siste dagen"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [(v.pk, v.navn) for v in virksomheter_aa_invitere()]
        self.fields["virksomhet_id"].choices = [("", _("Ikke i listen")), *valg]  # type: ignore[attr-defined]
