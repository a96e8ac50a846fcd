"""Forms of a decision point."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import KodeFelt
from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.matrise.actions import Punktdata
from integrering.matrise.kodeverk import ORGAN
from integrering.matrise.models import Oeyeblikksbilde, Vedtakspunkt
from integrering.matrise.rules.ansvar import Tjeneste
from integrering.matrise.tekster import TJENESTER
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.queries.deltakere import brukere_i
from integrering.utveksling.vedlegg.forms import VedleggFelt

_VELG = pgettext_lazy("nedtrekksliste", "Velg")


class VedtakspunktSkjema(Skjema):
    """Who decided what and when; what is done, by whom, and when the answer was sent."""

    knapp = _("Lagre vedtakspunktet")
    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    organ = KodeFelt(
        liste=ORGAN, tom=_VELG, label=_("Vedtatt av"),
        error_messages={"required": _("Velg hvem som vedtok punktet.")},
    )  # fmt: skip
    vedtatt = DatoFelt(label=_("Vedtatt"), navn=_("datoen for vedtaket"))
    sak = forms.CharField(label=_("Saksnummer"), max_length=40, required=False)
    tekst = forms.CharField(
        label=_("Vedtakspunkt"),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Slik det står i vedtaket. Skriv ikke navn på deltakere."),
        error_messages={"required": _("Skriv hva som ble vedtatt.")},
    )
    tiltak = forms.CharField(
        label=_("Tiltak"), max_length=1000, required=False, widget=forms.Textarea({"rows": 3}),
        help_text=_("Hva kommunen gjør for å følge opp punktet."),
    )  # fmt: skip
    tjeneste = forms.ChoiceField(
        label=_("Ansvarlig tjeneste"),
        choices=[("", _VELG), *((t.value, navn) for t, navn in TJENESTER.items())],
    )
    ansvarlig = forms.ChoiceField(
        label=_("Ansvarlig person"), choices=[], required=False,
        help_text=_("Oppgaven kommer i listen til denne personen."),
    )  # fmt: skip
    frist = DatoFelt(label=_("Frist"), navn=_("fristen"), required=False)
    bilde = forms.ChoiceField(label=_("Øyeblikksbilde"), choices=[], required=False)
    sendt = DatoFelt(label=_("Svaret sendt"), navn=_("datoen svaret ble sendt"), required=False)
    sendt_til = forms.CharField(
        label=_("Sendt til"), max_length=120, required=False, help_text=_("For eksempel kontrollutvalget.")
    )

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        brukere = brukere_i(av.virksomhet_id, timezone.localdate())
        bilder = Oeyeblikksbilde.objects.filter(kommune_id=av.virksomhet_id).order_by("-dato")
        self._velg("ansvarlig", _("Ingen bestemt"), [(str(b.pk), str(b)) for b in brukere])
        self._velg("bilde", _("Ingen"), [(str(b.pk), f"{visning.dato(b.dato)}: {b.tittel}") for b in bilder])

    def _velg(self, navn: str, tom: Any, valg: list[tuple[str, str]]) -> None:
        felt = self.fields[navn]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        # who has the point may have left the municipality since
        har = self.get_initial_for_field(felt, navn)
        if har and str(har) not in dict(valg) and (tekst := self.initial.get(f"{navn}_tekst")):
            valg = [*valg, (str(har), str(tekst))]
        felt.choices = [("", tom), *valg]

    @property
    def data_for_punktet(self) -> Punktdata:
        """The answers."""
        svar = self.cleaned_data
        return Punktdata(
            organ=svar["organ"],
            vedtatt=svar["vedtatt"],
            tekst=svar["tekst"],
            tjeneste=Tjeneste(svar["tjeneste"]),
            sak=svar["sak"],
            tiltak=svar["tiltak"],
            ansvarlig_id=int(svar["ansvarlig"]) if svar["ansvarlig"] else None,
            frist=svar["frist"],
            bilde_id=int(svar["bilde"]) if svar["bilde"] else None,
            sendt=svar["sendt"],
            sendt_til=svar["sendt_til"],
        )

    @property
    def nr(self) -> uuid.UUID:
        """The key of this sending."""
        return self.cleaned_data["innsending"] or uuid.uuid4()


def punktverdier(punkt: Vedtakspunkt) -> dict[str, Any]:
    """Return a point as the form shows it."""
    return {
        "versjon": punkt.versjon,
        "organ": punkt.organ,
        "vedtatt": punkt.vedtatt,
        "sak": punkt.sak,
        "tekst": punkt.tekst,
        "tiltak": punkt.tiltak,
        "tjeneste": punkt.tjeneste,
        "ansvarlig": str(punkt.ansvarlig_id or ""),
        "ansvarlig_tekst": punkt.ansvarlig,
        "frist": punkt.frist,
        "bilde": str(punkt.bilde_id or ""),
        "sendt": punkt.sendt,
        "sendt_til": punkt.sendt_til,
    }


class Filskjema(Skjema):
    """Files to attach."""

    knapp = _("Legg ved")
    vedlegg = VedleggFelt(required=True)


class Slettskjema(Skjema):
    """Asked once more."""

    knapp = _("Slett vedlegget")
    bekreft = forms.CharField(widget=forms.HiddenInput, initial="ja")
