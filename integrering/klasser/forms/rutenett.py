"""Grids: a line for each participant (and kind of training), ordinary inputs in the cells."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.kodelister import kodenavn, kodevalg
from integrering.grunnmur.lesing import Ulesbar, les_desimaltall
from integrering.grunnmur.skjema import Skjema, TimerFelt
from integrering.grunnmur.toklokker import ToKlokker
from integrering.klasser.actions import Linje, Linjebrudd
from integrering.nir import tekster
from integrering.nir.faktatyper import FAKTATYPER, Faktatype
from integrering.nir.models import Person

TIMER, PROEVE = FAKTATYPER["timer"], FAKTATYPER["proeve"]
TIMEFELT = ("timer", "gyldig_fravaer", "ugyldig_fravaer")


@dataclass(frozen=True)
class Rutelinje:
    """A line of the grid: who, what all its cells share, and what is registered."""

    person: Person
    nr: str
    faste: Mapping[str, Any]
    gammel: ToKlokker | None

    def felt(self, navn: str) -> str:
        """Return the name of a cell's control."""
        return f"{self.nr}-{navn}"


class _Cellefelt(forms.Field):
    """A cell names its line and column when it is refused: the message stands above the grid too."""

    def clean(self, value: Any) -> Any:
        """Put the label before the message."""
        try:
            return super().clean(value)
        except ValidationError as feil:
            raise ValidationError([f"{self.label}: {melding}" for melding in feil.messages]) from None


class Timecelle(_Cellefelt, TimerFelt):
    """Hours."""


class Kodecelle(_Cellefelt, forms.ChoiceField):
    """A code of a list."""


