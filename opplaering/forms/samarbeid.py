"""The forms of the follow-up: a contact, an agreement."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import KodeFelt
from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.grunnmur.toklokker import ToKlokker
from opplaering.actions.samarbeid import Avtaledata, Kontaktdata
from opplaering.forms.soeknad import VELG
from opplaering.kodeverk import SAMARBEIDSPART


class _Samarbeidskjema(Skjema):
    """A new one, or (`retting`) one that is corrected: then with the version that was seen, and a reason."""

    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, retting: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if retting:
            self.legg_til_felt(
                "bort",
                forms.BooleanField(label=_("Registrert ved en feil: skal ikke gjelde"), required=False),
            )
            self.legg_til_felt("aarsak", forms.CharField(label=_("Hvorfor rettes det?"), max_length=300))

    @property
    def svar(self) -> dict[str, Any]:
        """The answers, without what is about the correction."""
        utenom = ("versjon", "bort", "aarsak")
        return {felt: verdi for felt, verdi in self.cleaned_data.items() if felt not in utenom}


class KontaktSkjema(_Samarbeidskjema):
    """Who follows the participant up."""

    knapp = _("Lagre kontakten")
    part = KodeFelt(liste=SAMARBEIDSPART, label=_("Fra"), tom=VELG)
    navn = forms.CharField(label=_("Navn"), max_length=120)
    stilling = forms.CharField(label=_("Stilling"), max_length=120, required=False)
    telefon = forms.CharField(label=_("Telefon"), max_length=30, required=False)
    epost = forms.EmailField(label=_("E-post"), required=False)

    @property
    def data_for_kontakten(self) -> Kontaktdata:
        """The answers."""
        return Kontaktdata(**self.svar)


class AvtaleSkjema(_Samarbeidskjema):
    """What was agreed, who does it, until when."""

    knapp = _("Lagre avtalen")
    dato = DatoFelt(label=_("Avtalt"), navn=_("dagen det ble avtalt"))
    hva = forms.CharField(
        label=_("Hva er avtalt"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Skriv det som skal gjøres. Ikke skriv om helse, og ikke navn eller nummer."),
    )
    ansvar = KodeFelt(liste=SAMARBEIDSPART, label=_("Hvem gjør det"), tom=VELG)
    frist = DatoFelt(label=_("Frist"), required=False, help_text=_("To uker før blir det en oppgave."))
    ferdig = DatoFelt(label=_("Gjort"), navn=_("dagen det ble gjort"), required=False)

    @property
    def data_for_avtalen(self) -> Avtaledata:
        """The answers."""
        return Avtaledata(**self.svar)


def verdier_i(rad: ToKlokker, felter: tuple[str, ...]) -> dict[str, Any]:
    """Return a version as the form shows it."""
    return {felt: getattr(rad, felt) for felt in felter} | {"versjon": rad.pk}


KONTAKTFELT = ("part", "navn", "stilling", "telefon", "epost")
AVTALEFELT = ("dato", "hva", "ansvar", "frist", "ferdig")
