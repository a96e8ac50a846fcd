"""The bars: what they show, and that what is hidden cannot be measured with a ruler."""

from __future__ import annotations

from integrering.rapporter.diagram import BREDDE, NAVN, SKJULT_DEL, er_like, tegn
from integrering.rapporter.tall import Kryss, Serie, Tall


def _serier(*rader: tuple[int, ...]) -> list[Serie]:
    kolonner = {f"k{nr}": f"Kolonne {nr}" for nr in range(len(rader[0]))}
    tall = {(f"r{i}", f"k{j}"): n for i, rad in enumerate(rader) for j, n in enumerate(rad)}
    kryss = Kryss({f"r{i}": f"Rad {i}" for i in range(len(rader))}, kolonner, tall, 5)
    return [kryss.serie(rad, navn) for rad, navn in kryss.rader.items()]


def test_lengden_er_tallet_og_delene_ligger_etter_hverandre() -> None:
    tegning = tegn(_serier((10, 30), (20, 0)), aapen=True)
    assert tegning is not None
    lang, kort = tegning.stolper
    assert [del_.tekst for del_ in lang.deler] == ["10", "30"]
    assert lang.deler[0].x == NAVN
    assert lang.deler[1].x == lang.deler[0].x + lang.deler[0].bredde
    assert lang.deler[1].bredde == 3 * lang.deler[0].bredde
    assert [del_.moenster for del_ in kort.deler] == ["m1"]
    assert lang.slutt < BREDDE


def test_skjulte_deler_er_en_del_uten_tall() -> None:
    serier = _serier((40, 3, 20))
    assert not er_like(serier)
    aapen, lukket = tegn(serier, aapen=True), tegn(serier, aapen=False)
    assert aapen is not None and lukket is not None
    assert [del_.moenster for del_ in aapen.stolper[0].deler] == ["m1", "m2", "m3"]
    assert [del_.moenster for del_ in lukket.stolper[0].deler] == ["m1", SKJULT_DEL]
    assert (SKJULT_DEL, "Skjult") in lukket.forklaring
    assert (SKJULT_DEL, "Skjult") not in aapen.forklaring


def test_en_skjult_sum_gir_ingen_stolpe() -> None:
    [serie] = _serier((3,))
    stor = Serie("Stor", (("Kolonne 0", Tall(50)),), Tall(50))
    tegning = tegn([serie, stor], aapen=False)
    assert tegning is not None
    assert (tegning.stolper[0].deler, tegning.stolper[0].sum) == ((), ":")
    assert tegn([serie], aapen=False) is None


def test_ingenting_aa_tegne() -> None:
    assert tegn(_serier((0, 0)), aapen=True) is None


def test_et_tall_som_ikke_faar_plass_staar_bare_i_tabellen() -> None:
    tegning = tegn(_serier((1000, 6)), aapen=True)
    assert tegning is not None
    assert [del_.tekst for del_ in tegning.stolper[0].deler] == ["1\u00a0000", ""]
