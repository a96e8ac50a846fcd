"""The rows: versions of registrations, and the file of one person they are gathered in."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from integrering.grunnmur.kvartal import OSLO

# Columns of each kind of fact, in the order of `Versjon.verdier`.
KOLONNER: dict[str, tuple[str, ...]] = {
    "nir_personopplysning": (
        "fornavn", "etternavn", "foedselsdato", "kjoenn", "statsborgerskap", "tillatelse", "tillatelse_dato",
        "landgruppe", "adressebeskyttelse",
    ),
    "nir_bosted": ("kommune_id", "fra", "til"),
    "nir_vedtak": ("ordning", "vedtakstype", "vedtaksdato", "startdato"),
    "nir_fulltidvgo": (
        "fylke_id", "skole", "fra", "til", "timer_per_uke", "kombinasjonsklasse", "hovedansvar_fylke",
    ),
    "nir_stans": ("ordning", "fra", "varighet"),
    "nir_bosetting": ("bosatt", "etter_avtale", "ankomst", "i_arbeid"),
    "nir_familieforhold": ("opplyst", "barn_under_18", "familieinnvandring"),
    "nir_foreldreveiledning": ("gjennomfoert", "form", "moeter"),
    "nir_kompetansekartlegging": ("gjennomfoert", "tolk"),
    "nir_karriereveiledning": ("gjennomfoert",),
    "nir_utdanningsbakgrunn": ("nivaa", "vgs_nivaa", "aar_skolegang", "dato"),
    "nir_sluttmaal": ("maal", "fra"),
    "nir_integreringsplan": ("dato", "vedtaksdato", "innhold", "utloest_av", "tolk", "neste_vurdering"),
    "nir_integreringskontrakt": ("dato", "deltaker_signerte", "kommune_signerte"),
    "nir_tiltak": ("tiltak", "fra", "til", "timer_per_uke"),
    "nir_livsmestring": ("gjennomfoert", "timer_migrasjon", "timer_karriere"),
    "nir_avslutning": ("ordning", "dato", "avslutningsaarsak", "hovedaktivitet"),
    "nir_norskmaal": ("slag", "lytte", "lese", "skriftlig", "muntlig", "fra", "endring"),
    "nir_norskplan": ("dato", "vedtaksdato", "innhold", "neste_vurdering"),
    "nir_opplaeringstimer": ("modul", "maaned", "timer", "gyldig_fravaer", "ugyldig_fravaer"),
}  # fmt: skip

Verdier = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Versjon:
    """One version of one registration, made by municipality `kommune` (its number)."""

    tabell: str
    registrering_id: uuid.UUID
    registrert: datetime
    erstattet: datetime | None
    aarsak: str
    kommune: str
    verdier: Verdier
    annullert: bool = False


@dataclass(frozen=True, slots=True)
class Endring:
    """What a registration says from the day `dag` on; the first has no reason."""

    dag: date
    verdier: Verdier
    aarsak: str = ""
    annullert: bool = False


@dataclass(slots=True)
class Mappe:
    """Everything registered about one person, as it lay in the system before `i_dag`."""

    terning: Random
    i_dag: date
    versjoner: list[Versjon] = field(default_factory=list)

    def registrer(self, tabell: str, kommune: str, *endringer: Endring) -> None:
        """Write a registration and its corrections; what comes today or later is not there yet."""
        registrering_id = uuid.UUID(int=self.terning.getrandbits(128), version=4)
        skrevet: list[tuple[datetime, Endring]] = []
        for endring in (e for e in endringer if e.dag < self.i_dag):
            instant = self._instant(endring.dag)
            if skrevet:
                instant = max(instant, skrevet[-1][0] + timedelta(minutes=7))
            skrevet.append((instant, endring))
        for nr, (instant, endring) in enumerate(skrevet):
            neste = skrevet[nr + 1][0] if nr + 1 < len(skrevet) else None
            self.versjoner.append(
                Versjon(
                    tabell=tabell,
                    registrering_id=registrering_id,
                    registrert=instant,
                    erstattet=neste,
                    aarsak=endring.aarsak,
                    kommune=kommune,
                    verdier=endring.verdier,
                    annullert=endring.annullert,
                )
            )

    def _instant(self, dag: date) -> datetime:
        """Return a moment in office hours; a Saturday or Sunday becomes the Friday before."""
        dag -= timedelta(days=max(0, dag.weekday() - 4))
        sekund = self.terning.randrange(8 * 3600, 16 * 3600)
        return datetime.combine(dag, time.min, tzinfo=OSLO) + timedelta(seconds=sekund)
