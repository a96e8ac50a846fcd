"""What the floors below are told, once at start."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.lister import registrer_liste
from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.sidemeny import Side
from integrering.tilgang.soek import Soekekilde, Treff, registrer_soek
from integrering.tilgang.veiledninger import Veiledning, registrer_veiledning
from integrering.utveksling.varsler.register import Telling, Varselkilde, registrer_varselkilde
from integrering.utveksling.vedlegg.baerere import registrer_baerer
from regionalt.aarshjul import Hjulkilde, registrer_hjulkilde
from regionalt.aarsrapport import Kapittel, registrer_kapittel
from regionalt.kommunepaneler import Kommunepanel, registrer_kommunepanel
from regionalt.kompetanse import lister, tall
from regionalt.kompetanse.baerere import arrangementet
from regionalt.kompetanse.lister_eksempler import EKSEMPLER
from regionalt.kompetanse.lister_nettverk import NETTVERK
from regionalt.kompetanse.oppgavekilde import ARRANGEMENTSKILDE, EKSEMPELKILDE, PLASSKILDE
from regionalt.kompetanse.queries.eksempler import soek
from regionalt.kompetanse.queries.evaluering import aa_evaluere
from regionalt.kompetanse.roller import KOMMUNENE, LESER, SKRIVER
from regionalt.ledelsestall import Ledelsestall, registrer_ledelsestall
from regionalt.sider import Gruppe, registrer_sider

_LAG = Veiledning(
    kode="lag_arrangement",
    tittel=_("Lag et kurs eller en samling"),
    steg=(
        _("Velg «Kommuner», «Kurs og samlinger» og «Nytt arrangement»."),
        _("Skriv hva, når og hvor. Velg kommuner hvis ikke alle er invitert. Lagre utkastet."),
        _("Les gjennom, og velg «Åpne». Da ser kommunene det."),
    ),
    rekkefoelge=72,
    roller=frozenset(SKRIVER),
    begynner="kompetanse:kurs",
)
_MELD_PAA = Veiledning(
    kode="meld_paa_kurs",
    tittel=_("Meld kolleger på et kurs"),
    steg=(
        _("Velg «Kommuner», «Kurs og samlinger» og arrangementet."),
        _("Velg «Meld på», og skriv navn, stilling og e-post i jobben."),
        _("Er det fullt, kommer du på venteliste. Får du plass, får dere en oppgave om å bekrefte den."),
    ),
    rekkefoelge=73,
    roller=frozenset(KOMMUNENE),
    begynner="kompetanse:kurs",
)
_NETTVERK = Veiledning(
    kode="lag_nettverk",
    tittel=_("Lag et nettverk og kall inn til møte"),
    steg=(
        _("Velg «Kommuner», «Kurs og nettverk», «Nettverk» og «Nytt nettverk». Skriv navn, tema og formål."),
        _("Legg til medlemmene: kommunen, og gjerne hvem som møter."),
        _("Velg «Nytt nettverksmøte». Medlemskommunene er valgt. Skriv når og hvor, lagre, og velg «Åpne»."),
    ),
    rekkefoelge=74,
    roller=frozenset(SKRIVER),
    begynner="kompetanse:nettverkene",
)

_NAADD = Ledelsestall(
    "kurs_naadd",
    _("Kommuner nådd med kurs i år"),
    _("Noen fra kommunen møtte på et arrangement som er holdt i år."),
    tall.spoer_naadde,
    tall.naadde_kommuner,
    30,
)


def meld_inn() -> None:
    """Register the page in the shared tabs, the lists and the help."""
    kurs = _("Kurs og samlinger")
    registrer_sider(
        Side("kompetanse:kurs", kurs, LESER, 30),
        Side("kompetanse:nettverkene", _("Nettverk"), LESER, 32),
        Side("kompetanse:eksempler", _("Gode eksempler"), LESER, 35),
        gruppe=Gruppe.KOMPETANSE,
    )
    for liste in (*lister.LISTER, NETTVERK, EKSEMPLER):
        registrer_liste(liste)
    registrer_baerer(arrangementet)
    registrer_kilde(PLASSKILDE)
    registrer_kilde(ARRANGEMENTSKILDE)
    registrer_kilde(EKSEMPELKILDE)
    registrer_soek(Soekekilde("eksempler", _("Gode eksempler"), _soek, 45, frozenset(LESER)))
    registrer_ledelsestall(_NAADD)
    registrer_hjulkilde(Hjulkilde("kurs", kurs, tall.spoer_hjuldager, tall.hjuldager, 30))
    registrer_kapittel(Kapittel("kurs", kurs, tall.kapittel, 30))
    registrer_kommunepanel(
        Kommunepanel(
            "kurs", "kompetanse/_kommunepanel.html", tall.panel, 40, frozenset(LESER), tall.panelfelt
        )
    )
    registrer_veiledning(_LAG, _MELD_PAA, _NETTVERK)
    registrer_varselkilde(
        Varselkilde("kursevaluering", _("Kurs du kan evaluere"), "kompetanse:kurs", _aa_evaluere, 80,
                    frozenset(LESER))
    )  # fmt: skip


def _aa_evaluere(av: Aktoer, siden: datetime) -> Telling:
    rader = aa_evaluere(timezone.localdate())
    # it can be evaluated from when it was marked as held, or who came was put right
    return Telling(rader.count(), rader.filter(endret__gte=siden).count())


def _soek(tekst: str, av: Aktoer, antall: int) -> Sequence[Treff]:
    return [
        Treff(e.tittel, reverse("kompetanse:eksempel", args=[e.noekkel]), f"{e.kommune.navn}, {e.aar}")
        for e in soek(tekst, antall)
    ]
