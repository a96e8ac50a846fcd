"""The form of a call."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import BeloepFelt, DatoFelt
from tilskudd.ordninger.models import Ordning, Ordningsslag, Sikkerhet
from tilskudd.soekt.actions import Utlysningsdata
from tilskudd.soekt.forms.felles import VELG, SettSkjema, avsnitt
from tilskudd.soekt.models import Utlysning, Vilkaarsdel

_FELTER = (
    "aar", "navn", "frist", "rapportfrist", "ramme", "mest", "minst_deltakere", "krever_egenandel",
    "kriterier", "kilde", "sikkerhet",
)  # fmt: skip
_TALL = forms.TextInput({"inputmode": "numeric", "class": "felt-timer"})


class UtlysningSkjema(SettSkjema):
    """A call with its conditions, one a line. What is not known is left open."""

    knapp = _("Lagre utlysningen")
    ordning = forms.TypedChoiceField(label=_("Ordning"), coerce=int)
    navn = forms.CharField(label=_("Navn"), max_length=200)
    aar = forms.IntegerField(label=_("År"), min_value=2000, max_value=2100, widget=_TALL)
    frist = DatoFelt(label=_("Søknadsfrist"), required=False)
    rapportfrist = DatoFelt(label=_("Rapportfrist"), required=False)
    ramme = BeloepFelt(label=_("Ramme"), minst=1, required=False, help_text=_("Kroner til alle som søker."))
    mest = BeloepFelt(label=_("Mest til én søker"), minst=1, required=False, help_text=_("Kroner i året."))
    minst_deltakere = forms.IntegerField(
        label=_("Færrest deltakere"), min_value=1, max_value=10_000, required=False, widget=_TALL
    )
    krever_egenandel = forms.BooleanField(label=_("Krever egenandel"), required=False)
    kriterier = avsnitt(_("Kriterier"))
    maalgruppe = avsnitt(_("Målgruppen"), hjelp=_("Ett punkt per linje. Hvert blir et kryss i søknaden."))
    vilkaar = avsnitt(_("Vilkår"), rader=6, hjelp=_("Ett vilkår per linje. Hvert blir et kryss i søknaden."))
    kilde = forms.CharField(label=_("Kilde"), max_length=500, help_text=_("Hvor utlysningen er lest."))
    sikkerhet = forms.ChoiceField(label=_("Sikkerhet"), choices=[VELG, *Sikkerhet.choices])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        soekte = Ordning.objects.filter(slag=Ordningsslag.SOEKT).order_by("navn")
        valg = list(soekte.values_list("pk", "navn"))
        self.fields["ordning"].choices = [VELG, *valg]  # type: ignore[attr-defined]

    @property
    def data_for_utlysningen(self) -> Utlysningsdata:
        """The answers."""
        svar = self.cleaned_data
        return Utlysningsdata(ordning_id=svar["ordning"], **{felt: svar[felt] for felt in _FELTER})

    @property
    def vilkaarene(self) -> dict[str, list[str]]:
        """The conditions, part → sentences."""
        return {
            del_: [linje.strip() for linje in self.cleaned_data[del_].splitlines() if linje.strip()]
            for del_ in Vilkaarsdel.values
        }


def utlysningsverdier(utlysning: Utlysning) -> dict[str, Any]:
    """Return a call as the form shows it."""
    verdier = {felt: getattr(utlysning, felt) for felt in ("versjon", *_FELTER)}
    verdier["ordning"] = utlysning.ordning_id
    gjelder = list(utlysning.vilkaar.filter(gjelder=True))
    for del_ in Vilkaarsdel.values:
        verdier[del_] = "\n".join(v.tekst for v in gjelder if v.omraade == del_)
    return verdier
