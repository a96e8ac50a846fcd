"""The forms of a draft: measure, partner, conditions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt
from integrering.utveksling.vedlegg.forms import VedleggFelt
from tilskudd.soekt.actions import Partnerdata, Svar, Tiltaksdata
from tilskudd.soekt.forms.felles import VELG, SettSkjema, avsnitt
from tilskudd.soekt.models import Partner, Partnerslag, Soeknad
from tilskudd.soekt.queries.soeknader import Vilkaarslinje

_PARTNERFELT = ("slag", "navn", "rolle", "avtalt")
TILTAKSFELT = ("tittel", "tiltak", "formaal", "maalgruppe", "deltakere", "fra", "til")


class TiltakSkjema(SettSkjema):
    """What is to be done, for whom, and when. Only the title is needed to begin."""

    knapp = _("Lagre og gå videre")
    tittel = forms.CharField(label=_("Hva heter tiltaket"), max_length=200)
    tiltak = avsnitt(_("Hva skal gjøres"), hjelp=_("Tilretteleggingen, hvem som gjør hva, og Navs rolle."))
    formaal = avsnitt(_("Formål"), rader=3, maks=2000)
    maalgruppe = avsnitt(_("Målgruppe"), rader=3, maks=2000)
    deltakere = forms.IntegerField(
        label=_("Deltakere"), min_value=1, max_value=10_000, required=False,
        widget=forms.TextInput({"inputmode": "numeric", "class": "felt-timer"}),
    )  # fmt: skip
    fra = DatoFelt(label=_("Første dag"), required=False)
    til = DatoFelt(label=_("Siste dag"), required=False)

    @property
    def data_for_tiltaket(self) -> Tiltaksdata:
        """The answers."""
        return Tiltaksdata(**{felt: self.cleaned_data[felt] for felt in TILTAKSFELT})


class NySoeknadSkjema(TiltakSkjema):
    """The call, and the measure."""

    knapp = _("Begynn søknaden")
    field_order = ("utlysning", *TILTAKSFELT)
    utlysning = forms.TypedChoiceField(label=_("Utlysning"), coerce=int)

    def __init__(self, *args: Any, utlysninger: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["utlysning"].choices = [VELG, *utlysninger]  # type: ignore[attr-defined]


def tiltaksverdier(soeknad: Soeknad) -> dict[str, Any]:
    """Return the measure as the form shows it."""
    return {felt: getattr(soeknad, felt) for felt in ("versjon", *TILTAKSFELT)}


class PartnerSkjema(SettSkjema):
    """Who the county does it with; the signed letter of intent is the evidence."""

    knapp = _("Lagre partneren")
    slag = forms.ChoiceField(label=_("Slag"), choices=[VELG, *Partnerslag.choices])
    navn = forms.CharField(label=_("Navn"), max_length=120, help_text=_("Virksomheten, ikke en person."))
    rolle = forms.CharField(label=_("Rolle i tiltaket"), max_length=300, required=False)
    avtalt = DatoFelt(
        label=_("Intensjonsavtale undertegnet"), required=False, help_text=_("Tom til den er undertegnet.")
    )
    vedlegg = VedleggFelt(label=_("Avtalen"))

    def __init__(self, *args: Any, finnes: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if finnes:
            bort = forms.BooleanField(label=_("Ta partneren ut av søknaden"), required=False)
            self.legg_til_felt("bort", bort)

    @property
    def data_for_partneren(self) -> Partnerdata:
        """The answers."""
        return Partnerdata(**{felt: self.cleaned_data[felt] for felt in _PARTNERFELT})


def partnerverdier(partner: Partner, versjon: int) -> dict[str, Any]:
    """Return a partner as the form shows it."""
    return {felt: getattr(partner, felt) for felt in _PARTNERFELT} | {"versjon": versjon}


class VilkaarSkjema(SettSkjema):
    """The checklist: a tick for what is met, and what shows it."""

    knapp = _("Lagre svarene")
    merk_felt = False

    def __init__(self, *args: Any, linjer: Sequence[Vilkaarslinje], **kwargs: Any) -> None:
        self.linjer = linjer
        super().__init__(*args, **kwargs)
        for linje in linjer:
            pk = linje.vilkaar.pk
            kryss = forms.BooleanField(
                label=linje.vilkaar.tekst, required=False, initial=linje.oppfylt,
                help_text=linje.vilkaar.get_omraade_display(),
            )  # fmt: skip
            vis = forms.CharField(
                label=_("Hva viser det"), max_length=500, required=False,
                initial=linje.svar.dokumentasjon if linje.svar else "",
            )  # fmt: skip
            self.legg_til_felt(f"oppfylt_{pk}", kryss)
            self.legg_til_felt(f"vis_{pk}", vis)

    @property
    def svarene(self) -> dict[int, Svar]:
        """Number of condition → answer."""
        d = self.cleaned_data
        return {
            pk: Svar(d[f"oppfylt_{pk}"], d[f"vis_{pk}"]) for pk in (linje.vilkaar.pk for linje in self.linjer)
        }


def vilkaarsverdier(linjer: Sequence[Vilkaarslinje]) -> dict[str, Any]:
    """Return the answers as the form shows them."""
    ut: dict[str, Any] = {}
    for linje in linjer:
        ut[f"oppfylt_{linje.vilkaar.pk}"] = linje.oppfylt
        ut[f"vis_{linje.vilkaar.pk}"] = linje.svar.dokumentasjon if linje.svar else ""
    return ut
