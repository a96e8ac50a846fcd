"""The form of a meeting, and the small ones of its page."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import KodeFelt
from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from integrering.utveksling.moeter.actions.felles import Deltakervalg, Moetedata
from integrering.utveksling.moeter.forms.felt import EksterneFelt, KlokkeFelt, VideolenkeFelt, langtekst
from integrering.utveksling.moeter.kodeverk import MOETETYPE
from integrering.utveksling.moeter.models import Deltaker, FastDeltaker, Moete
from integrering.utveksling.moeter.queries.deltakere import brukere_i, virksomheter_aa_invitere
from integrering.utveksling.moeter.rules import tider

TITTELHJELP = _("Skriv hva møtet gjelder. Ikke navn på personer: tittelen vises i lister.")


class Deltakerskjema(Skjema):
    """The part of a form where participants are chosen."""

    virksomheter = forms.TypedMultipleChoiceField(
        label=_("Inviterte virksomheter"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("De inviterte ser møtet, og melder selv på sine egne."),
    )
    brukere = forms.TypedMultipleChoiceField(
        label=_("Hvem kommer fra oss"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    eksterne = EksterneFelt()

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        self.av = av
        super().__init__(*args, **kwargs)
        andre = virksomheter_aa_invitere().exclude(pk=av.virksomhet_id)
        self._valg("virksomheter", [(v.pk, v.navn) for v in andre])
        mine = brukere_i(av.virksomhet_id, timezone.localdate())
        self._valg("brukere", [(b.pk, str(b)) for b in mine])

    def _valg(self, navn: str, valg: list[tuple[Any, str]]) -> None:
        felt = self.fields.get(navn)
        if isinstance(felt, forms.ChoiceField):
            felt.choices = valg

    @property
    def deltakere(self) -> Deltakervalg:
        """The participants chosen."""
        svar = self.cleaned_data
        return Deltakervalg(
            virksomheter=frozenset(svar["virksomheter"]),
            brukere=frozenset(svar["brukere"]),
            eksterne=svar["eksterne"],
        )


def deltakerverdier(deltakere: Iterable[Deltaker | FastDeltaker], av: Aktoer) -> dict[str, Any]:
    """Return the participants as the form shows them."""
    alle = list(deltakere)
    return {
        "virksomheter": [d.virksomhet_id for d in alle if d.virksomhet_id and not d.bruker_id],
        "brukere": [d.bruker_id for d in alle if d.bruker_id and d.virksomhet_id == av.virksomhet_id],
        "eksterne": [d.ekstern for d in alle if d.virksomhet_id is None],
    }


class MoeteSkjema(Deltakerskjema):
    """Call or change a meeting."""

    knapp = _("Lagre møtet")
    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    type = KodeFelt(liste=MOETETYPE, label=_("Type møte"))
    tittel = forms.CharField(label=_("Tittel"), max_length=120, help_text=TITTELHJELP)
    dato = DatoFelt(label=_("Dato"))
    fra = KlokkeFelt(label=_("Fra klokka"))
    til = KlokkeFelt(label=_("Til klokka"))
    sted = forms.CharField(label=_("Sted"), max_length=200, required=False)
    videolenke = VideolenkeFelt()
    dagsorden = langtekst(_("Dagsorden"), rader=5)
    kommuner = forms.TypedMultipleChoiceField(
        label=_("Kommuner møtet gjelder"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Brukes når du filtrerer listen over møter."),
    )
    viderefoer = forms.BooleanField(
        label=_("Før åpne punkter videre til møtet"), required=False, initial=True
    )
    field_order = (
        "innsending", "versjon", "type", "tittel", "dato", "fra", "til", "sted", "videolenke", "dagsorden",
        "viderefoer", "brukere", "virksomheter", "eksterne", "kommuner",
    )  # fmt: skip

    def __init__(self, *args: Any, neste: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not neste:
            del self.fields["viderefoer"]
        if self.av.er_kommune:  # a municipality's own meeting concerns itself
            del self.fields["kommuner"]
        else:
            self._valg("kommuner", [(k.pk, k.navn) for k in kommuner_i_fylket()])

    def clean(self) -> dict[str, Any]:
        """Read day and times as instants by the clock in Oslo."""
        svar: dict[str, Any] = super().clean() or self.cleaned_data
        for felt in ("fra", "til"):
            dato, klokke = svar.get("dato"), svar.get(felt)
            if dato is None or klokke is None:
                continue
            try:
                svar[f"{felt}_tid"] = tider.oeyeblikk(dato, klokke)
            except tider.FinnesIkke:
                self.add_error(felt, gettext("Klokka stilles fram denne natten, og tiden finnes ikke."))
        return svar

    @property
    def data_for_moetet(self) -> Moetedata:
        """The answers."""
        svar = self.cleaned_data
        return Moetedata(
            type=svar["type"],
            tittel=svar["tittel"],
            start=svar["fra_tid"],
            slutt=svar["til_tid"],
            sted=svar["sted"],
            videolenke=svar["videolenke"],
            dagsorden=svar["dagsorden"],
            deltakere=self.deltakere,
            kommuner=frozenset(svar.get("kommuner", ())),
        )

    @property
    def nr(self) -> uuid.UUID:
        """The key of this sending: the same form sent again has the same."""
        return self.cleaned_data["innsending"] or uuid.uuid4()


def moeteverdier(moete: Moete, av: Aktoer) -> dict[str, Any]:
    """Return a meeting as the form shows it."""
    fra, til = timezone.localtime(moete.start), timezone.localtime(moete.slutt)
    return {
        "versjon": moete.versjon,
        "type": moete.type,
        "tittel": moete.tittel,
        "dato": fra.date(),
        "fra": fra.time(),
        "til": til.time(),
        "sted": moete.sted,
        "videolenke": moete.videolenke,
        "dagsorden": moete.dagsorden,
        "kommuner": list(moete.kommuner.values_list("kommune_id", flat=True)),
        **deltakerverdier(moete.deltakere.all(), av),
    }


class PaameldingSkjema(Skjema):
    """Who of one's own comes."""

    knapp = _("Lagre påmeldingen")
    brukere = forms.TypedMultipleChoiceField(
        label=_("Hvem kommer fra oss"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felt = self.fields["brukere"]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        felt.choices = [(b.pk, str(b)) for b in brukere_i(av.virksomhet_id, timezone.localdate())]


class AvlysSkjema(Skjema):
    """Call off, with a reason."""

    knapp = _("Avlys møtet")
    versjon = forms.IntegerField(widget=forms.HiddenInput)
    grunn = forms.CharField(
        label=_("Begrunnelse"), max_length=300, help_text=_("De inviterte ser begrunnelsen.")
    )


class ReferatSkjema(Skjema):
    """The minutes."""

    knapp = _("Lagre referatet")
    versjon = forms.IntegerField(widget=forms.HiddenInput)
    referat = langtekst(
        _("Referat"),
        rader=12,
        maa=True,
        hjelp=_("Skriv kort hva dere ble enige om. Alle som er invitert, kan lese det. Skriv ikke navn på"
                " deltakere eller opplysninger om helse."),
    )  # fmt: skip


class RettSkjema(ReferatSkjema):
    """A correction of approved minutes."""

    knapp = _("Rett referatet")
    aarsak = forms.CharField(label=_("Begrunnelse"), max_length=300)


class PersonsoekSkjema(Skjema):
    """Find a person to add. By POST: what is searched for never stands in an address."""

    knapp = _("Søk")
    merk_felt = False
    soek = forms.CharField(
        label=_("Søk etter person"),
        max_length=100,
        help_text=_("DUF-nummer, navn eller fødselsdato."),
        widget=forms.TextInput({"autocomplete": "off", "type": "search"}),
        error_messages={"required": _("Skriv DUF-nummer, navn eller fødselsdato.")},
    )
