"""The forms of an application: what is applied for, what was decided, and the complaint."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.kodelister import KodeFelt
from integrering.grunnmur.skjema import DatoFelt, Skjema
from opplaering.actions.soeknad import KLAGEUTFALL, OENSKER, Avgjoerelse, Klage, Oenske, Soeknadsdata
from opplaering.kodeverk import OPPTAKSUTFALL, SLUTTKOMPETANSE, SOEKERGRUPPE, UTDANNINGSPROGRAM
from opplaering.models import Prioritet, Soeknad
from opplaering.queries.skoler import tilbud_som_tas_inn
from opplaering.rettsgrunnlag import SPOERSMAAL, opplysning, skoleaar_skrevet
from opplaering.rules.vgorett import VERSJONER, Opplysning, skoleaar

VELG = pgettext_lazy("nedtrekksliste", "Velg")
_SVAR = {"ja": True, "nei": False}


class JaNeiFelt(forms.TypedChoiceField):
    """Yes, no, or not known."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=[("ja", _("Ja")), ("nei", _("Nei")), ("", _("Ikke kjent"))],
            coerce=_SVAR.get,
            empty_value=None,
            required=False,
            widget=forms.RadioSelect,
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        """Show a kept answer; none is «not known»."""
        return {True: "ja", False: "nei", None: ""}.get(value, value)


