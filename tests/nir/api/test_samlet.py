"""Many registrations at a time: the fate of each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from integrering.nir.hendelser import _lyttere, registrer_lytter
from integrering.nir.models import Vedtak
from tests import fabrikk
from tests.fabrikk import STEINKJER, nytt_duf
from tests.nir.api.hjelp import Fagsystem, en_dag, felt_i, som_json
from tests.nir.eksempler import REGISTRERES, verdier
from tests.nir.verktoey import alle, bosatt_i_aar

pytestmark = pytest.mark.django_db
STI = "registreringer/"


def _rad(slag: str = "vedtak", **mer: Any) -> dict[str, Any]:
    return {"slag": slag, **en_dag(), **mer}


def test_skjebnen_til_hver_registrering(trondheim: Fagsystem) -> None:
    person, deres = bosatt_i_aar(), fabrikk.lag_person(kommune=STEINKJER)
    fram = (date.today() + timedelta(days=9)).isoformat()
    rader = [
        _rad(duf=person.duf),
        _rad(person=str(person.noekkel)),
        _rad(duf=person.duf, verdier={"vedtaksdato": fram, "startdato": fram}),
        _rad(duf=person.duf, verdier={"vedtaksdato": "i går"}),
        _rad(duf=deres.duf),
        _rad(duf=nytt_duf()),
        _rad(person=str(deres.noekkel)),
        _rad(duf=person.duf, person=str(person.noekkel)),
        _rad(),
        _rad("finnes-ikke", duf=person.duf),
        _rad(person="tull"),
        {},
    ]
    svar = trondheim.send(STI, {"registreringer": rader}).json()
    assert (svar["registrert"], svar["uendret"], svar["avvist"]) == (1, 1, 10)
    resultat = svar["resultat"]
    assert [r["nr"] for r in resultat] == list(range(12))
    assert resultat[0]["registrering"] == resultat[1]["registrering"]
    assert [[f["felt"] for f in r["feil"]] for r in resultat] == [
        [], [], ["verdier.vedtaksdato"], ["verdier.vedtaksdato", "verdier.startdato"], ["duf"], ["duf"],
        ["person"], ["person"], ["person"], ["slag"], ["person"], ["slag", "verdier"],
    ]  # fmt: skip
    assert resultat[4]["feil"] == resultat[5]["feil"]
    assert len(alle(Vedtak)) == 1


def test_alle_slag_samlet_og_paa_nytt_er_uendret(trondheim: Fagsystem) -> None:
    person = bosatt_i_aar()
    rader = [
        {"slag": slag.slug, "duf": person.duf, "verdier": som_json(verdier(slag))} for slag in REGISTRERES
    ]
    foerst = trondheim.send(STI, {"registreringer": rader}).json()
    assert foerst["registrert"] == len(rader), [r for r in foerst["resultat"] if r["feil"]]
    assert trondheim.send(STI, {"registreringer": rader}).json()["uendret"] == len(rader)


def test_lytterne_hoerer_om_alle_personene_en_gang(
    trondheim: Fagsystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    hoert: list[Any] = []
    monkeypatch.setattr("integrering.nir.hendelser._lyttere", [*_lyttere])
    registrer_lytter(hoert.append)
    personer = [bosatt_i_aar() for _ in range(3)]
    trondheim.send(STI, {"registreringer": [_rad(duf=p.duf) for p in personer]})
    assert hoert == [{p.pk for p in personer}]


@pytest.mark.parametrize(
    ("innhold", "felt"),
    [
        ({}, "registreringer"), ([], ""), (None, ""), ("tekst", ""),
        ({"registreringer": []}, "registreringer"),
        ({"registreringer": "x"}, "registreringer"), ({"registreringer": [1]}, "registreringer.0"),
        ({"registreringer": [{}] * 201}, "registreringer"), ({"registreringer": [{}], "\ud800": 1}, "?"),
    ],
)  # fmt: skip
def test_det_som_ikke_er_en_liste_avvises(trondheim: Fagsystem, innhold: Any, felt: str) -> None:
    svar = trondheim.send(STI, innhold)
    assert svar.status_code == 422
    assert felt in felt_i(svar)
