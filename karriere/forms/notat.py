"""The note as a form: the sections of forskriften § 47 second paragraph. Half-written is saved too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Submit
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import kodenavn, kodevalg
from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.nir.models import Person
from karriere.actions.notat import FELTER, Notatdata
from karriere.forberedelse import har_vgs
from karriere.kodeverk import NOTATBEHOV, Spraak
from karriere.models import Sak
from karriere.models.notat import LENGDE
from karriere.notattekster import SPOERSMAAL
from karriere.rules.notat import ANBEFALING, maal_aa_anbefale


def _tekst(navn: str, ledetekst: Any, rader: int) -> forms.CharField:
    return forms.CharField(
        label=ledetekst, required=False, max_length=LENGDE, help_text=SPOERSMAAL[navn],  # type: ignore[arg-type]
        widget=forms.Textarea({"rows": rader}),
    )  # fmt: skip


class NotatSkjema(Skjema):
    """All may be half-written. What is missing is said when the note is looked over."""

    knapp = _("Lagre og se over")
    merk_felt = False
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    # who began the page: another who logs in meanwhile, saves nothing of it as their own
    skriver = forms.CharField(widget=forms.HiddenInput, required=False)
    spraak = forms.ChoiceField(label=_("Målform i notatet"), choices=Spraak.choices)
    utfyllende = _tekst("utfyllende", _("Utfyllende opplysninger om kompetanse"), 8)
    oensker = _tekst("oensker", _("Ønsker for utdanning og arbeid"), 6)
    muligheter = _tekst("muligheter", _("Muligheter innen utdanning og arbeid"), 8)
    behov = forms.MultipleChoiceField(
        label=_("Behov for å søke"), required=False, choices=[], widget=forms.CheckboxSelectMultiple
    )
    behov_tekst = _tekst("behov_tekst", _("Mer om behovene"), 3)
    hindringer = _tekst("hindringer", _("Hindringer"), 5)
    sluttmaal = forms.ChoiceField(label=_("Sluttmål"), required=False, choices=[])
    anbefaling = _tekst("anbefaling", _("Anbefaling"), 5)
    begrunnelse = _tekst("begrunnelse", _("Begrunnelse"), 6)
    veien_videre = _tekst("veien_videre", _("Veien videre"), 6)

    def __init__(self, *args: Any, sak: Sak, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hentet: list[str] = []
        self._bare_rett = sak.bare_rett
        self.fields["behov"].choices = kodevalg(NOTATBEHOV)  # type: ignore[attr-defined]
        if sak.bare_rett:
            for navn in ANBEFALING:
                del self.fields[navn]
        else:
            self.fields["sluttmaal"].choices = self._maalene(sak.person)  # type: ignore[attr-defined]

    def _maalene(self, person: Person) -> list[tuple[str, str]]:
        """Return the goals of § 13 or § 14; one that is chosen already, stays to be seen."""
        vgs = har_vgs(person)
        if vgs is None:
            self.fields["sluttmaal"].help_text = _(
                "Kommunen har ikke registrert utdanningsnivået. Derfor står målene i både § 13 og § 14 her."
            )
        naa = self.get_initial_for_field(self.fields["sluttmaal"], "sluttmaal")
        koder = dict.fromkeys([*maal_aa_anbefale(vgs), *([naa] if naa else [])])
        return [("", str(_("Ikke valgt"))), *((kode, kodenavn("sluttmaal", kode)) for kode in koder)]

    def hent_det_som_mangler(self, naa: Mapping[str, Any]) -> None:
        """Fill what is left empty with what another window has saved; `hentet` says which, by their labels.

        Saved over, an empty field would take away what was written there.

        Args:
            naa: field → what stands now.
        """
        data = QueryDict(mutable=True)
        data.update(self.data)
        for felt, verdi in naa.items():
            if felt in self.fields and verdi and not self.cleaned_data.get(felt):
                self.cleaned_data[felt] = verdi
                data.setlist(self.add_prefix(felt), verdi if isinstance(verdi, list) else [verdi])
                self.hentet.append(str(self.fields[felt].label))
        self.data = data

    @property
    def helper(self) -> FormHelper:
        """The sections in order; the script of the page saves and warns instead of the house's."""
        helper = super().helper
        helper.attrs = {"novalidate": True, "data-autolagring": True}
        helper.add_input(Submit("utkast", _("Lagre utkast"), css_class="sekundaer"))
        anbefaling = [] if self._bare_rett else [Fieldset(_("Anbefaling"), *ANBEFALING)]
        helper.layout = Layout(
            "versjon", "skriver", "spraak", "utfyllende", "oensker", "muligheter", "behov", "behov_tekst",
            "hindringer", *anbefaling, "veien_videre",
        )  # fmt: skip
        return helper

    @property
    def notatet(self) -> Notatdata:
        """What was written."""
        return Notatdata(**{felt: self.cleaned_data[felt] for felt in FELTER if felt in self.cleaned_data})

    @property
    def versjonen(self) -> int:
        """The version of the draft that was read; 0 when there was none."""
        return self.cleaned_data["versjon"] or 0


class RegistrertSkjema(Skjema):
    """When a note was registered in IMDinett."""

    knapp = _("Registrer dagen")
    dag = DatoFelt(label=_("Registrert i IMDinett"), navn=_("dagen notatet ble registrert"))
