"""Forms: a file of figures, what to fetch, which year it is, and a judgement."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt, Skjema
from regionalt.forms.registerrad import VELG, RegisterSkjema, avsnitt
from regionalt.kunnskap.kodeverk import Format, Indikator, Sikkerhet, Trinn, Utgave

_SELV = ("", _("Filen sier det selv"))


def _aar(**mer: Any) -> forms.IntegerField:
    """Return a field for a year."""
    inndata = forms.TextInput({"inputmode": "numeric", "class": "felt-timer"})
    return forms.IntegerField(label=_("År"), min_value=1990, max_value=2100, widget=inndata, **mer)


class FilSkjema(RegisterSkjema):
    """A file, where it is from, and what it does not say itself."""

    knapp = _("Last opp og se over")
    fil = forms.FileField(
        label=_("Fil"),
        help_text=_(
            "CSV, XLSX, ODS, en lagret nettside fra IMDi, eller JSON-stat fra SSB. Ingenting leses inn før"
            " du har sett over."
        ),
        error_messages={"required": _("Velg en fil.")},
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx,.ods,.html,.htm,.json"}),
    )
    kilde = forms.CharField(
        label=_("Kilde"), max_length=200, help_text=_("Hvem som har gitt ut tallene, og hva tabellen heter.")
    )
    kilde_url = forms.URLField(label=_("Nettadresse"), max_length=500, required=False, assume_scheme="https")
    hentet = DatoFelt(label=_("Hentet"), navn=_("dagen filen ble hentet"))
    format = forms.ChoiceField(label=_("Format"), choices=[_SELV, *Format.choices], required=False)
    indikator = forms.ChoiceField(label=_("Tall om"), choices=[_SELV, *Indikator.choices], required=False)
    aar = _aar(required=False, help_text=_("Når filen ikke sier hvilket år tallene gjelder."))
    utgave = forms.ChoiceField(
        label=_("Anmodningen er"),
        choices=[_SELV, (Utgave.OPPRINNELIG.value, Utgave.OPPRINNELIG.label),
                 (Utgave.REVIDERT.value, Utgave.REVIDERT.label)],
        required=False,
    )  # fmt: skip


class HentSkjema(RegisterSkjema):
    """What to fetch; the year is that of IMDi's page."""

    knapp = _("Hent og se over")
    kilde = forms.ChoiceField(label=_("Kilde"), choices=[])
    aar = _aar(help_text=_("Brukes for IMDis side om ett år, og for egne registreringer."))

    def __init__(self, *args: Any, valg: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kilde"].choices = [VELG, *valg]  # type: ignore[attr-defined]


class LesInnSkjema(Skjema):
    """Read the draft in, as it was looked over."""

    knapp = _("Les inn tallene")
    versjon = forms.IntegerField(widget=forms.HiddenInput)


class ForkastSkjema(LesInnSkjema):
    """Throw the draft away."""

    knapp = _("Forkast filen")


class AarSkjema(LesInnSkjema):
    """Which year the figures are of."""

    knapp = _("Bekreft året")
    aar = _aar(help_text=_("Året tallene gjelder, slik kilden har gitt dem ut."))


class VurderingSkjema(RegisterSkjema):
    """A judgement, a figure, or both; so neither of them is optional by itself."""

    knapp = _("Lagre vurderingen")
    merk_felt = False
    valgfrie = ("kilde_url",)
    trinn = forms.TypedChoiceField(
        label=_("Vurdering"), coerce=int, empty_value=None, required=False, choices=[VELG, *Trinn.choices],
        help_text=_("Velg et trinn, skriv et tall, eller begge."),
    )  # fmt: skip
    tall = forms.DecimalField(
        label=_("Tall"), required=False, min_value=0, max_digits=12, decimal_places=2, localize=True,
        widget=forms.TextInput({"inputmode": "decimal", "class": "felt-timer"}),
        help_text=_("For eksempel antall plasser. Skriv i begrunnelsen hva tallet er."),
    )  # fmt: skip
    tekst = avsnitt(_("Begrunnelse"), rader=4)
    kilde = forms.CharField(
        label=_("Kilde"), max_length=300, help_text=_("Et møte, et dokument eller en statistikk.")
    )
    kilde_url = forms.URLField(label=_("Nettadresse"), max_length=500, required=False, assume_scheme="https")
    dato = DatoFelt(label=_("Dato"), navn=_("dagen"), help_text=_("Dagen kunnskapen gjelder fra."))
    sikkerhet = forms.ChoiceField(label=_("Hvor sikkert er det?"), choices=Sikkerhet.choices)
