"""The forms of an agreement."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.queries.deltakere import brukere_i
from integrering.utveksling.vedlegg.forms import VedleggFelt
from regionalt.frivillighet.actions import Avtaledata
from regionalt.frivillighet.models import Avtale

_VELG = pgettext_lazy("nedtrekksliste", "Velg")


class AvtaleSkjema(Skjema):
    """What is agreed, for how long, who follows it up, when it is gone through."""

    knapp = _("Lagre avtalen")
    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    tittel = forms.CharField(label=_("Avtale"), max_length=120)
    innhold = forms.CharField(
        label=_("Hva avtalen gjelder"), max_length=1000, required=False,
        widget=forms.Textarea({"rows": 4}), help_text=_("Ikke opplysninger om deltakere."),
    )  # fmt: skip
    fra = DatoFelt(label=_("Fra"))
    til = DatoFelt(
        label=_("Til og med"), required=False, help_text=_("Tom når avtalen gjelder til den sies opp.")
    )
    ansvarlig = forms.TypedChoiceField(
        label=_("Ansvarlig"), coerce=int, choices=[], help_text=_("Oppgaven om gjennomgang kommer hit.")
    )
    gjennomgang = DatoFelt(
        label=_("Neste gjennomgang"), navn=_("datoen for gjennomgangen"), required=False,
        help_text=_("Blir en oppgave 60 dager før."),
    )  # fmt: skip

    def __init__(self, *args: Any, av: Aktoer, har: Avtale | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = {b.pk: str(b) for b in brukere_i(av.virksomhet_id, timezone.localdate())}
        if har is not None:
            valg.setdefault(har.ansvarlig_id, str(har.ansvarlig))
        self.fields["ansvarlig"].choices = [("", _VELG), *valg.items()]  # type: ignore[attr-defined]

    @property
    def avtale(self) -> Avtaledata:
        """The answers."""
        svar = self.cleaned_data
        return Avtaledata(
            tittel=svar["tittel"],
            innhold=svar["innhold"],
            fra=svar["fra"],
            til=svar["til"],
            ansvarlig_id=svar["ansvarlig"],
            gjennomgang=svar["gjennomgang"],
        )

    @property
    def nr(self) -> uuid.UUID:
        """The key of this sending."""
        return self.cleaned_data["innsending"] or uuid.uuid4()


def avtaleverdier(a: Avtale) -> dict[str, Any]:
    """Return an agreement as the form shows it."""
    return {
        "versjon": a.versjon,
        "tittel": a.tittel,
        "innhold": a.innhold,
        "fra": a.fra,
        "til": a.til,
        "ansvarlig": a.ansvarlig_id,
        "gjennomgang": a.gjennomgang,
    }


class GjennomgangSkjema(Skjema):
    """An agreement is gone through today."""

    knapp = _("Lagre gjennomgangen")
    versjon = forms.IntegerField(widget=forms.HiddenInput)
    merknad = forms.CharField(
        label=_("Hva dere kom fram til"), max_length=500, required=False, widget=forms.Textarea({"rows": 3})
    )
    neste = DatoFelt(
        label=_("Neste gjennomgang"), navn=_("datoen for gjennomgangen"), required=False,
        help_text=_("Tom når avtalen ikke skal gjennomgås flere ganger."),
    )  # fmt: skip


class FilSkjema(Skjema):
    """Files to attach."""

    knapp = _("Legg ved")
    vedlegg = VedleggFelt(required=True)
