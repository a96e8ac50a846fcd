"""One form a kind of fact, used to register and to correct."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt, Skjema, TimerFelt
from integrering.nir.faktatyper import BOSTED, OPPLYSNINGER, STANS, VEDTAK, VGO
from integrering.nir.kodeverk import Adressebeskyttelse, Kjoenn, Landgruppe, Tillatelsestype, Varighet
from integrering.nir.rules import kontroll
from integrering.nir.rules.kontroll import Merknad
from integrering.nir.skjemafelt import KommuneFelt
from integrering.nir.tekster import merknad
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet

VELG = ("", pgettext_lazy("nedtrekksliste", "Velg"))


class FaktaSkjema(Skjema):
    """Base: what is registered is `verdier`; a correction has a reason too."""

    knapp = _("Neste")

    def __init__(self, *args: Any, av: Aktoer, retting: bool = False, **kwargs: Any) -> None:
        self.av = av
        super().__init__(*args, **kwargs)
        if retting:
            self.fields["aarsak"] = forms.CharField(
                label=_("Hvorfor rettes registreringen?"),
                max_length=300,
                help_text=_("Vises i historikken. Skriv ikke helseopplysninger."),
                error_messages={"required": _("Skriv hvorfor registreringen rettes.")},
            )
            self.fields["versjon"] = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def verdier(self) -> dict[str, Any]:
        """The values of the fact, without reason and version."""
        return {k: v for k, v in self.cleaned_data.items() if k not in ("aarsak", "versjon")}

    def merknader(self, i_dag: date) -> list[tuple[str, Merknad]]:
        """Return fields with unusual values."""
        return []

    def varsler(self) -> list[str]:
        """Return what is unusual, each with the field's name: shown before saving, it stops nobody."""
        for felt, hva in self.merknader(timezone.localdate()):
            self.legg_til_advarsel(felt, merknad(hva))
        return [f"{self.fields[felt].label}: {tekst}" for felt, tekst in self.advarsler.items()]


class VedtakSkjema(FaktaSkjema):
    """Vedtak om norskopplæring."""

    vedtaksdato = DatoFelt(
        label=_("Vedtaksdato"),
        navn=_("vedtaksdato"),
        help_text=_("Dagen kommunen fattet vedtaket (forskriften § 53 a)."),
    )
    startdato = DatoFelt(
        label=_("Startdato"),
        navn=_("startdato"),
        help_text=_("Dagen opplæringen starter. Den kan ligge fram i tid."),
    )

    def merknader(self, i_dag: date) -> list[tuple[str, Merknad]]:
        """Old or far dates, and a start before the decision."""
        vedtatt, start = self.cleaned_data["vedtaksdato"], self.cleaned_data["startdato"]
        funn = [("startdato", m) for m in kontroll.merknader_vedtak(vedtatt, start, i_dag)]
        return funn + [("vedtaksdato", m) for m in kontroll.merknader_dato(vedtatt, i_dag)]


class VgoSkjema(FaktaSkjema):
    """Fulltid videregående: the grant trigger."""

    skole = forms.CharField(label=_("Skole"), max_length=200)
    fylke = forms.ModelChoiceField(
        label=_("Fylkeskommune som gir opplæringen"),
        queryset=Virksomhet.objects.none(),
        empty_label=VELG[1],
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

    def clean(self) -> dict[str, Any]:
        """The main responsibility is for a combination class; without one it would be a wrong answer kept."""
        svar: dict[str, Any] = super().clean() or self.cleaned_data
        if svar.get("hovedansvar_fylke") and not svar.get("kombinasjonsklasse"):
            self.add_error(
                "hovedansvar_fylke",
                gettext("Kryss av for kombinasjonsklasse også, eller ta bort krysset for hovedansvar."),
            )
        return svar

    def merknader(self, i_dag: date) -> list[tuple[str, Merknad]]:
        """Old or far dates, long periods, many hours."""
        v = self.cleaned_data
        funn = [("fra", m) for m in kontroll.merknader_periode(v["fra"], v["til"], i_dag)]
        return funn + [("timer_per_uke", m) for m in kontroll.merknader_timer(v["timer_per_uke"])]


class BostedSkjema(FaktaSkjema):
    """Folkeregistrert kommune in a period."""

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

    def merknader(self, i_dag: date) -> list[tuple[str, Merknad]]:
        """Old or far dates."""
        return [("fra", m) for m in kontroll.merknader_dato(self.cleaned_data["fra"], i_dag)]


class StansSkjema(FaktaSkjema):
    """Stans of norskopplæring."""

    fra = DatoFelt(
        label=_("Stanset fra"), navn=_("første dag uten opplæring"), help_text=_("Første dag uten opplæring.")
    )
    varighet = forms.ChoiceField(
        label=_("Varighet"),
        choices=Varighet.choices,
        widget=forms.RadioSelect,
        help_text=_("Permanent stans avslutter tilskuddet (integreringsloven § 36)."),
    )

    def merknader(self, i_dag: date) -> list[tuple[str, Merknad]]:
        """Old or far dates."""
        return [("fra", m) for m in kontroll.merknader_dato(self.cleaned_data["fra"], i_dag)]


class OpplysningSkjema(FaktaSkjema):
    """Name, birth date, permit, country group; address protection only for those who may see it."""

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
        choices=[VELG, *Tillatelsestype.choices],
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


class AnnullerSkjema(Skjema):
    """Why a registration is annulled."""

    knapp = _("Annuller registreringen")
    merk_felt = False
    aarsak = forms.CharField(
        label=_("Hvorfor var registreringen feil?"),
        max_length=300,
        help_text=_("Vises i historikken. Skriv ikke helseopplysninger."),
        error_messages={"required": _("Skriv hvorfor registreringen annulleres.")},
    )
    versjon = forms.IntegerField(widget=forms.HiddenInput)


SKJEMAER: dict[str, type[FaktaSkjema]] = {
    OPPLYSNINGER.slug: OpplysningSkjema,
    BOSTED.slug: BostedSkjema,
    VEDTAK.slug: VedtakSkjema,
    VGO.slug: VgoSkjema,
    STANS.slug: StansSkjema,
}


def _velg_fra(skjema: forms.Form, felt: str, utvalg: Any) -> None:
    valg = skjema.fields[felt]
    assert isinstance(valg, forms.ModelChoiceField)  # noqa: S101 - tells the type
    valg.queryset = utvalg
