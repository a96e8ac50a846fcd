"""Forms of the grant pages."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kvartal import OSLO, Kvartal
from integrering.grunnmur.skjema import BeloepFelt, DatoFelt, Skjema
from integrering.lister import Listefilter
from integrering.nir.kodeverk import Landgruppe
from tilskudd.models import Linjetypevalg, Sats, Satsstatus
from tilskudd.models.sats import ORDNINGER
from tilskudd.queries.satser import finnes
from tilskudd.rules.frister import vanlig_skjaeringstidspunkt
from tilskudd.rules.ordninger import ANTALL_AAR, Ordning

_VELG = ("", pgettext_lazy("nedtrekksliste", "Velg"))
_NOEKKEL = ("ordning", "aar_nr", "landgruppe", "budsjettaar")


class BeregnSkjema(Skjema):
    """Cut-off and payment date of a run. The last day of the cut-off counts in full."""

    siste_dag = DatoFelt(
        label=_("Registreringer til og med"),
        navn=_("siste dag"),
        help_text=_("Vanligvis siste dag i kvartalet. Det som registreres senere, kommer med neste kvartal."),
    )
    utbetalingsdato = DatoFelt(
        label=_("Utbetalingsdato"),
        navn=_("utbetalingsdato"),
        help_text=_(
            "IMDi betaler ut tidlig i april, juli, oktober og januar. Datoen må være etter siste dag."
        ),
    )

    def __init__(self, *args: Any, kvartal: Kvartal, **kwargs: Any) -> None:
        self.kvartal = kvartal
        super().__init__(*args, **kwargs)
        self.knapp = _("Beregn %(kvartal)s") % {"kvartal": visning.kvartal(kvartal)}

    @property
    def skjaeringstidspunkt(self) -> datetime:
        """The last instant of the last day; for the quarter's own last day exactly the ordinary cut-off."""
        siste: date = self.cleaned_data["siste_dag"]
        if siste == self.kvartal.til:
            return vanlig_skjaeringstidspunkt(self.kvartal)
        dagen_etter = datetime.combine(siste + timedelta(days=1), time.min, tzinfo=OSLO)
        return dagen_etter - timedelta(microseconds=1)

    def legg_til_regelbrudd(self, brudd: Regelbrudd) -> None:
        """Show what is said of the cut-off beside its last day."""
        meldinger = dict(brudd.meldinger)
        if "skjaeringstidspunkt" in meldinger:
            meldinger["siste_dag"] = meldinger.pop("skjaeringstidspunkt")
        super().legg_til_regelbrudd(Regelbrudd(meldinger))

    def clean(self) -> dict[str, Any]:
        """Payment comes after the cut-off."""
        data: dict[str, Any] = super().clean() or {}
        siste, betales = data.get("siste_dag"), data.get("utbetalingsdato")
        if siste and betales and betales <= siste:
            self.add_error(
                "utbetalingsdato", _("Utbetalingsdatoen må være etter siste dag for registreringer.")
            )
        return data


class SettSkjema(Skjema):
    """A decision about what was shown: the run and its state come back, so that a newer one is noticed."""

    sett = forms.CharField(widget=forms.HiddenInput)


