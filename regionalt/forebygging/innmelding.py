"""What the prevention work tells the floors below, once at start."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.lister import registrer_liste
from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.meny import registrer_menypunkt
from integrering.tilgang.sidemeny import Side
from integrering.tilgang.soek import Soekekilde, Treff, registrer_soek
from integrering.tilgang.veiledninger import Veiledning, registrer_veiledning
from regionalt.aarshjul import Hjulkilde, registrer_hjulkilde
from regionalt.aarsrapport import Kapittel, registrer_kapittel
from regionalt.forebygging import kommunesiden, lister, lister_arbeid, tall
from regionalt.forebygging.oppgavekilde import OPPGAVEKILDER
from regionalt.forebygging.queries import oversikt
from regionalt.forebygging.queries.soek import finn
from regionalt.forebygging.roller import LESER_KATALOG, UTE
from regionalt.kommunepaneler import registrer_kommunepanel
from regionalt.ledelsestall import Ledelsestall, registrer_ledelsestall
from regionalt.roller import FOELGER_OPP
from regionalt.sider import Gruppe, registrer_sider

_VEILEDNING = Veiledning(
    kode="hjelpekatalog",
    tittel=_("Hold oversikten over hjelpetjenester ved like"),
    steg=(
        _("Velg «Forebygging», og åpne tjenesten eller mangfoldsrådgiveren."),
        _("Sjekk opplysningene mot kilden. Skriv telefonnummer bare når en kilde oppgir det."),
        _("Sett en ny dato i «Ses over innen». Dere får en oppgave når det er på tide igjen."),
    ),
    rekkefoelge=75,
    roller=frozenset(FOELGER_OPP),
    begynner="forebygging:katalog",
)


def meld_inn() -> None:
    """Register the pages, the menu, the lists, the tasks, the help and what can be found."""
    registrer_sider(
        Side("forebygging:katalog", _("Forebygging"), LESER_KATALOG, 50), gruppe=Gruppe.FOREBYGGING
    )
    registrer_menypunkt(
        "forebygging:katalog", _("Hvem kontakter jeg når"), rekkefoelge=29, roller=frozenset(UTE)
    )
    for liste in (*lister.LISTER, *lister_arbeid.LISTER):
        registrer_liste(liste)
    for kilde in OPPGAVEKILDER:
        registrer_kilde(kilde)
    registrer_veiledning(_VEILEDNING)
    registrer_soek(
        Soekekilde("forebygging", _("Hjelp og mangfoldsrådgivere"), _soek, 40, frozenset(LESER_KATALOG))
    )
    _meld_inn_tall()


def _meld_inn_tall() -> None:
    registrer_kommunepanel(kommunesiden.PANEL)
    registrer_ledelsestall(
        Ledelsestall(
            "forebygging",
            _("Hjelpekatalogen skulle vært sett over"),
            _("Hjelpetjenester og mangfoldsrådgivere der datoen for gjennomgang er passert."),
            oversikt.til_gjennomgang,
            tall.gjennomgang,
            50,
        )
    )
    registrer_hjulkilde(Hjulkilde("forebygging", _("Forebygging"), oversikt.datoer, tall.hjuldager, 50))
    registrer_kapittel(Kapittel("forebygging", _("Forebygging"), tall.kapittel, 50))


def _soek(tekst: str, av: Aktoer, antall: int) -> Sequence[Treff]:
    sider = {"tjeneste": "forebygging:tjeneste", "raadgiver": "forebygging:raadgiver"}
    funnet = finn(tekst, timezone.localdate(), antall)
    return [Treff(f.navn, reverse(sider[f.slag], args=[f.noekkel]), f.detalj) for f in funnet]
