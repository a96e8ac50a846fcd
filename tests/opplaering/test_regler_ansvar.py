"""Hvem har ansvaret for opplæringen i norsk og samfunnskunnskap, og hva følger av det (integreringsloven)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from opplaering.rules.ansvar import (
    Ansvarlig,
    Hovedansvar,
    Krav,
    Maalgruppe,
    Skolefakta,
    Steg,
    ansvar,
    foelger,
)
from opplaering.rules.fulltid import fulltid

FOEDT, FRA, TIL = date(2000, 5, 20), date(2026, 8, 17), date(2027, 6, 18)
DAG = date(2026, 10, 1)


def _fakta(**felt: Any) -> Skolefakta:
    verdier: dict[str, Any] = {
        "maalgruppe": Maalgruppe.PROGRAM, "foedt": FOEDT, "fra": FRA, "til": TIL, "timer_per_uke": Decimal(30)
    }  # fmt: skip
    return Skolefakta(**verdier | felt)


FYLKE, KOMMUNE, INGEN = Ansvarlig.FYLKE, Ansvarlig.KOMMUNE, Ansvarlig.INGEN
KOMBI: dict[str, Any] = {"kombinasjonsklasse": True, "timer_per_uke": Decimal(20)}
EKSEMPLER: list[tuple[str, dict[str, Any], Ansvarlig, Steg]] = [
    ("§ 30 (2): i program, 30 timer", {}, FYLKE, Steg.HELTID),
    ("§ 30 (2): rett og plikt utenfor program", {"maalgruppe": Maalgruppe.RETT_PLIKT}, FYLKE, Steg.HELTID),
    ("§ 30 (2): 29,9 timer er ikke fulltid", {"timer_per_uke": Decimal("29.9")}, KOMMUNE, Steg.DELTID),
    ("§ 30 (2): 29 timer er ikke fulltid", {"timer_per_uke": Decimal(29)}, KOMMUNE, Steg.DELTID),
    ("28 timer, bestemt for hånd at det er fulltid",
     {"timer_per_uke": Decimal(28), "fulltid_overstyrt": True}, FYLKE, Steg.HELTID_FOR_HAAND),
    ("35 timer, bestemt for hånd at det ikke er fulltid",
     {"timer_per_uke": Decimal(35), "fulltid_overstyrt": False}, KOMMUNE, Steg.DELTID_FOR_HAAND),
    ("§ 28: bare plikt blir hos kommunen, også på fulltid",
     {"maalgruppe": Maalgruppe.PLIKT}, KOMMUNE, Steg.BARE_PLIKT),
    ("§ 28 i kombinasjonsklasse som fylkeskommunen har",
     KOMBI | {"maalgruppe": Maalgruppe.PLIKT, "hovedansvar": Hovedansvar.FYLKE}, KOMMUNE, Steg.BARE_PLIKT),
    ("§ 26: verken rett eller plikt",
     {"maalgruppe": Maalgruppe.UTEN}, INGEN, Steg.VERKEN_RETT_ELLER_PLIKT),
    ("§ 26 (5): var 17 da tillatelsen ble gitt, er 19",
     {"foedt": date(2007, 9, 2), "innvilget": date(2025, 9, 1)}, INGEN, Steg.UNDER_18),
    ("§ 26 (5): fylte 18 den dagen tillatelsen ble gitt",
     {"foedt": date(2007, 9, 1), "innvilget": date(2025, 9, 1)}, FYLKE, Steg.HELTID),
    ("tillatelsen er ukjent: 17 år i dag", {"foedt": date(2008, 10, 2)}, INGEN, Steg.UNDER_18),
    ("tillatelsen er ukjent: fyller 18 år i dag", {"foedt": date(2008, 10, 1)}, FYLKE, Steg.HELTID),
    ("§ 26 (5): dagen før 67-årsdagen", {"foedt": date(1959, 10, 2)}, FYLKE, Steg.HELTID),
    ("§ 26 (5): fyller 67 år den dagen", {"foedt": date(1959, 10, 1)}, INGEN, Steg.FYLT_67),
    ("fødselsdatoen er ukjent", {"foedt": None}, Ansvarlig.UKJENT, Steg.FOEDT_UKJENT),
    ("§ 30 (3): dagen før oppstart", {"fra": date(2026, 10, 2)}, KOMMUNE, Steg.IKKE_BEGYNT),
    ("§ 30 (3): oppstartsdagen", {"fra": DAG}, FYLKE, Steg.HELTID),
    ("siste skoledag", {"til": DAG}, FYLKE, Steg.HELTID),
    ("dagen etter siste skoledag", {"til": date(2026, 9, 30)}, KOMMUNE, Steg.SLUTTET),
    ("uten sluttdato", {"til": None}, FYLKE, Steg.HELTID),
    ("§ 30 (2): kombinasjonsklasse, fylkeskommunen har hovedansvaret, 20 timer",
     KOMBI | {"hovedansvar": Hovedansvar.FYLKE}, FYLKE, Steg.KOMBINASJON_FYLKET),
    ("§ 30 (2): kombinasjonsklasse, kommunen har hovedansvaret eller det er avtalt",
     KOMBI | {"hovedansvar": Hovedansvar.KOMMUNE}, KOMMUNE, Steg.KOMBINASJON_KOMMUNEN),
    ("kommunens kombinasjonsklasse på 30 timer er fortsatt kommunens",
     {"kombinasjonsklasse": True, "hovedansvar": Hovedansvar.KOMMUNE}, KOMMUNE, Steg.KOMBINASJON_KOMMUNEN),
    ("§ 30 (2): kan ikke avgjøres", KOMBI | {"hovedansvar": Hovedansvar.UAVKLART}, FYLKE,
     Steg.KOMBINASJON_UAVKLART),
    ("§ 30 (2): ingenting er bestemt ennå", KOMBI, FYLKE, Steg.KOMBINASJON_IKKE_BESTEMT),
]  # fmt: skip


@pytest.mark.parametrize(("felt", "hvem", "steg"), [e[1:] for e in EKSEMPLER], ids=[e[0] for e in EKSEMPLER])
def test_hvem_har_ansvaret(felt: dict[str, Any], hvem: Ansvarlig, steg: Steg) -> None:
    svar = ansvar(_fakta(**felt), DAG)
    assert (svar.hvem, svar.grunn.steg) == (hvem, steg)
    assert svar.grunn.hjemmel.startswith("integreringsloven §")
    assert svar.mangler_bestemmelse is (steg is Steg.KOMBINASJON_IKKE_BESTEMT)


def test_utregningen_viser_det_den_bygger_paa() -> None:
    """Day and målgruppe always; hours or the period when they decided; the right when there is one."""
    linjer = [(linje.steg, linje.verdi) for linje in ansvar(_fakta(), DAG).linjer]
    assert linjer == [
        (Steg.DAG, DAG), (Steg.MAALGRUPPE, "program"), (Steg.TIMER, Decimal(30)), (Steg.HAR_RETT, ""),
        (Steg.HELTID, ""),
    ]  # fmt: skip
    sluttet = ansvar(_fakta(til=date(2026, 9, 30)), DAG)
    assert (Steg.PERIODE, date(2026, 9, 30)) in [(rad.steg, rad.verdi) for rad in sluttet.linjer]
    ikke_begynt = ansvar(_fakta(fra=date(2027, 1, 4)), DAG)
    assert (Steg.PERIODE, date(2027, 1, 4)) in [(rad.steg, rad.verdi) for rad in ikke_begynt.linjer]
    assert [rad.steg for rad in ansvar(_fakta(maalgruppe=Maalgruppe.UTEN), DAG).linjer] == [
        Steg.DAG, Steg.MAALGRUPPE, Steg.VERKEN_RETT_ELLER_PLIKT,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kollektiv", "gjelder", "gjelder_ikke"),
    [
        (False, {Krav.NORSK_TID, Krav.VGO_LAEREPLAN, Krav.PROEVEPLIKT},
         {Krav.SAMF_75_TIMER, Krav.NORSKPLAN, Krav.SAMF_PROEVE_ETT_AAR}),
        (True, {Krav.NORSK_TID, Krav.VGO_LAEREPLAN, Krav.NORSKPLAN}, set()),
    ],
    ids=["§§ 32, 33, 34 og 37", "§ 37 d: kommunen lager norskplan"],
)  # fmt: skip
def test_hva_som_gjelder_naar_fylkeskommunen_har_ansvaret(
    kollektiv: bool, gjelder: set[Krav], gjelder_ikke: set[Krav]
) -> None:
    svar = foelger(Ansvarlig.FYLKE, kollektiv=kollektiv)
    assert {f.krav for f in svar if f.gjelder} == gjelder
    assert {f.krav for f in svar if not f.gjelder} == gjelder_ikke
    assert foelger(Ansvarlig.KOMMUNE, kollektiv=kollektiv) == ()


@pytest.mark.parametrize(
    ("timer", "overstyrt", "ja", "for_haand"),
    [
        ("30", None, True, False),
        ("29.9", None, False, False),
        ("29", None, False, False),
        ("35", None, True, False),
        ("29", True, True, True),
        ("30", False, False, True),
    ],
)
def test_fulltid_er_minst_30_timer(timer: str, overstyrt: bool | None, ja: bool, for_haand: bool) -> None:
    svar = fulltid(Decimal(timer), overstyrt)
    assert (svar.ja, svar.bestemt_for_haand) == (ja, for_haand)
