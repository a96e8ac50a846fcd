"""What the walk over all addresses needs for those of the training."""

from __future__ import annotations

from typing import Any

from integrering.nir.models import Person
from tests.fabrikk import SKOLE, TRONDHEIM, virksomhet
from tests.opplaering.hjelp import lag_klasse, lag_ny_elev, lag_resultat, lag_skolegang, lag_tilbud
from tests.opplaering.meldingshjelp import meld
from tests.opplaering.soeknadshjelp import lag_avtale, lag_kontakt, lag_soeknad


def verdier_for_opplaeringen(vaar: Person) -> dict[str, Any]:
    """Return the arguments of the addresses: Trondheim's person goes in a class of the school."""
    klasse = lag_klasse(kombinasjonsklasse=True, kommune=virksomhet(TRONDHEIM))
    skolegang = lag_skolegang(vaar, klasse=klasse)
    return {
        "skolegang": skolegang.registrering_id,
        "skoleklasse_noekkel": klasse.noekkel,
        "skolenummer": SKOLE,
        "tilbud_id": lag_tilbud().pk,
        "elev_noekkel": lag_ny_elev(vaar.duf).noekkel,
        "soeknad_noekkel": lag_soeknad(vaar).noekkel,
        "kontakt_id": lag_kontakt(vaar).registrering_id,
        "avtale_id": lag_avtale(vaar).registrering_id,
        "kommunemelding": meld([vaar])[0].noekkel,
        "resultat_noekkel": lag_resultat(vaar).registrering_id,
    }