class SoeknadSkjema(Skjema):
    """Register an application, or change it."""

    knapp = _("Lagre søknaden")
    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    mottatt = DatoFelt(label=_("Mottatt"))
    gruppe = KodeFelt(liste=SOEKERGRUPPE, label=_("Søker som"), widget=forms.RadioSelect)
    skoleaar = forms.TypedChoiceField(label=_("Skoleåret det søkes for"), coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._velg_skoleaar()
        for hva in SPOERSMAAL:
            self.legg_til_felt(hva.value, JaNeiFelt(label=opplysning(hva), help_text=_HJELP.get(hva, "")))
        for nr in range(1, OENSKER + 1):
            self._legg_til_oenske(nr)
        self.legg_til_felt(
            "oensker_realkompetanse",
            forms.BooleanField(label=_("Søkeren ønsker realkompetansevurdering"), required=False),
        )

    def _velg_skoleaar(self) -> None:
        felt, naa = self.fields["skoleaar"], skoleaar(timezone.localdate())
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        felt.choices = [(aar, skoleaar_skrevet(aar)) for aar in range(naa + 2, VERSJONER[0].fra - 1, -1)]

    def _legg_til_oenske(self, nr: int) -> None:
        foer = self.initial.get(f"sluttkompetanse_{nr}", ""), self.initial.get(f"program_{nr}", "")
        for navn, felt, verdi in (
            (
                f"sluttkompetanse_{nr}",
                KodeFelt(
                    liste=SLUTTKOMPETANSE,
                    tom=VELG if nr == 1 else _("Ingen"),
                    label=_("Ønske %(nr)s: sluttkompetanse") % {"nr": nr},
                    required=nr == 1,
                ),
                foer[0],
            ),
            (
                f"program_{nr}",
                KodeFelt(
                    liste=UTDANNINGSPROGRAM,
                    tom=_("Ikke valgt"),
                    label=_("Ønske %(nr)s: utdanningsprogram") % {"nr": nr},
                    required=False,
                ),
                foer[1],
            ),
        ):
            felt.behold(verdi)
            self.legg_til_felt(navn, felt)
        ledetekst = _("Ønske %(nr)s: fag eller yrke") % {"nr": nr}
        self.legg_til_felt(f"hva_{nr}", forms.CharField(label=ledetekst, max_length=120, required=False))

    def clean(self) -> dict[str, Any]:
        """Refuse a programme or a subject without a competence, and a third wish without a second."""
        svar, tom = self.cleaned_data, False
        for nr in range(1, OENSKER + 1):
            valgt = svar.get(f"sluttkompetanse_{nr}")
            if not valgt and (svar.get(f"program_{nr}") or svar.get(f"hva_{nr}")):
                self.add_error(f"sluttkompetanse_{nr}", _("Velg også sluttkompetansen."))
            if valgt and tom:
                self.add_error(f"sluttkompetanse_{nr}", _("Fyll ut ønskene i rekkefølge."))
            tom = tom or not valgt
        return svar

    @property
    def data_for_soeknaden(self) -> Soeknadsdata:
        """The answers."""
        svar = self.cleaned_data
        oensker = (
            Oenske(svar[f"sluttkompetanse_{nr}"], svar[f"program_{nr}"], svar[f"hva_{nr}"].strip())
            for nr in range(1, OENSKER + 1)
            if svar[f"sluttkompetanse_{nr}"]
        )
        return Soeknadsdata(
            **{felt: svar[felt] for felt in ("mottatt", "gruppe", "skoleaar", "oensker_realkompetanse")},
            **{hva.value: svar[hva.value] for hva in SPOERSMAAL},
            oensker=tuple(oensker),
        )

    @property
    def nr(self) -> uuid.UUID:
        """The key of this sending."""
        return self.cleaned_data["innsending"] or uuid.uuid4()


_HJELP = {
    Opplysning.KOMPETANSE: _("Fra videregående i Norge, eller godkjent her."),
    Opplysning.REKVALIFISERT: _("Gjelder den som alt har studie- eller yrkeskompetanse (§ 18-4)."),
}


def soeknadsverdier(soeknad: Soeknad, oensker: list[Prioritet]) -> dict[str, Any]:
    """Return an application as the form shows it."""
    grunnlag = soeknad.rett_grunnlag
    verdier: dict[str, Any] = {
        "versjon": soeknad.versjon,
        "mottatt": soeknad.mottatt,
        "gruppe": soeknad.gruppe,
        "skoleaar": grunnlag.get("skoleaar"),
        "oensker_realkompetanse": soeknad.oensker_realkompetanse,
        **grunnlag.get("opplysninger", {}),
    }
    for p in oensker:
        verdier |= {
            f"sluttkompetanse_{p.nummer}": p.sluttkompetanse,
            f"program_{p.nummer}": p.program,
            f"hva_{p.nummer}": p.hva,
        }
    return verdier


class TilbudFelt(forms.ModelChoiceField):  # type: ignore[type-arg] # not subscriptable when it runs
    """An offer, named with its school."""

    def label_from_instance(self, obj: Any) -> str:
        """Return school and offer."""
        return f"{obj.skole.navn}: {obj.navn}"


class AvgjoerelseSkjema(Skjema):
    """What was decided."""

    knapp = _("Lagre avgjørelsen")
    versjon = forms.IntegerField(widget=forms.HiddenInput)
    utfall = KodeFelt(liste=OPPTAKSUTFALL, tom=_("Ikke avgjort"), label=_("Utfall"), required=False)
    vedtaksdato = DatoFelt(label=_("Vedtaksdato"), required=False)
    tilbud = TilbudFelt(
        queryset=tilbud_som_tas_inn(),
        label=_("Tilbud"),
        required=False,
        empty_label=_("Ikke valgt"),
        help_text=_("Bare når søkeren får tilbud om plass."),
    )
    oppstart = DatoFelt(label=_("Oppstart"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felt = self.fields["tilbud"]
        assert isinstance(felt, forms.ModelChoiceField)  # noqa: S101 - tells the type
        felt.queryset = tilbud_som_tas_inn(self.initial.get("tilbud"))

    @property
    def data_for_avgjoerelsen(self) -> Avgjoerelse:
        """The answers."""
        return Avgjoerelse(**{k: v for k, v in self.cleaned_data.items() if k != "versjon"})


def avgjoerelsen(soeknad: Soeknad) -> dict[str, Any]:
    """Return what was decided, as the form shows it."""
    felter = ("versjon", "utfall", "vedtaksdato", "oppstart")
    return {felt: getattr(soeknad, felt) for felt in felter} | {"tilbud": soeknad.tilbud_id}


class KlageSkjema(Skjema):
    """A complaint, and what came of it."""

    knapp = _("Lagre klagen")
    versjon = forms.IntegerField(widget=forms.HiddenInput)
    klaget = DatoFelt(label=_("Klaget"), navn=_("dagen det ble klaget"), required=False)
    klageutfall = KodeFelt(
        liste=KLAGEUTFALL, tom=_("Ikke avgjort"), label=_("Utfall av klagen"), required=False
    )
    klage_avgjort = DatoFelt(label=_("Klagen avgjort"), required=False)

    @property
    def data_for_klagen(self) -> Klage:
        """The answers."""
        return Klage(**{k: v for k, v in self.cleaned_data.items() if k != "versjon"})


def klagen(soeknad: Soeknad) -> dict[str, Any]:
    """Return the complaint as the form shows it."""
    return {felt: getattr(soeknad, felt) for felt in ("versjon", "klaget", "klageutfall", "klage_avgjort")}
