"""Base of every form, and the fields people type dates, amounts and hours into."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import lesing, visning
from integrering.grunnmur.feil import HELE, Regelbrudd

Tekst = str | Promise


def _ledetekst(felt: forms.Field) -> str:
    """Return the label as it reads inside a sentence: «E-post» → «e-post», «DUF-nummer» as it is."""
    tekst = str(felt.label or "")
    forkortet = tekst[:2].isalpha() and tekst[:2].isupper()
    return tekst if forkortet else tekst[:1].lower() + tekst[1:]


def _si_hva_som_mangler(felt: forms.Field) -> None:
    """Replace Django's «field is required» by a sentence that names the field and the deed."""
    if (
        not felt.label
        or felt.error_messages.get("required") != forms.Field.default_error_messages["required"]
    ):
        return
    moenster = _("Velg %(felt)s.") if isinstance(felt, forms.ChoiceField) else _("Fyll ut %(felt)s.")
    ledetekst = _ledetekst(felt)
    if isinstance(felt, forms.BooleanField):
        moenster = _("Kryss av for «%(felt)s» for å gå videre.")
    elif ledetekst.endswith("?"):
        moenster, ledetekst = _("Svar på «%(felt)s»."), str(felt.label)
    felt.error_messages["required"] = moenster % {"felt": ledetekst}


