"""What the voluntary sector tells the floors below, once at start."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.lister import registrer_liste
from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.meny import registrer_menypunkt
from integrering.tilgang.models import Virksomhet, Virksomhetstype
from integrering.tilgang.sidemeny import Side
from integrering.tilgang.soek import Soekekilde, Treff, registrer_soek
from integrering.tilgang.veiledninger import Veiledning, registrer_veiledning
from integrering.tilgang.virksomhetslenker import Lenke, registrer_virksomhetslenke
from integrering.utveksling.vedlegg.baerere import registrer_baerer
from regionalt.aarshjul import Hjulkilde, registrer_hjulkilde
from regionalt.aarsrapport import Kapittel, registrer_kapittel
from regionalt.frivillighet import kommunesiden, lister, tall
from regionalt.frivillighet.baerere import avtalen
from regionalt.frivillighet.oppgavekilde import OPPGAVEKILDE
from regionalt.frivillighet.queries.organisasjoner import finn_organisasjon, soek
from regionalt.frivillighet.roller import ORGANISASJONEN, SER, SKRIVER
from regionalt.kommunepaneler import registrer_kommunepanel
from regionalt.ledelsestall import Ledelsestall, registrer_ledelsestall
from regionalt.roller import LESER
from regionalt.sider import Gruppe, registrer_sider

_VEILEDNING = Veiledning(
    kode="ny_samarbeidsavtale",
    tittel=gettext_lazy("Skriv inn en avtale med en frivillig organisasjon"),
    steg=(
        gettext_lazy("Finn organisasjonen i listen, eller velg «Ny organisasjon»."),
        gettext_lazy("Velg «Ny avtale», og skriv hva den gjelder, perioden og hvem som følger den opp."),
        gettext_lazy("Skriv når dere skal gå gjennom avtalen. Det blir en oppgave. Legg ved avtalen."),
    ),
    rekkefoelge=71,
    roller=frozenset(SKRIVER),
    begynner="frivillighet:organisasjoner",
)


def meld_inn() -> None:
    """Register it all."""
    navn = gettext_lazy("Frivillighet")
    registrer_sider(Side("frivillighet:organisasjoner", navn, LESER, 60), gruppe=Gruppe.SAMARBEID)
    registrer_menypunkt(
        "frivillighet:organisasjoner", gettext_lazy("Vår organisasjon"), rekkefoelge=40,
        roller=frozenset(ORGANISASJONEN), mer=True,
    )  # fmt: skip
    for liste in lister.ALLE:
        registrer_liste(liste)
    registrer_kilde(OPPGAVEKILDE)
    registrer_baerer(avtalen)
    registrer_veiledning(_VEILEDNING)
    registrer_virksomhetslenke("frivillighet", _profil)
    registrer_soek(Soekekilde("frivillighet", navn, _finn, 35, frozenset(LESER)))
    registrer_kommunepanel(kommunesiden.PANEL)
    avtaler = gettext_lazy("Avtaler med frivillige")
    registrer_hjulkilde(Hjulkilde("frivillighet", avtaler, tall.spoer_hjuldager, tall.hjuldager, 60))
    registrer_kapittel(Kapittel("frivillighet", navn, tall.kapittel, 60))
    registrer_ledelsestall(*_TALL)


_TALL = (
    Ledelsestall(
        "frivillige_avtaler",
        gettext_lazy("Avtaler som skulle vært gjennomgått"),
        gettext_lazy("Avtaler med frivillige organisasjoner der datoen for gjennomgang er passert."),
        tall.spoer_gjennomganger,
        tall.gjennomganger,
        60,
    ),
    Ledelsestall(
        "frivillig_deltakelse",
        gettext_lazy("Deltakere i frivillige aktiviteter i år"),
        gettext_lazy(
            "Deltakere i aktiviteter fra 1. januar til i dag. Den som deltar flere ganger, telles hver gang."
        ),
        tall.spoer_deltakelse,
        tall.deltakelse,
        61,
    ),
)


def _profil(virksomhet: Virksomhet, av: Aktoer) -> Lenke | None:
    """Return the way from an organisation to what the county knows of it, for those who see that."""
    if av.rolle not in SER or virksomhet.type != Virksomhetstype.FRIVILLIG:
        return None
    if finn_organisasjon(virksomhet.nummer) is None:
        return None
    url = reverse("frivillighet:organisasjon", args=[virksomhet.nummer])
    return Lenke(_("Avtaler, aktiviteter og møter"), url)


def _finn(tekst: str, av: Aktoer, antall: int) -> Sequence[Treff]:
    return [
        Treff(str(o), reverse("frivillighet:organisasjon", args=[o.virksomhet.nummer]), ", ".join(o.temanavn))
        for o in soek(tekst)[:antall]
    ]
