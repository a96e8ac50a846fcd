"""From a seed and a day to a county's registrations, the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from integrering.demo.befolkning import program, skolegang
from integrering.demo.befolkning.rader import Endring, Mappe, Versjon
from integrering.demo.befolkning.saker import SAKER
from integrering.demo.befolkning.valg import Valg, trekk
from integrering.grunnmur.kvartal import Kvartal
from integrering.nir.rules import duf_kontroll

# Where those who leave the county go: (municipality, county).
_UT = (("0301", "03"), ("4601", "46"), ("1508", "15"), ("3301", "33"), ("1804", "18"))


@dataclass(frozen=True, slots=True)
class Ramme:
    """What the population is drawn for: seed, today, county, its municipalities with inhabitants."""

    froe: int
    i_dag: date
    fylke: str
    kommuner: tuple[tuple[str, int], ...]

    @property
    def siste(self) -> Kvartal:
        """The last finished quarter."""
        return Kvartal.for_dato(self.i_dag).forrige()


@dataclass(frozen=True, slots=True)
class Person:
    """A DUF number and all that was registered about it."""

    duf: str
    noekkel: UUID
    versjoner: tuple[Versjon, ...]


@dataclass(frozen=True, slots=True)
class _Opphold:
    kommune: str
    fylke: str
    fra: date
    til: date | None


def befolkning(ramme: Ramme, antall: int) -> Iterator[Person]:
    """Draw `antall` persons; number n is the same however many are drawn."""
    for nr in range(antall):
        terning = random.Random(f"{ramme.froe}/{nr}")  # noqa: S311 - invented people, not secrets
        mappe = Mappe(terning, ramme.i_dag)
        noekkel = UUID(int=terning.getrandbits(128), version=4)
        if nr < len(SAKER):
            SAKER[nr](mappe, ramme.siste)
        else:
            valg = trekk(terning, nr, ramme.i_dag, _kommune(terning, nr - len(SAKER), ramme))
            start, siste = _liv(mappe, ramme, valg)
            egen = random.Random(f"{ramme.froe}/{nr}/program")  # noqa: S311 - as above
            med_egen = Mappe(egen, ramme.i_dag, mappe.versjoner)
            program.registrer(med_egen, valg, start)
            if siste.kommune != valg.kommune and siste.fylke == ramme.fylke:
                program.flyttet(med_egen, siste.kommune, siste.fra)
            tredje = random.Random(f"{ramme.froe}/{nr}/karriere")  # noqa: S311 - as above
            program.veiledet(Mappe(tredje, ramme.i_dag, mappe.versjoner), valg)
        yield Person(duf_nummer(nr), noekkel, tuple(mappe.versjoner))


def duf_nummer(nr: int) -> str:
    """Return an invented DUF number: the year 2099, a running number, right control digits."""
    foerste = f"2099{(nr * 7919 + 100_003) % 1_000_000:06d}"
    return foerste + duf_kontroll(foerste)


def _kommune(terning: random.Random, nr: int, ramme: Ramme) -> str:
    """By inhabitants, but nobody is left without anyone."""
    if nr < 3 * len(ramme.kommuner):
        return ramme.kommuner[nr % len(ramme.kommuner)][0]
    return terning.choices([k for k, _ in ramme.kommuner], [i for _, i in ramme.kommuner])[0]


def _liv(mappe: Mappe, ramme: Ramme, valg: Valg) -> tuple[date | None, _Opphold]:
    """Write one ordinary person's file; return when training in Norwegian starts, and the last home."""
    meldt = max(valg.bosatt, valg.tillatelse_dato) + timedelta(days=mappe.terning.randint(1, 12))
    opplysninger(mappe, valg, meldt, ramme.siste)
    opphold = _bosteder(mappe, ramme, valg, meldt)
    start = _vedtak(mappe, ramme, valg, meldt)
    _skole(mappe, ramme, valg, opphold)
    _stans(mappe, valg, start)
    return start, opphold[-1]


def opplysninger(mappe: Mappe, valg: Valg, meldt: date, siste: Kvartal) -> None:
    """Identity, permit, country group; a few were written wrongly first."""
    terning = mappe.terning

    def verdier(fornavn: str, gitt: date) -> tuple[object, ...]:
        return (
            fornavn, valg.etternavn, valg.foedselsdato, valg.kjoenn, valg.land, valg.tillatelse, gitt,
            valg.landgruppe, valg.adressebeskyttelse,
        )  # fmt: skip

    rett = verdier(valg.fornavn, valg.tillatelse_dato)
    tilfelle = terning.random()
    if tilfelle < 0.02:
        feil = verdier(valg.fornavn[:-1], valg.tillatelse_dato)
        senere = meldt + timedelta(days=terning.randint(10, 200))
        endringer = [Endring(meldt, feil), Endring(senere, rett, "Navnet var skrevet feil")]
    elif tilfelle < 0.03 and meldt < siste.forrige().fra:
        feil = verdier(valg.fornavn, valg.tillatelse_dato - timedelta(days=terning.randint(15, 60)))
        dag = skolegang.i_siste(mappe, siste)
        endringer = [Endring(meldt, feil), Endring(dag, rett, "Datoen for tillatelsen var feil")]
    else:
        endringer = [Endring(meldt, rett)]
    mappe.registrer("nir_personopplysning", valg.kommune, *endringer)


