"""Forms of letters. Which fields there are is decided by the template."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.nir.models import Person
from integrering.nir.skjemafelt import DufFelt
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Bruker, Virksomhet
from integrering.utveksling.brev import queries, tekster
from integrering.utveksling.brev.actions import Brevsvar, Bunkesvar
from integrering.utveksling.brev.flettefelt import Flettefelt, Slag, felt_for
from integrering.utveksling.brev.models import Brev, Brevmalversjon, Mottakerslag, Sendemaate
from integrering.utveksling.brev.rules.tekst import felt_i

MAALFORMER = [("nb", _("Bokmål")), ("nn", _("Nynorsk"))]
HJELP_TEKST = _(
    "Kommer etter konklusjonen. En tom linje gir nytt avsnitt, «- » først på linjen gir et punkt, "
    "**to stjerner** gir fet skrift."
)
FRIST = timedelta(days=14)


def skrevne_felt(malversjon: Brevmalversjon) -> list[Flettefelt]:
    """Return the fields of the template that someone has to type."""
    brukt = felt_i(*malversjon.alle_tekster)
    kjente = felt_for(malversjon.mal.kode, malversjon.mal.mottakerslag)
    return [f for f in kjente.values() if f.skrives and f.navn in brukt]


class _MedMal(Skjema):
    """What all letters ask: date, typed fields, own text, contact."""

    def __init__(self, *args: Any, malversjon: Brevmalversjon, av: Aktoer, **kwargs: Any) -> None:
        self.malversjon, self.av = malversjon, av
        super().__init__(*args, **kwargs)

    def _legg_til_felles(self) -> None:
        self.legg_til_felt(
            "dato", DatoFelt(label=_("Dato i brevet"), navn=_("dato"), initial=timezone.localdate())
        )
        for felt in skrevne_felt(self.malversjon):
            self.legg_til_felt(f"felt_{felt.navn}", self._felt(felt))
        self.legg_til_felt(
            "fritekst",
            forms.CharField(
                label=_("Egen tekst"),
                required=False,
                max_length=10_000,
                help_text=HJELP_TEKST,
                widget=forms.Textarea({"rows": 8}),
            ),
        )
        bruker = Bruker.objects.filter(pk=self.av.bruker_id).first()
        self.legg_til_felt(
            "kontakt_navn", forms.CharField(label=_("Kontaktperson"), max_length=100, initial=self.av.navn)
        )
        self.legg_til_felt(
            "kontakt_epost",
            forms.EmailField(
                label=_("E-post"), required=False, max_length=200, initial=bruker.email if bruker else ""
            ),
        )
        self.legg_til_felt(
            "kontakt_telefon", forms.CharField(label=_("Telefon"), required=False, max_length=40)
        )

    def _felt(self, felt: Flettefelt) -> forms.Field:
        if felt.slag is Slag.DATO:
            frist = timezone.localdate() + FRIST if felt.navn == "svarfrist" else None
            return DatoFelt(label=felt.ledetekst, help_text=felt.hjelp, initial=frist)
        return forms.CharField(label=str(felt.ledetekst), help_text=str(felt.hjelp), max_length=300)

    @property
    def verdier(self) -> dict[str, str]:
        """The typed fields as they are stored: dates as ISO."""
        return {
            f.navn: _som_tekst(self.cleaned_data[f"felt_{f.navn}"]) for f in skrevne_felt(self.malversjon)
        }

    @property
    def felles(self) -> dict[str, Any]:
        """What is the same in a letter and in a bundle."""
        v = self.cleaned_data
        return {
            "dato": v["dato"],
            "fritekst": v["fritekst"],
            "kontakt_navn": v["kontakt_navn"],
            "kontakt_epost": v["kontakt_epost"],
            "kontakt_telefon": v["kontakt_telefon"],
            "verdier": self.verdier,
        }


def _som_tekst(verdi: object) -> str:
    return verdi.isoformat() if isinstance(verdi, date) else str(verdi or "")


class Brevskjema(_MedMal):
    """A draft: new (with the key of the submission) or changed (with the version it was read in)."""

    knapp = _("Lagre utkast")

    def __init__(
        self, *args: Any, brev: Brev | None = None, person: Person | None = None, **kwargs: Any
    ) -> None:
        self.brev = brev
        self._person = person
        super().__init__(*args, **kwargs)
        if brev:
            self.legg_til_felt("versjon", forms.IntegerField(widget=forms.HiddenInput, initial=brev.versjon))
        else:
            self.legg_til_felt("innsending", forms.UUIDField(widget=forms.HiddenInput, initial=uuid4))
            self._legg_til_mottaker()
        self._legg_til_maalform()
        if not (self.person_kjent and self.person_kjent.skjermet):
            self.legg_til_felt(
                "adresse",
                forms.CharField(
                    label=_("Adresselinjer"),
                    required=False,
                    max_length=400,
                    widget=forms.Textarea({"rows": 3}),
                    help_text=_("Står under navnet på mottakeren. Brukes når brevet sendes på papir."),
                ),
            )
        self._legg_til_felles()
        if brev:
            self._fyll(brev)

    @property
    def til_person(self) -> bool:
        """True for templates to private persons."""
        return self.malversjon.mal.mottakerslag == Mottakerslag.PERSON

    @property
    def person_kjent(self) -> Person | None:
        """The person who is given before anything is typed."""
        return self.brev.person if self.brev else self._person

    def _legg_til_mottaker(self) -> None:
        if not self.til_person:
            self.legg_til_felt(
                "virksomhet",
                forms.ModelChoiceField(
                    label=_("Mottaker"),
                    queryset=queries.mottakere(),
                    empty_label=pgettext_lazy("nedtrekksliste", "Velg"),
                ),
            )
        if self._person:
            noekkel = str(self._person.noekkel)
            self.legg_til_felt(
                "person", forms.CharField(widget=forms.HiddenInput, initial=noekkel, required=False)
            )
        elif self.til_person:
            self.legg_til_felt(
                "duf",
                DufFelt(label=_("DUF-nummeret til mottakeren"), help_text=_("12 sifre. Mellomrom er greit.")),
            )
        else:
            self.legg_til_felt(
                "duf",
                DufFelt(
                    label=_("Gjelder personen med DUF-nummer"),
                    required=False,
                    help_text=_("Bare når brevet handler om én person. Da står det på siden til personen."),
                ),
            )

    def _legg_til_maalform(self) -> None:
        if self.til_person:
            person = self.person_kjent
            forrige = queries.maalform_for(virksomhet=None, person=person).maalform if person else ""
            self.legg_til_felt(
                "maalform",
                forms.ChoiceField(
                    label=_("Målformen personen bruker"),
                    choices=MAALFORMER,
                    widget=forms.RadioSelect,
                    initial=forrige,
                    help_text=_("Svar på den målformen personen skrev eller snakket."),
                ),
            )
            return
        self.legg_til_felt(
            "maalform",
            forms.ChoiceField(
                label=_("Målform"),
                required=False,
                widget=forms.RadioSelect,
                choices=[("", _("Etter målvedtaket til mottakeren")), *MAALFORMER],
                help_text=_("En kommune som har vedtatt målform, skal få brev på den (språklova § 15)."),
            ),
        )
        self.legg_til_felt(
            "maalformgrunn",
            forms.CharField(
                label=_("Hvorfor en annen målform enn den vedtatte?"), required=False, max_length=300
            ),
        )

    def _fyll(self, brev: Brev) -> None:
        """Show what the draft holds."""
        self.initial = dict(self.initial) | {
            navn: getattr(brev, navn)
            for navn in ("maalformgrunn", "dato", "adresse", "fritekst", "kontakt_navn", "kontakt_epost",
                         "kontakt_telefon")
        }  # fmt: skip
        fast = self.til_person or brev.maalformkilde in ("valgt", "overstyrt")
        self.initial["maalform"] = brev.maalform if fast else ""
        for felt in skrevne_felt(self.malversjon):
            verdi = brev.verdier.get(felt.navn, "")
            er_dato = felt.slag is Slag.DATO and verdi
            self.initial[f"felt_{felt.navn}"] = date.fromisoformat(verdi) if er_dato else verdi

    def clean_duf(self) -> str:
        """Find the person. One the writer may not see is as one who is not there."""
        duf = str(self.cleaned_data["duf"])
        if duf:
            self._person = Person.objects.filter(duf=duf).first()
            if self._person is None:
                raise forms.ValidationError(gettext("Fant ingen person med dette DUF-nummeret."))
        return duf

    @property
    def person(self) -> Person | None:
        """Who it is to or about."""
        return self._person

    @property
    def virksomhet(self) -> Virksomhet | None:
        """Who it is to."""
        funnet = self.brev.virksomhet if self.brev else self.cleaned_data.get("virksomhet")
        return funnet if isinstance(funnet, Virksomhet) else None

    @property
    def svar(self) -> Brevsvar:
        """The answers, with the language the rule gives where nothing else is chosen."""
        v = self.cleaned_data
        regel = queries.maalform_for(virksomhet=self.virksomhet, person=None)
        return Brevsvar(
            maalform=v["maalform"] or regel.maalform,
            maalformgrunn=v.get("maalformgrunn", ""),
            adresse=v.get("adresse", ""),
            **self.felles,
        )

    def linjer(self, naa: Brev) -> list[dict[str, str]]:
        """Return the fields that somebody else left otherwise than what is typed here."""
        deres = Brevskjema(malversjon=self.malversjon, av=self.av, brev=naa)
        funnet = []
        for navn, felt in self.fields.items():
            if navn == "versjon":
                continue
            a = _vist(deres.fields[navn], deres.initial.get(navn, ""))
            b = _vist(felt, self.cleaned_data.get(navn, ""))
            if a != b:
                funnet.append({"felt": str(felt.label), "deres": a, "ditt": b})
        return funnet


def _vist(felt: forms.Field, verdi: object) -> str:
    if isinstance(felt, forms.ChoiceField):
        valg: Mapping[Any, Any] = dict(felt.choices)  # type: ignore[arg-type]
        return str(valg.get(verdi, ""))
    return str(felt.prepare_value(verdi) or "")


class Flereskjema(_MedMal):
    """The same letter to several municipalities."""

    knapp = _("Kontroller brevene")
    noekkel = forms.UUIDField(widget=forms.HiddenInput)
    skrevet = forms.CharField(
        label=_("Skriv kommuner"), required=False, max_length=2000,
        help_text=_("Navn eller kommunenummer med komma mellom. Legges til dem du krysser av under."),
    )  # fmt: skip
    kommuner = forms.MultipleChoiceField(
        label=_("Kommuner"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("De som mangler flest registreringer, står først."),
    )  # fmt: skip
    noeytral = forms.ChoiceField(
        label=_("Målform til nøytrale kommuner"), choices=MAALFORMER, widget=forms.RadioSelect,
        help_text=_("De andre får brevet på målformen de har vedtatt."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rader = queries.kommunelinjer(self.av)
        felt = self.fields["kommuner"]
        assert isinstance(felt, forms.MultipleChoiceField)  # noqa: S101 - tells the type
        felt.choices = [
            (r.kommune.nummer, tekster.kommunevalg(r.kommune.navn, r.valg, r.mangler)) for r in self.rader
        ]
        self.fields["noekkel"].initial = uuid4
        self.fields["noeytral"].initial = queries.fylkets_maalform()
        self._legg_til_felles()

    def clean_skrevet(self) -> list[str]:
        """Return the numbers of the typed municipalities; say which are not there."""
        kjente = {r.kommune.nummer: r.kommune.nummer for r in self.rader}
        kjente |= {r.kommune.navn.casefold(): r.kommune.nummer for r in self.rader}
        ord_ = [
            o.strip() for o in str(self.cleaned_data["skrevet"]).replace(";", ",").split(",") if o.strip()
        ]
        ukjente = [o for o in ord_ if o.casefold() not in kjente]
        if ukjente:
            melding = gettext("Fant ikke: %(navn)s. Skriv navnet slik det står i listen.")
            raise forms.ValidationError(melding % {"navn": ", ".join(ukjente)})
        return [kjente[o.casefold()] for o in ord_]

    @property
    def valgte(self) -> list[queries.Kommunelinje]:
        """The chosen municipalities, ticked or typed, by number."""
        nummer = {*self.cleaned_data.get("kommuner", []), *self.cleaned_data.get("skrevet", [])}
        return sorted((r for r in self.rader if r.kommune.nummer in nummer), key=lambda r: r.kommune.nummer)

    @property
    def svar(self) -> Bunkesvar:
        """What is the same in all letters."""
        return Bunkesvar(noeytral=self.cleaned_data["noeytral"], **self.felles)


class Sendtskjema(Skjema):
    """How and when a letter was sent."""

    knapp = _("Merk som sendt")
    maate = forms.ChoiceField(
        label=_("Hvordan er brevet sendt?"), choices=Sendemaate.choices, widget=forms.RadioSelect,
        initial=Sendemaate.EFORMIDLING,
    )  # fmt: skip
    dato = DatoFelt(label=_("Sendt dato"), navn=_("dato"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dato"].initial = timezone.localdate()


class Svarskjema(Skjema):
    """An answer came."""

    knapp = _("Registrer svar")
    dato = DatoFelt(label=_("Svar mottatt"), navn=_("dato"))
    notat = forms.CharField(
        label=_("Hva gikk svaret ut på?"), required=False, max_length=300,
        help_text=_("Kort, uten personopplysninger. Selve svaret ligger i arkivet."),
    )  # fmt: skip


class Bekreftskjema(Skjema):
    """A decision about a draft as it was read."""

    versjon = forms.IntegerField(widget=forms.HiddenInput)
