"""The description is what the code does: the file is up to date, and generated requests find nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import schemathesis
import yaml
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from django.urls import get_resolver
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as innstilt
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from integrering.nir.api.skjema import FIL, som_yaml
from integrering.nir.api.urls import beskrevne
from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.models import Person
from tests.fabrikk import STEINKJER
from tests.nir.api.hjelp import Fagsystem, lag_token, som_json
from tests.nir.eksempler import REGISTRERES, START, verdier
from tests.nir.verktoey import bosatt_i_aar

pytestmark = pytest.mark.django_db
SKJEMA: dict[str, Any] = yaml.load((settings.BASE_DIR / FIL).read_text(encoding="utf-8"), yaml.CSafeLoader)
KONTROLLER = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
)


def test_filen_er_det_koden_sier() -> None:
    """Run `manage.py beskriv_api` when this fails."""
    assert Path(settings.BASE_DIR / FIL).read_text(encoding="utf-8") == som_yaml()


def test_alle_adresser_er_beskrevet() -> None:
    navn = {moenster.name for moenster in beskrevne}
    alle = {n for n in get_resolver().reverse_dict if isinstance(n, str) and n.startswith("api_")}
    assert alle - navn == {"api_ukjent"}
    assert len(SKJEMA["paths"]) == len(beskrevne)


def test_hver_operasjon_sier_alle_sine_nei() -> None:
    for sti, metoder in SKJEMA["paths"].items():
        for metode, operasjon in metoder.items():
            svar = set(operasjon["responses"])
            assert svar >= {"401", "405", "429"}, sti
            if metode != "get":
                assert svar >= {"400", "403", "413", "415", "422"}, sti
            if "{" in sti:
                assert "404" in svar, sti
            navn = {p["$ref"].rpartition("/")[2] for p in operasjon.get("parameters", ())}
            assert ("If-Match" in navn) == ({"412", "428"} <= svar), sti
            assert ("Idempotency-Key" in navn) == ("409" in svar), sti


@dataclass(frozen=True)
class Verden:
    """Somebody who asks, of a person with a registration of each kind, and one without."""

    system: Fagsystem
    person: Person
    uten_noe: Person
    registrert: dict[str, dict[str, Any]]


@pytest.fixture
def verden(trondheim: Fagsystem) -> Iterator[Verden]:
    """A person with registrations and a move; the application itself answers in the test's transaction."""
    person, uten_noe = bosatt_i_aar(), bosatt_i_aar()
    sak = {"duf": person.duf, "fra": START.isoformat()}
    Fagsystem(lag_token(STEINKJER)).send("flyttinger/", sak)
    rader = [{"slag": s.slug, "duf": person.duf, "verdier": som_json(verdier(s))} for s in REGISTRERES]
    resultat = trondheim.send("registreringer/", {"registreringer": rader}).json()["resultat"]
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield Verden(trondheim, person, uten_noe, {s.slug: r for s, r in zip(REGISTRERES, resultat, strict=True)})
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def _operasjoner() -> list[Any]:
    skjema = schemathesis.openapi.from_dict(SKJEMA)
    skjema.app = WSGIHandler()
    skjema.location = "/"
    alle: list[Any] = list(skjema.get_all_operations())
    return [resultat.ok() for resultat in alle]


@pytest.mark.parametrize("del_", range(4))
def test_ingen_tjenerfeil_og_ingen_svar_som_ikke_staar_i_beskrivelsen(verden: Verden, del_: int) -> None:
    for operasjon in _operasjoner()[del_::4]:
        slug = next((slug for slug in FAKTATYPER if f"/{slug}/" in operasjon.path), "")
        if slug in verden.registrert:
            svar = _spoer(_riktig(operasjon, verden, slug), verden)
            assert svar.status_code < 300, (operasjon.label, svar.text)
        # the kinds are alike but for what is sent: the rest is tried on one of them
        if slug in ("", "vedtak") or operasjon.method in ("post", "put"):
            for modus in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
                _proev(operasjon, verden, modus, slug, 1 if slug else 8)


def _spoer(case: Any, verden: Verden) -> Any:
    """Ask, check the answer against the description, and take back whatever was done."""
    with transaction.atomic():
        hode = {"Authorization": f"Token {verden.system.token}"}
        svar = case.call_and_validate(checks=list(KONTROLLER), headers=hode)
        transaction.set_rollback(True)
    return svar


def _proev(operasjon: Any, verden: Verden, modus: GenerationMode, slug: str, antall: int) -> None:
    """Ask what the description lets one ask, or what it does not, of somebody who is there."""

    @innstilt(
        max_examples=antall, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operasjon.as_strategy(generation_mode=modus))
    def en(case: Any) -> None:
        sti, hoder = _om_personen(verden, slug)
        for deler, rett in ((case.path_parameters, sti), (case.headers, hoder)):
            for navn in set(deler or ()) & set(rett):
                deler[navn] = rett[navn]
        _spoer(case, verden)

    en()


def _om_personen(verden: Verden, slug: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the parameters and headers that name a person and what is registered."""
    noekkel = str(verden.person.noekkel)
    naa = verden.registrert.get(slug, {"registrering": noekkel, "versjon": 0})
    return (
        {"noekkel": noekkel, "registrering": naa["registrering"]},
        {"Idempotency-Key": "1", "If-Match": f'"{naa["versjon"]}"'},
    )


def _riktig(operasjon: Any, verden: Verden, slug: str) -> Any:
    """Return a request that is right in all."""
    sti, hoder = _om_personen(verden, slug)
    if operasjon.method == "get":
        return operasjon.Case(path_parameters=sti)
    if operasjon.method == "put":
        rettet = som_json(verdier(FAKTATYPER[slug], START + timedelta(days=1)))
        innhold = {"verdier": rettet | ({"timer": 12.0} if "maaned" in rettet else {}), "aarsak": "Feil"}
    elif "annullering" in operasjon.path:
        innhold = {"aarsak": "Feil"}
    else:
        sti = {"noekkel": str(verden.uten_noe.noekkel)}
        innhold = {"verdier": som_json(verdier(FAKTATYPER[slug]))}
    return operasjon.Case(path_parameters=sti, headers=hoder, body=innhold, media_type="application/json")
