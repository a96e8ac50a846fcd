"""Random lives with corrections: facts that change over registration time, put into the database."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from integrering.grunnmur.kvartal import OSLO
from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir import models as nir
from integrering.tilgang.models import Virksomhet
from tests import fabrikk

FRA, TIL = date(2021, 1, 1), date(2025, 12, 31)
MODELLER: list[type[ToKlokker]] = [
    nir.Personopplysning,
    nir.Bosted,
    nir.FulltidVgo,
    nir.Vedtak,
    nir.Stans,
]
TILLATELSER = ["9a", "9a", "9b", "9e", "9e", "27", "28"]


@dataclass(frozen=True)
class Rad:
    """One version of a fact, before it is a row."""

    modell: type[ToKlokker]
    felter: dict[str, Any]
    nr: int


Tilstand = list[Rad]


def _dag(r: Random, fra: date = FRA, til: date = TIL) -> date:
    return fra + timedelta(days=r.randrange((til - fra).days))


def _perioder(r: Random, antall: int) -> list[tuple[date, date | None]]:
    """Return periods that never overlap; the last may be open."""
    grenser = sorted({_dag(r) for _ in range(2 * antall)})
    par: list[tuple[date, date | None]] = [
        (grenser[i], grenser[i + 1]) for i in range(0, len(grenser) - 1, 2)
    ]
    if par and r.random() < 0.6:
        par[-1] = (par[-1][0], None)
    return par


def tilstand(
    r: Random, steder: Sequence[Virksomhet], fylker: Sequence[Virksomhet], landgrupper: str
) -> Tilstand:
    """Return what is true about a person for a while."""
    foedt = _dag(r, date(1955, 1, 1), date(2007, 12, 31))
    innvilget = max(foedt, _dag(r, date(2020, 6, 1), date(2024, 12, 31)))
    tillatelse = r.choice(TILLATELSER)
    rader = [
        Rad(
            nir.Personopplysning,
            {
                "fornavn": "Prøve", "etternavn": "Person", "kjoenn": "U", "statsborgerskap": "SYR",
                "foedselsdato": foedt, "tillatelse": tillatelse, "tillatelse_dato": innvilget,
                "landgruppe": r.choice(landgrupper).strip(),
            },
            0,
        )
    ]  # fmt: skip
    for nr, (fra, til) in enumerate(_perioder(r, r.choice([0, 1, 1, 2, 3]))):
        rader.append(Rad(nir.Bosted, {"kommune": r.choice(steder), "fra": fra, "til": til}, nr))
    for nr, (fra, til) in enumerate(_perioder(r, r.choice([0, 1, 1, 2]))):
        felter = {
            "fylke": r.choice(fylker), "skole": "Prøve vgs", "fra": fra, "til": til,
            "timer_per_uke": r.choice([Decimal("29.9"), Decimal(30), Decimal(35)]),
            "kombinasjonsklasse": r.random() < 0.3, "hovedansvar_fylke": r.random() < 0.5,
        }  # fmt: skip
        rader.append(Rad(nir.FulltidVgo, felter, nr))
    for nr, start in enumerate({_dag(r) for _ in range(r.choice([0, 1, 1, 2]))}):
        rader.append(Rad(nir.Vedtak, {"vedtaksdato": start, "startdato": start}, nr))
    if r.random() < 0.15:
        rader.append(Rad(nir.Stans, {"fra": _dag(r), "varighet": r.choice(["permanent", "midlertidig"])}, 0))
    return rader


def skriv_liv(
    r: Random, antall: int, tider: Sequence[datetime], *, stokk: bool = False, landgrupper: str = "HL"
) -> list[nir.Person]:
    """Put `antall` persons into the database, whose facts are replaced at each of the instants `tider`.

    At each instant some kinds of fact stay as they were, the others become the next versions. A space among
    `landgrupper` makes some unknown, from the second instant on.
    """
    steder = list(Virksomhet.objects.filter(type="kommune", nummer__startswith="50").order_by("nummer")[:3])
    fylker = list(Virksomhet.objects.filter(type="fylkeskommune", nummer__in=["50", "46"]).order_by("nummer"))
    personer, rader = [], []
    for _ in range(antall):
        with fabrikk.historisk():
            person = nir.Person.objects.create(duf=fabrikk.nytt_duf())
        personer.append(person)
        rader += _versjoner(r, person, tider, lambda g: tilstand(r, steder, fylker, g), landgrupper)
    if stokk:
        r.shuffle(rader)
    bruker = fabrikk.lag_bruker()
    with fabrikk.historisk():
        for modell in MODELLER:
            modell._default_manager.bulk_create(
                modell(**felter, registrert_av=bruker, virksomhet=steder[0])
                for type_, felter in rader
                if type_ is modell
            )
    return personer


def _versjoner(
    r: Random,
    person: nir.Person,
    tider: Sequence[datetime],
    ny_tilstand: Callable[[str], Tilstand],
    landgrupper: str,
) -> list[tuple[type[ToKlokker], dict[str, Any]]]:
    """Return all versions of a person's facts."""
    gjelder: dict[type[ToKlokker], Tilstand] = {}
    siden: dict[type[ToKlokker], datetime] = {}
    ut: list[tuple[type[ToKlokker], dict[str, Any]]] = []
    ider: dict[tuple[type[ToKlokker], int], uuid.UUID] = {}

    def lukk(modell: type[ToKlokker], naar: datetime | None) -> None:
        for rad in gjelder.get(modell, []):
            registrering = ider.setdefault((modell, rad.nr), uuid.UUID(int=r.getrandbits(128), version=4))
            tid = {"registrering_id": registrering, "registrert": siden[modell], "erstattet": naar}
            ut.append((modell, {"person": person, **rad.felter, **tid}))

    for tid in tider:
        nytt = ny_tilstand(landgrupper if siden else "HL")
        for modell in MODELLER:
            if modell in siden and r.random() < 0.5:
                continue
            lukk(modell, tid)
            gjelder[modell] = [rad for rad in nytt if rad.modell is modell]
            siden[modell] = tid
    for modell in gjelder:
        lukk(modell, None)
    return ut


def tidspunkt(aar: int, maaned: int, dag: int) -> datetime:
    """Return noon in Oslo."""
    return datetime(aar, maaned, dag, 12, tzinfo=OSLO)
