"""What the messages to the municipalities and the reconciliation tell the floors below."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.nir import hendelser as nirhendelser
from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.innsynssteder import registrer_innsynssteder
from integrering.tilgang.veiledninger import Veiledning, registrer_veiledning
from integrering.utveksling.meldinger.egne_oppgaver import registrer_egne_oppgaver
from integrering.utveksling.meldinger.henvisninger import Henvisning, registrer_henvisning
from opplaering import hendelser, oppgavekilder_meldinger
from opplaering.models import Kommunemelding
from opplaering.panel_meldinger import meldingspanel
from opplaering.paneler import Deltakerpanel, registrer_deltakerpanel
from opplaering.roller import ALLE, FYLKET, KOMMUNEN

VEILEDNINGER = (
    Veiledning(
        kode="meld_til_kommunen",
        tittel=_("Meld start, fravær og resultater til kommunen"),
        steg=(
            _("Velg «Opplæring» og «Meldinger», og «Se hva som ikke er meldt»."),
            _("Kryss av, og velg «Se over og send de valgte»."),
            _("Under «Meldinger» ser du hva kommunen har åpnet, kvittert og tatt inn."),
        ),
        rekkefoelge=38,
        roller=frozenset(FYLKET),
        begynner="opplaering_umeldt",
    ),
    Veiledning(
        kode="ta_inn_fra_skolen",
        tittel=_("Ta inn det fylkeskommunen melder"),
        steg=(
            _("Åpne oppgaven på forsiden. Du ser det som er meldt, ved siden av det dere har registrert."),
            _("Velg «Registrer dette». Registreringen blir deres, og meldingen blir kvittert."),
        ),
        rekkefoelge=39,
        roller=frozenset(KOMMUNEN),
        begynner="opplaering_meldinger",
    ),
)


def henvisninger(noekler: Collection[UUID]) -> dict[UUID, Henvisning]:
    """Return the way from a message to the page where it is taken over."""
    funnet = Kommunemelding.objects.filter(noekkel__in=noekler).values_list("noekkel", flat=True)
    tekst = gettext("Se det som er meldt, og registrer")
    return {n: Henvisning(tekst, reverse("opplaering_melding", args=[n])) for n in funnet}


def meld_inn() -> None:
    """Register all of it."""
    registrer_innsynssteder(
        {
            "opplaering-melding": _("Melding til kommunen"),
            "opplaering-umeldt": _("Meldinger som skal sendes til kommunen"),
        }
    )
    registrer_kilde(oppgavekilder_meldinger.MELDT)
    registrer_kilde(oppgavekilder_meldinger.UMELDT)
    registrer_kilde(oppgavekilder_meldinger.AVSTEMT)
    registrer_kilde(oppgavekilder_meldinger.UKJENT)
    nirhendelser.registrer_lytter(oppgavekilder_meldinger.registreringer_endret)
    hendelser.registrer_lytter(oppgavekilder_meldinger.opplaering_endret)
    registrer_egne_oppgaver(oppgavekilder_meldinger.egne_oppgaver)
    registrer_henvisning(henvisninger)
    registrer_deltakerpanel(
        Deltakerpanel("meldinger", "opplaering/_meldingspanel.html", meldingspanel, 60, ALLE)
    )
    registrer_veiledning(*VEILEDNINGER)
