"""What a password must be. Django's own words for its length are not in its Norwegian catalogues."""

from __future__ import annotations

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class Lengde(MinimumLengthValidator):
    """A shortest length, said in the user's language."""

    def get_error_message(self) -> str:
        """Say that it is too short."""
        return _("Passordet er for kort. Det må ha minst %(antall)d tegn.") % {"antall": self.min_length}

    def get_help_text(self) -> str:
        """Say how long it must be."""
        return _("Passordet må ha minst %(antall)d tegn.") % {"antall": self.min_length}
