"""The form of a measure."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt
from regionalt.forms.innsendt import VELG, AnsvarligSkjema
from regionalt.kodeverk import Tema
from regionalt.samarbeid.actions import Tiltaksdata
from regionalt.samarbeid.models import Samarbeidstiltak, Tiltaksstatus


class TiltakSkjema(AnsvarligSkjema):
    """What is done together with whom, and what came of it."""

    knapp = _("Lagre tiltaket")
    tema = forms.ChoiceField(label=_("Tema"), choices=[("", VELG), *Tema.choices])
    tittel = forms.CharField(label=_("Tiltak"), max_length=120)
    beskrivelse = forms.CharField(
        label=_("Beskrivelse"), max_length=1000, required=False, widget=forms.Textarea({"rows": 4}),
        help_text=_("Hva dere gjør, og for hvem. Ikke opplysninger om deltakere."),
    )  # fmt: skip
    partnere = forms.CharField(
        label=_("Samarbeidspartnere"), max_length=300, required=False,
        help_text=_("For eksempel Nav, næringsforeningen og universitetet."),
    )  # fmt: skip
    fra = DatoFelt(label=_("Fra"))
    til = DatoFelt(
        label=_("Til og med"), required=False, help_text=_("Blir en oppgave 30 dager før, til det er ferdig.")
    )
    status = forms.ChoiceField(label=_("Status"), choices=Tiltaksstatus.choices)
    resultat = forms.CharField(
        label=_("Resultat"), max_length=1000, required=False, widget=forms.Textarea({"rows": 3}),
        help_text=_("Må fylles ut når tiltaket er fullført eller avbrutt."),
    )  # fmt: skip
    field_order = (
        "innsending", "versjon", "tema", "tittel", "beskrivelse", "partnere", "ansvarlig", "fra", "til",
        "status", "resultat",
    )  # fmt: skip

    @property
    def tiltak(self) -> Tiltaksdata:
        """The answers."""
        svar = self.cleaned_data
        return Tiltaksdata(
            tema=Tema(svar["tema"]),
            tittel=svar["tittel"],
            beskrivelse=svar["beskrivelse"],
            partnere=svar["partnere"],
            ansvarlig_id=self.ansvarlig_id or 0,
            fra=svar["fra"],
            til=svar["til"],
            status=Tiltaksstatus(svar["status"]),
            resultat=svar["resultat"],
        )


def tiltaksverdier(t: Samarbeidstiltak) -> dict[str, Any]:
    """Return a measure as the form shows it."""
    felt = ("versjon", "tema", "tittel", "beskrivelse", "partnere", "fra", "til", "status", "resultat")
    return {"ansvarlig": str(t.ansvarlig_id), **{navn: getattr(t, navn) for navn in felt}}
