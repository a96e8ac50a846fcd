"""The forms of a session: when, where, with whom, with which interpreter; and who came."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import kodevalg
from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.utveksling.moeter.forms.felt import KlokkeFelt, VideolenkeFelt
from integrering.utveksling.moeter.rules.tider import FinnesIkke, oeyeblikk
from karriere.actions.samtale import Samtaledata
from karriere.kodeverk import IKKE_TOLK, Oppmoete, Samtaleform, Samtaleslag, Tolk, Tolkeform
from karriere.models import Deltakelse, Samtale, Senter
from karriere.queries.saker import veiledere_ved
from karriere.rules.samtale import DISPENSASJON_TIL, maa_ha_kvalifisert_tolk
from karriere.spraak import spraakvalg
from regionalt.forms.innsendt import InnsendtSkjema

_EN = [(s.value, s.label) for s in (Samtaleslag.INDIVIDUELL, Samtaleslag.TREPART)]
TOLKEFELT = ("tolk", "tolkespraak", "tolkeform", "ikke_tolk_grunn")
_TOLKELOVEN = _(
    "Offentlige organer skal bruke kvalifisert tolk (tolkeloven § 7). Dispensasjon kan gis til %(dag)s."
)


class Tidsskjema(InnsendtSkjema):
    """A day and two times by the clock in Oslo."""

    dag = DatoFelt(label=_("Dag"), navn=_("dagen"))
    fra = KlokkeFelt(label=_("Fra"))
    til = KlokkeFelt(label=_("Til"))
    start: datetime
    slutt: datetime

    def clean(self) -> dict[str, Any]:
        """Read the times as instants."""
        svar = self.cleaned_data
        if all(svar.get(felt) is not None for felt in ("dag", "fra", "til")):
            for navn, felt in (("start", "fra"), ("slutt", "til")):
                try:
                    setattr(self, navn, oeyeblikk(svar["dag"], svar[felt]))
                except FinnesIkke:
                    self.add_error(felt, gettext("Klokken stilles denne natten. Velg et annet klokkeslett."))
        return svar


class FlyttSkjema(Tidsskjema):
    """Another time."""

    knapp = _("Flytt samtalen")


class SamtaleSkjema(Tidsskjema):
    """A session with one person, or (`gruppe`) with seats. `fast` leaves the time as it is."""

    knapp = _("Lagre samtalen")
    slag = forms.ChoiceField(label=_("Slag"), choices=_EN, widget=forms.RadioSelect)
    veileder = forms.ChoiceField(label=_("Veileder"), choices=[])
    form = forms.ChoiceField(
        label=_("Hvordan møtes dere?"), choices=Samtaleform.choices, widget=forms.RadioSelect
    )
    sted = forms.CharField(label=_("Sted"), max_length=200, required=False)
    videolenke = VideolenkeFelt()
    andre = forms.CharField(
        label=_("Andre som deltar"), max_length=300, required=False,
        help_text=_("Rollen, for eksempel programrådgiver. Ikke navn."),
    )  # fmt: skip
    tolk = forms.ChoiceField(label=_("Tolk"), choices=Tolk.choices, widget=forms.RadioSelect)
    tolkespraak = forms.ChoiceField(label=_("Tolkespråk"), choices=[], required=False)
    tolkeform = forms.ChoiceField(
        label=_("Hvor tolken er"), choices=[("", _("Ikke valgt")), *Tolkeform.choices], required=False
    )
    ikke_tolk_grunn = forms.ChoiceField(label=_("Hvorfor ikke kvalifisert tolk"), choices=[], required=False)
    plasser = forms.IntegerField(
        label=_("Plasser"), min_value=1, max_value=50, initial=8,
        widget=forms.TextInput({"inputmode": "numeric", "class": "felt-timer"}),
    )  # fmt: skip
    spraak = forms.MultipleChoiceField(
        label=_("Språk i gruppen"), choices=[], required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, *args: Any, senter: Senter, gruppe: bool = False, fast: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.senter, self.gruppe, self.fast = senter, gruppe, fast
        for navn in (*(("slag",) if gruppe or fast else ()), *(() if gruppe else ("plasser", "spraak"))):
            del self.fields[navn]
        for navn in ("dag", "fra", "til") if fast else ():
            del self.fields[navn]
        self._velg("veileder", [(str(b.pk), str(b)) for b in veiledere_ved(senter.pk, timezone.localdate())])
        self._velg("tolkespraak", [("", _("Ikke valgt")), *spraakvalg()])
        self._velg("ikke_tolk_grunn", [("", _("Ikke valgt")), *kodevalg(IKKE_TOLK)])
        if gruppe:
            self._velg("spraak", spraakvalg())
        if timezone.localdate() <= DISPENSASJON_TIL:
            self.fields["tolk"].help_text = str(_TOLKELOVEN) % {"dag": visning.dato(DISPENSASJON_TIL)}

    def _velg(self, navn: str, valg: list[Any]) -> None:
        felt = self.fields[navn]
        naa = self.get_initial_for_field(felt, navn)
        if isinstance(naa, str) and naa and naa not in {str(v) for v, _navn in valg}:
            valg = [*valg, (naa, naa)]
        felt.choices = valg  # type: ignore[attr-defined]

    @property
    def helper(self) -> FormHelper:
        """When, where, interpreter."""
        helper = super().helper
        naar = [] if self.fast else [Fieldset(_("Når"), "dag", Div("fra", "til", css_class="feltrad"))]
        hode = [] if self.gruppe or self.fast else ["slag"]
        gruppe = [Fieldset(_("Gruppen"), "plasser", "spraak")] if self.gruppe else []
        helper.layout = Layout(
            "innsending", "versjon", *hode, *naar, *gruppe, "veileder",
            Fieldset(_("Hvor"), "form", "sted", "videolenke", "andre"),
            Fieldset(_("Tolk"), *TOLKEFELT),
        )  # fmt: skip
        return helper

    def clean(self) -> dict[str, Any]:
        """Warn when the law asks for a qualified interpreter."""
        svar = super().clean()
        dag = self.initial.get("dag") if self.fast else svar.get("dag")
        if isinstance(dag, date) and maa_ha_kvalifisert_tolk(svar.get("tolk", ""), dag):
            self.legg_til_advarsel(
                "tolk",
                gettext("Dispensasjonen fra kravet om kvalifisert tolk er ute den dagen (tolkeloven § 7)."),
            )
        return svar

    def samtalen(self, samtale: Samtale | None = None) -> Samtaledata:
        """Return what was answered; the time of a session whose time is not asked for."""
        svar = self.cleaned_data
        navn = ("form", "sted", "videolenke", "andre", *TOLKEFELT)
        slag = svar.get("slag") or (samtale.slag if samtale else Samtaleslag.GRUPPE.value)
        return Samtaledata(
            senter_id=self.senter.pk,
            veileder_id=int(svar["veileder"]),
            slag=slag,
            start=samtale.start if samtale and self.fast else self.start,
            slutt=samtale.slutt if samtale and self.fast else self.slutt,
            plasser=svar.get("plasser") or 1,
            spraak=svar.get("spraak") or [],
            **{felt: svar[felt] for felt in navn},
        )


def verdier_av(samtale: Samtale) -> dict[str, Any]:
    """Return a session as the form shows it."""
    felt = ("slag", "form", "sted", "videolenke", "andre", "plasser", "spraak", "versjon", *TOLKEFELT)
    return (
        {navn: getattr(samtale, navn) for navn in felt}
        | {"veileder": str(samtale.veileder_id)}
        | tider_av(samtale)
    )


def tider_av(samtale: Samtale) -> dict[str, Any]:
    """Return the time of a session as the form shows it."""
    start, slutt = timezone.localtime(samtale.start), timezone.localtime(samtale.slutt)
    return {"dag": start.date(), "fra": _klokke(start), "til": _klokke(slutt)}


def _klokke(tid: datetime) -> time:
    return tid.time().replace(second=0, microsecond=0)


class AvlysSkjema(Skjema):
    """Whether the interpreter was why."""

    knapp = _("Avlys samtalen")
    tolk_avlyste = forms.BooleanField(label=_("Tolken avlyste"), required=False)


class OppmoeteSkjema(Skjema):
    """Who came: a question for each who had a place."""

    knapp = _("Lagre oppmøtet")
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    tolk_avlyste = forms.BooleanField(label=_("Tolken avlyste eller møtte ikke"), required=False)

    def __init__(self, *args: Any, plasser: list[Deltakelse], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [(o.value, o.label) for o in (Oppmoete.MOETT, Oppmoete.IKKE_MOETT, Oppmoete.AVLYST)]
        self._plasser = plasser
        for nr, plass in enumerate(plasser):
            felt = forms.ChoiceField(
                label=plass.sak.person.navn, choices=valg, widget=forms.RadioSelect, initial=plass.oppmoete
            )
            self.legg_til_felt(f"plass_{nr}", felt)
        self.order_fields([*(f"plass_{nr}" for nr in range(len(plasser))), "tolk_avlyste"])

    @property
    def oppmoete(self) -> dict[int, str]:
        """Case → what became of the place."""
        return {plass.sak_id: self.cleaned_data[f"plass_{nr}"] for nr, plass in enumerate(self._plasser)}
