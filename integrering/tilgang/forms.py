"""The login form."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class LoggInnSkjema(AuthenticationForm):
    """User name and password."""

    error_messages = {
        "invalid_login": _(
            "Brukernavnet eller passordet er feil. Prøv igjen, eller be administrator om hjelp."
        ),
        "inactive": _("Brukeren er ikke aktiv. Be administrator om hjelp."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Brukernavn")
        self.fields["password"].label = _("Passord")
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": "novalidate"}
        self.helper.add_input(Submit("logg_inn", _("Logg inn")))