def _bosteder(mappe: Mappe, ramme: Ramme, valg: Valg, meldt: date) -> list[_Opphold]:
    """Where they lived: most in one place, some moved within the county, out of it, or abroad."""
    terning = mappe.terning
    dager = (ramme.i_dag - valg.bosatt).days
    flytter = dager > 150 and terning.random() < 0.13
    if not flytter:
        mappe.registrer("nir_bosted", valg.kommune, Endring(meldt, (valg.kommune, valg.bosatt, None)))
        return [_Opphold(valg.kommune, ramme.fylke, valg.bosatt, None)]
    dag = valg.bosatt + timedelta(days=terning.randint(90, dager - 30))
    kjent = max(dag, meldt) + timedelta(days=terning.randint(2, 45))
    siste_dag = dag - timedelta(days=1)
    hvor = terning.random()
    aarsak = "Flyttet" if hvor < 0.92 else "Utvandret"
    mappe.registrer(
        "nir_bosted",
        valg.kommune,
        Endring(meldt, (valg.kommune, valg.bosatt, None)),
        Endring(kjent, (valg.kommune, valg.bosatt, siste_dag), aarsak),
    )
    opphold = [_Opphold(valg.kommune, ramme.fylke, valg.bosatt, siste_dag)]
    if hvor < 0.92:
        ny, fylke = _ny_kommune(terning, ramme, valg.kommune) if hvor < 0.7 else terning.choice(_UT)
        mappe.registrer("nir_bosted", ny, Endring(kjent, (ny, dag, None)))
        opphold.append(_Opphold(ny, fylke, dag, None))
    return opphold


def _ny_kommune(terning: random.Random, ramme: Ramme, fra: str) -> tuple[str, str]:
    andre = [(k, i) for k, i in ramme.kommuner if k != fra]
    return terning.choices([k for k, _ in andre], [i for _, i in andre])[0], ramme.fylke


def _vedtak(mappe: Mappe, ramme: Ramme, valg: Valg, meldt: date) -> date | None:
    """The vedtak: mostly registered within two months, some late, some never; when training starts."""
    terning = mappe.terning
    if terning.random() < 0.06:
        return None
    start = max(valg.bosatt, valg.tillatelse_dato) + timedelta(days=terning.randint(15, 90))
    fattet = start - timedelta(days=terning.randint(3, 20))
    frist = terning.randint(2, 55) if terning.random() < 0.82 else terning.randint(62, 260)
    dag = max(fattet, meldt) + timedelta(days=frist)
    verdier = ("norsk", "innvilget", fattet, start)
    tilfelle = terning.random()
    siste = ramme.siste
    if tilfelle < 0.02 and dag < siste.forrige().fra:
        feil = ("norsk", "innvilget", fattet, start + timedelta(days=terning.randint(20, 70)))
        senere = Endring(skolegang.i_siste(mappe, siste), verdier, "Startdatoen var feil")
        mappe.registrer("nir_vedtak", valg.kommune, Endring(dag, feil), senere)
    elif tilfelle < 0.04 and dag < siste.fra and start < siste.forrige().fra:
        # forgotten until after the last approved payout
        mappe.registrer("nir_vedtak", valg.kommune, Endring(skolegang.i_siste(mappe, siste), verdier))
    else:
        mappe.registrer("nir_vedtak", valg.kommune, Endring(dag, verdier))
    if terning.random() < 0.12:
        nytt = start + timedelta(days=terning.randint(300, 420))
        nytt_fattet = nytt - timedelta(days=terning.randint(3, 20))
        dag = nytt_fattet + timedelta(days=terning.randint(2, 50))
        mappe.registrer("nir_vedtak", valg.kommune, Endring(dag, ("norsk", "innvilget", nytt_fattet, nytt)))
    return start


def _skole(mappe: Mappe, ramme: Ramme, valg: Valg, opphold: list[_Opphold]) -> None:
    """The young go to upper secondary school more often."""
    alder = valg.alder
    andel = 0.55 if alder < 25 else 0.35 if alder < 35 else 0.15 if alder < 45 else 0.03
    if mappe.terning.random() >= andel:
        return
    klar = valg.bosatt + timedelta(days=mappe.terning.choice((30, 90, 200)))
    perioder: dict[date, skolegang.Skoleaar] = {}
    for sted in opphold:
        til = min(sted.til or ramme.i_dag, ramme.i_dag)
        alle = skolegang.skoleaar(
            mappe.terning, fra=max(sted.fra, klar), til=til, kommune=sted.kommune, fylke=sted.fylke
        )
        for aar in alle:
            perioder.setdefault(aar.til, aar)  # who moves during the year stays at the school
    mine = list(perioder.values())[:3]
    for aar in mine:
        skolegang.registrer(mappe, aar, ramme.siste, sluttaar=aar is mine[-1])


def _stans(mappe: Mappe, valg: Valg, start: date | None) -> None:
    if start is None or mappe.terning.random() >= 0.045:
        return
    fra = start + timedelta(days=mappe.terning.randint(60, 500))
    varighet = "permanent" if mappe.terning.random() < 0.5 else "midlertidig"
    dag = fra + timedelta(days=mappe.terning.randint(1, 60))
    mappe.registrer("nir_stans", valg.kommune, Endring(dag, ("norsk", fra, varighet)))
