"""The demo's courses and examples are made through the actions, in every state."""

from __future__ import annotations

import pytest

from integrering.demo.eksempler import kompetanse
from integrering.tilgang.roller import Rolle
from regionalt.kompetanse.models import Arrangement, Eksempel, Evaluert, Nettverksmedlem, Oppmoete, Paamelding
from tests.fabrikk import lag_bruker
from tests.kompetanse.hjelp import I_DAG, alle

pytestmark = pytest.mark.django_db


def test_demoen_har_arrangementer_paameldte_og_eksempler() -> None:
    """Nothing without the demo's user; then one of each state."""
    kompetanse.lag(I_DAG)
    assert not alle(Arrangement)
    lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, brukernavn="saksbehandler")
    for navn in ("skaun", "rindal", "trondheimvo", "trondheim"):
        bruker = lag_bruker(brukernavn=navn)
        bruker.email = f"{navn}@demo.example"
        bruker.save()
    kompetanse.lag(I_DAG)
    assert {a.tilstand for a in alle(Arrangement)} == {"utkast", "aapen", "avlyst", "holdt"}
    assert (len(alle(Paamelding)), len(alle(Oppmoete))) == (12, 8)
    assert len(alle(Evaluert)) == 3
    assert len(alle(Nettverksmedlem)) == 3 and len(alle(Arrangement, nettverk__isnull=False)) == 1
    assert [e.publisert for e in alle(Eksempel)] == [True, True, False]
