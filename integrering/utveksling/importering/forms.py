"""The forms: a file, its columns, its sheet, a saved mapping."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from integrering.grunnmur.skjema import Skjema
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering.actions import kjente_kolonner, paakrevde_kolonner
from integrering.utveksling.importering.format import Format
from integrering.utveksling.importering.kolonner import Kolonne
from integrering.utveksling.importering.regneark import feil_type

_PREFIKS = "kolonne_"
# what a table is called; other systems call a CSV file .xls as well
_ENDELSER = frozenset({"csv", "txt", "tsv", "xlsx", "ods", "xls"})


class Filskjema(Skjema):
    """The file. What it is, its content says."""

    knapp = gettext_lazy("Last opp og kontroller")
    merk_felt = False
    fil = forms.FileField(
        label=gettext_lazy("Fil"),
        help_text=gettext_lazy(
            "Excel (.xlsx), OpenDocument (.ods) eller CSV. Ingenting er lagret før du har sett over."
        ),
        error_messages={"required": gettext_lazy("Velg en fil.")},
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx,.ods"}),
    )
    historisk = forms.BooleanField(
        label=gettext_lazy("Ta registreringstidspunktet fra filen"),
        help_text=gettext_lazy("Bare for historiske data. Filen må ha kolonnen registrert."),
        required=False,
    )
    noekkel = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, format_: Format, av: Aktoer, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"noekkel": uuid.uuid4()})
        super().__init__(*args, **kwargs)
        if not (format_.historisk and av.har(Rolle.ADMINISTRATOR)):
            del self.fields["historisk"]

    def clean_fil(self) -> UploadedFile[Any]:
        """Refuse a name that says it is something else; what is said to be a table, its content decides."""
        fil: UploadedFile[Any] = self.cleaned_data["fil"]
        krev_tabell(fil.name or "")
        return fil


def krev_tabell(filnavn: str) -> None:
    """Raise ValidationError for a name that says it is no table."""
    stamme, punktum, endelse = filnavn.rpartition(".")
    if stamme and punktum and endelse.lower() not in _ENDELSER:
        raise forms.ValidationError(feil_type())


def _navn(eksempler: Sequence[str], nummer: int, overskrift: str) -> str:
    """Return a heading with its first values, for a list to choose from."""
    verdier = ", ".join(v.strip() for v in eksempler if v.strip())
    navn = overskrift or _("Kolonne %(nummer)d uten overskrift") % {"nummer": nummer + 1}
    return f"{navn} ({verdier})" if verdier else navn


class Kolonneskjema(Skjema):
    """Which of the file's columns is which of ours."""

    knapp = gettext_lazy("Lagre og kontroller filen")
    navn = forms.CharField(
        label=gettext_lazy("Navn på kolonneoppsettet"),
        help_text=gettext_lazy("Neste fil med de samme overskriftene går rett til kontroll."),
        max_length=100,
    )

    def __init__(
        self,
        *args: Any,
        format_: Format,
        overskrifter: Sequence[str],
        eksempler: Sequence[Sequence[str]] = (),
        plasser: Mapping[str, int],
        historisk: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        valg = [
            (str(i), _navn(eksempler[i] if i < len(eksempler) else (), i, o))
            for i, o in enumerate(overskrifter)
        ]
        kolonner: dict[str, Kolonne] = {k.navn: k for k in format_.kolonner}
        kreves = paakrevde_kolonner(format_, historisk=historisk)
        for navn in kjente_kolonner(format_, historisk=historisk):
            kolonne = kolonner.get(navn)
            self.fields[_PREFIKS + navn] = forms.ChoiceField(
                label=navn,
                help_text=kolonne.forklaring if kolonne else _hjelp(navn),
                choices=[("", _("Velg kolonne") if navn in kreves else _("Ikke i filen")), *valg],
                required=navn in kreves,
                initial=str(plasser.get(navn, "")),
                error_messages={
                    "required": ngettext(
                        "Velg hvilken kolonne som er %(navn)s.", "Velg hvilke kolonner som er %(navn)s.", 1
                    )
                    % {"navn": navn}
                },
            )
        self.order_fields([f for f in self.fields if f != "navn"] + ["navn"])

    @property
    def plasser(self) -> dict[str, int]:
        """What was chosen."""
        return {
            felt.removeprefix(_PREFIKS): int(verdi)
            for felt, verdi in self.cleaned_data.items()
            if felt.startswith(_PREFIKS) and verdi
        }

    def clean(self) -> dict[str, Any]:
        """Refuse a column that is chosen twice, beside the second one."""
        sett: dict[str, str] = {}
        for felt, verdi in list(self.cleaned_data.items()):
            if not felt.startswith(_PREFIKS) or not verdi:
                continue
            if verdi in sett:
                self.add_error(
                    felt,
                    _("Kolonnen er alt valgt som %(navn)s.") % {"navn": sett[verdi]},
                )
            sett[verdi] = felt.removeprefix(_PREFIKS)
        return self.cleaned_data


class Kartskjema(Kolonneskjema):
    """A saved mapping, changed on its own page."""

    knapp = gettext_lazy("Lagre")
    versjon = forms.IntegerField(widget=forms.HiddenInput)

    def valgt(self, plasser: Mapping[str, int]) -> dict[str, str]:
        """Return what the fields of the columns would hold with these places."""
        felter = [f for f in self.fields if f.startswith(_PREFIKS)]
        return {f: str(plasser.get(f.removeprefix(_PREFIKS), "")) for f in felter}


def _hjelp(navn: str) -> str:
    if navn == "registrert":
        return _("Når det ble registrert: dato, eller dato og klokkeslett")
    return _("Avsenderens egen nøkkel for raden. Med den blir en endret rad en rettelse.")


class Arkskjema(Skjema):
    """Which sheet of the spreadsheet."""

    knapp = gettext_lazy("Bytt ark")
    merk_felt = False
    ark = forms.ChoiceField(label=gettext_lazy("Ark"))

    def __init__(self, *args: Any, arknavn: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ark"].choices = [(a, a) for a in arknavn]  # type: ignore[attr-defined]
