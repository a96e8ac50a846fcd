"""The forms of a forum, its members and its meetings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.models import Moete
from integrering.utveksling.moeter.queries.deltakere import virksomheter_aa_invitere
from integrering.utveksling.moeter.tekster import moetets_tid
from regionalt.forms.innsendt import VELG, InnsendtSkjema
from regionalt.samarbeid.actions import Forumdata, Medlemsdata
from regionalt.samarbeid.models import Forum, Forumslag, Medlem, Medlemsslag
from regionalt.samarbeid.queries.fora import moeter_aa_knytte


class ForumSkjema(InnsendtSkjema):
    """What the forum is."""

    knapp = _("Lagre forumet")
    navn = forms.CharField(label=_("Navn"), max_length=120)
    formaal = forms.CharField(
        label=_("Formål"), max_length=500, required=False, widget=forms.Textarea({"rows": 3})
    )
    slag = forms.ChoiceField(label=_("Slag"), choices=Forumslag.choices, widget=forms.RadioSelect)
    sekretariat = forms.CharField(
        label=_("Sekretariat"), max_length=120, required=False, help_text=_("Hvem som kaller inn.")
    )
    hyppighet = forms.CharField(
        label=_("Hvor ofte"), max_length=80, required=False, help_text=_("For eksempel to ganger i året.")
    )
    nedlagt = DatoFelt(label=_("Nedlagt"), required=False)

    @property
    def forum(self) -> Forumdata:
        """The answers."""
        svar = self.cleaned_data
        return Forumdata(
            navn=svar["navn"],
            formaal=svar["formaal"],
            slag=Forumslag(svar["slag"]),
            sekretariat=svar["sekretariat"],
            hyppighet=svar["hyppighet"],
            nedlagt=svar["nedlagt"],
        )


def forumverdier(f: Forum) -> dict[str, Any]:
    """Return a forum as the form shows it."""
    felt = ("versjon", "navn", "formaal", "slag", "sekretariat", "hyppighet", "nedlagt")
    return {navn: getattr(f, navn) for navn in felt}


class MedlemSkjema(InnsendtSkjema):
    """Who is a member, from when to when."""

    knapp = _("Lagre medlemmet")
    slag = forms.ChoiceField(label=_("Slag"), choices=[("", VELG), *Medlemsslag.choices])
    virksomhet = forms.ChoiceField(
        label=_("Virksomhet i systemet"), choices=[], required=False,
        help_text=_("Kommuner, skoler og organisasjoner. Kommunen ser forumet den er medlem av."),
    )  # fmt: skip
    organisasjon = forms.CharField(
        label=_("Eller navnet på organisasjonen"), max_length=120, required=False,
        help_text=_("For dem som ikke bruker systemet."),
    )  # fmt: skip
    person = forms.CharField(
        label=_("Kontaktperson"), max_length=100, required=False, help_text=_("En som møter i jobben sin.")
    )
    stilling = forms.CharField(label=_("Stilling"), max_length=100, required=False)
    fra = DatoFelt(label=_("Fra"))
    til = DatoFelt(label=_("Til og med"), required=False, help_text=_("Fylles ut når medlemmet går ut."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [(str(v.pk), v.navn) for v in virksomheter_aa_invitere()]
        self.fields["virksomhet"].choices = [("", _("Ingen")), *valg]  # type: ignore[attr-defined]

    @property
    def medlem(self) -> Medlemsdata:
        """The answers."""
        svar = self.cleaned_data
        return Medlemsdata(
            slag=Medlemsslag(svar["slag"]),
            virksomhet_id=int(svar["virksomhet"]) if svar["virksomhet"] else None,
            organisasjon=svar["organisasjon"],
            person=svar["person"],
            stilling=svar["stilling"],
            fra=svar["fra"],
            til=svar["til"],
        )


def medlemsverdier(m: Medlem) -> dict[str, Any]:
    """Return a member as the form shows it."""
    felt = ("versjon", "slag", "organisasjon", "person", "stilling", "fra", "til")
    return {"virksomhet": str(m.virksomhet_id or ""), **{navn: getattr(m, navn) for navn in felt}}


class KnyttSkjema(Skjema):
    """Choose a meeting that is there already."""

    knapp = _("Knytt møtet til forumet")
    moete = forms.ChoiceField(label=_("Møte"), choices=[])

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.moeter = {str(m.noekkel): m for m in moeter_aa_knytte(av)}
        valg = [(n, f"{m.tittel}, {moetets_tid(m)}") for n, m in self.moeter.items()]
        self.fields["moete"].choices = [("", VELG), *valg]  # type: ignore[attr-defined]

    @property
    def moetet(self) -> Moete:
        """The one that was chosen."""
        return self.moeter[self.cleaned_data["moete"]]
