"""The checklist through the API: the same as on the person page."""

from __future__ import annotations

import pytest

from integrering.nir.queries.registreringsstatus import statuser
from integrering.nir.rules.registreringer import Registrering
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from tests import fabrikk
from tests.fabrikk import STEINKJER
from tests.nir.api.hjelp import Fagsystem, en_dag, vedtak
from tests.nir.verktoey import bosatt_i_aar

pytestmark = pytest.mark.django_db


def test_sjekklisten_for_en_person_og_for_alle(trondheim: Fagsystem) -> None:
    person, urort = bosatt_i_aar(), bosatt_i_aar()
    deres = fabrikk.lag_person(kommune=STEINKJER)
    trondheim.send(vedtak(person), en_dag())
    en = trondheim.les(f"personer/{person.noekkel}/status/").json()
    punkter = {p["punkt"]: p for p in en["punkter"]}
    assert set(punkter) == {r.value for r in Registrering}
    assert punkter["vedtak_norsk"]["tilstand"] == "registrert"
    assert punkter["vedtak_norsk"]["dato"] == en_dag()["verdier"]["vedtaksdato"]
    with kontekst(motor_kontekst()):
        status = statuser([person.pk])[person.pk]
    assert {n: p["tilstand"] for n, p in punkter.items()} == {
        r.value: c.tilstand for r, c in status.celler.items()
    }
    alle = trondheim.les("status/").json()
    # nothing is computed for somebody nobody has registered anything about
    assert alle == {
        "statuser": [en, {"person": str(urort.noekkel), "lov": None, "punkter": []}],
        "neste": None,
    }
    assert trondheim.les(f"personer/{deres.noekkel}/status/").status_code == 404
    side = trondheim.les("status/", antall=1).json()
    assert trondheim.les("status/", antall=1, etter=side["neste"]).json()["statuser"] == alle["statuser"][1:]