class ForkastSkjema(SettSkjema):
    """Why a run is rejected."""

    knapp = _("Forkast kjøringen")
    grunn = forms.CharField(
        label=_("Begrunnelse"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Vises for den som skal beregne på nytt. Ikke skriv personopplysninger."),
    )


class Linjefilter(Listefilter):
    """Lines of one kind."""

    type = forms.ChoiceField(label=_("Type linje"), choices=[("", _("Alle")), *Linjetypevalg.choices])


class Satsfilter(Listefilter):
    """Rates of a year, or of a status."""

    budsjettaar = forms.ChoiceField(label=_("Budsjettår"), choices=[])
    status = forms.ChoiceField(label=_("Status"), choices=[("", _("Alle")), *Satsstatus.choices])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        aar = Sats.objects.order_by("-budsjettaar").values_list("budsjettaar", flat=True).distinct()
        felt = cast(forms.ChoiceField, self.fields["budsjettaar"])
        felt.choices = [("", _("Alle")), *((str(a), str(a)) for a in aar)]


class SatsSkjema(Skjema):
    """A rate. What is adopted has a source; what is unsure stays unsure."""

    knapp = _("Lagre satsen")
    ordning = forms.ChoiceField(label=_("Ordning"), choices=ORDNINGER)
    aar_nr = forms.TypedChoiceField(
        label=_("Tilskuddsår"), choices=[(n, str(n)) for n in (1, 2, 3)], coerce=int,
        help_text=_("1, 2 eller 3. Kollektiv beskyttelse har bare ett år."),
    )  # fmt: skip
    landgruppe = forms.ChoiceField(
        label=_("Landgruppe"), choices=[("", _("Ingen (§ 37 d)")), *Landgruppe.choices], required=False
    )
    budsjettaar = forms.IntegerField(
        label=_("Budsjettår"), min_value=2000, max_value=2100,
        widget=forms.TextInput({"inputmode": "numeric", "class": "felt-timer"}),
        help_text=_("Kalenderåret tilskuddsåret begynner i."),
    )  # fmt: skip
    beloep = BeloepFelt(label=_("Beløp for et helt tilskuddsår"), minst=1)
    status = forms.ChoiceField(
        label=_("Status"), choices=[_VELG, *Satsstatus.choices],
        help_text=_("Bare en vedtatt sats kan brukes i en utbetaling."),
    )  # fmt: skip
    kilde = forms.CharField(
        label=_("Kilde"), max_length=500, widget=forms.Textarea({"rows": 2}),
        help_text=_("Hvor beløpet er lest, for eksempel kapittel i Prop. 1 S eller adressen til IMDis side."),
    )  # fmt: skip

    def __init__(self, *args: Any, sats: Sats | None = None, demo: bool = False, **kwargs: Any) -> None:
        self.sats = sats
        if sats is not None:
            kwargs.setdefault("initial", {f: getattr(sats, f) for f in self.base_fields})
        super().__init__(*args, **kwargs)
        status = cast(forms.ChoiceField, self.fields["status"])
        if sats is not None and sats.status == Satsstatus.EKSEMPEL:
            del self.fields["status"]  # an example never becomes an adopted rate
        elif sats is not None or not demo:
            status.choices = [_VELG, *(v for v in Satsstatus.choices if v[0] != Satsstatus.EKSEMPEL)]
        if sats is not None:  # what a rate is for never changes: another key is another rate
            for navn in _NOEKKEL:
                del self.fields[navn]

    def verdier(self) -> dict[str, Any]:
        """Return all of the rate: what was typed, and what it had."""
        gammelt = {n: getattr(self.sats, n) for n in (*_NOEKKEL, "status")} if self.sats else {}
        return {**gammelt, **self.cleaned_data}

    def clean(self) -> dict[str, Any]:
        """Only combinations that exist; one rate per key."""
        data: dict[str, Any] = super().clean() or {}
        if self.sats is not None or self.errors:
            return data
        ordning = Ordning(data["ordning"])
        if data["aar_nr"] > ANTALL_AAR[ordning]:
            self.add_error("aar_nr", _("Kollektiv beskyttelse har bare år 1."))
        if ordning is Ordning.P_AR and not data["landgruppe"]:
            self.add_error("landgruppe", _("Velg høy eller lav sats for ordinær målgruppe."))
        if ordning is Ordning.P37D and data["landgruppe"]:
            self.add_error("landgruppe", _("Kollektiv beskyttelse har ikke landgruppe."))
        if not self.errors and finnes(data):
            self.add_error(None, _("Satsen finnes allerede. Endre den i listen over satser."))
        return data


class SatsavgjoerelseSkjema(Skjema):
    """Adopt or reject what another person entered."""

    knapp = _("Lagre avgjørelsen")
    valg = forms.ChoiceField(
        label=_("Avgjørelse"), widget=forms.RadioSelect,
        choices=[("vedta", _("Vedta satsen")), ("avvis", _("Avvis den"))],
    )  # fmt: skip
    grunn = forms.CharField(
        label=_("Hvorfor avvises den?"), required=False, max_length=300,
        widget=forms.Textarea({"rows": 3}), help_text=_("Fyll ut når du avviser."),
    )  # fmt: skip


class SatstrekkSkjema(Skjema):
    """Withdraw one's own."""

    knapp = _("Trekk forslaget")
