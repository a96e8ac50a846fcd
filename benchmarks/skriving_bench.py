"""Writing with 100 000 persons: what a person waits for when they press «Lagre»."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

from benchmarks.befolkning import lag_aktoer, lag_befolkning, toem
from benchmarks.rapport import Rapport

PERSONER = 100_000
GANGER = 40
GRENSE_MS = 300


def kjoer(rapport: Rapport) -> None:
    """Measure the 95th percentile of whole requests that save."""
    from integrering.tilgang.roller import Rolle

    rapport.overskrift(f"Writing with {PERSONER:,} persons".replace(",", " "))
    toem()
    av = lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    lag_befolkning(PERSONER, av)
    for hva, tider in _maal(_klient(av.bruker_id)).items():
        p95 = sorted(tider)[int(0.95 * len(tider)) - 1] * 1000
        rapport.forhold(
            f"{hva}: p95 in ms", p95, krav=f"≤ {GRENSE_MS} ms", holder=p95 <= GRENSE_MS,
            tider=f"median {sorted(tider)[len(tider) // 2] * 1000:.0f} ms of {len(tider)}",
        )  # fmt: skip
    toem()


def _klient(bruker_id: int) -> Any:
    from django.test import Client

    from integrering.tilgang.models import Bruker

    klient = Client(SERVER_NAME="localhost")
    klient.force_login(Bruker.objects.get(pk=bruker_id), "django.contrib.auth.backends.ModelBackend")
    return klient


def _maal(klient: Any) -> dict[str, list[float]]:
    tider: dict[str, list[float]] = {"Register a vedtak": [], "Correct a vedtak": [], "Register a stop": []}
    for person in _personer():
        sti = f"/personer/{person.noekkel}"
        svar = {
            "vedtaksdato": "01.03.2026",
            "startdato": "15.03.2026",
            "ordning": "norsk",
            "vedtakstype": "innvilget",
        }
        tider["Register a vedtak"].append(_send(klient, f"{sti}/vedtak/ny/", svar))
        rett, versjon = _siste_vedtak(person)
        ny = svar | {"startdato": "16.03.2026", "aarsak": "Feil dato", "versjon": str(versjon)}
        tider["Correct a vedtak"].append(_send(klient, f"{sti}/vedtak/{rett}/rett/", ny))
        stans = {"fra": "01.09.2026", "varighet": "permanent"}
        tider["Register a stop"].append(_send(klient, f"{sti}/stans/ny/", stans))
    return tider


def _personer() -> list[Any]:
    from integrering.nir.models import Person
    from integrering.tilgang.kontekst import kontekst, motor_kontekst

    with kontekst(motor_kontekst()):
        return list(Person.objects.order_by("duf")[:: PERSONER // GANGER])


def _siste_vedtak(person: Any) -> tuple[Any, int]:
    from integrering.nir.models import Vedtak
    from integrering.tilgang.kontekst import kontekst, motor_kontekst

    with kontekst(motor_kontekst()):
        vedtak = Vedtak.objects.gjeldende().filter(person=person, startdato=date(2026, 3, 15)).get()
    return vedtak.registrering_id, vedtak.pk


def _send(klient: Any, sti: str, svar: dict[str, str]) -> float:
    """Post and return seconds. Raises RuntimeError when nothing was saved."""
    start = time.perf_counter()
    kom = klient.post(sti, svar | {"steg": "lagre"})
    brukt = time.perf_counter() - start
    if kom.status_code != 302:
        raise RuntimeError(f"{sti}: {kom.status_code}")
    return brukt
