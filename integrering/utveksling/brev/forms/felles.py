"""What all letters ask. Which fields there are is decided by the template."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Bruker
from integrering.utveksling.brev.actions.felter import svarfristfeil
from integrering.utveksling.brev.flettefelt import SVARFRIST, Flettefelt, Slag, felt_for
from integrering.utveksling.brev.models import Brevmalversjon
from integrering.utveksling.brev.rules.tekst import felt_i

MAALFORMER = [("nb", _("Bokmål")), ("nn", _("Nynorsk"))]
HJELP_TEKST = _(
    "Kommer etter konklusjonen. En tom linje gir nytt avsnitt, «- » først på linjen gir et punkt, "
    "**to stjerner** gir fet skrift."
)
FRIST = timedelta(days=14)


def skrevne_felt(malversjon: Brevmalversjon) -> list[Flettefelt]:
    """Return the fields of the template that someone has to type."""
    brukt = felt_i(*malversjon.alle_tekster)
    kjente = felt_for(malversjon.mal.kode, malversjon.mal.mottakerslag)
    return [f for f in kjente.values() if f.skrives and f.navn in brukt]


class MedMal(Skjema):
    """What all letters ask: date, typed fields, own text, contact."""

    def __init__(self, *args: Any, malversjon: Brevmalversjon, av: Aktoer, **kwargs: Any) -> None:
        self.malversjon, self.av = malversjon, av
        super().__init__(*args, **kwargs)

    def _legg_til_felles(self) -> None:
        self.legg_til_felt(
            "dato", DatoFelt(label=_("Dato i brevet"), navn=_("dato"), initial=timezone.localdate())
        )
        for felt in skrevne_felt(self.malversjon):
            self.legg_til_felt(f"felt_{felt.navn}", self._felt(felt))
        self.legg_til_felt(
            "fritekst",
            forms.CharField(
                label=_("Egen tekst"),
                required=False,
                max_length=10_000,
                help_text=HJELP_TEKST,
                widget=forms.Textarea({"rows": 8}),
            ),
        )
        bruker = Bruker.objects.filter(pk=self.av.bruker_id).first()
        self.legg_til_felt(
            "kontakt_navn", forms.CharField(label=_("Kontaktperson"), max_length=100, initial=self.av.navn)
        )
        self.legg_til_felt(
            "kontakt_epost",
            forms.EmailField(
                label=_("E-post"), required=False, max_length=200, initial=bruker.email if bruker else ""
            ),
        )
        self.legg_til_felt(
            "kontakt_telefon", forms.CharField(label=_("Telefon"), required=False, max_length=40)
        )

    def _felt(self, felt: Flettefelt) -> forms.Field:
        if felt.slag is Slag.DATO:
            frist = timezone.localdate() + FRIST if felt is SVARFRIST else None
            return DatoFelt(label=felt.ledetekst, help_text=felt.hjelp, initial=frist)
        return forms.CharField(label=str(felt.ledetekst), help_text=str(felt.hjelp), max_length=300)

    def clean(self) -> dict[str, Any]:
        """Refuse here what the action refuses: a bundle is looked over before the action is asked."""
        v = super().clean() or self.cleaned_data
        frist = v.get(f"felt_{SVARFRIST.navn}")
        if v.get("dato") and frist:
            for felt, feil in svarfristfeil(v["dato"], {SVARFRIST.navn: frist.isoformat()}).items():
                self.add_error(felt, feil)
        return v

    @property
    def verdier(self) -> dict[str, str]:
        """The typed fields as they are stored: dates as ISO."""
        return {
            f.navn: _som_tekst(self.cleaned_data[f"felt_{f.navn}"]) for f in skrevne_felt(self.malversjon)
        }

    @property
    def felles(self) -> dict[str, Any]:
        """What is the same in a letter and in a bundle."""
        v = self.cleaned_data
        return {
            "dato": v["dato"],
            "fritekst": v["fritekst"],
            "kontakt_navn": v["kontakt_navn"],
            "kontakt_epost": v["kontakt_epost"],
            "kontakt_telefon": v["kontakt_telefon"],
            "verdier": self.verdier,
        }


def _som_tekst(verdi: object) -> str:
    return verdi.isoformat() if isinstance(verdi, date) else str(verdi or "")
