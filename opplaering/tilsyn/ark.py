"""The workbooks of the supervision pack: what each row and column is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.kodelister import kodenavn
from integrering.lister import Kolonne, Slag
from integrering.lister.definisjon import Tekst
from integrering.tilgang.queries import kommuner_i_fylket
from opplaering import deltakertekster as tekster
from opplaering.kodeverk import HOVEDANSVAR, HOVEDANSVARSGRUNN, MAALGRUPPE, MELDINGSSLAG, UNDERVISNING
from opplaering.queries import tilsyn


@dataclass(frozen=True)
class Ark:
    """One workbook: its name, title and paragraphs, its columns, and how its rows are read.

    Attributes:
        person: row → the person it is about; None when rows are about nobody.
    """

    navn: str
    tittel: Tekst
    hjemmel: Tekst
    kolonner: Callable[[], Sequence[Kolonne]]
    rader: Callable[[date, date], Iterable[Any]]
    person: Callable[[Any], Any] | None = None


def _personkolonner(sti: str) -> list[Kolonne]:
    return [
        Kolonne("duf", _("DUF-nummer"), verdi=f"{sti}.duf", slag=Slag.DUF),
        Kolonne("navn", _("Navn"), verdi=f"{sti}.navn"),
    ]


def _deltakere() -> list[Kolonne]:
    return [
        *_personkolonner("rad.person"),
        Kolonne("kommune", _("Kommune"), verdi="rad.person.kommune.navn"),
        Kolonne("skole", _("Skole"), verdi="rad.skole.navn"),
        Kolonne("klasse", _("Klasse"), verdi="rad.klasse.navn"),
        Kolonne("fra", _("Første skoledag"), verdi="rad.fra", slag=Slag.DATO),
        Kolonne("til", _("Siste skoledag"), verdi="rad.til", slag=Slag.DATO),
        Kolonne("timer", _("Timer per uke"), verdi="rad.timer_per_uke", slag=Slag.DESIMAL),
        Kolonne("gruppe", _("Målgruppe"), verdi=lambda d: kodenavn(MAALGRUPPE, d.rad.maalgruppe)),
        Kolonne("ansvar", _("Ansvarlig"), verdi=lambda d: tekster.ansvarlig(d.ansvar.hvem).tekst),
        Kolonne("grunn", _("Begrunnelse"), verdi=lambda d: tekster.steg(d.ansvar.grunn.steg)),
        Kolonne("hjemmel", _("Hjemmel"), verdi=lambda d: d.ansvar.grunn.hjemmel),
        Kolonne("dag", _("Vurdert per"), verdi="dag", slag=Slag.DATO),
    ]


def _avgjoerelser() -> list[Kolonne]:
    return [
        Kolonne("skole", _("Skole"), verdi="klasse.skole.navn"),
        Kolonne("klasse", _("Klasse"), verdi="klasse.navn"),
        Kolonne("kommune", _("Kommune"), verdi="klasse.kommune.navn"),
        Kolonne("ansvar", _("Hovedansvar"), verdi=lambda rad: kodenavn(HOVEDANSVAR, rad.ansvar)),
        Kolonne("grunn", _("Bygger på"), verdi=lambda rad: kodenavn(HOVEDANSVARSGRUNN, rad.grunn)),
        Kolonne("begrunnelse", _("Begrunnelse")),
        Kolonne("fra", _("Gjelder fra"), slag=Slag.DATO),
        Kolonne("bestemt", _("Bestemt"), slag=Slag.DATO),
        Kolonne("tid", _("Registrert"), slag=Slag.TIDSPUNKT),
        Kolonne("av", _("Registrert av"), verdi=lambda rad: str(rad.av)),
    ]


def _klasser() -> list[Kolonne]:
    return [
        Kolonne("skole", _("Skole"), verdi="skole.navn"),
        Kolonne("klasse", _("Klasse"), verdi="navn"),
        Kolonne("kommune", _("Kommune"), verdi="kommune.navn"),
        Kolonne("fra", _("Fra"), slag=Slag.DATO),
        Kolonne("til", _("Til og med"), slag=Slag.DATO),
        Kolonne("avgjort", _("Hovedansvar avgjort"), verdi=lambda k: _("Ja") if k.avgjort else _("Nei")),
    ]


def _meldinger() -> list[Kolonne]:
    return [
        *_personkolonner("person"),
        Kolonne("kommune", _("Kommune"), verdi="kommune.navn"),
        Kolonne("slag", _("Melding"), verdi=lambda m: kodenavn(MELDINGSSLAG, m.slag)),
        Kolonne("hendt", _("Hendt"), slag=Slag.DATO),
        Kolonne("frist", _("Frist"), slag=Slag.DATO),
        Kolonne("sendt", _("Sendt"), slag=Slag.TIDSPUNKT),
        Kolonne("aapnet", _("Åpnet"), slag=Slag.TIDSPUNKT),
        Kolonne("kvittert", _("Kvittert"), slag=Slag.TIDSPUNKT),
        Kolonne("tatt_inn", _("Registrert av kommunen"), slag=Slag.TIDSPUNKT),
    ]


def _fravaer() -> list[Kolonne]:
    timer = [
        ("timer", _("Timer til stede")), ("gyldig", _("Gyldig fravær")),
        ("ugyldig", _("Ugyldig fravær")), ("uavklart", _("Fravær som ikke er avklart")),
    ]  # fmt: skip
    return [
        *_personkolonner("person"),
        Kolonne("skole", _("Skole"), verdi="skole.navn"),
        Kolonne("maaned", _("Måned"), slag=Slag.DATO),
        Kolonne("undervisning", _("Undervisning"), verdi=lambda f: kodenavn(UNDERVISNING, f.undervisning)),
        *(Kolonne(felt, tittel, slag=Slag.DESIMAL) for felt, tittel in timer),
        Kolonne("registrert", _("Registrert"), slag=Slag.TIDSPUNKT),
    ]


def _veiledning() -> list[Kolonne]:
    return [
        Kolonne("kommune", _("Kommune"), verdi="kommune.navn"),
        Kolonne("gjennomfoert", _("Veiledninger gjennomført i perioden"), slag=Slag.TALL),
        Kolonne("bosatt", _("Bosatt i perioden"), slag=Slag.TALL),
        Kolonne("med", _("Av dem med veiledning"), slag=Slag.TALL),
        Kolonne(
            "dager", _("Dager fra bosetting, median"), slag=Slag.TALL,
            definisjon=_("Til den første veiledningen, for dem som har fått den."),
        ),
    ]  # fmt: skip


DELTAKERE = Ark(
    "deltakere",
    gettext_lazy("Deltakere og ansvar"),
    gettext_lazy("Integreringsloven § 30"),
    _deltakere,
    tilsyn.deltakere,
    lambda d: d.rad.person,
)
KLASSER = Ark(
    "kombinasjonsklasser",
    gettext_lazy("Kombinasjonsklasser"),
    gettext_lazy("Integreringsloven § 30 andre ledd"),
    _klasser,
    tilsyn.kombinasjonsklasser,
)
AVGJOERELSER = Ark(
    "avgjoerelser",
    gettext_lazy("Avgjørelser om hovedansvar"),
    gettext_lazy("Integreringsloven § 30 andre ledd"),
    _avgjoerelser,
    tilsyn.avgjoerelser,
)
MELDINGER = Ark(
    "meldinger",
    gettext_lazy("Meldinger til kommunene"),
    gettext_lazy("Integreringsforskriften § 59"),
    _meldinger,
    tilsyn.meldinger,
    lambda m: m.person,
)
FRAVAER = Ark(
    "fravaer",
    gettext_lazy("Timer og fravær"),
    gettext_lazy("Integreringsforskriften § 59"),
    _fravaer,
    tilsyn.fravaer,
    lambda f: f.person,
)
VEILEDNING = Ark(
    "karriereveiledning",
    gettext_lazy("Karriereveiledning"),
    gettext_lazy("Integreringsloven § 11"),
    _veiledning,
    lambda fra, til: tilsyn.veiledning(fra, til, kommuner_i_fylket()),
)
ARKENE = (DELTAKERE, KLASSER, AVGJOERELSER, MELDINGER, FRAVAER, VEILEDNING)
