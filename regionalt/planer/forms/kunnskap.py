"""The forms of a need and of an offer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt
from regionalt.forms.innsendt import VELG, InnsendtSkjema
from regionalt.planer.actions import Behovsdata, Tilbudsdata
from regionalt.planer.forms.kommunevalg import kommunevalg, valgt_kommune
from regionalt.planer.models import Arbeidskraftbehov, Sikkerhet, Tilbud
from regionalt.planer.models.kunnskap import STYRK
from regionalt.planer.queries.planer import andre_planer

_FELLES = ("kilde", "kilde_dato", "sikkerhet", "gjelder_til")
_BEHOV = ("yrke", "styrk08", "antall", "opplaering", "virkemidler")
_TILBUD = ("navn", "tilbyder", "maalgruppe", "innhold", "plasser")


def _planvalg() -> list[tuple[str, str]]:
    return [("", str(_("Ingen plan"))), *((str(p.pk), p.tittel) for p in andre_planer(None))]


class _KunnskapSkjema(InnsendtSkjema):
    """Where it holds, in which plan, and where it is known from."""

    kommune = forms.ChoiceField(label=_("Kommune"), choices=kommunevalg, required=False)
    kilde = forms.CharField(
        label=_("Kilde"), max_length=300, help_text=_("Hvem sier det, og hvor. Gjerne en lenke.")
    )
    kilde_dato = DatoFelt(label=_("Kildens dato"))
    sikkerhet = forms.ChoiceField(label=_("Sikkerhet"), choices=[("", VELG), *Sikkerhet.choices])
    gjelder_til = DatoFelt(label=_("Gjelder til og med"), required=False)
    plan = forms.ChoiceField(label=_("Plan"), choices=_planvalg, required=False)

    def _felles(self, *felt: str) -> dict[str, Any]:
        svar = self.cleaned_data
        plan = int(svar["plan"]) if svar["plan"] else None
        return {navn: svar[navn] for navn in (*felt, *_FELLES)} | {
            "kommune_id": valgt_kommune(svar), "plan_id": plan, "sikkerhet": Sikkerhet(svar["sikkerhet"])
        }  # fmt: skip


class BehovSkjema(_KunnskapSkjema):
    """Work that lacks people."""

    knapp = _("Lagre behovet")
    yrke = forms.CharField(label=_("Yrke"), max_length=120)
    styrk08 = forms.CharField(
        label=_("STYRK-08"), max_length=4, required=False, validators=[STYRK],
        help_text=_("Fire siffer fra SSBs standard for yrker, når dere vet koden."),
    )  # fmt: skip
    antall = forms.IntegerField(label=_("Antall"), min_value=0, max_value=99_999, required=False)
    opplaering = forms.CharField(label=_("Opplæring som trengs"), max_length=300, required=False)
    virkemidler = forms.CharField(
        label=_("Partnernes virkemidler"), max_length=300, required=False,
        help_text=_("For eksempel tilskudd fra Nav eller læreplasser i bedriftene."),
    )  # fmt: skip
    field_order = ("innsending", "versjon", *_BEHOV, "kommune")

    @property
    def data_(self) -> Behovsdata:
        """The answers."""
        return Behovsdata(**self._felles(*_BEHOV))


class TilbudSkjema(_KunnskapSkjema):
    """What one can learn."""

    knapp = _("Lagre tilbudet")
    navn = forms.CharField(label=_("Tilbud"), max_length=150)
    tilbyder = forms.CharField(label=_("Hvem gir det"), max_length=150)
    maalgruppe = forms.CharField(label=_("For hvem"), max_length=200, required=False)
    innhold = forms.CharField(
        label=_("Hva det er"), max_length=500, required=False, widget=forms.Textarea({"rows": 3})
    )
    plasser = forms.IntegerField(label=_("Plasser"), min_value=0, max_value=99_999, required=False)
    field_order = ("innsending", "versjon", *_TILBUD, "kommune")

    @property
    def data_(self) -> Tilbudsdata:
        """The answers."""
        return Tilbudsdata(**self._felles(*_TILBUD))


def behovsverdier(b: Arbeidskraftbehov) -> dict[str, Any]:
    """Return a need as the form shows it."""
    return _verdier(b, _BEHOV)


def tilbudsverdier(t: Tilbud) -> dict[str, Any]:
    """Return an offer as the form shows it."""
    return _verdier(t, _TILBUD)


def _verdier(rad: Arbeidskraftbehov | Tilbud, felt: tuple[str, ...]) -> dict[str, Any]:
    valgt = {"kommune": str(rad.kommune_id or ""), "plan": str(rad.plan_id or "")}
    return valgt | {navn: getattr(rad, navn) for navn in ("versjon", *felt, *_FELLES)}
