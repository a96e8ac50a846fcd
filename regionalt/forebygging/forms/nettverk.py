"""Forms of networks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt
from integrering.utveksling.moeter.models import Moete
from integrering.utveksling.moeter.tekster import moetets_tid
from regionalt.forebygging.queries.nettverk import ledige_moeter
from regionalt.forms.registerrad import VELG, RegisterSkjema, avsnitt


class NettverkSkjema(RegisterSkjema):
    """A network."""

    knapp = _("Lagre nettverket")
    navn = forms.CharField(label=_("Navn"), max_length=120)
    formaal = avsnitt(_("Formål"), mest=1000)
    til = DatoFelt(
        label=_("Til og med"), navn=_("den siste dagen"), required=False,
        help_text=_("Fylles ut når nettverket er lagt ned."),
    )  # fmt: skip


class MedlemSkjema(RegisterSkjema):
    """A member: an organisation, and who takes part in their job."""

    knapp = _("Lagre medlemmet")
    organisasjon = forms.CharField(label=_("Organisasjon"), max_length=120)
    navn = forms.CharField(label=_("Navn"), max_length=100, help_text=_("Den som møter i jobben sin."))
    stilling = forms.CharField(label=_("Stilling"), max_length=100, required=False)
    epost = forms.EmailField(label=_("E-post"), required=False, help_text=_("Adressen i jobben."))
    fra = DatoFelt(label=_("Fra"), navn=_("den første dagen"))
    til = DatoFelt(label=_("Til og med"), navn=_("den siste dagen"), required=False)


class MoetevalgSkjema(RegisterSkjema):
    """A network meeting that belongs to no network yet."""

    knapp = _("Knytt møtet til nettverket")
    moete = forms.ChoiceField(label=_("Nettverksmøte"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._moeter = {str(m.noekkel): m for m in ledige_moeter()}
        valg = [(noekkel, f"{m.tittel}, {moetets_tid(m)}") for noekkel, m in self._moeter.items()]
        self.fields["moete"].choices = [VELG, *valg]  # type: ignore[attr-defined]

    @property
    def felter(self) -> dict[str, Any]:
        """The meeting itself."""
        moete: Moete = self._moeter[self.cleaned_data["moete"]]
        return {"moete": moete}
