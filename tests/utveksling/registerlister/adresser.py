"""Values of the addresses of lists, for the walk through all addresses."""

from __future__ import annotations

from typing import Any

from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.registerlister.models import Feltsammenligning, Kodekobling
from tests.fabrikk import TRONDHEIM, lag_aktoer
from tests.utveksling.registerlister.hjelp import AVSLUTTEDE, avsluttetrad, last_opp, tekst


def verdier_for_registerlister(person: Person) -> dict[str, Any]:
    """Return the keys of a list of Trondheim's, with a word nobody knows."""
    av = lag_aktoer(nummer=TRONDHEIM)
    liste = last_opp(tekst(AVSLUTTEDE, avsluttetrad(person, aarsak="Noe ingen kjenner")), av)
    with kontekst(motor_kontekst()):
        felt = Feltsammenligning.objects.select_related("rad").get(liste=liste, felt="avslutningsdato")
        kode = Kodekobling.objects.get(avklart=False)
    return {
        "liste_noekkel": liste.noekkel,
        "rad_noekkel": felt.rad.noekkel,
        "felt_noekkel": felt.noekkel,
        "kode_noekkel": kode.noekkel,
    }
