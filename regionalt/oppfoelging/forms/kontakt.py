"""The forms of the contact log."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.tilgang.queries import kommuner_i_fylket
from integrering.utveksling.moeter.queries.punkter import Ansvarlig
from regionalt.kodeverk import Tema
from regionalt.oppfoelging.actions.kontakt import Kontaktdata
from regionalt.oppfoelging.actions.punkt import Punktdata
from regionalt.oppfoelging.kodeverk import Kontaktslag
from regionalt.oppfoelging.models import Kontakt
from regionalt.oppfoelging.queries.kontakter import ansvarlige_for, kommunene_i
from regionalt.queries.kontakter import kontaktvalg

_VELG = pgettext_lazy("nedtrekksliste", "Velg")
UTEN_DELTAKERE = _("Skriv ikke om deltakere, og ikke fødselsnummer eller DUF-nummer.")


class KontaktSkjema(Skjema):
    """How, when, with which municipalities, about what, who; and a short note."""

    knapp = _("Lagre kontakten")
    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    slag = forms.ChoiceField(label=_("Type kontakt"), choices=[("", _VELG), *Kontaktslag.choices])
    dato = DatoFelt(label=_("Dato"), help_text=_("Et besøk kan ligge fram i tid. Da er det planlagt."))
    kommuner = forms.MultipleChoiceField(label=_("Kommuner"), widget=forms.CheckboxSelectMultiple)
    tema = forms.ChoiceField(label=_("Tema"), choices=[("", _VELG), *Tema.choices])
    hos_oss = forms.TypedChoiceField(label=_("Hvem i fylkeskommunen"), coerce=int)
    hos_kommunen = forms.CharField(
        label=_("Hvem i kommunen"),
        max_length=200,
        required=False,
        help_text=_("Stilling eller navn på den ansatte, for eksempel leder av flyktningtjenesten."),
    )
    notat = forms.CharField(
        label=_("Notat"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 5}),
        help_text=_(
            "Kort om hva dere snakket om. Kommunene kan lese notatet. Skriv ikke om deltakere, og ikke"
            " fødselsnummer eller DUF-nummer."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kommuner = {k.nummer: k for k in kommuner_i_fylket()}
        hos_oss = [(b.pk, str(b)) for b in kontaktvalg()]
        # who was in it may have left the county since
        har = self.initial.get("hos_oss")
        if har and har not in dict(hos_oss):
            hos_oss.append((har, str(self.initial.get("hos_oss_navn", har))))
        self.fields["kommuner"].choices = [(n, k.navn) for n, k in self._kommuner.items()]  # type: ignore[attr-defined]
        self.fields["hos_oss"].choices = [("", _VELG), *hos_oss]  # type: ignore[attr-defined]

    @property
    def data_for_kontakten(self) -> Kontaktdata:
        """The answers."""
        svar = self.cleaned_data
        return Kontaktdata(
            slag=svar["slag"],
            dato=svar["dato"],
            tema=svar["tema"],
            kommuner=tuple(self._kommuner[nummer] for nummer in svar["kommuner"]),
            hos_oss_id=svar["hos_oss"],
            hos_kommunen=svar["hos_kommunen"],
            notat=svar["notat"],
        )

    @property
    def nr(self) -> uuid.UUID:
        """The key of this sending."""
        return self.cleaned_data["innsending"] or uuid.uuid4()


def kontaktverdier(kontakt: Kontakt) -> dict[str, Any]:
    """Return a contact as the form shows it."""
    return {
        "versjon": kontakt.versjon,
        "slag": kontakt.slag,
        "dato": kontakt.dato,
        "kommuner": [k.nummer for k in kommunene_i(kontakt)],
        "tema": kontakt.tema,
        "hos_oss": kontakt.hos_oss_id,
        "hos_oss_navn": str(kontakt.hos_oss),
        "hos_kommunen": kontakt.hos_kommunen,
        "notat": kontakt.notat,
    }


class AvlysSkjema(Skjema):
    """Why a visit is called off."""

    knapp = _("Avlys besøket")
    versjon = forms.IntegerField(widget=forms.HiddenInput)
    grunn = forms.CharField(label=_("Hvorfor avlyses besøket?"), max_length=300)


class PunktSkjema(Skjema):
    """What, who, when."""

    knapp = _("Lagre punktet")
    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    tekst = forms.CharField(
        label=_("Hva dere er enige om"),
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
        help_text=UTEN_DELTAKERE,
    )
    ansvarlig = forms.ChoiceField(
        label=_("Hvem gjør det"), help_text=_("Det blir en oppgave i listen til den du velger.")
    )
    frist = DatoFelt(label=_("Frist"), required=False)

    def __init__(self, *args: Any, kontakt: Kontakt, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ansvarlige: dict[str, Ansvarlig] = {a.verdi: a for a in ansvarlige_for(kontakt)}
        valg = [(verdi, a.tekst) for verdi, a in self._ansvarlige.items()]
        self.fields["ansvarlig"].choices = [("", _VELG), *valg]  # type: ignore[attr-defined]

    @property
    def data_for_punktet(self) -> Punktdata:
        """The answers."""
        svar = self.cleaned_data
        hvem = self._ansvarlige[svar["ansvarlig"]]
        return Punktdata(svar["tekst"], hvem.virksomhet_id, hvem.bruker_id, svar["frist"])

    @property
    def nr(self) -> uuid.UUID:
        """The key of this sending."""
        return self.cleaned_data["innsending"] or uuid.uuid4()
