"""The form of an event."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid4

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.tilgang.queries import kommuner_i_fylket
from integrering.utveksling.moeter.forms.felt import KlokkeFelt, VideolenkeFelt
from integrering.utveksling.moeter.rules.tider import FinnesIkke, oeyeblikk
from regionalt.kodeverk import Tema
from regionalt.kompetanse.actions import Arrangementsdata
from regionalt.kompetanse.models import Arrangement, Arrangementsslag
from regionalt.kompetanse.queries.nettverk import virksomme
from regionalt.kompetanse.rules.oekter import Tidsrom
from regionalt.kompetanse.rules.program import les_program, skriv_program

OEKTER = 4
_RADENE = range(1, OEKTER + 1)
_VELG = pgettext_lazy("nedtrekksliste", "Velg")
_ENKLE = (
    "slag", "tittel", "tema", "formaal", "maalgruppe", "sted", "lenke", "samarbeid", "kapasitet", "frist",
)  # fmt: skip


class ArrangementSkjema(Skjema):
    """Make or change an event."""

    knapp = _("Lagre arrangementet")
    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    slag = forms.ChoiceField(label=_("Slag"), choices=Arrangementsslag.choices, widget=forms.RadioSelect)
    tittel = forms.CharField(label=_("Tittel"), max_length=160)
    nettverk = forms.TypedChoiceField(
        label=_("Nettverk"), coerce=int, empty_value=None, required=False,
        help_text=_("For nettverksmøter: hvilket nettverk det er møte i."),
    )  # fmt: skip
    tema = forms.ChoiceField(label=_("Tema"), choices=[("", _VELG), *Tema.choices])
    formaal = forms.CharField(
        label=_("Formål"), max_length=4000, required=False, widget=forms.Textarea({"rows": 4}),
        help_text=_("Hva deltakerne skal kunne etterpå. Ikke skriv noe om enkeltpersoner."),
    )  # fmt: skip
    maalgruppe = forms.CharField(label=_("Målgruppe"), max_length=300, required=False)
    samarbeid = forms.CharField(
        label=_("Sammen med"), max_length=300, required=False, help_text=_("For eksempel IMDi, KS, Bufdir.")
    )
    sted = forms.CharField(label=_("Sted"), max_length=200, required=False)
    lenke = VideolenkeFelt(label=_("Lenke til møtet"))
    kapasitet = forms.IntegerField(
        label=_("Plasser"), min_value=1, max_value=10_000, required=False,
        help_text=_("Tomt felt er ingen grense."),
    )  # fmt: skip
    frist = DatoFelt(label=_("Påmeldingsfrist"), required=False)
    program = forms.CharField(
        label=_("Program"), max_length=8000, required=False, widget=forms.Textarea({"rows": 6}),
        help_text=_("Én linje per punkt: klokkeslett; tittel; innleder. Uten semikolon: overskrift."),
    )  # fmt: skip
    kommuner = forms.TypedMultipleChoiceField(
        label=_("Inviterte kommuner"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Ingen valgte er alle kommuner i fylket."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kommuner"].choices = [(k.pk, k.navn) for k in kommuner_i_fylket()]  # type: ignore[attr-defined]
        valgt = self.initial.get("nettverk")
        nettverk = [(n.pk, n.navn) for n in virksomme(timezone.localdate(), med=valgt)]
        self.fields["nettverk"].choices = [("", _("Ingen")), *nettverk]  # type: ignore[attr-defined]
        for nr in _RADENE:
            er = {"nr": nr}
            self.legg_til_felt(f"dato_{nr}", DatoFelt(label=_("Økt %(nr)s: dato") % er, required=nr == 1))
            self.legg_til_felt(f"fra_{nr}", KlokkeFelt(label=_("Økt %(nr)s: fra") % er, required=nr == 1))
            self.legg_til_felt(f"til_{nr}", KlokkeFelt(label=_("Økt %(nr)s: til") % er, required=nr == 1))

    @property
    def helper(self) -> FormHelper:
        """The fields in groups."""
        helper = super().helper
        rader = (Div(f"dato_{nr}", f"fra_{nr}", f"til_{nr}", css_class="feltrad") for nr in _RADENE)
        helper.layout = Layout(
            "innsending", "versjon", "slag", "nettverk", "tittel", "tema", "formaal", "maalgruppe",
            "samarbeid",
            Fieldset(_("Når"), *rader),
            Fieldset(_("Hvor"), "sted", "lenke"),
            "program",
            Fieldset(_("Påmelding"), "kapasitet", "frist", "kommuner"),
        )  # fmt: skip
        return helper

    def clean(self) -> dict[str, Any]:
        """Read the sessions as instants by the clock in Oslo; refuse one that is half-written."""
        svar, oekter = self.cleaned_data, []
        for nr in _RADENE:
            dato, fra, til = (svar.get(f"{felt}_{nr}") for felt in ("dato", "fra", "til"))
            if any(f"{felt}_{nr}" in self.errors for felt in ("dato", "fra", "til")):
                continue
            if dato and fra and til:
                oekter += self._oekt(nr, dato, fra, til)
            elif dato or fra or til:
                self.add_error(f"dato_{nr}", _("Skriv både dato, fra og til for økten, eller tøm den."))
        svar["oekter"] = tuple(oekter)
        return svar

    def _oekt(self, nr: int, dato: date, fra: time, til: time) -> list[Tidsrom]:
        try:
            return [(oeyeblikk(dato, fra), oeyeblikk(dato, til))]
        except FinnesIkke:
            self.add_error(f"fra_{nr}", _("Klokka stilles den natten. Velg et annet klokkeslett."))
            return []

    @property
    def nr(self) -> UUID:
        """The number of this form."""
        return self.cleaned_data["innsending"] or uuid4()

    @property
    def dataene(self) -> Arrangementsdata:
        """The answers."""
        svar = self.cleaned_data
        return Arrangementsdata(
            **{felt: svar[felt] for felt in _ENKLE},
            nettverk_id=svar["nettverk"],
            oekter=svar["oekter"],
            program=tuple((k[:20], t[:200], i[:200]) for k, t, i in les_program(svar["program"])),
            kommuner=frozenset(svar["kommuner"]),
        )


def verdier_av(a: Arrangement) -> dict[str, Any]:
    """Return an event as the form shows it."""
    ut: dict[str, Any] = {felt: getattr(a, felt) for felt in ("versjon", *_ENKLE)}
    ut["nettverk"] = a.nettverk_id
    ut["program"] = skriv_program((p.klokka, p.tittel, p.innleder) for p in a.program.all())
    ut["kommuner"] = [] if a.alle_kommuner else list(a.inviterte.values_list("kommune_id", flat=True))
    for nr, oekt in enumerate(a.oekter.all(), start=1):
        ut |= {f"dato_{nr}": _lokal(oekt.start).date(), f"fra_{nr}": _klokke(oekt.start),
               f"til_{nr}": _klokke(oekt.slutt)}  # fmt: skip
    return ut


def _lokal(tid: datetime) -> datetime:
    return timezone.localtime(tid)


def _klokke(tid: datetime) -> time:
    return _lokal(tid).time()


class AvlysSkjema(Skjema):
    """Call an event off."""

    knapp = _("Avlys")
    versjon = forms.IntegerField(widget=forms.HiddenInput)
    grunn = forms.CharField(
        label=_("Hvorfor er det avlyst?"), max_length=300, help_text=_("De inviterte kommunene ser dette.")
    )


class SlettSkjema(Skjema):
    """Say yes to a deletion."""

    knapp = _("Slett utkastet")
    bekreft = forms.CharField(widget=forms.HiddenInput, initial="ja")
