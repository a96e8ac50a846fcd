"""Forms of the projects."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.utveksling.vedlegg.forms import VedleggFelt
from regionalt.forms.registerrad import VELG, KommuneFelt, RegisterSkjema, antall, avsnitt
from regionalt.jobbsjansen.models import Prosjekttilstand

_INGEN = ("", pgettext_lazy("søknad om tilskudd", "Ingen"))


class ProsjektSkjema(RegisterSkjema):
    """A project; the choices of grant applications are given by the page (`med_tilskudd`)."""

    knapp = _("Lagre prosjektet")
    navn = forms.CharField(label=_("Navn"), max_length=120)
    formaal = avsnitt(_("Formål"))
    skoler = forms.CharField(label=_("Skoler"), max_length=300, help_text=_("Skolene som gir opplæringen."))
    fra = DatoFelt(label=_("Fra"), navn=_("den første dagen"))
    til = DatoFelt(label=_("Til og med"), navn=_("den siste dagen"), help_text=_("Vanligvis et skoleår."))
    tilstand = forms.ChoiceField(label=_("Status"), choices=[VELG, *Prosjekttilstand.choices])
    tilskudd = forms.TypedChoiceField(
        label=_("Søknad om tilskudd"), coerce=UUID, empty_value=None, required=False, choices=[_INGEN]
    )
    rapportfrist = DatoFelt(
        label=_("Rapportfrist"), navn=_("rapportfristen"), required=False,
        help_text=_("Dere får en oppgave en måned før."),
    )  # fmt: skip
    kommuner = KommuneFelt(label=_("Kommuner"))


def med_tilskudd(valg: list[tuple[UUID, str]]) -> type[ProsjektSkjema]:
    """Return the form of a project with these applications to choose from."""
    felt = forms.TypedChoiceField(
        label=_("Søknad om tilskudd"), coerce=UUID, empty_value=None, required=False,
        choices=[_INGEN, *((str(noekkel), tekst) for noekkel, tekst in valg)],
    )  # fmt: skip
    return type("ProsjektSkjema", (ProsjektSkjema,), {"tilskudd": felt})


class TallSkjema(RegisterSkjema):
    """The numbers of a half-year. Women and men are optional."""

    knapp = _("Lagre tallene")
    aar = forms.IntegerField(
        label=_("År"), min_value=2020, max_value=2100,
        widget=forms.TextInput({"inputmode": "numeric", "class": "felt-timer"}),
    )  # fmt: skip
    halvaar = forms.TypedChoiceField(
        label=_("Halvår"), coerce=int, choices=[VELG, (1, _("Vår")), (2, _("Høst"))]
    )
    inn = antall(_("Begynte"))
    ut = antall(_("Sluttet"))
    til_vgo = antall(_("Av dem til videregående"))
    til_arbeid = antall(_("Av dem til arbeid"))
    kvinner = antall(_("Kvinner som begynte"), required=False)
    menn = antall(_("Menn som begynte"), required=False)


class RapportSkjema(RegisterSkjema):
    """The report: results and what was learned, never about persons."""

    knapp = _("Lagre rapporten")
    rapport = avsnitt(
        _("Rapport"), rader=12, mest=8000, required=False,
        help_text=_("Resultater og erfaringer. Ikke noe om enkeltpersoner."),
    )  # fmt: skip
    rapportert = DatoFelt(
        label=_("Levert"), navn=_("dagen rapporten ble levert"), required=False,
        help_text=_("Fylles ut når rapporten er ferdig. Da er oppgaven gjort."),
    )  # fmt: skip


class FilSkjema(Skjema):
    """Files to attach."""

    knapp = _("Legg ved")
    vedlegg = VedleggFelt(required=True)
