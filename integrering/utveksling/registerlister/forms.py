"""The forms: a list, its columns, a mark, what a code means."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.alfabet import alfabetisk
from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from integrering.utveksling.importering.forms import krev_tabell
from integrering.utveksling.registerlister.actions.opplasting import Listedata
from integrering.utveksling.registerlister.kodeverk import KOLONNENAVN, Grunn, Hvor, Listeslag
from integrering.utveksling.registerlister.models import Kodekobling, Registerliste
from integrering.utveksling.registerlister.queries.koder import kodevalg_for
from integrering.utveksling.registerlister.rules.felt import DUF, Felt, Slag, kolonner

_PREFIKS = "kolonne_"


class Listeskjema(Skjema):
    """A list to upload."""

    knapp = gettext_lazy("Last opp og sammenlign")
    slag = forms.ChoiceField(
        label=gettext_lazy("Hvilken liste er det?"), choices=Listeslag.choices, widget=forms.RadioSelect
    )
    fil = forms.FileField(
        label=gettext_lazy("Fil"),
        help_text=gettext_lazy("Filen slik den ble lastet ned fra registeret: CSV, XLSX eller ODS."),
        error_messages={"required": gettext_lazy("Velg en fil.")},
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx,.ods"}),
    )
    dato = DatoFelt(
        label=gettext_lazy("Når ble listen hentet?"), navn=gettext_lazy("datoen listen ble hentet")
    )
    avsluttet_fra = DatoFelt(
        label=gettext_lazy("Avsluttet fra og med"),
        required=False,
        help_text=gettext_lazy("Bare for oversikten over avsluttede: den første dagen den tar med."),
    )
    kommune = forms.ChoiceField(label=gettext_lazy("Hvem gjelder listen?"), required=False)
    kolonner = forms.BooleanField(
        label=gettext_lazy("Velg kolonner på nytt"),
        required=False,
        help_text=gettext_lazy("Kryss av hvis kolonnene ble lest feil sist."),
    )
    innsending = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"innsending": uuid.uuid4(), "slag": Slag.PERSONER.value})
        super().__init__(*args, **kwargs)
        if av.er_kommune:
            del self.fields["kommune"]
            return
        kommuner = sorted(kommuner_i_fylket(), key=lambda k: alfabetisk(k.navn))
        self.fields["kommune"].choices = [  # type: ignore[attr-defined]
            ("", _("Hele fylket")), *((str(k.pk), k.navn) for k in kommuner)
        ]  # fmt: skip

    def clean_fil(self) -> UploadedFile[Any]:
        """Refuse a name that says it is something else; what is said to be a table, its content decides."""
        fil: UploadedFile[Any] = self.cleaned_data["fil"]
        krev_tabell(fil.name or "")
        return fil

    @property
    def listedata(self) -> Listedata:
        """The answers."""
        svar = self.cleaned_data
        kommune = svar.get("kommune")
        return Listedata(
            slag=Slag(svar["slag"]),
            dato=svar["dato"],
            avsluttet_fra=svar["avsluttet_fra"],
            kommune_id=int(kommune) if kommune else None,
            spoer_om_kolonner=svar["kolonner"],
        )


class Kolonneskjema(Skjema):
    """Which of the file's columns is which of ours."""

    knapp = gettext_lazy("Lagre og sammenlign")

    def __init__(
        self, *args: Any, liste: Registerliste, eksempler: Sequence[Sequence[str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        valg = [
            (str(i), _valgnavn(i, overskrift, eksempler[i] if i < len(eksempler) else ()))
            for i, overskrift in enumerate(liste.overskrifter)
        ]
        for navn in kolonner(Slag(liste.slag)):
            maa = navn == DUF
            felt = forms.ChoiceField(
                label=KOLONNENAVN[navn],
                choices=[("", _("Velg kolonne") if maa else _("Ikke i filen")), *valg],
                required=maa,
                initial=str(liste.plasser.get(navn, "")),
            )
            self.legg_til_felt(_PREFIKS + navn, felt)

    @property
    def plasser(self) -> dict[str, int]:
        """What was chosen."""
        return {felt.removeprefix(_PREFIKS): int(verdi) for felt, verdi in self.cleaned_data.items() if verdi}


def _valgnavn(nummer: int, overskrift: str, eksempler: Sequence[str]) -> str:
    navn = overskrift or _("Kolonne %(nummer)d uten overskrift") % {"nummer": nummer + 1}
    verdier = ", ".join(v.strip() for v in eksempler if v.strip())
    return f"{navn} ({verdier})" if verdier else navn


class Merkeskjema(Skjema):
    """Where it was put right."""

    knapp = gettext_lazy("Lagre")
    hvor = forms.ChoiceField(
        label=gettext_lazy("Hva er gjort?"), choices=Hvor.choices, widget=forms.RadioSelect
    )
    grunn = forms.ChoiceField(
        label=gettext_lazy("Hvorfor stemmer det likevel?"),
        choices=[("", gettext_lazy("Velg grunn")), *Grunn.choices],
        required=False,
        help_text=gettext_lazy("Bare når begge opplysningene kan stå."),
    )

    def __init__(self, *args: Any, merket: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not merket:
            valg = [v for v in Hvor.choices if v[0] != Hvor.AAPEN]
            self.fields["hvor"].choices = valg  # type: ignore[attr-defined]


class Kodeskjema(Skjema):
    """What a value of the register means."""

    knapp = gettext_lazy("Lagre betydningen")
    merk_felt = False
    versjon = forms.IntegerField(widget=forms.HiddenInput)
    koder = forms.MultipleChoiceField(
        label=gettext_lazy("Våre koder som betyr det samme"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    tom = forms.BooleanField(label=gettext_lazy("Verdien betyr at ingenting er registrert"), required=False)
    ingen = forms.BooleanField(label=gettext_lazy("Vi har ingen kode som svarer til verdien"), required=False)

    def __init__(self, *args: Any, kobling: Kodekobling, **kwargs: Any) -> None:
        kwargs.setdefault("initial", kodeverdier(kobling))
        super().__init__(*args, **kwargs)
        self.fields["koder"].choices = kodevalg_for(Felt(kobling.felt))  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Require one answer: an empty form is no answer."""
        svar = super().clean() or {}
        valgt = [bool(svar.get(navn)) for navn in ("koder", "tom", "ingen")]
        if not any(valgt):
            self.add_error("koder", _("Velg koder, eller kryss av for ett av valgene nederst."))
        elif svar.get("ingen") and sum(valgt) > 1:
            self.add_error("ingen", _("Velg enten koder, eller at vi ikke har noen."))
        return svar


def kodeverdier(kobling: Kodekobling) -> dict[str, Any]:
    """Return a value's meaning as the form shows it."""
    ingen = kobling.avklart and not (kobling.koder or kobling.tom)
    return {"versjon": kobling.versjon, "koder": kobling.koder, "tom": kobling.tom, "ingen": ingen}
