"""Who gets a place in a group."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import visning
from integrering.grunnmur.skjema import Skjema
from karriere.models import Sak
from karriere.rules.koe import dager_igjen
from karriere.spraak import spraaknavn
from karriere.tekster import dager_i_ord


class GruppeplassSkjema(Skjema):
    """Those who wait, each with what one chooses by: language, municipality, deadline."""

    knapp = _("Gi plass")
    valgt = forms.MultipleChoiceField(
        label=_("Hvem får plass?"), choices=[], widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Velg minst én.")},
    )  # fmt: skip

    def __init__(self, *args: Any, saker: Iterable[Sak], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._saker = {str(sak.noekkel): sak for sak in saker}
        valg = [(noekkel, _linje(sak)) for noekkel, sak in self._saker.items()]
        self.fields["valgt"].choices = valg  # type: ignore[attr-defined]

    @property
    def sakene(self) -> list[Sak]:
        """Those who were chosen."""
        return [self._saker[noekkel] for noekkel in self.cleaned_data["valgt"]]


def _linje(sak: Sak) -> str:
    deler = [sak.person.navn, spraaknavn(sak.tolkespraak), str(sak.person.kommune or "")]
    if sak.frist:
        deler.append(
            f"{visning.dato(sak.frist)} ({dager_i_ord(dager_igjen(sak.frist, timezone.localdate()))})"
        )
    if sak.intro_vedtak:
        deler.append(_("vedtak om program %(dag)s") % {"dag": visning.dato(sak.intro_vedtak)})
    return ", ".join(str(del_) for del_ in deler if del_)
