"""What people fill in about tasks."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import KodeFelt
from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.oppgaver.kodeverk import VENTEGRUNN
from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.oppgaver.queries.kolleger import kan_faa_oppgaver
from integrering.tilgang.aktoer import Aktoer

# What the form suggests.
VENT_DAGER = 14


class VentSkjema(Skjema):
    """Why a task waits, and until when."""

    knapp = _("Sett på vent")
    prefix = "vent"
    merk_felt = False

    grunn = KodeFelt(
        liste=VENTEGRUNN,
        label=_("Hva venter oppgaven på?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Velg hva oppgaven venter på.")},
    )
    merknad = forms.CharField(
        label=_("Hvis annet: hva?"),
        max_length=100,
        required=False,
        help_text=_("Noen få ord. Skriv ikke navn eller andre personopplysninger."),
    )
    til = DatoFelt(
        label=_("På vent til"),
        navn=_("dato"),
        help_text=_("Oppgaven kommer tilbake av seg selv denne dagen."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["til"].initial = timezone.localdate() + timedelta(days=VENT_DAGER)


class TildelSkjema(Skjema):
    """Who gets the tasks."""

    knapp = _("Tildel")
    prefix = "tildel"
    merk_felt = False

    til = forms.ChoiceField(
        label=_("Hvem skal ha oppgaven?"),
        error_messages={"required": _("Velg hvem som skal ha oppgaven.")},
    )

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        andre = [
            (str(k.bruker_id), k.navn)
            for k in kan_faa_oppgaver(av.virksomhet_id).values()
            if k.bruker_id != av.bruker_id
        ]
        self.fields["til"].choices = [  # type: ignore[attr-defined]
            (str(av.bruker_id), gettext("Meg (%(navn)s)") % {"navn": av.navn}),
            *andre,
            ("ingen", gettext("Ingen – legg den tilbake til alle")),
        ]

    @property
    def bruker_id(self) -> int | None:
        """The chosen user, or None for nobody."""
        valgt = self.cleaned_data["til"]
        return None if valgt == "ingen" else int(valgt)

    def kvittering(self, antall: int) -> str:
        """Return what was done, to how many tasks."""
        if self.bruker_id is None:
            moenster = ngettext(
                "%(n)s oppgave ligger nå hos alle.", "%(n)s oppgaver ligger nå hos alle.", antall
            )
            return moenster % {"n": antall}
        navn = dict(self.fields["til"].choices)[self.cleaned_data["til"]]  # type: ignore[attr-defined]
        moenster = ngettext(
            "%(n)s oppgave er tildelt: %(navn)s.", "%(n)s oppgaver er tildelt: %(navn)s.", antall
        )
        return moenster % {"n": antall, "navn": navn}


class VikariatSkjema(Skjema):
    """Who is away, who stands in, and when."""

    knapp = _("Registrer vikar")
    merk_felt = False

    borte = forms.TypedChoiceField(
        label=_("Hvem er borte?"),
        coerce=int,
        error_messages={"required": _("Velg hvem som er borte.")},
    )
    vikar = forms.TypedChoiceField(
        label=_("Hvem er vikar?"),
        coerce=int,
        error_messages={"required": _("Velg hvem som er vikar.")},
    )
    fra = DatoFelt(label=_("Fra"), navn=_("fra-dato"))
    til = DatoFelt(label=_("Til og med"), navn=_("til-dato"))

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [(k.bruker_id, k.navn) for k in kan_faa_oppgaver(av.virksomhet_id).values()]
        self.alene = not [k for k, _navn in valg if k != av.bruker_id]
        self.fields["borte"].choices = valg  # type: ignore[attr-defined]
        self.fields["borte"].initial = av.bruker_id
        andre = [
            ("", gettext("Velg")),
            *[v for v in valg if v[0] != av.bruker_id],
            *[v for v in valg if v[0] == av.bruker_id],
        ]
        self.fields["vikar"].choices = andre  # type: ignore[attr-defined]
        self.fields["fra"].initial = timezone.localdate()


class AvsluttPunktSkjema(Skjema):
    """A point is done, or falls away."""

    knapp = _("Lagre")
    versjon = forms.IntegerField(widget=forms.HiddenInput)
    tilstand = forms.ChoiceField(
        label=_("Hvordan ble det"),
        choices=[
            (Punkttilstand.GJORT.value, _("Gjort")),
            (Punkttilstand.UTGAAR.value, _("Utgår: punktet trengs ikke lenger")),
        ],
        widget=forms.RadioSelect,
    )
    grunn = forms.CharField(
        label=_("Begrunnelse"),
        max_length=300,
        required=False,
        help_text=_("Må fylles ut når punktet utgår."),
    )


class Versjonsskjema(Skjema):
    """Only the version that was read."""

    versjon = forms.IntegerField(widget=forms.HiddenInput)
