"""The file field of forms: several files at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import Skjema
from integrering.utveksling.vedlegg import tekster


class _En(forms.ClearableFileInput):
    template_name = "django/forms/widgets/file.html"


class _Flere(_En):
    allow_multiple_selected = True


class VedleggFelt(forms.FileField):
    """Any number of files (or with `flere=False` one); the value is a list, for `actions.legg_ved_alle`."""

    def __init__(self, *, flere: bool = True, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Vedlegg"))
        kwargs.setdefault("help_text", lazy(tekster.tillatt, str)())
        kwargs.setdefault("required", False)
        # whether a file is empty is for the rules to say, with the others
        super().__init__(widget=_Flere() if flere else _En(), allow_empty_file=True, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        """Return the files; which of them are let in, the action says."""
        filer = [f for f in (data if isinstance(data, list | tuple) else [data]) if f]
        if not filer and self.required:
            raise forms.ValidationError(_("Velg minst én fil."), "required")
        return filer


class VersjonSkjema(Skjema):
    """A new version of a file."""

    knapp = _("Last opp ny versjon")
    vedlegg = VedleggFelt(label=_("Ny fil"), required=True, flere=False)
