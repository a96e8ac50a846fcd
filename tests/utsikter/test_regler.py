"""What would be, as rules: the worked examples, told the way a case worker would."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from opplaering.rules.avstemming import Skoleperiode, avstem
from tests.tilskudd.sak import F46, F50, K5001, Sak, dato, eksempelsatser
from tilskudd.rules.fakta import Fakta
from tilskudd.utsikter.rules.tenkt import forskjell, tenkte_fakta

E1 = ("21.08.2023", "20.06.2024")
Periode = tuple[str, str | None]


def _perioder(perioder: list[Periode], timer: str = "30") -> list[Skoleperiode]:
    return [Skoleperiode(dato(fra), dato(til) if til else None, Decimal(timer)) for fra, til in perioder]


def venter(
    sak: Sak, skolen: list[Periode], kommunen: list[Periode], *, i_dag: str, til: str, vedtak: bool = True
) -> dict[str, tuple[int, int]]:
    """Return quarter → kroner and days that wait, of the school's periods and those that are registered."""
    dagen, siste = dato(i_dag), dato(til)
    linjer = list(avstem(_perioder(skolen), _perioder(kommunen), vedtak=vedtak, i_dag=dagen))
    tenkt = tenkte_fakta(sak.fakta, linjer, fylke=F50, i_dag=dagen, til_og_med=siste)
    svar = forskjell(sak.fakta, tenkt, fylke=F50, til_og_med=siste, satser=eksempelsatser())
    return {str(k): (f.kroner, f.dager) for k, f in svar.items()}


def _sak(kommunen: list[Periode], *, vedtak: bool = True, tillatelse: str = "9a") -> Sak:
    sak = Sak(tillatelse=tillatelse, landgruppe="" if tillatelse == "9e" else "H")
    sak.bor(K5001, "01.03.2023")
    if vedtak:
        sak.vedtak("01.04.2023")
    for fra, til in kommunen:
        sak.vgo(fra, til)
    return sak


@pytest.mark.parametrize(
    ("hva", "skolen", "kommunen", "ventet"),
    [
        ("E2: perioden mangler", [E1], [], {"2023K3": (4_089, 41), "2023K4": (9_174, 92)}),
        ("T2: bare start", [E1], [(E1[0], None)], {"2023K3": (4_089, 41), "2023K4": (9_174, 92)}),
        ("alt stemmer", [E1], [E1], {}),
        ("vi vet ikke slutten", [(E1[0], None)], [], {"2023K3": (4_089, 41), "2023K4": (9_174, 92)}),
        ("kommunen vet den", [(E1[0], None)], [("01.09.2023", E1[1])], {"2023K3": (1_097, 11)}),
        ("begynner senere", [("08.01.2024", None)], [], {}),
        ("kommunen har for mye", [("02.10.2023", E1[1])], [E1],
         {"2023K3": (-4_089, -41), "2023K4": (-99, -1)}),
        ("annen periode hos kommunen", [("01.12.2023", E1[1])], [("01.09.2023", "30.09.2023")],
         {"2023K4": (3_091, 31)}),
    ],
)  # fmt: skip
def test_det_som_venter(
    hva: str, skolen: list[Periode], kommunen: list[Periode], ventet: dict[str, tuple[int, int]]
) -> None:
    svar = venter(_sak(kommunen), skolen, kommunen, i_dag="22.11.2023", til="31.12.2023")
    assert svar == ventet, hva


def test_kollektiv_beskyttelse_begynner_med_det_tenkte_vedtaket() -> None:
    """§ 34: no vedtak, so no grant year; assumed from the first day at school, which becomes day 0."""
    sak = _sak([], vedtak=False, tillatelse="9e")
    svar = venter(sak, [("21.08.2023", "20.08.2024")], [], i_dag="30.09.2024", til="30.09.2024", vedtak=False)
    assert sum(kroner for kroner, _dager in svar.values()) == 45_000
    assert sum(dager for _kroner, dager in svar.values()) == 366


def test_perioden_i_et_annet_fylke_staar() -> None:
    sak = _sak([])
    sak.vgo("01.04.2023", "30.06.2023", fylke=F46)
    svar = venter(sak, [E1], [("01.04.2023", "30.06.2023")], i_dag="22.11.2023", til="30.09.2023")
    assert svar == {"2023K3": (4_089, 41)}


def test_ikke_fulltid_hos_skolen_tar_perioden_bort() -> None:
    sak = _sak([E1])
    egne = [Skoleperiode(dato(E1[0]), dato(E1[1]), Decimal(20), fulltid=False)]
    linjer = list(avstem(egne, _perioder([E1]), vedtak=True, i_dag=date(2023, 11, 22)))
    tenkt = tenkte_fakta(
        sak.fakta, linjer, fylke=F50, i_dag=date(2023, 11, 22), til_og_med=date(2023, 12, 31)
    )
    assert tenkt.vgo == ()
    assert (
        tenkte_fakta(Fakta(), [], fylke=F50, i_dag=date(2023, 1, 1), til_og_med=date(2023, 1, 1)) == Fakta()
    )
