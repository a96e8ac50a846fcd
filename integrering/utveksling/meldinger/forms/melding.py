"""Writing a message, and handing over by hand."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kodelister import KodeFelt
from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.meldinger.actions import Innhold, Overlevert
from integrering.utveksling.meldinger.actions.utkast import TEKST_MAKS
from integrering.utveksling.meldinger.kodeverk import EMNE, Maate
from integrering.utveksling.meldinger.models import Utkast
from integrering.utveksling.meldinger.rules.oppfoelging import KVITTERINGSFRIST_DAGER
from integrering.utveksling.vedlegg.forms import VedleggFelt
from integrering.utveksling.vedlegg.models import Vedlegg

SKJEMA_ID = "meldingsskjema"


class SvarSkjema(Skjema):
    """An answer in a thread. Half-written is allowed: what is missing is said when it is to be sent."""

    merk_felt = False
    # where the form is sent, when that is not the page it stands on
    handling = ""
    noekkel = forms.UUIDField(widget=forms.HiddenInput)
    versjon = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    tekst = forms.CharField(
        label=_("Melding"),
        widget=forms.Textarea({"rows": 10}),
        max_length=TEKST_MAKS,
        required=False,
        help_text=_("Lagres av seg selv mens du skriver. Ta bare med det mottakeren trenger."),
    )
    filer = VedleggFelt(label=_("Legg ved filer"))
    slett_vedlegg = forms.MultipleChoiceField(
        label=_("Slett vedlegg når jeg lagrer"), widget=forms.CheckboxSelectMultiple, required=False
    )
    krever_kvittering = forms.BooleanField(label=_("Mottakerne skal kvittere"), required=False)
    kvitteringsfrist = DatoFelt(
        label=_("Frist for kvittering"),
        navn=_("frist for kvittering"),
        required=False,
        help_text=_("En uke om du ikke skriver noe."),
    )

    def __init__(self, *args: Any, vedlegg: Sequence[Vedlegg] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if vedlegg:
            felt = self.fields["slett_vedlegg"]
            felt.choices = [(str(v.noekkel), v.tittel) for v in vedlegg]  # type: ignore[attr-defined]
        else:
            del self.fields["slett_vedlegg"]

    def clean(self) -> dict[str, Any]:
        """Refuse a deadline nobody is asked to meet; what saves itself is only half-written."""
        v = super().clean() or self.cleaned_data
        if v.get("kvitteringsfrist") and not v["krever_kvittering"] and {"send", "lagre"} & set(self.data):
            tekst = gettext("Kryss av for at mottakerne skal kvittere, eller ta ut fristen.")
            self.add_error("kvitteringsfrist", tekst)
        return v

    @property
    def helper(self) -> FormHelper:
        """Two ways on: look it over and send, or save for later."""
        helper = super().helper
        helper.form_id = SKJEMA_ID
        helper.form_action = self.handling
        helper.inputs = []
        helper.add_input(Submit("send", gettext("Kontroller og send")))
        helper.add_input(Submit("lagre", gettext("Lagre utkast"), css_class="sekundaer"))
        return helper

    @property
    def innhold(self) -> Innhold:
        """What is written; of a form that is not valid, what of it can be read."""
        verdier = self.cleaned_data
        frist = verdier.get("kvitteringsfrist")
        if verdier["krever_kvittering"] and frist is None:
            frist = timezone.localdate() + timedelta(days=KVITTERINGSFRIST_DAGER)
        return Innhold(
            tekst=verdier.get("tekst", ""),
            krever_kvittering=verdier["krever_kvittering"],
            kvitteringsfrist=frist,
            mottakere=[int(pk) for pk in verdier.get("mottakere", ())],
            **{navn: verdier.get(navn, "") for navn in ("emne", "tittel", "referanse")},
        )

    @property
    def er_tomt(self) -> bool:
        """True when nothing is written that is worth a draft. Call when valid."""
        skrevet = self.innhold
        return not (
            skrevet.tekst.strip() or skrevet.tittel or skrevet.referanse or self.cleaned_data["filer"]
        )

    def si_hva_som_hindrer(self, brudd: Regelbrudd) -> None:
        """Show what stands in the way of sending, beside the fields that are not refused already."""
        nye = {felt: tekster for felt, tekster in brudd.meldinger.items() if felt not in self.errors}
        self.legg_til_regelbrudd(Regelbrudd(nye))

    @property
    def slettes(self) -> list[uuid.UUID]:
        """The files to delete."""
        return [uuid.UUID(v) for v in self.cleaned_data.get("slett_vedlegg", ())]


class MeldingSkjema(SvarSkjema):
    """The first message of a thread: to whom, and about what."""

    valgfrie = ("tittel", "referanse")
    mottakere = forms.MultipleChoiceField(
        label=_("Mottakere"), widget=forms.CheckboxSelectMultiple({"class": "mange"}), required=False
    )
    emne = KodeFelt(liste=EMNE, tom=_("Velg emne"), label=_("Emne"), required=False)
    tittel = forms.CharField(
        label=_("Tittel"),
        max_length=100,
        required=False,
        help_text=_("Vises i lister. Skriv aldri navn, fødselsdato eller DUF-nummer her."),
    )
    referanse = forms.CharField(label=_("Deres saksnummer"), max_length=60, required=False)
    field_order = ("noekkel", "versjon", "mottakere", "emne", "tittel", "tekst", "filer", "slett_vedlegg",
                   "krever_kvittering", "kvitteringsfrist", "referanse")  # fmt: skip

    def __init__(self, *args: Any, mottakere: Sequence[Virksomhet], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [(str(v.pk), v.navn) for v in mottakere]
        self.fields["mottakere"].choices = valg  # type: ignore[attr-defined]
        if len(valg) == 1:
            self.fields["mottakere"].initial = [valg[0][0]]


def fra_utkast(utkast: Utkast | None, noekkel: uuid.UUID) -> dict[str, Any]:
    """Return what the form shows at first."""
    if utkast is None:
        return {"noekkel": noekkel, "versjon": 0}
    felter = (
        "tekst",
        "emne",
        "tittel",
        "referanse",
        "krever_kvittering",
        "kvitteringsfrist",
        "versjon",
        "noekkel",
    )
    return {navn: getattr(utkast, navn) for navn in felter} | {
        "mottakere": [str(pk) for pk in utkast.mottakere]
    }


class OverleveringSkjema(Skjema):
    """What was handed over, never what it said."""

    knapp = _("Registrer overleveringen")
    noekkel = forms.UUIDField(widget=forms.HiddenInput)
    dato = DatoFelt(label=_("Dato"), navn=_("dato"))
    til_hvem = forms.CharField(
        label=_("Overlevert til"), max_length=150, help_text=_("Navn og stilling på den som tok imot.")
    )
    hvem = forms.CharField(label=_("Overlevert av"), max_length=150)
    maate = forms.ChoiceField(label=_("Hvordan"), choices=Maate.choices, widget=forms.RadioSelect)
    hva = forms.CharField(
        label=_("Hva det gjaldt"),
        max_length=200,
        help_text=_(
            "For eksempel «vedtak» eller «spørsmål om skoleplass». Ikke innholdet, og ingen adresse."
        ),
    )
    aarsak = forms.CharField(label=_("Hvorfor den rettes"), max_length=200)

    def __init__(self, *args: Any, rettes: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not rettes:
            del self.fields["aarsak"]

    @property
    def overlevert(self) -> Overlevert:
        """What happened. Call when valid."""
        return Overlevert(
            **{navn: self.cleaned_data[navn] for navn in ("dato", "til_hvem", "hvem", "maate", "hva")}
        )
