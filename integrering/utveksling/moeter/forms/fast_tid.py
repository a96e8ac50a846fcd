"""Forms of weekly slots."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import KodeFelt
from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.actions.felles import Tidsdata
from integrering.utveksling.moeter.forms.felt import KlokkeFelt, VideolenkeFelt
from integrering.utveksling.moeter.forms.moete import TITTELHJELP, Deltakerskjema, deltakerverdier
from integrering.utveksling.moeter.kodeverk import MOETETYPE, Ukedag
from integrering.utveksling.moeter.models import FastTid

STAAR, FOELGER = "staar", "foelger"


class FastTidSkjema(Deltakerskjema):
    """Set aside a time each week, or change it."""

    knapp = _("Lagre den faste tiden")
    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    type = KodeFelt(liste=MOETETYPE, label=_("Type møte"))
    tittel = forms.CharField(label=_("Tittel"), max_length=120, help_text=TITTELHJELP)
    ukedag = forms.TypedChoiceField(label=_("Ukedag"), coerce=int, choices=Ukedag.choices)
    klokkeslett = KlokkeFelt(label=_("Klokkeslett"))
    varighet = forms.IntegerField(
        label=_("Varighet i minutter"),
        min_value=5,
        max_value=600,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "class": "felt-timer"}),
        error_messages={
            "invalid": _("Skriv antall minutter, for eksempel 60."),
            "min_value": _("Et møte varer minst 5 minutter."),
            "max_value": _("Et møte varer høyst 600 minutter."),
        },
    )
    fra = DatoFelt(label=_("Fra dato"), help_text=_("Første møte er første valgte ukedag fra denne datoen."))
    til = DatoFelt(label=_("Til og med"), required=False, help_text=_("La stå tom når det ikke er bestemt."))
    sted = forms.CharField(label=_("Sted"), max_length=200, required=False)
    videolenke = VideolenkeFelt()
    moetene = forms.ChoiceField(
        label=_("Møtene som er laget"),
        choices=[
            (FOELGER, _("La kommende møter følge endringen")),
            (STAAR, _("La møtene som er laget, stå")),
        ],
        widget=forms.RadioSelect,
        help_text=_(
            "Møter du har flyttet for hånd, blir stående. Havner et møte på en helligdag, avlyses det."
        ),
    )
    field_order = (
        "innsending", "versjon", "type", "tittel", "ukedag", "klokkeslett", "varighet", "fra", "til", "sted",
        "videolenke", "brukere", "virksomheter", "eksterne", "moetene",
    )  # fmt: skip

    def __init__(self, *args: Any, endres: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not endres:
            del self.fields["moetene"]

    @property
    def data_for_tiden(self) -> Tidsdata:
        """The answers."""
        svar = self.cleaned_data
        felter = (
            "type", "tittel", "ukedag", "klokkeslett", "varighet", "fra", "til", "sted", "videolenke",
        )  # fmt: skip
        return Tidsdata(**{felt: svar[felt] for felt in felter}, deltakere=self.deltakere)

    @property
    def nr(self) -> uuid.UUID:
        """The key of this sending."""
        return self.cleaned_data["innsending"] or uuid.uuid4()


def tidsverdier(tid: FastTid, av: Aktoer) -> dict[str, Any]:
    """Return a slot as the form shows it."""
    felter = (
        "versjon", "type", "tittel", "ukedag", "klokkeslett", "varighet", "fra", "til", "sted", "videolenke",
    )  # fmt: skip
    verdier = {felt: getattr(tid, felt) for felt in felter}
    return verdier | deltakerverdier(tid.deltakere.all(), av)


class UnntakSkjema(Skjema):
    """A day without the meeting."""

    knapp = _("Legg til unntak")
    dato = DatoFelt(label=_("Dato uten møte"), navn=_("dato"))
    grunn = forms.CharField(
        label=_("Begrunnelse"),
        max_length=300,
        help_text=_("Er møtet laget, avlyses det, og de inviterte ser begrunnelsen."),
    )
