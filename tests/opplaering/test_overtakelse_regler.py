"""Det fylket melder, mot det kommunen har: hva som registreres (forskriften §§ 53 a, g, h, 54 og 58)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from opplaering.rules.overtakelse import Grunn, Maate, Periode, Registrert, fravaer, resultat, skolegang

HOEST, JUL, SOMMER = date(2026, 8, 17), date(2026, 12, 18), date(2027, 6, 18)
EN, TO = UUID(int=1), UUID(int=2)


def p(fra: date = HOEST, til: date | None = SOMMER, **felt: Any) -> Periode:
    grunn: dict[str, Any] = {"timer_per_uke": Decimal(30), "skole": "Prøvedal"}
    return Periode(fra, til, **(grunn | felt))


def hos_dem(*args: Any, nr: UUID = EN, **felt: Any) -> Periode:
    return replace(p(*args, **felt), registrering=nr)


def steg(plan: Any) -> list[tuple[str, UUID | None, date | None, date | None]]:
    return [(s.maate.value, s.registrering, s.verdier.get("fra"), s.verdier.get("til")) for s in plan.steg]


@pytest.mark.parametrize(
    ("hva", "meldt", "registrert", "ventet"),
    [
        ("start, ingenting der", p(til=None), [], [("registrer", None, HOEST, None)]),
        ("start, en periode i fjor", p(), [hos_dem(date(2025, 8, 18), date(2026, 6, 19))],
         [("registrer", None, HOEST, SOMMER)]),
        ("slutt: sluttdatoen rettes", p(til=JUL), [hos_dem()], [("rett", EN, HOEST, JUL)]),
        ("slutt, uten sluttdato der", p(til=JUL), [hos_dem(til=None)], [("rett", EN, HOEST, JUL)]),
        ("samme skole, annen start", p(), [hos_dem(date(2026, 8, 20))], [("rett", EN, HOEST, SOMMER)]),
        ("samme start, annen skole", p(skole="Annendal"), [hos_dem()], [("rett", EN, HOEST, SOMMER)]),
        ("skolens navn skrevet på en annen måte er samme skole", p(til=JUL), [hos_dem(skole="prøvedal ")],
         [("rett", EN, HOEST, JUL)]),
    ],
)  # fmt: skip
def test_skolegang(hva: str, meldt: Periode, registrert: list[Periode], ventet: list[Any]) -> None:
    assert steg(skolegang(meldt, registrert)) == ventet, hva


def test_alt_registrert() -> None:
    plan = skolegang(p(), [hos_dem(skole=" PRØVEDAL")])
    assert (plan.steg, plan.grunn, plan.er_alt, plan.hindret) == ((), Grunn.ALT_REGISTRERT, EN, False)


@pytest.mark.parametrize(
    "registrert",
    [
        [hos_dem(date(2026, 8, 3), skole="Annendal")],
        [hos_dem(date(2026, 8, 3), JUL, skole="Annendal"), hos_dem(date(2027, 1, 4), nr=TO, skole="Tredal")],
        [hos_dem(HOEST, JUL), hos_dem(date(2027, 1, 4), nr=TO)],
    ],
    ids=["en annen skole", "to andre", "delt i to"],
)
def test_det_som_overlapper_noe_annet_maa_noen_se_paa(registrert: list[Periode]) -> None:
    plan = skolegang(p(), registrert)
    assert (plan.steg, plan.grunn, plan.hindret) == ((), Grunn.OVERLAPPER, True)


def test_nye_timer_avslutter_perioden_foer_og_registrerer_den_nye() -> None:
    fra = date(2026, 11, 2)
    meldt = p(fra, timer_per_uke=Decimal(32))
    plan = skolegang(meldt, [hos_dem()], nye_timer=True)
    assert steg(plan) == [("rett", EN, HOEST, date(2026, 11, 1)), ("registrer", None, fra, SOMMER)]
    assert plan.steg[0].verdier["timer_per_uke"] == 30
    # the period before has ended already, or was never registered
    assert steg(skolegang(meldt, [hos_dem(HOEST, date(2026, 11, 1))], nye_timer=True)) == [
        ("registrer", None, fra, SOMMER)
    ]
    # the new one is there already, beside an old one that runs on: only the old is put right
    plan = skolegang(meldt, [hos_dem(), replace(meldt, registrering=TO)], nye_timer=True)
    assert (steg(plan), plan.grunn, plan.er_alt) == ([("rett", EN, HOEST, date(2026, 11, 1))], None, TO)


def test_rettelse_finner_det_den_forrige_meldingen_ble_til() -> None:
    """Startdatoen var feil: perioden som ble registrert, rettes, også når datoene nå er helt andre."""
    meldt = p(date(2027, 1, 4), timer_per_uke=Decimal(31))
    assert steg(skolegang(meldt, [hos_dem(HOEST, JUL)], tidligere=EN, nye_timer=True)) == [
        ("rett", EN, date(2027, 1, 4), SOMMER)
    ]
    # annulled meanwhile by the municipality: a new one
    assert steg(skolegang(meldt, [], tidligere=EN)) == [("registrer", None, date(2027, 1, 4), SOMMER)]


def test_det_som_tas_tilbake() -> None:
    assert steg(skolegang(p(), [hos_dem()], annullert=True, tidligere=EN)) == [("annuller", EN, None, None)]
    assert skolegang(p(), [hos_dem()], annullert=True).grunn is Grunn.OVERLAPPER
    assert skolegang(p(), [], annullert=True).grunn is Grunn.FALT_BORT


def linje(modul: str = "norsk", timer: int = 40) -> dict[str, Any]:
    return {"modul": modul, "maaned": date(2026, 10, 1), "timer": Decimal(timer)}


def test_fravaer_foeres_modul_for_modul() -> None:
    der = {"norsk": Registrert(EN, linje()), "samf_norge": Registrert(TO, linje("samf_norge", 5))}
    plan = fravaer([linje(), linje("samf_norge", 8), linje("samf_arbeidsliv", 3), linje("alt", 100)], der)
    assert [(s.maate, s.registrering, s.verdier["modul"]) for s in plan.steg] == [
        (Maate.RETT, TO, "samf_norge"), (Maate.REGISTRER, None, "samf_arbeidsliv"),
    ]  # fmt: skip
    assert fravaer([linje()], der).grunn is Grunn.ALT_REGISTRERT
    assert fravaer([linje("alt")], der).grunn is Grunn.HELE_DAGEN
    assert fravaer([], der).grunn is Grunn.FALT_BORT


def test_resultat() -> None:
    """Prøver registreres (§ 54); en karakter er grunnlag for fritak (§§ 23 e og 24 c)."""
    proeve = {"proeve": "norskproeve", "dato": HOEST, "lese": "b1"}
    assert [s.maate for s in resultat(proeve, None).steg] == [Maate.REGISTRER]
    assert [s.maate for s in resultat(proeve, Registrert(EN, proeve | {"lese": "a2"})).steg] == [Maate.RETT]
    assert resultat(proeve, Registrert(EN, proeve)).grunn is Grunn.ALT_REGISTRERT
    assert resultat(None, None).grunn is Grunn.KARAKTER
    assert [s.maate for s in resultat(proeve, Registrert(EN, proeve), annullert=True).steg] == [
        Maate.ANNULLER
    ]
    assert resultat(proeve, None, annullert=True).grunn is Grunn.FALT_BORT
