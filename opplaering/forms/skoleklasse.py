"""Forms of classes at schools: the class, who has the main responsibility, who goes there."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import KodeFelt
from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.nir.skjemafelt import KoderValg
from integrering.oppgaver.queries.kolleger import kan_faa_oppgaver
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import kommuner_i_fylket
from opplaering.actions.hovedansvar import Hovedansvarsdata
from opplaering.actions.skoleklasse import Skoleklassedata
from opplaering.kodeverk import HOVEDANSVAR, HOVEDANSVARSGRUNN, UNDERVISNING
from opplaering.models import Skolegang, Skoleklasse
from opplaering.queries.skoleoversikt import tilbudene

_VELG = pgettext_lazy("nedtrekksliste", "Velg")
_FELTER = ("navn", "fra", "til", "undervisning", "kombinasjonsklasse")


class _Valg(forms.TypedChoiceField):
    """One row by its number, or none."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=int, empty_value=None, required=False, **kwargs)


class SkoleklasseSkjema(Skjema):
    """Make a class, or change it."""

    knapp = _("Lagre klassen")
    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    navn = forms.CharField(label=_("Navn"), max_length=80, help_text=_("For eksempel «1HOA»."))
    tilbud = _Valg(label=_("Tilbud"))
    fra = DatoFelt(label=_("Første dag"), help_text=_("Skoleåret eller perioden klassen varer."))
    til = DatoFelt(label=_("Siste dag"))
    undervisning = KoderValg(
        liste=UNDERVISNING,
        label=_("Timer og fravær føres i"),
        help_text=_("Bestemmer feltene der timer og fravær føres (forskriften § 59)."),
    )
    kombinasjonsklasse = forms.BooleanField(
        label=_("Kombinasjonsklasse"),
        required=False,
        help_text=_("Grunnskole og videregående samtidig (integreringsloven § 30)."),
    )
    kommune = _Valg(label=_("Kommune"), help_text=_("Bare for kombinasjonsklasser: den som gir grunnskolen."))
    kontakt = _Valg(
        label=_("Kontakt på skolen"), help_text=_("Den som fører timer og fravær, og får oppgaven om det.")
    )

    def __init__(self, *args: Any, skole: Virksomhet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ansatte = [(k.bruker_id, k.navn) for k in kan_faa_oppgaver(skole.pk).values()]
        self._velg("kontakt", _("Ingen"), ansatte)
        self._velg("tilbud", _("Ikke valgt"), [(t.pk, t.navn) for t in tilbudene(skole)])
        self._velg("kommune", _VELG, [(k.pk, k.navn) for k in kommuner_i_fylket()])

    def _velg(self, felt: str, tomt: Any, valg: Sequence[tuple[int, str]]) -> None:
        self.fields[felt].choices = [("", tomt), *valg]  # type: ignore[attr-defined]

    @property
    def data_for_klassen(self) -> Skoleklassedata:
        """The answers."""
        svar = self.cleaned_data
        felter = {felt: svar[felt] for felt in _FELTER} | {"undervisning": tuple(svar["undervisning"])}
        return Skoleklassedata(
            **felter, kommune_id=svar["kommune"], tilbud_id=svar["tilbud"], kontakt_id=svar["kontakt"]
        )

    @property
    def nr(self) -> uuid.UUID:
        """The key of this sending."""
        return self.cleaned_data["innsending"] or uuid.uuid4()


def skoleklasseverdier(klasse: Skoleklasse) -> dict[str, Any]:
    """Return a class as the form shows it."""
    verdier = {felt: getattr(klasse, felt) for felt in ("versjon", *_FELTER)}
    return verdier | {
        "kommune": klasse.kommune_id, "tilbud": klasse.tilbud_id, "kontakt": klasse.kontakt_id,
    }  # fmt: skip


class HovedansvarSkjema(Skjema):
    """Who has the main responsibility, why, and from when."""

    knapp = _("Lagre avgjørelsen")
    ansvar = KodeFelt(liste=HOVEDANSVAR, label=_("Hvem har hovedansvaret?"), tom=_VELG)
    grunn = KodeFelt(liste=HOVEDANSVARSGRUNN, label=_("Hva bygger det på?"), tom=_VELG)
    begrunnelse = forms.CharField(
        label=_("Begrunnelse"), max_length=500, widget=forms.Textarea({"rows": 3}),
        help_text=_("Kort, og bare om klassen. Skriv ikke om enkeltpersoner."),
    )  # fmt: skip
    fra = DatoFelt(label=_("Gjelder fra"))
    bestemt = DatoFelt(label=_("Bestemt eller avtalt"), navn=_("dagen det ble bestemt"))

    @property
    def avgjoerelse(self) -> Hovedansvarsdata:
        """The answers."""
        return Hovedansvarsdata(**{felt: self.cleaned_data[felt] for felt in self.fields})


class EleverISkjema(Skjema):
    """Which of the school's pupils are put in the class, from which day."""

    knapp = _("Sett i klassen")
    elever = forms.MultipleChoiceField(
        label=_("Elever"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Velg minst én elev.")},
    )
    fra = DatoFelt(
        label=_("Fra dato"), navn=_("dato"),
        help_text=_("Går eleven i en annen klasse, står dagene før i den. Ellers gjelder hele perioden."),
    )  # fmt: skip

    def __init__(self, *args: Any, klasse: Skoleklasse, elever: Sequence[Skolegang], **kwargs: Any) -> None:
        i_dag = timezone.localdate()
        kwargs.setdefault("initial", {"fra": min(max(i_dag, klasse.fra), klasse.til)})
        super().__init__(*args, **kwargs)
        self._elever = {str(rad.registrering_id): rad for rad in elever}
        self.fields["elever"].choices = [(id_, _elevvalg(rad)) for id_, rad in self._elever.items()]  # type: ignore[attr-defined]

    @property
    def valgte(self) -> list[Skolegang]:
        """The periods that were chosen."""
        return [self._elever[id_] for id_ in self.cleaned_data["elever"]]


def _elevvalg(rad: Skolegang) -> str:
    deler = [rad.person.navn_etternavn_foerst, visning.periode(rad.fra, rad.til)]
    return ", ".join([*deler, rad.klasse.navn] if rad.klasse else deler)
