"""Forms of what comes after an application is sent: assessment, decision, complaint, money, report."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import BeloepFelt, DatoFelt, Skjema
from integrering.utveksling.vedlegg.forms import VedleggFelt
from tilskudd.gitt.actions.oppfoelging import Rapportdata
from tilskudd.gitt.actions.vedtak import Vedtaksdata, Vurderingsdata
from tilskudd.gitt.models import Anbefaling, Kriterium, Utfall

_POENG = [
    ("", _("Velg")), ("1", _("1: svarer dårlig")), ("2", "2"), ("3", _("3: svarer middels")), ("4", "4"),
    ("5", _("5: svarer svært godt")),
]  # fmt: skip


def _tekst(ledetekst: Any, lengde: int, *, rader: int = 5, **mer: Any) -> forms.CharField:
    return forms.CharField(label=ledetekst, max_length=lengde, widget=forms.Textarea({"rows": rader}), **mer)


class VurderingSkjema(Skjema):
    """One assessor's own view."""

    knapp = _("Lever vurderingen")
    habil = forms.TypedChoiceField(
        label=_("Er du habil?"), widget=forms.RadioSelect, coerce=lambda v: v == "ja",
        choices=[
            ("ja", _("Ja, jeg har ingen tilknytning til søkeren eller tiltaket")),
            ("nei", _("Nei, en annen må vurdere søknaden")),
        ],
        help_text=_("Forvaltningsloven § 6: nær familie, verv eller annet som kan svekke tilliten."),
    )  # fmt: skip
    anbefaling = forms.ChoiceField(
        label=_("Hva anbefaler du?"), choices=Anbefaling.choices, widget=forms.RadioSelect, required=False
    )
    beloep = BeloepFelt(label=_("Beløp du anbefaler"), required=False, minst=0)
    begrunnelse = _tekst(_("Begrunnelse"), 3000, help_text=_("Er du ikke habil, skriver du bare hvorfor."))

    def __init__(self, *args: Any, kriterier: list[Kriterium], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kriterier = kriterier
        for k in kriterier:
            felt = forms.TypedChoiceField(
                label=f"{k.navn} ({k.vekt} %)", choices=_POENG, coerce=int, empty_value=None, required=False
            )
            self.legg_til_felt(f"poeng_{k.pk}", felt)
        self.order_fields(["habil", *(f"poeng_{k.pk}" for k in kriterier)])

    @property
    def vurderingen(self) -> Vurderingsdata:
        """The answers."""
        svar = self.cleaned_data
        poeng = {k.pk: svar[f"poeng_{k.pk}"] for k in self._kriterier if svar[f"poeng_{k.pk}"]}
        return Vurderingsdata(
            habil=svar["habil"], begrunnelse=svar["begrunnelse"], anbefaling=svar["anbefaling"],
            beloep=svar["beloep"] or 0, poeng=poeng,
        )  # fmt: skip


class VedtakSkjema(Skjema):
    """The decision."""

    knapp = _("Fatt vedtaket og send brevet")
    versjon = forms.IntegerField(widget=forms.HiddenInput)
    utfall = forms.ChoiceField(label=_("Utfall"), choices=Utfall.choices, widget=forms.RadioSelect)
    beloep = BeloepFelt(label=_("Beløp"), required=False, minst=0)
    begrunnelse = _tekst(_("Begrunnelse"), 3000, help_text=_("Står i brevet (forvaltningsloven § 25)."))
    vilkaar = _tekst(_("Vilkår"), 2000, rader=3, required=False)

    @property
    def vedtaket(self) -> Vedtaksdata:
        """The answers."""
        svar = self.cleaned_data
        return Vedtaksdata(
            utfall=svar["utfall"], beloep=svar["beloep"] or 0, begrunnelse=svar["begrunnelse"],
            vilkaar=svar["vilkaar"],
        )  # fmt: skip


class KlageSkjema(Skjema):
    """A complaint."""

    knapp = _("Send klagen")
    mottatt = DatoFelt(label=_("Mottatt"))
    tekst = _tekst(_("Hva klages det på, og hvorfor?"), 4000, rader=8)


class DatoSkjema(Skjema):
    """A day."""

    dato = DatoFelt(label=_("Dato"))

    def __init__(self, *args: Any, knapp: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.knapp = knapp


class UtbetalingSkjema(Skjema):
    """A payment."""

    knapp = _("Registrer utbetalingen")
    beloep = BeloepFelt(label=_("Beløp"), minst=1)


class RapportSkjema(Skjema):
    """What came of it."""

    knapp = _("Send rapporten")
    gjennomfoert = _tekst(_("Hva gjorde dere?"), 4000, help_text=_("Ikke skriv navn på deltakere."))
    resultat = _tekst(_("Hva førte det til?"), 4000)
    deltakere = forms.IntegerField(label=_("Hvor mange deltok?"), min_value=0, max_value=1_000_000)
    kostnader = BeloepFelt(label=_("Kostnader i alt"), minst=0)
    brukt = BeloepFelt(label=_("Brukt av tilskuddet"), minst=0)
    vedlegg = VedleggFelt(label=_("Regnskap for tiltaket"), required=True)

    @property
    def rapporten(self) -> Rapportdata:
        """The answers."""
        return Rapportdata(**{felt: v for felt, v in self.cleaned_data.items() if felt != "vedlegg"})


class RapportkontrollSkjema(Skjema):
    """The control of a report."""

    knapp = _("Lagre kontrollen")
    godkjent = forms.TypedChoiceField(
        label=_("Er rapporten og regnskapet i orden?"), widget=forms.RadioSelect, coerce=lambda v: v == "ja",
        choices=[("ja", _("Ja, godkjenn")), ("nei", _("Nei, søkeren må sende en ny"))],
    )  # fmt: skip
    merknad = _tekst(_("Merknad til søkeren"), 2000, rader=3, required=False)


class KravSkjema(Skjema):
    """A demand that money is paid back."""

    knapp = _("Foreslå kravet")
    beloep = BeloepFelt(label=_("Beløp"), minst=1)
    grunn = _tekst(_("Begrunnelse"), 2000, help_text=_("Står i brevet."))
    frist = DatoFelt(label=_("Betalingsfrist"))