class RutenettSkjema(Skjema):
    """Cells, the version each line was made from, and one reason for all corrections."""

    knapp = gettext_lazy("Lagre alle")
    merk_felt = False
    slag: Faktatype
    kolonner: Sequence[str]

    def __init__(
        self,
        *args: Any,
        linjer: Sequence[Rutelinje],
        forslag: Mapping[str, Mapping[str, Any]] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.linjer = list(linjer)
        for linje in self.linjer:
            foer = {k: getattr(linje.gammel, k) for k in self.kolonner} if linje.gammel else {}
            verdier = foer or (forslag or {}).get(linje.nr, {})
            for navn in self.kolonner:
                self.fields[linje.felt(navn)] = self._celle(linje, navn, verdier.get(navn))
            self.fields[linje.felt("sett")] = forms.IntegerField(
                widget=forms.HiddenInput, required=False, initial=linje.gammel.pk if linje.gammel else None
            )
        self.fields["aarsak"] = forms.CharField(
            label=_("Hvorfor rettes det som alt er registrert?"),
            max_length=300,
            required=False,
            help_text=_("Fylles ut bare når du endrer noe som er lagret før. Skriv ikke helseopplysninger."),
        )

    def _celle(self, linje: Rutelinje, navn: str, initial: Any) -> forms.Field:
        felt = self.lag_celle(navn, f"{linje.person.navn}, {self.kolonnenavn(linje, navn)}", initial)
        felt.widget.attrs |= {"aria-label": felt.label, "data-kolonne": f"{self.kolonne(linje)}-{navn}"}
        return felt

    def lag_celle(self, navn: str, ledetekst: str, initial: Any) -> forms.Field:
        """Return the control of a cell."""
        raise NotImplementedError

    def kolonne(self, linje: Rutelinje) -> str:
        """Return what the cells of the line share a column by."""
        return ""

    def kolonnenavn(self, linje: Rutelinje, navn: str) -> str:
        """Return what a column is called in a message."""
        return str(self.slag.felt(navn).verbose_name)

    # --- What was typed ---

    def clean(self) -> dict[str, Any]:
        """Check each line that something is written in; one that was registered cannot be emptied."""
        for linje in self.linjer:
            if any(linje.felt(navn) in self.errors for navn in self.kolonner):
                continue
            if not self._er_tom(linje):
                self.kontroller_linje(linje)
            elif linje.gammel is not None:
                self._ved(linje, self.kolonner[0], self.toemt())
        return self.cleaned_data

    def kontroller_linje(self, linje: Rutelinje) -> None:
        """Check what the cells of a line must be together."""

    def toemt(self) -> str:
        """Return what to do instead of emptying a line that is registered."""
        raise NotImplementedError

    def _er_tom(self, linje: Rutelinje) -> bool:
        return all(self.cleaned_data.get(linje.felt(navn)) in (None, "") for navn in self.kolonner)

    def _ved(self, linje: Rutelinje, navn: str, melding: str) -> None:
        felt = linje.felt(navn if navn in self.kolonner else self.kolonner[0])
        self.add_error(felt, f"{self.fields[felt].label}: {melding}")

    @property
    def utfylte(self) -> list[Rutelinje]:
        """The lines something is written in."""
        return [linje for linje in self.linjer if not self._er_tom(linje)]

    @property
    def svar(self) -> list[Linje]:
        """What the lines say, in the order of `utfylte`."""
        return [
            Linje(
                linje.person,
                {**linje.faste, **self.verdier(linje)},
                self.cleaned_data[linje.felt("sett")],
            )
            for linje in self.utfylte
        ]

    def verdier(self, linje: Rutelinje) -> dict[str, Any]:
        """Return the values of a line's cells, as they are registered."""
        return {navn: self.cleaned_data[linje.felt(navn)] for navn in self.kolonner}

    # --- What was refused ---

    def legg_til_linjebrudd(self, brudd: Linjebrudd) -> None:
        """Show what was refused beside the lines."""
        utfylte = self.utfylte
        for nr, feil in brudd.per_linje.items():
            for navn, meldinger in feil.items():
                for melding in meldinger:
                    self._ved(utfylte[nr], navn, melding)

    def forskjeller(self, naa: Mapping[int, ToKlokker | None]) -> list[dict[str, str]]:
        """Return the lines where somebody saved something else, with both values."""
        utfylte, svar = self.utfylte, self.svar
        return [
            {
                "hvem": utfylte[nr].person.navn,
                "hva": self.linjenavn(utfylte[nr]),
                "deres": self._i_ord(rad) if rad else _("Ikke registrert"),
                "ditt": self._i_ord(svar[nr].verdier),
                "endret_av": str(rad.registrert_av) if rad else "",
            }
            for nr, rad in naa.items()
        ]

    def linjenavn(self, linje: Rutelinje) -> str:
        """Return what the line is about, beside the person."""
        return ""

    def _i_ord(self, kilde: Any) -> str:
        hent: Callable[[str], Any] = kilde.get if isinstance(kilde, Mapping) else lambda n: getattr(kilde, n)
        deler = ((self.slag.felt(n), hent(n)) for n in self.kolonner)
        return "; ".join(f"{f.verbose_name} {tekster.verdi(f, v)}" for f, v in deler if v not in (None, ""))

    def fra_versjonen(self, naa: Mapping[int, ToKlokker | None]) -> None:
        """Let the form, as it was typed, be made from the versions that stand now."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        for nr, rad in naa.items():
            data[self.utfylte[nr].felt("sett")] = str(rad.pk) if rad else ""
        self.data = data

    # --- What the page shows ---

    @property
    def per_person(self) -> list[tuple[Person, list[BoundField], list[BoundField]]]:
        """Each participant with cells, and with what is hidden."""
        ut: dict[int, tuple[Person, list[BoundField], list[BoundField]]] = {}
        for linje in self.linjer:
            _person, celler, skjulte = ut.setdefault(linje.person.pk, (linje.person, [], []))
            celler += [self[linje.felt(navn)] for navn in self.kolonner]
            skjulte.append(self[linje.felt("sett")])
        return list(ut.values())

    @property
    def summer(self) -> list[tuple[str, Decimal]]:
        """The sum of each column as the page shows it: what is typed, or registered."""
        sum_: dict[str, Decimal] = {}
        for linje in self.linjer:
            for navn in self.kolonner:
                kolonne = f"{self.kolonne(linje)}-{navn}"
                sum_[kolonne] = sum_.get(kolonne, Decimal(0)) + _tall(self[linje.felt(navn)].value())
        return list(sum_.items())


def _tall(verdi: Any) -> Decimal:
    try:
        return les_desimaltall(str(verdi or 0))
    except Ulesbar:
        return Decimal(0)


class TimeSkjema(RutenettSkjema):
    """Hours and absence of a month (forskriften § 53 g, h, j).

    `inndeling` is the code that the columns come once for, and `antall` the column that must be there.
    """

    slag = TIMER
    kolonner: Sequence[str] = TIMEFELT
    inndeling, antall = "modul", "timer"

    def lag_celle(self, navn: str, ledetekst: str, initial: Any) -> forms.Field:
        """Return a field for hours."""
        felt = Timecelle(mest=self.slag.felt(navn).mest, label=ledetekst, required=False, initial=initial)
        felt.widget.attrs["class"] = "felt-celle"
        return felt

    def kolonne(self, linje: Rutelinje) -> str:
        """Return the code: each has columns of its own."""
        return str(linje.faste[self.inndeling])

    def kolonnenavn(self, linje: Rutelinje, navn: str) -> str:
        """Return the column with its code."""
        return f"{self.slag.felt(navn).verbose_name}, {self.linjenavn(linje)}"

    def linjenavn(self, linje: Rutelinje) -> str:
        """Return what the code is called."""
        return kodenavn(self.slag.felt(self.inndeling).liste, linje.faste[self.inndeling])

    def kontroller_linje(self, linje: Rutelinje) -> None:
        """Absence alone does not say how many hours were given."""
        if self.cleaned_data.get(linje.felt(self.antall)) is None:
            self._ved(linje, self.antall, _("Skriv timene også, 0 hvis det ikke var noen."))

    def toemt(self) -> str:
        """Hours are not emptied."""
        return _("Timene er alt registrert. Skriv 0, eller annuller registreringen på personens side.")

    def verdier(self, linje: Rutelinje) -> dict[str, Any]:
        """No absence typed is no absence."""
        return {
            navn: verdi if verdi is not None else Decimal(0) for navn, verdi in super().verdier(linje).items()
        }


class ProeveSkjema(RutenettSkjema):
    """Results of a test, one line a participant (forskriften § 54)."""

    slag = PROEVE

    def __init__(self, *args: Any, deler: Sequence[str], resultater: Collection[str], **kwargs: Any) -> None:
        self.kolonner, self._resultater = deler, resultater
        super().__init__(*args, **kwargs)

    def lag_celle(self, navn: str, ledetekst: str, initial: Any) -> forms.Field:
        """Return a choice among the results of the test."""
        valg = [
            (kode, tekst)
            for kode, tekst in kodevalg("proeveresultat", med=initial or "")
            if kode in self._resultater
        ]
        return Kodecelle(choices=[("", "–"), *valg], label=ledetekst, required=False, initial=initial)

    def toemt(self) -> str:
        """Results are not emptied."""
        return _(
            "Resultatet er alt registrert. Velg et annet, eller annuller registreringen på personens side."
        )
