"""The forms of access: login, passwords, users and their roles, organisations."""

from __future__ import annotations

from typing import Any, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.password_validation import password_validators_help_texts
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt, Filterskjema, Skjema
from integrering.tilgang.actions.brukere import Rollevalg
from integrering.tilgang.models import ROLLENAVN, Virksomhet, Virksomhetstype
from integrering.tilgang.roller import ROLLER_I, Rolle


class LoggInnSkjema(AuthenticationForm):
    """User name and password. The answer to a wrong one never says which of the two it was."""

    merk_felt = False
    # what was typed before the session ended (see `bevaring`)
    bevart = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    error_messages = {
        "invalid_login": _(
            "Brukernavnet eller passordet er feil. Prøv igjen, eller velg «Glemt passordet?»."
        ),
        "inactive": _("Brukernavnet eller passordet er feil. Prøv igjen, eller velg «Glemt passordet?»."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        brukernavn, passord = self.fields["username"], self.fields["password"]
        brukernavn.label, passord.label = _("Brukernavn"), _("Passord")
        brukernavn.error_messages["required"] = _("Skriv brukernavnet ditt.")
        passord.error_messages["required"] = _("Skriv passordet ditt.")
        brukernavn.widget.attrs.pop("autofocus", None)

    @property
    def helper(self) -> FormHelper:
        """How crispy-forms writes the form."""
        helper = FormHelper(self)
        helper.attrs = {"novalidate": True}
        helper.form_class = "skjema"
        if self["bevart"].value():
            helper.form_action = reverse("logg_inn")
        helper.add_input(Submit("logg_inn", _("Logg inn")))
        return helper


def _passordhjelp() -> str:
    return " ".join(password_validators_help_texts())


class GlemtPassordSkjema(Skjema):
    """Who has forgotten."""

    knapp = _("Send meg en lenke")
    hvem = forms.CharField(
        label=_("Brukernavn eller e-postadresse"),
        max_length=254,
        widget=forms.TextInput({"autocomplete": "username"}),
    )


class NyttPassordSkjema(Skjema):
    """A new password, twice. The rules of passwords are asked by the action."""

    knapp = _("Lagre passordet")
    passord1 = forms.CharField(
        label=_("Nytt passord"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    passord2 = forms.CharField(
        label=_("Nytt passord en gang til"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passord1"].help_text = _passordhjelp()

    def clean(self) -> dict[str, Any]:
        """Refuse two that differ."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("passord1") and data.get("passord2") and data["passord1"] != data["passord2"]:
            self.add_error("passord2", gettext("De to passordene er ikke like."))
        return data


class BytteSkjema(NyttPassordSkjema):
    """The old password, and a new one."""

    field_order = ("gammelt", "passord1", "passord2")
    gammelt = forms.CharField(
        label=_("Gammelt passord"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )


class MinSideSkjema(Skjema):
    """What one is called, and which language one reads."""

    fornavn = forms.CharField(label=_("Fornavn"), max_length=150)
    etternavn = forms.CharField(label=_("Etternavn"), max_length=150)
    maalform = forms.ChoiceField(
        label=_("Språk på sider og e-post"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )


class RollevalgSkjema(Skjema):
    """Which role at an organisation, and when. `velger_skjermede`: the county's administrator asks."""

    rolle = forms.ChoiceField(label=_("Rolle"), widget=forms.RadioSelect)
    fra = DatoFelt(label=_("Første dag"))
    til = DatoFelt(
        label=_("Siste dag"), required=False, help_text=_("La stå tomt når rollen ikke har slutt.")
    )
    skjermede = forms.BooleanField(
        label=_("Kan se personer med adressebeskyttelse"),
        required=False,
        help_text=_("Gis bare til navngitte personer som trenger det i arbeidet."),
    )

    def __init__(self, *args: Any, virksomhet: Virksomhet, velger_skjermede: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roller = [(r, n) for r, n in ROLLENAVN if Rolle(r) in ROLLER_I[virksomhet.type]]
        felt = cast(forms.ChoiceField, self.fields["rolle"])
        felt.choices = roller
        if len(roller) == 1:
            felt.initial, felt.widget = roller[0][0], forms.HiddenInput()
        if not velger_skjermede or virksomhet.type in ("skole", "frivillig"):
            del self.fields["skjermede"]

    @property
    def valg(self) -> Rollevalg:
        """The choice, for the actions."""
        v = self.cleaned_data
        return Rollevalg(Rolle(v["rolle"]), v["fra"], v["til"], bool(v.get("skjermede")))


class InviterSkjema(RollevalgSkjema):
    """Who is invited."""

    knapp = _("Send invitasjon")
    field_order = ("fornavn", "etternavn", "epost", "rolle", "fra", "til", "skjermede", "noekkel")
    fornavn = forms.CharField(label=_("Fornavn"), max_length=150)
    etternavn = forms.CharField(label=_("Etternavn"), max_length=150)
    epost = forms.EmailField(
        label=_("E-postadresse"),
        max_length=150,
        help_text=_("Bruk adressen på jobben. Den blir også brukernavnet."),
        error_messages={"invalid": _("Skriv en hel e-postadresse, for eksempel navn@kommunen.no.")},
    )
    # one form, one invitation: sent twice, it is the same
    noekkel = forms.UUIDField(widget=forms.HiddenInput)


class EndreRolleSkjema(RollevalgSkjema):
    """A role that is there already. `likevel` is asked for only when it matters."""

    versjon = forms.IntegerField(widget=forms.HiddenInput)
    likevel = forms.BooleanField(label=_("Ja, endre likevel"), required=False)

    def __init__(self, *args: Any, spoer_likevel: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not spoer_likevel:
            del self.fields["likevel"]


class FagsystemSkjema(Skjema):
    """A municipality's professional system."""

    knapp = _("Lag token")
    navn = forms.CharField(
        label=_("Navnet på fagsystemet"),
        max_length=100,
        help_text=_("Står som den som har registrert, det fagsystemet registrerer."),
    )
    siste_dag = DatoFelt(
        label=_("Siste dag tokenet virker"), navn=_("siste dag"), help_text=_("Høyst to år fram.")
    )


class NyVirksomhetSkjema(Skjema):
    """A school or an organisation."""

    knapp = _("Opprett virksomheten")
    type = forms.ChoiceField(
        label=_("Slag"),
        choices=[("skole", _("Skole")), ("frivillig", _("Frivillig organisasjon"))],
        widget=forms.RadioSelect,
    )
    navn = forms.CharField(label=_("Navn"), max_length=200)
    nummer = forms.CharField(
        label=_("Organisasjonsnummer"),
        max_length=20,
        help_text=_("Ni siffer. Du finner det i Enhetsregisteret hos Brønnøysundregistrene."),
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    maalform = forms.ChoiceField(
        label=_("Målform"), choices=[("nb", _("Bokmål")), ("nn", _("Nynorsk"))], widget=forms.RadioSelect
    )


class Virksomhetsfilter(Filterskjema):
    """Find an organisation."""

    navn = forms.CharField(label=_("Navn eller nummer"), max_length=100)
    type = forms.ChoiceField(label=_("Slag"), choices=[("", _("Alle")), *Virksomhetstype.choices])
