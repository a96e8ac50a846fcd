"""A small language for cases: a person's facts as a case worker would tell them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from integrering.grunnmur.kvartal import OSLO, Kvartal
from tilskudd.rules.fakta import Bosted, Fakta, FulltidVgo, Personopplysning, Stans, Vedtak
from tilskudd.rules.frister import vanlig_skjaeringstidspunkt
from tilskudd.rules.linjer import Linje, Netto, nett_ut, nye_linjer
from tilskudd.rules.opptjening import Opptjening, Satsnoekkel, opptjening
from tilskudd.rules.ordninger import Ordning

K5001, K5006, K4601 = 5001, 5006, 4601
F50, F46 = 50, 46
NAVN = {K5001: "K5001", K5006: "K5006", K4601: "K4601", F50: "F50", F46: "F46"}
TIDLIG = "01.01.2020"


def dato(tekst: str) -> date:
    """Read «28.02.2027»."""
    dag, maaned, aar = (int(del_) for del_ in tekst.split("."))
    return date(aar, maaned, dag)


def tid(tekst: str) -> datetime:
    """Return the first moment of a day in Oslo."""
    d = dato(tekst)
    return datetime(d.year, d.month, d.day, tzinfo=OSLO)


def kvartal(tekst: str) -> Kvartal:
    """Read «2023K4»."""
    return Kvartal.parse(tekst)


def eksempelsatser() -> dict[Satsnoekkel, int]:
    """Return the rates of the worked examples, the same every year."""
    satser: dict[Satsnoekkel, int] = {}
    for aar in range(2015, 2035):
        satser[(Ordning.P_AR, 1, "H", aar)] = 36_500
        satser[(Ordning.P_AR, 2, "H", aar)] = 73_000
        satser[(Ordning.P_AR, 3, "H", aar)] = 50_000
        satser[(Ordning.P37D, 1, "", aar)] = 45_000
    return satser


@dataclass
class Sak:
    """One person's facts. Registrations default to long ago, so that only what matters is told."""

    foedt: str = "15.06.1995"
    tillatelse: str = "9a"
    innvilget: str = "10.01.2023"
    landgruppe: str = "H"
    fakta: Fakta = field(default_factory=Fakta)
    _id: int = 0

    def __post_init__(self) -> None:
        self.rett_person(self.foedt, self.tillatelse, self.innvilget, self.landgruppe, TIDLIG)

    def _neste(self) -> int:
        self._id += 1
        return self._id

    def _legg_til(self, hvor: str, versjon: object) -> int:
        self.fakta = Fakta(**{**self.fakta.__dict__, hvor: (*getattr(self.fakta, hvor), versjon)})
        return self._id

    def rett_person(
        self, foedt: str, tillatelse: str, innvilget: str, landgruppe: str, registrert: str
    ) -> None:
        """Give the person's details; a version that was there ends."""
        if self.fakta.personopplysninger:
            self.slett("personopplysninger", self.fakta.personopplysninger[-1].id, registrert)
        opplysning = Personopplysning(
            id=self._neste(),
            registrering="person",
            registrert=tid(registrert),
            foedselsdato=dato(foedt),
            tillatelse=tillatelse,
            tillatelse_dato=dato(innvilget),
            landgruppe=landgruppe,
        )
        self._legg_til("personopplysninger", opplysning)

    def bor(self, kommune: int, fra: str, til: str | None = None, registrert: str = TIDLIG) -> int:
        """Folkeregistrert in a municipality."""
        id_ = self._neste()
        return self._legg_til(
            "bosteder",
            Bosted(
                id=id_,
                registrering=f"b{id_}",
                registrert=tid(registrert),
                kommune=kommune,
                fra=dato(fra),
                til=dato(til) if til else None,
            ),
        )

    def vedtak(self, start: str, registrert: str = TIDLIG, **annet: Any) -> int:
        """A decision about Norwegian training."""
        id_ = self._neste()
        versjon = Vedtak(
            id=id_, registrering=f"v{id_}", registrert=tid(registrert), startdato=dato(start), **annet
        )
        return self._legg_til("vedtak", versjon)

    def vgo(
        self,
        fra: str,
        til: str | None,
        registrert: str = TIDLIG,
        *,
        fylke: int = F50,
        timer: str = "30",
        kombinasjon: bool = False,
        hovedansvar: bool = False,
        samme_som: int | None = None,
    ) -> int:
        """A period in full-time upper-secondary education. `samme_som` makes it the next version of one."""
        id_ = self._neste()
        versjon = FulltidVgo(
            id=id_,
            registrering=f"g{samme_som or id_}",
            registrert=tid(registrert),
            fylke=fylke,
            fra=dato(fra),
            til=dato(til) if til else None,
            timer_per_uke=Decimal(timer),
            kombinasjonsklasse=kombinasjon,
            hovedansvar_fylke=hovedansvar,
        )
        return self._legg_til("vgo", versjon)

    def stans(self, fra: str, varighet: str = "permanent", registrert: str = TIDLIG, **annet: Any) -> int:
        """Training stops."""
        id_ = self._neste()
        versjon = Stans(
            id=id_,
            registrering=f"s{id_}",
            registrert=tid(registrert),
            fra=dato(fra),
            varighet=varighet,
            **annet,
        )
        return self._legg_til("stans", versjon)

    def slett(self, hvor: str, id_: int, naar: str) -> None:
        """Close a version at an instant, as a correction does."""
        versjoner = tuple(
            type(v)(**{**v.__dict__, "erstattet": tid(naar)}) if v.id == id_ else v
            for v in getattr(self.fakta, hvor)
        )
        self.fakta = Fakta(**{**self.fakta.__dict__, hvor: versjoner})

    def opptjent(
        self, k: str, satser: Mapping[Satsnoekkel, int] | None = None, frist: str | None = None
    ) -> Opptjening:
        """What is earned up to the end of a quarter, by what is registered by then."""
        instant = tid(frist) if frist else vanlig_skjaeringstidspunkt(kvartal(k))
        return opptjening(
            self.fakta.synlige(instant),
            til_og_med=kvartal(k).til,
            satser=eksempelsatser() if satser is None else satser,
        )

    def tabell(self, k: str, **annet: Any) -> list[tuple[str, str, str, int, int]]:
        """Return (earned quarter, grant, recipient, days, kroner) for what is earned."""
        poster = self.opptjent(k, **annet).poster
        return sorted((str(p.kvartal), p.aar.kode, NAVN[p.mottaker], p.dager, p.beloep) for p in poster)

    def sum_for(self, k: str, mottaker: int, **annet: Any) -> tuple[int, int]:
        """Return a recipient's days and kroner in all."""
        poster = [p for p in self.opptjent(k, **annet).poster if p.mottaker == mottaker]
        return sum(p.dager for p in poster), sum(p.beloep for p in poster)


