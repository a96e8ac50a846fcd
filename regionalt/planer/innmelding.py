"""What the plans tell the floors below, once at start."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.lister import registrer_liste
from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.meny import registrer_menypunkt
from integrering.tilgang.sidemeny import Side
from integrering.tilgang.veiledninger import Veiledning, registrer_veiledning
from regionalt.aarshjul import Hjulkilde, registrer_hjulkilde
from regionalt.aarsrapport import Kapittel, registrer_kapittel
from regionalt.kommunepaneler import registrer_kommunepanel
from regionalt.kunnskapskilder import registrer_kunnskapskilde
from regionalt.ledelsestall import Ledelsestall, registrer_ledelsestall
from regionalt.planer import kommunesiden, kunnskapen, lister, lister_kunnskap, oppgavekilder, tall
from regionalt.planer.roller import SER, SKRIVER, SVARER
from regionalt.sider import registrer_sider

_FOELG_OPP = Veiledning(
    kode="foelg_opp_plan",
    tittel=_("Lag en plan og følg opp tiltakene"),
    steg=(
        _("Velg «Ny plan». Skriv mål, tiltak og hva planen bygger på."),
        _("Send planen på høring. De som høres, svarer her, og du skriver hvordan svarene er brukt."),
        _("Legg planen fram, og registrer vedtaket. Da står teksten fast, og alle kan lese den."),
        _("Velg tiltaket og «Ny status» når noe skjer. Er siste dag passert, får den ansvarlige en oppgave."),
    ),
    rekkefoelge=42,
    roller=frozenset(SKRIVER),
    begynner="planer:planer",
)
_FORSINKET = Ledelsestall(
    "plantiltak",
    _("Forsinkede tiltak i planene"),
    _("Tiltak i vedtatte planer som er passert siste dag, eller meldt forsinket."),
    tall.spoer_forsinket,
    tall.forsinket,
    45,
)


def meld_inn() -> None:
    """Register it all."""
    registrer_sider(Side("planer:planer", _("Planer"), SER, 40))
    registrer_menypunkt("planer:hoeringer", _("Høringer"), rekkefoelge=45, roller=frozenset(SVARER), mer=True)
    for liste in (*lister.ALLE, *lister_kunnskap.ALLE):
        registrer_liste(liste)
    registrer_kilde(oppgavekilder.PLANKILDE)
    registrer_kilde(oppgavekilder.TILTAKSKILDE)
    registrer_kilde(oppgavekilder.HOERINGSKILDE)
    registrer_veiledning(_FOELG_OPP)
    registrer_kommunepanel(kommunesiden.PANEL)
    for kilde in kunnskapen.KILDER:
        registrer_kunnskapskilde(kilde)
    registrer_ledelsestall(_FORSINKET)
    registrer_kapittel(Kapittel("planer", _("Planer for kvalifisering"), tall.kapittel, 45))
    registrer_hjulkilde(
        Hjulkilde("planer", _("Planer"), tall.spoer_plandager, tall.plandager, 40),
        Hjulkilde("plantiltak", _("Tiltak i planer"), tall.spoer_tiltaksdager, tall.tiltaksdager, 41),
    )
