"""O7 and O8: applications, and those who need to be followed up."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import maaneder
from integrering.grunnmur.kodelister import alle_kodevalg, kodenavn
from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from integrering.tilgang.roller import FYLKESROLLER
from opplaering.kodeverk import OPPTAKSUTFALL, SLUTTKOMPETANSE, VGORETT
from opplaering.models import Soeknad
from opplaering.queries.samarbeid import trenger_oppfoelging
from opplaering.queries.soeknader import soeknader
from opplaering.roller import ALLE, LESER, SKOLEN

VENTER = "venter"


class Soeknadsfilter(Listefilter):
    """What was decided, the right, the municipality, and how long it has waited."""

    utfall = forms.ChoiceField(label=_("Utfall"), choices=[])
    rett = forms.ChoiceField(label=_("Rett"), choices=[])
    ventet = forms.ChoiceField(
        label=_("Har ventet"),
        choices=[("", _("Uansett")), ("1", _("Mer enn én måned")), ("3", _("Mer enn tre måneder"))],
    )
    kommune = forms.ChoiceField(label=_("Kommune"), choices=[])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        utfall = [("", _("Alle")), (VENTER, _("Ikke avgjort")), *alle_kodevalg(OPPTAKSUTFALL)]
        self._valg("utfall", utfall)
        self._valg("rett", [("", _("Alle")), *alle_kodevalg(VGORETT)])
        if self.av.er_fylke:
            kommuner = [(k.nummer, k.navn) for k in kommuner_i_fylket()]
            self._valg("kommune", [("", _("Alle kommuner")), *kommuner])
        else:
            del self.fields["kommune"]

    def _valg(self, navn: str, valg: list[Any]) -> None:
        felt = self.fields[navn]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        felt.choices = valg


def _soeknader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Soeknad]:
    rader = soeknader()
    if utfall := filter.get("utfall"):
        rader = rader.filter(utfall="" if utfall == VENTER else utfall)
    if rett := filter.get("rett"):
        rader = rader.filter(rett=rett)
    if ventet := filter.get("ventet"):
        rader = rader.filter(utfall="", mottatt__lt=_siden(timezone.localdate(), int(ventet)))
    if kommune := filter.get("kommune"):
        rader = rader.filter(person__kommune__nummer=kommune)
    return rader


def _siden(dag: date, antall: int) -> date:
    """Return the day so many months before; the last of the month when it has no such day."""
    maaned = maaneder.maaned(dag)
    for _nr in range(antall):
        maaned = maaneder.forrige(maaned)
    return min(maaneder.siste_dag(maaned), maaned.replace(day=min(dag.day, 28)))


def _utfall(rad: Any) -> Status:
    if not rad.utfall:
        return Status(str(_("Ikke avgjort")), "warning")
    return Status(kodenavn(OPPTAKSUTFALL, rad.utfall), "success" if rad.utfall == "innvilget" else "neutral")


def _oenske(rad: Any) -> str:
    return kodenavn(SLUTTKOMPETANSE, rad.foerste) if rad.foerste else ""


SOEKNADER = Liste(
    navn="opplaering_soeknader",
    tittel=_("Søknader om videregående"),
    kolonner=(
        Kolonne(
            "navn", _("Navn"), verdi="person.navn_etternavn_foerst", sorter=("sortering", "mottatt"),
            lenke=lambda s: reverse("opplaering_soeknad", args=[s.noekkel]),
        ),
        Kolonne("duf", _("DUF-nummer"), verdi="person.duf", slag=Slag.DUF, side=False),
        Kolonne("kommune", _("Kommune"), verdi="person.kommune.navn", roller=FYLKESROLLER),
        Kolonne("mottatt", _("Mottatt"), slag=Slag.DATO, sorter=("mottatt",)),
        Kolonne("rett", _("Rett"), verdi=lambda s: kodenavn(VGORETT, s.rett), sorter=("rett", "mottatt")),
        Kolonne("oenske", _("Første ønske"), verdi=_oenske),
        Kolonne("utfall", _("Utfall"), verdi=_utfall, slag=Slag.STATUS, sorter=("utfall", "mottatt")),
        Kolonne("vedtaksdato", _("Vedtaksdato"), slag=Slag.DATO, sorter=("vedtaksdato", "mottatt")),
        Kolonne("tilbud", _("Tilbud"), verdi="tilbud.navn"),
        Kolonne("oppstart", _("Oppstart"), slag=Slag.DATO, sorter=("oppstart", "mottatt")),
    ),
    rader=_soeknader,
    standard="-mottatt",
    roller=frozenset(LESER),
    filterskjema=Soeknadsfilter,
    noekkel="noekkel",
    person="person_id",
    tomt=_("Ingen søknader er registrert."),
)  # fmt: skip


class Oppfoelgingsfilter(Listefilter):
    """Why: an agreement past its deadline, unless the goal is asked for. A school does not read the goal."""

    hvorfor = forms.ChoiceField(
        label=_("Hvorfor"),
        choices=[
            ("", _("Avtale over fristen")),
            ("maal", _("Målet nås kanskje ikke")),
            ("begge", _("Ett av dem")),
        ],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.av.har(*SKOLEN):
            del self.fields["hvorfor"]


def _oppfoelging(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Person]:
    hvorfor = filter.get("hvorfor")
    return trenger_oppfoelging(timezone.localdate(), avtaler=hvorfor != "maal", maal=bool(hvorfor))


OPPFOELGING = Liste(
    navn="opplaering_oppfoelging",
    tittel=_("Oppfølging av deltakere"),
    kolonner=(
        Kolonne(
            "navn", _("Navn"), verdi="navn_etternavn_foerst", sorter=("sortering",),
            lenke=lambda p: reverse("opplaering_samarbeid", args=[p.noekkel]),
        ),
        Kolonne("duf", _("DUF-nummer"), slag=Slag.DUF, side=False),
        Kolonne("kommune", _("Kommune"), verdi="kommune.navn"),
        Kolonne(
            "frist", _("Eldste frist"), slag=Slag.DATO, sorter=("frist", "sortering"),
            definisjon=_("Den eldste fristen som har gått ut for en avtale som ikke er gjort."),
        ),
        Kolonne(
            "antall", _("Avtaler over fristen"), slag=Slag.TALL, sorter=("antall", "sortering"),
            definisjon=_("Avtaler der fristen har gått ut, og som ikke er gjort."),
        ),
    ),
    rader=_oppfoelging,
    standard="frist",
    roller=frozenset(ALLE),
    filterskjema=Oppfoelgingsfilter,
    noekkel="noekkel",
    person="pk",
    tomt=_("Ingen avtaler er over fristen."),
)  # fmt: skip
