"""The forms about who goes to which school."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.skjema import Skjema
from integrering.nir.forms.generelt import skjemafelt
from integrering.tilgang.aktoer import Aktoer
from opplaering.actions import Skolegangdata
from opplaering.models import Skolegang
from opplaering.queries.skoler import klasser_som_varer, skoler, tilbud_som_tas_inn
from opplaering.roller import SKOLEN

VELG = pgettext_lazy("nedtrekksliste", "Velg")
INGEN = pgettext_lazy("nedtrekksliste", "Ingen")
_FOR_FYLKET = (
    "skole",
    "tilbud",
    "maalgruppe",
    "laereplan",
    "tilrettelegging",
    "fulltid_overstyrt",
    "overstyrt_grunn",
)
_JA_NEI = {"": None, "ja": True, "nei": False}


def _felt(kolonne: str, /, **felt: Any) -> forms.Field:
    """Return the field of a column: what the table says, the form asks."""
    laget = skjemafelt(Skolegang._meta.get_field(kolonne))
    for noekkel, verdi in felt.items():
        setattr(laget, noekkel, verdi)
    return laget


def _valg(etikett: Any, *, kreves: bool = False, hjelp: Any = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=etikett, coerce=int, empty_value=None, required=kreves, help_text=hjelp
    )


class SkolegangSkjema(Skjema):
    """A period at a school. A school is asked only what it knows: class, days and hours."""

    knapp = _("Lagre")
    skole = _valg(_("Skole"), kreves=True)
    klasse = _valg(_("Klasse"))
    tilbud = _valg(_("Tilbud"))
    fra = _felt("fra")
    til = _felt("til", required=False, help_text=_("La stå tom når den ikke er kjent."))
    timer_per_uke = _felt("timer_per_uke")
    maalgruppe = _felt("maalgruppe")
    laereplan = _felt("laereplan")
    tilrettelegging = _felt("tilrettelegging")
    fulltid_overstyrt = forms.ChoiceField(
        label=_("Er det fulltid?"),
        choices=[
            ("", _("Timene avgjør")),
            ("ja", _("Ja, bestemt for hånd")),
            ("nei", _("Nei, bestemt for hånd")),
        ],
        required=False,
        help_text=_("Bestem for hånd bare når timetallet ikke gir riktig svar."),
    )
    overstyrt_grunn = forms.CharField(
        label=_("Hvorfor er det bestemt for hånd?"), max_length=200, required=False,
        help_text=_("Skriv ikke helseopplysninger."),
    )  # fmt: skip

    def __init__(self, *args: Any, av: Aktoer, gammel: Skolegang | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.av, self.gammel = av, gammel
        self._sett_valg()
        if av.har(*SKOLEN):
            for navn in _FOR_FYLKET:
                del self.fields[navn]

    def _sett_valg(self) -> None:
        """Offer the schools and what is on; what stands already, may stay."""
        er_skole = self.av.har(*SKOLEN)
        klasser = klasser_som_varer(self.gammel.klasse_id if self.gammel else None)
        navn = {k.pk: k.navn if er_skole else f"{k.navn} – {k.skole.navn}" for k in klasser}
        self._velg("klasse", navn.items(), INGEN)
        if not er_skole:
            self._velg("skole", ((s.pk, s.navn) for s in skoler()), VELG)
            tilbud = tilbud_som_tas_inn(self.gammel.tilbud_id if self.gammel else None)
            self._velg("tilbud", ((t.pk, f"{t.navn} – {t.skole.navn}") for t in tilbud), INGEN)

    def _velg(self, navn: str, valg: Iterable[tuple[int, str]], tom: Any) -> None:
        self.fields[navn].choices = [("", tom), *valg]  # type: ignore[attr-defined]

    def data_over(self, foer: Skolegangdata | None) -> Skolegangdata:
        """Return the answers as data; what the form does not ask, is as `foer`."""
        svar = dict(self.cleaned_data)
        for navn in ("skole", "klasse", "tilbud"):
            if navn in svar:
                svar[f"{navn}_id"] = svar.pop(navn)
        if "fulltid_overstyrt" in svar:
            svar["fulltid_overstyrt"] = _JA_NEI[svar["fulltid_overstyrt"]]
        if "tilrettelegging" in svar:
            svar["tilrettelegging"] = tuple(svar["tilrettelegging"])
        kjente = Skolegangdata.__dataclass_fields__
        lagret = {felt: getattr(foer, felt) for felt in kjente} if foer else {}
        return Skolegangdata(**lagret | {k: v for k, v in svar.items() if k in kjente})


class RettSkolegangSkjema(SkolegangSkjema):
    """Correct a period, with a reason."""

    knapp = _("Lagre rettelsen")
    sluttgrunn = _felt("sluttgrunn", required=False)
    aarsak = forms.CharField(
        label=_("Hvorfor rettes registreringen?"),
        max_length=300,
        help_text=_("Vises i historikken. Skriv ikke helseopplysninger."),
        error_messages={"required": _("Skriv hvorfor registreringen rettes.")},
    )
    versjon = forms.IntegerField(widget=forms.HiddenInput)


class TimerSkjema(Skjema):
    """Other weekly hours from a day."""

    knapp = _("Lagre nye timer")
    fra = _felt("fra", label=_("Første dag med nye timer"), navn=_("første dag med nye timer"), help_text="")
    timer_per_uke = _felt("timer_per_uke")
    versjon = forms.IntegerField(widget=forms.HiddenInput)


class SluttSkjema(Skjema):
    """The last day at the school, and why."""

    knapp = _("Registrer slutt")
    til = _felt("til", required=True)
    sluttgrunn = _felt("sluttgrunn", required=True)
    versjon = forms.IntegerField(widget=forms.HiddenInput)


def skolegangverdier(data: Skolegangdata) -> dict[str, Any]:
    """Return a period as the forms show it."""
    ord_ = {verdi: noekkel for noekkel, verdi in _JA_NEI.items()}
    verdier: dict[str, Any] = {felt: getattr(data, felt) for felt in Skolegangdata.__dataclass_fields__}
    return verdier | {
        "skole": data.skole_id,
        "klasse": data.klasse_id,
        "tilbud": data.tilbud_id,
        "fulltid_overstyrt": ord_[data.fulltid_overstyrt],
        "tilrettelegging": list(data.tilrettelegging),
    }
