"""How complete the registrations are: per registration, and per municipality and registration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.nir import regeltekster
from integrering.nir.rules.registreringer import Registrering
from integrering.rapporter.queries import utfylling as queries
from integrering.rapporter.rapportene.felles import (
    Kommunefilter,
    Rapportslag,
    faste_definisjoner,
    kommunerader,
    lenke_til,
    valgt_kommune,
)
from integrering.rapporter.rules.smaatall import SUM
from integrering.rapporter.tall import Kryss, Rad, Rapport, Talltabell
from integrering.tilgang.aktoer import Aktoer

TILSTAND = {
    "registrert": gettext_lazy("Registrert"),
    "delvis": gettext_lazy("Delvis"),
    "mangler": gettext_lazy("Mangler"),
    "ukjent": gettext_lazy("Kan ikke avgjøres"),
}
MATRISEN = "registreringsmatrise"


@dataclass(frozen=True)
class Terning:
    """The counts of each registration, by municipality and state. They are never added over registrations."""

    kommuner: Mapping[str, str]
    per_registrering: Mapping[Registrering, Kryss]

    def per_sak(self, nummer: str, tittel: str) -> Talltabell:
        """Return the table of registrations for one municipality, or for all («»), with its diagram."""
        kolonner = (*(str(navn) for navn in TILSTAND.values()), _("Gjelder i alt"), _("Andel registrert"))
        rader, serier = [], []
        for hva, kryss in self.per_registrering.items():
            navn = regeltekster.registrering(hva)
            rader.append(Rad(navn, (*kryss.celler(nummer), kryss.andel(nummer, ("registrert",)))))
            serier.append(kryss.serie(nummer, navn))
        return Talltabell(tittel, _("Registrering"), kolonner, tuple(rader), tuple(serier))

    def per_kommune(self, tittel: str) -> Talltabell:
        """Return the share registered of each municipality and registration."""
        saker = list(self.per_registrering.items())
        rader = tuple(
            Rad(
                navn,
                tuple(
                    kryss.andel(nummer, ("registrert",), kryss.celle(nummer, "mangler").lenke)
                    for _hva, kryss in saker
                ),
            )
            for nummer, navn in saker[0][1].radene(med_sum=_("Hele fylket"))
        )
        kolonner = tuple(regeltekster.registrering(hva) for hva, _kryss in saker)
        return Talltabell(tittel, _("Kommune"), kolonner, rader)


def terning(av: Aktoer, tall: Mapping[tuple[str, str, str], int], grense: int) -> Terning:
    """Return the counts of `queries.utfylling`, each with its link to the persons."""
    kommuner = {nummer: navn for nummer, navn in kommunerader(av).items() if nummer.isdigit()}
    per_registrering = {}
    for hva in Registrering:
        egne = {(k, t): n for (k, sak, t), n in tall.items() if sak == hva and k in kommuner}

        def lenke(kommune: str, tilstand: str, hva: Registrering = hva) -> str:
            # the matrix means «mangler» when no other state is said
            valgt = "" if tilstand == "mangler" else tilstand
            sted = kommune if av.er_fylke else ""
            return lenke_til(av, MATRISEN, punkt=hva.value, tilstand=valgt, kommune=sted) if tilstand else ""

        navn = {tilstand: str(tekst) for tilstand, tekst in TILSTAND.items()}
        per_registrering[hva] = Kryss(kommuner, navn, egne, grense, lenke)
    return Terning(kommuner, per_registrering)


def lag(av: Aktoer, valg: Mapping[str, Any], grense: int) -> Rapport:
    """Return the report as the registrations are now."""
    alle = terning(av, queries.utfylling(), grense)
    nummer, sted = valgt_kommune(valg, alle.kommuner)
    tabeller = [alle.per_sak(nummer, _("Registreringer, %(sted)s") % {"sted": sted})]
    if nummer == SUM:
        tabeller.append(alle.per_kommune(_("Andel registrert etter kommune")))
    return Rapport(tuple(tabeller), definisjoner() + faste_definisjoner(grense))


def definisjoner() -> tuple[tuple[str, str], ...]:
    """Return what the states mean."""
    return (
        (
            _("Gjelder i alt"),
            _("Personer registreringen gjelder for etter loven og det som alt er registrert."),
        ),
        (_("Delvis"), _("Noe er registrert, men ikke alt som trengs.")),
        (_("Mangler"), _("Skal være registrert, og er det ikke.")),
        (_("Kan ikke avgjøres"), _("Det mangler opplysninger for å si om registreringen gjelder.")),
        (_("Andel registrert"), _("Registrert av alle den gjelder for.")),
    )


UTFYLLING = Rapportslag(
    "utfylling",
    gettext_lazy("Utfylling av registreringene"),
    gettext_lazy("Hvor mye som er registrert av det som skal være det, for hver registrering og kommune."),
    Kommunefilter,
    lag,
)
