"""Forms of the directory."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.forebygging.models import Sikkerhet, Situasjon
from regionalt.forms.registerrad import VELG, RegisterSkjema, antall, avsnitt


def _tekst(ledetekst: Any, mest: int, *, paakrevd: bool = False, **mer: Any) -> forms.CharField:
    return forms.CharField(label=ledetekst, max_length=mest, required=paakrevd, **mer)


class KildeSkjema(RegisterSkjema):
    """Where it was read, when, how sure it is, and when to look it over."""

    kilde = _tekst(_("Kilde"), 300, help_text=_("Siden eller dokumentet dette er lest i."))
    kilde_url = forms.URLField(
        label=_("Kildens adresse"), max_length=500, required=False, assume_scheme="https"
    )
    kilde_dato = DatoFelt(
        label=_("Kildens dato"), navn=_("kildens dato"), required=False,
        help_text=_("Datoen på siden, eller dagen du leste den."),
    )  # fmt: skip
    sikkerhet = forms.ChoiceField(label=_("Sikkerhet"), choices=[VELG, *Sikkerhet.choices])


class TjenesteSkjema(KildeSkjema):
    """A service. Phone and site only where a source gives them."""

    knapp = _("Lagre tjenesten")
    navn = _tekst(_("Navn"), 120, paakrevd=True)
    hva = avsnitt(_("Hva de gjør"), mest=1000)
    for_hvem = _tekst(_("Hvem de er for"), 300, paakrevd=True)
    naar = avsnitt(_("Når du kontakter dem"), mest=1000)
    situasjoner = forms.MultipleChoiceField(
        label=_("Situasjoner"), choices=Situasjon.choices, required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_("Under hvilke overskrifter tjenesten står."),
    )  # fmt: skip
    telefon = _tekst(_("Telefon"), 30, help_text=_("Bare når en kilde oppgir nummeret."))
    aapent = _tekst(_("Når de svarer"), 120)
    nettside = forms.URLField(label=_("Nettside"), max_length=500, required=False, assume_scheme="https")
    rekkefoelge = antall(_("Rekkefølge"), help_text=_("De med lavest tall står først."))
    gjennomgaas = DatoFelt(
        label=_("Ses over innen"), navn=_("datoen"), required=False,
        help_text=_("Dere får en oppgave to uker før."),
    )  # fmt: skip
    til = DatoFelt(
        label=_("Til og med"), navn=_("den siste dagen"), required=False,
        help_text=_("Den siste dagen tjenesten skal vises."),
    )  # fmt: skip
    field_order = (
        "innsending", "versjon", "navn", "hva", "for_hvem", "naar", "situasjoner", "telefon", "aapent",
        "nettside", "rekkefoelge", "kilde", "kilde_url", "kilde_dato", "sikkerhet", "gjennomgaas", "til",
    )  # fmt: skip


class RaadgiverSkjema(KildeSkjema):
    """A mangfoldsrådgiver in the job."""

    knapp = _("Lagre mangfoldsrådgiveren")
    navn = _tekst(_("Navn"), 100, paakrevd=True)
    skole = _tekst(_("Skole"), 120, paakrevd=True)
    kommune = forms.ChoiceField(label=_("Kommune"), help_text=_("Kommunen skolen ligger i."))
    region = _tekst(_("Region"), 80, help_text=_("For eksempel de andre kommunene rådgiveren hjelper."))
    telefon = _tekst(_("Telefon"), 30, help_text=_("Nummeret i jobben."))
    epost = forms.EmailField(label=_("E-post"), required=False, help_text=_("Adressen i jobben."))
    fra = DatoFelt(label=_("Fra"), navn=_("den første dagen"))
    til = DatoFelt(label=_("Til og med"), navn=_("den siste dagen"), required=False)
    gjennomgaas = DatoFelt(
        label=_("Ses over innen"), navn=_("datoen"), required=False,
        help_text=_("Dere får en oppgave to uker før."),
    )  # fmt: skip
    field_order = (
        "innsending", "versjon", "navn", "skole", "kommune", "region", "telefon", "epost", "fra", "til",
        "gjennomgaas", "kilde", "kilde_url", "kilde_dato", "sikkerhet",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kommuner = {k.nummer: k for k in kommuner_i_fylket()}
        self.fields["kommune"].choices = [VELG, *((n, k.navn) for n, k in self._kommuner.items())]  # type: ignore[attr-defined]

    @property
    def felter(self) -> dict[str, Any]:
        """The answers, with the municipality itself."""
        felter = super().felter
        return felter | {"kommune": self._kommuner[felter["kommune"]]}

    @classmethod
    def verdier(cls, rad: Any) -> dict[str, Any]:
        """Return a mangfoldsrådgiver as the form shows them."""
        return super().verdier(rad) | {"kommune": rad.kommune.nummer}
