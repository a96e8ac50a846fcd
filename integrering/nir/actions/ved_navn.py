"""The deeds of registration by name, with typed arguments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import cast

from integrering.nir.actions.fakta import registrer
from integrering.nir.faktatyper import BOSTED, STANS, VEDTAK, VGO
from integrering.nir.models import Bosted, FulltidVgo, Person, Stans, Vedtak
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet


def registrer_vedtak(*, person: Person, vedtaksdato: date, startdato: date, av: Aktoer) -> Vedtak:
    """Register a vedtak om norskopplæring (forskriften § 53 a)."""
    return cast(
        Vedtak,
        registrer(
            slag=VEDTAK, person=person, verdier={"vedtaksdato": vedtaksdato, "startdato": startdato}, av=av
        ),
    )


def registrer_vgo_periode(
    *,
    person: Person,
    fylke: Virksomhet,
    skole: str,
    fra: date,
    til: date | None,
    timer_per_uke: Decimal,
    kombinasjonsklasse: bool = False,
    hovedansvar_fylke: bool = False,
    av: Aktoer,
) -> FulltidVgo:
    """Register a period of full-time upper secondary (forskriften § 53 a). Hours are a week's."""
    verdier = {
        "fylke": fylke, "skole": skole, "fra": fra, "til": til, "timer_per_uke": timer_per_uke,
        "kombinasjonsklasse": kombinasjonsklasse, "hovedansvar_fylke": hovedansvar_fylke,
    }  # fmt: skip
    rad = registrer(slag=VGO, person=person, verdier=verdier, av=av)
    assert isinstance(rad, FulltidVgo)  # noqa: S101 - tells the type
    return rad


def registrer_bosted(
    *, person: Person, kommune: Virksomhet, fra: date, til: date | None = None, av: Aktoer
) -> Bosted:
    """Register where a person lives; an open bosted that began earlier ends the day before."""
    rad = registrer(slag=BOSTED, person=person, verdier={"kommune": kommune, "fra": fra, "til": til}, av=av)
    assert isinstance(rad, Bosted)  # noqa: S101 - tells the type
    return rad


def registrer_stans(*, person: Person, fra: date, varighet: str, av: Aktoer) -> Stans:
    """Register a stans of norskopplæring (integreringsloven § 36)."""
    rad = registrer(slag=STANS, person=person, verdier={"fra": fra, "varighet": varighet}, av=av)
    assert isinstance(rad, Stans)  # noqa: S101 - tells the type
    return rad
