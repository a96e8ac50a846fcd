"""What the lists of messages and of the reconciliation are filtered by."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import kodevalg
from integrering.lister import Listefilter
from integrering.tilgang.queries import kommuner_i_fylket
from opplaering.kodeverk import MELDINGSSLAG
from opplaering.meldingstekster import avstemt
from opplaering.queries.avstemming import BARE_DER_NAA
from opplaering.queries.skoler import skoler
from opplaering.rules.avstemming import Tilstand


class _Stedsfilter(Listefilter):
    """By school, and for the county by municipality."""

    skole = forms.ChoiceField(label=_("Skole"), choices=[])
    kommune = forms.ChoiceField(label=_("Kommune"), choices=[])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kommuner = [(k.nummer, k.navn) for k in kommuner_i_fylket()] if self.av.er_fylke else []
        skolene = [(s.nummer, s.navn) for s in skoler()] if self.av.er_fylke or self.av.er_kommune else []
        self._velg_fra("kommune", _("Alle kommuner"), kommuner)
        self._velg_fra("skole", _("Alle skoler"), skolene)

    def _velg_fra(self, navn: str, alle: Any, valg: list[tuple[str, Any]]) -> None:
        """Set the choices of a field; without any, the reader has only one of them."""
        felt = self.fields[navn]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        felt.choices = [("", alle), *valg]
        if not valg:
            del self.fields[navn]


class Meldingsfilter(_Stedsfilter):
    """What is told: of which kind, and how far it has come."""

    slag = forms.ChoiceField(label=_("Slag"), choices=[])
    tilstand = forms.ChoiceField(
        label=_("Status"),
        choices=[
            ("", _("Alle")),
            ("venter", _("Ikke kvittert")),
            ("kvittert", _("Kvittert, ikke tatt inn")),
            ("tatt_inn", _("Tatt inn")),
        ],
    )
    field_order = ("tilstand", "slag", "kommune", "skole")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._velg_fra("slag", _("Alle slag"), list(kodevalg(MELDINGSSLAG)))


class Umeldtfilter(_Stedsfilter):
    """What is not told: the groups that are told together."""

    gruppe = forms.ChoiceField(
        label=_("Hva"),
        choices=[
            ("", _("Alt")),
            ("start", _("Opptak, start, slutt og timer")),
            ("fravaer", _("Fravær")),
            ("proeve", _("Prøver og karakterer")),
        ],
    )
    field_order = ("gruppe", "kommune", "skole")


class Avstemmingsfilter(_Stedsfilter):
    """How the periods stand; without a choice: what the municipality is to put right."""

    tilstand = forms.ChoiceField(label=_("Status"), choices=[])
    field_order = ("tilstand", "kommune", "skole")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        navn = [(t.value, avstemt(t).tekst) for t in Tilstand]
        bare_der = (BARE_DER_NAA, _("Bare registrert av kommunen, og varer"))
        self._velg_fra("tilstand", _("Det kommunen skal rette"), [*navn, bare_der, ("alle", _("Alle"))])
