"""A new person, and finding one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.nir.forms.fakta import OpplysningSkjema
from integrering.nir.rules import kontroll
from integrering.nir.rules.kontroll import Merknad
from integrering.nir.skjemafelt import DufFelt, KommuneFelt
from integrering.tilgang.aktoer import Aktoer


class NyPersonSkjema(OpplysningSkjema):
    """Identity, details and first bosted in one go. A municipality registers only to itself."""

    duf = DufFelt(label=_("DUF-nummer"), help_text=_("12 sifre. Mellomrom og punktum er greit."))
    kommune = KommuneFelt(
        label=_("Bosatt i kommune"),
        error_messages={"required": _("Velg kommunen personen er bosatt i.")},
    )
    fra = DatoFelt(
        label=_("Bosatt fra"),
        navn=_("første dag i kommunen"),
        help_text=_("Første dag folkeregistrert i kommunen."),
    )
    field_order = ("duf", "fornavn", "etternavn", "foedselsdato", "kjoenn", "statsborgerskap")

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        super().__init__(*args, av=av, **kwargs)
        felt = self.fields["kommune"]
        if av.er_kommune:
            assert isinstance(felt, KommuneFelt)  # noqa: S101 - tells the type
            felt.bare(av.virksomhet_id)

    @property
    def opplysninger(self) -> dict[str, Any]:
        """The details, without identity and bosted."""
        return {k: v for k, v in self.cleaned_data.items() if k not in ("duf", "kommune", "fra")}

    def merknader(self, i_dag: date) -> list[tuple[str, Merknad]]:
        """Old or far dates."""
        return [("fra", m) for m in kontroll.merknader_dato(self.cleaned_data["fra"], i_dag)]


class PersonSoek(Skjema):
    """One box. Sent by POST: what is searched for never stands in an address."""

    knapp = _("Søk i listen")
    merk_felt = False
    soek = forms.CharField(
        label=_("Navn, DUF-nummer eller fødselsdato"),
        max_length=100,
        widget=forms.TextInput({"autocomplete": "off", "type": "search"}),
        error_messages={"required": _("Skriv DUF-nummer, navn eller fødselsdato.")},
    )
