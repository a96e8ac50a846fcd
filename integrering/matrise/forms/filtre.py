"""What the lists are filtered by."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt
from integrering.lister import Listefilter
from integrering.matrise.queries.matrise import UKJENT_LOV, Matriseutvalg
from integrering.matrise.roller import punkter_for
from integrering.matrise.rules.ansvar import Tjeneste
from integrering.matrise.tekster import MERKER, TJENESTER, kolonnenavn
from integrering.nir import regeltekster
from integrering.nir.rules.registreringer import Lovkolonne, Registrering
from integrering.nir.rules.status import Tilstand
from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import kommuner_i_fylket

# What is asked of the status as it is today: an earlier day is worked out for the rows that are shown.
_BARE_I_DAG = ("kolonne", "punkt", "tilstand", "mangler", "frist_foer")


class Kommunefilter(Listefilter):
    """For the county: by municipality."""

    kommune = forms.ChoiceField(label=_("Kommune"), choices=[])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.av.er_fylke:
            self._velg("kommune", self._kommunevalg)
        else:
            del self.fields["kommune"]

    @cached_property
    def _kommuner(self) -> dict[str, Virksomhet]:
        return {k.nummer: k for k in kommuner_i_fylket()}

    def _kommunevalg(self) -> list[Any]:
        return [("", _("Alle kommuner")), *((nr, k.navn) for nr, k in self._kommuner.items())]

    def _velg(self, navn: str, valg: Any) -> None:
        """Set the choices of a field, or the function that reads them."""
        felt = self.fields[navn]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        felt.choices = valg

    def clean(self) -> dict[str, Any]:
        """Add the municipality that was chosen (`kommune_id`)."""
        svar = super().clean() or {}
        if valgt := self._kommuner.get(svar["kommune"]) if svar.get("kommune") else None:
            svar["kommune_id"] = valgt.pk
        return svar


class Matrisefilter(Kommunefilter):
    """Persons by law, by how an item stands, by who is responsible, by deadline; or as of a day."""

    kolonne = forms.ChoiceField(label=_("Regelverk"), choices=[])
    punkt = forms.ChoiceField(label=_("Registrering"), choices=[])
    tilstand = forms.ChoiceField(label=_("Status"), choices=[])
    ansvarlig = forms.ChoiceField(
        label=_("Ansvarlig"),
        choices=[("", _("Alle")), *((t.value, navn) for t, navn in TJENESTER.items())],
    )
    mangler = forms.ChoiceField(
        label=_("Personer"), choices=[("", _("Alle personer")), ("ja", _("Bare de som mangler noe"))]
    )
    frist_foer = DatoFelt(label=_("Frist før"), navn=_("fristen"))
    per = DatoFelt(label=_("Slik det var per"), navn=_("datoen"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._velg(
            "kolonne",
            [
                ("", _("Alle regelverk")),
                *((k, kolonnenavn(k)) for k in Lovkolonne),
                (UKJENT_LOV, kolonnenavn("")),
            ],
        )
        self._velg(
            "punkt",
            [
                ("", _("Alle registreringer")),
                *((h, regeltekster.registrering(h)) for h in punkter_for(self.av)),
            ],
        )
        self._velg(
            "tilstand",
            [
                ("", MERKER[Tilstand.MANGLER].tekst),
                *((t, m.tekst) for t, m in MERKER.items() if t is not Tilstand.MANGLER),
            ],
        )

    def clean(self) -> dict[str, Any]:
        """Refuse what cannot be answered, and say what to do."""
        svar = super().clean()
        if svar.get("tilstand") and not svar.get("punkt"):
            self.add_error("punkt", gettext("Velg hvilken registrering statusen gjelder."))
        if per := svar.get("per"):
            if per > timezone.localdate():
                self.add_error("per", gettext("Datoen kan ikke være etter i dag."))
            if any(svar.get(navn) for navn in _BARE_I_DAG):
                self.add_error(
                    "per",
                    gettext(
                        "En tidligere dato kan bare velges sammen med kommune og ansvarlig. Ta bort resten."
                    ),
                )
        return svar


def matriseutvalg(av: Aktoer, filter_: dict[str, Any]) -> Matriseutvalg:
    """Return the cleaned filter as what the matrix is asked for; a municipality asks for its own."""
    punkt, tilstand = filter_.get("punkt"), filter_.get("tilstand")
    ansvarlig = filter_.get("ansvarlig")
    return Matriseutvalg(
        kommune_id=av.virksomhet_id if av.er_kommune else filter_.get("kommune_id"),
        kolonne=filter_.get("kolonne", ""),
        punkt=Registrering(punkt) if punkt else None,
        tilstand=Tilstand(tilstand) if tilstand else Tilstand.MANGLER,
        tjeneste=Tjeneste(ansvarlig) if ansvarlig else None,
        bare_mangler=bool(filter_.get("mangler")),
        frist_foer=filter_.get("frist_foer"),
        per=filter_.get("per"),
    )


class Motfilter(Listefilter):
    """The day of the snapshot a snapshot is compared with."""

    mot = DatoFelt(label=_("Sammenlign med"), navn=_("datoen"))


class Punktfilter(Kommunefilter):
    """Decision points by municipality and by where they stand."""

    tilstand = forms.ChoiceField(label=_("Status"), choices=[("", _("Alle")), *Punkttilstand.choices])
