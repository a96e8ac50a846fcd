"""The form of a decision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt
from regionalt.forms.innsendt import VELG, AnsvarligSkjema
from regionalt.kodeverk import Tema
from regionalt.samarbeid.actions import Vedtaksdata
from regionalt.samarbeid.models import Forumvedtak


class VedtakSkjema(AnsvarligSkjema):
    """What was decided, and what is to be done about it."""

    knapp = _("Lagre vedtaket")
    dato = DatoFelt(label=_("Dato"), navn=_("datoen for vedtaket"))
    tema = forms.ChoiceField(label=_("Tema"), choices=[("", VELG), *Tema.choices])
    tekst = forms.CharField(
        label=_("Vedtak"), max_length=1000, widget=forms.Textarea({"rows": 3}),
        help_text=_("Hva forumet ble enig om. Ikke opplysninger om deltakere."),
    )  # fmt: skip
    oppfoelging = forms.CharField(
        label=_("Oppfølging"), max_length=500, required=False, widget=forms.Textarea({"rows": 2}),
        help_text=_("Det som skal gjøres. Blir en oppgave til det er gjort."),
    )  # fmt: skip
    utfoerer = forms.CharField(
        label=_("Hvem gjør det"), max_length=120, required=False,
        help_text=_("Fylles ut når det er en annen enn fylkeskommunen."),
    )  # fmt: skip
    frist = DatoFelt(label=_("Frist"), navn=_("fristen"), required=False)
    ansvarlig = forms.ChoiceField(
        label=_("Ansvarlig"), choices=[], required=False,
        help_text=_("Oppgaven kommer i listen til denne personen."),
    )  # fmt: skip
    field_order = (
        "innsending", "versjon", "dato", "tema", "tekst", "oppfoelging", "utfoerer", "ansvarlig", "frist",
    )  # fmt: skip

    @property
    def vedtak(self) -> Vedtaksdata:
        """The answers."""
        svar = self.cleaned_data
        return Vedtaksdata(
            dato=svar["dato"],
            tema=Tema(svar["tema"]),
            tekst=svar["tekst"],
            oppfoelging=svar["oppfoelging"],
            utfoerer=svar["utfoerer"],
            ansvarlig_id=self.ansvarlig_id,
            frist=svar["frist"],
        )


def vedtaksverdier(v: Forumvedtak) -> dict[str, Any]:
    """Return a decision as the form shows it."""
    felt = ("versjon", "dato", "tema", "tekst", "oppfoelging", "utfoerer", "frist")
    return {"ansvarlig": str(v.ansvarlig_id or ""), **{navn: getattr(v, navn) for navn in felt}}
