"""The login form."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class LoggInnSkjema(AuthenticationForm):
    """User name and password. The answer to a wrong one never says which of the two it was."""

    merk_felt = False
    error_messages = {
        "invalid_login": _(
            "Brukernavnet eller passordet er feil. Prøv igjen, eller be administrator om hjelp."
        ),
        "inactive": _("Brukernavnet eller passordet er feil. Prøv igjen, eller be administrator om hjelp."),
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
        helper.add_input(Submit("logg_inn", _("Logg inn")))
        return helper
