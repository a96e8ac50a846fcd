"""The application in steps. Nothing is required until it is sent: a draft may be half-written."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout, Submit
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.skjema import BeloepFelt, DatoFelt, Skjema
from integrering.utveksling.vedlegg.forms import VedleggFelt
from tilskudd.gitt.actions.soeknad import OM_OSS, OM_TILTAKET, Linje
from tilskudd.gitt.models import Budsjettlinje, Budsjettslag, Kostnadsslag, Soeknad, Utlysning, Vedleggskrav
from tilskudd.gitt.rules.konto import er_kontonummer

KOSTNADER, INNTEKTER = 8, 4
VELG = pgettext_lazy("nedtrekksliste", "Velg")


class Stegskjema(Skjema):
    """A step: save and go on, or save and stay."""

    knapp = _("Lagre og gå videre")
    merk_felt = False
    versjon = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def helper(self) -> FormHelper:
        """Two buttons."""
        helper = super().helper
        helper.add_input(Submit("bli", _("Lagre"), css_class="sekundaer"))
        return helper


class OmOssSkjema(Stegskjema):
    """Who applies."""

    kontakt_navn = forms.CharField(label=_("Kontaktperson"), max_length=100, required=False)
    kontakt_epost = forms.EmailField(label=_("E-post"), max_length=200, required=False)
    kontakt_telefon = forms.CharField(label=_("Telefon"), max_length=40, required=False)
    kontonummer = forms.CharField(
        label=_("Kontonummer"),
        max_length=20,
        required=False,
        help_text=_("Organisasjonens konto, elleve siffer."),
    )
    demokratisk = forms.TypedChoiceField(
        label=_("Velger dere styret på et årsmøte der medlemmene stemmer?"),
        choices=[("ja", _("Ja")), ("nei", _("Nei"))], coerce=lambda v: v == "ja", empty_value=None,
        required=False, widget=forms.RadioSelect,
    )  # fmt: skip
    medlemmer = forms.IntegerField(
        label=_("Antall medlemmer"), min_value=0, max_value=10_000_000, required=False
    )

    def __init__(self, *args: Any, utlysning: Utlysning, frivillig: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not frivillig:
            del self.fields["medlemmer"]
        if not (frivillig and utlysning.krever_demokrati):
            del self.fields["demokratisk"]

    def clean_kontonummer(self) -> str:
        """Refuse a number with the wrong control digit; spaces and full stops are taken away."""
        rent = "".join(t for t in self.cleaned_data["kontonummer"] if t not in " .\u00a0")
        if rent and not er_kontonummer(rent):
            raise forms.ValidationError(_("Kontonummeret er feil. Skriv elleve siffer."))
        return rent

    @property
    def felter(self) -> dict[str, Any]:
        """The answers."""
        return {felt: v for felt, v in self.cleaned_data.items() if felt in OM_OSS}


class TiltaketSkjema(Stegskjema):
    """What it is for."""

    tittel = forms.CharField(label=_("Navn på tiltaket"), max_length=120, required=False)
    beskrivelse = forms.CharField(
        label=_("Hva vil dere gjøre?"), max_length=4000, required=False, widget=forms.Textarea({"rows": 8}),
        help_text=_("Skriv kort. Det som blir vurdert, står i utlysningen. Ikke skriv navn på deltakere."),
    )  # fmt: skip
    maalgruppe = forms.CharField(
        label=_("Hvem er tiltaket for?"), max_length=1000, required=False, widget=forms.Textarea({"rows": 3})
    )
    deltakere = forms.IntegerField(
        label=_("Hvor mange regner dere med?"), min_value=1, max_value=100_000, required=False
    )
    start = DatoFelt(label=_("Oppstart"), required=False)
    slutt = DatoFelt(label=_("Slutt"), required=False)

    @property
    def felter(self) -> dict[str, Any]:
        """The answers."""
        return {felt: v for felt, v in self.cleaned_data.items() if felt in OM_TILTAKET}


class BudsjettSkjema(Stegskjema):
    """Costs, where money comes from, and what is applied for. Rows left empty are not saved."""

    beloep = BeloepFelt(label=_("Beløpet dere søker om"), minst=1, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg: dict[str, list[Any]] = {
            "k": [("", VELG), *Kostnadsslag.choices],
            "i": [("", VELG), *Budsjettslag.choices[1:]],
        }
        for bokstav, nr in self._rader():
            er = {"nr": nr}
            slag = _("Kostnad %(nr)s: slag") % er if bokstav == "k" else _("Inntekt %(nr)s: fra") % er
            tekst = _("Kostnad %(nr)s: hva") % er if bokstav == "k" else _("Inntekt %(nr)s: hva") % er
            beloep = _("Kostnad %(nr)s: beløp") % er if bokstav == "k" else _("Inntekt %(nr)s: beløp") % er
            felt = forms.ChoiceField(choices=valg[bokstav], label=slag, required=False)
            self.legg_til_felt(f"{bokstav}slag_{nr}", felt)
            self.legg_til_felt(
                f"{bokstav}tekst_{nr}", forms.CharField(label=tekst, max_length=160, required=False)
            )
            self.legg_til_felt(f"{bokstav}beloep_{nr}", BeloepFelt(label=beloep, minst=1, required=False))

    @staticmethod
    def _rader() -> list[tuple[str, int]]:
        return [("k", nr) for nr in range(1, KOSTNADER + 1)] + [("i", nr) for nr in range(1, INNTEKTER + 1)]

    @property
    def helper(self) -> FormHelper:
        """Costs and income in rows."""
        helper = super().helper

        def rad(bokstav: str, nr: int) -> Div:
            felt = (f"{bokstav}{hva}_{nr}" for hva in ("slag", "tekst", "beloep"))
            return Div(*felt, css_class="feltrad")

        rader = self._rader()
        helper.layout = Layout(
            "versjon",
            Fieldset(_("Kostnader"), *(rad(b, nr) for b, nr in rader if b == "k")),
            Fieldset(
                _("Inntekter utenom det dere søker om her"), *(rad(b, nr) for b, nr in rader if b == "i")
            ),
            "beloep",
        )
        return helper

    def clean(self) -> dict[str, Any]:
        """Refuse a row that is half-written."""
        svar = self.cleaned_data
        for bokstav, nr in self._rader():
            slag, tekst, beloep = (f"{bokstav}{hva}_{nr}" for hva in ("slag", "tekst", "beloep"))
            if any(svar.get(f) for f in (slag, tekst, beloep)) and not self.errors.get(beloep):
                if not svar.get(beloep):
                    self.add_error(beloep, _("Skriv beløpet på linjen, eller tøm den."))
                elif not svar.get(slag):
                    self.add_error(slag, _("Velg slag på linjen."))
        return svar

    @property
    def linjene(self) -> list[Linje]:
        """The rows that are written."""
        svar, ut = self.cleaned_data, []
        for bokstav, nr in self._rader():
            if not svar[f"{bokstav}beloep_{nr}"]:
                continue
            slag = svar[f"{bokstav}slag_{nr}"]
            felles = {"tekst": svar[f"{bokstav}tekst_{nr}"].strip(), "beloep": svar[f"{bokstav}beloep_{nr}"]}
            kostnad = bokstav == "k"
            ut.append(
                Linje(slag=Budsjettslag.KOSTNAD, kostnad=slag, **felles)
                if kostnad
                else Linje(slag=slag, **felles)
            )
        return ut


def budsjettverdier(soeknad: Soeknad, linjer: list[Budsjettlinje]) -> dict[str, Any]:
    """Return the budget as the form shows it."""
    ut: dict[str, Any] = {"versjon": soeknad.versjon, "beloep": soeknad.beloep}
    teller = {"k": 0, "i": 0}
    for linje in linjer:
        bokstav = "k" if linje.slag == Budsjettslag.KOSTNAD else "i"
        teller[bokstav] += 1
        nr = teller[bokstav]
        ut |= {
            f"{bokstav}slag_{nr}": linje.kostnad or linje.slag,
            f"{bokstav}tekst_{nr}": linje.tekst,
            f"{bokstav}beloep_{nr}": linje.beloep,
        }
    return ut


def stegverdier(soeknad: Soeknad) -> dict[str, Any]:
    """Return an application as the first two steps show it."""
    ut = {felt: getattr(soeknad, felt) for felt in ("versjon", *OM_OSS, *OM_TILTAKET)}
    return ut | {"demokratisk": {True: "ja", False: "nei", None: ""}[soeknad.demokratisk]}


class SoeknadsvedleggSkjema(Skjema):
    """Files of one kind."""

    knapp = _("Legg ved")
    krav = forms.ChoiceField(label=_("Hva er det?"), choices=Vedleggskrav.choices, widget=forms.RadioSelect)
    vedlegg = VedleggFelt(required=True)

    def __init__(self, *args: Any, krav: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felt = self.fields["krav"]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        felt.choices = [v for v in Vedleggskrav.choices if v[0] in krav or v[0] == Vedleggskrav.ANNET]


class GrunnSkjema(Skjema):
    """A reason."""

    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    grunn = forms.CharField(label=_("Begrunnelse"), max_length=1000, widget=forms.Textarea({"rows": 4}))

    def __init__(self, *args: Any, knapp: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.knapp = knapp


class BeOmMerSkjema(Skjema):
    """What is missing, and by when."""

    knapp = _("Be søkeren komplettere")
    versjon = forms.IntegerField(widget=forms.HiddenInput)
    hva = forms.CharField(label=_("Hva mangler?"), max_length=1000, widget=forms.Textarea({"rows": 4}))
    frist = DatoFelt(label=_("Frist"))


class OppslagSkjema(Skjema):
    """A look-up in the register."""

    knapp = _("Lagre oppslaget")
    registrert = forms.TypedChoiceField(
        label=_("Står organisasjonen i Frivillighetsregisteret?"),
        choices=[("ja", _("Ja")), ("nei", _("Nei"))], coerce=lambda v: v == "ja", widget=forms.RadioSelect,
    )  # fmt: skip
    dato = DatoFelt(label=_("Slått opp"), navn=_("dagen det ble slått opp"))
    hvor = forms.CharField(
        label=_("Hvor"),
        max_length=200,
        help_text=_("For eksempel brreg.no, eller en utskrift søkeren sendte."),
    )
