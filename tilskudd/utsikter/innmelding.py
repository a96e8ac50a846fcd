"""What the money that waits and the prognosis tell the floors below, and the engine's pages."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kvartal import Kvartal
from integrering.lister import registrer_liste
from integrering.nir import hendelser as nirhendelser
from integrering.tilgang.innsynssteder import registrer_innsynssteder
from integrering.tilgang.roller import FYLKESROLLER
from integrering.tilgang.sidemeny import Side
from integrering.tilgang.veiledninger import Veiledning, registrer_veiledning
from integrering.utveksling.meldinger.egne_oppgaver import registrer_egne_oppgaver
from opplaering import hendelser
from regionalt.kommunepaneler import registrer_kommunepanel
from tilskudd.doerer import BEREGNER
from tilskudd.hvorforpaneler import Hvorforpanel, registrer_hvorforpanel
from tilskudd.oversiktstall import (
    Kommunebidrag,
    Oversiktstall,
    registrer_kommunebidrag,
    registrer_tall,
)
from tilskudd.sider import registrer_sider
from tilskudd.utsikter import for_ledelsen, lister, personpanel, tasks  # noqa: F401 - `tasks` registers the job
from tilskudd.utsikter.actions.beregning import personer_endret
from tilskudd.utsikter.bidrag import bidrag
from tilskudd.utsikter.kommunepanel import KOMMUNEPANEL
from tilskudd.utsikter.models import Paaminnelse
from tilskudd.utsikter.queries import paa_vent as les

PAAMINN = Veiledning(
    kode="paaminn_om_registrering",
    tittel=_("Be kommunene registrere det som mangler"),
    steg=(
        _("Velg «Tilskudd» og «Penger på vent». Kryss av kommuner, eller åpne en kommune og velg personer."),
        _("Velg «Se over påminnelser», og se over hvem det sendes for."),
        _("Under «Sist påminnet» ser du hva kommunen har åpnet og kvittert."),
    ),
    rekkefoelge=42,
    roller=frozenset(BEREGNER),
    begynner="utsikter:mangler",
)


def egne_oppgaver(noekler: Collection[UUID]) -> Collection[UUID]:
    """Return which of some messages ask for what the register already has a task about."""
    return set(Paaminnelse.objects.filter(noekkel__in=noekler).values_list("noekkel", flat=True))


def _adresse(kvartal: Kvartal, kommune: str) -> str:
    return lister.adresse(kommune=kommune, kvartal=kvartal.slug)


def meld_inn() -> None:
    """Register all of it."""
    fylket = tuple(sorted(FYLKESROLLER))
    registrer_sider(
        Side("utsikter:mangler", _("Penger på vent"), fylket, 20),
        Side("utsikter:prognose", _("Prognose"), fylket, 40),
    )
    for liste in lister.LISTER:
        registrer_liste(liste)
    registrer_innsynssteder(
        {
            "utsikter-paaminnelse": _("Påminnelser om registrering"),
            "utsikter-spoer": _("Spørsmål til kommunen om registrering"),
        }
    )
    nirhendelser.registrer_lytter(personer_endret)
    hendelser.registrer_lytter(personer_endret)
    registrer_egne_oppgaver(egne_oppgaver)
    registrer_hvorforpanel(Hvorforpanel("paa_vent", "utsikter/hvorforpanel.html", personpanel.panel, 10))
    registrer_veiledning(PAAMINN)
    registrer_kommunepanel(KOMMUNEPANEL)
    for_ledelsen.registrer()
    registrer_tall(
        Oversiktstall(
            navn="paa_vent", tittel=_("På vent"), per_kvartal=les.per_kvartal, per_kommune=les.per_kommune,
            url=_adresse, rekkefoelge=30,
            forklaring=_("Det fylkeskommunen ville fått i tillegg om kommunene hadde registrert alt."),
        )
    )  # fmt: skip
    registrer_kommunebidrag(
        Kommunebidrag("paa_vent", _("Det som mangler"), bidrag, _("Ingenting mangler."), 10)
    )
