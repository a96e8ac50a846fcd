"""The forms after the draft: sent, decided, spent, counted, reported, closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import BeloepFelt, DatoFelt, Skjema
from integrering.utveksling.vedlegg.forms import VedleggFelt
from tilskudd.soekt.actions import Bruksdata, Metodedata, Rapportdata, Vedtaksdata
from tilskudd.soekt.forms.felles import DagSkjema, SettSkjema, avsnitt
from tilskudd.soekt.models import Budsjettlinje, Kjoenn, Metode, Nivaa, Soeknad


class BehandleSkjema(SettSkjema):
    """The other pair of eyes: approve, or give back with what must be changed."""

    knapp = _("Lagre")
    hva = forms.ChoiceField(
        label=_("Hva har du bestemt"),
        choices=[("godkjenn", _("Godkjenn at søknaden sendes")), ("tilbake", _("Send tilbake for endring"))],
        widget=forms.RadioSelect,
    )
    grunn = avsnitt(_("Hva må endres"), rader=3, maks=500, hjelp=_("Bare når søknaden sendes tilbake."))


class SendSkjema(DagSkjema):
    """When it was sent, and the receipt."""

    knapp = _("Lagre at søknaden er sendt")
    kvittering = forms.CharField(
        label=_("Kvitteringsnummer"), max_length=80, help_text=_("Nummeret du fikk da søknaden ble sendt.")
    )
    grunn = avsnitt(_("Hvorfor sendes den med mangler"), rader=2, maks=500, hjelp=_("Bare når noe mangler."))


class VedtakSkjema(SettSkjema):
    """What the state decided, with the letter."""

    knapp = _("Lagre vedtaket")
    utfall = forms.ChoiceField(
        label=_("Utfall"),
        choices=[("innvilget", _("Innvilget, helt eller delvis")), ("avslaatt", _("Avslått"))],
        widget=forms.RadioSelect,
    )
    vedtatt = DatoFelt(label=_("Vedtaksdato"))
    innvilget = BeloepFelt(label=_("Innvilget beløp"), minst=1, required=False)
    rapportfrist = DatoFelt(
        label=_("Rapportfrist"), required=False, help_text=_("To måneder før blir det en oppgave.")
    )
    referanse = forms.CharField(label=_("Referanse"), max_length=80, required=False)
    vilkaar = avsnitt(_("Vilkår i vedtaket"))
    vedlegg = VedleggFelt(label=_("Vedtaksbrevet"))

    def clean(self) -> dict[str, Any]:
        """A grant has an amount."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("utfall") == "innvilget" and not data.get("innvilget") and "innvilget" not in self.errors:
            self.add_error("innvilget", _("Skriv beløpet som er innvilget."))
        return data

    @property
    def data_for_vedtaket(self) -> Vedtaksdata:
        """The answers."""
        d = self.cleaned_data
        return Vedtaksdata(
            vedtatt=d["vedtatt"],
            innvilget=d["innvilget"] if d["utfall"] == "innvilget" else None,
            vilkaar=d["vilkaar"],
            referanse=d["referanse"],
            rapportfrist=d["rapportfrist"],
        )


class RapportfristSkjema(DagSkjema):
    """Another day for the report."""

    knapp = _("Lagre fristen")
    dato = DatoFelt(label=_("Rapportfrist"))


