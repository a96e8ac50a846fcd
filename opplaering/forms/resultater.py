"""Results: the grid of a class, one person's, and what the list is filtered by."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.kodelister import kodevalg
from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.klasser.forms.rutenett import Kodecelle, ProeveSkjema, Rutelinje, RutenettSkjema
from integrering.nir.rules.sammenheng import proevens_deler
from opplaering.faktatyper import RESULTAT
from opplaering.kodeverk import RESULTATFAG, RESULTATSLAG
from opplaering.rules.resultat import DELER, HOEYEST, LAVEST, er_proeve

KARAKTERER = [(str(k), str(k)) for k in range(LAVEST, HOEYEST + 1)]
STANDARDFAG = "norsk"


def slagvalg() -> list[tuple[str, str]]:
    """Return the kinds of results that may be registered."""
    return [(kode, str(navn)) for kode, navn in kodevalg(RESULTATSLAG)]


def tomt(slag: str, fag: str = "") -> dict[str, Any]:
    """Return the values of a result where nothing is said yet."""
    return {**dict.fromkeys(DELER, ""), "slag": slag, "fag": fag, "karakter": None, "spraak": ""}


class Resultatdag(Skjema):
    """The day of a test, or the day and the subject of grades."""

    merk_felt = False
    dato = DatoFelt(label=gettext_lazy("Dato"), navn=gettext_lazy("dato"))

    def __init__(self, *args: Any, slag: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not er_proeve(slag):
            self.fields["fag"] = forms.ChoiceField(label=_("Fag"), choices=kodevalg(RESULTATFAG))


class KlasseproeveSkjema(ProeveSkjema):
    """Results of a test, a line for each pupil."""

    slag = RESULTAT


class KarakterSkjema(RutenettSkjema):
    """Grades in a subject, a line for each pupil."""

    slag, kolonner = RESULTAT, ("karakter",)

    def lag_celle(self, navn: str, ledetekst: str, initial: Any) -> forms.Field:
        """Return a choice among the grades."""
        return Kodecelle(choices=[("", "–"), *KARAKTERER], label=ledetekst, required=False, initial=initial)

    def verdier(self, linje: Rutelinje) -> dict[str, Any]:
        """The grade is a number."""
        return {navn: int(verdi) for navn, verdi in super().verdier(linje).items()}

    def toemt(self) -> str:
        """Grades are not emptied."""
        return _("Karakteren er alt registrert. Velg en annen, eller annuller resultatet.")


def klasseskjema(slag: str, *args: Any, **kwargs: Any) -> RutenettSkjema:
    """Return the grid for a kind of result."""
    if not er_proeve(slag):
        return KarakterSkjema(*args, **kwargs)
    deler, resultater = proevens_deler(slag)
    return KlasseproeveSkjema(*args, deler=deler, resultater=resultater, **kwargs)


class ResultatSkjema(Skjema):
    """One result of one person; with a reason when it is corrected."""

    knapp = gettext_lazy("Lagre")
    dato = DatoFelt(
        label=gettext_lazy("Dato"),
        navn=gettext_lazy("dato"),
        help_text=gettext_lazy("Dagen prøven ble tatt, eller karakteren ble satt."),
    )

    def __init__(self, *args: Any, slag: str, retting: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._slag = slag
        self._deler, resultater = proevens_deler(slag) if er_proeve(slag) else ((), frozenset())
        for navn in self._deler:
            self.legg_til_felt(navn, self._delfelt(navn, resultater))
        if not self._deler:
            self.legg_til_felt("fag", forms.ChoiceField(label=_("Fag"), choices=kodevalg(RESULTATFAG)))
            karakterer = [("", _("Velg")), *KARAKTERER]
            self.legg_til_felt("karakter", forms.ChoiceField(label=_("Karakter"), choices=karakterer))
        if retting:
            self.legg_til_felt(
                "aarsak",
                forms.CharField(
                    label=_("Hvorfor rettes det?"),
                    max_length=300,
                    help_text=_("Vises i historikken. Skriv ikke helseopplysninger."),
                ),
            )
            self.legg_til_felt("versjon", forms.IntegerField(widget=forms.HiddenInput))

    def _delfelt(self, navn: str, resultater: Collection[str]) -> forms.Field:
        valg = [(kode, tekst) for kode, tekst in kodevalg("proeveresultat") if kode in resultater]
        return forms.ChoiceField(
            label=capfirst(str(RESULTAT.felt(navn).verbose_name)),
            choices=[("", _("Ikke tatt")), *valg],
            required=False,
        )

    @property
    def verdier(self) -> dict[str, Any]:
        """The values as they are registered."""
        skrevet = {k: v for k, v in self.cleaned_data.items() if k not in ("aarsak", "versjon")}
        if karakter := skrevet.get("karakter"):
            skrevet["karakter"] = int(karakter)
        return tomt(self._slag) | skrevet