class Skjema(forms.Form):
    """Form with the house's rendering: `{% crispy skjema %}` writes fields, errors and buttons.

    `knapp` names the action («Registrer vedtak»). Warnings that do not stop the user lie in
    `advarsler` (field → text) and are shown below the field.
    """

    knapp: Tekst = _("Lagre")
    merk_felt = True
    # marked as «valgfritt» in a form where all may be half-written
    valgfrie: Collection[str] = ()
    use_required_attribute = False

    def __init__(self, *args: Any, avbryt: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.avbryt = avbryt
        self._advarsler: dict[str, str] = {}
        for navn, felt in self.fields.items():
            _si_hva_som_mangler(felt)
            behold: Callable[[Any], None] | None = getattr(felt, "behold", None)
            if behold:
                behold(self.get_initial_for_field(felt, navn))

    @property
    def helper(self) -> FormHelper:
        """How crispy-forms writes this form; override and adjust for a layout of its own."""
        helper = FormHelper(self)
        helper.attrs = {"novalidate": True, "data-vern": True}
        helper.form_class = "skjema"
        helper.avbryt_url = self.avbryt
        helper.add_input(Submit("lagre", self.knapp))
        return helper

    def legg_til_felt(self, navn: str, felt: forms.Field) -> None:
        """Add a field after the form is made; what is missing is said as for the others."""
        self.fields[navn] = felt
        _si_hva_som_mangler(felt)

    def legg_til_advarsel(self, felt: str, tekst: str) -> None:
        """Attach a warning to a field without refusing the form."""
        self._advarsler[felt] = tekst

    @property
    def advarsler(self) -> dict[str, str]:
        """Warnings per field, from the fields themselves (`advarsel_for`) and from the form."""
        funnet = dict(self._advarsler)
        verdier: dict[str, Any] = getattr(self, "cleaned_data", {})
        for navn, felt in self.fields.items():
            advarsel: Callable[[Any], str] | None = getattr(felt, "advarsel_for", None)
            if advarsel and verdier.get(navn) and (tekst := advarsel(verdier[navn])):
                funnet.setdefault(navn, tekst)
        return funnet

    def legg_til_regelbrudd(self, brudd: Regelbrudd) -> None:
        """Show what an action refused beside the fields it names."""
        for felt, tekster in brudd.meldinger.items():
            maal = felt if felt != HELE and felt in self.fields else None
            for tekst in tekster:
                self.add_error(maal, tekst)


class Filterskjema(Skjema):
    """Form of a filter row: GET, nothing is required, no marks."""

    merk_felt = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for felt in self.fields.values():
            felt.required = False


@dataclass(frozen=True)
class Chip:
    """A chosen filter: what it says and the address of the list without it."""

    tekst: str
    fjern_url: str


def valgte_filtre(skjema: forms.Form, sporring: QueryDict) -> list[Chip]:
    """Return the filters in use, each removable; the page position falls away with the filter."""
    chips = []
    for navn in skjema.fields:
        noekkel = skjema.add_prefix(navn)
        if not sporring.get(noekkel) or skjema[navn].is_hidden:
            continue
        uten = sporring.copy()
        for fjernes in (noekkel, "etter", "foer", "side"):
            uten.pop(fjernes, None)
        bundet = skjema[navn]
        verdi = dict(getattr(bundet.field, "choices", ())).get(sporring[noekkel], sporring[noekkel])
        if isinstance(bundet.field, DatoFelt) and (dag := getattr(skjema, "cleaned_data", {}).get(navn)):
            verdi = visning.dato(dag)
        chips.append(Chip(f"{bundet.label}: {verdi}", f"?{uten.urlencode()}"))
    return chips


class _Tekstinndata(forms.TextInput):
    """Text control for numbers: numeric keyboard, no autofill, what was typed comes back as typed."""

    def __init__(self, *, inndata: str, klasse: str) -> None:
        super().__init__({"inputmode": inndata, "autocomplete": "off", "class": klasse})


class DatoFelt(forms.Field):
    """A date in one text field; the native control follows the machine's language, not the page's.

    Accepts 28.02.2027, 28.2.27, 280227, 28022027 and 2027-02-28. Refuses years before 1900 and
    after 2100.
    """

    def __init__(self, *, navn: Tekst = "", **kwargs: Any) -> None:
        kwargs.setdefault("widget", _Tekstinndata(inndata="numeric", klasse="felt-dato"))
        super().__init__(**kwargs)
        self.navn = navn

    def _melding(self, grunn: lesing.Grunn) -> str:
        navn = self._navn()
        deler = {"navn": navn[:1].upper() + navn[1:]}
        match grunn:
            case lesing.Grunn.FINNES_IKKE:
                return gettext("%(navn)s finnes ikke i kalenderen. Skriv for eksempel 28.02.2027.") % deler
            case lesing.Grunn.FOR_TIDLIG:
                return gettext("%(navn)s kan ikke være før 1900. Sjekk at året er riktig.") % deler
            case lesing.Grunn.FOR_SEN:
                return gettext("%(navn)s kan ikke være etter 2100. Sjekk at året er riktig.") % deler
            case _:
                return self._mangler()

    def _navn(self) -> str:
        """Return what the date is called inside a sentence: given, or the label."""
        return str(self.navn) or _ledetekst(self) or gettext("dato")

    def _mangler(self) -> str:
        return gettext("Skriv %(navn)s, for eksempel 28.02.2027.") % {"navn": self._navn()}

    def to_python(self, value: object) -> date | None:
        """Return the date that was typed."""
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        tekst = str(value or "").strip()
        if not tekst:
            return None
        try:
            return lesing.les_dato(tekst, timezone.localdate())
        except lesing.Ulesbar as feil:
            raise ValidationError(self._melding(feil.grunn), code=feil.grunn) from None

    def validate(self, value: object) -> None:
        """Say with an example what is missing."""
        if self.required and value is None:
            raise ValidationError(self._mangler(), code="required")

    def prepare_value(self, value: object) -> object:
        """Show a stored date as 28.02.2027."""
        return visning.dato(value) if isinstance(value, date) else value

    def has_changed(self, initial: object, data: object) -> bool:
        """Compare dates, not the way they were typed."""
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class BeloepFelt(forms.Field):
    """Whole kroner: spaces, «kr» and «,-» are allowed."""

    def __init__(self, *, minst: int | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("widget", _Tekstinndata(inndata="numeric", klasse="felt-beloep"))
        super().__init__(**kwargs)
        self.minst = minst

    def to_python(self, value: object) -> int | None:
        """Return the amount in kroner."""
        if value is None or str(value).strip() == "":
            return None
        try:
            beloep = lesing.les_kroner(str(value))
        except lesing.Ulesbar:
            raise ValidationError(
                gettext("Skriv beløpet i hele kroner, for eksempel 12 500."), "form"
            ) from None
        if self.minst is not None and beloep < self.minst:
            raise ValidationError(
                gettext("Beløpet kan ikke være under %(n)s kr.") % {"n": self.minst}, "minst"
            )
        return beloep

    def validate(self, value: object) -> None:
        """Say with an example what is missing."""
        if self.required and value is None:
            raise ValidationError(
                gettext("Skriv beløpet i hele kroner, for eksempel 12 500."), code="required"
            )


class TimerFelt(forms.Field):
    """Hours with decimal comma, at most one decimal."""

    def __init__(self, *, mest: Decimal | int = 60, **kwargs: Any) -> None:
        kwargs.setdefault("widget", _Tekstinndata(inndata="decimal", klasse="felt-timer"))
        super().__init__(**kwargs)
        self.mest = Decimal(mest)

    def to_python(self, value: object) -> Decimal | None:
        """Return the hours."""
        if value is None or str(value).strip() == "":
            return None
        try:
            timer = lesing.les_desimaltall(str(value))
        except lesing.Ulesbar:
            raise ValidationError(self._mangler(), code="form") from None
        if timer < 0 or timer > self.mest:
            melding = gettext("Timer må være mellom 0 og %(mest)s.") % {"mest": visning.desimal(self.mest)}
            raise ValidationError(melding, code="omraade")
        if timer != timer.quantize(Decimal("0.1")):
            raise ValidationError(
                gettext("Skriv timer med høyst én desimal, for eksempel 22,5."), code="desimal"
            )
        return timer

    def _mangler(self) -> str:
        return gettext("Skriv antall timer, for eksempel 22,5.")

    def validate(self, value: object) -> None:
        """Say with an example what is missing."""
        if self.required and value is None:
            raise ValidationError(self._mangler(), code="required")

    def prepare_value(self, value: object) -> object:
        """Show a stored number with comma."""
        return visning.desimal(value) if isinstance(value, Decimal | float | int) else value
