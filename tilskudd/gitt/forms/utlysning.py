"""The form of a call."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import BeloepFelt, DatoFelt, Skjema
from tilskudd.gitt.actions.utlysning import Utlysningsdata
from tilskudd.gitt.models import Kostnadsslag, Soekerslag, Utbetalingsregel, Utlysning, Vedleggskrav
from tilskudd.gitt.rules.kontroller import KAN_FRAVIKES
from tilskudd.gitt.tekster import KONTROLLNAVN
from tilskudd.ordninger.models import Ordning
from tilskudd.ordninger.models.ordning import Ordningsslag

KRITERIER = 5
_RADENE = range(1, KRITERIER + 1)


class _Flere(forms.MultipleChoiceField):
    def __init__(self, *, valg: Any, **kwargs: Any) -> None:
        super().__init__(choices=valg, widget=forms.CheckboxSelectMultiple, **kwargs)


class UtlysningSkjema(Skjema):
    """Make a call, or change a draft."""

    knapp = _("Lagre utkastet")
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    eksempel = forms.BooleanField(widget=forms.HiddenInput, required=False)
    ordning = forms.ModelChoiceField(
        queryset=Ordning.objects.none(), to_field_name="kode", label=_("Ordning"), empty_label=_("Velg")
    )
    navn = forms.CharField(label=_("Navn på utlysningen"), max_length=160)
    tekst = forms.CharField(
        label=_("Utlysningstekst"), max_length=6000, widget=forms.Textarea({"rows": 8}),
        help_text=_("Det søkerne leser. Si hva tilskuddet er til, og hva som blir vurdert."),
    )  # fmt: skip
    soekere = _Flere(valg=Soekerslag.choices, label=_("Hvem kan søke"))
    fra = DatoFelt(label=_("Tilskuddet gjelder fra"), navn=_("første dag"))
    til = DatoFelt(label=_("Til og med"), navn=_("siste dag"))
    frist = DatoFelt(label=_("Søknadsfrist"), required=False, help_text=_("Tomt felt er løpende frist."))
    rapportfrist = DatoFelt(label=_("Frist for rapport og regnskap"), navn=_("rapportfristen"))
    ramme = BeloepFelt(label=_("Ramme"), minst=1)
    andel = forms.IntegerField(
        label=_("Høyeste andel av kostnadene, i prosent"), min_value=1, max_value=100, required=False
    )
    minst = BeloepFelt(label=_("Minste beløp"), minst=1, required=False)
    mest = BeloepFelt(label=_("Høyeste beløp"), minst=1, required=False)
    dekker = _Flere(valg=Kostnadsslag.choices, label=_("Kostnader tilskuddet dekker"))
    vedleggskrav = _Flere(
        valg=Vedleggskrav.choices[:-2],
        label=_("Vedlegg som må følge søknaden"), required=False,
    )  # fmt: skip
    krever_register = forms.BooleanField(label=_("Må stå i Frivillighetsregisteret"), required=False)
    krever_demokrati = forms.BooleanField(label=_("Må være demokratisk bygd opp"), required=False)
    start_innen = forms.IntegerField(
        label=_("Må starte innen så mange måneder etter vedtaket"), min_value=1, max_value=36, required=False
    )
    kan_fravikes = _Flere(
        valg=[(k.value, KONTROLLNAVN[k]) for k in KAN_FRAVIKES],
        label=_("Krav som kan fravikes med begrunnelse"), required=False,
    )  # fmt: skip
    utbetaling = forms.ChoiceField(
        choices=Utbetalingsregel.choices, label=_("Utbetaling"), widget=forms.RadioSelect
    )
    foerste_del = forms.IntegerField(
        label=_("Del som betales først, i prosent"), min_value=1, max_value=99, required=False,
        help_text=_("Bare når tilskuddet betales i to deler."),
    )  # fmt: skip
    kilde = forms.CharField(
        label=_("Kilde"), max_length=500, help_text=_("Vedtaket eller retningslinjene vilkårene bygger på.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felt = self.fields["ordning"]
        assert isinstance(felt, forms.ModelChoiceField)  # noqa: S101 - tells the type
        felt.queryset = Ordning.objects.filter(slag=Ordningsslag.GITT, aktiv=True)
        for nr in _RADENE:
            navn = forms.CharField(label=_("Kriterium %(nr)s") % {"nr": nr}, max_length=160, required=nr == 1)
            self.legg_til_felt(f"kriterium_{nr}", navn)
            vekt = forms.IntegerField(
                label=_("Vekt i prosent, kriterium %(nr)s") % {"nr": nr}, min_value=1, max_value=100,
                required=nr == 1,
            )  # fmt: skip
            self.legg_til_felt(f"vekt_{nr}", vekt)

    @property
    def helper(self) -> FormHelper:
        """The fields in groups."""
        helper = super().helper
        helper.layout = Layout(
            "versjon", "eksempel", "ordning", "navn", "tekst", "soekere",
            Fieldset(_("Frister"), "frist", "fra", "til", "rapportfrist"),
            Fieldset(_("Beløp"), "ramme", "andel", "minst", "mest"),
            "dekker", "vedleggskrav",
            Fieldset(_("Krav til søkeren"), "krever_register", "krever_demokrati", "start_innen"),
            "kan_fravikes", "utbetaling", "foerste_del",
            Fieldset(
                _("Kriterier. Vektene blir 100 prosent til sammen."),
                *(Div(f"kriterium_{nr}", f"vekt_{nr}", css_class="feltrad") for nr in _RADENE),
            ),
            "kilde",
        )  # fmt: skip
        return helper

    def clean(self) -> dict[str, Any]:
        """Refuse a criterion without a weight, and weights that are not the whole."""
        svar, sum_ = self.cleaned_data, 0
        for nr in _RADENE:
            navn, vekt = svar.get(f"kriterium_{nr}"), svar.get(f"vekt_{nr}")
            sum_ += vekt or 0
            if bool(navn) != bool(vekt) and not self.errors.get(f"vekt_{nr}"):
                self.add_error(f"vekt_{nr}", _("Skriv både kriteriet og vekten."))
        if sum_ != 100 and not self.errors:
            self.add_error(
                "vekt_1", _("Vektene er %(sum)s prosent til sammen. De må bli 100.") % {"sum": sum_}
            )
        if svar.get("utbetaling") == Utbetalingsregel.DELT and not svar.get("foerste_del"):
            self.add_error("foerste_del", _("Skriv hvor mange prosent som betales først, fra 1 til 99."))
        return svar

    @property
    def utlysningen(self) -> Utlysningsdata:
        """The answers."""
        svar = dict(self.cleaned_data)
        svar.pop("versjon")
        navn = [svar.pop(f"kriterium_{nr}") for nr in _RADENE]
        vekter = [svar.pop(f"vekt_{nr}") for nr in _RADENE]
        kriterier = [(n.strip(), v) for n, v in zip(navn, vekter, strict=True) if n]
        delt = svar["foerste_del"] or 0
        svar["foerste_del"] = {"foer": 100, "etter": 0}.get(svar["utbetaling"], delt)
        return Utlysningsdata(**svar, kriterier=kriterier)


def verdier_av(u: Utlysning) -> dict[str, Any]:
    """Return a call as the form shows it."""
    felter = (
        "versjon", "eksempel", "navn", "tekst", "soekere", "fra", "til", "frist", "rapportfrist", "ramme",
        "andel", "minst", "mest", "dekker", "vedleggskrav", "krever_register", "krever_demokrati",
        "start_innen", "kan_fravikes", "utbetaling", "kilde",
    )  # fmt: skip
    ut = {felt: getattr(u, felt) for felt in felter} | {"ordning": u.ordning.kode}
    ut["foerste_del"] = u.foerste_del if u.utbetaling == Utbetalingsregel.DELT else None
    return ut | _rader([(k.navn, k.vekt) for k in u.kriterier.all()])


def verdier_av_mal(mal: dict[str, Any]) -> dict[str, Any]:
    """Return a template as the form shows it. Dates are for whoever makes the call to set."""
    ut = {"utbetaling": "foer"} | {navn: v for navn, v in mal.items() if navn != "kriterier"}
    return ut | _rader([(navn, vekt) for navn, vekt in mal["kriterier"]])


def _rader(kriterier: list[tuple[str, int]]) -> dict[str, Any]:
    ut: dict[str, Any] = {}
    for nr, (navn, vekt) in enumerate(kriterier, start=1):
        ut |= {f"kriterium_{nr}": navn, f"vekt_{nr}": vekt}
    return ut


class FristSkjema(Skjema):
    """Move the deadline or change the pot of an open call."""

    knapp = _("Lagre frist og ramme")
    versjon = forms.IntegerField(widget=forms.HiddenInput)
    frist = DatoFelt(label=_("Søknadsfrist"), required=False)
    ramme = BeloepFelt(label=_("Ramme"), minst=1)
