"""Full-time upper secondary: school years registered in time, late, wrongly, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from integrering.demo.befolkning.rader import Endring, Mappe, Verdier
from integrering.demo.befolkning.skoler import skole
from integrering.grunnmur.kvartal import Kvartal

TABELL = "nir_fulltidvgo"
KOMBINASJON, DELTID = 26.0, 24.0
FULLTID = (30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 31.5, 31.5, 31.5, 35.0, 35.0)


@dataclass(frozen=True, slots=True)
class Skoleaar:
    """One period of one pupil, as it ought to be registered."""

    fylke: str
    kommune: str
    skole: str
    fra: date
    til: date
    timer: float
    kombinasjon: bool
    hovedansvar: bool

    def verdier(self, til: date | None) -> Verdier:
        """Return the columns with this end date."""
        return (self.fylke, self.skole, self.fra, til, self.timer, self.kombinasjon, self.hovedansvar)


def skoleaar(terning: Random, *, fra: date, til: date, kommune: str, fylke: str) -> list[Skoleaar]:
    """Draw the school years someone goes to school between two days: 21 August to 20 June."""
    navn = skole(terning, kommune)
    kombinasjon = terning.random() < 0.12
    hovedansvar = kombinasjon and terning.random() < 0.6
    timer = KOMBINASJON if kombinasjon else terning.choice((*FULLTID, DELTID))
    perioder: list[Skoleaar] = []
    for aar in range(fra.year - 1, til.year + 1):
        start, slutt = date(aar, 8, 21), date(aar + 1, 6, 20)
        if start < fra and fra <= date(aar + 1, 1, 7) <= til and terning.random() < 0.4:
            start = date(aar + 1, 1, 7)  # a new class after Christmas
        if fra <= start <= til:
            perioder.append(Skoleaar(fylke, kommune, navn, start, slutt, timer, kombinasjon, hovedansvar))
    return perioder


def registrer(mappe: Mappe, aar: Skoleaar, siste: Kvartal, *, sluttaar: bool) -> None:
    """Register one school year the way it may have gone.

    Args:
        mappe: the file of the person.
        aar: what ought to be registered.
        siste: the last finished quarter.
        sluttaar: no school year comes after; only then may the end date be missing for good.
    """
    terning = mappe.terning
    i_tide = aar.fra + timedelta(days=terning.randint(3, 50))
    utfall = terning.random()
    dekket = aar.fra <= siste.forrige().til and aar.til >= siste.forrige().forrige().fra
    if dekket and utfall < 0.14:
        mappe.registrer(TABELL, aar.kommune, Endring(i_siste(mappe, siste), aar.verdier(aar.til)))
    elif dekket and utfall < 0.24:
        _avkortet(mappe, aar, i_tide, i_siste(mappe, siste))
    elif utfall < 0.34:
        return  # never registered: the county sees the pupil, NIR does not
    elif utfall < 0.48:
        sent = aar.fra + timedelta(days=terning.randint(75, 260))
        mappe.registrer(TABELL, aar.kommune, Endring(sent, aar.verdier(aar.til)))
    elif utfall < 0.53 and sluttaar:
        mappe.registrer(TABELL, aar.kommune, Endring(i_tide, aar.verdier(None)))
    elif utfall < 0.58:
        dag = i_tide + timedelta(days=terning.randint(30, 100))
        senere = Endring(dag, aar.verdier(aar.til), "Sluttdato lagt til")
        mappe.registrer(TABELL, aar.kommune, Endring(i_tide, aar.verdier(None)), senere)
    elif utfall < 0.62:
        slutt = aar.fra + timedelta(days=terning.randint(60, 200))
        _avkortet(mappe, aar, i_tide, slutt + timedelta(days=terning.randint(5, 40)), slutt)
    else:
        mappe.registrer(TABELL, aar.kommune, Endring(i_tide, aar.verdier(aar.til)))


def i_siste(mappe: Mappe, siste: Kvartal) -> date:
    """Return a day in the last finished quarter: registered after the last approved payout."""
    return siste.fra + timedelta(days=mappe.terning.randint(4, (siste.til - siste.fra).days - 3))


def _avkortet(mappe: Mappe, aar: Skoleaar, foerst: date, rettet: date, slutt: date | None = None) -> None:
    """The pupil left, and the end date was corrected afterwards."""
    if slutt is None:
        siden = timedelta(days=mappe.terning.randint(25, 120))
        slutt = max(aar.fra + timedelta(days=20), min(aar.til, rettet) - siden)
    mappe.registrer(
        TABELL,
        aar.kommune,
        Endring(foerst, aar.verdier(aar.til)),
        Endring(rettet, aar.verdier(min(slutt, aar.til)), "Sluttet før skoleåret var ferdig"),
    )
