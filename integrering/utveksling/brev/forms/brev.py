"""The form of a draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from integrering.nir.models import Person
from integrering.nir.skjemafelt import DufFelt
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.brev import queries
from integrering.utveksling.brev.actions import Brevsvar
from integrering.utveksling.brev.flettefelt import Slag
from integrering.utveksling.brev.forms.felles import MAALFORMER, MedMal, skrevne_felt
from integrering.utveksling.brev.models import Brev, Mottakerslag
from integrering.utveksling.vedlegg.forms import VedleggFelt
from integrering.utveksling.vedlegg.models import Vedlegg


class Brevskjema(MedMal):
    """A draft: new (with the key of the submission) or changed (with the version it was read in)."""

    knapp = _("Lagre utkast")

    def __init__(
        self,
        *args: Any,
        brev: Brev | None = None,
        person: Person | None = None,
        vedlegg: Sequence[Vedlegg] = (),
        **kwargs: Any,
    ) -> None:
        self.brev = brev
        self._person = person
        super().__init__(*args, **kwargs)
        if brev:
            self.legg_til_felt("versjon", forms.IntegerField(widget=forms.HiddenInput, initial=brev.versjon))
        else:
            self.legg_til_felt("innsending", forms.UUIDField(widget=forms.HiddenInput, initial=uuid4))
            self._legg_til_mottaker()
        self._legg_til_maalform()
        if not (self.person_kjent and self.person_kjent.skjermet):
            self.legg_til_felt(
                "adresse",
                forms.CharField(
                    label=_("Adresselinjer"),
                    required=False,
                    max_length=400,
                    widget=forms.Textarea({"rows": 3}),
                    help_text=_("Står under navnet på mottakeren. Brukes når brevet sendes på papir."),
                ),
            )
        self._legg_til_felles()
        if not (brev and brev.bunke_id):
            self._legg_til_vedlegg(vedlegg)
        if brev:
            self._fyll(brev)

    @property
    def til_person(self) -> bool:
        """True for templates to private persons."""
        return self.malversjon.mal.mottakerslag == Mottakerslag.PERSON

    @property
    def person_kjent(self) -> Person | None:
        """The person who is given before anything is typed."""
        return self.brev.person if self.brev else self._person

    def _legg_til_mottaker(self) -> None:
        if not self.til_person:
            self.legg_til_felt(
                "virksomhet",
                forms.ModelChoiceField(
                    label=_("Mottaker"),
                    queryset=queries.mottakere(),
                    empty_label=pgettext_lazy("nedtrekksliste", "Velg"),
                ),
            )
        if self._person:
            noekkel = str(self._person.noekkel)
            self.legg_til_felt(
                "person", forms.CharField(widget=forms.HiddenInput, initial=noekkel, required=False)
            )
        elif self.til_person:
            self.legg_til_felt(
                "duf",
                DufFelt(label=_("DUF-nummeret til mottakeren"), help_text=_("12 sifre. Mellomrom er greit.")),
            )
        else:
            self.legg_til_felt(
                "duf",
                DufFelt(
                    label=_("Gjelder personen med DUF-nummer"),
                    required=False,
                    help_text=_("Bare når brevet handler om én person. Da står det på siden til personen."),
                ),
            )

    def _legg_til_maalform(self) -> None:
        if self.til_person:
            person = self.person_kjent
            forrige = queries.maalform_for(virksomhet=None, person=person).maalform if person else ""
            self.legg_til_felt(
                "maalform",
                forms.ChoiceField(
                    label=_("Målformen personen bruker"),
                    choices=MAALFORMER,
                    widget=forms.RadioSelect,
                    initial=forrige,
                    help_text=_("Svar på den målformen personen skrev eller snakket."),
                ),
            )
            return
        self.legg_til_felt(
            "maalform",
            forms.ChoiceField(
                label=_("Målform"),
                required=False,
                widget=forms.RadioSelect,
                choices=[("", _("Etter målvedtaket til mottakeren")), *MAALFORMER],
                help_text=_("En kommune som har vedtatt målform, skal få brev på den (språklova § 15)."),
            ),
        )
        self.legg_til_felt(
            "maalformgrunn",
            forms.CharField(
                label=_("Hvorfor en annen målform enn den vedtatte?"), required=False, max_length=300
            ),
        )

    def _legg_til_vedlegg(self, vedlegg: Sequence[Vedlegg]) -> None:
        self.legg_til_felt("vedlegg", VedleggFelt(label=_("Legg ved filer")))
        if vedlegg:
            self.legg_til_felt(
                "slett_vedlegg",
                forms.MultipleChoiceField(
                    label=_("Slett vedlegg når jeg lagrer"),
                    required=False,
                    widget=forms.CheckboxSelectMultiple,
                    choices=[(str(v.noekkel), v.siste.filnavn) for v in vedlegg],
                ),
            )

    def _fyll(self, brev: Brev) -> None:
        """Show what the draft holds."""
        self.initial = dict(self.initial) | {
            navn: getattr(brev, navn)
            for navn in ("maalformgrunn", "dato", "adresse", "fritekst", "kontakt_navn", "kontakt_epost",
                         "kontakt_telefon")
        }  # fmt: skip
        fast = self.til_person or brev.maalformkilde in ("valgt", "overstyrt")
        self.initial["maalform"] = brev.maalform if fast else ""
        for felt in skrevne_felt(self.malversjon):
            verdi = brev.verdier.get(felt.navn, "")
            er_dato = felt.slag is Slag.DATO and verdi
            self.initial[f"felt_{felt.navn}"] = date.fromisoformat(verdi) if er_dato else verdi

    def clean_duf(self) -> str:
        """Find the person. One the writer may not see is as one who is not there."""
        duf = str(self.cleaned_data["duf"])
        if duf:
            self._person = Person.objects.filter(duf=duf).first()
            if self._person is None:
                raise forms.ValidationError(gettext("Fant ingen person med dette DUF-nummeret."))
        return duf

    @property
    def person(self) -> Person | None:
        """Who it is to or about."""
        return self._person

    @property
    def virksomhet(self) -> Virksomhet | None:
        """Who it is to."""
        funnet = self.brev.virksomhet if self.brev else self.cleaned_data.get("virksomhet")
        return funnet if isinstance(funnet, Virksomhet) else None

    @property
    def svar(self) -> Brevsvar:
        """The answers, with the language the rule gives where nothing else is chosen."""
        v = self.cleaned_data
        regel = queries.maalform_for(virksomhet=self.virksomhet, person=None)
        return Brevsvar(
            maalform=v["maalform"] or regel.maalform,
            maalformgrunn=v.get("maalformgrunn", ""),
            adresse=v.get("adresse", ""),
            **self.felles,
        )

    @property
    def filer(self) -> dict[str, Any]:
        """The files to add, and for a draft that is saved those to delete."""
        nye = {"filer": self.cleaned_data.get("vedlegg", [])}
        if self.brev is None:
            return nye
        return nye | {"slett_vedlegg": [UUID(v) for v in self.cleaned_data.get("slett_vedlegg", [])]}

    def si_fra_om_filene(self) -> None:
        """Tell that chosen files are gone when the form comes back: no browser remembers them."""
        if self.files and "vedlegg" in self.fields:
            self.legg_til_advarsel("vedlegg", gettext("Filene ble ikke lagret. Velg dem på nytt."))

    def linjer(self, naa: Brev) -> list[dict[str, str]]:
        """Return the fields that somebody else left otherwise than what is typed here."""
        deres = Brevskjema(malversjon=self.malversjon, av=self.av, brev=naa)
        funnet = []
        for navn, felt in self.fields.items():
            if navn in ("versjon", "vedlegg", "slett_vedlegg"):
                continue
            a = _vist(deres.fields[navn], deres.initial.get(navn, ""))
            b = _vist(felt, self.cleaned_data.get(navn, ""))
            if a != b:
                funnet.append({"felt": str(felt.label), "deres": a, "ditt": b})
        return funnet


def _vist(felt: forms.Field, verdi: object) -> str:
    if isinstance(felt, forms.ChoiceField):
        valg: Mapping[Any, Any] = dict(felt.choices)  # type: ignore[arg-type]
        return str(valg.get(verdi, ""))
    return str(felt.prepare_value(verdi) or "")
