"""The forms of an organisation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.frivillighet.actions import Kontaktdata, Profildata
from regionalt.frivillighet.models import Organisasjon, Organisasjonsslag
from regionalt.frivillighet.queries.organisasjoner import paraplyer
from regionalt.kodeverk import Tema


class ProfilSkjema(Skjema):
    """What the county says of an organisation."""

    knapp = _("Lagre organisasjonen")
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    slag = forms.ChoiceField(label=_("Slag"), choices=Organisasjonsslag.choices, widget=forms.RadioSelect)
    paraply = forms.ChoiceField(
        label=_("Hører til"),
        choices=[],
        required=False,
        help_text=_("Paraplyorganisasjonen en lokal organisasjon hører til."),
    )
    temaer = forms.MultipleChoiceField(
        label=_("Temaer"), choices=Tema.choices, widget=forms.CheckboxSelectMultiple
    )
    hele_fylket = forms.BooleanField(label=_("Arbeider i hele fylket"), required=False)
    kommuner = forms.TypedMultipleChoiceField(
        label=_("Kommuner"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Kommunene organisasjonen arbeider i. De ser den på siden sin."),
    )  # fmt: skip
    beskrivelse = forms.CharField(
        label=_("Kort om organisasjonen"), max_length=500, required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Hva den gjør, og for hvem. Ikke navn på deltakere."),
    )  # fmt: skip
    aktiv_fra = DatoFelt(label=_("Aktiv fra"), required=False)
    aktiv_til = DatoFelt(
        label=_("Aktiv til og med"), required=False, help_text=_("Fylles ut når organisasjonen er lagt ned.")
    )

    def __init__(self, *args: Any, selv: Organisasjon | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        andre = [(str(p.pk), str(p)) for p in paraplyer() if p.pk != (selv and selv.pk)]
        self.fields["paraply"].choices = [("", _("Ingen")), *andre]  # type: ignore[attr-defined]
        kommuner = [(k.pk, k.navn) for k in kommuner_i_fylket()]
        self.fields["kommuner"].choices = kommuner  # type: ignore[attr-defined]

    @property
    def profil(self) -> Profildata:
        """The answers."""
        svar = self.cleaned_data
        return Profildata(
            slag=Organisasjonsslag(svar["slag"]),
            temaer=svar["temaer"],
            paraply_id=int(svar["paraply"]) if svar["paraply"] else None,
            hele_fylket=svar["hele_fylket"],
            kommuner=svar["kommuner"],
            beskrivelse=svar["beskrivelse"],
            aktiv_fra=svar["aktiv_fra"],
            aktiv_til=svar["aktiv_til"],
        )


class KontaktSkjema(Skjema):
    """How one reaches the organisation."""

    knapp = _("Lagre kontakten")
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    kontaktperson = forms.CharField(
        label=_("Kontaktperson"), max_length=100, required=False,
        help_text=_("En som svarer for organisasjonen i jobben eller vervet sitt."),
    )  # fmt: skip
    epost = forms.EmailField(label=_("E-post"), required=False)
    telefon = forms.CharField(
        label=_("Telefon"), max_length=20, required=False,
        widget=forms.TextInput({"inputmode": "tel", "autocomplete": "off"}),
    )  # fmt: skip
    nettside = forms.URLField(
        label=_("Nettside"), required=False, assume_scheme="https",
        help_text=_("For eksempel https://www.eksempel.no."),
    )  # fmt: skip

    @property
    def kontakt(self) -> Kontaktdata:
        """The answers."""
        svar = self.cleaned_data
        felt = ("kontaktperson", "epost", "telefon", "nettside")
        return Kontaktdata(**{navn: svar[navn] for navn in felt})


class NySkjema(ProfilSkjema, KontaktSkjema):
    """Take an organisation into the overview."""

    knapp = _("Lagre organisasjonen")
    nummer = forms.CharField(
        label=_("Organisasjonsnummer"), max_length=11,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("Ni siffer. Finnes organisasjonen i systemet, brukes navnet som står der."),
    )  # fmt: skip
    navn = forms.CharField(label=_("Navn"), max_length=200, required=False)
    field_order = (
        "nummer", "navn", "slag", "paraply", "temaer", "hele_fylket", "kommuner", "beskrivelse", "aktiv_fra",
        "aktiv_til", "kontaktperson", "epost", "telefon", "nettside",
    )  # fmt: skip


def profilverdier(o: Organisasjon) -> dict[str, Any]:
    """Return an organisation as the form shows it."""
    return {
        "versjon": o.versjon,
        "slag": o.slag,
        "paraply": str(o.paraply_id or ""),
        "temaer": o.temaer,
        "hele_fylket": o.hele_fylket,
        "kommuner": list(o.dekning.values_list("kommune_id", flat=True)),
        "beskrivelse": o.beskrivelse,
        "aktiv_fra": o.aktiv_fra,
        "aktiv_til": o.aktiv_til,
    }


def kontaktverdier(o: Organisasjon) -> dict[str, Any]:
    """Return the contact of an organisation as the form shows it."""
    return {
        "versjon": o.versjon,
        "kontaktperson": o.kontaktperson,
        "epost": o.epost,
        "telefon": o.telefon,
        "nettside": o.nettside,
    }
