"""What the queue is filtered by, and what is done with chosen cases. None of it is about one person."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import kodevalg
from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.lister import Listefilter
from integrering.tilgang.roller import Rolle
from karriere.kodeverk import VENTEGRUNN, Rett
from karriere.queries.koe import ALLE, FANER, INGEN, MINE
from karriere.queries.saker import sentre_og_kommuner, veiledere_ved
from karriere.rules.koe import Koetilstand
from karriere.spraak import spraakvalg
from karriere.tekster import TILSTAND

FERDIGE = (Koetilstand.GJENNOMFOERT, Koetilstand.TAKKET_NEI, Koetilstand.UTENFOR)


class Koefilter(Listefilter):
    """The tab, the centre (a counsellor's own when nothing is said), and what one looks for."""

    fane = forms.ChoiceField(
        label=_("Utsnitt"), widget=forms.HiddenInput, choices=[("", ""), *((fane, fane) for fane in FANER)]
    )
    utfall = forms.ChoiceField(
        label=_("Vis"),
        choices=[("", _("De som venter")), *((t.value, TILSTAND[t.value]) for t in FERDIGE)],
    )
    senter = forms.ChoiceField(label=_("Karrieresenter"), choices=[])
    kommune = forms.ChoiceField(label=_("Kommune"), choices=[])
    veileder = forms.ChoiceField(
        label=_("Veileder"), choices=[("", _("Alle")), (MINE, _("Meg")), (INGEN, _("Ingen tildelt"))]
    )
    kartlegging = forms.ChoiceField(
        label=_("Kartlegging"), choices=[("", _("Alle")), ("mangler", _("Mangler"))]
    )
    vedtak = forms.ChoiceField(
        label=_("Vedtak om program"),
        choices=[("", _("Alle")), ("mangler", _("Ikke fattet ennå")), ("fattet", _("Fattet"))],
    )
    spraak = forms.ChoiceField(label=_("Tolkespråk"), choices=[])
    rett = forms.ChoiceField(label=_("Rett"), choices=[("", _("Alle")), *Rett.choices])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._velg("spraak", [("", _("Alle språk")), *spraakvalg()])
        if not self.av.er_fylke:
            for navn in ("senter", "kommune", "veileder"):
                del self.fields[navn]
            return
        mine, alle = _("Mine sentre"), _("Alle sentre")
        veileder = self.av.har(Rolle.KARRIEREVEILEDER)
        foerst = [("", mine), (ALLE, alle)] if veileder else [("", alle), (MINE, mine)]
        # read when the choices are shown or one is chosen, once a form: the page makes several
        les = cache(sentre_og_kommuner)
        self._velg("senter", lambda: [*foerst, *les()[0], (INGEN, _("Uten senter"))])
        self._velg("kommune", lambda: [("", _("Alle kommuner")), *les()[1]])

    def _velg(self, navn: str, valg: list[Any] | Callable[[], list[Any]]) -> None:
        felt = self.fields[navn]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        felt.choices = valg

    def clean(self) -> dict[str, Any]:
        """A counsellor who has not chosen, sees the own centres."""
        data: dict[str, Any] = super().clean() or {}
        if self.av.har(Rolle.KARRIEREVEILEDER) and not data.get("senter"):
            data["senter"] = MINE
        return data


class TildelSkjema(Skjema):
    """Who shall guide."""

    knapp = _("Tildel")
    veileder = forms.ChoiceField(label=_("Veileder"), choices=[], required=False)

    def __init__(self, *args: Any, senter_id: int | None, meg: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        alle = list(veiledere_ved(senter_id, timezone.localdate()))
        # oneself first
        valg = sorted(((str(b.pk), str(b)) for b in alle), key=lambda par: par[0] != str(meg))
        felt = self.fields["veileder"]
        felt.choices = [("", _("Ingen")), *valg]  # type: ignore[attr-defined]

    @property
    def veileder_id(self) -> int | None:
        """The one who was chosen."""
        valgt = self.cleaned_data["veileder"]
        return int(valgt) if valgt else None


class VentSkjema(Skjema):
    """Why, and until when."""

    knapp = _("Sett på vent")
    grunn = forms.ChoiceField(label=_("Hvorfor"), choices=[])
    til = DatoFelt(
        label=_("Til og med"),
        navn=_("siste dag på vent"),
        help_text=_("Saken kommer tilbake i køen dagen etter. Fristen flyttes ikke."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felt = self.fields["grunn"]
        felt.choices = [("", _("Velg")), *kodevalg(VENTEGRUNN)]  # type: ignore[attr-defined]
