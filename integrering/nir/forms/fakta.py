"""The forms that ask more than their columns say; the others are made by `generelt`."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt, TimerFelt
from integrering.nir.faktatyper import BOSTED, FAKTATYPER, OPPLYSNINGER, VGO
from integrering.nir.forms.generelt import VELG, skjema_for
from integrering.nir.forms.grunnskjema import FaktaSkjema
from integrering.nir.kodeverk import Adressebeskyttelse, Kjoenn, Landgruppe, Tillatelsestype
from integrering.nir.rules.kontroll import Merknad
from integrering.nir.skjemafelt import KommuneFelt
from integrering.tilgang.models import Virksomhet


class VgoSkjema(FaktaSkjema):
    """Fulltid videregående: the grant trigger."""

    faktatype = VGO

    skole = forms.CharField(label=_("Skole"), max_length=200)
    fylke = forms.ModelChoiceField(
        label=_("Fylkeskommune som gir opplæringen"),
        queryset=Virksomhet.objects.none(),
        empty_label=VELG,
    )
    fra = DatoFelt(label=_("Startdato"), navn=_("startdato"), help_text=_("Første skoledag."))
    til = DatoFelt(
        label=_("Sluttdato"),
        navn=_("sluttdato"),
        required=False,
        help_text=_("Siste dag. Uten sluttdato utløses ikke tilskudd."),
    )
    timer_per_uke = TimerFelt(
        label=_("Timer per uke"), help_text=_("Undervisningstimer. Fulltid er minst 30 timer.")
    )
    kombinasjonsklasse = forms.BooleanField(
        label=_("Kombinasjonsklasse (grunnskole og videregående sammen)"), required=False
    )
    hovedansvar_fylke = forms.BooleanField(
        label=_("Fylkeskommunen har hovedansvaret for kombinasjonsklassen"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _velg_fra(self, "fylke", Virksomhet.objects.filter(type="fylkeskommune", aktiv=True))
        self.fields["fylke"].initial = (
            Virksomhet.objects.filter(type="fylkeskommune", nummer=settings.FYLKESNUMMER)
            .values_list("pk", flat=True)
            .first()
        )


class BostedSkjema(FaktaSkjema):
    """Folkeregistrert kommune in a period."""

    faktatype = BOSTED

    kommune = KommuneFelt(
        label=_("Kommune"),
        help_text=_("Folkeregistrert kommune (forskriften § 46 c)."),
    )
    fra = DatoFelt(
        label=_("Bosatt fra"), navn=_("første dag i kommunen"), help_text=_("Første dag i kommunen.")
    )
    til = DatoFelt(
        label=_("Bosatt til og med"),
        navn=_("siste dag i kommunen"),
        required=False,
        help_text=_("La feltet stå tomt når personen bor der fortsatt."),
    )


class OpplysningSkjema(FaktaSkjema):
    """Name, birth date, permit, country group; address protection only for those who may see it."""

    faktatype = OPPLYSNINGER

    fornavn = forms.CharField(label=_("Fornavn"), max_length=100)
    etternavn = forms.CharField(label=_("Etternavn"), max_length=100)
    foedselsdato = DatoFelt(label=_("Fødselsdato"), navn=_("fødselsdato"))
    kjoenn = forms.ChoiceField(label=_("Kjønn"), choices=Kjoenn.choices, widget=forms.RadioSelect)
    statsborgerskap = forms.CharField(
        label=_("Statsborgerskap"),
        max_length=3,
        widget=forms.TextInput({"class": "felt-timer", "autocomplete": "off"}),
        help_text=_("Landkode med tre bokstaver, for eksempel SYR eller UKR."),
    )
    tillatelse = forms.ChoiceField(
        label=_("Oppholdstillatelse"),
        choices=[("", VELG), *Tillatelsestype.choices],
        help_text=_("Grunnlaget avgjør rett, plikt og tilskudd (forskriften § 46 i)."),
    )
    tillatelse_dato = DatoFelt(
        label=_("Tillatelsen gitt"),
        navn=_("datoen tillatelsen ble gitt"),
        help_text=_("Alderen denne dagen avgjør retten."),
    )
    landgruppe = forms.ChoiceField(
        label=_("Landgruppe"),
        choices=[("", _("Ikke avklart")), *Landgruppe.choices],
        required=False,
        help_text=_("Avgjør satsen for det ordinære tilskuddet (forskriften § 55)."),
    )
    adressebeskyttelse = forms.ChoiceField(
        label=_("Adressebeskyttelse"),
        choices=[("", _("Ingen")), *Adressebeskyttelse.choices],
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.av.skjermede:
            del self.fields["adressebeskyttelse"]

    def clean_statsborgerskap(self) -> str:
        """Three capital letters."""
        kode = str(self.cleaned_data["statsborgerskap"]).strip().upper()
        if not re.fullmatch(r"[A-Z]{3}", kode):
            raise ValidationError(gettext("Skriv landkoden med tre bokstaver, for eksempel SYR."))
        return kode

    def merknader(self, i_dag: date) -> list[tuple[str, Merknad]]:
        """Nothing: a permit may be as old as the person."""
        return []


_EGNE: dict[str, type[FaktaSkjema]] = {
    OPPLYSNINGER.slug: OpplysningSkjema,
    BOSTED.slug: BostedSkjema,
    VGO.slug: VgoSkjema,
}
SKJEMAER: dict[str, type[FaktaSkjema]] = {
    slug: _EGNE.get(slug) or skjema_for(slag) for slug, slag in FAKTATYPER.items()
}


def _velg_fra(skjema: forms.Form, felt: str, utvalg: Any) -> None:
    valg = skjema.fields[felt]
    assert isinstance(valg, forms.ModelChoiceField)  # noqa: S101 - tells the type
    valg.queryset = utvalg