class BrukSkjema(Skjema):
    """An amount spent."""

    knapp = _("Før bruken")
    dato = DatoFelt(label=_("Dato"))
    beloep = BeloepFelt(label=_("Beløp"), minst=1)
    linje = forms.TypedChoiceField(label=_("Budsjettpost"), coerce=int, empty_value=None, required=False)
    hva = forms.CharField(label=_("Hva pengene gikk til"), max_length=300)
    leverandoer = forms.CharField(label=_("Leverandør"), max_length=120, required=False)
    utenfor_formaalet = forms.BooleanField(label=_("Brukt til noe annet enn formålet"), required=False)
    grunn = forms.CharField(
        label=_("Hvorfor"), max_length=300, required=False,
        help_text=_("Bare når det er utenfor formålet eller budsjettet."),
    )  # fmt: skip
    vedlegg = VedleggFelt(label=_("Bilag"))

    def __init__(self, *args: Any, poster: Sequence[Budsjettlinje], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.poster = {p.pk: p for p in poster}
        valg = [("", _("Utenfor budsjettet")), *((p.pk, p.post) for p in poster)]
        self.fields["linje"].choices = valg  # type: ignore[attr-defined]

    @property
    def data_for_bruken(self) -> Bruksdata:
        """The answers."""
        felt = ("dato", "beloep", "hva", "leverandoer", "utenfor_formaalet", "grunn")
        svar = {f: self.cleaned_data[f] for f in felt}
        return Bruksdata(linje=self.poster.get(self.cleaned_data["linje"]), **svar)


class ResultatSkjema(SettSkjema):
    """How many took part and completed, by level and sex. No names."""

    knapp = _("Lagre tallene")
    merk_felt = False

    def __init__(self, *args: Any, tall: Mapping[tuple[str, str], tuple[int, int]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nivaa in Nivaa:
            for kjoenn in Kjoenn:
                for nr, (del_, tekst) in enumerate(_DELER):
                    felt = forms.IntegerField(
                        label=f"{nivaa.label}, {str(kjoenn.label).lower()}: {tekst}", min_value=0,
                        max_value=10_000, required=False, initial=tall.get((nivaa, kjoenn), (None, None))[nr],
                        widget=forms.TextInput({"inputmode": "numeric", "class": "felt-timer"}),
                    )  # fmt: skip
                    self.legg_til_felt(f"{del_}_{nivaa}_{kjoenn}", felt)

    @property
    def tall(self) -> dict[tuple[str, str], tuple[int, int]]:
        """(level, sex) → (participants, completed)."""
        d = self.cleaned_data
        return {
            (n, k): (d[f"deltakere_{n}_{k}"] or 0, d[f"fullfoert_{n}_{k}"] or 0)
            for n in Nivaa.values
            for k in Kjoenn.values
        }


_DELER = (("deltakere", _("deltakere")), ("fullfoert", _("fullført")))


class MetodeSkjema(SettSkjema):
    """Something that worked, for others to do."""

    knapp = _("Lagre metoden")
    tittel = forms.CharField(label=_("Hva heter metoden"), max_length=120)
    beskrivelse = avsnitt(_("Slik gjøres det"), rader=6, krevd=True)
    passer_for = forms.CharField(label=_("Hvem kan bruke den"), max_length=300, required=False)

    @property
    def data_for_metoden(self) -> Metodedata:
        """The answers."""
        return Metodedata(**self.svar)


def metodeverdier(metode: Metode) -> dict[str, Any]:
    """Return a method as the form shows it."""
    return {felt: getattr(metode, felt) for felt in ("versjon", "tittel", "beskrivelse", "passer_for")}


class RapportSkjema(SettSkjema):
    """The words of the report; the numbers come from what is registered."""

    knapp = _("Lagre rapporten")
    gjort = avsnitt(_("Hva er gjort"), rader=5)
    resultater = avsnitt(_("Resultater"), rader=5)
    erfaringer = avsnitt(_("Erfaringer"), rader=5, hjelp=_("Det andre kan lære av."))

    @property
    def data_for_rapporten(self) -> Rapportdata:
        """The answers."""
        return Rapportdata(**self.svar)


def rapportverdier(soeknad: Soeknad) -> dict[str, Any]:
    """Return the report as the form shows it."""
    felt = ("gjort", "resultater", "erfaringer")
    return {f: getattr(soeknad, f"rapport_{f}") for f in felt} | {"versjon": soeknad.versjon}


class LeverSkjema(DagSkjema):
    """When the report was delivered."""

    knapp = _("Lagre at rapporten er levert")
    kvittering = forms.CharField(label=_("Kvitteringsnummer"), max_length=80, required=False)


class AvsluttSkjema(DagSkjema):
    """The end, and what was paid back."""

    knapp = _("Avslutt")
    tilbakebetalt = BeloepFelt(
        label=_("Betalt tilbake"), minst=0, help_text=_("Det som ikke er brukt, eller som er krevd tilbake.")
    )