@dataclass
class Regnskap:
    """Runs one after another, each approved before the next."""

    sak: Sak
    satser: Mapping[Satsnoekkel, int] = field(default_factory=eksempelsatser)
    bokfoert: list[Linje] = field(default_factory=list)
    saldo: dict[int, int] = field(default_factory=dict)

    def kjoer(self, k: str, frist: str | None = None) -> list[Linje]:
        """Run a quarter, and post it."""
        linjer = nye_linjer(self.sak.opptjent(k, self.satser, frist), self.bokfoert, kvartal=kvartal(k))
        self.bokfoert += linjer
        self.netto: dict[int, Netto] = nett_ut(
            [(linje.mottaker, linje.beloep) for linje in linjer], self.saldo
        )
        self.saldo = {m: n.overfoert_ut for m, n in self.netto.items()}
        return linjer

    def tabell(self, k: str, frist: str | None = None) -> list[tuple[str, str, str, str, int]]:
        """Run a quarter and return (recipient, earned quarter, grant, kind, kroner)."""
        return linjetabell(self.kjoer(k, frist))


def linjetabell(linjer: Iterable[Linje]) -> list[tuple[str, str, str, str, int]]:
    """Return (recipient, earned quarter, grant, kind, kroner)."""
    return sorted((NAVN[li.mottaker], str(li.kvartal), li.ordning, li.type.value, li.beloep) for li in linjer)
