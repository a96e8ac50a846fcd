"""What is decided about one case."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt, Skjema
from karriere.models import Senter


class DagSkjema(Skjema):
    """A day that has been."""

    dag = DatoFelt(label=_("Dato"), navn=_("datoen"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"dag": timezone.localdate()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)


class NeiSkjema(DagSkjema):
    """The day the person declined."""

    knapp = _("Registrer at personen takker nei")


class GjennomfoertSkjema(DagSkjema):
    """The day guidance was carried out."""

    knapp = _("Registrer gjennomført")


class SenterSkjema(Skjema):
    """Which centre has the case: another than the municipality's, or the municipality's own again."""

    knapp = _("Flytt saken")
    senter = forms.ChoiceField(label=_("Karrieresenter"), choices=[], required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sentre = [(str(s.pk), s.navn) for s in Senter.objects.filter(aktiv=True)]
        felt = self.fields["senter"]
        felt.choices = [("", _("Det som dekker kommunen")), *sentre]  # type: ignore[attr-defined]
